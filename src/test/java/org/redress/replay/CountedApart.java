package org.redress.replay;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.redress.replay.CaseScript.ExpectedDeadline;
import org.redress.replay.CaseScript.ExpectedDecision;
import org.redress.replay.CaseScript.Kind;
import org.redress.replay.CaseScript.Step;

/**
 * The figures of one case, counted by hand from its script: what people did on which day, and what the script says of deadlines and decision. Each line is figure, kind and day
 * as a regular expression; where the script does not say whether something was in time, either will do.
 */
final class CountedApart {
    private static final String ANY = "[^ ]+";

    private final CaseScript script;
    private final Set<String> council = new TreeSet<>();
    private final Set<String> ombudsman = new TreeSet<>();
    private final Map<Integer, Step> found = new TreeMap<>();
    private final List<String> promised = new ArrayList<>();
    private final Map<Integer, Step> proposed = new TreeMap<>();
    private final Set<Integer> agreed = new TreeSet<>();
    private final Map<Integer, String> accepted = new TreeMap<>();
    private int stage = 1;
    private boolean answered;
    private boolean told;

    private CountedApart(CaseScript script) {
        this.script = script;
    }

    /** What has to be counted of the council's file. */
    static Set<String> ofCouncil(CaseScript script) {
        return new CountedApart(script).count().council;
    }

    /** What has to be counted of the Ombudsman's. */
    static Set<String> ofOmbudsman(CaseScript script) {
        return new CountedApart(script).count().ombudsman;
    }

    private CountedApart count() {
        script.steps().stream().filter(step -> step.kind() != Kind.NOTE && step.turnedDown() == null).forEach(this::count);
        if (!agreed.isEmpty() && accepted.keySet().containsAll(agreed)) {
            both("compliance satisfied(-late)? " + accepted.values().stream().max(String::compareTo).orElseThrow());
        }
        return this;
    }

    private void count(Step step) {
        switch (step.name()) {
            case "complaint" -> council.add("received " + ANY + " " + day(step, "receivedOn"));
            case "ombudsman-case" -> ombudsman.add("ombudsman-received received " + day(step, "receivedOn"));
            case "Send refusal" -> {
                if (!answer(step, "refused").equals("nothing")) {
                    council.add("not-accepted " + answer(step, "refused") + " " + day(step, "refusalSentOn"));
                }
            }
            case "Acknowledge complaint" -> council.add("acknowledged " + timing("acknowledgement", answered ? stage + 1 : stage == 1 ? 0 : stage) + " " + day(step, "acknowledgedOn"));
            case "Answer issue", "Answer added issue", "Adjudicate issue", "Adjudicate added issue" -> {
                next();
                found.put(step.numbers().values().stream().findFirst().orElse(1), step);
            }
            case "Promise action" -> promised.add(answer(step, "actionKind"));
            case "Send response" -> send("response", stage(), day(step, "responseSentOn"));
            case "Send adjudication" -> send("response", stage(), day(step, "responseSentOn"));
            case "Send answer to panel" -> send("panel-response", stage(), day(step, "panelAnsweredOn"));
            case "Record complainant’s wish" -> {
                if (answer(step, "wish").equals("next-stage")) {
                    council.add("escalated " + (stage + 1) + " " + day(step, "saidOn"));
                }
            }
            case "case-event" -> {
                if (answer(step, "happening").equals("extension") && answer(step, "extends").startsWith("response")) {
                    council.add("extended " + (answered ? stage + 1 : stage) + " " + day(step, "happenedOn"));
                }
            }
            case "Notify council" -> firstLetter(step);
            case "Propose action" -> proposed.put(step.numbers().values().stream().findFirst().orElse(1), step);
            case "Issue decision" -> decide(step);
            case "Judge evidence" -> {
                if (answer(step, "verdict").equals("accepted")) {
                    accepted.put(step.numbers().values().stream().findFirst().orElse(1), day(step, "verdictOn"));
                }
            }
            default -> { } // counted by nobody
        }
    }

    /** What follows an answer belongs to the next stage. */
    private int stage() {
        next();
        return stage;
    }

    private void next() {
        if (answered) {
            stage++;
            answered = false;
            found.clear();
            promised.clear();
        }
    }

    private void send(String deadline, int at, String on) {
        answered = true;
        council.add("answered " + at + ":" + timing(deadline, at) + " " + on);
        if (found.isEmpty()) {
            return;
        }
        var findings = found.values().stream().map(step -> answer(step, "finding")).toList();
        boolean some = findings.stream().anyMatch(Set.of("upheld", "partly-upheld")::contains);
        var all = some ? findings.stream().allMatch("upheld"::equals) ? "upheld" : "partly-upheld" : findings.contains("not-upheld") ? "not-upheld" : "no-finding";
        council.add("outcome " + at + ":" + all + " " + on);
        findings.forEach(finding -> council.add("issues " + finding + " " + on));
        found.values().stream().filter(step -> Set.of("upheld", "partly-upheld").contains(answer(step, "finding"))).forEach(step -> council.add("cause " + answer(step, "cause") + " " + on));
        promised.forEach(kind -> council.add("promised " + kind + " " + on));
    }

    private void decide(Step step) {
        var on = day(step, "decidedOn");
        var expected = script.expectations().stream().filter(ExpectedDecision.class::isInstance).map(ExpectedDecision.class::cast).toList();
        boolean upheld = expected.stream().anyMatch(decision -> decision.decision().equals("Upheld"));
        var outcome = expected.isEmpty() ? ANY : !upheld ? expected.get(0).decision().equals("Not upheld") ? "NOT_UPHELD" : "CLOSED"
                : expected.stream().anyMatch(decision -> decision.reason().toLowerCase(java.util.Locale.ROOT).contains("remedied")) ? "UPHELD_REMEDIED" : "UPHELD";
        ombudsman.add("decisions " + outcome + " " + on);
        // with an end at intake the council hears of the complaint for the first time
        firstLetter(step);
        council.add("decisions " + outcome + " " + on);
        proposed.forEach((number, action) -> {
            if (!answer(action, "notAgreed").equals("true") && upheld) {
                agreed.add(number);
                both("agreed " + answer(action, "actionKind") + " " + on);
            }
        });
    }

    private void firstLetter(Step step) {
        if (!told) {
            told = true;
            council.add("with-ombudsman " + ANY + " " + step.on());
        }
    }

    private void both(String line) {
        council.add(line);
        ombudsman.add(line);
    }

    /** By what the script expects of the deadline. */
    private String timing(String deadline, int at) {
        return script.expectations().stream().filter(ExpectedDeadline.class::isInstance).map(ExpectedDeadline.class::cast)
                .filter(expected -> expected.deadline().equals(deadline) && (expected.stage() == at || expected.stage() <= 1 && at <= 1))
                .map(expected -> expected.outcome().startsWith("late") ? "late" : "in-time").findFirst().orElse("(in-time|late)");
    }

    private static String day(Step step, String key) {
        return String.valueOf(step.answers().getOrDefault(key, step.on()));
    }

    private static String answer(Step step, String key) {
        return Objects.toString(step.answers().get(key), key.equals("notAgreed") ? "" : ANY);
    }

    /** What is missing among the lines, and which of them nobody expects, of the figures that a script tells of. */
    static List<String> differences(Set<String> expected, Set<String> lines) {
        var told = lines.stream().filter(line -> !line.startsWith("ended ") && !line.startsWith("kept ") && !line.startsWith("not-answered ")).collect(Collectors.toCollection(TreeSet::new));
        return Stream.concat(expected.stream().filter(line -> told.stream().noneMatch(found -> found.matches(line))).map(line -> "missing: " + line),
                told.stream().filter(found -> expected.stream().noneMatch(found::matches)).map(line -> "not expected: " + line)).toList();
    }
}
