package org.redress.models;

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
                { "type": "radio", "key": "answer", "label": "Answer", "values": [ { "label": "Good", "value": "good" }, { "label": "Bad", "value": "bad" } ] },
                { "type": "checkbox", "key": "byPost", "label": "It goes by post" },
                { "type": "checkbox", "key": "copied", "label": "The Ombudsman gets a copy" },
                { "type": "separator", "id": "Separator_End" }
              ]
            }
            """;
    static final String RECEIVED = """
            {
              "executionPlatform": "Camunda Platform", "schemaVersion": 12, "id": "letter-received", "type": "default",
              "components": [
                { "type": "radio", "key": "writer", "label": "Who writes", "values": [ { "label": "A child", "value": "child" }, { "label": "An adult", "value": "adult" } ] },
                { "type": "number", "key": "paper", "label": "Sheets of paper", "validate": { "max": 20 }, "decimalDigits": 0 }
              ]
            }
            """;

    static final String FIRST = "{ \"type\": \"text\", \"id\": \"Text_Thanks\"";

    private SampleForm() {}

    static String text() {
        return FORM;
    }
}
