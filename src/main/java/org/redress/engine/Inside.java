package org.redress.engine;

import java.io.InputStream;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.authorization.Permission;
import org.camunda.bpm.engine.authorization.Resource;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.identity.GroupQuery;
import org.camunda.bpm.engine.identity.TenantQuery;
import org.camunda.bpm.engine.identity.User;
import org.camunda.bpm.engine.identity.UserQuery;
import org.camunda.bpm.engine.impl.GetDeployedTaskFormCmd;
import org.camunda.bpm.engine.impl.TaskQueryImpl;
import org.camunda.bpm.engine.impl.cfg.CommandChecker;
import org.camunda.bpm.engine.impl.cmd.AssignTaskCmd;
import org.camunda.bpm.engine.impl.cmd.ClaimTaskCmd;
import org.camunda.bpm.engine.impl.cmd.DeleteTenantCmd;
import org.camunda.bpm.engine.impl.cmd.GetDeployedStartFormCmd;
import org.camunda.bpm.engine.impl.cmd.SubmitStartFormCmd;
import org.camunda.bpm.engine.impl.cmd.SubmitTaskFormCmd;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.identity.ReadOnlyIdentityProvider;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.persistence.entity.AuthorizationEntity;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.engine.impl.persistence.entity.TimerEntity;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.variable.VariableMap;
import org.jspecify.annotations.Nullable;

/** Where something is that runs inside the engine: who is signed in, and what it reaches there without asking for a right, unless a method says otherwise. Of one command, and of its thread. */
public final class Inside {
    private final CommandContext context;

    Inside(CommandContext context) {
        this.context = context;
    }

    /** Whether something runs inside the engine on this thread. */
    public static boolean any() {
        return Context.getCommandContext() != null;
    }

    /** Whether a step of a process runs on this thread. */
    public static boolean aStep() {
        return Context.getCoreExecutionContext() != null;
    }

    /** Where this thread is inside the engine; it has to be there. */
    public static Inside now() {
        return new Inside(Objects.requireNonNull(Context.getCommandContext()));
    }

    /** Who is signed in; nobody while the product works by itself. */
    public @Nullable Person person() {
        return Person.of(context.getAuthentication());
    }

    /** The id of who is signed in. */
    public @Nullable String user() {
        return context.getAuthenticatedUserId();
    }

    /** Whether rights are asked for at this moment. */
    public boolean asksForRights() {
        return context.isAuthorizationCheckEnabled();
    }

    /** Does something for which nobody is asked for a right. */
    public <T extends @Nullable Object> T unchecked(Supplier<T> work) {
        return context.runWithoutAuthorization(work::get);
    }

    /** The same, whatever the tenant. */
    public <T extends @Nullable Object> T unrestricted(Supplier<T> work) {
        return ofAllTenants(() -> context.runWithoutAuthorization(work::get));
    }

    /** Does something that reaches what belongs to any tenant. */
    public <T extends @Nullable Object> T ofAllTenants(Supplier<T> work) {
        boolean checked = context.isTenantCheckEnabled();
        context.disableTenantCheck();
        try {
            return work.get();
        } finally {
            if (checked) {
                context.enableTenantCheck();
            }
        }
    }

    /** Refuses whoever has not a right. */
    public void refuseWithout(Permission permission, Resource resource, @Nullable String id) {
        context.getAuthorizationManager().checkAuthorization(permission, resource, id);
    }

    /** An open task. */
    public @Nullable DelegateTask task(@Nullable String id) {
        return id == null ? null : context.getTaskManager().findTaskById(id);
    }

    /** The open tasks of a process instance. */
    public List<? extends DelegateTask> tasks(String processInstance) {
        return context.getTaskManager().findTasksByProcessInstanceId(processInstance);
    }

    /** Whether a task that was read before has gone since. The count goes to the database, past what was read. */
    public boolean isGone(String task) {
        return unchecked(() -> new TaskQueryImpl().taskId(task).executeCount(context)) == 0;
    }

    /**
     * Refuses whoever may not work on a task.
     *
     * @throws AuthorizationException unless they may
     */
    public void refuseUnlessTheirs(DelegateTask task) {
        checkers().forEach(checker -> checker.checkTaskWork((TaskEntity) task));
    }

    /**
     * Refuses whoever may not start a process.
     *
     * @throws AuthorizationException unless they may
     */
    public void refuseUnlessTheyStart(DeployedProcess process) {
        checkers().forEach(checker -> checker.checkCreateProcessInstance(process.definition()));
    }

    private Collection<CommandChecker> checkers() {
        return context.getProcessEngineConfiguration().getCommandCheckers();
    }

    /** A process, an instance or a part of it that runs. */
    public @Nullable DelegateExecution execution(String id) {
        return context.getExecutionManager().findExecutionById(id);
    }

    /** What a running instance drew from a variable; nothing if it does not run. */
    public @Nullable Drawn drawn(String processInstance, @Nullable String variable) {
        var instance = context.getExecutionManager().findExecutionById(processInstance);
        return instance == null ? null : new Drawn(context, instance, variable);
    }

    /** An open task of an instance that was moved, with the process definition from which it was, and the id that its element had there. */
    public Redrawn redrawn(DelegateTask task, String definition, String stepBefore) {
        return new Redrawn((TaskEntity) task, context.getProcessEngineConfiguration().getDeploymentCache().findDeployedProcessDefinitionById(definition), stepBefore);
    }

    /** The timers that wait in an instance, the called ones not among them. */
    public List<WaitingTimer> timers(String processInstance) {
        return context.getJobManager().findJobsByProcessInstanceId(processInstance).stream().filter(TimerEntity.class::isInstance).map(TimerEntity.class::cast)
                .filter(timer -> timer.getJobDefinition() != null).map(timer -> new WaitingTimer(context, timer)).toList();
    }

    /** A process as it was deployed. */
    public DeployedProcess process(String id) {
        return new DeployedProcess(context.getProcessEngineConfiguration().getDeploymentCache().findDeployedProcessDefinitionById(id));
    }

    /** The newest process of a key. */
    public DeployedProcess newest(String key) {
        return new DeployedProcess(unchecked(() -> context.getProcessEngineConfiguration().getDeploymentCache().findDeployedLatestProcessDefinitionByKey(key)));
    }

    /** The form of a task, as it was deployed. */
    public DeployedForm form(DelegateTask task) {
        var process = context.getProcessEngineConfiguration().getDeploymentCache().findDeployedProcessDefinitionById(task.getProcessDefinitionId());
        return new DeployedForm(process.getDeploymentId(), ((TaskEntity) task).getTaskDefinition().getFormDefinition(),
                () -> read(() -> new GetDeployedTaskFormCmd(task.getId()).execute(context)));
    }

    /** The form that starts a process, as it was deployed. */
    public DeployedForm form(DeployedProcess process) {
        ProcessDefinitionEntity definition = process.definition();
        return new DeployedForm(definition.getDeploymentId(), definition.getStartFormDefinition(), () -> read(() -> new GetDeployedStartFormCmd(definition.getId()).execute(context)));
    }

    private InputStream read(Supplier<InputStream> form) {
        return unchecked(form);
    }

    /** Completes a task with the answers to its form. */
    public VariableMap submit(DelegateTask task, Map<String, Object> variables, boolean returnVariables, boolean deserialize) {
        return new SubmitTaskFormCmd(task.getId(), variables, returnVariables, deserialize).execute(context);
    }

    /** Starts a process with the answers to its form. */
    public ProcessInstance submit(DeployedProcess process, @Nullable String businessKey, Map<String, Object> variables) {
        return new SubmitStartFormCmd(process.id(), businessKey, variables).execute(context);
    }

    /** Claims a task for somebody, as the engine does it: it asks for a right. */
    public void claim(String task, String user) {
        new ClaimTaskCmd(task, user).execute(context);
    }

    /** Gives a task to somebody, or back to its groups, as the engine does it: it asks for a right. */
    public void assign(@Nullable String task, @Nullable String user) {
        new AssignTaskCmd(task, user).execute(context);
    }

    /** Who has an account. */
    public UserQuery users() {
        return identities().createUserQuery(context);
    }

    /** Their groups. */
    public GroupQuery groups() {
        return identities().createGroupQuery(context);
    }

    /** The councils as the engine knows them. */
    public TenantQuery tenants() {
        return identities().createTenantQuery(context);
    }

    /** An account as it is kept. */
    public @Nullable User account(@Nullable String id) {
        return identities().findUserById(id);
    }

    private ReadOnlyIdentityProvider identities() {
        return context.getReadOnlyIdentityProvider();
    }

    /** Removes a tenant. */
    public void deleteTenant(String id) {
        new DeleteTenantCmd(id).execute(context);
    }

    /** Takes from somebody, whose account has gone, what they had the right to. */
    public void forgetRights(String user) {
        context.getProcessEngineConfiguration().getAuthorizationService().createAuthorizationQuery().userIdIn(user).list()
                .forEach(right -> context.getAuthorizationManager().delete((AuthorizationEntity) right));
    }

    /** What a right allows, as the engine keeps it: one bit for each permission. */
    public static int bits(Authorization right) {
        return ((AuthorizationEntity) right).getPermissions();
    }
}
