package org.redress.request;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.redress.casefile.CaseFiles;
import org.redress.casefile.Parties;
import org.redress.casefile.PartyView;
import org.redress.casefile.CaseLinks;
import org.redress.casefile.CaseStatus;
import org.redress.casefile.LinkView;
import org.redress.gate.AnswersRefused;
import org.redress.testing.Answers;
import org.redress.testing.Office;
import org.redress.testing.ProductTest;
import org.springframework.beans.factory.annotation.Autowired;

/** A request for a service is no complaint until somebody is dissatisfied with what became of it (CORP-10 to CORP-12). */
@ProductTest
class ServiceRequestTests {
    private static final LocalDate MON_2026_06_01 = LocalDate.of(2026, 6, 1);
    private static final LocalDate THU_2026_06_11 = LocalDate.of(2026, 6, 11);
    private static final LocalDate MON_2026_06_15 = LocalDate.of(2026, 6, 15);
    private static final LocalDate TUE_2026_06_16 = LocalDate.of(2026, 6, 16);

    @Autowired
    private Office office;

    @Autowired
    private CaseFiles cases;

    @Autowired
    private Parties parties;

    @Autowired
    private CaseLinks links;

    @Test
    void isDoneAndAnsweredWithinItsTarget() {
        office.on(MON_2026_06_01);
        var reference = requested("A new bin, please.");

        assertThat(office.deadline(reference, "service-request").dueOn()).isEqualTo(MON_2026_06_15);
        assertThatThrownBy(() -> office.complete(reference, "Do what was asked", Map.of("requestDone", "done", "whatWasDone", "Delivered.")))
                .isInstanceOf(AnswersRefused.class).hasMessageContaining("Done on: an answer is needed");
        done(reference);
        answered(reference);

        assertThat(office.openTasks(reference)).isEmpty();
        assertThat(cases.get(reference).status()).isEqualTo(CaseStatus.RESOLVED);
        assertThat(cases.get(reference).procedure()).isEqualTo("service-request");
        assertThat(office.deadline(reference, "service-request").outcome()).isEqualTo("met on Mon 1 Jun 2026");
        assertThat(cases.lastLetter(reference, "request-answer")).isPresent();
    }

    /** What is held about somebody: a month from receipt, to nobody who may be somebody else, and not before a second person has looked at it (DAT-10). */
    @Test
    void givesAMonthForWhatIsHeldAboutSomebody() {
        office.on(MON_2026_06_01);
        var reference = office.as("kent-officer").start("service-request",
                Map.of("receivedOn", "2026-06-01", "channel", "email", "requester", "Ms Zanderling", "requestText", "All that you hold about me.", "subjectAccess", true, "contact", "zanderling@home.example"));

        assertThat(parties.find(reference, 1)).map(PartyView::contact).contains("zanderling@home.example");
        assertThat(cases.get(reference).procedure()).isEqualTo("access-request");
        assertThat(office.deadline(reference, "service-request").dueOn()).isEqualTo(LocalDate.of(2026, 7, 1));
        assertThatThrownBy(() -> office.complete(reference, "Do what was asked", Map.of("requestDone", "done", "requestDoneOn", "2026-06-01", "whatWasDone", "Gathered.")))
                .isInstanceOf(AnswersRefused.class).hasMessageContaining("Identity confirmed on: an answer is needed");
        office.complete(reference, "Do what was asked", Map.of("requestDone", "done", "requestDoneOn", "2026-06-01", "whatWasDone", "Gathered.", "identityConfirmedOn", "2026-06-01"));
        assertThatThrownBy(() -> answered(reference)).isInstanceOf(AnswersRefused.class).hasMessageContaining("have it made with Disclosure first");
    }

    @Test
    void isRemindedOfAndToldWhenItsTargetPasses() {
        office.on(MON_2026_06_01);
        var reference = requested("Cut the hedge, please.");
        office.on(THU_2026_06_11);
        office.on(TUE_2026_06_16);

        assertThat(office.chronology(reference, "Reminder: Service request")).hasSize(1);
        assertThat(office.openTasks(reference)).containsExactlyInAnyOrder("Do what was asked", "Explain the delay to the complainant");
        office.complete(reference, "Do what was asked", Map.of("requestDone", "not-done", "whatWasDone", "The hedge is not ours."));
        assertThat(office.openTasks(reference)).contains("Answer request");
    }

    @Test
    void becomesAComplaintOnDissatisfactionWhileTheWorkGoesOn() {
        office.on(MON_2026_06_01);
        var request = requested("Mend the lamp, please.");
        office.on(THU_2026_06_11);

        var complaint = office.receive("kent", Map.of("complainant", "Ms L", "complaintText", "Mend the lamp, please.", "requestReference", request));

        assertThat(office.deadline(complaint, "acknowledgement").triggerOn()).isEqualTo(THU_2026_06_11);
        assertThat(links.of(request)).extracting(LinkView::kind, LinkView::other)
                .containsExactly(tuple(LinkView.Kind.RELATED, complaint));
        assertThat(office.openTasks(request)).containsExactly("Do what was asked");
        office.complete(complaint, "Acknowledge complaint", Answers.acknowledge(THU_2026_06_11));
        office.complete(complaint, "Assess complaint", Answers.accept(THU_2026_06_11, Map.of("assessment", "refuse")));
        assertThatThrownBy(() -> office.complete(complaint, "Send refusal", Answers.refusal(THU_2026_06_11, Map.of())))
                .hasMessageContaining("being dissatisfied with that is a complaint (CORP-12)");
    }

    @Test
    void isNamedByItsReferenceAndNoOther() {
        office.on(MON_2026_06_01);
        var complaint = office.receive("kent", Map.of("complaintText", "The library was shut.", "complainant", "Mr K"));

        assertThatThrownBy(() -> office.receive("kent", Map.of("complaintText", "The pool was cold.", "complainant", "Mr J", "requestReference", complaint)))
                .isInstanceOf(AnswersRefused.class).hasMessageContaining("your council has no service request " + complaint);
    }

    @Test
    void knowsNothingOfWhatHappensToComplaints() {
        office.on(MON_2026_06_01);
        var reference = requested("Sweep the street, please.");

        assertThatThrownBy(() -> office.event(reference, "withdrawal", Map.of())).isInstanceOf(AnswersRefused.class)
                .hasMessageContaining("it is a request for a service").hasMessageContaining("CORP-10");
        office.event(reference, "extension", Map.of("extends", "service-request", "newDueDate", TUE_2026_06_16.toString()));
        assertThat(office.deadline(reference, "service-request").dueOn()).isEqualTo(TUE_2026_06_16);
    }

    private String requested(String text) {
        var reference = office.as("kent-officer").start("service-request",
                Map.of("receivedOn", office.today().toString(), "channel", "phone", "requester", "Ms L", "requestText", text));
        office.signOut();
        return reference;
    }

    private void done(String reference) {
        office.complete(reference, "Do what was asked", Map.of("requestDone", "done", "requestDoneOn", office.today().toString(), "whatWasDone", "Delivered."));
    }

    private void answered(String reference) {
        office.complete(reference, "Answer request", Map.of("requestAnsweredOn", office.today().toString(), "letterChannel", "email", "letterText", "You have a new bin."));
    }
}
