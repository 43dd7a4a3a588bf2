package org.redress.gate;

import java.util.List;
import java.util.function.Consumer;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.jspecify.annotations.NullUnmarked;
import org.redress.engine.DeployedProcess;
import org.redress.engine.EveryModel;
import org.redress.engine.Inside;
import org.redress.identity.Authority;
import org.redress.identity.RestrictedCases;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * Guards every user task and every process with a start form, so that no model can forget it: a task that completes or a form-started process that
 * begins without having come through the gate is rolled back, whatever called it.
 */
@Component
@NullUnmarked
class Guards implements EveryModel {
    private final Gate gate;
    private final Assignment assignment;
    private final Authority authority;
    private final AccountChanges accounts;
    private final ObjectProvider<WorkListener> listeners;
    private final BringForward bringForward;

    Guards(Gate gate, Assignment assignment, Authority authority, AccountChanges accounts, ListableBeanFactory features, BringForward bringForward) {
        this.gate = gate;
        this.assignment = assignment;
        this.authority = authority;
        this.accounts = accounts;
        // which these are is kept by Spring
        this.listeners = features.getBeanProvider(WorkListener.class);
        this.bringForward = bringForward;
    }

    @Override
    public void userTask(WhoseTask whose, Listening<TaskListener> listening) {
        listening.on(TaskListener.EVENTNAME_COMPLETE, this::onlyThroughTheGate);
        listening.on(TaskListener.EVENTNAME_ASSIGNMENT, this::onlyWhoMay);
        listening.on(TaskListener.EVENTNAME_ASSIGNMENT, task -> tell(listener -> listener.given(task.getId(), task.getAssignee(), signedIn())));
        listening.on(TaskListener.EVENTNAME_ASSIGNMENT, accounts::given);
        listening.on(TaskListener.EVENTNAME_ASSIGNMENT, assignment::takesPart);
        listening.on(TaskListener.EVENTNAME_COMPLETE, task -> tell(listener -> listener.completed(task.getId(), signedIn())));
        listening.on(TaskListener.EVENTNAME_DELETE, task -> tell(listener -> listener.ended(task.getId())));
        listening.on(TaskListener.EVENTNAME_CREATE, assignment::lookAt);
        listening.on(TaskListener.EVENTNAME_CREATE, bringForward::begin);
        assignment.decide(whose);
    }

    @Override
    public void process(DeployedProcess process, Listening<ExecutionListener> listening) {
        listening.on(ExecutionListener.EVENTNAME_START, instance -> {
            // a message starts it at another event, from a form that came through the gate
            boolean admitted = process.beginsByMessage(instance) ? gate.admitsSomething() : gate.admits(process.id());
            if (instance.getSuperExecution() == null && process.hasForm() && !admitted) {
                throw new AuthorizationException("Start " + process.name() + " with its form.");
            }
            if (instance.getSuperExecution() == null && signedIn() != null) {
                tell(listener -> listener.started(process.key(), RestrictedCases.council(instance.getTenantId()), signedIn(), instance.getBusinessKey()));
            }
        });
    }

    private void tell(Consumer<WorkListener> news) {
        listeners.forEach(news);
    }

    private static String signedIn() {
        return Inside.now().user();
    }

    private void onlyThroughTheGate(DelegateTask task) {
        if (!gate.admits(task.getId())) {
            throw new AnswersRefused(List.of("Answers are given with the task's form only."));
        }
    }

    /** A person who may not do it is told when they claim it or are given it, not after the work is done. */
    private void onlyWhoMay(DelegateTask task) {
        if (task.getAssignee() != null && task.getTenantId() != null) {
            authority.objection(task.getAssignee(), assignment.work(task)).ifPresent(why -> {
                throw new AnswersRefused(List.of(why));
            });
        }
    }
}
