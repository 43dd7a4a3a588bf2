package org.redress.parties;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.redress.casefile.ContactRestrictions;
import org.redress.casefile.RestrictionView;
import org.redress.deadline.DeadlineState;
import org.redress.gate.AnswersRefused;
import org.redress.testing.Answers;
import org.redress.testing.Casework;
import org.redress.testing.Office;
import org.redress.testing.ProductTest;
import org.springframework.beans.factory.annotation.Autowired;

/** A contact restriction has a reason, a day on which it is looked at again, and an appeal that somebody else decides (ACC-05). */
@ProductTest
class ContactRestrictionTests {
    private static final String SUPERVISOR = "kent-supervisor";
    private static final String OTHER_SUPERVISOR = "kent-supervisor-two";
    private static final String REVIEW = "Review contact restriction";
    private static final String APPEAL = "Decide restriction appeal";
    private static final LocalDate MON_2026_06_01 = LocalDate.of(2026, 6, 1);
    private static final LocalDate WED_2026_06_10 = LocalDate.of(2026, 6, 10);
    private static final LocalDate FRI_2026_11_27 = LocalDate.of(2026, 11, 27);
    private static final LocalDate TUE_2026_12_01 = LocalDate.of(2026, 12, 1);
    private static final LocalDate WED_2026_12_02 = LocalDate.of(2026, 12, 2);
    private static final LocalDate THU_2027_05_27 = LocalDate.of(2027, 5, 27);

    @Autowired
    private Office office;

    @Autowired
    private Casework casework;

    @Autowired
    private ContactRestrictions restrictions;

    @Test
    void isLookedAtAgainAfterHalfAYear() {
        var reference = restricted();

        assertThat(office.openTasks(reference)).containsExactly("Acknowledge complaint", REVIEW);
        assertThat(office.deadline(reference, "contact-restriction-review").dueOn()).isEqualTo(TUE_2026_12_01);
        assertThat(Office.london(office.task(reference, REVIEW).getDueDate()).toLocalDate()).isEqualTo(TUE_2026_12_01);
        assertThat(the(reference)).satisfies(restriction -> {
            assertThat(restriction.person()).isEqualTo(1);
            assertThat(restriction.reason()).isEqualTo("Forty calls in a week.");
            assertThat(restriction.inForce()).isTrue();
        });
    }

    @Test
    void goesOnFromItsReview() {
        var reference = restricted();
        office.on(FRI_2026_11_27);

        office.complete(reference, REVIEW, review("continue", FRI_2026_11_27));

        assertThat(the(reference).reviewedOn()).isEqualTo(FRI_2026_11_27);
        assertThat(office.deadline(reference, "contact-restriction-review").dueOn()).isEqualTo(THU_2027_05_27);
        assertThat(office.tasks(reference, REVIEW)).hasSize(1);
    }

    @Test
    void endsWithItsReview() {
        var reference = restricted();
        office.on(FRI_2026_11_27);

        office.complete(reference, REVIEW, review("end", FRI_2026_11_27));

        assertThat(the(reference).endedOn()).isEqualTo(FRI_2026_11_27);
        assertThat(office.tasks(reference, REVIEW)).isEmpty();
        assertThat(office.deadline(reference, "contact-restriction-review").state()).isEqualTo(DeadlineState.MET);
    }

    @Test
    void isReportedWhenNobodyLooksAtItInTime() {
        var reference = restricted();

        office.on(WED_2026_12_02);

        assertThat(office.chronology(reference, "Reminder: Contact restriction review")).hasSize(1);
        assertThat(office.chronology(reference, "Overdue: Contact restriction review")).hasSize(1);
        assertThat(office.openTasks(reference)).contains(REVIEW);
    }

    @ParameterizedTest
    @CsvSource({"upheld, 2026-06-10, 0", "not-upheld, , 1"})
    void isAppealedAgainst(String outcome, LocalDate endedOn, int reviews) {
        var reference = restricted();
        office.on(WED_2026_06_10);
        office.completeAs(SUPERVISOR, office.task(reference, REVIEW), appeal(WED_2026_06_10));

        office.completeAs(OTHER_SUPERVISOR, office.task(reference, APPEAL), decide(outcome));

        assertThat(the(reference)).satisfies(restriction -> {
            assertThat(restriction.appealOutcome()).isEqualTo(outcome);
            assertThat(restriction.appealBy()).isEqualTo(OTHER_SUPERVISOR);
            assertThat(restriction.endedOn()).isEqualTo(endedOn);
        });
        assertThat(office.tasks(reference, REVIEW)).hasSize(reviews);
    }

    @Test
    void isNotDecidedOnAppealByWhoPlacedIt() {
        var reference = restricted();
        office.completeAs(SUPERVISOR, office.task(reference, REVIEW), appeal(MON_2026_06_01));

        assertThatThrownBy(() -> office.completeAs(SUPERVISOR, office.task(reference, APPEAL), decide("not-upheld")))
                .hasMessage("Supervisor (Kent) has decided on this already; a second person does it.");
    }

    @Test
    void isNotDecidedOnAppealByWhoLetItGoOn() {
        var reference = restricted();
        office.completeAs(OTHER_SUPERVISOR, office.task(reference, REVIEW), review("continue", MON_2026_06_01));
        office.completeAs(SUPERVISOR, office.task(reference, REVIEW), appeal(MON_2026_06_01));

        assertThatThrownBy(() -> office.completeAs(OTHER_SUPERVISOR, office.task(reference, APPEAL), decide("not-upheld")))
                .hasMessage("Supervisor two (Kent) has decided on this already; a second person does it.");
    }

    @Test
    void keepsNobodyFromTheNextStage() {
        office.on(MON_2026_06_01);
        var reference = casework.accepted("kent");
        casework.respond(reference, "kent-manager");
        restrict(reference, Map.of());

        casework.wish(reference, "next-stage");

        assertThat(office.openTasks(reference)).contains("Acknowledge complaint");
    }

    @Test
    void outlivesTheCase() {
        office.on(MON_2026_06_01);
        var reference = casework.accepted("kent");
        restrict(reference, Map.of());
        casework.respond(reference, "kent-manager");
        casework.wish(reference, "satisfied");

        assertThat(office.openTasks(reference)).containsExactly(REVIEW);
        assertThat(office.deadline(reference, "contact-restriction-review").state()).isEqualTo(DeadlineState.OPEN);
    }

    @Test
    void outlivesTheWithdrawalOfTheComplaint() {
        var reference = restricted();

        office.event(reference, "withdrawal", Map.of());

        assertThat(office.openTasks(reference)).containsExactly("Confirm withdrawal", REVIEW);
        assertThat(office.deadline(reference, "contact-restriction-review").state()).isEqualTo(DeadlineState.OPEN);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            personTold           | false      | must be confirmed
            rightsKept           | false      | must be confirmed
            restrictionDecidedOn | 2026-05-29 | the complaint was received on Mon 1 Jun 2026
            """)
    void isNotPlacedWithoutWhatItNeeds(String key, String value, String sentence) {
        office.on(MON_2026_06_01);
        var reference = office.receive("kent", Map.of());

        assertThatThrownBy(() -> restrict(reference, Map.of(key, value.equals("false") ? (Object) false : value))).isInstanceOf(AnswersRefused.class).hasMessageContaining(sentence);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            2 | number 2 (staff member complained about) is not somebody whose contact is restricted
            3 | their part in the case ended on Mon 1 Jun 2026
            4 | the case has nobody with this number
            """)
    void isNotPlacedOnJustAnybody(int person, String sentence) {
        office.on(MON_2026_06_01);
        var reference = office.receive("kent", Map.of("otherPeople", "Ms S – social worker\nMr W – witness"));
        office.people("kent-officer", reference, "left", Map.of("personNumber", 3));

        assertThatThrownBy(() -> restrict(reference, Map.of("personNumber", person))).isInstanceOf(AnswersRefused.class).hasMessageContaining(sentence);
    }

    @Test
    void isNotAppealedAgainstBeforeItWasPlaced() {
        office.on(MON_2026_06_01);
        var reference = office.receive("kent", Map.of());
        office.on(WED_2026_06_10);
        restrict(reference, Map.of());

        assertThatThrownBy(() -> office.completeAs(SUPERVISOR, office.task(reference, REVIEW), appeal(MON_2026_06_01)))
                .hasMessageContaining("Appealed on: the restriction was decided on Wed 10 Jun 2026.");
    }

    private String restricted() {
        office.on(MON_2026_06_01);
        var reference = office.receive("kent", Map.of());
        restrict(reference, Map.of());
        return reference;
    }

    private void restrict(String reference, Map<String, Object> different) {
        office.as(SUPERVISOR);
        try {
            office.start("contact-restriction", Answers.with(Answers.restriction(reference, 1, office.today()), different));
        } finally {
            office.signOut();
        }
    }

    private RestrictionView the(String reference) {
        return restrictions.get(reference, 1);
    }

    private static Map<String, Object> review(String what, LocalDate on) {
        return Map.of("restrictionReview", what, "restrictionReviewedOn", on.toString(), "reviewReasons", "Nothing has changed.");
    }

    private static Map<String, Object> appeal(LocalDate on) {
        return Map.of("restrictionReview", "appeal", "appealedOn", on.toString(), "reviewReasons", "I only rang when nobody answered.");
    }

    private Map<String, Object> decide(String outcome) {
        return Map.of("appealOutcome", outcome, "appealDecidedOn", office.today().toString(), "appealReasons", "The log shows it.");
    }
}
