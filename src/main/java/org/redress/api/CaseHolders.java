package org.redress.api;

import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.redress.api.CaseDocument.Holder;
import org.redress.casefile.Appointed;
import org.redress.casefile.Appointments;
import org.redress.casefile.CaseSummary;
import org.redress.identity.Absences;
import org.redress.identity.Absences.Leave;
import org.redress.identity.Authority;
import org.redress.identity.CaseRole;
import org.redress.identity.Services;
import org.springframework.stereotype.Component;

/** Who has a case, for reading: the people in its roles by name, since which day, and who stands in for them (CORP-26, CHD-41, LGS-06). */
@Component
class CaseHolders {
    private final Appointments appointments;
    private final Authority authority;
    private final Absences absences;
    private final Services services;
    private final Clock clock;

    CaseHolders(Appointments appointments, Authority authority, Absences absences, Services services, Clock clock) {
        this.appointments = appointments;
        this.authority = authority;
        this.absences = absences;
        this.services = services;
        this.clock = clock;
    }

    /** The service that the case was given to, by name. */
    @Nullable String service(CaseSummary c) {
        return appointments.service(c.reference(), null).map(code -> services.name(c.council(), code)).orElse(null);
    }

    /** Everybody who has, had or will have a role of the case, in the order in which it was recorded. */
    List<Holder> of(CaseSummary c) {
        var today = LocalDate.now(clock);
        // what was replaced on its first day never was
        var all = appointments.of(c.reference()).stream().filter(one -> one.until() == null || !one.until().isBefore(one.from())).toList();
        var away = new HashMap<String, Leave>();
        all.stream().map(Appointed::person).distinct().forEach(person -> absences.now(person).ifPresent(leave -> away.put(person, leave)));
        var names = authority.names(Stream.concat(all.stream().map(Appointed::person), away.values().stream().map(Leave::deputy).filter(Objects::nonNull)).distinct().toList());
        return all.stream().map(one -> holder(c, one, today, away.get(one.person()), names)).toList();
    }

    private Holder holder(CaseSummary c, Appointed one, LocalDate today, @Nullable Leave leave, Map<String, String> names) {
        var role = CaseRole.of(one.role());
        var standing = one.from().isAfter(today) ? "from" : !c.status().over() && one.stage() == role.stage(c.stage()) && one.on(today) ? "now" : "until";
        var service = one.issue() == null ? null : appointments.service(c.reference(), one.issue()).map(code -> services.name(c.council(), code)).orElse(null);
        var present = standing.equals("now") ? leave : null;
        return new Holder(words(role), one.stage(), one.issue(), service, names.getOrDefault(one.person(), one.person()), standing, one.from(), one.until(),
                present == null ? null : present.untilDay(), present == null || present.deputy() == null ? null : names.getOrDefault(present.deputy(), present.deputy()));
    }

    private static String words(CaseRole role) {
        return Character.toUpperCase(role.words().charAt(0)) + role.words().substring(1);
    }
}
