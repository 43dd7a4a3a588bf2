package org.redress.models;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;

/** A small form that keeps every convention, and what becomes of it after some replacements. */
final class SampleForm {

    private static final String FORM = """
            {
              "executionPlatform": "Camunda Platform", "schemaVersion": 12, "id": "answer-letter", "type": "default",
              "components": [
                { "type": "text", "id": "Text_Thanks", "text": "Thank you." },
                { "type": "radio", "key": "tone", "label": "Tone", "values": [
                  { "label": "Plain", "value": "plain" }, { "label": "Formal", "value": "formal" } ] },
                { "type": "group", "id": "Group_Answer", "components": [
                  { "type": "textarea", "key": "answerText", "label": "Your answer", "validate": { "maxLength": 2000 },
                    "conditional": { "hide": "=tone != \\"plain\\"" } },
                  { "type": "datetime", "key": "sentOn", "subtype": "date", "dateLabel": "Sent on" }
                ] },
                { "type": "checkbox", "key": "copied", "label": "The Ombudsman gets a copy" },
                { "type": "separator", "id": "Separator_End" }
              ]
            }
            """;
    private static final String END = "{ \"type\": \"separator\"";

    private SampleForm() {
    }

    static FormFile file(String... replacements) {
        String form = FORM;
        for (int i = 0; i < replacements.length; i += 2) {
            assertThat(form).contains(replacements[i]);
            form = form.replace(replacements[i], replacements[i + 1]);
        }
        return FormFile.parse("answer-letter.form", form);
    }

    /** The sample with more components. */
    static FormFile with(String components) {
        return file(END, components + END);
    }

    static String checkboxes(String key, int number, String hide) {
        String checkbox = """
                { "type": "checkbox", "key": "%s%d", "label": "More", "conditional": { "hide": "%s" } },
                """;
        return IntStream.range(0, number)
                .mapToObj(i -> checkbox.formatted(key, i, hide.replace("\"", "\\\""))).collect(joining());
    }
}
