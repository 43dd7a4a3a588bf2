package org.redress.models;

import static org.redress.models.Convention.unless;

import java.util.List;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.instance.BaseElement;
import org.camunda.bpm.model.bpmn.instance.BusinessRuleTask;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.ServiceTask;
import org.camunda.bpm.model.bpmn.instance.TimerEventDefinition;
import org.camunda.bpm.model.bpmn.instance.UserTask;

/** Whatever people must do, and by when, names the rule that says so. */
final class DocumentationConventions {

    static final List<Rule> ALL = List.of(
            Convention.model("writing-sources", "Processes, tasks of people, decisions, deadlines and timers name in their documentation the rule on which they rest",
                    DocumentationConventions::bound, DocumentationConventions::noSource));

    private DocumentationConventions() {}

    private static Stream<BaseElement> bound(BpmnFile file) {
        return Stream.of(
                file.all(Process.class),
                file.all(UserTask.class),
                file.all(BusinessRuleTask.class),
                file.all(ServiceTask.class).filter(Deadlines::isSet),
                file.all(TimerEventDefinition.class).map(timer -> (BaseElement) timer.getParentElement()))
                .flatMap(elements -> elements);
    }

    private static Stream<Finding> noSource(BpmnFile file, BaseElement element) {
        String documentation = BpmnFile.documentation(element);
        return unless(RuleSource.isNamedIn(documentation), file.at(element).says("names no rule in its documentation ("
                + documentation + "); add one, " + RuleSource.EXAMPLES));
    }
}
