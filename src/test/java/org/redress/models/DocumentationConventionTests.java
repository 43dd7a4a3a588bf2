package org.redress.models;

import static org.assertj.core.api.Assertions.assertThat;
import static org.redress.models.Convention.unless;

import java.util.List;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.instance.BaseElement;
import org.camunda.bpm.model.bpmn.instance.BusinessRuleTask;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.ServiceTask;
import org.camunda.bpm.model.bpmn.instance.TimerEventDefinition;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever people must do, and by when, names the rule that says so. */
class DocumentationConventionTests {

    private static final Convention<BpmnFile, BaseElement> SOURCES =
            new Convention<>(DocumentationConventionTests::bound, DocumentationConventionTests::noSource);

    @Test
    void namesTheRuleBehindProcessesTasksDecisionsAndTimers() {
        SOURCES.holdsIn(ProjectFiles.models());
    }

    @Test
    void findsNothingWrongWithTheSample() {
        assertThat(faults(Sample.model())).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"A letter is answered. CORP-20.", "CORP-21.", "CORP-22.", "CORP-23.", "CORP-24.",
            "CORP-25.", "Rule book 2."})
    void findsADocumentationWithoutARule(String documentation) {
        assertThat(faults(Sample.model(documentation, "As usual."))).singleElement().asString()
                .contains("letter.bpmn", "names no rule");
    }

    private static List<String> faults(BpmnFile file) {
        return SOURCES.faultsIn(file).toList();
    }

    private static Stream<BaseElement> bound(BpmnFile file) {
        return Stream.of(
                file.all(Process.class),
                file.all(UserTask.class),
                file.all(BusinessRuleTask.class),
                file.all(ServiceTask.class).filter(Deadlines::isSet),
                file.all(TimerEventDefinition.class).map(timer -> (BaseElement) timer.getParentElement()))
                .flatMap(elements -> elements);
    }

    private static Stream<String> noSource(BpmnFile file, BaseElement element) {
        String documentation = BpmnFile.documentation(element);
        return unless(RuleSource.isNamedIn(documentation), file.at(element) + "names no rule in its documentation ("
                + documentation + "); add one, " + RuleSource.EXAMPLES);
    }
}
