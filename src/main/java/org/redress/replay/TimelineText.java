package org.redress.replay;

import org.redress.casefile.Dates;

/** A timeline for reading. */
final class TimelineText {
    private TimelineText() {}

    static String of(Timeline timeline) {
        var text = new StringBuilder();
        text.append("%s, %s: %s%n%s%n%n".formatted(timeline.caseReference(), timeline.council(), timeline.title(), timeline.source()));
        for (var line : timeline.timeline()) {
            text.append("%-16s %s%s (%s)%n".formatted(Dates.text(line.on()), line.file().equals(Timeline.OMBUDSMAN) ? "[Ombudsman] " : "", line.what(), line.who()));
            if (line.detail() != null) {
                text.append("                   %s%n".formatted(line.detail()));
            }
        }
        text.append("%nDeadlines%n".formatted());
        for (var due : timeline.deadlines()) {
            text.append("  %-18s %s  due %s  %s from %s (%s)%n      %s%n".formatted(due.deadline() + (due.item() == null ? "" : " " + due.item()),
                    due.file().equals(Timeline.OMBUDSMAN) ? "Ombudsman" : "stage " + due.stage(), Dates.text(due.due()),
                    due.allowance(), Dates.text(due.triggerOn()), due.rule(), due.outcome()));
        }
        if (timeline.decision() != null) {
            decision(text, timeline);
        }
        section(text, "What the product would not have let happen", !timeline.turnedDown().isEmpty());
        timeline.turnedDown().forEach(t -> text.append("  %s  %s%n      %s%n".formatted(Dates.text(t.on()), t.what(), t.sentence())));
        section(text, "What the source does not say, or says differently", !timeline.remarks().isEmpty());
        timeline.remarks().forEach(r -> r.about().forEach((what, why) ->
                text.append("  %s  %s, %s: %s (%s)%n".formatted(Dates.text(r.on()), r.what(), what, why, r.kind()))));
        section(text, "What does not fit in the record", !timeline.findings().isEmpty());
        timeline.findings().forEach(f -> text.append("  %s  %s%n".formatted(f.rule(), f.sentence())));
        section(text, "Must come out", !timeline.expectations().isEmpty());
        timeline.expectations().forEach(e -> text.append("  %s %s%s%n".formatted(e.met() ? "yes" : "NO ", e.expected(),
                e.met() ? "" : " - found: " + e.found())));
        return text.toString();
    }

    private static void decision(StringBuilder text, Timeline timeline) {
        var decision = java.util.Objects.requireNonNull(timeline.decision());
        text.append("%nThe Ombudsman's decision%n  %s, %s: %s%n".formatted(Dates.text(decision.on()), decision.decision(), decision.reason()));
        if (decision.powers() != null) {
            text.append("  powers cited: %s%n".formatted(decision.powers()));
        }
        if (decision.publishedNotBefore() != null) {
            text.append("  published not before %s%n".formatted(Dates.text(decision.publishedNotBefore())));
        }
        timeline.excluded().forEach(e -> text.append("  not investigated: issue %d (%s)%n".formatted(e.issue(), e.ground().replace('-', ' '))));
        section(text, "Agreed actions" + (decision.remedyDue() == null ? "" : ", remedy due " + Dates.text(decision.remedyDue())), !timeline.actions().isEmpty());
        for (var action : timeline.actions()) {
            text.append("  %d  %-14s %-14s %-6s within %s of %s%s%n      due %s%s%n      %s; %s%n".formatted(action.number(), action.kind(), action.beneficiary(),
                    action.amount() == null ? "" : "£" + action.amount().stripTrailingZeros().toPlainString(), action.within(), Dates.text(action.from()),
                    action.fromAssumed() ? " (assumed, the decision does not say)" : "", Dates.text(action.due()),
                    action.target().equals(action.due()) ? "" : ", target " + Dates.text(action.target()), action.outcome(), action.state()));
        }
    }

    private static void section(StringBuilder text, String title, boolean needed) {
        if (needed) {
            text.append("%n%s%n".formatted(title));
        }
    }
}
