package org.redress.casefile;

import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Who has a case: the persons in its roles with their days, and the service of the council that it, or one issue, was given to. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
public class Appointments {
    private final AppointmentRepository appointments;
    private final ComplaintRepository complaints;
    private final IssueRepository issues;
    private final CaseParts parts;
    private final Clock clock;

    Appointments(AppointmentRepository appointments, ComplaintRepository complaints, IssueRepository issues, CaseParts parts, Clock clock) {
        this.appointments = appointments;
        this.complaints = complaints;
        this.issues = issues;
        this.parts = parts;
        this.clock = clock;
    }

    /** Gives a role of a case to a person from a day on; whoever had it has it until the day before. */
    public void appoint(String reference, Appointed appointed, String by) {
        keep(reference, appointed, by, false);
    }

    /** The same where what is open goes with it, as soon as the day has come. */
    public void handOver(String reference, Appointed appointed, String by) {
        keep(reference, appointed, by, true);
    }

    private void keep(String reference, Appointed appointed, String by, boolean toBeMoved) {
        appointments.findByComplaintReferenceOrderById(reference).stream()
                .filter(earlier -> earlier.isFor(appointed.role(), appointed.stage(), appointed.issue()))
                .forEach(earlier -> earlier.endBefore(appointed.from()));
        appointments.save(new Appointment(complaint(reference), appointed, LocalDateTime.now(clock), by, toBeMoved));
        parts.took(reference, appointed.person(), appointed.role());
    }

    /** Who has a role today: for the issue, if somebody has it for that one alone, else for the case. */
    @Transactional(readOnly = true)
    public Optional<String> holder(String reference, String role, int stage, @Nullable Integer issue) {
        return holder(reference, role, stage, issue, LocalDate.now(clock));
    }

    /** Who has a role on a day. */
    @Transactional(readOnly = true)
    public Optional<String> holder(String reference, String role, int stage, @Nullable Integer issue, LocalDate day) {
        var all = appointments.findByComplaintReferenceOrderById(reference);
        return (issue == null ? Optional.<String>empty() : newest(all, role, stage, issue, day)).or(() -> newest(all, role, stage, null, day));
    }

    /** Everybody who ever had a role of the case, in the order in which it was recorded. */
    @Transactional(readOnly = true)
    public List<Appointed> of(String reference) {
        return appointments.findByComplaintReferenceOrderById(reference).stream().map(Appointment::view).toList();
    }

    /** What was handed over in a case and whose open tasks have not been moved, though the day has come; from now on they have. */
    public List<Appointed> toBeMoved(String reference) {
        var today = LocalDate.now(clock);
        var now = appointments.findByComplaintReferenceOrderById(reference).stream().filter(one -> one.toBeMoved() && !one.view().from().isAfter(today)).toList();
        now.forEach(Appointment::moved);
        return now.stream().map(Appointment::view).toList();
    }

    /** The cases of a council in which open tasks have to be moved, now or later. */
    @Transactional(readOnly = true)
    public List<String> withWorkToMove(String council) {
        return appointments.findByComplaintCouncilAndToBeMovedTrueOrderById(council).stream().map(Appointment::reference).distinct().toList();
    }

    /** Gives the case to a service of the council, or to the whole council. */
    public void giveToService(String reference, @Nullable String service) {
        complaint(reference).giveToService(service);
    }

    /** Gives one issue to a service of its own, or to that of the case. Refuses a number that does not exist. */
    public void giveToService(String reference, int issue, @Nullable String service) {
        issues.findByComplaintReferenceOrderByNumber(reference).stream().filter(one -> one.number() == issue).findFirst()
                .orElseThrow(() -> new IllegalArgumentException("Case " + reference + " has no issue " + issue + "."))
                .giveToService(service);
    }

    /** The service that a case, or an issue of it, was given to; none if it is the whole council's. */
    @Transactional(readOnly = true)
    public Optional<String> service(String reference, @Nullable Integer issue) {
        var own = issue == null ? Optional.<String>empty() : issues.findByComplaintReferenceOrderByNumber(reference).stream()
                .filter(one -> one.number() == issue).findFirst().map(Issue::service);
        return own.or(() -> complaints.findByReference(reference).map(Complaint::service));
    }

    /** Whether an issue was given to a service of its own. */
    @Transactional(readOnly = true)
    public boolean hasOwnService(String reference, int issue) {
        return issues.findByComplaintReferenceOrderByNumber(reference).stream().anyMatch(one -> one.number() == issue && one.service() != null);
    }

    private static Optional<String> newest(List<Appointment> all, String role, int stage, @Nullable Integer issue, LocalDate day) {
        return all.stream().filter(one -> one.isFor(role, stage, issue) && one.view().on(day)).reduce((earlier, later) -> later)
                .map(one -> one.view().person());
    }

    private Complaint complaint(String reference) {
        return complaints.findByReference(reference).orElseThrow(() -> new IllegalArgumentException("There is no case " + reference + "."));
    }
}
