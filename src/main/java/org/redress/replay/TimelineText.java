package org.redress.replay;

import org.redress.casefile.Dates;

/** A timeline for reading. */
final class TimelineText {
    private TimelineText() {}

    static String of(Timeline timeline) {
        var text = new StringBuilder();
        text.append("%s, %s: %s%n%s%n%n".formatted(timeline.caseReference(), timeline.council(), timeline.title(), timeline.source()));
        for (var line : timeline.timeline()) {
            text.append("%-16s %s (%s)%n".formatted(Dates.text(line.on()), line.what(), line.who()));
            if (line.detail() != null) {
                text.append("                   %s%n".formatted(line.detail()));
            }
        }
        text.append("%nDeadlines%n".formatted());
        for (var due : timeline.deadlines()) {
            text.append("  %-18s stage %d  due %s  %s from %s (%s)%n      %s%n".formatted(due.deadline(), due.stage(), Dates.text(due.due()),
                    due.allowance(), Dates.text(due.triggerOn()), due.rule(), due.outcome()));
        }
        section(text, "What the product would not have let happen", !timeline.turnedDown().isEmpty());
        timeline.turnedDown().forEach(t -> text.append("  %s  %s%n      %s%n".formatted(Dates.text(t.on()), t.what(), t.sentence())));
        section(text, "What the source does not say, or says differently", !timeline.remarks().isEmpty());
        timeline.remarks().forEach(r -> r.about().forEach((what, why) ->
                text.append("  %s  %s, %s: %s (%s)%n".formatted(Dates.text(r.on()), r.what(), what, why, r.kind()))));
        section(text, "Must come out", !timeline.expectations().isEmpty());
        timeline.expectations().forEach(e -> text.append("  %s %s%s%n".formatted(e.met() ? "yes" : "NO ", e.expected(),
                e.met() ? "" : " - found: " + e.found())));
        return text.toString();
    }

    private static void section(StringBuilder text, String title, boolean needed) {
        if (needed) {
            text.append("%n%s%n".formatted(title));
        }
    }
}
