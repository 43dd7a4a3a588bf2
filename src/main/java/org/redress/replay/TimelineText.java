package org.redress.replay;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.redress.casefile.Dates;

/** A timeline for reading. */
final class TimelineText {
    private static final int WIDTH = 130;
    private static final String AFTER_DAY = " ".repeat(17);
    private static final Map<String, String> ABOUT = Map.of("step", "all of it", "on", "its day", "as", "by whom");

    private TimelineText() {}

    static String of(Timeline timeline) {
        var text = new StringBuilder();
        text.append("%s, %s: %s%n%s%n%n".formatted(timeline.caseReference(), timeline.council(), timeline.title(), timeline.source()));
        for (var line : timeline.timeline()) {
            text.append(wrapped("%-16s %s%s (%s)".formatted(Dates.text(line.on()), line.file().equals(Timeline.OMBUDSMAN) ? "[Ombudsman] " : "", line.what(), line.who()),
                    AFTER_DAY));
            if (line.detail() != null) {
                line.detail().lines().forEach(detail -> text.append(wrapped(AFTER_DAY + "  " + detail, AFTER_DAY + "  ")));
            }
        }
        text.append("%nDeadlines%n".formatted());
        for (var due : timeline.deadlines()) {
            text.append("  %-20s  %-9s  %-19s  %s from %s (%s)%n      %s%n".formatted(due.deadline() + (due.item() == null ? "" : " " + due.item()),
                    whose(due), due.due() == null ? "no period" : "due " + Dates.text(due.due()), due.due() == null ? "asked about every " + due.allowance() : due.allowance(), Dates.text(due.triggerOn()), due.rule(), due.outcome()));
        }
        section(text, "Promised by the council", !timeline.promises().isEmpty());
        if (!timeline.promises().isEmpty()) {
            actions(text, timeline.promises());
        }
        if (timeline.decision() != null) {
            decision(text, timeline, timeline.decision());
        }
        section(text, "What the product would not have let happen", !timeline.turnedDown().isEmpty());
        timeline.turnedDown().forEach(t -> text.append("  %s  %s%n%s".formatted(Dates.text(t.on()), t.what(), wrapped("      " + t.sentence(), "      "))));
        remarks(text, "What the source does not say", "assumed", timeline.remarks());
        remarks(text, "What the source says differently", "written differently", timeline.remarks());
        section(text, "What does not fit in the record", !timeline.findings().isEmpty());
        timeline.findings().forEach(f -> text.append(wrapped("  " + f.rule() + "  " + f.sentence(), "        ")));
        section(text, "Must come out", !timeline.expectations().isEmpty());
        timeline.expectations().forEach(e -> text.append("  %s %s%s%n".formatted(e.met() ? "yes" : "NO ", e.expected(),
                e.met() ? "" : " - found: " + e.found())));
        return text.toString();
    }

    private static String whose(Timeline.Due due) {
        if (due.file().equals(Timeline.OMBUDSMAN)) {
            return Timeline.OMBUDSMAN;
        }
        return due.stage() == 0 ? Timeline.COUNCIL : "stage " + due.stage();
    }

    private static void decision(StringBuilder text, Timeline timeline, Timeline.Decision decision) {
        text.append("%nThe Ombudsman's decision%n  %s, %s: %s%n".formatted(Dates.text(decision.on()), decision.decision(), decision.reason()));
        if (decision.setAsideOn() != null) {
            text.append("  set aside on %s after a review%n".formatted(Dates.text(decision.setAsideOn())));
        }
        if (decision.powers() != null) {
            text.append("  powers cited: %s%n".formatted(decision.powers()));
        }
        if (decision.publishedNotBefore() != null) {
            text.append("  published not before %s%n".formatted(Dates.text(decision.publishedNotBefore())));
        }
        timeline.excluded().forEach(e -> text.append("  not investigated: issue %d (%s)%n".formatted(e.issue(), e.ground().replace('-', ' '))));
        timeline.remarks().stream().map(remark -> remark.about().get("informationSharing")).filter(Objects::nonNull)
                .forEach(why -> text.append(wrapped("  information sharing: " + why, "    ")));
        section(text, "Agreed actions" + (decision.remedyDue() == null ? "" : ", remedy due " + Dates.text(decision.remedyDue())), !timeline.actions().isEmpty());
        if (!timeline.actions().isEmpty()) {
            actions(text, timeline.actions());
        }
        section(text, "Recommended, not agreed", !timeline.recommended().isEmpty());
        timeline.recommended().forEach(r -> text.append(wrapped("  %d  %s for %s%s: %s".formatted(r.number(), r.kind(), r.beneficiary(),
                r.amount() == null ? "" : ", " + pounds(r.amount()), r.wording()), "     ")));
    }

    private static void actions(StringBuilder text, List<Timeline.Action> actions) {
        var rows = new ArrayList<List<String>>();
        rows.add(List.of("", "kind", "for", "amount", "within", "from", "due", "target", "done", "outcome"));
        for (var action : actions) {
            rows.add(List.of(String.valueOf(action.number()), action.kind(), action.beneficiary(), action.amountOpen() ? "not known" : pounds(action.amount()), action.within(),
                    Dates.text(action.from()) + (action.fromAssumed() ? " *" : ""), day(action.due()), day(action.target()),
                    day(action.done()), action.state() + (action.outcome().startsWith("met") || action.outcome().isEmpty() ? "" : ", " + action.outcome())));
        }
        for (var row : rows) {
            var line = new StringBuilder();
            for (int column = 0; column < row.size(); column++) {
                int at = column;
                int width = rows.stream().mapToInt(r -> r.get(at).length()).max().orElse(0);
                line.append("  ").append(row.get(column)).append(" ".repeat(width - row.get(column).length()));
            }
            text.append("%s%n".formatted(line.toString().stripTrailing()));
        }
        if (actions.stream().anyMatch(Timeline.Action::fromAssumed)) {
            text.append("  * the decision does not say from when it counts; its own day is assumed%n".formatted());
        }
    }

    private static String day(@Nullable LocalDate day) {
        return day == null ? "" : Dates.text(day);
    }

    private static String pounds(@Nullable BigDecimal amount) {
        return amount == null ? "" : "£" + amount.stripTrailingZeros().toPlainString();
    }

    /** What is said of several steps in the same words is said once. */
    private static void remarks(StringBuilder text, String title, String kind, List<Timeline.Remark> remarks) {
        var steps = new LinkedHashMap<String, List<String>>();
        remarks.stream().filter(remark -> remark.kind().equals(kind)).forEach(remark -> remark.about().forEach((about, why) ->
                steps.computeIfAbsent(why + " (" + ABOUT.getOrDefault(about, about) + ")", same -> new ArrayList<>()).add(Dates.text(remark.on()) + " " + remark.what())));
        section(text, title, !steps.isEmpty());
        steps.forEach((why, about) -> text.append(wrapped("  " + why, "    ")).append(wrapped("      " + String.join("; ", about), "      ")));
    }

    /** The lines of a sentence, each at most as long as a screen is wide. */
    private static String wrapped(String sentence, String indent) {
        var lines = new ArrayList<String>();
        var rest = sentence;
        while (rest.length() > WIDTH && rest.lastIndexOf(' ', WIDTH) > indent.length()) {
            int end = rest.lastIndexOf(' ', WIDTH);
            lines.add(rest.substring(0, end));
            rest = indent + rest.substring(end + 1);
        }
        lines.add(rest);
        return lines.stream().map("%s%n"::formatted).collect(Collectors.joining());
    }

    private static void section(StringBuilder text, String title, boolean needed) {
        if (needed) {
            text.append("%n%s%n".formatted(title));
        }
    }
}
