package org.redress.models;

import static org.assertj.core.api.Assertions.assertThat;
import static org.redress.models.Convention.unless;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.instance.StartEvent;
import org.camunda.bpm.model.bpmn.instance.SubProcess;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Few forms, short forms, and none that the Tasklist of Camunda 7 cannot show. */
class FormConventionTests {

    private static final int MOST_FORMS = 105;
    private static final int MOST_INPUTS = 11;
    private static final int MOST_INPUTS_AT_ONCE = 8;
    private static final int LATEST_SCHEMA = 16;

    private static final Convention<FormFile, FormFile> FILE_NAMES = each(FormConventionTests::otherFileName);
    private static final Convention<FormFile, FormFile> PLATFORMS = each(FormConventionTests::otherPlatform);
    private static final Convention<FormFile, FormFile> LENGTHS = each(FormConventionTests::tooLong);

    @Test
    void namesTheFileAfterTheForm() {
        FILE_NAMES.holdsIn(ProjectFiles.forms());
    }

    @Test
    void canBeShownInTasklist() {
        PLATFORMS.holdsIn(ProjectFiles.forms());
    }

    @Test
    void asksLittleAtATime() {
        LENGTHS.holdsIn(ProjectFiles.forms());
    }

    @Test
    void isShownBySomeModel() {
        Set<String> shown = shownBy(ProjectFiles.models());
        new Convention<FormFile, FormFile>(Stream::of, (form, self) -> unused(form, shown))
                .holdsIn(ProjectFiles.forms());
    }

    /** What a part of a model begins with under its own name is meant as a suggestion; the form has to say that it takes it. */
    @Test
    void beginsWithWhatAPartOfAModelSuggests() {
        var forms = ProjectFiles.forms().stream().collect(Collectors.toMap(FormFile::stem, form -> form));
        var suggested = ProjectFiles.models().stream().flatMap(model -> model.all(UserTask.class))
                .flatMap(task -> forms.get(task.getCamundaFormRef()).inputs().filter(field -> isSuggested(task, field.path("key").asText())).map(field -> Map.entry(task.getCamundaFormRef(), field))).toList();

        assertThat(suggested).hasSizeGreaterThanOrEqualTo(8).allSatisfy(one -> assertThat(one.getValue().path("properties").path("begins").asText())
                .as(one.getKey() + ".form: " + one.getValue().path("key").asText() + " begins empty although the model suggests it; give it the property begins = as-given").isEqualTo("as-given"));
    }

    private static boolean isSuggested(UserTask task, String key) {
        return task.getParentElement() instanceof SubProcess part && BpmnFile.inputParameter(part, key).filter(("${" + key + "}")::equals).isPresent();
    }

    @Test
    void staysAFolderThatCanBeLookedThrough() {
        assertThat(ProjectFiles.forms().stream().map(FormFile::name)).as("forms in forms/").isNotEmpty().hasSizeLessThanOrEqualTo(MOST_FORMS);
    }

    @Test
    void findsNothingWrongWithTheSample() {
        assertThat(faults(SampleForm.file())).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            "answer-letter"     | "reply"                  | named reply.form
            "answer-letter"     | "answerLetter"           | lower case
            "Camunda Platform"  | "Camunda Cloud"          | Camunda Cloud
            "schemaVersion": 12 | "schemaVersion": 17      | schema version 17
            "schemaVersion": 12 | "schema": 12             | schema version
            """)
    void findsWhatIsWrong(String now, String then, String fault) {
        assertThat(faults(SampleForm.file(now, then)))
                .anySatisfy(text -> assertThat(text).contains("answer-letter.form", fault));
    }

    @Test
    void findsAFormThatAsksTooMuch() {
        String conditional = SampleForm.checkboxes("kept", MOST_INPUTS_AT_ONCE, "=tone != \"plain\"");
        String always = SampleForm.checkboxes("more", MOST_INPUTS_AT_ONCE, "");

        assertThat(faults(SampleForm.with(conditional))).singleElement().asString().contains("asks 12 things");
        assertThat(faults(SampleForm.with(always))).anySatisfy(
                text -> assertThat(text).contains("answer-letter.form", "shows 11 at once"));
    }

    @Test
    void findsAFormThatNoModelShows() {
        Set<String> shown = shownBy(List.of(Sample.model("answer-letter", "letter-received")));

        assertThat(unused(SampleForm.file(), shown)).singleElement().asString().contains("no model shows");
        assertThat(unused(SampleForm.file(), shownBy(List.of(Sample.model())))).isEmpty();
    }

    private static List<String> faults(FormFile form) {
        return Stream.of(FILE_NAMES, PLATFORMS, LENGTHS).flatMap(rule -> rule.faultsIn(form)).toList();
    }

    private static Convention<FormFile, FormFile> each(Function<FormFile, Stream<String>> faults) {
        return new Convention<>(Stream::of, (form, self) -> faults.apply(form));
    }

    private static Stream<String> otherFileName(FormFile form) {
        String id = form.root().path("id").asText();
        return Stream.concat(
                unless(form.stem().equals(id), form.name() + ": the form " + id + " stands in a file of another name; "
                        + "the file is named " + id + ".form, or the form " + form.stem()),
                unless(Words.isKebabCase(id), form.name() + ": the id " + id
                        + " is not in lower case with hyphens, like send-response"));
    }

    private static Stream<String> otherPlatform(FormFile form) {
        String platform = form.root().path("executionPlatform").asText();
        int schema = form.root().path("schemaVersion").asInt();
        return Stream.concat(
                unless("Camunda Platform".equals(platform), form.name() + " is made for " + platform
                        + "; create it as a Camunda Platform (7) form"),
                unless(0 < schema && schema <= LATEST_SCHEMA, form.name() + " has the schema version " + schema
                        + "; Tasklist shows at most " + LATEST_SCHEMA + ", save it with an older Modeler"));
    }

    private static Stream<String> tooLong(FormFile form) {
        // what only shows something of the record asks nothing
        long all = form.inputs().filter(input -> !FormFile.shows(input)).count();
        long always = form.inputs().filter(input -> !FormFile.shows(input) && FormFile.condition(input).isEmpty()).count();
        return Stream.concat(
                unless(all <= MOST_INPUTS, form.name() + " asks " + all + " things, more than " + MOST_INPUTS
                        + "; divide the task"),
                unless(always <= MOST_INPUTS_AT_ONCE, form.name() + " shows " + always + " at once, more than "
                        + MOST_INPUTS_AT_ONCE + "; hide what is asked only sometimes"));
    }

    private static Stream<String> unused(FormFile form, Set<String> shown) {
        return unless(shown.contains(form.stem()), form.name()
                + ": no model shows this form; use it in a model or delete it");
    }

    private static Set<String> shownBy(List<BpmnFile> models) {
        return models.stream().flatMap(model -> Stream.concat(
                model.all(UserTask.class).map(UserTask::getCamundaFormRef),
                model.all(StartEvent.class).map(StartEvent::getCamundaFormRef)))
                .filter(Objects::nonNull).collect(Collectors.toSet());
    }
}
