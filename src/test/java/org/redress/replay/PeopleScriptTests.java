package org.redress.replay;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringReader;
import org.junit.jupiter.api.Test;
import org.redress.testing.ProductTest;
import org.springframework.beans.factory.annotation.Autowired;

/** Scripts change the people of a case as officers do (CORP-11, CHD-11). */
@ProductTest
class PeopleScriptTests {
    private static final String TWO_COMPLAIN = """
            case: two people
            council: kent
            title: Two people in one complaint, one withdraws
            source: Made up
            steps:
              - on: 2026-12-01
                start: complaint
                answers:
                  receivedOn: 2026-12-01
                  channel: email
                  complainant: Ms T
                  complainantRole: resident
                  complaintText: The library was shut without notice.
                  otherPeople: Mr U – joint complainant
              - on: 2026-12-03
                task: Acknowledge complaint
                answers:
                  acknowledgedOn: 2026-12-03
                  letterChannel: email
                  understanding: The closed library.
                  namedContact: Complaints team
              - on: 2026-12-04
                start: case-event
                answers:
                  happening: withdrawal
                  happenedOn: 2026-12-04
                  details: She does not want to go on.
                turned down: 2 people complain
              - on: 2026-12-04
                start: people-change
                answers:
                  change: withdrew
                  happenedOn: 2026-12-04
                  personNumber: 1
                  details: She does not want to go on.
              - on: 2026-12-07
                task: Confirm withdrawal
                person: 1
                answers:
                  withdrawalConfirmedOn: 2026-12-07
                  letterChannel: email
                  letterText: You have withdrawn your complaint; Mr U goes on.
              - on: 2026-12-07
                start: people-change
                answers:
                  change: add
                  happenedOn: 2026-12-07
                  personName: Ms V
                  part: joint-complainant
                  details: She wrote to us.
              - on: 2026-12-08
                task: Confirm people change
                as: kent-supervisor
                answers:
                  confirmation: confirm
              - on: 2026-12-08
                task: Assess complaint
                answers:
                  subject: other-service
                  knewOn: 2026-12-01
                  assessment: accept
                  issues: The library was shut
            """;

    @Autowired
    private Replay replay;

    @Test
    void goesOnWithTheOthersWhenOneOfTwoWithdraws() {
        var timeline = replay.play(ScriptReader.read(new StringReader(TWO_COMPLAIN)));

        assertThat(timeline.turnedDown()).hasSize(1);
        assertThat(timeline.timeline()).extracting(line -> line.what()).contains("A complainant withdraws: number 1", "Confirm withdrawal 1", "Somebody is added", "Assess complaint");
    }
}
