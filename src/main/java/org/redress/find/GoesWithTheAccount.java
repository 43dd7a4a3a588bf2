package org.redress.find;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.camunda.bpm.engine.BadUserRequestException;
import org.jspecify.annotations.Nullable;
import org.redress.casefile.CaseFiles;
import org.redress.casefile.CaseParts;
import org.redress.casefile.CaseRestrictions;
import org.redress.casefile.CaseRestrictions.Left;
import org.redress.gate.WorkListener;
import org.redress.identity.Authority;
import org.redress.identity.Authority.Work;
import org.redress.identity.Role;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/**
 * The parts of a person in cases, and the restrictions that name them, go with the account: somebody else may be given the same id. A restricted case that no
 * supervisor would read any more, because the account, the role or the council goes from the last of them, is read by the other supervisors of the council; where there
 * is none whom it is not about, it stays with them (DAT-01).
 */
@Component
class GoesWithTheAccount implements WorkListener {
    private static final List<String> SUPERVISORS = List.of(Role.SUPERVISORS.group());

    private final CaseParts parts;
    private final CaseRestrictions restrictions;
    private final CaseFiles cases;
    private final Authority authority;
    private final Clock clock;

    GoesWithTheAccount(CaseParts parts, @Lazy CaseRestrictions restrictions, @Lazy CaseFiles cases, @Lazy Authority authority, Clock clock) {
        this.parts = parts;
        this.restrictions = restrictions;
        this.cases = cases;
        this.authority = authority;
        this.clock = clock;
    }

    @Override
    public void forgotten(String person) {
        parts.forget(person);
        restrictions.forget(person, LocalDate.now(clock)).forEach(left -> leaveToSupervisors(left, person, "the account of " + person + " was deleted"));
    }

    @Override
    public void losing(String person, @Nullable String role, @Nullable String council) {
        if (council != null || SUPERVISORS.contains(String.valueOf(role))) {
            restrictions.read(person).stream().filter(read -> council == null || council.equals(read.council())).filter(read -> supervises(person, read))
                    .forEach(read -> leaveToSupervisors(read, person, person + " does not supervise here any more"));
        }
    }

    private boolean supervises(String person, Left read) {
        return authority.members(SUPERVISORS, read.council()).contains(person);
    }

    private void leaveToSupervisors(Left left, String person, String because) {
        // as work of the council: the tenant of the case is that of its readers
        var supervisors = authority.who(new Work(left.council(), SUPERVISORS, left.reference(), 0, null)).stream().filter(one -> !one.equals(person)).toList();
        if (left.readers().stream().anyMatch(supervisors::contains)) {
            return;
        }
        if (supervisors.isEmpty()) {
            throw new BadUserRequestException(authority.named(person) + " is the only supervisor for whom a restricted case of " + left.council() + " is there; make another supervisor there first.");
        }
        restrictions.name(left.reference(), supervisors.stream().filter(one -> !left.readers().contains(one)).toList());
        cases.record(left.reference(), "The case is there for the supervisors", String.join(", ", supervisors) + ": " + because + ", and no other supervisor was named.");
    }
}
