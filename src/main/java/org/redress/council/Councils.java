package org.redress.council;

import jakarta.persistence.EntityManager;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.redress.casefile.CasesOfCouncil;
import org.redress.casefile.CouncilPrefixes;
import org.redress.casefile.ReadOnce;
import org.redress.identity.Services;
import org.redress.identity.Tenants;
import org.redress.identity.Turns;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The councils and Ombudsmen: what is known of them, and the one way in which they are added, changed and removed, whether by the page
 * or by a file. With a council comes its tenant; the roles have their rights in every tenant.
 */
@Component
public class Councils implements CouncilPrefixes {
    /** The kind of complaint for which every council has a procedure. */
    static final String CORPORATE = "corporate";

    private final CouncilRepository councils;
    private final EntityManager entities;
    private final JdbcClient database;
    private final Tenants tenants;
    private final Services services;
    private final CasesOfCouncil cases;
    private final Turns turns;
    private final Checks checks;

    Councils(CouncilRepository councils, EntityManager entities, JdbcClient database, Tenants tenants, Services services, CasesOfCouncil cases,
            Turns turns, Choices choices) {
        this.councils = councils;
        this.entities = entities;
        this.database = database;
        this.tenants = tenants;
        this.services = services;
        this.cases = cases;
        this.turns = turns;
        this.checks = new Checks(choices, cases);
    }

    /** What came of keeping a council. */
    public enum Kept { ADDED, CHANGED, UNCHANGED }

    /** All of them, by name. */
    @Transactional(readOnly = true)
    public List<Profile> all() {
        return councils.findAllByOrderByName().stream().map(this::profile).toList();
    }

    /** The Ombudsmen among them, by name. */
    @Transactional(readOnly = true)
    public List<Profile> ombudsmen() {
        return councils.findByOmbudsmanTrueOrderByName().stream().map(this::profile).toList();
    }

    /** One of them, by its tenant. */
    @Transactional(readOnly = true)
    public Optional<Profile> find(String id) {
        return councils.findByTenant(id).map(this::profile);
    }

    /** The names of some of them by their tenants, in one question. */
    public Map<String, String> names(Collection<String> ids) {
        return ids.isEmpty() ? Map.of() : database.sql("select tenant, name from council where tenant in (:ids)").param("ids", ids).query((row, number) -> Map.entry(row.getString(1), row.getString(2))).list().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** Whether it has cases, so that its prefix stays and it cannot be removed. */
    public boolean hasCases(String id) {
        return cases.any(id);
    }

    @Override
    public Optional<String> of(String council) {
        return ReadOnce.get(Councils.class, List.of("prefix", council), () ->
                database.sql("select prefix from council where tenant = ? and prefix is not null").params(council).query(String.class).optional());
    }

    /** The procedure that a council has for a kind of complaint that was received at a moment (rule book 1.6). */
    public Optional<String> procedure(String council, String kind, LocalDateTime received) {
        return ReadOnce.get(Councils.class, List.of(council, kind, received), () -> database.sql("""
                        select p.procedure_key from council_procedure p join council c on c.id = p.council_id
                        where c.tenant = ? and p.kind = ? and p.valid_from <= ? order by p.valid_from desc fetch first row only""")
                .params(council, kind, received).query(String.class).optional());
    }

    /** The procedure that a council has for corporate complaints, which are all that come under no statutory procedure. */
    public Optional<String> corporateProcedure(String council, LocalDateTime received) {
        return procedure(council, CORPORATE, received);
    }

    /**
     * Adds a council, or brings the one that is there to what is said of it.
     *
     * @param seen the stand of the profile that was changed, so that nobody undoes what somebody else did meanwhile; none where it does not matter
     * @throws CouncilRefused with all that is wrong; nothing was changed
     */
    @Transactional
    public Kept keep(Profile wanted, @Nullable String seen) {
        // of two who add councils with one name the second finds that of the first
        turns.take(Turns.ACCOUNTS);
        var there = councils.findByTenant(wanted.id());
        var before = there.map(this::profile);
        if (before.filter(wanted.inOrder()::equals).isPresent()) {
            return Kept.UNCHANGED;
        }
        var wrong = new ArrayList<>(checks.of(wanted, before.orElse(null), all()));
        if (seen != null && before.filter(now -> !now.stand().equals(seen)).isPresent()) {
            wrong.add(0, new Wrong("", "Somebody else has changed it meanwhile; look at what it says now, and change it again."));
        }
        if (!wrong.isEmpty()) {
            throw new CouncilRefused(wrong);
        }
        write(wanted, there.orElse(null));
        return there.isPresent() ? Kept.CHANGED : Kept.ADDED;
    }

    /** The same for a tenant of an earlier version, as it is. */
    @Transactional
    void adopt(Profile known) {
        write(known, null);
    }

    private void write(Profile wanted, @Nullable Council there) {
        ReadOnce.readAgain();
        var council = there == null ? councils.save(new Council(wanted)) : there;
        council.say(wanted);
        var rows = councils.findProcedures(wanted.id());
        rows.stream().filter(row -> !wanted.procedures().contains(row.view())).forEach(entities::remove);
        // another one may begin at the same moment
        entities.flush();
        var known = rows.stream().map(CouncilProcedure::view).toList();
        wanted.procedures().stream().filter(row -> !known.contains(row)).forEach(row -> entities.persist(new CouncilProcedure(council, row)));
        tenants.keep(wanted.id(), wanted.name());
        services.keep(wanted.id(), services(wanted));
        entities.flush();
    }

    /**
     * Removes a council that was added by mistake.
     *
     * @throws CouncilRefused if there are cases of it, or people
     */
    @Transactional
    public void remove(String id) {
        // nobody comes to a council that goes
        turns.take(Turns.ACCOUNTS);
        var council = councils.findByTenant(id).orElseThrow(() -> new CouncilRefused(List.of(new Wrong("", "There is no such council."))));
        var wrong = checks.ofRemoval(profile(council), tenants.people(id), database.sql("select count(*) from yearly_answer where council = ?").param(id).query(Long.class).single() > 0);
        if (!wrong.isEmpty()) {
            throw new CouncilRefused(wrong);
        }
        councils.findProcedures(id).forEach(entities::remove);
        entities.remove(council);
        entities.flush();
        services.remove(id);
        tenants.remove(id);
    }

    private Profile profile(Council council) {
        return council.profile(servicesOf(council.tenant()), councils.findProcedures(council.tenant()).stream().map(CouncilProcedure::view).toList()).inOrder();
    }

    List<Profile.Service> servicesOf(String id) {
        return services.open(id).stream().map(service -> new Profile.Service(service.code(), service.name())).toList();
    }

    private static Map<String, String> services(Profile profile) {
        var services = new LinkedHashMap<String, String>();
        profile.services().forEach(service -> services.put(service.code(), service.name()));
        return services;
    }
}
