package org.redress.engine;

import jakarta.persistence.PersistenceException;
import java.sql.SQLException;
import java.util.Map;
import java.util.Set;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.BadUserRequestException;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.exception.NullValueException;
import org.camunda.bpm.engine.impl.AbstractQuery;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;
import org.jspecify.annotations.NullUnmarked;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;

/**
 * Stands before every command of the engine, whatever calls it: Java, REST or the webapps. Who is signed in may read what they have
 * the right to, go through the gate, and keep accounts; everything else that the engine could do by hand is closed for everybody.
 * Timers, delegates and the start work with nobody signed in. Each refusal leaves a line in the log.
 */
@NullUnmarked
class Guard extends CommandInterceptor {
    /** They only read, and the engine checks the right to; named one by one, so that a new one of a new engine stays closed. */
    static final Set<String> READING = Set.of(
            "AuthorizationCheckCmd", "CreateGroupQueryCmd", "CreateTenantQueryCmd", "CreateUserQueryCmd", "ExecuteFilterCountCmd",
            "ExecuteFilterListCmd", "ExecuteFilterListPageCmd", "ExecuteFilterSingleResultCmd", "FindActiveActivityIdsCmd",
            "GetActivityInstanceCmd", "GetDeployedProcessDefinitionCmd", "GetDeployedStartFormCmd", "GetDeployedTaskFormCmd",
            "GetDeploymentBpmnModelInstanceCmd", "GetDeploymentDecisionDefinitionCmd", "GetDeploymentDecisionDiagramCmd",
            "GetDeploymentDecisionModelCmd", "GetDeploymentDecisionRequirementsDefinitionCmd", "GetDeploymentDecisionRequirementsModelCmd",
            "GetDeploymentDmnModelInstanceCmd", "GetDeploymentProcessDiagramCmd", "GetDeploymentProcessDiagramLayoutCmd",
            "GetDeploymentProcessModelCmd", "GetDeploymentResourceCmd", "GetDeploymentResourceForIdCmd", "GetDeploymentResourceNamesCmd",
            "GetDeploymentResourcesCmd", "GetExecutionVariableCmd", "GetExecutionVariableTypedCmd", "GetExecutionVariablesCmd",
            "GetFilterCmd", "GetFormKeyCmd", "GetHistoricJobLogExceptionStacktraceCmd", "GetIdentityLinksForTaskCmd",
            "GetJobExceptionStacktraceCmd", "GetPasswordPolicyCmd", "GetStartFormCmd", "GetStartFormVariablesCmd",
            "GetStaticCalledProcessDefinitionCmd", "GetTaskCommentsCmd", "GetTaskFormCmd", "GetTaskFormVariablesCmd",
            "GetTaskVariableCmd", "GetTaskVariableCmdTyped", "GetTaskVariablesCmd", "IsIdentityServiceReadOnlyCmd",
            // Cockpit's own
            "ExecuteListQueryCmd", "ExecuteSingleQueryCmd", "QueryCalledProcessDefinitionsCmd", "QueryProcessInstancesCmd",
            "QueryProcessInstancesCountCmd", "QueryServiceRowCountCmd", "TaskCountByCandidateGroupCmd");

    /** Those of them that read one task or case by its id: what is there and of others is answered like what is not there. */
    static final Set<String> OF_WORK = Set.of(
            "FindActiveActivityIdsCmd", "GetActivityInstanceCmd", "GetDeployedTaskFormCmd", "GetExecutionVariableCmd", "GetExecutionVariableTypedCmd",
            "GetExecutionVariablesCmd", "GetIdentityLinksForTaskCmd", "GetJobExceptionStacktraceCmd", "GetTaskCommentsCmd", "GetTaskFormCmd",
            "GetTaskFormVariablesCmd", "GetTaskVariableCmd", "GetTaskVariableCmdTyped", "GetTaskVariablesCmd");

    /** They change accounts and filters, or prepare to; the engine checks the right to, which administrators have, and to oneself. */
    static final Set<String> ACCOUNTS = Set.of(
            "CheckPassword", "CreateAuthorizationCommand", "CreateFilterCmd", "CreateGroupCmd", "CreateTenantCmd", "CreateUserCmd",
            "DeleteFilterCmd", "DeleteTenantUserMembershipCmd", "SaveGroupCmd", "SaveTenantCmd", "SaveUserCmd", "UnlockUserCmd");

    private static final String NOTHING_FOR_YOU = "There is nothing here for you.";
    private static final String BY_FORM = "Answers are given with the task's form only.";
    private static final String IN_THE_CASE_FILE = "Text is kept in the case file: record it with Case event, as a contact to note.";
    private static final String WITH_ITS_FORM = "A case is started with its form.";

    /** What to do instead, where there is something. */
    static final Map<String, String> INSTEAD = Map.ofEntries(
            Map.entry("SetTaskVariablesCmd", BY_FORM), Map.entry("PatchTaskVariablesCmd", BY_FORM), Map.entry("RemoveTaskVariablesCmd", BY_FORM),
            Map.entry("ResolveTaskCmd", BY_FORM), Map.entry("HandleTaskBpmnErrorCmd", BY_FORM), Map.entry("HandleTaskEscalationCmd", BY_FORM),
            Map.entry("AddCommentCmd", IN_THE_CASE_FILE), Map.entry("UpdateCommentCmd", IN_THE_CASE_FILE),
            Map.entry("CreateAttachmentCmd", IN_THE_CASE_FILE), Map.entry("SaveAttachmentCmd", IN_THE_CASE_FILE),
            Map.entry("StartProcessInstanceCmd", WITH_ITS_FORM), Map.entry("StartProcessInstanceAtActivitiesCmd", WITH_ITS_FORM),
            Map.entry("DelegateTaskCmd", "A task is not delegated; a supervisor gives it to somebody else."),
            Map.entry("SaveTaskCmd", "A task is not changed by hand: its day follows its deadline, which Case event extends."));

    private static final Logger LOG = LoggerFactory.getLogger(Guard.class);

    private final ProcessEngineConfigurationImpl configuration;

    Guard(ProcessEngineConfigurationImpl configuration) {
        this.configuration = configuration;
    }

    @Override
    public <T> T execute(Command<T> command) {
        // what runs inside another command was let in with it
        var person = Context.getCommandContext() == null ? configuration.getIdentityService().getCurrentAuthentication() : null;
        if (person == null) {
            return pass(command);
        }
        try {
            if (!open(command)) {
                throw closed(command);
            }
            return OF_WORK.contains(name(command)) ? read(command) : pass(command);
        } catch (ProcessEngineException e) {
            var answer = refusal(e);
            if (answer instanceof AuthorizationException || answer instanceof BadUserRequestException) {
                LOG.warn("Refused: {} to {}.", name(command), person.getUserId());
            }
            throw answer;
        }
    }

    /** Two refusals look like faults of the engine. */
    private static ProcessEngineException refusal(ProcessEngineException e) {
        if (String.valueOf(e.getMessage()).contains("belongs to no authenticated tenant")) {
            return new AuthorizationException(NOTHING_FOR_YOU);
        }
        return isOfData(e) ? new BadUserRequestException("Something in this is too long, or not of the kind that is kept here.") : e;
    }

    /** What is of others is answered like what is not there; some of these commands fall over what is not there. */
    private <T> T read(Command<T> command) {
        try {
            var found = pass(command);
            if (found != null || !name(command).equals("GetActivityInstanceCmd")) {
                return found;
            }
        } catch (AuthorizationException | BadUserRequestException | NullValueException | NullPointerException e) {
            LOG.debug("Nothing was shown.", e);
        }
        throw new AuthorizationException(NOTHING_FOR_YOU);
    }

    /** The database could not take a value that the engine wrote: class 22 of its standard. What the case file writes was checked before, so there it is a fault of ours. */
    private static boolean isOfData(Throwable fault) {
        for (Throwable cause = fault; cause != null; cause = cause.getCause()) {
            if (cause instanceof PersistenceException || cause instanceof DataAccessException) {
                return false;
            }
            if (cause instanceof SQLException refused && String.valueOf(refused.getSQLState()).startsWith("22")) {
                return true;
            }
        }
        return false;
    }

    /** The engine fails over a question about the kind of cases that it could have and that are switched off. */
    private static boolean isOff(Command<?> command) {
        return command instanceof AbstractQuery && (command.getClass().getName().contains(".cmmn.") || name(command).startsWith("HistoricCase"));
    }

    private <T> T pass(Command<T> command) {
        if (isOff(command)) {
            throw new BadUserRequestException("This part of the engine is switched off.");
        }
        if (command instanceof AbstractQuery<?, ?> query) {
            QueryExpressions.refuse(query);
        }
        return next.execute(command);
    }

    private static AuthorizationException closed(Command<?> command) {
        return new AuthorizationException(INSTEAD.getOrDefault(name(command), "This is not done by hand: a case goes on with its tasks, their forms and its deadlines."));
    }

    private static String name(Command<?> command) {
        var ours = command instanceof Engine.Work<?> work ? work.whose() : command;
        return ours.getClass().getSimpleName().replaceFirst("\\$\\$.*", "");
    }

    static boolean open(Command<?> command) {
        var type = command.getClass();
        return command instanceof AbstractQuery || type.getName().startsWith("org.redress.")
                || type.getName().startsWith("org.camunda.bpm.") && (READING.contains(type.getSimpleName()) || ACCOUNTS.contains(type.getSimpleName()));
    }
}
