package org.redress.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.redress.casefile.CaseFiles;
import org.redress.casefile.CaseSummary;
import org.redress.quality.Finding;
import org.redress.testing.ProductTest;
import org.springframework.beans.factory.annotation.Autowired;

/** A replay stops with the line when the product does not do what the script says. */
@ProductTest
class ReplayTests {
    private static final LocalDate MON_2026_06_15 = LocalDate.of(2026, 6, 15);
    private static final LocalDate MON_2026_06_22 = LocalDate.of(2026, 6, 22);

    private static final String RECEIVED = """
            case: what if
            council: kent
            title: A complaint
            source: Made up
            steps:
              - on: 2026-06-01
                start: complaint
                answers: { receivedOn: 2026-06-01, channel: email, complainant: Ms T, complainantRole: resident, complaintText: The bins. }
            """;

    private static final String ACKNOWLEDGED = RECEIVED + """
              - on: 2026-06-02
                task: Acknowledge complaint
                answers: { acknowledgedOn: 2026-06-02, letterChannel: email, understanding: The bins., namedContact: Complaints team }
            """;

    @Autowired
    private Replay replay;

    @Autowired
    private CaseFiles cases;

    private Timeline play(String script) {
        return replay.play(ScriptReader.read(new StringReader(script)));
    }

    private void refuses(String script, String sentence) {
        assertThatThrownBy(() -> play(script)).isInstanceOf(ScriptRefused.class).hasMessageStartingWith(sentence);
    }

    @Test
    void placesALetterThatDoesNotFitInTheScriptsOwnCase() {
        var timeline = play(ACKNOWLEDGED + """
                  - on: 2026-06-03
                    start: ombudsman-case
                    answers: { receivedOn: 2026-06-03, channel: online, complainant: Mrs N, standing: affected, complaintText: Nobody answers. }
                  - on: 2026-06-04
                    task: Assess jurisdiction
                    answers: { knewOn: 2026-06-01, councilToldOn: 2026-06-01, otherRoute: none, exclusion: none, issues: The bins }
                  - { on: 2026-06-04, task: Assess issue, issue: 1, answers: { issueFacts: complaint } }
                  - { on: 2026-06-04, task: Decide on issue, issue: 1, answers: { issueDecision: out, reasons: It is too early. } }
                  - { on: 2026-06-04, task: Decide on intake, answers: { intake: refer-back, intakeDecidedOn: 2026-06-04 } }
                  - { on: 2026-06-04, task: Send intake decision, answers: { intakeSentOn: 2026-06-04, letterChannel: email, letterText: The council answers first. } }
                  - { on: 2026-06-05, task: Place letter, answers: { belongsTo: case, letterPlacedOn: 2026-06-05, reason: She has married. } }
                """);

        assertThat(timeline.timeline()).extracting(Timeline.Line::what).contains("Letter from the Ombudsman: intake decision", "Letters placed here");
    }

    @Test
    void leavesACaseThatIsNotAtItsEndWithItsDeadlinesAsTheyStand() {
        var timeline = play(RECEIVED + """
                  - { on: 2026-06-20, note: Nobody has answered }
                  - { on: 2026-06-20, start: case-event, answers: { happening: note, happenedOn: 2026-06-20, details: She asks again. } }
                """);

        assertThat(timeline.deadlines()).singleElement().satisfies(acknowledgement -> {
            assertThat(acknowledgement.outcome()).isEqualTo("overdue since Tue 9 Jun 2026");
            assertThat(acknowledgement.done()).isNull();
            assertThat(acknowledgement.workingDaysLate()).isNull();
        });
        assertThat(timeline.timeline()).extracting(Timeline.Line::what).contains("Nobody has answered", "Overdue: Acknowledgement");
        assertThat(timeline.timeline()).last().satisfies(line -> assertThat(line.detail()).endsWith("She asks again."));
        assertThat(timeline.asExpected()).isTrue();
    }

    private static final String ISSUE_TWICE = ACKNOWLEDGED + """
              - on: 2026-06-03
                task: Assess complaint
                answers: { subject: other-service, knewOn: 2026-05-02, assessment: accept, issues: The bins were not emptied }
              - { on: 2026-06-04, start: case-event, answers: { happening: issue, happenedOn: 2026-06-04, details: Nobody answered. } }
            """;

    /** Both files of a case are at hand, so that they are compared: what each side writes down for itself may differ (DQ-18). */
    @Test
    void findsWhatTheFilesOfTheTwoSidesSayDifferently() {
        var timeline = play(shipped("/cases/21-008-150-kent.yaml").replace("councilAnsweredOn: 2021-06-21", "councilAnsweredOn: 2021-06-18"));

        assertThat(timeline.findings()).filteredOn(finding -> finding.rule().equals("DQ-18")).extracting(Finding::sentence)
                .containsExactly("The Ombudsman's file says that the council answered on Fri 18 Jun 2021; the council's last answer is of Mon 21 Jun 2021.");
    }

    /** LGS-22. */
    @Test
    void tellsThatADecisionWasSetAside() {
        var script = shipped("/cases/further/24-018-756-leicestershire.yaml");
        var decided = script.substring(0, script.indexOf("  - on: 2025-09-03\n")) + """
                  - { on: 2025-08-04, start: ombudsman-event, answers: { happening: review, happenedOn: 2025-08-04, reviewGround: new-information, details: A letter that nobody had seen. } }
                  - { on: 2025-08-18, task: Decide on review, as: ombudsman-reviewer, answers: { review: not-sound, letterText: We look at it anew., reviewedOn: 2025-08-18 } }
                expect:
                  - { decision: Not upheld, reason: No fault, on: 2025-07-23 }
                """;

        var timeline = play(decided);

        assertThat(timeline.decision().setAsideOn()).isEqualTo(LocalDate.of(2025, 8, 18));
        assertThat(TimelineText.of(timeline)).contains("set aside on Mon 18 Aug 2025 after a review");
        assertThat(timeline.expectations()).as("what was set aside does not come out").extracting(Timeline.Checked::met).containsExactly(false);
    }

    private static String shipped(String script) {
        try (var text = ReplayTests.class.getResourceAsStream(script)) {
            return new String(text.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void asksBackWhenAnIssueIsAddedTwiceByADoubleClick() {
        refuses(ISSUE_TWICE + """
                  - { on: 2026-06-04, start: case-event, answers: { happening: issue, happenedOn: 2026-06-04, details: Nobody answered. } }
                """, "Line 16: \"case-event\" was turned down: You sent exactly the same at 09:30 (case KENT-2026-");
    }

    @Test
    void asksBackWhenAnIssueIsAddedInOtherWords() {
        refuses(ISSUE_TWICE + """
                  - { on: 2026-06-04, start: case-event, answers: { happening: issue, happenedOn: 2026-06-04, details: nobody answered } }
                """, "Line 16: \"case-event\" was turned down: Issue 2 of KENT-2026-");
    }

    @Test
    void confirmsWhatIsAskedBackWhereTheScriptSaysSo() {
        var timeline = play(ISSUE_TWICE + """
                  - { on: 2026-06-04, start: case-event, confirmed: true, answers: { happening: issue, happenedOn: 2026-06-04, details: Nobody answered. } }
                """);

        assertThat(timeline.timeline()).filteredOn(line -> line.what().equals("An issue is added")).hasSize(2);
    }

    @Test
    void stopsWhereAConfirmedStepIsNotAskedBack() {
        refuses(ACKNOWLEDGED.replace("task: Acknowledge complaint", "task: Acknowledge complaint\n    confirmed: true"),
                "Line 9: \"Acknowledge complaint\" should have been asked back, and the product asked nothing.");
    }

    @Test
    void asksNothingBecauseOfTheCasesOfOtherScripts() {
        play(RECEIVED);

        assertThat(play(RECEIVED).timeline()).isNotEmpty();
    }

    @Test
    void asksBackWhenAScriptReceivesOneComplaintTwice() {
        refuses(RECEIVED + RECEIVED.substring(RECEIVED.indexOf("  - on:")), "Line 9: \"complaint\" was turned down: You sent exactly the same at 09:30");
    }

    @Test
    void reportsWhatDidNotComeOut() {
        var timeline = play(ACKNOWLEDGED + """
                expect:
                  - { deadline: acknowledgement, stage: 0, due: 2026-06-09, outcome: met }
                  - { deadline: response, stage: 1, due: 2026-06-16, outcome: met }
                """);

        assertThat(timeline.asExpected()).isFalse();
        assertThat(timeline.expectations()).extracting(Timeline.Checked::found).containsExactly("2026-06-08, met on Tue 2 Jun 2026", "");
    }

    @Test
    void comparesWhatDoesNotFitOnlyIfTheScriptSaysWhatMayNot() {
        assertThat(play(RECEIVED).expectations()).isEmpty();
        assertThat(play(RECEIVED + "findings: []").expectations())
                .containsExactly(new Timeline.Checked("nothing that does not fit in the record", true, ""));
    }

    @Test
    void beginsACopyAtTheOmbudsmansWithTheComplaintToIt() {
        var known = cases.all();

        replay.playInFlight(ScriptReader.read(new StringReader(ACKNOWLEDGED + """
                  - on: 2026-06-15
                    start: ombudsman-case
                    answers: { receivedOn: 2026-06-15, channel: online, authority: Kent County Council, complainant: Ms T, standing: affected, complaintText: The bins. }
                in flight on: [2026-06-08, 2026-06-22]
                """)), MON_2026_06_22);

        assertThat(cases.all()).filteredOn(copy -> !known.contains(copy)).extracting(CaseSummary::council, copy -> copy.receivedAt().toLocalDate())
                .containsExactlyInAnyOrder(tuple("kent", MON_2026_06_15), tuple("ombudsman", MON_2026_06_15));
    }

    @Test
    void refusesATaskThatIsNotOpenAndSaysWhatIs() {
        refuses(ACKNOWLEDGED + "  - { on: 2026-06-02, task: Send refusal }\n",
                "Line 12: there is no task \"Send refusal\" on 2026-06-02; open are [Assess complaint].");
    }

    @Test
    void passesOnTheSentenceOfARefusalThatTheScriptDoesNotExpect() {
        refuses(ACKNOWLEDGED.replace("acknowledgedOn: 2026-06-02", "acknowledgedOn: 2026-06-03"),
                "Line 11: \"Acknowledge complaint\" was turned down: Sent on: is in the future. Its key is acknowledgedOn.");
    }

    @Test
    void refusesARefusalThatDoesNotCome() {
        refuses(ACKNOWLEDGED + "    turned down: too early\n",
                "Line 9: \"Acknowledge complaint\" should have been turned down, and the product let it happen.");
    }

    @Test
    void refusesARefusalForAnotherReason() {
        refuses(ACKNOWLEDGED.replace("acknowledgedOn: 2026-06-02", "acknowledgedOn: 2026-06-03") + "    turned down: too early\n",
                "Line 9: \"Acknowledge complaint\" was turned down, but not because of \"too early\": ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"kent-supervisor", "leicestershire-officer", "process-owner"})
    void refusesSomebodyWithoutTheRight(String person) {
        refuses(ACKNOWLEDGED + "    as: " + person + "\n", "Line 9: \"Acknowledge complaint\" is not possible: ");
    }

    @Test
    void refusesSomebodyUnknown() {
        refuses(ACKNOWLEDGED + "    as: kent-boss\n", "Line 12: there is nobody called \"kent-boss\"; there are kent-adjudicator, kent-approver, ");
    }

    @Test
    void refusesAProcessThatNobodyStarts() {
        refuses(RECEIVED + "  - { on: 2026-06-02, start: stage }\n", "Line 9: there is no process \"stage\"");
    }

    @Test
    void namesTheIssuesThatATaskIsOpenFor() {
        refuses(ACKNOWLEDGED + """
                  - on: 2026-06-03
                    task: Assess complaint
                    answers: { subject: other-service, knewOn: 2026-05-02, assessment: accept, issues: "One\\nTwo" }
                  - { on: 2026-06-03, task: Decide who answers, answers: { responder: kent-manager } }
                  - { on: 2026-06-03, task: Investigate complaint, answers: { found: Done. } }
                  - { on: 2026-06-04, task: Answer issue,
                      issue: 7, answers: { finding: upheld } }
                """, "Line 18: \"Answer issue\" is open for issue 1, 2, not for 7.");
    }

    @Test
    void letsTheDayOfALastNoteCome() {
        var timeline = play(RECEIVED + "  - { on: 2026-06-20, note: Nobody has answered }\n");

        assertThat(timeline.deadlines()).singleElement().satisfies(one -> assertThat(one.outcome()).isEqualTo("overdue since Tue 9 Jun 2026"));
    }

    private static final String FOUND = ACKNOWLEDGED + """
              - { on: 2026-06-03, start: correction, answers: { mistake: The post book says Monday. } }
              - on: 2026-06-03
                task: Say what is right
                answers: { kind: day, fact: Acknowledge complaint – Sent on, rightDay: 2026-06-01 }
            """;

    @ParameterizedTest
    @ValueSource(strings = {"Acknowledge complaint – Sent on", "\"acknowledge complaint - Sent on: Tue 2 Jun 2026 (recorded Tue 2 Jun 2026)\""})
    void putsADayRightThatIsNamedAsPeopleSeeIt(String fact) {
        var timeline = play(FOUND.replace("Acknowledge complaint – Sent on", fact) + """
                  - { on: 2026-06-03, task: Confirm change, answers: { confirmation: confirm, confirmationReason: The post book. } }
                """);

        assertThat(timeline.timeline()).extracting(Timeline.Line::what).contains("Say what is right", "Confirm change");
        assertThat(timeline.deadlines()).filteredOn(due -> due.deadline().equals("acknowledgement")).singleElement()
                .satisfies(due -> assertThat(due.done()).isEqualTo(LocalDate.of(2026, 6, 1)));
    }

    @Test
    void saysWhatCanBeChosenWhereTheCaseKnowsItAlone() {
        refuses(FOUND.replace("Acknowledge complaint – Sent on", "Assess complaint – Sent on"),
                "Line 15: \"Say what is right\" was turned down: As the file has it: choose one of Acknowledge complaint – Sent on: Tue 2 Jun 2026");
        refuses(FOUND.replace("  - { on: 2026-06-03, start: correction", """
                  - { on: 2026-06-02, start: case-event, answers: { happening: note, happenedOn: 2026-06-02, details: She rang. } }
                  - { on: 2026-06-03, start: case-event, answers: { happening: note, happenedOn: 2026-06-03, details: She rang again. } }
                  - { on: 2026-06-03, start: correction\
                """).replace("Acknowledge complaint – Sent on", "A contact to note – When"),
                "Line 17: \"A contact to note – When\" can be ");
    }

    @Test
    void linksWhatIsInTheCaseOfTheScript() {
        var timeline = play(ACKNOWLEDGED + """
                  - on: 2026-06-03
                    task: Assess complaint
                    answers: { subject: other-service, knewOn: 2026-05-02, assessment: accept, issues: "One\\nTwo" }
                  - { on: 2026-06-03, task: Decide who answers, answers: { responder: service manager (kent) } }
                  - on: 2026-06-03
                    start: link-cases
                    answers: { link: same-issue, issue: 2, otherIssue: 1, linkedOn: 2026-06-03, reason: They say the same. }
                """);

        assertThat(timeline.timeline()).extracting(Timeline.Line::what).contains("One of its issues says the same as another");
    }

    private static final String OMBUDSMAN = ACKNOWLEDGED + """
              - on: 2026-06-15
                start: ombudsman-case
                answers:
                  { receivedOn: 2026-06-15, channel: online, authority: kent, complainant: Ms T, standing: affected, complaintText: The bins. }
            """;

    @Test
    void linksTheTwoSidesOrRefusesAnotherCouncil() {
        var timeline = play(OMBUDSMAN);

        assertThat(timeline.timeline()).extracting(Timeline.Line::file).contains(Timeline.OMBUDSMAN);
        refuses(OMBUDSMAN.replace("authority: kent", "authority: Kent CC"),
                "Line 15: \"authority\" is the script's council, Kent County Council, not Kent CC; write it so, or leave it out.");
    }
}
