package org.redress.models;

import static org.redress.models.Convention.unless;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.instance.StartEvent;
import org.camunda.bpm.model.bpmn.instance.SubProcess;
import org.camunda.bpm.model.bpmn.instance.UserTask;

/** Few forms, short forms, and none that the Tasklist of Camunda 7 cannot show. */
final class FormConventions {

    private static final int MOST_INPUTS = 11;
    private static final int MOST_INPUTS_AT_ONCE = 8;
    private static final int LATEST_SCHEMA = 16;

    static final List<Rule> ALL = List.of(
            each("fields-file-name", "The id of a form is in lower case with hyphens, and its file is named after it",
                    FormConventions::otherFileName),
            each("fields-platform", "A form is one of Camunda 7, in a version of the schema that Tasklist shows",
                    FormConventions::otherPlatform),
            each("fields-few", "A form asks at most 11 things, and at most 8 at a time",
                    FormConventions::tooLong),
            new Rule("fields-shown", Rule.About.FIELDS, Rule.Weight.ADVICE, "Every form is shown by some model", Models::forms, FormConventions::unshown),
            new Rule("fields-begins", Rule.About.FIELDS, Rule.Weight.ADVICE,
                    "A field that begins with what the part around the task suggests says so with the property begins = as-given", FormConventions::suggested, FormConventions::beginsEmpty));

    /** A field of a form that a task shows, for which the part around the task has a suggestion under the same name. */
    private record Suggested(FormFile form, JsonNode field) {}

    private FormConventions() {}

    private static Stream<Finding> unshown(Models models) {
        var shown = shownBy(models.drawn().toList());
        // a model that cannot be read may show it
        boolean all = models.drawn().count() == models.processes().count();
        return all ? models.forms().flatMap(form -> unused(form, shown)).map(finding -> finding.under("fields-shown")) : Stream.empty();
    }

    private static Stream<Suggested> suggested(Models models) {
        return models.drawn().flatMap(model -> model.all(UserTask.class)).flatMap(task -> models.forms().filter(form -> form.stem().equals(task.getCamundaFormRef()))
                .flatMap(form -> form.inputs().filter(field -> isSuggested(task, field.path("key").asText())).map(field -> new Suggested(form, field)))).distinct();
    }

    /** What a part of a model begins with under its own name is meant as a suggestion; the form has to say that it takes it. */
    private static Stream<Finding> beginsEmpty(Models models) {
        return suggested(models).filter(one -> !"as-given".equals(one.field().path("properties").path("begins").asText()))
                .map(one -> one.form().finding("fields-begins", one.field(), "begins empty although the model suggests it; give it the property begins = as-given"));
    }

    private static boolean isSuggested(UserTask task, String key) {
        return task.getParentElement() instanceof SubProcess part && BpmnFile.inputParameter(part, key).filter(("${" + key + "}")::equals).isPresent();
    }

    private static Rule each(String id, String sentence, Function<FormFile, Stream<Finding>> faults) {
        return Convention.form(id, sentence, Stream::of, (form, self) -> faults.apply(form));
    }

    private static Stream<Finding> otherFileName(FormFile form) {
        String id = form.root().path("id").asText();
        return Stream.concat(
                unless(form.stem().equals(id), form.itself().says("the id " + id + " stands in a file of another name; "
                        + "the file is named " + id + ".form, or the form " + form.stem())),
                unless(Words.isKebabCase(id), form.itself().says("the id " + id
                        + " is not in lower case with hyphens, like send-response")));
    }

    private static Stream<Finding> otherPlatform(FormFile form) {
        String platform = form.root().path("executionPlatform").asText();
        int schema = form.root().path("schemaVersion").asInt();
        return Stream.concat(
                unless("Camunda Platform".equals(platform), form.itself().says("it is made for " + platform
                        + "; create it as a Camunda Platform (7) form")),
                unless(0 < schema && schema <= LATEST_SCHEMA, form.itself().says("it has the schema version " + schema
                        + "; Tasklist shows at most " + LATEST_SCHEMA + ", save it with an older Modeler")));
    }

    private static Stream<Finding> tooLong(FormFile form) {
        // what only shows something of the record asks nothing
        long all = form.inputs().filter(input -> !FormFile.shows(input)).count();
        long always = form.inputs().filter(input -> !FormFile.shows(input) && FormFile.condition(input).isEmpty()).count();
        return Stream.concat(
                unless(all <= MOST_INPUTS, form.itself().says("it asks " + all + " things, more than " + MOST_INPUTS
                        + "; divide the task")),
                unless(always <= MOST_INPUTS_AT_ONCE, form.itself().says("it shows " + always + " at once, more than "
                        + MOST_INPUTS_AT_ONCE + "; hide what is asked only sometimes")));
    }

    private static Stream<Finding> unused(FormFile form, Set<String> shown) {
        return unless(shown.contains(form.stem()), form.itself().says("no model shows it; use it in a model or delete it"));
    }

    private static Set<String> shownBy(List<BpmnFile> models) {
        return models.stream().flatMap(model -> Stream.concat(
                model.all(UserTask.class).map(UserTask::getCamundaFormRef),
                model.all(StartEvent.class).map(StartEvent::getCamundaFormRef)))
                .filter(Objects::nonNull).collect(Collectors.toSet());
    }
}
