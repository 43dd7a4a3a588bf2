package org.redress.handover;

import java.time.LocalDate;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.redress.casefile.Appointments;
import org.redress.casefile.CaseFiles;
import org.redress.casefile.Dates;
import org.redress.casefile.IssueView;
import org.redress.gate.Submission;
import org.redress.gate.SubmissionHandler;
import org.redress.identity.Authority;
import org.redress.identity.CaseRole;
import org.springframework.stereotype.Component;

/**
 * A role of a case, or the answering of some issues, passes to somebody who may have it, from a day on and perhaps with another service.
 * Whoever had a part stays excluded from what their part excludes (CORP-26, CHD-41).
 */
@Component
class ChooseSuccessor implements SubmissionHandler {
    private static final int MOST_NAMED = 10;

    private final CaseFiles cases;
    private final Appointments appointments;
    private final Authority authority;
    private final Handing handing;

    ChooseSuccessor(CaseFiles cases, Appointments appointments, Authority authority, Handing handing) {
        this.cases = cases;
        this.appointments = appointments;
        this.authority = authority;
        this.handing = handing;
    }

    @Override
    public String form() {
        return "choose-successor";
    }

    @Override
    public void accept(Submission chosen) {
        var role = CaseRole.of(String.valueOf(chosen.variable("caseRole").orElseThrow()));
        var reference = chosen.reference();
        var from = chosen.date("fromDay");
        var to = chosen.text("successor");
        if (from.isBefore(chosen.today())) {
            throw chosen.refuse("fromDay", "it is today or later; what was done until now stays as it is in the file.");
        }
        var issues = issues(chosen, role);
        for (var issue : issues.isEmpty() ? java.util.Collections.<@Nullable Integer>singletonList(null) : issues) {
            var service = service(chosen, role, issue);
            authority.objectionToNaming(to, role, chosen.council(), reference, chosen.stage(), service).ifPresent(why -> {
                throw chosen.refuse("successor", why);
            });
            if (toOtherService(chosen)) {
                handing.toService(reference, issue, service);
            }
            if (appointments.holder(reference, role.key(), role.stage(chosen.stage()), issue, from).filter(to::equals).isPresent()) {
                throw chosen.refuse("successor", authority.named(to) + " has it already.");
            }
            handing.over(reference, role, chosen.stage(), issue, to, from, chosen.user());
        }
        chosen.happenedOn(chosen.today());
        chosen.titled("Handed over: " + to + " " + role.words() + which(issues) + day(from, chosen.today()));
    }

    private @Nullable String service(Submission chosen, CaseRole role, @Nullable Integer issue) {
        return toOtherService(chosen) ? chosen.optionalText("newService").orElse(null)
                : role.role().ofServices() ? appointments.service(chosen.reference(), issue).orElse(null) : null;
    }

    private static boolean toOtherService(Submission chosen) {
        return chosen.variable("otherService").filter(Boolean.TRUE::equals).isPresent();
    }

    private SortedSet<Integer> issues(Submission chosen, CaseRole role) {
        var issues = role == CaseRole.ANSWERS ? chosen.numbers("onlyIssues") : new TreeSet<Integer>();
        var unknown = new TreeSet<>(issues);
        unknown.removeAll(cases.issues(chosen.reference()).stream().map(IssueView::number).collect(Collectors.toSet()));
        if (!unknown.isEmpty()) {
            throw chosen.refuse("onlyIssues", "the complaint has no issue " + unknown.first() + ".");
        }
        return issues;
    }

    /** In a title, which has room for a few; the answers beside it name them all. */
    private static String which(SortedSet<Integer> issues) {
        return issues.isEmpty() ? "" : issues.size() > MOST_NAMED ? ", " + issues.size() + " issues"
                : ", issue " + issues.stream().map(String::valueOf).collect(Collectors.joining(", "));
    }

    private static String day(LocalDate from, LocalDate today) {
        return from.equals(today) ? "" : ", from " + Dates.text(from);
    }
}
