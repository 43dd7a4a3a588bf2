package org.redress.stage;

import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.redress.casefile.Appointed;
import org.redress.casefile.Appointments;
import org.redress.casefile.CaseFiles;
import org.redress.casefile.IssueView;
import org.redress.gate.Submission;
import org.redress.gate.SubmissionHandler;
import org.redress.identity.Authority;
import org.redress.identity.CaseRole;
import org.springframework.stereotype.Component;

/**
 * Gives the case to a service, if it is not the whole council's, and its answering to a person; issues that another service answers go to
 * that one. Refuses somebody who decided an earlier stage or works for another service, before the work begins (CORP-26).
 */
@Component
class DecideWhoAnswers implements SubmissionHandler {
    private final CaseFiles cases;
    private final Appointments appointments;
    private final Authority authority;

    DecideWhoAnswers(CaseFiles cases, Appointments appointments, Authority authority) {
        this.cases = cases;
        this.appointments = appointments;
        this.authority = authority;
    }

    @Override
    public String form() {
        return "decide-who-answers";
    }

    @Override
    public void accept(Submission decided) {
        var service = decided.optionalText("service").orElse(null);
        appointments.giveToService(decided.reference(), service);
        appoint(decided, "responder", service, null);
        for (int issue : others(decided)) {
            var otherService = decided.optionalText("otherService").orElse(null);
            appointments.giveToService(decided.reference(), issue, otherService);
            appoint(decided, "otherResponder", otherService, issue);
        }
        // who answers is read from the case file
        decided.set("responder", null);
        decided.set("otherResponder", null);
    }

    private void appoint(Submission decided, String field, @Nullable String service, @Nullable Integer issue) {
        var person = decided.text(field);
        authority.objectionToNaming(person, CaseRole.ANSWERS, decided.council(), decided.reference(), decided.stage(), service).ifPresent(why -> {
            throw decided.refuse(field, why);
        });
        appointments.appoint(decided.reference(), new Appointed(CaseRole.ANSWERS.key(), decided.stage(), issue, person, decided.today(), null), decided.user());
    }

    private SortedSet<Integer> others(Submission decided) {
        var others = decided.numbers("otherIssues");
        var unknown = new TreeSet<>(others);
        unknown.removeAll(cases.issues(decided.reference()).stream().map(IssueView::number).collect(Collectors.toSet()));
        if (!unknown.isEmpty()) {
            throw decided.refuse("otherIssues", "the complaint has no issue " + unknown.first() + ".");
        }
        return others;
    }
}
