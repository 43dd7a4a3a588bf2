package org.redress.gate;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.IdentityService;
import org.redress.engine.Engine;
import org.redress.identity.RestrictedCases;
import org.redress.identity.WorkWatch;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Lazy;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * The work of a case that is about a colleague is apart from the rest of the council's: it has a tenant of its own, as that of a restricted case has, to which everybody belongs but
 * whom the case is about. So the stock task list shows them nothing of it, not even that there is something (DAT-01).
 */
@Component
@Transactional(propagation = Propagation.MANDATORY)
public class KeptApart {
    private static final int AT_ONCE = 1000;
    private static final String ABOUT = """
            select k.reference from restricted_person n join case_restriction r on r.id = n.restriction_id join complaint k on k.id = r.complaint_id
                where n.person = :person and n.relation = 'ABOUT' and n.until_day is null
            """;

    private final NamedParameterJdbcTemplate database;
    private final RestrictedWork work;
    private final RestrictedCases restricted;
    private final IdentityService identity;
    private final Engine engine;
    private final ObjectProvider<WorkWatch> watch;

    KeptApart(NamedParameterJdbcTemplate database, RestrictedWork work, RestrictedCases restricted, @Lazy IdentityService identity, Engine engine, ObjectProvider<WorkWatch> watch) {
        this.database = database;
        this.work = work;
        this.restricted = restricted;
        this.identity = identity;
        this.engine = engine;
        this.watch = watch;
    }

    private record Case(long id, String council) {}

    /** Follows what a case says now of whom it is about; at the end of the transaction, when the engine has written what it changed. */
    public void lookAt(String reference) {
        var cases = database.query("select id, council from complaint where reference = :reference", Map.of("reference", reference),
                (found, number) -> new Case(found.getLong(1), found.getString(2)));
        cases.forEach(one -> follow(reference, one));
    }

    private void follow(String reference, Case one) {
        var before = new TreeSet<>(database.queryForList("select person from kept_from where complaint_id = :id", Map.of("id", one.id()), String.class));
        var now = about(one);
        if (before.equals(now)) {
            return;
        }
        database.update("delete from kept_from where complaint_id = :id", Map.of("id", one.id()));
        now.forEach(person -> database.update("insert into kept_from (complaint_id, council, reference, person) values (:id, :council, :reference, :person)",
                Map.of("id", one.id(), "council", one.council(), "reference", reference, "person", person)));
        if (before.isEmpty() != now.isEmpty() && !isRestricted(one)) {
            work.moveNow(reference, now.isEmpty() ? one.council() : RestrictedCases.tenant(one.council(), one.id()));
            renew();
        }
        // what whoever it is about has of it goes back to its groups
        watch.forEach(each -> each.lookAt(one.council()));
    }

    /** The same for all cases that an account may have to do with, when the engine has written the account. */
    public void lookAtPerson(String person) {
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void beforeCommit(boolean readOnly) {
                ofPerson(person).forEach(KeptApart.this::lookAt);
            }
        });
    }

    private Set<String> ofPerson(String person) {
        var references = new TreeSet<>(database.queryForList("select reference from kept_from where person = :person union " + ABOUT, Map.of("person", person), String.class));
        references.addAll(database.queryForList("select s.reference from case_staff s where s.council in (select m.TENANT_ID_ from ACT_ID_TENANT_MEMBER m where m.USER_ID_ = :person) and s.name in (:names)",
                Map.of("person", person, "names", restricted.names(person)), String.class));
        return references;
    }

    /** The same for all cases there are: in a database of an earlier version nobody has looked yet, and accounts may have been changed elsewhere. */
    public void lookAtAll() {
        var references = new TreeSet<>(database.queryForList("select reference from kept_from union select k.reference from restricted_person n join case_restriction r on r.id = n.restriction_id"
                + " join complaint k on k.id = r.complaint_id where n.relation = 'ABOUT' and n.until_day is null", Map.of(), String.class));
        for (var council : database.queryForList("select tenant from council", Map.of(), String.class)) {
            var names = colleagues(council).values().stream().flatMap(List::stream).distinct().toList();
            for (int from = 0; from < names.size(); from += AT_ONCE) {
                references.addAll(database.queryForList("select distinct reference from case_staff where council = :council and name in (:names)",
                        Map.of("council", council, "names", names.subList(from, Math.min(names.size(), from + AT_ONCE))), String.class));
            }
        }
        references.forEach(this::lookAt);
        work.joinAll();
    }

    /** Whether the work of a case is apart because the case is about somebody, restricted or not. */
    public boolean isApart(String reference) {
        return Boolean.TRUE.equals(database.queryForObject("select count(*) > 0 from kept_from where reference = :reference", Map.of("reference", reference), Boolean.class));
    }

    private boolean isRestricted(Case one) {
        return Boolean.TRUE.equals(database.queryForObject("select count(*) > 0 from case_restriction where complaint_id = :id and lifted_on is null", Map.of("id", one.id()), Boolean.class));
    }

    /** The accounts of the council that the complaint or a restriction names. */
    private Set<String> about(Case one) {
        var about = new TreeSet<>(database.queryForList("select n.person from restricted_person n join case_restriction r on r.id = n.restriction_id"
                + " where r.complaint_id = :id and n.relation = 'ABOUT' and n.until_day is null", Map.of("id", one.id()), String.class));
        var named = new HashSet<>(database.queryForList("select name from case_staff where complaint_id = :id", Map.of("id", one.id()), String.class));
        if (!named.isEmpty()) {
            colleagues(one.council()).entrySet().stream().filter(colleague -> colleague.getValue().stream().anyMatch(named::contains)).map(Map.Entry::getKey).forEach(about::add);
        }
        return about;
    }

    /** What each account of a council may be called in a complaint. */
    private Map<String, List<String>> colleagues(String council) {
        return database.query("select u.ID_, u.FIRST_, u.LAST_ from ACT_ID_USER u join ACT_ID_TENANT_MEMBER m on m.USER_ID_ = u.ID_ where m.TENANT_ID_ = :council", Map.of("council", council),
                (found, number) -> Map.entry(found.getString(1), RestrictedCases.names(found.getString(1), found.getString(2), found.getString(3)))).stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue, (first, next) -> first));
    }

    /** Whoever is signed in belongs to what has just been set apart, too. */
    private void renew() {
        engine.person().ifPresent(person -> identity.setAuthentication(person.id(), person.groups(), person.tenants().stream().filter(tenant -> !RestrictedCases.restricted(tenant)).toList()));
    }
}
