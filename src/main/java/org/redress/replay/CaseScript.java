package org.redress.replay;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.redress.gate.FormField;

/**
 * A case as a list of what happened, in order. The format is documented in docs/case-scripts.md.
 *
 * @param inFlightOn the days of the script on which the demonstration's unfinished copies stand, one copy a day
 * @param findings what the checks of data quality must find, and nothing else; without it nothing is compared
 */
public record CaseScript(
        String reference,
        String council,
        String title,
        String source,
        List<LocalDate> inFlightOn,
        List<Step> steps,
        List<Expectation> expectations,
        @Nullable SourceSummary summary,
        @Nullable List<ExpectedFinding> findings) {

    /** The same with other answers in every step. */
    CaseScript answering(UnaryOperator<Map<String, Object>> answers) {
        return new CaseScript(reference, council, title, source, inFlightOn, steps.stream().map(step -> step.with(step.name(), answers.apply(step.answers()), step.written())).toList(),
                expectations, summary, findings);
    }

    /** What a step is. */
    public enum Kind {
        START,
        TASK,
        NOTE
    }

    /**
     * Something that happened or was tried.
     *
     * @param name the process that is started, the task that is done, or the text of a note
     * @param numbers which issue, action or comment the task is for, by the name of the variable, where there are several tasks of one name
     * @param assumed what the source does not say, by answer, "on", "as" or "step" for all of it, with the reason
     * @param written what the source says where it is a slip, by the same keys
     * @param inSource how the source tells it, where a check of the source needs to know
     * @param turnedDown words of the sentence with which the product must refuse this step
     * @param confirmed whether what the product asks back about this step is confirmed
     * @param lines where its keys stand; an answer's by its key behind "answers/"
     */
    public record Step(
            int line,
            LocalDate on,
            Kind kind,
            String name,
            @Nullable String as,
            Map<String, Integer> numbers,
            Map<String, Object> answers,
            Map<String, String> assumed,
            Map<String, String> written,
            InSource inSource,
            @Nullable String turnedDown,
            boolean confirmed,
            Map<String, Integer> lines) {

        /** A step that somebody makes of other data; choices may be written in the words of the form. */
        public static Step of(int line, LocalDate on, Kind kind, String name, @Nullable String as, Map<String, Integer> numbers, Map<String, Object> answers) {
            return Answering.understood(Vocabulary.ofTheProduct(), new Step(line, on, kind, name, as, numbers, answers, Map.of(), Map.of(), InSource.PLAIN, null, false, Map.of()));
        }

        /** What a form of this name calls a field; the key itself if it asks for no such thing. */
        public static String label(String name, String key) {
            var field = Vocabulary.ofTheProduct().fields(name).get(key);
            return field == null ? key : field.label();
        }

        /** The variable of the process from which a field of this name takes its options, if only the case knows them. */
        public static Optional<String> optionsFrom(String name, String key) {
            return Optional.ofNullable(Vocabulary.ofTheProduct().fields(name).get(key)).map(FormField::optionsFrom);
        }

        /** The same step under the model's own name and with these answers; what the source has otherwise is remarked. */
        Step with(String ownName, Map<String, Object> understood, Map<String, String> otherwise) {
            return new Step(line, on, kind, ownName, as, numbers, understood, assumed, otherwise, inSource, turnedDown, confirmed, lines);
        }

        int lineOf(String key) {
            return lines.getOrDefault(key, line);
        }
    }

    /**
     * How the source tells a step (DQ-1…DQ-6, DQ-10).
     *
     * @param asWritten the day as the source writes it, where that is a slip
     * @param cites days that a letter of this step speaks of
     * @param names people as the source names them here
     * @param formal a letter or a meeting, which belong on working days
     */
    record InSource(@Nullable LocalDate asWritten, List<LocalDate> cites, List<String> names, @Nullable String formal) {
        static final InSource PLAIN = new InSource(null, List.of(), List.of(), null);
    }

    /** What the summary at the head of a decision says: how many faults, and what a payment is for (DQ-8). */
    record SourceSummary(@Nullable Integer faults, @Nullable String paysFor) {}

    /** What a check of the data must find: the rule and words of its sentence. */
    record ExpectedFinding(int line, String rule, String words) {}

    /** What must come out. */
    sealed interface Expectation {
        int line();
    }

    /** A deadline of a stage, or one of several of a kind, with its due day and outcome. */
    record ExpectedDeadline(int line, String deadline, int stage, @Nullable Integer item, LocalDate due, String outcome) implements Expectation {}

    /** The Ombudsman's decision. */
    record ExpectedDecision(int line, String decision, String reason, LocalDate on, @Nullable String powers) implements Expectation {}

    /** What the Ombudsman's intake decides, by its code or its words, and the reason for closing. */
    record ExpectedIntake(int line, String intake, LocalDate on, @Nullable String reason) implements Expectation {}

    /** An issue that the Ombudsman does not investigate, and the ground. */
    record ExpectedExclusion(int line, int issue, String ground) implements Expectation {}

    /** The outcome of an agreed action; one without a period has no due day. */
    record ExpectedAction(int line, int action, String kind, @Nullable Integer amount, @Nullable LocalDate due, @Nullable LocalDate target, String outcome) implements Expectation {}
}
