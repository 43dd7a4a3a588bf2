package org.redress.identity;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.redress.casefile.CaseDoor;
import org.redress.casefile.Words;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Component;

/**
 * Restricted cases in the engine: their work has a tenant of its own, "kent#1234" for the case with that id, to which only the people belong whom the restriction names. So
 * the engine itself shows tasks, instances, timers and counts of them to nobody else, in whatever app, and offers them to nobody else. The work of a case that is about a
 * colleague and is not restricted has such a tenant too, to which everybody of the council belongs but them.
 */
@Component
public class RestrictedCases implements CaseDoor {
    /** No council's id has this sign. */
    private static final String SIGN = "#";
    /** So many signs of a name at least are compared: "Mr X" is nobody. */
    private static final int SHORTEST_NAME = 5;

    private static final String NAMED = """
            select distinct %s from restricted_person n join case_restriction r on r.id = n.restriction_id
                join complaint k on k.id = r.complaint_id where n.person = :person and n.relation = 'READS' and n.until_day is null and r.lifted_on is null and k.council in (:councils)
            union select %s from kept_from f where f.council in (:councils)
                and not exists (select 1 from case_restriction r where r.complaint_id = f.complaint_id and r.lifted_on is null)
                and not exists (select 1 from kept_from own where own.complaint_id = f.complaint_id and own.person = :person)
                and exists (select 1 from ACT_RU_EXECUTION e where e.BUSINESS_KEY_ = f.reference)
            """.formatted(tenantInSql("k.council", "k.id"), tenantInSql("f.council", "f.complaint_id"));
    /** One of these, whether or not the engine has written yet that it has work. */
    private static final String LETS = """
            select count(*) from complaint k where k.id = :id and k.council = :council and (
                exists (select 1 from restricted_person n join case_restriction r on r.id = n.restriction_id where r.complaint_id = k.id and r.lifted_on is null
                    and n.person = :person and n.relation = 'READS' and n.until_day is null)
                or exists (select 1 from kept_from f where f.complaint_id = k.id)
                    and not exists (select 1 from case_restriction r where r.complaint_id = k.id and r.lifted_on is null)
                    and not exists (select 1 from kept_from own where own.complaint_id = k.id and own.person = :person))
            """;
    /** The cases whose work has a tenant of its own. */
    private static final String APART = """
            select k.id, k.council, k.reference from complaint k where exists (select 1 from case_restriction r where r.complaint_id = k.id and r.lifted_on is null)
                or exists (select 1 from kept_from f where f.complaint_id = k.id)
            """;
    /** Cases some of whose work is not in the tenant in which it begins now. */
    private static final String MISPLACED = "select distinct k.reference, k.council, a.id from ACT_RU_EXECUTION e join complaint k on k.reference = e.BUSINESS_KEY_ left join (" + APART
            + ") a on a.id = k.id where e.TENANT_ID_ <> case when a.id is null then k.council else " + tenantInSql("k.council", "k.id") + " end";
    private static final String BARRED = """
            select count(*) from complaint k where k.reference = :reference and (
                exists (select 1 from case_restriction r where r.complaint_id = k.id and r.lifted_on is null
                    and not exists (select 1 from restricted_person n where n.restriction_id = r.id and n.person = :person and n.relation = 'READS' and n.until_day is null))
                or exists (select 1 from case_restriction r join restricted_person n on n.restriction_id = r.id where r.complaint_id = k.id and n.person = :person
                    and n.relation = 'ABOUT' and n.until_day is null)
                or exists (select 1 from case_staff s where s.complaint_id = k.id and s.name in (:names)))
            """;
    private static final String ABOUT = """
            select k.reference from case_restriction r join complaint k on k.id = r.complaint_id join restricted_person n on n.restriction_id = r.id
                where n.person = :person and n.relation = 'ABOUT' and n.until_day is null
            union select s.reference from case_staff s where s.council = :council and s.name in (:names)
            """;
    private static final String KEEPS_SOMEBODY_OUT = """
            select count(*) from complaint k where k.reference = :reference and (exists (select 1 from case_restriction r where r.complaint_id = k.id)
                or exists (select 1 from case_staff s where s.complaint_id = k.id))
            """;
    /** What a row says that comes with an account if the case keeps somebody out. */
    static final String KEPT = "kept";
    /** The same question as one more row of the one about an account. */
    static final String KEEPS_OUT_AT_ONCE = """
            union all select '', '%s', null, null, null, false from complaint k where k.reference = :reference and (exists (select 1 from case_restriction r where r.complaint_id = k.id)
                or exists (select 1 from case_staff s where s.complaint_id = k.id))
            """.formatted(KEPT);
    private static final String STAFF = "select count(*) from case_staff s where s.reference = :reference and s.name in (:names)";

    private final JdbcClient database;
    private final Reader reader;

    RestrictedCases(JdbcClient database, Reader reader) {
        this.database = database;
        this.reader = reader;
    }

    /** The council of a tenant of the engine, also of that of a restricted case. */
    public static String council(String tenant) {
        int sign = tenant.indexOf(SIGN);
        return sign < 0 ? tenant : tenant.substring(0, sign);
    }

    /** Whether a tenant is that of a restricted case. */
    public static boolean restricted(String tenant) {
        return tenant.contains(SIGN);
    }

    /** The tenant of a restricted case of a council. */
    public static String tenant(String council, long caseId) {
        return council + SIGN + caseId;
    }

    private static String tenantInSql(String council, String caseId) {
        return "concat(concat(" + council + ", '" + SIGN + "'), cast(" + caseId + " as varchar(20)))";
    }

    /** The tenants of a person: their councils, the restricted cases of these that name them, and the cases of these that are about others. */
    public List<String> tenants(String person, List<String> councils) {
        return councils.isEmpty() ? councils : Stream.concat(councils.stream(), database.sql(NAMED).param("person", person).param("councils", councils).query(String.class).list().stream()).toList();
    }

    /** The tenants of the cases of a council that are restricted, or about somebody, and have work. */
    public List<String> all(String council) {
        return database.sql("select a.id from (" + APART + ") a where a.council = :council and exists (select 1 from ACT_RU_EXECUTION e where e.BUSINESS_KEY_ = a.reference) order by a.id")
                .param("council", council).query(Long.class).list().stream().map(id -> tenant(council, id)).toList();
    }

    /** The tenant for new work of a case: that of its council, or its own. */
    String tenantOf(String council, String reference) {
        return database.sql("select a.id from (" + APART + ") a where a.reference = :reference")
                .param("reference", reference).query(Long.class).optional().map(id -> tenant(council, id)).orElse(council);
    }

    /** By their references, cases some of whose work is not in the tenant in which it begins now, with that tenant. */
    public Map<String, String> misplaced() {
        return misplaced(database.sql(MISPLACED));
    }

    /** The same of one case. */
    public Map<String, String> misplaced(String reference) {
        return misplaced(database.sql(MISPLACED + " and k.reference = :reference").param("reference", reference));
    }

    private static Map<String, String> misplaced(StatementSpec asked) {
        return asked.query((found, number) -> Map.entry(found.getString(1), found.getObject(3) == null ? found.getString(2) : tenant(found.getString(2), found.getLong(3)))).list().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** Whether a person may have work of this tenant, if it is that of one case. */
    boolean lets(String tenant, String person) {
        return !restricted(tenant) || database.sql(LETS).param("id", Long.valueOf(tenant.substring(tenant.indexOf(SIGN) + 1))).param("council", council(tenant)).param("person", person)
                .query(Long.class).single() > 0;
    }

    /** Whether a person is kept from a case, whatever their role. */
    boolean bars(String person, String reference) {
        return database.sql(BARRED).param("reference", reference).param("person", person).param("names", names(person)).query(Long.class).single() > 0;
    }

    /** The cases of a council that are about a person, restricted or not: those of whom a restriction says so, and those whose complaint names them. */
    Set<String> about(String person, String council) {
        return Set.copyOf(database.sql(ABOUT).param("person", person).param("council", council).param("names", names(person)).query(String.class).list());
    }

    /** Whether there may be somebody who has the role for work of a case and is kept from it. */
    boolean keepsSomebodyOut(String reference) {
        return database.sql(KEEPS_SOMEBODY_OUT).param("reference", reference).query(Long.class).single() > 0;
    }

    /** Whether the complaint names a person among the staff of whom it complains. */
    public boolean complainsOf(String person, String reference) {
        return database.sql(STAFF).param("reference", reference).param("names", names(person)).query(Long.class).single() > 0;
    }

    /** What a complaint may call a member of staff: their id or their name. */
    public List<String> names(String person) {
        return database.sql("select FIRST_, LAST_ from ACT_ID_USER where ID_ = ?").param(person)
                .query((found, number) -> names(person, found.getString(1), found.getString(2))).optional().orElseGet(() -> names(person, null, null));
    }

    /** The same of an account with this name. */
    public static List<String> names(String person, @Nullable String first, @Nullable String last) {
        return Stream.concat(Stream.of(Words.sorted(person)), Stream.of(Words.sorted(or(first) + " " + or(last))).filter(known -> known.length() >= SHORTEST_NAME)).toList();
    }

    private static String or(@Nullable String text) {
        return text == null ? "" : text;
    }

    @Override
    public boolean shut(String council, String reference) {
        return reader.user().filter(person -> reader.councils().contains(council)).filter(person -> bars(person, reference)).isPresent();
    }

    /** The id of the account at a council that has this id or this name, if there is one and no other. */
    public Optional<String> account(String council, String idOrName) {
        var all = database.sql("select u.ID_, concat(concat(u.FIRST_, ' '), u.LAST_) as name from ACT_ID_USER u join ACT_ID_TENANT_MEMBER m on m.USER_ID_ = u.ID_ where m.TENANT_ID_ = :council order by u.ID_")
                .param("council", council).query((found, number) -> new Authority.Person(found.getString(1), String.valueOf(found.getString(2)))).list();
        var wanted = idOrName.strip();
        var named = all.stream().filter(one -> one.name().strip().equalsIgnoreCase(wanted)).map(Authority.Person::id).toList();
        return all.stream().map(Authority.Person::id).filter(wanted::equals).findFirst().or(() -> named.size() == 1 ? Optional.of(named.get(0)) : Optional.empty());
    }
}
