package org.redress.handover;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.redress.casefile.Appointed;
import org.redress.casefile.Appointments;
import org.redress.casefile.CaseFiles;
import org.redress.casefile.Dates;
import org.redress.gate.Lines;
import org.redress.gate.OpenWork.OpenTask;
import org.redress.gate.OpenWork;
import org.redress.gate.Submission;
import org.redress.gate.SubmissionHandler;
import org.redress.handover.StuckWork.Stuck;
import org.redress.identity.Absences;
import org.redress.identity.Authority.Work;
import org.redress.identity.Authority;
import org.redress.identity.CaseRole;
import org.redress.identity.Services;
import org.springframework.stereotype.Component;

/**
 * A supervisor gives stuck work to somebody at once, each item only if they may do it: a role of a case with all that is left of it, for
 * the days of a leave if its holder is away, any other task alone. What could not be given stays on the list with the reason (CORP-26).
 */
@Component
class GiveWork implements SubmissionHandler {
    private final StuckWork stuckWork;
    private final Authority authority;
    private final Appointments appointments;
    private final Absences absences;
    private final CaseFiles cases;
    private final OpenWork work;
    private final Handing handing;
    private final Services services;
    private final Unsent unsent;

    GiveWork(StuckWork stuckWork, Authority authority, Appointments appointments, Absences absences, CaseFiles cases, OpenWork work, Handing handing,
            Services services, Unsent unsent) {
        this.stuckWork = stuckWork;
        this.authority = authority;
        this.appointments = appointments;
        this.absences = absences;
        this.cases = cases;
        this.work = work;
        this.handing = handing;
        this.services = services;
        this.unsent = unsent;
    }

    @Override
    public String form() {
        return "give-work";
    }

    @Override
    public void accept(Submission given) {
        if (given.text("whatNow").equals("later")) {
            return;
        }
        var kind = given.text("kindOfWork");
        var to = given.text("taker");
        var shown = given.variable("stuckWork").map(String::valueOf).orElse("").lines().toList();
        var results = new ArrayList<String>();
        Set<String> done = new HashSet<>();
        boolean any = false;
        for (var stuck : stuckWork.stuckOfAll(given.council())) {
            if (shown.contains(stuck.line()) && (kind.equals(Offers.ALL) || kind.equals(Offers.kind(stuck)))) {
                var gone = unsent.goesUnlessOf(stuck.task(), to, authority::named);
                var objection = give(given, stuck, to, done);
                any |= objection.isEmpty();
                results.add(label(stuck.task()) + objection.map(why -> ": not given, " + why).orElse(": given to " + authority.named(to) + gone));
            }
        }
        if (results.isEmpty()) {
            throw given.refuse("kindOfWork", "there is none of it any more.");
        }
        if (!any) {
            throw given.refuse("taker", "nothing could be given. " + String.join("; ", results));
        }
        given.set("whatHappened", Lines.of(results));
    }

    private Optional<String> give(Submission given, Stuck stuck, String to, Set<String> done) {
        var task = stuck.task();
        if (authority.ended(task.work()).isPresent()) {
            var objection = toTheirService(given, task, to);
            if (objection.isPresent()) {
                return objection;
            }
            task = work.of(Objects.requireNonNull(task.reference())).stream().filter(one -> one.id().equals(stuck.task().id())).findFirst().orElseThrow();
        }
        var reference = task.reference();
        var role = task.role();
        if (reference == null || role == null) {
            return single(given, task, to);
        }
        int stage = task.work().stage();
        var holder = appointments.holder(reference, role.key(), role.stage(stage), task.issue());
        if (holder.isEmpty() || task.assignee() != null && !task.assignee().equals(holder.get())) {
            return single(given, task, to);
        }
        var own = ofIssueAlone(reference, role, role.stage(stage), task.issue());
        var service = role.role().ofServices() ? appointments.service(reference, task.issue()).orElse(null) : null;
        var objection = authority.objectionToNaming(to, role, given.council(), reference, stage, service);
        if (objection.isEmpty() && done.add(reference + " " + role + " " + stage + " " + (own ? task.issue() : null))) {
            hand(given, task, role, own ? task.issue() : null, to, holder.get());
        }
        return objection;
    }

    /** What was given to a service that has ended goes to that of whoever takes it over, or to the whole council. */
    private Optional<String> toTheirService(Submission given, OpenTask task, String to) {
        var reference = Objects.requireNonNull(task.reference());
        var service = services.only(to, given.council()).orElse(null);
        var groups = task.work().groups().stream().map(group -> service == null ? Services.role(group) : Services.group(Services.role(group), service)).toList();
        var objection = authority.objectionToGiving(to, new Work(task.work().council(), groups, reference, task.work().stage(), task.work().duty()));
        if (objection.isEmpty()) {
            var issue = task.issue() != null && appointments.hasOwnService(reference, task.issue()) ? task.issue() : null;
            handing.toService(reference, issue, service);
            var now = appointments.service(reference, issue).map(code -> services.name(given.council(), code)).orElse("the whole council");
            cases.record(reference, given.today(), given.user(), "Given to " + now + (issue == null ? "" : ", issue " + issue),
                    authority.ended(task.work()).orElseThrow(), List.of());
        }
        return objection;
    }

    private void hand(Submission given, OpenTask task, CaseRole role, @Nullable Integer issue, String to, String holder) {
        var reference = Objects.requireNonNull(task.reference());
        int stage = task.work().stage();
        handing.over(reference, role, stage, issue, to, given.today(), given.user());
        var leave = authority.objection(holder, task.work()).isEmpty() ? absences.now(holder).orElse(null) : null;
        if (leave != null) {
            // back from leave, they have it again for what is new
            appointments.appoint(reference, new Appointed(role.key(), role.stage(stage), issue, holder, leave.untilDay().plusDays(1), null), given.user());
        }
        cases.record(reference, given.today(), given.user(), "Handed over: " + to + " " + role.words() + (issue == null ? "" : ", issue " + issue),
                leave == null ? "in place of " + holder : "for " + holder + " until " + Dates.text(leave.untilDay()), List.of());
        handing.moveOpenTasks(reference);
    }

    private Optional<String> single(Submission given, OpenTask task, String to) {
        var objection = authority.objectionToGiving(to, task.work());
        if (objection.isEmpty()) {
            var gone = unsent.goesUnlessOf(task, to, UnaryOperator.identity());
            if (task.role() == null) {
                work.give(task, to);
            } else {
                work.giveAlone(task, to);
            }
            if (task.reference() != null) {
                cases.record(task.reference(), given.today(), given.user(), "Task given to somebody else", "\"" + task.title() + "\" moved to " + to + gone + ".", List.of());
            }
        }
        return objection;
    }

    private boolean ofIssueAlone(String reference, CaseRole role, int stage, @Nullable Integer issue) {
        return issue != null && appointments.of(reference).stream().anyMatch(one -> one.role().equals(role.key()) && one.stage() == stage
                && issue.equals(one.issue()) && one.until() == null);
    }

    private static String label(OpenTask task) {
        return (task.reference() == null ? "No case" : task.reference()) + ", " + task.title();
    }
}
