package org.redress.models;

import java.util.function.Function;
import java.util.stream.Stream;

/**
 * One thing that models, tables and forms keep. All rules are in the list {@link ModelRules}, which whoever checks models runs: the
 * start, and the tests over the models of the product. The tests have a sample for each that breaks it.
 *
 * @param id by which findings and documents name it
 * @param sentence what holds, for the process owner
 */
record Rule(String id, About about, String sentence, Function<Models, Stream<Finding>> look) {
    /** What a rule is about, in the order of the documents. */
    enum About {
        FILES("Files and folders"), MODELS("Models"), TABLES("Decision tables"), FORMS("Forms"), CONDITIONS("Cells of tables and conditions of forms");

        private final String title;

        About(String title) {
            this.title = title;
        }

        String title() {
            return title;
        }
    }

    /** A rule that shows while a file is read, because what breaks it must not be read any further. */
    static Rule ofReading(String id, String sentence) {
        return new Rule(id, About.FILES, sentence, models -> models.unread().filter(finding -> finding.rule().equals(id)));
    }
}
