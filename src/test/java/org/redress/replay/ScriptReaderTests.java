package org.redress.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.MalformedInputException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.redress.replay.CaseScript.ExpectedAction;
import org.redress.replay.CaseScript.ExpectedDeadline;
import org.redress.replay.CaseScript.ExpectedFinding;
import org.redress.replay.CaseScript.InSource;
import org.redress.replay.CaseScript.Kind;

/** A script is read as it stands, and whatever is wrong is refused with its line. */
class ScriptReaderTests {
    private static final LocalDate FRI_2019_08_09 = LocalDate.of(2019, 8, 9);
    private static final LocalDate MON_2019_09_09 = LocalDate.of(2019, 9, 9);

    private static final String HEAD = """
            case: 19 010 314
            council: kent
            title: A complaint
            source: A published decision
            """;

    private static CaseScript read(String yaml) {
        return ScriptReader.read(new StringReader(yaml));
    }

    @Test
    void readsEveryKey() {
        var script = read(HEAD + """
                in flight on: 2019-08-09
                steps:
                  - on: 2019-08-09
                    task: Answer issue
                    as: kent-manager
                    issue: 2
                    answers:
                      finding: upheld
                      remedyBy: 2019-09-09
                    assumed:
                      step: no word about it
                      as: nobody is named
                    written:
                      finding: not upheld, by mistake
                    turned down: another person decides
                expect:
                  - { deadline: response, stage: 1, due: 2019-09-09, outcome: its last day }
                """);

        assertThat(script.inFlightOn()).containsExactly(FRI_2019_08_09);
        assertThat(script.expectations()).containsExactly(new ExpectedDeadline(18 + 3, "response", 1, null, MON_2019_09_09, "its last day"));
        assertThat(script.steps()).singleElement().satisfies(step -> {
            assertThat(step.line()).isEqualTo(7);
            assertThat(step.kind()).isEqualTo(Kind.TASK);
            assertThat(step.name()).isEqualTo("Answer issue");
            assertThat(step.as()).isEqualTo("kent-manager");
            assertThat(step.numbers()).containsEntry("issueNumber", 2);
            assertThat(step.answers()).isEqualTo(Map.of("finding", "upheld", "remedyBy", "2019-09-09"));
            assertThat(step.assumed()).isEqualTo(Map.of("step", "no word about it", "as", "nobody is named"));
            assertThat(step.written()).isEqualTo(Map.of("finding", "not upheld, by mistake"));
            assertThat(step.turnedDown()).isEqualTo("another person decides");
        });
    }

    @Test
    void readsHowTheSourceTellsAStep() {
        var script = read(HEAD + """
                steps:
                  - on: 2019-08-09
                    note: A letter
                    as written: 2019-09-09
                    cites: [2019-08-09]
                    names: [Mr X, Ms Y]
                    formal: letter
                """);

        assertThat(script.steps().get(0).inSource())
                .isEqualTo(new InSource(MON_2019_09_09, List.of(FRI_2019_08_09), List.of("Mr X", "Ms Y"), "letter"));
    }

    @Test
    void readsNoDayOneDayAndSeveralDaysInFlight() {
        var steps = "steps: [{ on: 2019-08-09, start: complaint }]";

        assertThat(read(HEAD + steps).inFlightOn()).isEmpty();
        assertThat(read(HEAD + "in flight on: 2019-08-09\n" + steps).inFlightOn()).containsExactly(FRI_2019_08_09);
        assertThat(read(HEAD + "in flight on: [2019-08-09, 2019-09-09]\n" + steps).inFlightOn()).containsExactly(FRI_2019_08_09, MON_2019_09_09);
    }

    @Test
    void tellsThatNothingMayBeFoundFromNotSayingWhat() {
        var steps = "steps: [{ on: 2019-08-09, start: complaint }]\n";

        assertThat(read(HEAD + steps).findings()).isNull();
        assertThat(read(HEAD + steps + "findings: []").findings()).isEmpty();
        assertThat(read(HEAD + steps + "findings: [{ rule: DQ-5, words: Mrs Y }]").findings())
                .containsExactly(new ExpectedFinding(6, "DQ-5", "Mrs Y"));
    }

    @Test
    void readsAnswersAsTasklistSendsThem() {
        var script = read(HEAD + """
                steps:
                  - on: 2019-08-09
                    task: Assess complaint
                    answers: { ticked: true, free: false, choice: yes, other: no, words: "true", digits: "12", count: 12, sum: 012, day: 2019-08-09 }
                    turned down: what no form asks stays as it is written
                """);

        assertThat(script.steps().get(0).answers()).isEqualTo(Map.of("ticked", true, "free", false, "choice", "yes", "other", "no",
                "words", "true", "digits", "12", "count", 12, "sum", 12, "day", "2019-08-09"));
    }

    @Test
    void readsAPaymentOfManyThousandPoundsAndAnActionWithoutAPeriod() {
        var script = read(HEAD + """
                steps: [{ on: 2019-08-09, start: complaint }]
                expect:
                  - { action: 1, kind: payment, amount: 19898, due: 2019-09-09, outcome: met }
                  - { action: 2, kind: apology, outcome: Complete and satisfied }
                """);

        assertThat(script.expectations()).containsExactly(new ExpectedAction(7, 1, "payment", 19898, MON_2019_09_09, null, "met"),
                new ExpectedAction(8, 2, "apology", null, null, null, "Complete and satisfied"));
    }

    @Test
    void letsNotesStandAnywhere() {
        var script = read(HEAD + """
                steps:
                  - { on: 2019-08-09, start: complaint }
                  - { on: 2018-07-01, note: What happened the year before }
                  - { on: 2019-08-09, task: Acknowledge complaint }
                """);

        assertThat(script.steps()).extracting(CaseScript.Step::kind).containsExactly(Kind.START, Kind.NOTE, Kind.TASK);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            steps: [{ on: 2019-08-09, start: complaint, when: now }]                    | Line 5: "when" is not one of action, answers, as, as written, assumed, cites, comment, confirmed, formal, issue, names, note, on, person, start, task, turned down, written.
            stages: []                                                                  | Line 5: "stages" is not one of case, council, expect, findings, in flight on, source, steps, summary, title.
            steps: [{ on: 9 August 2019, start: complaint }]                            | Line 5: "on" is a date such as 2019-08-09, not 9 August 2019.
            steps: [{ on: 2019-02-29, start: complaint }]                               | Line 5: "on" is a date such as 2019-08-09, not 2019-02-29.
            in flight on: soon                                                          | Line 1: the script has no steps.
            steps: [{ on: 2019-08-09, note: Any, cites: [August] }]                     | Line 5: "cites" is a list of dates such as 2019-08-09, not August.
            steps: [{ start: complaint }]                                               | Line 5: "on" is missing.
            steps: [{ on: 2019-08-09, start: complaint, task: Assess complaint }]       | Line 5: a step has exactly one of start, task and note.
            steps: [{ on: 2019-08-09 }]                                                 | Line 5: a step has exactly one of start, task and note.
            steps: [{ on: 2019-08-09, start: complaint }, { on: 2019-08-08, task: Assess complaint }] | Line 5: this step is of 2019-08-08, but an earlier line is of 2019-08-09.
            steps: { on: 2019-08-09 }                                                   | Line 5: "steps" is a list.
            steps: later                                                                | Line 5: "steps" is a list.
            steps: []                                                                   | Line 1: the script has no steps.
            steps: [2019-08-09]                                                         | Line 5: keys with values are expected here.
            title: Another                                                              | Line 5: "title" stands here twice.
            steps: [{ on: 2019-08-09, task: [Any] }]                                    | Line 5: "task" is one value.
            steps: [{ on: 2019-08-09, task: Assess complaint, answers: { a: [1] } }]                 | Line 5: an answer is one value.
            steps: [{ on: 2019-08-09, task: Assess complaint, answers: { a: 1, a: 2 } }]             | Line 5: "a" stands here twice.
            steps: [{ on: 2019-08-09, task: Assess complaint, answers: { [a]: 1 } }]                 | Line 5: a key is one word or a few.
            steps: [{ on: 2019-08-09, task: Assess complaint, issue: first }]                        | Line 5: "issue" is a whole number, not first.
            steps: [{ on: 2019-08-09, task: Assess complaint, assumed: { channel: not said } }]      | Line 5: "channel" is neither an answer of this step nor one of as, on, step.
            steps: [{ on: 2019-08-09, task: Assess complaint, assumed: { on: } }]                    | Line 5: "on" is missing.
            steps: [{ on: 2019-08-09, task: Assess complaint, written: 2018 }]                       | Line 5: keys with values are expected here.
            """)
    void refusesWithTheLine(String line, String sentence) {
        assertThatThrownBy(() -> read(HEAD + line)).isInstanceOf(ScriptRefused.class).hasMessage(sentence);
    }

    private static final String RECEIVED = """
            steps:
              - on: 2026-06-01
                start: complaint
                answers:
                  receivedOn: 2026-06-01
                  channel: email
                  complainant: Ms T
                  complainantRole: resident
                  complaintText: The bins.
            """;

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            start: complaint       | start: complaints       | Line 7: there is no process "complaints"; "complaint" is near it.
            channel: email         | channel: e-post         | Line 10: "channel" is one of letter (Letter), email (E-mail), phone (Telephone), in-person (In person), online (Online form), third-party (Councillor, MP or another third party), not e-post.
            channel: email         | chanel: email           | Line 10: "chanel" is not asked by "complaint"; "channel" is.
            start: complaint       | task: Asess complaint   | Line 7: no model has a task "Asess complaint"; "Assess complaint" is near it.
            start: complaint       | task: Have lunch        | Line 7: no model has a task "Have lunch"; write its name as in Tasklist, such as "Assess complaint".
            """)
    void refusesWhatNoModelAndNoFormHas(String right, String wrong, String sentence) {
        assertThatThrownBy(() -> read(HEAD + RECEIVED.replace(right, wrong))).isInstanceOf(ScriptRefused.class).hasMessage(sentence);
    }

    @Test
    void saysWhichTaskAsksWhatIsAskedElsewhere() {
        assertThatThrownBy(() -> read(HEAD + "steps: [{ on: 2026-06-01, task: Decide on intake, answers: { issueDecision: out } }]"))
                .isInstanceOf(ScriptRefused.class).hasMessageMatching("Line \\d+: \"issueDecision\" is not asked by \"Decide on intake\", which asks for [\\w, ]+\\. It is asked by \"Decide on issue\"\\.");
    }

    @Test
    void refusesACouncilThatIsNotThereAndReadsOneByItsName() {
        assertThatThrownBy(() -> read(HEAD.replace("kent", "Kant") + RECEIVED)).isInstanceOf(ScriptRefused.class)
                .hasMessageStartingWith("Line 2: there is no council \"Kant\"; there are kent, leicestershire, ");
        assertThat(read(HEAD.replace("kent", "Kent County Council") + RECEIVED).council()).isEqualTo("kent");
    }

    @Test
    void refusesADeadlineThatNoTableHas() {
        assertThatThrownBy(() -> read(HEAD + RECEIVED + "expect:\n  - { stage: 1, due: 2026-06-29, outcome: met,\n      deadline: respons }\n"))
                .isInstanceOf(ScriptRefused.class).hasMessageStartingWith("Line 16: there is no deadline \"respons\"; there are acknowledgement, ").hasMessageContaining(" response,");
    }

    @Test
    void readsAChoiceByItsLabelABoxByYesAndATaskWithEitherApostrophe() {
        var label = read(HEAD + RECEIVED.replace("channel: email", "channel: online form"));
        var wish = read(HEAD + "steps: [{ on: 2026-06-01, task: \"record complainant's wish\" }]");
        var box = read(HEAD + "steps: [{ on: 2026-06-01, task: Send response, answers: { toPersonThemselves: yes } }]");

        assertThat(label.steps().get(0).answers()).containsEntry("channel", "online");
        assertThat(wish.steps().get(0).name()).isEqualTo("Record complainant’s wish");
        assertThat(box.steps().get(0).answers()).containsEntry("toPersonThemselves", true);
        assertThatThrownBy(() -> read(HEAD + "steps: [{ on: 2026-06-01, task: Send response, answers: { toPersonThemselves: perhaps } }]"))
                .hasMessage("Line 5: \"toPersonThemselves\" is a box, true or false, not perhaps.");
    }

    @Test
    void leavesAWrongAnswerThatMustBeTurnedDown() {
        var script = read(HEAD + RECEIVED.replace("email", "pigeon") + "    turned down: choose one of\n");

        assertThat(script.steps().get(0).answers()).containsEntry("channel", "pigeon");
    }

    @Test
    void namesTheLineOfAByteThatIsNoUtf8(@TempDir Path folder) throws IOException {
        var file = Files.write(folder.resolve("case.yaml"), (HEAD + "# Mr X\u0092s\n").getBytes(StandardCharsets.ISO_8859_1));

        assertThatThrownBy(() -> CaseScripts.find(file.toString())).isInstanceOf(ScriptRefused.class)
                .hasMessage("Line 5: the byte 92 is no UTF-8; save the file as UTF-8.");
    }

    @Test
    void refusesADayInFlightThatIsNone() {
        assertThatThrownBy(() -> read(HEAD + "steps: [{ on: 2019-08-09, note: Any }]\nin flight on: [2019-08-09, soon]"))
                .isInstanceOf(ScriptRefused.class).hasMessage("Line 6: \"in flight on\" is a list of dates such as 2019-08-09, not soon.");
    }

    @Test
    void namesTheLineOfTheValueNotOfTheStep() {
        assertThatThrownBy(() -> read(HEAD + """
                steps:
                  - on: 2019-08-09
                    task: Assess complaint
                    issue: 1
                expect:
                  - deadline: response
                    stage: first
                    due: 2019-09-09
                    outcome: met
                """)).isInstanceOf(ScriptRefused.class).hasMessage("Line 11: \"stage\" is a whole number, not first.");
    }

    @Test
    void refusesAnEmptyScript() {
        assertThatThrownBy(() -> read("")).isInstanceOf(ScriptRefused.class).hasMessage("The script is empty.");
        assertThatThrownBy(() -> read("# nothing but a remark\n")).isInstanceOf(ScriptRefused.class).hasMessage("The script is empty.");
    }

    @Test
    void refusesBrokenYamlWithTheLine() {
        assertThatThrownBy(() -> read(HEAD + "steps: [{ on: 2019-08-09, task: Assess complaint }\n"))
                .isInstanceOf(ScriptRefused.class).hasMessageStartingWith("Line 6: expected ',' or ']'");
        assertThatThrownBy(() -> read("case: 1\n\tcouncil: kent\n"))
                .isInstanceOf(ScriptRefused.class).hasMessageStartingWith("Line 2: ");
    }

    @Test
    void refusesWhatIsNotText() {
        assertThatThrownBy(() -> read(HEAD + "steps: \u0000\n")).isInstanceOf(ScriptRefused.class)
                .hasMessageStartingWith("The script cannot be read as YAML in UTF-8");
        assertThatThrownBy(() -> ScriptReader.read(new StringReader("") {
            @Override
            public int read(char[] buffer, int from, int length) throws java.io.IOException {
                throw new MalformedInputException(1);
            }
        })).isInstanceOf(ScriptRefused.class).hasMessageStartingWith("The script cannot be read as YAML in UTF-8");
    }

    @Test
    void readsThePublishedCases() {
        assertThat(CaseScripts.published()).extracting(CaseScript::reference)
                .containsExactlyInAnyOrder("19 010 314", "21 000 259", "18 010 925", "21 008 150", "22 016 374");
    }

    @Test
    void readsTheFurtherCases() {
        assertThat(CaseScripts.further()).extracting(CaseScript::reference).doesNotHaveDuplicates().isNotEmpty()
                .doesNotContainAnyElementsOf(CaseScripts.published().stream().map(CaseScript::reference).toList());
        assertThat(CaseScripts.find("23-004-511").reference()).isEqualTo("23 004 511");
    }

    @Test
    void leavesOutWhatAFormAskedOnceAndSaysSo() {
        var step = read(HEAD + """
                steps:
                  - { on: 2019-08-09, task: answer issue, issue: 2, answers: { finding: not-upheld, remedyBy: 2019-09-09 }, written: { finding: upheld in part } }
                """).steps().get(0);

        assertThat(step.answers()).isEqualTo(Map.of("finding", "not-upheld"));
        assertThat(step.written()).isEqualTo(Map.of("finding", "upheld in part",
                "remedyBy", "2019-09-09; it is not asked any more, each promised action has a day of its own"));
    }

    @Test
    void takesTheFactsOfTheComplaintForEachIssueWhereNoneIsAssessedByItself() {
        var assessed = """
                  - { on: 2019-08-09, task: assess jurisdiction, answers: { issues: "One\\n\\nTwo" } }
                """;
        var steps = read(HEAD + "steps:\n" + assessed).steps();
        var told = read(HEAD + "steps:\n" + assessed + "  - { on: 2019-08-09, task: assess issue, issue: 1, answers: { issueFacts: own } }\n").steps();

        assertThat(steps).extracting(CaseScript.Step::name).containsExactly("Assess jurisdiction", "Assess issue", "Assess issue");
        assertThat(steps.get(2).numbers()).isEqualTo(Map.of("issueNumber", 2));
        assertThat(steps.get(2).answers()).isEqualTo(Map.of("issueFacts", "complaint"));
        assertThat(steps.get(2).assumed()).containsOnlyKeys("step");
        assertThat(told).hasSize(2);
    }

    @Test
    void takesWhatSaysLeastWhereASourceDoesNotTellWhatIsAskedSinceAndSaysSo() {
        var steps = read(HEAD + """
                steps:
                  - { on: 2019-08-09, task: answer issue, issue: 1, answers: { finding: upheld } }
                  - { on: 2019-08-09, task: answer issue, issue: 2, answers: { finding: partly-upheld, cause: delay, lesson: A reminder. } }
                  - { on: 2019-08-09, task: assess complaint, answers: { subject: child-in-need, knewOn: 2019-08-01 } }
                  - { on: 2019-08-09, task: assess complaint, answers: { subject: other-service, knewOn: 2019-08-01 } }
                """).steps();

        assertThat(steps.get(0).answers()).isEqualTo(Map.of("finding", "upheld", "cause", "other", "lesson", "Not said by the source."));
        assertThat(steps.get(0).written()).containsOnlyKeys("cause", "lesson");
        assertThat(steps.get(1).answers()).isEqualTo(Map.of("finding", "partly-upheld", "cause", "delay", "lesson", "A reminder."));
        assertThat(steps.get(1).written()).isEmpty();
        assertThat(steps.get(2).answers().get("aroseOn")).isEqualTo(steps.get(2).answers().get("knewOn"));
        assertThat(steps.get(2).written()).containsOnlyKeys("aroseOn");
        assertThat(steps.get(3).answers()).containsOnlyKeys("subject", "knewOn");
    }

    @ParameterizedTest
    @ValueSource(strings = {"19010314", "19-010-314", "19  010  314", "19 010 314", "19–010–314", "ref: 19 010 314"})
    void findsAPublishedCaseHoweverItsReferenceIsWritten(String written) {
        assertThat(CaseScripts.find(written)).isEqualTo(CaseScripts.find("19 010 314"));
    }

    @Test
    void saysWhichCasesThereAre() {
        assertThatThrownBy(() -> CaseScripts.find("19 010 315")).isInstanceOf(ScriptRefused.class)
                .hasMessageStartingWith("\"19 010 315\" is neither a file nor one of the published cases");
    }
}
