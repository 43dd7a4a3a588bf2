package org.redress.models;

import java.util.function.Function;
import java.util.stream.Stream;

/**
 * One thing that models, tables and forms keep. All rules are in the list {@link ModelRules}, which whoever checks models runs: the
 * start, {@code redress check}, and the tests over the models of the product. The tests have a sample for each that breaks it.
 *
 * @param id by which findings and documents name it
 * @param weight what comes of it where it is not kept
 * @param sentence what holds, for the process owner
 * @param subjects what it looks at
 */
record Rule(String id, About about, Weight weight, String sentence, Function<Models, Stream<?>> subjects, Function<Models, Stream<Finding>> look) {
    /** What a rule is about, in the order of the documents. */
    enum About {
        FILES("Files and folders"), MODELS("Models"), TABLES("Decision tables"), FORMS("Forms"), LETTERS("Letters"), CONDITIONS("Cells of tables and conditions of forms"),
        WRITING("How models are written"), DRAWING("How models are drawn"), ROWS("How tables are written"), FIELDS("How forms are written");

        private final String title;

        About(String title) {
            this.title = title;
        }

        String title() {
            return title;
        }
    }

    /** What comes of a rule that is not kept. */
    enum Weight {
        /** Nothing is deployed. */
        REFUSED,
        /** It is deployed and works; the house advises to write it otherwise. */
        ADVICE
    }

    /** A rule for which a start refuses, about whatever was read. */
    Rule(String id, About about, String sentence, Function<Models, Stream<Finding>> look) {
        this(id, about, Weight.REFUSED, sentence, Stream::of, look);
    }

    /** A rule that shows while a file is read, because what breaks it must not be read any further. */
    static Rule ofReading(String id, String sentence) {
        return new Rule(id, About.FILES, sentence, models -> models.unread().filter(finding -> finding.rule().equals(id)));
    }

    /** The same rule, for which a start refuses. */
    Rule refused() {
        return new Rule(id, about, Weight.REFUSED, sentence, subjects, look);
    }

    boolean refuses() {
        return weight == Weight.REFUSED;
    }

    Stream<Finding> findings(Models models) {
        return look.apply(models);
    }
}
