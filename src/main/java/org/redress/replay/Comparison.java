package org.redress.replay;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.redress.casefile.Dates;

/**
 * What comes out of one case with the models as they are and with those that somebody wants to have.
 *
 * @param script by which name it was asked for
 * @param stopped why it could not be played to its end with the new models; nothing but its tasks is compared then
 */
record Comparison(String script, @Nullable String title, @Nullable String stopped, List<Difference> differences) {

    /** A case as it was played with one of the two: to its end, or as far as the sentence says. */
    record Played(@Nullable Timeline timeline, List<TaskMade> tasks, @Nullable String stopped) {}

    /**
     * Something that is there with one of them only, or with both and differently.
     *
     * @param part of what comes out, such as "Deadlines"
     * @param kind "no longer", "new" or "changed"
     * @param said what there is of it, if it is there with one of them only
     */
    record Difference(String part, String what, String kind, @Nullable Map<String, String> said, List<Change> changes) {}

    /** A value of it before and after. */
    record Change(String field, String before, String after) {}

    static Comparison of(String script, Played before, Played after) {
        var differences = new ArrayList<Difference>();
        var old = before.timeline();
        var now = after.timeline();
        if (old != null && now != null) {
            compare("What happened", happened(old), happened(now), differences);
            compare("Deadlines", deadlines(old), deadlines(now), differences);
        }
        compare("Tasks", tasks(before.tasks()), tasks(after.tasks()), differences);
        if (old != null && now != null) {
            compare("Decision", decision(old), decision(now), differences);
            compare("Agreed actions", actions(old.actions()), actions(now.actions()), differences);
            compare("Promises", actions(old.promises()), actions(now.promises()), differences);
            compare("Turned down", turnedDown(old), turnedDown(now), differences);
            compare("What does not fit in the record", findings(old), findings(now), differences);
            compare("Must come out", expectations(old), expectations(now), differences);
        }
        var title = old == null ? null : old.title();
        return new Comparison(script, title, after.stopped(), List.copyOf(differences));
    }

    @JsonProperty("same")
    boolean same() {
        return stopped == null && differences.isEmpty();
    }

    private static void compare(String part, Map<String, Map<String, String>> before, Map<String, Map<String, String>> after, List<Difference> differences) {
        before.forEach((what, said) -> {
            var now = after.get(what);
            if (now == null) {
                differences.add(new Difference(part, what, "no longer", said, List.of()));
            } else if (!now.equals(said)) {
                var fields = Stream.concat(said.keySet().stream(), now.keySet().stream()).distinct();
                differences.add(new Difference(part, what, "changed", null, fields.filter(field -> !Objects.equals(said.get(field), now.get(field)))
                        .map(field -> new Change(field, said.getOrDefault(field, "nothing"), now.getOrDefault(field, "nothing"))).toList()));
            }
        });
        after.forEach((what, said) -> {
            if (!before.containsKey(what)) {
                differences.add(new Difference(part, what, "new", said, List.of()));
            }
        });
    }

    /** Things by their names; what is there more than once has its number. */
    private static final class Things {
        private final Map<String, Map<String, String>> all = new LinkedHashMap<>();

        void add(String name, Map<String, String> said) {
            var key = name;
            for (int number = 2; all.containsKey(key); number++) {
                key = name + " (" + number + ")";
            }
            all.put(key, said);
        }
    }

    /** What is said of a thing; what there is not is left out. */
    private static Map<String, String> said(@Nullable Object... fields) {
        var said = new LinkedHashMap<String, String>();
        for (int i = 0; i < fields.length; i += 2) {
            var value = fields[i + 1];
            if (value != null) {
                said.put(String.valueOf(fields[i]), value instanceof LocalDate day ? Dates.text(day) : value instanceof BigDecimal amount ? "£" + amount.stripTrailingZeros().toPlainString()
                        : value.toString());
            }
        }
        return said;
    }

    private static Map<String, Map<String, String>> happened(Timeline timeline) {
        var things = new Things();
        // deadlines that the product sets are listed by themselves
        timeline.timeline().stream().filter(line -> !line.what().startsWith("Deadline set")).forEach(line -> things.add(line.file() + ": " + line.what(), said("on", line.on(), "by", line.who(), "with", line.detail())));
        return things.all;
    }

    private static Map<String, Map<String, String>> deadlines(Timeline timeline) {
        var things = new Things();
        timeline.deadlines().forEach(due -> things.add(due.file() + (due.stage() == 0 ? "" : ", stage " + due.stage()) + ": " + due.deadline() + (due.item() == null ? "" : " " + due.item()),
                said("from", due.triggerOn(), "within", due.allowance(), "due", due.due(), "target", Objects.equals(due.target(), due.due()) ? null : due.target(), "overdue since", due.overdueSince(), "done", due.done(), "outcome", due.outcome(),
                        "rule", due.rule(), "owed by", due.owedBy())));
        return things.all;
    }

    private static Map<String, Map<String, String>> tasks(List<TaskMade> tasks) {
        var things = new Things();
        tasks.forEach(task -> things.add(task.organisation() + ": " + task.name(), said("on", task.on(), "for", task.forWhom(), "due", task.due(), "waits until", task.waitsUntil())));
        return things.all;
    }

    private static Map<String, Map<String, String>> decision(Timeline timeline) {
        var things = new Things();
        var decision = timeline.decision();
        if (decision != null) {
            things.add("The Ombudsman’s decision", said("on", decision.on(), "decision", decision.decision(), "reason", decision.reason(), "powers", decision.powers(), "set aside on", decision.setAsideOn(),
                    "published not before", decision.publishedNotBefore(), "remedy due", decision.remedyDue()));
        }
        timeline.excluded().forEach(issue -> things.add("Issue " + issue.issue() + ", not investigated", said("ground", issue.ground())));
        timeline.recommended().forEach(one -> things.add("Recommended " + one.number(), said("kind", one.kind(), "for", one.beneficiary(), "amount", one.amount(), "wording", one.wording())));
        return things.all;
    }

    private static Map<String, Map<String, String>> actions(List<Timeline.Action> actions) {
        var things = new Things();
        actions.forEach(action -> things.add(String.valueOf(action.number()), said("kind", action.kind(), "for", action.beneficiary(), "amount", action.amount(), "within", action.within(),
                "from", action.from(), "due", action.due(), "target", Objects.equals(action.target(), action.due()) ? null : action.target(), "done", action.done(), "state", action.state(), "outcome", action.outcome())));
        return things.all;
    }

    private static Map<String, Map<String, String>> turnedDown(Timeline timeline) {
        var things = new Things();
        timeline.turnedDown().forEach(one -> things.add(Dates.text(one.on()) + ", " + one.what(), said("because", one.sentence())));
        return things.all;
    }

    private static Map<String, Map<String, String>> findings(Timeline timeline) {
        var things = new Things();
        timeline.findings().forEach(finding -> things.add(finding.rule(), said("sentence", finding.sentence())));
        return things.all;
    }

    private static Map<String, Map<String, String>> expectations(Timeline timeline) {
        var things = new Things();
        timeline.expectations().forEach(one -> things.add(one.expected(), said("comes out", one.met() ? "yes" : "no: " + one.found())));
        return things.all;
    }

    /** As people read it: a line for the case, and below it what differs, part by part. */
    String text() {
        var text = new StringBuilder(script + (title == null ? "" : "  " + title) + (same() ? ": comes out the same" : "")).append(System.lineSeparator());
        if (stopped != null) {
            text.append("  With the new models it stops. ").append(stopped).append(System.lineSeparator());
        }
        String part = "";
        for (var difference : differences) {
            if (!difference.part().equals(part)) {
                part = difference.part();
                text.append("  ").append(part).append(System.lineSeparator());
            }
            text.append("    ").append(difference.what()).append(": ").append(words(difference)).append(System.lineSeparator());
        }
        return text.toString();
    }

    private static String words(Difference difference) {
        var said = difference.said();
        return said == null ? String.join("; ", difference.changes().stream().map(change -> change.field() + " " + change.before() + " → " + change.after()).toList())
                : difference.kind() + " (" + String.join("; ", said.entrySet().stream().map(one -> one.getKey() + " " + one.getValue()).toList()) + ")";
    }
}
