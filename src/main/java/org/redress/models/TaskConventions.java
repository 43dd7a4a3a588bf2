package org.redress.models;

import static org.redress.models.Convention.unless;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.instance.BusinessRuleTask;
import org.camunda.bpm.model.bpmn.instance.CallActivity;
import org.camunda.bpm.model.bpmn.instance.FlowElement;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.ServiceTask;
import org.camunda.bpm.model.bpmn.instance.StartEvent;
import org.camunda.bpm.model.bpmn.instance.UserTask;

/** Each task has what stands behind it: a form and a team, a delegate, a decision or a process. */
final class TaskConventions {

    private static final Pattern BEAN = Pattern.compile("\\$\\{([a-z][A-Za-z0-9]*)}");
    private static final String DEPLOYMENT = "deployment";

    static final List<Rule> ALL = List.of(
            Convention.model("task-start-forms", "A process that people can start begins with a form",
                    TaskConventions::startsByHand, TaskConventions::noStartForm),
            Convention.model("task-teams", "Every task of people is offered to a group",
                    file -> file.all(UserTask.class), TaskConventions::noTeam),
            Convention.<ServiceTask>model("task-delegate-names", "A service task is called by the words of its delegate",
                    file -> file.all(ServiceTask.class), TaskConventions::otherDelegateName),
            Convention.model("task-bindings", "A form, a table and a called process are those of the same deployment, so that a running case keeps them",
                    TaskConventions::bound, TaskConventions::otherBinding));

    private TaskConventions() {}

    private static Stream<Finding> noStartForm(BpmnFile file, StartEvent start) {
        return unless(start.getCamundaFormRef() != null, file.at(start).says("has no form; choose a Camunda form of the folder forms/, "
                + "or untick Startable in Tasklist if a process starts this one"));
    }

    /** What names a form, a table or a process; a task without one is found by another rule. */
    private static Stream<FlowElement> bound(BpmnFile file) {
        return Stream.of(file.all(UserTask.class).filter(task -> task.getCamundaFormRef() != null), file.all(StartEvent.class).filter(start -> start.getCamundaFormRef() != null),
                file.all(BusinessRuleTask.class).filter(task -> task.getCamundaDecisionRef() != null), file.all(CallActivity.class)).flatMap(elements -> elements);
    }

    private static Stream<Finding> otherBinding(BpmnFile file, FlowElement element) {
        String binding = element instanceof UserTask task ? task.getCamundaFormRefBinding() : element instanceof StartEvent start ? start.getCamundaFormRefBinding()
                : element instanceof BusinessRuleTask rules ? rules.getCamundaDecisionRefBinding() : ((CallActivity) element).getCamundaCalledElementBinding();
        return unless(DEPLOYMENT.equals(binding), file.at(element).says("takes its " + (element instanceof CallActivity ? "process" : element instanceof BusinessRuleTask ? "decision" : "form")
                + " from " + (binding == null ? "the latest deployment" : binding) + "; set Binding to deployment, so that a running case keeps what it began with"));
    }

    private static Stream<StartEvent> startsByHand(BpmnFile file) {
        return file.all(StartEvent.class).filter(start -> start.getEventDefinitions().isEmpty())
                .filter(start -> start.getParentElement() instanceof Process process
                        && process.isCamundaStartableInTasklist());
    }

    private static Stream<Finding> noTeam(BpmnFile file, UserTask task) {
        return unless(task.getCamundaCandidateGroups() != null, file.at(task).says("has no team; set Candidate groups, so that somebody sees it when the assignee is away"));
    }

    private static Stream<Finding> otherDelegateName(BpmnFile file, ServiceTask task) {
        Matcher bean = BEAN.matcher(String.valueOf(task.getCamundaDelegateExpression()));
        return unless(!bean.matches() || Words.standIn(String.valueOf(task.getName()), bean.group(1)), file.at(task).says("does not use the words of " + task.getCamundaDelegateExpression()
                + " in their order; rename the task or call the delegate that does this"));
    }
}
