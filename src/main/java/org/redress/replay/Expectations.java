package org.redress.replay;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.redress.quality.Finding;
import org.redress.replay.CaseScript.ExpectedAction;
import org.redress.replay.CaseScript.ExpectedDeadline;
import org.redress.replay.CaseScript.ExpectedDecision;
import org.redress.replay.CaseScript.ExpectedExclusion;
import org.redress.replay.CaseScript.ExpectedFinding;
import org.redress.replay.CaseScript.ExpectedIntake;

/** Compares what had to come out with what came out. */
final class Expectations {
    private final List<Timeline.Due> dues;
    private final Outcome outcome;
    private final List<Finding> findings;

    Expectations(List<Timeline.Due> dues, Outcome outcome, List<Finding> findings) {
        this.dues = dues;
        this.outcome = outcome;
        this.findings = findings;
    }

    /** Every expectation of the script; a finding that it does not expect is false and fails as well. */
    List<Timeline.Checked> check(CaseScript script) {
        var checked = new ArrayList<Timeline.Checked>();
        for (var expectation : script.expectations()) {
            if (expectation instanceof ExpectedDeadline expected) {
                checked.add(deadline(expected));
            } else if (expectation instanceof ExpectedDecision expected) {
                checked.add(decision(expected));
            } else if (expectation instanceof ExpectedIntake expected) {
                checked.add(intake(expected));
            } else if (expectation instanceof ExpectedExclusion expected) {
                checked.add(exclusion(expected));
            } else if (expectation instanceof ExpectedAction expected) {
                checked.add(action(expected));
            }
        }
        if (script.findings() != null) {
            checked.addAll(findings(script.findings()));
        }
        return checked;
    }

    private List<Timeline.Checked> findings(List<ExpectedFinding> expected) {
        var checked = new ArrayList<Timeline.Checked>();
        expected.forEach(finding -> checked.add(finding(finding)));
        var others = findings.stream().filter(found -> expected.stream().noneMatch(finding -> matches(finding, found))).toList();
        checked.add(new Timeline.Checked((expected.isEmpty() ? "nothing" : "nothing else") + " that does not fit in the record", others.isEmpty(),
                others.stream().map(found -> found.rule() + " " + found.sentence()).collect(Collectors.joining("; "))));
        return checked;
    }

    private Timeline.Checked deadline(ExpectedDeadline expected) {
        var kind = dues.stream().filter(d -> d.deadline().equals(expected.deadline()) && d.stage() == expected.stage()
                && (expected.item() == null || expected.item().equals(d.item()))).toList();
        boolean met = kind.stream().anyMatch(d -> expected.due().equals(d.due()) && d.outcome().contains(expected.outcome()));
        return new Timeline.Checked("line " + expected.line() + ": " + expected.deadline() + (expected.item() == null ? "" : " " + expected.item())
                + (expected.stage() == 0 ? "" : " of stage " + expected.stage()) + " due " + expected.due() + ", " + expected.outcome(), met,
                kind.stream().map(d -> (d.due() == null ? "" : d.due() + ", ") + d.outcome()).collect(Collectors.joining("; ")));
    }

    private Timeline.Checked decision(ExpectedDecision expected) {
        var found = outcome.decision();
        boolean met = found != null && found.setAsideOn() == null && found.decision().equals(expected.decision()) && gives(found, expected.reason())
                && found.on().equals(expected.on()) && (expected.powers() == null || expected.powers().equals(found.powers()));
        return new Timeline.Checked("line " + expected.line() + ": " + expected.decision() + ", " + expected.reason() + " on " + expected.on()
                + (expected.powers() == null ? "" : ", powers " + expected.powers()), met, String.valueOf(found));
    }

    /** A decision can have more than one reason. */
    private static boolean gives(Timeline.Decision found, String reason) {
        return found.reason().startsWith(reason) || List.of(found.reason().split("; ")).contains(reason);
    }

    private Timeline.Checked intake(ExpectedIntake expected) {
        var found = outcome.intake();
        boolean met = found != null && found.on().equals(expected.on()) && found.is(expected.intake())
                && (expected.reason() == null || found.hasReason(expected.reason()));
        return new Timeline.Checked("line " + expected.line() + ": intake " + expected.intake() + (expected.reason() == null ? "" : ", " + expected.reason()) + " on "
                + expected.on(), met, found == null ? "" : found.toString());
    }

    private Timeline.Checked exclusion(ExpectedExclusion expected) {
        boolean met = outcome.excluded().contains(new Timeline.Excluded(expected.issue(), expected.ground()));
        return new Timeline.Checked("line " + expected.line() + ": issue " + expected.issue() + " not investigated, " + expected.ground(), met,
                outcome.excluded().toString());
    }

    private Timeline.Checked action(ExpectedAction expected) {
        var found = outcome.actions().stream().filter(a -> a.number() == expected.action()).findFirst();
        boolean met = found.filter(a -> a.kind().equals(expected.kind()) && (expected.due() == null || expected.due().equals(a.due()))
                && (expected.target() == null || expected.target().equals(a.target()))
                && (expected.amount() == null || a.amount() != null && a.amount().compareTo(BigDecimal.valueOf(expected.amount())) == 0)
                && (a.outcome() + "; " + a.state()).contains(expected.outcome())).isPresent();
        return new Timeline.Checked("line " + expected.line() + ": action " + expected.action() + ", " + expected.kind() + (expected.due() == null ? "" : ", due " + expected.due())
                + (expected.target() == null ? "" : ", target " + expected.target()) + ", " + expected.outcome(), met, found.map(String::valueOf).orElse(""));
    }

    private Timeline.Checked finding(ExpectedFinding expected) {
        var ofRule = findings.stream().filter(found -> found.rule().equals(expected.rule())).toList();
        return new Timeline.Checked("line " + expected.line() + ": " + expected.rule() + " " + expected.words(),
                ofRule.stream().anyMatch(found -> matches(expected, found)), ofRule.stream().map(Finding::sentence).collect(Collectors.joining("; ")));
    }

    private static boolean matches(ExpectedFinding expected, Finding found) {
        return found.rule().equals(expected.rule()) && found.sentence().contains(expected.words());
    }
}
