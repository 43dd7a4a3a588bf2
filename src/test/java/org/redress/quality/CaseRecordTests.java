package org.redress.quality;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.redress.calendar.WorkingCalendar;
import org.redress.casefile.ActionState;
import org.redress.casefile.ActionView;
import org.redress.casefile.CaseFiles;
import org.redress.casefile.Happening;
import org.redress.casefile.Happening.Given;
import org.redress.casefile.IssueView;
import org.redress.casefile.LetterView;
import org.redress.casefile.Registration.Person;

/** A case file is told in the order in which it was recorded, with what people wrote read for labels and days (DQ-1 to DQ-9). */
class CaseRecordTests {
    private static final LocalDate MON_2026_06_01 = LocalDate.of(2026, 6, 1);
    private static final LocalDate WED_2026_06_03 = LocalDate.of(2026, 6, 3);
    private static final LocalDate FRI_2026_06_05 = LocalDate.of(2026, 6, 5);
    private static final LocalDate SUN_2026_06_07 = LocalDate.of(2026, 6, 7);
    private static final LocalDate MON_2026_06_08 = LocalDate.of(2026, 6, 8);
    private static final LocalDate TUE_2025_06_03 = LocalDate.of(2025, 6, 3);

    private final List<Person> people = new ArrayList<>(List.of(new Person("Mr X", "parent"), new Person("Y", "child")));
    private final List<IssueView> issues = new ArrayList<>();
    private final List<LetterView> letters = new ArrayList<>();
    private final List<ActionView> actions = new ArrayList<>();
    private final List<Happening> chronology = new ArrayList<>();

    private List<String> findings() {
        return new QualityChecks(WorkingCalendar.englandAndWales()).of(new CaseRecord(people, issues, letters, actions, chronology).chronicle()).stream()
                .map(finding -> finding.rule() + " " + finding.sentence()).toList();
    }

    private void record(LocalDate on, LocalDate recordedOn, String who, String what, @Nullable String detail, Given... answers) {
        chronology.add(new Happening(on, recordedOn.atTime(10, chronology.size()), who, what, detail, List.of(answers)));
    }

    private void letter(int stage, String kind, LocalDate sentOn, String text) {
        letters.add(new LetterView(stage, kind, "Mr X", text, "letter", sentOn, null));
    }

    private void decided(LocalDate on, LocalDate recordedOn, String sharing) {
        record(MON_2026_06_01, MON_2026_06_01, "ombudsman-intake", "Decide on intake", null, new Given("decide-intake", "category", "What it is about", "Children’s services"));
        record(on, recordedOn, "ombudsman-manager", "Outcome: Upheld", "Fault and injustice, already remedied (rule book 3.3).");
        record(on, recordedOn, "ombudsman-manager", "Issue decision", null,
                new Given("issue-decision", "informationSharing", "Does it say that Ofsted is told?", sharing));
    }

    @Test
    void findsNothingInAnOrdinaryFile() {
        record(MON_2026_06_01, MON_2026_06_01, "kent-officer", "Complaint received", null, new Given("complaint-received", "complaintText", "Complaint", "Mr X tells of Y."));
        record(WED_2026_06_03, FRI_2026_06_05, "kent-officer", "Something else", "recorded late");
        letter(1, "response", FRI_2026_06_05, "We met on 3 June 2026. You can ask for stage 2 until 6 July 2026.");
        letter(2, "response", MON_2026_06_08, "Mr X, we agree.");

        assertThat(findings()).isEmpty();
    }

    @Test
    void findsWhatWasRecordedBeforeTheDecisionAndHappenedAfterIt() {
        record(FRI_2026_06_05, FRI_2026_06_05, "ombudsman-investigator", "Record council’s comments", null);
        record(FRI_2026_06_05, FRI_2026_06_05, CaseFiles.PRODUCT, "Overdue: Comments", null);
        decided(WED_2026_06_03, MON_2026_06_08, "Yes");
        record(MON_2026_06_08, MON_2026_06_08, "ombudsman-compliance", "Judge evidence 1", null);

        assertThat(findings()).containsExactly("DQ-1 Fri 5 Jun 2026 is after the decision of Wed 3 Jun 2026: Record council’s comments.");
    }

    @Test
    void findsStagesOutOfOrderByTheirLetters() {
        letter(1, "response", MON_2026_06_08, "Stage 1.");
        letter(2, "response", WED_2026_06_03, "Stage 2.");
        letter(3, "panel-answer", FRI_2026_06_05, "Stage 3.");
        letter(1, "delay-explanation", MON_2026_06_01, "Late.");

        assertThat(findings()).containsExactly("DQ-2 Stage 2 was answered on Wed 3 Jun 2026, before stage 1 on Mon 8 Jun 2026.");
    }

    @Test
    void findsALetterThatTellsOfALaterDay() {
        letter(1, "response", WED_2026_06_03, "The report was sent to court on 8 June 2026.");

        assertThat(findings()).containsExactly("DQ-3 What is dated Wed 3 Jun 2026 tells of Mon 8 Jun 2026, which is after it: response to Mr X.");
    }

    @Test
    void findsAYearThatIsOutOfLineInTheOrderOfRecording() {
        record(TUE_2025_06_03, WED_2026_06_03, "kent-officer", "Acknowledge complaint", null);
        chronology.add(0, new Happening(MON_2026_06_08, MON_2026_06_08.atTime(9, 0), "kent-officer", "Assess complaint", null, List.of()));
        chronology.add(1, new Happening(MON_2026_06_01, MON_2026_06_01.atTime(9, 0), "kent-officer", "Complaint received", null, List.of()));

        assertThat(findings()).containsExactly(
                "DQ-4 Tue 3 Jun 2025 is out of line with what is told around it: Acknowledge complaint. Wed 3 Jun 2026 would fit.");
    }

    @Test
    void findsUnknownPeopleInWhatPeopleWrote() {
        record(MON_2026_06_01, MON_2026_06_01, "kent-officer", "Complaint received", null, new Given("complaint-received", "complaintText", "Complaint", "Mrs Y rang."));
        record(MON_2026_06_01, MON_2026_06_01, "kent-officer", "Something else", "Ms X called; Mr J Smith and A friend too.", new Given("case-event", "details", "Details", null));
        letter(1, "response", WED_2026_06_03, "Mr K is away.");

        assertThat(findings()).containsExactly("DQ-5 Mrs Y is not in the register of people, which has Y (child): Complaint received, Mon 1 Jun 2026.",
                "DQ-5 Ms X is not in the register of people, which has Mr X (parent): Something else, Mon 1 Jun 2026.",
                "DQ-5 Mr K is not in the register of people: response to Mr X, Wed 3 Jun 2026.");
    }

    @Test
    void readsNoLabelsWhereTheCaseNamesItsPeople() {
        people.set(0, new Person("Jo Smith", "parent"));
        record(MON_2026_06_01, MON_2026_06_01, "kent-officer", "Complaint received", "Mr K and Mrs Y rang.");

        assertThat(findings()).isEmpty();
    }

    @Test
    void readsOnlyTheComplainantsLetterWhereTheFileHoldsNobodyElse() {
        people.set(1, new Person("Kent County Council", "council"));
        letter(0, "enquiry", WED_2026_06_03, "Mrs Z says that Ms X called Mr K.");

        assertThat(findings()).containsExactly("DQ-5 Ms X is not in the register of people, which has Mr X (parent): enquiry to Mr X, Wed 3 Jun 2026.");
    }

    @Test
    void findsLettersAndPanelMeetingsOnClosedDays() {
        letter(1, "response", SUN_2026_06_07, "Stage 1.");
        record(SUN_2026_06_07, MON_2026_06_08, "kent-clerk", "Hold panel meeting", null, new Given("hold-panel-meeting", "panelMetOn", "The panel met on", "Sun 7 Jun 2026"));
        record(SUN_2026_06_07, MON_2026_06_08, "kent-officer", "Something else", null);

        assertThat(findings()).containsExactly("DQ-6 Sun 7 Jun 2026 is no working day, and the day of a meeting: Hold panel meeting.",
                "DQ-6 Sun 7 Jun 2026 is no working day, and the day of a letter: response to Mr X.");
    }

    @Test
    void findsADecisionThatKeepsItFromOfsted() {
        decided(FRI_2026_06_05, FRI_2026_06_05, "No");

        assertThat(findings()).containsExactly(
                "DQ-7 The decision of Fri 5 Jun 2026 upholds a complaint about children’s services and does not say that Ofsted is told (LGS-17).");
    }

    @Test
    void findsAnActionThatDoesNotSayFromWhenItCounts() {
        actions.add(action(1, "Apologise.", false));
        actions.add(action(2, "Alter the assessment.", true));
        actions.add(action(3, null, true));

        assertThat(findings()).containsExactly("DQ-9 Action 2 does not say from which day it counts; the day of the decision is assumed.");
    }

    @Test
    void takesAPromiseForWhatIsDoneAboutAnIssue() {
        issues.clear();
        issues.add(new IssueView(1, "Nobody answered.", MON_2026_06_01, null, null, null, List.of(new IssueView.Answer(1, "upheld", "Nobody did.", null, null, "kent-manager", MON_2026_06_01))));
        assertThat(findings()).containsExactly("DQ-14 Issue 1 was upheld, and no answer says what is done about it.");

        actions.add(ActionView.worded(101, "apology", "Mr X", null, "1 month", null, true, "Apologise.", false, new ActionView.Promise(1, 1, null, null)));
        assertThat(findings()).as("and what the council promises is no action of a decision").isEmpty();
    }

    private static ActionView action(int number, @Nullable String wording, boolean fromAssumed) {
        return new ActionView(number, ActionState.PROPOSED, "apology", "Mr X", BigDecimal.ONE, "1 month", null, fromAssumed, wording, null, null, null, null, null,
                null, null, null, null, false);
    }
}
