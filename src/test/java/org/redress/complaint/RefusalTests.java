package org.redress.complaint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.redress.casefile.CaseFiles;
import org.redress.casefile.CaseStatus;
import org.redress.casefile.IssueView;
import org.redress.gate.AnswersRefused;
import org.redress.testing.Answers;
import org.redress.testing.Casework;
import org.redress.testing.Office;
import org.redress.testing.ProductTest;
import org.springframework.beans.factory.annotation.Autowired;

/** What is accepted, what may be refused, and what a refusal has to say (CORP-13 to CORP-16, CHD-12 to CHD-17). */
@ProductTest
class RefusalTests {
    private static final LocalDate SAT_2025_05_31 = LocalDate.of(2025, 5, 31);
    private static final LocalDate SUN_2025_06_01 = LocalDate.of(2025, 6, 1);
    private static final LocalDate MON_2026_06_01 = LocalDate.of(2026, 6, 1);
    private static final LocalDate TUE_2026_06_02 = LocalDate.of(2026, 6, 2);
    private static final LocalDate WED_2026_06_10 = LocalDate.of(2026, 6, 10);
    private static final LocalDate THU_2027_06_10 = LocalDate.of(2027, 6, 10);
    private static final LocalDate TUE_2028_02_01 = LocalDate.of(2028, 2, 1);
    private static final LocalDate THU_2029_02_01 = LocalDate.of(2029, 2, 1);
    private static final LocalDate FRI_2027_06_11 = LocalDate.of(2027, 6, 11);
    private static final Map<String, Object> COURT = Map.of("ground", "court-proceedings", "proceedings", "County court, claim of May.",
            "prejudice", "The judge decides the same question.");

    private static final Map<String, Object> STATUTORY_LATE = Map.of("subject", "child-in-need", "aroseOn", SAT_2025_05_31.toString());

    @Autowired
    private Office office;

    @Autowired
    private Casework casework;

    @Autowired
    private CaseFiles cases;

    @Test
    void isNotNeededForAComplaintOnTheLastDayOfTheTwelveMonths() {
        office.on(MON_2026_06_01);

        var reference = casework.accepted("kent", Map.of(), Map.of("knewOn", SUN_2025_06_01.toString()));

        assertThat(cases.get(reference).stage()).isEqualTo(1);
    }

    @Test
    void isAvoidedForALateComplaintOnlyWithAReason() {
        office.on(MON_2026_06_01);
        var reference = casework.acknowledged("kent", Map.of());
        assess(reference, Map.of("knewOn", SAT_2025_05_31.toString()));

        assertThat(office.openTasks(reference)).containsExactly("Consider lateness");
        assertThatThrownBy(() -> consider(reference, Map.of("lateDecision", "consider"))).isInstanceOf(AnswersRefused.class).hasMessageContaining("Why: an answer is needed");
        consider(reference, Map.of("lateDecision", "consider", "lateReason", "She was in hospital until May."));

        assertThat(office.openTasks(reference)).containsExactly("Decide who answers");
    }

    @Test
    void asLateIsTurnedDownForAComplaintInTime() {
        office.on(MON_2026_06_01);
        var reference = assessedAsRefused(SUN_2025_06_01);

        assertThatThrownBy(() -> refuse(reference, Map.of("ground", "too-late"))).isInstanceOf(AnswersRefused.class)
                .hasMessageContaining("it is not late; the time for complaining ended on Mon 1 Jun 2026 (CORP-14)");
    }

    @Test
    void asLateIsPossibleForALateComplaintThatIsNotConsidered() {
        office.on(MON_2026_06_01);
        var reference = casework.acknowledged("kent", Map.of());
        assess(reference, Map.of("knewOn", SAT_2025_05_31.toString()));
        consider(reference, Map.of("lateDecision", "refuse", "lateReason", "Nothing kept them from it."));

        refuse(reference, Map.of("ground", "too-late"));

        assertThat(cases.get(reference).statusBecause()).isEqualTo("too-late");
    }

    @Test
    void asLateOfAPartLeavesTheRest() {
        office.on(MON_2026_06_01);
        var reference = casework.acknowledged("kent", Map.of());
        assess(reference, Map.of("knewOn", SAT_2025_05_31.toString()));
        consider(reference, Map.of("lateDecision", "part", "lateReason", "The oldest point could have been made in time."));

        refusePart(reference, Map.of("refusedIssues", "1", "ground", "too-late"));

        assertThat(cases.issues(reference)).extracting(IssueView::notConsidered).containsExactly("too-late", null);
        assertThat(office.openTasks(reference)).containsExactly("Decide who answers");
    }

    @Test
    void asLateCountsFromWhatHappenedLastWhereThatIsLaterThanKnowing() {
        office.on(MON_2026_06_01);

        var reference = casework.accepted("kent", Map.of(), Map.of("knewOn", SAT_2025_05_31.toString(), "aroseOn", SUN_2025_06_01.toString()));

        assertThat(cases.get(reference).stage()).isEqualTo(1);
    }

    @Test
    void asLateCountsFromTheGroundsInTheStatutoryProcedureWheneverTheyWereKnown() {
        office.on(MON_2026_06_01);
        var reference = casework.acknowledged("kent", Map.of("complainantRole", "parent"));

        assertThatThrownBy(() -> assess(reference, withoutItsDay(STATUTORY_LATE))).hasMessageContaining("in this procedure the time for complaining counts from that day (CHD-16)");
        assess(reference, STATUTORY_LATE);

        assertThat(office.openTasks(reference)).containsExactly("Consider lateness");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
               | yes | Was it reasonable to expect it in time?: an answer is needed
            no |     | Can it still be considered effectively and fairly?: an answer is needed
            yes | yes | in time?: then what came after Sun 31 May 2026 is not considered; leave it out (CHD-16)
            no | no | effectively and fairly?: then what came after Sun 31 May 2026 is not considered; leave it out (CHD-16)
            """)
    void asLateIsAvoidedInTheStatutoryProcedureOnlyIfBothLimbsAreMet(String reasonable, String effective, String why) {
        office.on(MON_2026_06_01);
        var reference = casework.acknowledged("kent", Map.of("complainantRole", "parent"));
        assess(reference, STATUTORY_LATE);

        assertThatThrownBy(() -> consider(reference, limbs("consider", reasonable, effective))).isInstanceOf(AnswersRefused.class).hasMessageContaining(why);
        consider(reference, limbs("consider", "no", "yes"));

        assertThat(office.openTasks(reference)).containsExactly("Decide who answers");
    }

    /** Every row of the table: who complains, how it was assessed, the ground, and why it does not fit. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            parent       | child-in-need | no-sufficient-interest | they may complain in their own right
            care-leaver  | other-service | no-sufficient-interest | they may complain in their own right
            other-person | child-in-need | no-sufficient-interest | it was decided that they have a sufficient interest
            resident     | child-in-need | no-sufficient-interest | only the statutory procedure for children asks for an interest, and only of another person with one in the child
            other-person | other-service | no-sufficient-interest | it is not about a function for which an interest in the child is asked
            parent       | child-in-need | too-late               | it is not late
            resident     | other-service | too-late               | it is not late
            """)
    void isTurnedDownWhereItsGroundDoesNotFitTheCase(String role, String subject, String ground, String why) {
        office.on(MON_2026_06_01);
        var reference = casework.acknowledged("kent", Map.of("complainantRole", role));
        var interest = role.equals("other-person") && subject.equals("child-in-need") ? Map.<String, Object>of("sufficientInterest", "yes") : Map.<String, Object>of();
        assess(reference, Answers.with(Map.of("assessment", "refuse", "subject", subject), interest));

        assertThatThrownBy(() -> refuse(reference, Map.of("ground", ground))).isInstanceOf(AnswersRefused.class).hasMessageContaining("Ground: " + why);
        assertThat(office.openTasks(reference)).containsExactly("Send refusal");
    }

    @Test
    void forWantOfInterestFitsOnlyAnotherPersonWithoutOne() {
        office.on(MON_2026_06_01);
        var reference = casework.acknowledged("kent", Map.of("complainantRole", "other-person"));
        assess(reference, Map.of("assessment", "refuse", "subject", "child-in-need", "sufficientInterest", "no"));

        refuse(reference, Map.of("ground", "no-sufficient-interest"));

        assertThat(cases.get(reference).statusBecause()).isEqualTo("no-sufficient-interest");
    }

    @Test
    void asLateDoesNotFitWhereBothLimbsWereMet() {
        office.on(MON_2026_06_01);
        var met = lateAndRefused("no", "yes");
        var unmet = lateAndRefused("yes", "yes");

        assertThatThrownBy(() -> refuse(met, Map.of("ground", "too-late"))).hasMessageContaining("both limbs of the test for late complaints were found to be met");
        refuse(unmet, Map.of("ground", "too-late"));
        assertThat(cases.get(unmet).status()).isEqualTo(CaseStatus.REFUSED);
    }

    @Test
    void asLateDoesNotFitWhatComesAgainInTime() {
        var earlier = refusedForProceedings();
        office.on(THU_2027_06_10);
        var again = casework.acknowledged("kent", Map.of());
        assess(again, Map.of("knewOn", SUN_2025_06_01.toString(), "earlierReference", earlier, "assessment", "refuse"));

        assertThatThrownBy(() -> refuse(again, Map.of("ground", "too-late"))).hasMessageContaining("it came again within the year after proceedings");
    }

    @Test
    void asConsideredAlreadyNamesTheCaseInWhichItWas() {
        office.on(MON_2026_06_01);
        var answered = casework.accepted("kent");
        var refused = assessedAsRefused(MON_2026_06_01);
        var reference = assessedAsRefused(MON_2026_06_01);
        var ground = Map.<String, Object>of("ground", "already-considered");

        assertThatThrownBy(() -> refuse(reference, ground)).hasMessageContaining("Where else it is or was considered: an answer is needed");
        assertThatThrownBy(() -> refuse(reference, Answers.with(ground, Map.of("proceedings", reference)))).hasMessageContaining("that is this case itself");
        assertThatThrownBy(() -> refuse(reference, Answers.with(ground, Map.of("proceedings", answered)))).hasMessageContaining("that case is still being considered");
        refuse(refused, COURT);
        assertThatThrownBy(() -> refuse(reference, Answers.with(ground, Map.of("proceedings", refused)))).hasMessageContaining("that case was never considered to its end");
        casework.respond(answered, "kent-manager");
        casework.wish(answered, "satisfied");
        refuse(reference, Answers.with(ground, Map.of("proceedings", answered)));

        assertThat(cases.get(reference).statusBecause()).isEqualTo("already-considered");
    }

    @Test
    void asConsideredAlreadyCanNameAnAnswerThatIsOlderThanTheFiles() {
        office.on(MON_2026_06_01);
        var reference = assessedAsRefused(MON_2026_06_01);

        refuse(reference, Map.of("ground", "already-considered", "proceedings", "letter of 3 May 2012"));

        assertThat(cases.get(reference).status()).isEqualTo(CaseStatus.REFUSED);
    }

    @Test
    void isDroppedWhenTheRulesDoNotAllowIt() {
        office.on(MON_2026_06_01);
        var reference = assessedAsRefused(SUN_2025_06_01);

        office.complete(reference, "Send refusal", Map.of("refused", "nothing", "evidence", "It is not late after all."));

        assertThat(cases.get(reference).status()).isEqualTo(CaseStatus.OPEN);
        assertThat(office.openTasks(reference)).containsExactly("Decide who answers");
    }

    @Test
    void isNoAnswerToAMatterKnownOnlyAfterTheComplaint() {
        office.on(MON_2026_06_01);
        var reference = casework.acknowledged("kent", Map.of());
        office.on(TUE_2026_06_02);

        assertThatThrownBy(() -> assess(reference, Map.of("knewOn", TUE_2026_06_02.toString()))).isInstanceOf(AnswersRefused.class)
                .hasMessageContaining("the complaint was received on Mon 1 Jun 2026, before that day. If the other day is wrong, put it right first with Correction.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"refused", "ground", "evidence", "partTest", "refusalSentOn"})
    void needsEachOfItsParts(String missing) {
        office.on(MON_2026_06_01);
        var reference = assessedAsRefused(MON_2026_06_01);
        var without = new HashMap<String, Object>();
        without.put(missing, null);

        assertThatThrownBy(() -> refuse(reference, without)).isInstanceOf(AnswersRefused.class);
        assertThat(office.openTasks(reference)).containsExactly("Send refusal");
    }

    @ParameterizedTest
    @ValueSource(strings = {"proceedings", "prejudice"})
    void forProceedingsNamesThemAndTheirPrejudice(String missing) {
        office.on(MON_2026_06_01);
        var reference = assessedAsRefused(MON_2026_06_01);
        var without = new HashMap<>(COURT);
        without.remove(missing);

        assertThatThrownBy(() -> refuse(reference, without)).isInstanceOf(AnswersRefused.class).hasMessageContaining("an answer is needed");
    }

    @Test
    void ofAPartNamesSomeOfTheIssuesAndNotAll() {
        office.on(MON_2026_06_01);
        var reference = casework.acknowledged("kent", Map.of());
        assess(reference, Map.of("assessment", "part"));

        assertThatThrownBy(() -> refusePart(reference, Map.of())).hasMessageContaining("Issues not considered: an answer is needed");
        assertThatThrownBy(() -> refusePart(reference, Map.of("refusedIssues", "3"))).hasMessageContaining("the issues are [1, 2]");
        assertThatThrownBy(() -> refusePart(reference, Map.of("refusedIssues", "1, 2"))).hasMessageContaining("these are all issues");
        refusePart(reference, Map.of("refusedIssues", "1"));

        assertThat(cases.issues(reference)).extracting(IssueView::notConsidered).containsExactly("service-request", null);
        assertThat(office.openTasks(reference)).containsExactly("Decide who answers");
    }

    @Test
    void forProceedingsLetsTheComplaintComeAgainWithinAYearOfTheirEnd() {
        var earlier = refusedForProceedings();

        office.on(THU_2027_06_10);
        var again = casework.acknowledged("kent", Map.of());
        assess(again, Map.of("knewOn", SUN_2025_06_01.toString(), "earlierReference", earlier));

        assertThat(office.deadline(earlier, "resubmission").dueOn()).isEqualTo(THU_2027_06_10);
        assertThat(office.openTasks(again)).containsExactly("Decide who answers");
    }

    @Test
    void forProceedingsStandsWhenTheComplaintComesAgainAfterTheYear() {
        var earlier = refusedForProceedings();

        office.on(FRI_2027_06_11);
        var again = casework.acknowledged("kent", Map.of());

        assertThatThrownBy(() -> assess(again, Map.of("knewOn", SUN_2025_06_01.toString(), "earlierReference", earlier)))
                .isInstanceOf(AnswersRefused.class).hasMessageContaining("the year for coming again ended on Thu 10 Jun 2027");
    }

    @Test
    void ofAPartForProceedingsLetsThatPartComeAgainToo() {
        office.on(MON_2026_06_01);
        var reference = casework.acknowledged("kent", Map.of());
        assess(reference, Map.of("assessment", "part"));
        refusePart(reference, Answers.with(COURT, Map.of("refusedIssues", "2")));
        office.on(WED_2026_06_10);

        office.event(reference, "proceedings-ended", Map.of());

        assertThat(office.deadline(reference, "resubmission").dueOn()).isEqualTo(THU_2027_06_10);
        assertThat(cases.get(reference).status()).isEqualTo(CaseStatus.OPEN);
    }

    @Test
    void letsComeAgainWithinAYearThatEndsAfterTheLastYearOfTheCalendar() {
        office.on(MON_2026_06_01);
        var reference = assessedAsRefused(MON_2026_06_01);
        refuse(reference, COURT);
        office.on(TUE_2028_02_01);

        office.event(reference, "proceedings-ended", Map.of());

        assertThat(office.deadline(reference, "resubmission").dueOn()).isEqualTo(THU_2029_02_01);
    }

    @Test
    void cannotBeReferredToByACaseOfAnotherCouncil() {
        office.on(MON_2026_06_01);
        var other = casework.acknowledged("leicestershire", Map.of());
        var reference = casework.acknowledged("kent", Map.of());

        assertThatThrownBy(() -> assess(reference, Map.of("knewOn", SAT_2025_05_31.toString(), "earlierReference", other)))
                .isInstanceOf(AnswersRefused.class).hasMessage("Comes again after proceedings: your council has no case " + other + ".");
    }

    private static Map<String, Object> withoutItsDay(Map<String, Object> late) {
        var without = new HashMap<>(late);
        without.put("aroseOn", null);
        return without;
    }

    private String lateAndRefused(String reasonable, String effective) {
        var reference = casework.acknowledged("kent", Map.of("complainantRole", "parent"));
        assess(reference, STATUTORY_LATE);
        consider(reference, limbs("refuse", reasonable, effective));
        return reference;
    }

    private static Map<String, Object> limbs(String decision, String reasonable, String effective) {
        var limbs = new HashMap<String, Object>(Map.of("lateDecision", decision, "lateReason", "He was three then, and the records are there."));
        limbs.put("reasonableInTime", reasonable);
        limbs.put("stillEffective", effective);
        return limbs;
    }

    private void consider(String reference, Map<String, Object> answers) {
        office.complete(reference, "Consider lateness", answers);
    }

    private String assessedAsRefused(LocalDate knewOn) {
        var reference = casework.acknowledged("kent", Map.of());
        assess(reference, Map.of("assessment", "refuse", "knewOn", knewOn.toString()));
        return reference;
    }

    /** Refused on 1 June 2026 because of proceedings that ended on 10 June. */
    private String refusedForProceedings() {
        office.on(MON_2026_06_01);
        var reference = assessedAsRefused(MON_2026_06_01);
        refuse(reference, COURT);
        office.on(WED_2026_06_10);
        office.event(reference, "proceedings-ended", Map.of());
        return reference;
    }

    private void assess(String reference, Map<String, Object> different) {
        office.complete(reference, "Assess complaint", Answers.accept(MON_2026_06_01, different));
    }

    private void refuse(String reference, Map<String, Object> different) {
        office.complete(reference, "Send refusal", Answers.refusal(office.today(), different));
    }

    private void refusePart(String reference, Map<String, Object> different) {
        refuse(reference, Answers.with(different, Map.of("refused", "part")));
    }
}
