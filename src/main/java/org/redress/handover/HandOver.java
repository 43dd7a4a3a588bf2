package org.redress.handover;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.redress.casefile.Appointments;
import org.redress.casefile.CaseFiles;
import org.redress.casefile.CaseSummary;
import org.redress.casefile.Dates;
import org.redress.gate.Lines;
import org.redress.gate.OpenWork;
import org.redress.gate.Submission;
import org.redress.gate.SubmissionHandler;
import org.redress.identity.Authority;
import org.redress.identity.CaseRole;
import org.springframework.stereotype.Component;

/** The start of handing over a role of a case: finds the case and who has the role now, with what is open (CORP-26). */
@Component
class HandOver implements SubmissionHandler {
    private final CaseFiles cases;
    private final Appointments appointments;
    private final OpenWork work;
    private final Unsent unsent;
    private final Authority authority;

    HandOver(CaseFiles cases, Appointments appointments, OpenWork work, Unsent unsent, Authority authority) {
        this.cases = cases;
        this.appointments = appointments;
        this.work = work;
        this.unsent = unsent;
        this.authority = authority;
    }

    @Override
    public String form() {
        return "hand-over";
    }

    @Override
    public void accept(Submission wanted) {
        var written = wanted.text("caseReference");
        // the same answer for a case of another council and for none, so that nobody can find out which exist
        var found = cases.find(wanted.council(), written).orElseThrow(() -> wanted.refuse("caseReference", "there is no case " + written + " here."));
        var reference = found.reference();
        if (found.status().over()) {
            throw wanted.refuse("caseReference", "it is over (" + found.status().text().toLowerCase(Locale.ROOT) + " since "
                    + Dates.text(found.statusSince()) + "); there is nothing left to hand over.");
        }
        var role = CaseRole.of(wanted.text("caseRole"));
        if (role.ombudsmans() != found.ombudsmans()) {
            throw wanted.refuse("caseRole", "it is no role of this case.");
        }
        wanted.about(reference);
        wanted.titled("Handing over begun");
        wanted.set("stageNumber", found.stage());
        wanted.set("startedBy", wanted.user());
        wanted.set("holderNow", holder(found, role));
        wanted.set("openTasks", open(reference, role));
    }

    private String holder(CaseSummary found, CaseRole role) {
        var issues = appointments.of(found.reference()).stream()
                .filter(one -> one.role().equals(role.key()) && one.stage() == role.stage(found.stage()) && one.on(LocalDate.MAX) && one.issue() != null)
                .map(one -> "issue " + one.issue() + " " + name(one.person()));
        var whole = appointments.holder(found.reference(), role.key(), role.stage(found.stage()), null).map(person -> name(person) + " " + role.words()).orElse("nobody by name yet");
        return Lines.of("; ", Stream.concat(Stream.of(whole), issues).toList());
    }

    private String open(String reference, CaseRole role) {
        var open = work.of(reference).stream().filter(task -> task.role() == role).toList();
        return open.isEmpty() ? "none" : Lines.of(open.stream().map(task -> task.title() + ": " + (task.assignee() == null ? "nobody" : name(task.assignee())) + unsent.wouldGo(task, this::name)).toList());
    }

    private String name(String person) {
        return authority.names(List.of(person)).getOrDefault(person, person);
    }
}
