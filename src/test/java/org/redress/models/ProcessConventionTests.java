package org.redress.models;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;
import static org.redress.models.Convention.assertNone;
import static org.redress.models.Convention.unless;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.instance.BaseElement;
import org.camunda.bpm.model.bpmn.instance.FlowElement;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** One process a file, few files, no copies, nothing too big for one look. */
class ProcessConventionTests {

    private static final int MOST_MODELS = 42;
    private static final int MOST_NODES = 20;
    private static final double COPY = 0.7;

    private static final Convention<BpmnFile, BpmnFile> ONE_PROCESS =
            new Convention<>(Stream::of, (file, self) -> severalProcesses(file));
    private static final Convention<BpmnFile, Process> FILE_NAME =
            new Convention<>(file -> file.all(Process.class), ProcessConventionTests::otherFileName);
    private static final Convention<BpmnFile, Process> ATTRIBUTES =
            new Convention<>(file -> file.all(Process.class), ProcessConventionTests::missingAttributes);
    private static final Convention<BpmnFile, BaseElement> SIZE =
            new Convention<>(BpmnFile::levels, ProcessConventionTests::tooManyNodes);

    @Test
    void holdsOneProcessAFile() {
        ONE_PROCESS.holdsIn(ProjectFiles.models());
    }

    @Test
    void namesTheFileAfterTheProcess() {
        FILE_NAME.holdsIn(ProjectFiles.models());
    }

    @Test
    void saysWhatItIsAndHowLongItsHistoryIsKept() {
        ATTRIBUTES.holdsIn(ProjectFiles.models());
    }

    @Test
    void fitsEachLevelIntoOneLook() {
        SIZE.holdsIn(ProjectFiles.models());
    }

    @Test
    void staysAFolderThatCanBeLookedThrough() {
        assertThat(ProjectFiles.models().stream().map(BpmnFile::name)).as("models in processes/; generalise one before you add one")
                .isNotEmpty().hasSizeLessThanOrEqualTo(MOST_MODELS);
    }

    @Test
    void hasNoCopies() {
        assertThat(ProjectFiles.models()).hasSizeGreaterThan(1);
        assertNone(Pairs.of(ProjectFiles.models()).flatMap(pair -> copy(pair.first(), pair.second())));
    }

    @Test
    void findsACopy() {
        BpmnFile copy = Sample.model("Determine tone", "Determine style");

        assertThat(copy(Sample.model(), copy)).singleElement().asString().contains("copies of each other");
    }

    @Test
    void findsNothingWrongWithTheSample() {
        assertThat(faults(Sample.model())).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            <process id="letter"             | <process id="anotherName"           | named anotherName.bpmn
            <process id="letter"             | <process id="LETTER"                | lower case
            </process>                       | </process><process id="letter-2"/>  | 2 processes
            isExecutable="true"              | isExecutable="false"                | executable
            camunda:historyTimeToLive="P6Y"  | camunda:versionTag="1"              | history
            <process id="letter" name="Letter" | <process id="letter"              | no name
            <documentation>A letter is answered. CORP-20.</documentation> | ''     | no documentation
            """)
    void findsWhatIsWrong(String now, String then, String fault) {
        assertThat(faults(Sample.model(now, then))).anySatisfy(text -> assertThat(text).contains("letter.bpmn", fault));
    }

    @Test
    void findsALevelThatIsTooFull() {
        String more = IntStream.range(0, MOST_NODES).mapToObj("<endEvent id='EndEvent_More%d'/>"::formatted)
                .collect(joining());
        BpmnFile full = Sample.model("</process>", more + "</process>");

        assertThat(faults(full)).singleElement().asString().contains("letter has", "sub-process");
    }

    private static List<String> faults(BpmnFile file) {
        return Stream.of(ONE_PROCESS, FILE_NAME, ATTRIBUTES, SIZE).flatMap(rule -> rule.faultsIn(file)).toList();
    }

    private static Stream<String> severalProcesses(BpmnFile file) {
        long processes = file.all(Process.class).count();
        return unless(processes == 1, file.name() + " has " + processes + " processes; give each a file of its own");
    }

    private static Stream<String> otherFileName(BpmnFile file, Process process) {
        return Stream.concat(
                unless(file.stem().equals(process.getId()), file.at(process) + "stands in a file of another name; "
                        + "the file is named " + process.getId() + ".bpmn, or the process " + file.stem()),
                unless(Words.isKebabCase(process.getId()), file.at(process)
                        + "is not in lower case with hyphens, like review-panel"));
    }

    private static Stream<String> missingAttributes(BpmnFile file, Process process) {
        return Stream.of(
                unless(process.isExecutable(), file.at(process) + "is not executable; tick Executable"),
                unless(process.getCamundaHistoryTimeToLiveString() != null, file.at(process)
                        + "does not say how long its history is kept; set Time to live, for example P6Y"),
                unless(process.getName() != null && !process.getName().isBlank(), file.at(process)
                        + "has no name; Tasklist shows it under Start process"),
                unless(!BpmnFile.documentation(process).isBlank(), file.at(process)
                        + "has no documentation; say what it does and on which rule it rests"))
                .flatMap(faults -> faults);
    }

    private static Stream<String> tooManyNodes(BpmnFile file, BaseElement level) {
        long nodes = file.nodesOn(level).count();
        return unless(nodes <= MOST_NODES, file.at(level) + "has " + nodes + " elements on one level, more than "
                + MOST_NODES + "; draw some of them as a sub-process or a called process");
    }

    private static Stream<String> copy(BpmnFile first, BpmnFile second) {
        List<String> names = namesIn(first);
        List<String> others = new ArrayList<>(namesIn(second));
        long common = names.stream().filter(others::remove).count();
        double share = (double) common / Math.min(names.size(), namesIn(second).size());
        return unless(share < COPY, first.name() + " and " + second.name() + " are copies of each other: "
                + common + " elements have the same names; call one model with a variable instead");
    }

    private static List<String> namesIn(BpmnFile file) {
        return file.nodes().map(FlowElement::getName).filter(name -> name != null && !name.isBlank()).toList();
    }
}
