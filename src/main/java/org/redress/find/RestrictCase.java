package org.redress.find;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.redress.casefile.CaseFiles;
import org.redress.casefile.CaseRestrictions;
import org.redress.casefile.CaseSummary;
import org.redress.casefile.Dates;
import org.redress.gate.KeptApart;
import org.redress.gate.OpenWork;
import org.redress.gate.OpenWork.OpenTask;
import org.redress.gate.RestrictedWork;
import org.redress.gate.Submission;
import org.redress.gate.SubmissionHandler;
import org.redress.identity.Authority;
import org.redress.identity.Authority.Work;
import org.redress.identity.RestrictedCases;
import org.redress.identity.Role;
import org.redress.identity.Sight;
import org.redress.identity.Turns;
import org.redress.identity.WorkWatch;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * A supervisor restricts a case to named people, or lifts that. It never leaves work that none of them can do: such a restriction is refused, and what somebody has who is
 * not named goes back to its groups (DAT-01).
 */
@Component
class RestrictCase implements SubmissionHandler {
    private static final List<String> SUPERVISORS = List.of(Role.SUPERVISORS.group());

    private final CaseFiles cases;
    private final CaseRestrictions restrictions;
    private final RestrictedCases restricted;
    private final RestrictedWork engine;
    private final KeptApart apart;
    private final OpenWork work;
    private final Authority authority;
    private final Sight sight;
    private final Turns turns;
    private final ObjectProvider<WorkWatch> watch;

    RestrictCase(CaseFiles cases, CaseRestrictions restrictions, RestrictedCases restricted, RestrictedWork engine, KeptApart apart, OpenWork work, Authority authority, Sight sight,
            Turns turns, ObjectProvider<WorkWatch> watch) {
        this.cases = cases;
        this.restrictions = restrictions;
        this.restricted = restricted;
        this.engine = engine;
        this.apart = apart;
        this.work = work;
        this.authority = authority;
        this.sight = sight;
        this.turns = turns;
        this.watch = watch;
    }

    @Override
    public String form() {
        return "case-restriction";
    }

    @Override
    public void accept(Submission decided) {
        // the same answer for a case of another council, for one that is shut to them, and for none
        var reference = cases.find(decided.council(), decided.text("caseReference")).map(CaseSummary::reference)
                .orElseThrow(() -> decided.refuse("caseReference", "there is no case " + decided.text("caseReference") + " here."));
        decided.about(reference);
        decided.titled(decided.option("restriction"));
        if (decided.text("restriction").equals("restrict")) {
            restrict(decided, reference);
        } else {
            if (restrictions.since(reference).isEmpty()) {
                throw decided.refuse("restriction", "the case is not restricted.");
            }
            restrictions.lift(reference, decided.today(), decided.user(), decided.text("reason"));
            // it stays apart from whom it is about
            if (!apart.isApart(reference)) {
                engine.show(decided.council(), reference);
            }
        }
        // what nobody can do of it comes to another list, or leaves that of all supervisors
        watch.forEach(one -> one.lookAt(decided.council()));
    }

    private void restrict(Submission decided, String reference) {
        // whoever loses a role at the same moment is looked at by one of the two: the other waits
        turns.take(Turns.ACCOUNTS);
        if (!authority.members(SUPERVISORS, decided.council()).contains(decided.user())) {
            throw decided.refuse("restriction", "you are not one of the supervisors of this council any more.");
        }
        var readers = new LinkedHashSet<>(List.of(decided.user()));
        readers.addAll(people(decided, "readers"));
        var about = people(decided, "about");
        var both = readers.stream().filter(about::contains).findFirst();
        if (both.isPresent()) {
            throw decided.refuse("about", both.get().equals(decided.user()) ? "another supervisor restricts what is about you." : authority.named(both.get()) + " cannot be among those who read it.");
        }
        var named = readers.stream().filter(person -> restricted.complainsOf(person, reference)).findFirst();
        if (named.isPresent()) {
            throw decided.refuse("readers", authority.named(named.get()) + " is named in the complaint and cannot be among those who read it.");
        }
        var cannot = readers.stream().filter(person -> !sight.readsCases(person, decided.council())).findFirst();
        if (cannot.isPresent()) {
            throw decided.refuse("readers", authority.named(cannot.get()) + " has no role that reads cases.");
        }
        var open = work.of(reference);
        var nobodys = open.stream().filter(task -> nobody(decided.council(), task, readers)).map(OpenTask::title).distinct().toList();
        if (!nobodys.isEmpty()) {
            throw decided.refuse("readers", "none of them can do what is open: " + String.join(", ", nobodys) + ". Name somebody who can, or give it to them first.");
        }
        open.stream().filter(task -> task.assignee() != null && !readers.contains(task.assignee())).forEach(work::release);
        long id = restrictions.place(reference, readers, about, decided.today(), decided.user(), decided.text("reason"));
        engine.hide(decided.council(), reference, id);
        apart.lookAt(reference);
    }

    /** Whether none of these people may do a task, whoever the case is restricted to now; one for which no group is named is somebody's own. */
    private boolean nobody(String council, OpenTask task, Set<String> readers) {
        var asOfTheCouncil = new Work(council, task.work().groups(), task.work().reference(), task.work().stage(), task.work().duty(), task.work().own(), task.work().notBy());
        return readers.stream().noneMatch(person -> person.equals(task.assignee()) || !task.work().groups().isEmpty() && authority.objection(person, asOfTheCouncil).isEmpty());
    }

    private List<String> people(Submission decided, String field) {
        var found = new ArrayList<String>();
        for (var line : decided.lines(field)) {
            found.add(restricted.account(decided.council(), line).orElseThrow(() -> decided.refuse(field, "there is no " + line + " at your council, or more than one.")));
        }
        return found;
    }
}
