package org.redress.gate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.redress.casefile.CaseFiles;
import org.redress.casefile.Happening;
import org.redress.deadline.DeadlineView;
import org.redress.deadline.Deadlines;
import org.redress.decision.Tables;
import org.redress.gate.Field.Kind;
import org.redress.testing.Answers;
import org.redress.testing.Casework;
import org.redress.testing.Office;
import org.redress.testing.OmbudsmanAnswers;
import org.redress.testing.OmbudsmanCasework;
import org.redress.testing.ProductTest;
import org.springframework.beans.factory.annotation.Autowired;

/** No day lies before the step that must come before it, whoever writes it; what is unlikely is asked back, and honest late recording stands. */
@ProductTest
class OrderOfDaysTests {
    private static final LocalDate TUE_2026_12_01 = LocalDate.of(2026, 12, 1);
    private static final LocalDate FRI_2026_12_04 = LocalDate.of(2026, 12, 4);
    private static final LocalDate WED_2026_12_16 = LocalDate.of(2026, 12, 16);
    private static final LocalDate THU_2026_12_17 = LocalDate.of(2026, 12, 17);
    private static final LocalDate MON_2026_12_21 = LocalDate.of(2026, 12, 21);
    private static final LocalDate FRI_2027_01_08 = LocalDate.of(2027, 1, 8);

    @Autowired
    private Office office;

    @Autowired
    private Casework casework;

    @Autowired
    private OmbudsmanCasework ombudsman;

    @Autowired
    private CaseFiles cases;

    @Autowired
    private Deadlines deadlines;

    @Autowired
    private OrderOfDays order;

    @Autowired
    private Tables tables;

    // ---- the table --------------------------------------------------------------------------------------------------

    /** A day without a row of its own is only asked back; whoever adds a form decides what must come before its days. */
    @Test
    void hasARowForEveryDayOfEveryFormWhoseStepsExist() throws IOException {
        var forms = new TreeMap<String, Form>();
        try (var files = Files.list(Path.of("forms"))) {
            for (var file : files.filter(name -> name.toString().endsWith(".form")).toList()) {
                var form = FormReader.read(Files.readString(file));
                forms.put(form.id(), form);
            }
        }
        var table = tables.newest(OrderOfDays.TABLE);

        forms.values().forEach(form -> form.fields().stream().filter(field -> field.kind() == Kind.DATE && !field.readonly()).forEach(field -> {
            var day = form.id() + "." + field.key();
            var rows = table.apply(Map.of("form", form.id(), "field", field.key()));
            assertThat(rows).as("rows of order-of-days.dmn for " + day + "; add one that says what must come before it").hasSize(1);
            OrderOfDays.Row.of(rows.get(0)).before().forEach(step -> {
                assertThat(forms).as("forms of the steps before " + day).containsKey(step.form());
                var fields = forms.get(step.form()).fields();
                assertThat(step.field() == null || fields.stream().anyMatch(known -> known.key().equals(step.field()) && known.kind() == Kind.DATE))
                        .as("day %s of %s, before %s", step.field(), step.form(), day).isTrue();
                assertThat(step.answer() == null || fields.stream().anyMatch(known -> known.options().containsKey(step.answer())))
                        .as("answer %s of %s, before %s", step.answer(), step.form(), day).isTrue();
            });
        }));
        assertThat(table.apply(Map.of("form", "other", "field", "other"))).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"the response was approved", "approve-response.approvedOn", "approved (approve response)", "approved (approve-response.)"})
    void refusesACellThatNamesNoStep(String cell) {
        assertThatThrownBy(() -> OrderOfDays.Step.of(cell)).hasMessageContaining("names no step");
    }

    // ---- a response and its approval (t02, r12, r03) -----------------------------------------------------------------

    @Test
    void refusesAResponseThatWouldHaveBeenSentLongBeforeItWasApproved() {
        var reference = accepted();
        office.on(FRI_2027_01_08);
        approve(reference, Map.of());

        refuses(() -> office.complete(reference, "Send response", Answers.send(THU_2026_12_17)),
                "Sent on: the response was approved on Fri 8 Jan 2027; this cannot have happened on Thu 17 Dec 2026. If the other day is wrong, put it right first with Correction.");
        refuses(() -> office.complete(reference, "Send response", Answers.send(LocalDate.of(2026, 12, 28))), "Sent on: the response was approved on Fri 8 Jan 2027;");

        office.complete(reference, "Send response", Answers.send(FRI_2027_01_08));
        assertThat(response(reference).outcome()).startsWith("late by 13 working days");
    }

    @Test
    void refusesAResponseThatWouldHaveBeenSentTwelveDaysBeforeItWasApproved() {
        var reference = accepted();
        office.on(WED_2026_12_16);
        approve(reference, Map.of());

        refuses(() -> office.complete(reference, "Send response", Answers.send(FRI_2026_12_04)), "Sent on: the response was approved on Wed 16 Dec 2026;");
    }

    @Test
    void letsAResponseStandThatWasSentInTimeAndRecordedWithAllItsStepsSomeDaysLater() {
        var reference = accepted();
        office.on(MON_2026_12_21);
        approve(reference, Map.of());

        office.complete(reference, "Send response", Answers.send(THU_2026_12_17));

        assertThat(response(reference).outcome()).isEqualTo("met on Thu 17 Dec 2026, its last day");
        assertThat(order.of(reference, form -> true)).extracting(OrderOfDays.OutOfOrder::sentence)
                .containsExactly("Send response on Thu 17 Dec 2026: the response was approved on Mon 21 Dec 2026, or earlier and recorded then.");
    }

    @Test
    void letsAResponseStandThatWasApprovedOnADayOfItsOwn() {
        var reference = accepted();
        office.on(FRI_2027_01_08);
        approve(reference, Map.of("approvedOn", "17/12/2026"));

        office.complete(reference, "Send response", Answers.send(THU_2026_12_17));

        assertThat(response(reference).outcome()).isEqualTo("met on Thu 17 Dec 2026, its last day");
        assertThat(happened(reference, "Approve response").on()).isEqualTo(THU_2026_12_17);
        assertThat(order.of(reference, form -> true)).extracting(OrderOfDays.OutOfOrder::sentence)
                .containsExactly("Approve response on Thu 17 Dec 2026: the response was drafted on Fri 8 Jan 2027, or earlier and recorded then.");
    }

    @Test
    void refusesAResponseBeforeTheDayThatTheApproverWrote() {
        var reference = accepted();
        office.on(MON_2026_12_21);
        approve(reference, Map.of("approvedOn", "18/12/2026"));

        refuses(() -> office.complete(reference, "Send response", Answers.send(THU_2026_12_17)), "Sent on: the response was approved on Fri 18 Dec 2026;");
    }

    @Test
    void takesTheDayOfRecordingWhereTheApproverWritesNone() {
        var reference = accepted();
        office.on(WED_2026_12_16);
        approve(reference, Map.of());

        assertThat(happened(reference, "Approve response").answers()).filteredOn(given -> given.field().equals("approvedOn"))
                .extracting(Happening.Given::content).containsExactly("Wed 16 Dec 2026");
    }

    /** What would be put right is held to the same order. */
    @Test
    void saysWhyADayCannotBePutRightToOneBeforeItsStep() {
        var reference = accepted();
        office.on(WED_2026_12_16);
        approve(reference, Map.of());
        office.complete(reference, "Send response", Answers.send(WED_2026_12_16));
        office.on(FRI_2027_01_08);
        var sent = cases.facts(reference).stream().filter(fact -> fact.field().equals("responseSentOn")).findFirst().orElseThrow();

        assertThat(order.refusal(reference, sent, FRI_2026_12_04)).hasValueSatisfying(why -> assertThat(why).startsWith("the response was approved on Wed 16 Dec 2026;"));
        assertThat(order.refusal(reference, sent, THU_2026_12_17)).isEmpty();
    }

    // ---- the complainant's wish, and others (r09, r10, t03) ------------------------------------------------------------

    @ParameterizedTest
    @CsvSource({"next-stage, 2025-12-18", "satisfied, 2025-12-18", "satisfied, 2016-12-18", "satisfied, 2026-12-15", "no-request, 2026-12-15"})
    void refusesAWishBeforeTheResponse(String wish, LocalDate said) {
        var reference = accepted();
        office.on(WED_2026_12_16);
        approve(reference, Map.of());
        office.complete(reference, "Send response", Answers.send(WED_2026_12_16));

        refuses(() -> office.complete(reference, "Record complainant’s wish", Answers.wish(wish, said)), "Said on: ");

        office.complete(reference, "Record complainant’s wish", Answers.wish("satisfied", WED_2026_12_16));
        assertThat(office.running(reference)).isFalse();
    }

    @Test
    void holdsEachActionToItsOwnSteps() {
        office.on(TUE_2026_12_01);
        var reference = ombudsman.decided("Northshire Council", Map.of(), OmbudsmanAnswers.action("apology", "1 month", Map.of()),
                OmbudsmanAnswers.action("apology", "1 month", Map.of()));
        office.on(FRI_2026_12_04);
        office.complete(office.taskOf(reference, "Record evidence", "actionNumber", 1), OmbudsmanAnswers.carryOut(FRI_2026_12_04, Map.of()));
        office.on(WED_2026_12_16);
        office.complete(office.taskOf(reference, "Record evidence", "actionNumber", 2), OmbudsmanAnswers.carryOut(WED_2026_12_16, Map.of()));

        refuses(() -> ombudsmanJudges(reference, 2, FRI_2026_12_04), "Date of the verdict: the action was carried out on Wed 16 Dec 2026;");
        refuses(() -> ombudsmanJudges(reference, 1, LocalDate.of(2026, 12, 3)), "Date of the verdict: the action was carried out on Fri 4 Dec 2026;");
        ombudsmanJudges(reference, 1, FRI_2026_12_04);
        ombudsmanJudges(reference, 2, WED_2026_12_16);
    }

    // ---- what is asked back (r16, r15d) -------------------------------------------------------------------------------

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            2025-12-01 | Received on: Mon 1 Dec 2025 is 365 days before today. Is it right?
            2026-08-30 | Received on: Sun 30 Aug 2026 is 93 days before today. Is it right?
            """)
    void asksBackAReceiptLongAgo(LocalDate received, String question) {
        office.on(TUE_2026_12_01);

        var asked = catchThrowableOfType(AskedBack.class, () -> office.receive("kent", Map.of("receivedOn", received.toString())));

        assertThat(asked).hasMessage(question);
        var reference = office.receive("kent", Map.of("receivedOn", received.toString(), "confirmed", asked.questions().get(0).code()));
        assertThat(happened(reference, "Complaint received").answers()).filteredOn(given -> given.field().equals("confirmed"))
                .extracting(Happening.Given::content).singleElement().asString().contains(question);
    }

    @Test
    void asksBackADayInAnotherYear() {
        office.on(LocalDate.of(2027, 1, 12));

        var asked = catchThrowableOfType(AskedBack.class, () -> office.receive("kent", Map.of("receivedOn", "2026-12-28")));

        assertThat(asked).hasMessage("Received on: Mon 28 Dec 2026 lies in another year. Is it right?");
    }

    @ParameterizedTest
    @CsvSource({"2026-12-01", "2026-11-20", "2026-08-31"})
    void doesNotAskBackWhatIsReceivedLately(LocalDate received) {
        office.on(TUE_2026_12_01);

        assertThat(cases.get(office.receive("kent", Map.of("receivedOn", received.toString()))).receivedAt().toLocalDate()).isEqualTo(received);
    }

    @Test
    void asksBackADayFarFromTheStepBeforeUnlessItIsRecordedAtOnce() {
        office.on(TUE_2026_12_01);
        var reference = casework.accepted("kent");
        office.on(LocalDate.of(2027, 6, 1));
        var asked = catchThrowableOfType(AskedBack.class, () -> office.event(reference, "note", Map.of("happenedOn", "2027-04-01")));
        assertThat(asked).hasMessage("When: Thu 1 Apr 2027 is 121 days after the complaint was received on Tue 1 Dec 2026. Is it right?");

        office.event(reference, "note", Map.of());
        office.event(reference, "note", Map.of("happenedOn", "2027-05-25"));
        office.event(reference, "note", Map.of("happenedOn", "2026-12-10"));
    }

    // ---- what cannot apply (r15c, r15d, r15e) --------------------------------------------------------------------------

    @Test
    void refusesALaterStartBeforeTheReceiptAndAsksOneBackThatIsFarAhead() {
        office.on(TUE_2026_12_01);
        var reference = casework.acknowledged("kent", Map.of("complainantRole", "parent"));

        refuses(() -> office.event(reference, "later-start", Map.of("newDueDate", "2025-12-07")),
                "New date: the complaint was received on Tue 1 Dec 2026 and starts then without an agreement. If the other day is wrong, put it right first with Correction.");
        assertThat(catchThrowableOfType(AskedBack.class, () -> office.event(reference, "later-start", Map.of("newDueDate", "2028-06-07"))))
                .hasMessage("New date: Wed 7 Jun 2028 is 554 days from today. Is it right?");
        office.event(reference, "later-start", Map.of("newDueDate", "2026-12-07"));
    }

    @Test
    void saysThatALaterStartMovesNothingInACorporateComplaint() {
        office.on(TUE_2026_12_01);
        var reference = casework.acknowledged("kent", Map.of());
        office.event(reference, "later-start", Map.of("newDueDate", "2027-01-11"));
        office.event(reference, "advocate-asked", Map.of());

        office.complete(reference, "Assess complaint", Answers.accept(TUE_2026_12_01, Map.of()));

        assertThat(cases.chronology(reference)).extracting(Happening::detail).contains(
                "A start on Mon 11 Jan 2027 was agreed, but the complaint does not follow the children’s statutory procedure, and the start moves no period (CHD-31).",
                "An advocate was asked for on Tue 1 Dec 2026, but the complaint does not follow the children’s statutory procedure, and no period waits for the appointment (CHD-31).");
    }

    private String accepted() {
        office.on(TUE_2026_12_01);
        var reference = office.receive("kent", Map.of());
        office.on(LocalDate.of(2026, 12, 3));
        office.complete(reference, "Acknowledge complaint", Answers.acknowledge(office.today()));
        office.on(FRI_2026_12_04);
        office.complete(reference, "Assess complaint", Answers.accept(LocalDate.of(2026, 11, 2), Map.of()));
        return reference;
    }

    private void approve(String reference, Map<String, Object> different) {
        casework.answerIssues(reference, "kent-manager");
        office.complete(reference, "Draft response", Answers.draft());
        office.complete(reference, "Approve response", Answers.with(Answers.approve(), different));
    }

    private void ombudsmanJudges(String reference, int action, LocalDate on) {
        office.complete(office.taskOf(reference, "Judge evidence", "actionNumber", action), OmbudsmanAnswers.verdict("accepted", on, Map.of()));
    }

    private DeadlineView response(String reference) {
        return deadlines.of(reference).stream().filter(deadline -> deadline.kind().equals("response")).findFirst().orElseThrow();
    }

    private Happening happened(String reference, String what) {
        return cases.chronology(reference).stream().filter(happening -> happening.what().equals(what)).collect(Collectors.toList()).get(0);
    }

    private static void refuses(Runnable attempt, String sentence) {
        assertThatThrownBy(attempt::run).isInstanceOf(AnswersRefused.class).hasMessageStartingWith(sentence);
    }
}
