package org.redress.cost;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.redress.cost.CountedPaths.Kind;
import org.redress.cost.CountedPaths.Step;
import org.redress.testing.Statements.Sent;

/** What a way sent to the database: what is compared with the floor, and apart from it what came with features that the floor was never meant to have. */
final class Counts {
    private static final int SHOWN = 8;

    private final Map<Part, List<Sent>> parts = new EnumMap<>(Part.class);
    private final List<Step> steps;

    Counts(List<Step> steps) {
        this.steps = steps;
        Arrays.stream(Part.values()).forEach(part -> parts.put(part, steps.stream()
                .flatMap(step -> step.recorded().statements().stream().filter(sent -> part(step, sent) == part)).toList()));
    }

    private static final List<String> OF_LETTERS = List.of("KeepSentLetters.", "LetterDocuments.", "LetterFacts.", "LetterDays.", "DeployedLetters.", "ApprovedLetters.", "WrittenLetters.", "Proofs.", "Dispatches.", "DoneByHand.");

    /**
     * What a statement belongs to; the first that fits says so. Apart from what is counted stands only what a complaint of the floor could not have, because it came later and is a work of its own,
     * and blocks of ids, whose number depends on what was there before.
     */
    enum Part {
        LATER_STEPS("steps that a complaint has since: the facts of each issue", true, (step, sent) -> step.kind() == Kind.LATER),
        SEARCH("rows of the search", true, (step, sent) -> by(sent, "SearchRows.")),
        LETTERS("letters as documents: read before they go, approved, and kept as they went", true, (step, sent) -> OF_LETTERS.stream().anyMatch(one -> by(sent, one)) || sent.kind().matches(".* (proof|attachment\\w*)")),
        CLAIMS_IN_THE_CHAIN("claims in the record of changes", true, (step, sent) -> step.kind() == Kind.CLAIM && (sent.kind().endsWith(" audit") || sent.kind().endsWith(" audit_head"))),
        IDS("numbers for the rows of each step", false, (step, sent) -> sent.text().startsWith("select next value for") && !sent.text().contains("complaint_number")),
        TALLY("tally of steps and deadlines", false, (step, sent) -> by(sent, "Tally.") || by(sent, "StepEnds.")),
        PARTS("who has a part in a case", false, (step, sent) -> sent.kind().endsWith(" case_part")),
        RESTRICTED("whom a case is about, and restricted cases", false, (step, sent) -> by(sent, "RestrictedCases.")),
        DRAFTS("what was typed and not sent", false, (step, sent) -> by(sent, "DraftTable.")),
        HANDING_OVER("services, leave, and who can do what comes next", false, (step, sent) -> by(sent, "Services.") || by(sent, "Absences.") || by(sent, "Assignment.lookAt")
                || sent.kind().endsWith(" appointment")),
        SENT_TWICE("a form sent twice", false, (step, sent) -> sent.kind().endsWith(" submission")),
        ACCOUNTS("accounts", false, (step, sent) -> by(sent, "Accounts.")),
        CHAIN("the record of changes", false, (step, sent) -> by(sent, "Audit.")),
        CASE_FILE("the case file", false, (step, sent) -> !sent.text().toUpperCase(Locale.ROOT).matches("(?s).*\\bACT_(RU|HI|RE|GE|ID)_.*")),
        ENGINE("the engine", false, (step, sent) -> true);

        private final String words;
        private final boolean apart;
        private final Which which;

        Part(String words, boolean apart, Which which) {
            this.words = words;
            this.apart = apart;
            this.which = which;
        }

        private interface Which {
            boolean fits(Step step, Sent sent);
        }

        private static boolean by(Sent sent, String caller) {
            return sent.callers().stream().anyMatch(one -> one.startsWith(caller));
        }

        /** Whether it is left out of what is compared with the floor. */
        boolean apart() {
            return apart;
        }

        @Override
        public String toString() {
            return words;
        }
    }

    private static Part part(Step step, Sent sent) {
        return Stream.of(Part.values()).filter(part -> part.which.fits(step, sent)).findFirst().orElseThrow();
    }

    int statements(Part part) {
        return parts.getOrDefault(part, List.of()).size();
    }

    int rows(Part part) {
        return parts.getOrDefault(part, List.of()).stream().mapToInt(Sent::rows).sum();
    }

    /** All that is compared with the floor. */
    int statements() {
        return counted().mapToInt(this::statements).sum();
    }

    int rows() {
        return counted().mapToInt(this::rows).sum();
    }

    private static Stream<Part> counted() {
        return Stream.of(Part.values()).filter(part -> !part.apart());
    }

    int commits() {
        return steps.stream().filter(step -> step.kind() != Kind.LATER).mapToInt(step -> step.recorded().commits()).sum();
    }

    /** "758 statements, 915 rows". */
    String words() {
        return statements() + " statements, " + rows() + " rows";
    }

    /** All that was counted, for whoever has to find the one that is new: by part and table, and step by step with its text and who wanted it. */
    String listed() {
        var all = Stream.of(Part.values()).map(part -> "%5d %5d rows  %s".formatted(statements(part), rows(part), part + (part.apart() ? " (apart)" : ""))).collect(Collectors.joining("\n"));
        var byTable = counted().flatMap(part -> parts.getOrDefault(part, List.of()).stream()).collect(Collectors.groupingBy(Sent::kind)).entrySet().stream()
                .sorted((one, other) -> other.getValue().size() - one.getValue().size()).map(kind -> "%5d %5d rows  %s".formatted(kind.getValue().size(), kind.getValue().stream().mapToInt(Sent::rows).sum(), kind.getKey()))
                .collect(Collectors.joining("\n"));
        return all + "\n\n" + byTable + "\n" + steps.stream().map(Counts::listed).collect(Collectors.joining("\n"));
    }

    private static String listed(Step step) {
        var counted = step.recorded().statements().stream().filter(sent -> !part(step, sent).apart()).toList();
        return "\n" + step.name() + " (" + counted.size() + ")\n" + counted.stream()
                .map(sent -> "  " + sent.text() + "\n      " + sent.rows() + " rows, " + part(step, sent) + ", for " + sent.callers().stream().limit(SHOWN).collect(Collectors.joining(" < "))).collect(Collectors.joining("\n"));
    }
}
