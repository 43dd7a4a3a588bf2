package org.redress.gate;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.camunda.bpm.engine.impl.bpmn.behavior.UserTaskActivityBehavior;
import org.camunda.bpm.engine.impl.bpmn.parser.AbstractBpmnParseListener;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;
import org.camunda.bpm.engine.impl.pvm.process.ScopeImpl;
import org.camunda.bpm.engine.impl.util.xml.Element;
import org.jspecify.annotations.NullUnmarked;
import org.redress.database.CaseFileFirst;
import org.redress.identity.Accounts;
import org.redress.identity.AddressWatch;
import org.redress.identity.ApiTokens;
import org.redress.identity.Authority;
import org.redress.identity.PasswordTries;
import org.redress.identity.RestrictedCases;
import org.redress.identity.SecondFactors;
import org.redress.identity.ServiceMembers;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * Puts the gate before the engine's services and a guard behind them: a task that completes or a form-started process that
 * begins without having come through the gate is rolled back, whatever called it.
 */
@Component
@NullUnmarked
class GatePlugin extends AbstractProcessEnginePlugin {
    private final Gate gate;
    private final Assignment assignment;
    private final Authority authority;
    private final ServiceMembers services;
    private final ApiTokens tokens;
    private final SecondFactors factors;
    private final PasswordTries tries;
    private final ObjectProvider<Accounts> people;
    private final ObjectProvider<RestrictedCases> restricted;
    private final ObjectProvider<KeptApart> apart;
    private final AccountChanges accounts;
    private final ObjectProvider<WorkListener> listeners;
    private final ObjectProvider<AddressWatch> addresses;
    private final BringForward bringForward;
    private final ObjectProvider<CaseFileFirst> caseFile;
    private final Clock clock;

    GatePlugin(Gate gate, Assignment assignment, Authority authority, ServiceMembers services, ApiTokens tokens, SecondFactors factors, PasswordTries tries, ObjectProvider<Accounts> people,
            ObjectProvider<RestrictedCases> restricted, ObjectProvider<KeptApart> apart, AccountChanges accounts, ObjectProvider<WorkListener> listeners, ObjectProvider<AddressWatch> addresses, BringForward bringForward,
            ObjectProvider<CaseFileFirst> caseFile, Clock clock) {
        this.gate = gate;
        this.assignment = assignment;
        this.authority = authority;
        this.services = services;
        this.tokens = tokens;
        this.factors = factors;
        this.tries = tries;
        this.people = people;
        this.restricted = restricted;
        this.apart = apart;
        this.accounts = accounts;
        this.listeners = listeners;
        this.addresses = addresses;
        this.bringForward = bringForward;
        this.caseFile = caseFile;
        this.clock = clock;
    }

    @Override
    public void preInit(ProcessEngineConfigurationImpl configuration) {
        configuration.setTaskService(new GatedTaskService(gate));
        configuration.setFormService(new GatedFormService(gate));
        configuration.setFilterService(new GatedFilterService(accounts));
        configuration.setIdentityService(new GatedIdentityService(assignment, services, tokens, factors, tries, people, restricted, apart, accounts, listeners, addresses));
        configuration.setAuthorizationService(new GatedAuthorizationService(accounts));
        configuration.setManagementService(new GatedManagementService(configuration, clock));
        guard(configuration);
        // a refused answer is no failure; whoever calls a command hears what came of it
        configuration.setEnableCmdExceptionLogging(false);
        var listeners = Optional.ofNullable(configuration.getCustomPreBPMNParseListeners()).orElseGet(ArrayList::new);
        listeners.add(new Guards());
        configuration.setCustomPreBPMNParseListeners(listeners);
    }

    private void guard(ProcessEngineConfigurationImpl configuration) {
        var before = Optional.ofNullable(configuration.getCustomPreCommandInterceptorsTxRequired()).orElseGet(ArrayList::new);
        before.add(new Again(configuration));
        before.add(new Guard(configuration));
        configuration.setCustomPreCommandInterceptorsTxRequired(before);
        var beforeNew = Optional.ofNullable(configuration.getCustomPreCommandInterceptorsTxRequiresNew()).orElseGet(ArrayList::new);
        beforeNew.add(new Again(configuration));
        beforeNew.add(new Guard(configuration));
        configuration.setCustomPreCommandInterceptorsTxRequiresNew(beforeNew);
        var within = Optional.ofNullable(configuration.getCustomPostCommandInterceptorsTxRequired()).orElseGet(ArrayList::new);
        within.add(new InOneOrder(caseFile::getObject));
        configuration.setCustomPostCommandInterceptorsTxRequired(within);
        var withinNew = Optional.ofNullable(configuration.getCustomPostCommandInterceptorsTxRequiresNew()).orElseGet(ArrayList::new);
        withinNew.add(new InOneOrder(caseFile::getObject));
        configuration.setCustomPostCommandInterceptorsTxRequiresNew(withinNew);
        configuration.setFailedJobCommandFactory(new FailedJobs());
    }

    /** Adds the guards to every user task and every process with a start form, so that no model can forget them. */
    private final class Guards extends AbstractBpmnParseListener {
        @Override
        public void parseUserTask(Element element, ScopeImpl scope, ActivityImpl activity) {
            var definition = ((UserTaskActivityBehavior) activity.getActivityBehavior()).getTaskDefinition();
            definition.addBuiltInTaskListener(TaskListener.EVENTNAME_COMPLETE, GatePlugin.this::onlyThroughTheGate);
            definition.addBuiltInTaskListener(TaskListener.EVENTNAME_ASSIGNMENT, GatePlugin.this::onlyWhoMay);
            definition.addBuiltInTaskListener(TaskListener.EVENTNAME_ASSIGNMENT,
                    task -> tell(listener -> listener.given(task.getId(), task.getAssignee(), signedIn())));
            definition.addBuiltInTaskListener(TaskListener.EVENTNAME_ASSIGNMENT, task -> accounts.given((TaskEntity) task));
            definition.addBuiltInTaskListener(TaskListener.EVENTNAME_ASSIGNMENT, task -> assignment.takesPart((TaskEntity) task));
            definition.addBuiltInTaskListener(TaskListener.EVENTNAME_COMPLETE, task -> tell(listener -> listener.completed(task.getId(), signedIn())));
            definition.addBuiltInTaskListener(TaskListener.EVENTNAME_DELETE, task -> tell(listener -> listener.ended(task.getId())));
            definition.addBuiltInTaskListener(TaskListener.EVENTNAME_CREATE, task -> assignment.lookAt((TaskEntity) task));
            definition.addBuiltInTaskListener(TaskListener.EVENTNAME_CREATE, bringForward::begin);
            assignment.decide(definition);
        }

        @Override
        public void parseProcess(Element element, ProcessDefinitionEntity definition) {
            ExecutionListener guard = execution -> {
                var instance = (ExecutionEntity) execution;
                // a message starts it at another event, from a form that came through the gate
                boolean byMessage = instance.getActivity() != null && !instance.getActivity().equals(definition.getInitial());
                boolean admitted = byMessage ? gate.admitsSomething() : gate.admits(definition.getId());
                if (instance.getSuperExecution() == null && hasForm(definition) && !admitted) {
                    throw new AuthorizationException("Start " + definition.getName() + " with its form.");
                }
                if (instance.getSuperExecution() == null && signedIn() != null) {
                    tell(listener -> listener.started(definition.getKey(), RestrictedCases.council(instance.getTenantId()), signedIn(), instance.getBusinessKey()));
                }
            };
            definition.addBuiltInListener(ExecutionListener.EVENTNAME_START, guard);
        }
    }

    private void tell(Consumer<WorkListener> news) {
        listeners.forEach(news);
    }

    private static String signedIn() {
        return Context.getCommandContext().getAuthenticatedUserId();
    }

    private static boolean hasForm(ProcessDefinitionEntity definition) {
        var form = definition.getStartFormDefinition();
        return form != null && (form.getFormKey() != null || form.getCamundaFormDefinitionKey() != null);
    }

    private void onlyThroughTheGate(DelegateTask task) {
        if (!gate.admits(task.getId())) {
            throw new AnswersRefused(List.of("Answers are given with the task's form only."));
        }
    }

    /** A person who may not do it is told when they claim it or are given it, not after the work is done. */
    private void onlyWhoMay(DelegateTask task) {
        if (task.getAssignee() != null && task.getTenantId() != null) {
            authority.objection(task.getAssignee(), assignment.work((TaskEntity) task)).ifPresent(why -> {
                throw new AnswersRefused(List.of(why));
            });
        }
    }
}
