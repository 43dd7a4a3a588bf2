package org.redress.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.IdentityLink;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.redress.calendar.WorkingCalendar;
import org.redress.casefile.AgreedActions;
import org.redress.casefile.CaseFiles;
import org.redress.casefile.CaseStatus;
import org.redress.casefile.CaseSummary;
import org.redress.casefile.LetterView;
import org.redress.correction.LettersAndDays;
import org.redress.deadline.DeadlineState;
import org.redress.deadline.Deadlines;
import org.redress.documents.Accessible;
import org.redress.documents.Documents;
import org.redress.documents.Format;
import org.redress.figures.FiguresOf;
import org.redress.letters.LetterDocuments;
import org.redress.letters.LetterKind;
import org.redress.quality.CaseRecord;
import org.redress.quality.QualityChecks;
import org.redress.replay.CaseScript.Kind;
import org.redress.testing.ProductTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/**
 * The five published cases: what the council and the Ombudsman did, what the product refuses, and what is left open. Each is played
 * once, by the first test that needs it; what it leaves behind does not change.
 */
@ProductTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CaseScriptsTests {
    private static final String KENT_2019 = "19 010 314";
    private static final String KENT_2021 = "21 008 150";
    private static final String CHESHIRE_EAST = "18 010 925";
    private static final String LEICESTERSHIRE = "21 000 259";
    private static final String CAMBRIDGESHIRE = "22 016 374";
    private static final LocalDate FRI_2019_10_04 = LocalDate.of(2019, 10, 4);
    private static final LocalDate WED_2019_10_16 = LocalDate.of(2019, 10, 16);
    private static final LocalDate WED_2019_12_04 = LocalDate.of(2019, 12, 4);
    private static final LocalDate FRI_2022_06_10 = LocalDate.of(2022, 6, 10);
    private static final LocalDate SUN_2022_06_12 = LocalDate.of(2022, 6, 12);
    private static final LocalDate THU_2022_06_23 = LocalDate.of(2022, 6, 23);

    /** The days that a decision gives exactly; every other day of a script is assumed and says why. */
    private static final Map<String, List<String>> PUBLISHED_DAYS = Map.of(
            KENT_2019, List.of("2019-07-23", "2019-08-09", "2019-09-09", "2020-07-10"),
            KENT_2021, List.of("2022-03-30"),
            CHESHIRE_EAST, List.of("2017-08-02", "2018-10-01", "2019-09-04"),
            LEICESTERSHIRE, List.of("2020-05-05", "2020-05-20", "2020-06-04", "2020-06-22", "2020-07-09", "2020-07-19", "2020-10-12", "2020-11-09",
                    "2020-11-19", "2020-11-26", "2021-01-15", "2021-02-03", "2022-05-12"),
            CAMBRIDGESHIRE, List.of("2023-08-29"));

    private final Map<String, Played> played = new HashMap<>();

    @Autowired
    private Replay replay;

    @Autowired
    private CaseFiles cases;

    @Autowired
    private LetterDocuments letters;

    @Autowired
    private AgreedActions actions;

    @Autowired
    private QualityChecks checks;

    @Autowired
    private Deadlines deadlines;

    @Autowired
    private RuntimeService runtime;

    @Autowired
    private TaskService tasks;

    @Autowired
    private HistoryService history;

    @Autowired
    private WorkingCalendar calendar;

    @Autowired
    private ApplicationContext application;

    /** What the replay shows, and the reference under which the product knows the case. */
    private record Played(Timeline timeline, String reference) {}

    static Stream<String> references() {
        return CaseScripts.published().stream().map(CaseScript::reference);
    }

    @ParameterizedTest
    @MethodSource("references")
    void comesOutAsTheScriptSaysAndLeavesNothingOpen(String published) {
        var timeline = play(published).timeline();

        var reference = play(published).reference();
        assertThat(timeline.expectations()).isNotEmpty().allMatch(Timeline.Checked::met);
        assertThat(timeline.turnedDown())
                .hasSameSizeAs(CaseScripts.find(published).steps().stream().filter(step -> step.turnedDown() != null).toList());
        assertThat(cases.get(reference).status()).isEqualTo(CaseStatus.CLOSED);
        assertThat(deadlines.of(reference)).isNotEmpty().allMatch(d -> d.state() == DeadlineState.MET);
        assertThat(runtime.createProcessInstanceQuery().processInstanceBusinessKey(reference).count()).isZero();
        assertThat(tasks.createTaskQuery().processInstanceBusinessKey(reference).count()).isZero();
        assertThat(runtime.createIncidentQuery().count()).isZero();
    }

    @ParameterizedTest
    @MethodSource("references")
    void sendsNoLetterWhoseDayCannotBePutRight(String published) {
        var reference = play(published).reference();

        assertThat(cases.letters(reference)).isNotEmpty();
        assertThat(LettersAndDays.without(application, reference)).isEmpty();
        assertThat(LettersAndDays.without(application, cases.get(reference).counterpartReference())).isEmpty();
    }

    /** The figures of both sides, counted by hand from the script (CORP-42, rule book 3.3). */
    @ParameterizedTest
    @MethodSource("references")
    void isCountedAsTheScriptTellsIt(String published) {
        var script = CaseScripts.find(published);
        var reference = play(published).reference();

        assertThat(CountedApart.differences(CountedApart.ofCouncil(script), FiguresOf.lines(application, script.council() + "-supervisor", script.council(), reference))).isEmpty();
        assertThat(CountedApart.differences(CountedApart.ofOmbudsman(script), FiguresOf.lines(application, "ombudsman-supervisor", "ombudsman", cases.get(reference).counterpartReference()))).isEmpty();
    }

    /** The published reference is that of the Ombudsman's file. */
    @ParameterizedTest
    @MethodSource("goneToTheOmbudsman")
    void settlesEveryAgreedActionAtTheOmbudsmansAndLeavesNothingOpenThere(String published) {
        var timeline = play(published).timeline();

        assertThat(cases.get(published).status()).isEqualTo(CaseStatus.COMPLETED);
        assertThat(timeline.actions()).isNotEmpty().allMatch(action -> action.state().equals("Complete and satisfied"));
        assertThat(deadlines.of(published)).isNotEmpty().noneMatch(d -> d.state() == DeadlineState.OPEN);
        assertThat(runtime.createProcessInstanceQuery().processInstanceBusinessKey(published).count()).isZero();
        assertThat(tasks.createTaskQuery().processInstanceBusinessKey(published).count()).isZero();
    }

    @ParameterizedTest
    @MethodSource("goneToTheOmbudsman")
    void saysAllThatDoesNotFitInTheDecision(String published) {
        assertThat(CaseScripts.find(published).findings()).as("findings: [] if there is nothing").isNotNull();
    }

    /** The files hold the days that are meant, so what is left is no slip of a script: a letter of a Sunday, an action that counts from no day. */
    @ParameterizedTest
    @MethodSource("goneToTheOmbudsman")
    void findsNothingFalseInTheFilesOfBothSides(String published) {
        var own = play(published).reference();
        var sunday = "DQ-6 Sun 19 Aug 2018 is no working day, and the day of a letter: response to Mrs X.";
        var noDay = "DQ-9 Action 1 does not say from which day it counts; the day of the decision is assumed.";

        assertThat(findings(own)).isEqualTo(published.equals(CHESHIRE_EAST) ? List.of(sunday) : published.equals(KENT_2021) ? List.of(noDay) : List.of());
        assertThat(findings(published)).isEqualTo(published.equals(KENT_2021) ? List.of(noDay) : List.of());
    }

    private List<String> findings(String reference) {
        var file = new CaseRecord(cases.people(reference), cases.issues(reference), cases.letters(reference), actions.views(reference), cases.chronology(reference));
        return checks.of(file.chronicle()).stream().map(found -> found.rule() + " " + found.sentence()).toList();
    }

    static Stream<String> goneToTheOmbudsman() {
        return CaseScripts.published().stream().filter(script -> script.steps().stream().anyMatch(step -> step.name().equals("ombudsman-case")))
                .map(CaseScript::reference);
    }

    @ParameterizedTest
    @MethodSource("references")
    void saysWhyEveryDayIsAssumedThatTheDecisionDoesNotGive(String published) {
        var given = Objects.requireNonNull(PUBLISHED_DAYS.get(published));

        for (var step : CaseScripts.find(published).steps()) {
            assertThat(given.contains(step.on().toString()) || step.assumed().containsKey("on") || step.assumed().containsKey("step"))
                    .as("line %d, %s of %s", step.line(), step.name(), step.on()).isTrue();
            assertThat(step.assumed().values()).allSatisfy(reason -> assertThat(reason).isNotBlank());
        }
    }

    @Test
    void answersKentsSecondComplaintOnItsLastDay() {
        var timeline = play(KENT_2019).timeline();

        assertThat(due(timeline, "response", 1)).satisfies(response -> {
            assertThat(response.triggerOn()).isEqualTo("2019-08-09");
            assertThat(response.due()).isEqualTo("2019-09-09");
            assertThat(response.workingDaysLate()).isZero();
            assertThat(response.outcome()).isEqualTo("met on Mon 9 Sep 2019, its last day");
        });
    }

    @Test
    void refusesLeicestershiresRefusalWithoutTheTestOfProceedings() {
        var timeline = play(LEICESTERSHIRE).timeline();

        assertThat(sentences(timeline, "Send refusal", "2020-11-09")).containsExactly(
                "Where else it is or was considered: an answer is needed. How would consideration prejudice them?: an answer is needed.",
                "How would consideration prejudice them?: an answer is needed.",
                "Issues not considered: these are all issues, so nothing would be left to consider; choose the whole complaint if none can be.");
        assertThat(cases.issues(play(LEICESTERSHIRE).reference())).extracting(issue -> issue.notConsidered())
                .containsExactly(null, null, null, "court-proceedings");
    }

    @Test
    void findsLeicestershiresReviewThirteenWorkingDaysLateAndHasItExplained() {
        var timeline = play(LEICESTERSHIRE).timeline();

        assertThat(due(timeline, "response", 2)).satisfies(response -> {
            assertThat(response.due()).isEqualTo("2021-01-15");
            assertThat(response.overdueSince()).isEqualTo("2021-01-16");
            assertThat(response.done()).isEqualTo("2021-02-03");
            assertThat(response.workingDaysLate()).isEqualTo(13);
        });
        assertThat(explanationsRaised(LEICESTERSHIRE)).isEqualTo(2);
        assertThat(cases.letters(play(LEICESTERSHIRE).reference())).filteredOn(letter -> letter.kind().equals("delay-explanation"))
                .extracting(LetterView::stage, LetterView::sentOn)
                .containsExactly(tuple(1, LocalDate.of(2020, 11, 12)),
                        tuple(2, LocalDate.of(2021, 2, 3)));
    }

    @Test
    void holdsThePanelThatCheshireEastRefused() {
        var timeline = play(CHESHIRE_EAST).timeline();

        var inTime = "How does the request go on?: the request of Mon 10 Sep 2018 came in time, until Thu 20 Sep 2018; "
                + "a request in time cannot be refused, whatever its volume (CHD-51).";
        assertThat(sentences(timeline, "Decide on stage 3 request", "2018-09-17")).containsExactly(inTime);
        assertThat(sentences(timeline, "Decide on stage 3 request", "2018-10-01")).containsExactly(inTime,
                "Early referral is not open: not all, or all significant, complaints were upheld; the complainant does not agree. "
                        + "All five conditions are needed; hold the panel (CHD-60).");
        assertThat(cases.duties(play(CHESHIRE_EAST).reference())).filteredOn(duty -> duty.duty().equals("panel")).hasSize(3);
        assertThat(due(timeline, "panel-meeting", 3).done()).isEqualTo("2018-10-18");
    }

    @Test
    void findsCheshireEastsInvestigationLaterThanSixtyFiveWorkingDays() {
        var timeline = play(CHESHIRE_EAST).timeline();

        var response = due(timeline, "response", 2);
        assertThat(response.done()).isAfter(calendar.add(response.triggerOn(), 65));
        assertThat(response.workingDaysLate()).isGreaterThan(65 - 25);
        assertThat(explanationsRaised(CHESHIRE_EAST)).isEqualTo(1);
    }

    @Test
    void tellsOfstedOfLeicestershiresDecisionAlthoughTheSourceDoesNot() {
        var timeline = play(LEICESTERSHIRE).timeline();

        assertThat(sentences(timeline, "Issue decision", "2022-05-12")).containsExactly("Does it say that Ofsted is told?: "
                + "an upheld decision about children’s services is shared with Ofsted and says so (LGS-17).");
        assertThat(timeline.remarks()).filteredOn(remark -> remark.what().equals("Issue decision")).extracting(Timeline.Remark::about)
                .anySatisfy(about -> assertThat(about.get("informationSharing")).contains("says nothing about Ofsted"));
    }

    @Test
    void carriesOutLeicestershiresTwoActionsBeforeASunday() {
        var timeline = play(LEICESTERSHIRE).timeline();

        assertThat(timeline.decision()).satisfies(decision -> {
            assertThat(decision.on()).isEqualTo("2022-05-12");
            assertThat(decision.decision()).isEqualTo("Upheld");
            assertThat(decision.publishedNotBefore()).isEqualTo(THU_2022_06_23);
            assertThat(decision.remedyDue()).isEqualTo(SUN_2022_06_12);
        });
        assertThat(timeline.actions()).extracting(Timeline.Action::kind, CaseScriptsTests::pounds, Timeline.Action::due, Timeline.Action::target)
                .containsExactly(tuple("apology", "", SUN_2022_06_12, FRI_2022_06_10), tuple("payment", "100", SUN_2022_06_12, FRI_2022_06_10));
        assertThat(sentences(timeline, "Publish decision", "2022-06-28")).containsExactly("Published on: not before Thu 23 Jun 2022 (LGS-18).");
    }

    @Test
    void carriesOutCheshireEastsFourActionsInTimeAlthoughEvidenceIsSentBack() {
        var timeline = play(CHESHIRE_EAST).timeline();

        assertThat(timeline.decision()).satisfies(decision -> {
            assertThat(decision.on()).isEqualTo("2019-09-04");
            assertThat(decision.decision()).isEqualTo("Upheld");
            assertThat(decision.publishedNotBefore()).isEqualTo(WED_2019_10_16);
            assertThat(decision.remedyDue()).isEqualTo(WED_2019_12_04);
        });
        assertThat(timeline.actions()).extracting(Timeline.Action::kind, CaseScriptsTests::pounds, Timeline.Action::due, Timeline.Action::state)
                .containsExactly(tuple("apology", "", FRI_2019_10_04, "Complete and satisfied"), tuple("payment", "200", FRI_2019_10_04, "Complete and satisfied"),
                        tuple("procedure", "", WED_2019_12_04, "Complete and satisfied"), tuple("training", "", WED_2019_12_04, "Complete and satisfied"));
        assertThat(timeline.timeline()).filteredOn(line -> line.what().equals("Judge evidence 4")).extracting(Timeline.Line::detail)
                .containsExactly("Verdict: Sent back", "Verdict: Accepted");
    }

    @Test
    void givesACaseThatIsPlayedAgainANumberOfItsOwn() {
        play(LEICESTERSHIRE);
        var before = cases.all().size();

        replay.play(CaseScripts.find(LEICESTERSHIRE));

        assertThat(cases.all()).hasSize(before + 2);
    }

    @Test
    void answersTheIssueThatCambridgeshiresComplainantAdded() {
        var reference = play(CAMBRIDGESHIRE).reference();

        assertThat(cases.issues(reference)).hasSize(5).last().satisfies(added -> {
            assertThat(added.addedOn()).isEqualTo("2022-10-14");
            assertThat(added.answers()).extracting(answer -> answer.stage()).containsExactly(1, 2, 3);
        });
    }

    @Test
    void refusesKentsServiceManagerForStageTwo() {
        var timeline = play(KENT_2021).timeline();

        assertThat(sentences(timeline, "Decide who answers", "2021-06-02")).containsExactly(
                "Who answers: Service manager (Kent) decided stage 1 of this complaint: another person decides the next stage (CORP-26).");
        assertThat(cases.duties(play(KENT_2021).reference())).filteredOn(duty -> duty.duty().equals("respond"))
                .extracting(duty -> duty.stage() + " " + duty.person()).containsExactly("1 kent-manager", "2 kent-assistant-director");
    }

    @Test
    void asksWhyKentsComplaintIsInvestigatedThatCameAfterTwelveMonths() {
        var timeline = play(KENT_2019).timeline();

        assertThat(timeline.timeline()).filteredOn(line -> line.what().startsWith("Tests of jurisdiction, issue")).hasSize(5)
                .allSatisfy(line -> assertThat(line.detail()).contains("Within 12 months beginning with first notice: discretion"));
        assertThat(sentences(timeline, "Decide on issue", "2019-10-28")).containsExactly("Why: an answer is needed.");
        assertThat(timeline.excluded()).containsExactly(new Timeline.Excluded(2, "court-proceedings"));
    }

    @Test
    void refusesKentsDecisionThatDoesNotTellOfsted() {
        var timeline = play(KENT_2021).timeline();

        assertThat(sentences(timeline, "Issue decision", "2022-03-30")).containsExactly("Does it say that Ofsted is told?: "
                + "an upheld decision about children’s services is shared with Ofsted and says so (LGS-17).");
        assertThat(TimelineText.of(timeline)).contains("information sharing: the decision does not say that Ofsted is told");
    }

    @Test
    void assumesFromWhenKentsActionCounts() {
        var timeline = play(KENT_2021).timeline();

        assertThat(timeline.actions()).singleElement().satisfies(action -> {
            assertThat(action.fromAssumed()).isTrue();
            assertThat(action.from()).isEqualTo("2022-03-30");
            assertThat(action.target()).isEqualTo("2022-04-29");
        });
        assertThat(TimelineText.of(timeline)).contains("Wed 30 Mar 2022 *", "* the decision does not say from when it counts");
    }

    @Test
    void givesTheChildInCambridgeshireAnApologyOfItsOwn() {
        var timeline = play(CAMBRIDGESHIRE).timeline();

        assertThat(timeline.actions()).extracting(Timeline.Action::kind, Timeline.Action::beneficiary)
                .containsExactly(tuple("apology", "Mr X"), tuple("apology", "Y"), tuple("payment", "Mr X"), tuple("training", "The council"));
        assertThat(timeline.actions().get(2).amount()).isEqualByComparingTo("500");
        assertThat(timeline.decision()).satisfies(decision -> assertThat(decision.remedyDue()).isEqualTo("2023-11-29"));
        assertThat(sentences(timeline, "Carry out action", "2023-09-26"))
                .containsExactly("Why another amount: an answer is needed: £500 were agreed, £300 paid.");
        assertThat(TimelineText.of(timeline)).containsPattern("3 +payment +Mr X +£500 +20 working days +Tue 29 Aug 2023 +Tue 26 Sep 2023");
    }

    @Test
    void tellsWhatSomebodyDidBeforeWhatFollowedFromItInBothFiles() {
        var timeline = play(CAMBRIDGESHIRE).timeline();

        assertThat(timeline.timeline()).filteredOn(line -> line.on().equals(LocalDate.of(2023, 4, 3)) && !line.what().equals("Letter kept as it was sent")).extracting(Timeline.Line::file, Timeline.Line::what)
                .containsExactly(tuple("Ombudsman", "Weigh evidence"), tuple("council", "Letter from the Ombudsman: enquiry"),
                        tuple("council", "Deadline set: Enquiry reply 1"), tuple("Ombudsman", "Deadline set: Enquiry reply 1"));
        assertThat(timeline.timeline()).filteredOn(line -> line.what().equals("Assess jurisdiction")).singleElement()
                .satisfies(line -> assertThat(line.on()).isEqualTo("2023-02-13"));
    }

    /** A Sunday, and a day after Christmas, when bank holidays lie among the moved days. */
    @ParameterizedTest
    @ValueSource(strings = {"2026-11-22", "2027-01-06"})
    void leavesWorkDueSoonAndWorkOverdueInFlight(LocalDate today) {
        var before = references(cases);

        CaseScripts.published().forEach(script -> replay.playInFlight(script, today));

        var inFlight = opened(before);
        assertThat(inFlight).extracting(reference -> cases.get(reference).status())
                .containsOnly(CaseStatus.OPEN, CaseStatus.WITH_OMBUDSMAN, CaseStatus.DECIDED);
        assertThat(inFlight).filteredOn(reference -> cases.get(reference).status() != CaseStatus.WITH_OMBUDSMAN)
                .as("one for each day: the council's, or the Ombudsman's").hasSize(days());
        assertThat(rolesWithWork(inFlight)).contains("complaints-team", "responders", "approvers", "investigating-officers",
                "independent-persons", "supervisors", "link-officers", "services", "ombudsman-intake", "ombudsman-investigators",
                "ombudsman-approvers", "ombudsman-compliance");
        var responses = inFlight.stream().flatMap(reference -> deadlines.of(reference).stream())
                .filter(deadline -> deadline.kind().equals("response") && deadline.state() == DeadlineState.OPEN).toList();
        assertThat(responses).anyMatch(response -> response.dueOn().isAfter(today) && calendar.count(today, response.dueOn()) <= 5);
        assertThat(responses).anyMatch(response -> response.dueOn().plusDays(7).isBefore(today));
        assertThat(tasks.createTaskQuery().taskName("Explain the delay to the complainant").active().list()).singleElement()
                .satisfies(task -> assertThat(tasks.getVariable(task.getId(), "missedDeadline")).isEqualTo("response"));
    }

    /** The copy in flight stands on one of these seven days, whatever the weekday of today: it must not matter which. */
    @ParameterizedTest
    @MethodSource("references")
    void hasNothingHappenInTheSevenDaysOnWhichItsCopyInFlightMayStand(String published) {
        var script = CaseScripts.find(published);

        assertThat(script.inFlightOn()).isNotEmpty().allSatisfy(stands ->
                assertThat(script.steps()).filteredOn(step -> step.kind() != Kind.NOTE).extracting(CaseScript.Step::on)
                        .noneMatch(on -> on.isAfter(stands.minusDays(7)) && !on.isAfter(stands))
                        .anyMatch(on -> on.isBefore(stands))
                        .anyMatch(on -> on.isAfter(stands)));
    }

    @Test
    void playsTheExampleOfItsDocument() throws IOException {
        var document = Files.readString(Path.of("docs", "case-scripts.md"));
        var example = document.substring(document.indexOf("```yaml\n") + 8, document.indexOf("```\n", document.indexOf("```yaml\n")));

        var timeline = replay.play(ScriptReader.read(new StringReader(example)));

        assertThat(timeline.expectations()).isNotEmpty().allMatch(Timeline.Checked::met);
        assertThat(timeline.turnedDown()).hasSize(1);
    }

    private List<String> rolesWithWork(List<String> references) {
        var roles = new ArrayList<String>();
        for (var reference : references) {
            tasks.createTaskQuery().processInstanceBusinessKey(reference).list().forEach(task ->
                    tasks.getIdentityLinksForTask(task.getId()).stream().map(IdentityLink::getGroupId).filter(Objects::nonNull)
                            .forEach(roles::add));
        }
        return roles;
    }

    private static Timeline.Due due(Timeline timeline, String kind, int stage) {
        return timeline.deadlines().stream().filter(d -> d.deadline().equals(kind) && d.stage() == stage).findFirst().orElseThrow();
    }

    private static List<String> sentences(Timeline timeline, String what, String on) {
        return timeline.turnedDown().stream().filter(t -> t.what().equals(what) && t.on().equals(LocalDate.parse(on)))
                .map(Timeline.TurnedDown::sentence).toList();
    }

    private static String pounds(Timeline.Action action) {
        return action.amount() == null ? "" : action.amount().stripTrailingZeros().toPlainString();
    }

    /** How many missed responses a supervisor was asked to explain, and did. */
    private long explanationsRaised(String published) {
        return history.createHistoricProcessInstanceQuery().processDefinitionKey("missed-deadline")
                .processInstanceBusinessKey(play(published).reference()).variableValueEquals("missedDeadline", "response").completed().count();
    }

    /** Every letter that both sides sent in them is a letter, whatever of the record was there for it; one of each kind is accessible (PDF/UA-1). */
    @Test
    void hasALetterForEverythingThatWasSent() throws Exception {
        var kinds = new TreeSet<String>();
        for (var published : List.of(KENT_2019, KENT_2021, CHESHIRE_EAST, LEICESTERSHIRE, CAMBRIDGESHIRE)) {
            var file = cases.get(play(published).reference());
            for (var one : Stream.concat(Stream.of(file), Stream.ofNullable(file.counterpartReference()).flatMap(other -> cases.anywhere(other).stream())).toList()) {
                for (var letter : cases.letters(one.reference())) {
                    if (LetterKind.of(letter.kind()).isEmpty() || letter.sentOn().equals(letter.receivedOn())) {
                        // the other side's, as this one keeps it
                        continue;
                    }
                    assertThat(letters.documents(one, letter, null)).as(letter.kind()).isNotEmpty().allSatisfy(document ->
                            assertThat(Documents.words(document)).contains(letter.text().lines().findFirst().orElse("").strip()).doesNotContain("{{", "}}", "null"));
                    if (kinds.add(letter.kind())) {
                        assertThat(Accessible.faults(Documents.write(letters.documents(one, letter, null).get(0), Format.PDF))).as(letter.kind()).isEmpty();
                    }
                }
            }
        }

        assertThat(kinds).contains("acknowledgement", "response", "decision");
    }

    private Played play(String published) {
        return played.computeIfAbsent(published, reference -> {
            var before = references(cases);
            var timeline = replay.play(CaseScripts.find(reference));
            return new Played(timeline, opened(before).stream().filter(opened -> opened.contains("-")).findFirst().orElseThrow());
        });
    }

    /** The cases that were not there before. */
    private List<String> opened(List<String> before) {
        return references(cases).stream().filter(reference -> !before.contains(reference)).toList();
    }

    private static List<String> references(CaseFiles cases) {
        return cases.all().stream().map(CaseSummary::reference).toList();
    }

    private static int days() {
        return CaseScripts.published().stream().mapToInt(script -> script.inFlightOn().size()).sum();
    }
}
