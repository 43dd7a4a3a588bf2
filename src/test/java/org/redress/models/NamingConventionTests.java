package org.redress.models;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.redress.models.Convention.unless;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.instance.EventBasedGateway;
import org.camunda.bpm.model.bpmn.instance.FlowElement;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.Gateway;
import org.camunda.bpm.model.bpmn.instance.Message;
import org.camunda.bpm.model.bpmn.instance.ParallelGateway;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** One phrase for each element: its name says it to people, its id to the engine. */
class NamingConventionTests {

    private static final Map<String, String> PREFIXES = Map.ofEntries(
            Map.entry("startEvent", "StartEvent_"), Map.entry("endEvent", "EndEvent_"),
            Map.entry("intermediateCatchEvent", "IntermediateEvent_"),
            Map.entry("intermediateThrowEvent", "IntermediateEvent_"),
            Map.entry("boundaryEvent", "BoundaryEvent_"), Map.entry("userTask", "UserTask_"),
            Map.entry("serviceTask", "ServiceTask_"), Map.entry("businessRuleTask", "BusinessRuleTask_"),
            Map.entry("callActivity", "CallActivity_"), Map.entry("subProcess", "SubProcess_"),
            Map.entry("exclusiveGateway", "Gateway_"), Map.entry("parallelGateway", "Gateway_"),
            Map.entry("inclusiveGateway", "Gateway_"), Map.entry("eventBasedGateway", "Gateway_"));

    private static final Convention<BpmnFile, FlowNode> KINDS =
            new Convention<>(BpmnFile::nodes, NamingConventionTests::unknownKind);
    private static final Convention<BpmnFile, FlowNode> IDS =
            new Convention<>(file -> file.nodes().filter(node -> PREFIXES.containsKey(kind(node))),
                    NamingConventionTests::otherId);
    private static final Convention<BpmnFile, SequenceFlow> FLOW_IDS =
            new Convention<>(BpmnFile::flows, NamingConventionTests::otherFlowId);
    private static final Convention<BpmnFile, Message> MESSAGE_IDS =
            new Convention<>(file -> file.all(Message.class), NamingConventionTests::otherMessageId);
    private static final Convention<BpmnFile, FlowNode> NAMES = new Convention<>(
            file -> file.nodes().filter(node -> !(node instanceof Gateway)), NamingConventionTests::noName);
    private static final Convention<BpmnFile, FlowElement> SENTENCES = new Convention<>(
            file -> file.all(FlowElement.class).filter(element -> element.getName() != null),
            NamingConventionTests::notASentence);
    private static final Convention<BpmnFile, Gateway> SPLITS = new Convention<>(
            file -> gateways(file, true), NamingConventionTests::notAQuestion);
    private static final Convention<BpmnFile, Gateway> JOINS = new Convention<>(
            file -> gateways(file, false), NamingConventionTests::namedJoin);

    @Test
    void drawsOnlyKindsOfElementsThatTheHouseUses() {
        KINDS.holdsIn(ProjectFiles.models());
    }

    @Test
    void derivesIdsFromNames() {
        IDS.holdsIn(ProjectFiles.models());
    }

    @Test
    void derivesTheIdsOfFlowsFromTheirEnds() {
        FLOW_IDS.holdsIn(ProjectFiles.models());
    }

    @Test
    void derivesTheIdsOfMessagesFromTheirNames() {
        MESSAGE_IDS.holdsIn(ProjectFiles.models());
    }

    @Test
    void namesEveryTaskAndEvent() {
        NAMES.holdsIn(ProjectFiles.models());
    }

    @Test
    void writesNamesInSentenceCase() {
        SENTENCES.holdsIn(ProjectFiles.models());
    }

    @Test
    void asksAQuestionWhereTheWayDividesAndNamesTheAnswers() {
        SPLITS.holdsIn(ProjectFiles.models());
    }

    @Test
    void leavesJoinsUnnamed() {
        JOINS.holdsIn(ProjectFiles.models());
    }

    @Test
    void findsNothingWrongWithTheSample() {
        assertThat(faults(Sample.model())).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            ServiceTask_SetAnswerDeadline    | Activity_0abc12d        | call it ServiceTask_SetAnswerDeadline
            "Answer letter"                  | "Write to complainant’s" | call it UserTask_WriteToComplainants
            Gateway_AnswerDelivered          | Gateway_0xyz98w         | Gateway_ and a phrase
            Flow_AnswerGoodYes               | Flow_1k2j3h4            | call it Flow_AnswerGoodYes
            Flow_AnswerLetterToAnswerGood    | Flow_Next               | call it Flow_AnswerLetterToAnswerGood
            Message_LetterWithdrawn          | Message_2ab3cd4         | call it Message_LetterWithdrawn
            name="Answer due soon"           | ''                      | has no name
            name="Letter filed"              | name=" "                | has no name
            "File letter"                    | "File letter "          | blank
            "File letter"                    | "File  letter"          | blank
            "File letter"                    | "file letter"           | capital
            "File letter"                    | "File Letter"           | capital
            "File letter"                    | "FileLetter"            | capital
            "Answer good?"                   | "Answer good"           | question
            name="Answer good?"              | ''                      | question
            name="No"                        | ''                      | answer
            id="Gateway_AnswerDelivered"     | id="Gateway_AnswerDelivered" name="Answer delivered" | joins
            """)
    void findsWhatIsWrong(String now, String then, String fault) {
        assertThat(faults(Sample.model(now, then))).anySatisfy(text -> assertThat(text).contains("letter.bpmn", fault));
    }

    @Test
    void findsAKindOfElementThatTheHouseDoesNotUse() {
        BpmnFile broken = Sample.model("<businessRuleTask", "<manualTask", "</businessRuleTask>", "</manualTask>");

        assertThat(faults(broken)).singleElement().asString().contains("letter.bpmn", "is a manualTask");
    }

    @Test
    void findsAnIdThatIsUsedTwice() {
        assertThatThrownBy(() -> Sample.model("EndEvent_LetterFiled", "EndEvent_ReminderSent"))
                .hasMessageContaining("letter.bpmn").hasMessageContaining("EndEvent_ReminderSent");
    }

    private static List<String> faults(BpmnFile file) {
        return Stream.of(KINDS, IDS, FLOW_IDS, MESSAGE_IDS, NAMES, SENTENCES, SPLITS, JOINS)
                .flatMap(rule -> rule.faultsIn(file)).toList();
    }

    private static Stream<String> unknownKind(BpmnFile file, FlowNode node) {
        return unless(PREFIXES.containsKey(kind(node)), file.at(node) + "is a " + kind(node)
                + "; the house draws only " + PREFIXES.keySet().stream().sorted().toList());
    }

    private static Stream<String> otherId(BpmnFile file, FlowNode node) {
        String prefix = PREFIXES.get(kind(node));
        if (isNamed(node)) {
            String expected = prefix + Words.pascalCase(node.getName());
            return unless(expected.equals(node.getId()), file.at(node)
                    + "has an id that does not follow its name; call it " + expected);
        }
        return unless(String.valueOf(node.getId()).matches(prefix + "[A-Z][A-Za-z0-9]*"), file.at(node)
                + "has no telling id; call it " + prefix + " and a phrase, like Gateway_ComplaintAccepted");
    }

    private static Stream<String> otherFlowId(BpmnFile file, SequenceFlow flow) {
        String expected = "Flow_" + phrase(flow.getSource())
                + (isNamed(flow) ? Words.pascalCase(flow.getName()) : "To" + phrase(flow.getTarget()));
        return unless(expected.equals(flow.getId()), file.at(flow)
                + "has an id that does not follow its ends; call it " + expected);
    }

    private static Stream<String> otherMessageId(BpmnFile file, Message message) {
        String expected = "Message_" + message.getName();
        return unless(expected.equals(message.getId()), file.at(message)
                + "has an id that does not follow its name; call it " + expected);
    }

    private static Stream<String> noName(BpmnFile file, FlowNode node) {
        return unless(isNamed(node), file.at(node)
                + "has no name; a task is verb and object, an event object and state");
    }

    private static Stream<String> notASentence(BpmnFile file, FlowElement element) {
        String name = element.getName();
        return Stream.concat(
                unless(name.equals(name.strip().replaceAll("\\s+", " ")), file.at(element)
                        + "has a blank or a line break too many in its name; type the name again"),
                unless(name.isBlank() || Words.isSentenceCase(name), file.at(element)
                        + "is not in sentence case; only its first word and proper names begin with a capital"));
    }

    private static Stream<String> notAQuestion(BpmnFile file, Gateway gateway) {
        return Stream.concat(
                unless(isNamed(gateway) && gateway.getName().endsWith("?"), file.at(gateway)
                        + "does not ask a question; name it with one, like Response approved?"),
                file.outgoing(gateway).filter(flow -> !isNamed(flow))
                        .map(flow -> file.at(flow) + "is no answer to the question; name it, for example Yes"));
    }

    private static Stream<String> namedJoin(BpmnFile file, Gateway gateway) {
        return unless(!isNamed(gateway), file.at(gateway)
                + "only joins or forks, but has a name; remove the name, the lines say enough");
    }

    private static Stream<Gateway> gateways(BpmnFile file, boolean asking) {
        return file.all(Gateway.class).filter(gateway -> !(gateway instanceof EventBasedGateway))
                .filter(gateway -> asking == (!(gateway instanceof ParallelGateway)
                        && file.outgoing(gateway).count() > 1));
    }

    private static boolean isNamed(FlowElement element) {
        return element.getName() != null && !element.getName().isBlank();
    }

    private static String kind(FlowNode node) {
        return node.getElementType().getTypeName();
    }

    private static String phrase(FlowNode node) {
        return node.getId().substring(node.getId().indexOf('_') + 1);
    }
}
