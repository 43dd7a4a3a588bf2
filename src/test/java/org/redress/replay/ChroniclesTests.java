package org.redress.replay;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringReader;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.redress.testing.ProductTest;
import org.springframework.beans.factory.annotation.Autowired;

/** A script is checked as its source tells it: with the days as written, and with what its marks say (DQ-1 to DQ-10). */
@ProductTest
class ChroniclesTests {
    private static final String RECEIVED = """
            case: what if
            council: kent
            title: A complaint
            source: Made up
            steps:
              - on: 2026-06-01
                start: complaint
                answers: { receivedOn: 2026-06-01, channel: email, complainant: Mr X, complainantRole: parent, otherPeople: "Ms Z – mother of Y\\nY – child", complaintText: The bins. }
            """;
    private static final String NOTE = "  - { on: 2026-06-03, note: Ms Z called; nobody answered, %s }\n";
    private static final String LATER = """
              - on: 2026-06-05
                task: Acknowledge complaint
                answers: { acknowledgedOn: 2026-06-05, letterChannel: email, understanding: The bins., namedContact: Complaints team }
            """;

    @Autowired
    private Replay replay;

    private List<String> findings(String script) {
        return replay.play(ScriptReader.read(new StringReader(script))).findings().stream().map(found -> found.rule() + " " + found.sentence()).toList();
    }

    private static String note(String marks) {
        return NOTE.formatted(marks);
    }

    @Test
    void findsNothingInAScriptWithoutSlips() {
        assertThat(findings(RECEIVED + note("names: [Ms Z, Mr X, Y], formal: meeting, cites: [2026-06-03]") + LATER)).isEmpty();
    }

    @Test
    void looksAtTheDayAsWrittenAndPlaysTheOther() {
        var timeline = replay.play(ScriptReader.read(new StringReader(RECEIVED + note("as written: 2027-06-03") + LATER)));

        assertThat(timeline.findings()).singleElement().satisfies(finding -> assertThat(finding.sentence()).isEqualTo(
                "Thu 3 Jun 2027 is out of line with what is told around it: Ms Z called. Wed 3 Jun 2026 would fit."));
        assertThat(timeline.timeline()).filteredOn(line -> line.who().equals("the source")).extracting(line -> line.on().toString()).containsExactly("2026-06-03");
    }

    @Test
    void findsWhatItsMarksSay() {
        assertThat(findings(RECEIVED + note("names: [Mr Z, Mr X], formal: letter, cites: [2026-06-04], as written: 2026-06-02")
                + "  - { on: 2026-06-06, note: A meeting at the school, formal: meeting }\n" + LATER)).containsExactly(
                "DQ-3 What is dated Tue 2 Jun 2026 tells of Thu 4 Jun 2026, which is after it: Ms Z called.",
                "DQ-5 Mr Z is not in the register of people, which has Ms Z (mother of Y): Ms Z called, Tue 2 Jun 2026.",
                "DQ-6 Sat 6 Jun 2026 is no working day, and the day of a meeting: A meeting at the school.");
    }

    @Test
    void findsNotesInTheirPlaceWhereverTheyStand() {
        assertThat(findings(RECEIVED + LATER + note("as written: 2025-06-03"))).singleElement().asString().startsWith("DQ-4 Tue 3 Jun 2025");
    }

    @Test
    void leavesOutWhatTheScriptMadeUpToShowARefusal() {
        var tried = """
                  - on: 2026-06-05
                    task: Acknowledge complaint
                    answers: { acknowledgedOn: 2026-06-09, letterChannel: email, understanding: The bins., namedContact: Complaints team }
                    names: [Mrs K]
                    turned down: is in the future
                """;

        assertThat(findings(RECEIVED + tried + LATER)).singleElement().asString().startsWith("DQ-5 Mrs K");
        assertThat(findings(RECEIVED + tried + "    assumed: { step: made up }\n" + LATER)).isEmpty();
    }
}
