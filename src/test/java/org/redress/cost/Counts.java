package org.redress.cost;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.redress.cost.CountedPaths.Kind;
import org.redress.cost.CountedPaths.Step;
import org.redress.testing.Statements.Sent;

/** What a way sent to the database: what is compared with the floor, and apart from it what came with features that the floor was never meant to have. */
final class Counts {
    private static final int SHOWN = 4;

    private final Map<Part, List<Sent>> parts = new EnumMap<>(Part.class);
    private final List<Step> steps;
    private final int commits;

    Counts(List<Step> steps) {
        this.steps = steps;
        this.commits = steps.stream().mapToInt(step -> step.recorded().commits()).sum();
        Arrays.stream(Part.values()).forEach(part -> parts.put(part, steps.stream()
                .flatMap(step -> step.recorded().statements().stream().filter(sent -> part(step, sent) == part)).toList()));
    }

    /** The first that fits says what a statement belongs to. */
    enum Part {
        LATER_STEPS("steps that a complaint has since", (step, sent) -> step.kind() == Kind.LATER),
        SEARCH("rows of the search", (step, sent) -> by(sent, "SearchRows.")),
        TALLY("tally of steps and deadlines", (step, sent) -> by(sent, "Tally.") || by(sent, "StepEnds.")),
        PARTS("who has a part in a case", (step, sent) -> sent.kind().endsWith(" case_part")),
        RESTRICTED("whom a case is about, and restricted cases", (step, sent) -> by(sent, "RestrictedCases.")),
        DRAFTS("what was typed and not sent", (step, sent) -> by(sent, "DraftTable.")),
        HANDING_OVER("services, leave, and who can do what comes next", (step, sent) -> by(sent, "Services.") || by(sent, "Absences.") || by(sent, "Assignment.lookAt")
                || sent.kind().endsWith(" appointment")),
        SENT_TWICE("a form sent twice", (step, sent) -> sent.kind().endsWith(" submission")),
        CLAIMS_IN_THE_CHAIN("claims in the record of changes", (step, sent) -> step.kind() == Kind.CLAIM && (sent.kind().endsWith(" audit") || sent.kind().endsWith(" audit_head"))),
        IDS("ids, fifty at a time", (step, sent) -> sent.text().startsWith("select next value for") && !sent.text().contains("complaint_number")),
        COUNTED("counted", (step, sent) -> true);

        private final String words;
        private final Which which;

        Part(String words, Which which) {
            this.words = words;
            this.which = which;
        }

        private interface Which {
            boolean fits(Step step, Sent sent);
        }

        private static boolean by(Sent sent, String caller) {
            return sent.callers().stream().anyMatch(one -> one.startsWith(caller));
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

    int commits() {
        return commits;
    }

    /** "758 statements, 915 rows". */
    String words() {
        return statements(Part.COUNTED) + " statements, " + rows(Part.COUNTED) + " rows";
    }

    /** All that was counted, for whoever has to find the one that is new: by table, and step by step with its text and who wanted it. */
    String listed() {
        var counted = parts.getOrDefault(Part.COUNTED, List.of());
        var byTable = counted.stream().collect(Collectors.groupingBy(Sent::kind)).entrySet().stream().sorted((one, other) -> other.getValue().size() - one.getValue().size())
                .map(kind -> "%5d  %s".formatted(kind.getValue().size(), kind.getKey())).collect(Collectors.joining("\n"));
        return byTable + "\n" + steps.stream().filter(step -> step.kind() != Kind.LATER).map(step -> "\n" + step.name() + " (" + step.recorded().statements().stream().filter(sent -> part(step, sent) == Part.COUNTED).count() + ")\n"
                + step.recorded().statements().stream().filter(sent -> part(step, sent) == Part.COUNTED).map(sent -> "  " + sent.text() + "\n      " + sent.rows() + " rows, for " + sent.callers().stream().limit(SHOWN).collect(Collectors.joining(" < ")))
                .collect(Collectors.joining("\n"))).collect(Collectors.joining("\n"));
    }
}
