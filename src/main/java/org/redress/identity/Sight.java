package org.redress.identity;

import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.context.annotation.Lazy;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The one place that answers: may this person read this case, and what of it? The complaints team and supervisors read all of their council, the Ombudsman's intake and
 * approvers all of theirs, its compliance the cases with actions; others read the cases in which they have or had a part. A restricted case is there for the people
 * whom it names and for nobody else, and nobody whom a complaint is about reads it. What there is for somebody, lists and counts ask in the same words (DAT-01, DAT-02).
 */
@Component
public class Sight {
    /** Who reads what, and how much: of all cases of the side, of those with actions, or of those with a part of theirs. */
    private enum Reach { ALL, WITH_ACTIONS, OWN_PART }

    private static final Set<Role> ALL_OF_THE_COUNCIL = EnumSet.of(Role.COMPLAINTS_TEAM, Role.SUPERVISORS, Role.OMBUDSMAN_INTAKE, Role.OMBUDSMAN_APPROVERS);

    private static final String RESTRICTED = """
            select k.reference from case_restriction r join complaint k on k.id = r.complaint_id where k.council = :sightCouncil
                and r.lifted_on is null and not exists (select 1 from restricted_person n where n.restriction_id = r.id and n.person = :sightPerson and n.relation = 'READS' and n.until_day is null)
            """;
    private static final String ABOUT = """
            select k.reference from restricted_person n join case_restriction r on r.id = n.restriction_id join complaint k on k.id = r.complaint_id
                where n.person = :sightPerson and n.relation = 'ABOUT' and n.until_day is null
            """;
    private static final String STAFF = "select s.reference from case_staff s where s.council = :sightCouncil and s.name in (:sightNames)";
    private static final String BARRED = "(" + String.join(" union all ", RESTRICTED, ABOUT, STAFF) + ")";
    /** Bars for one, whatever their role: a restriction that does not name them, and a complaint that is about them. One set, so that each row of a count is looked up once. */
    private static final String NOT_BARRED = " and %1$s.reference not in " + BARRED;
    /** The same of many rows: at most councils nothing is barred, which is asked once, and then no row is looked up. */
    private static final String NOT_BARRED_OF_MANY = " and (not exists " + BARRED + " or %1$s.reference not in " + BARRED + ")";
    private static final String WITH_ACTIONS = "%1$s.reference in (select k.reference from agreed_action x join complaint k on k.id = x.complaint_id where k.council = :sightCouncil)";
    private static final String OWN_PART = "%1$s.reference in (select p.reference from case_part p where p.council = :sightCouncil and p.person = :sightPerson)";
    /** Whom a restriction names has a part in the case as long as it holds. */
    private static final String NAMED = """
            %1$s.reference in (select k.reference from restricted_person n join case_restriction r on r.id = n.restriction_id join complaint k on k.id = r.complaint_id
                where k.council = :sightCouncil and n.person = :sightPerson and n.relation = 'READS' and n.until_day is null and r.lifted_on is null)
            """;
    /** What waits now for one of their groups, or for them; the card of the task says to which case it belongs. A link has the tenant of its task, and of restricted cases those that are theirs are read. */
    private static final String CANDIDATE = """
            %1$s.reference in (select v.TEXT_ from ACT_RU_IDENTITYLINK l join ACT_RU_VARIABLE v on v.TASK_ID_ = l.TASK_ID_ and v.NAME_ = 'caseReference'
                where l.TYPE_ = 'candidate' and l.TENANT_ID_ in (:sightTenants) and l.GROUP_ID_ in (:sightGroups))
            """;

    private final JdbcClient database;
    private final Reader reader;
    private final Accounts accounts;
    private final RestrictedCases restricted;

    Sight(JdbcClient database, Reader reader, @Lazy Accounts accounts, RestrictedCases restricted) {
        this.database = database;
        this.reader = reader;
        this.accounts = accounts;
        this.restricted = restricted;
    }

    /** What a case shows; which role sees which of it is {@link SightOfRoles} and a table in docs/security.md. */
    public enum Content {
        /** Reference, state, procedure, stage, service, received and closed, who has it, since and until when. */
        SUMMARY("Summary"),
        /** Who is in the matter, what they are in it, and for whom they speak. */
        PEOPLE("People"),
        /** How people are reached, what they need, and what they are kept from. */
        CONTACTS("Contact details"),
        /** The complaint and the outcome that is wanted. */
        COMPLAINT("Complaint"),
        /** Issues, what was answered to them, and the lessons. */
        ISSUES("Issues and answers"),
        DEADLINES("Deadlines"),
        /** Letters as they were sent or received. */
        LETTERS("Letters"),
        /** What is written and not sent yet, and why it came back. */
        DRAFTS("Drafts"),
        /** The Ombudsman's confidential drafts, and what was said to them (LGS-14, DAT-04). */
        CONFIDENTIAL_DRAFTS("Confidential drafts"),
        /** Agreed, recommended and promised actions. */
        ACTIONS("Actions"),
        /** Comments on a draft and what followed from them. */
        COMMENTS("Comments"),
        /** Evidence and attachments that may be shared with a party. */
        EVIDENCE("Evidence"),
        /** Evidence and attachments that are withheld, of a third party, or privileged (DAT-04). */
        WITHHELD_EVIDENCE("Withheld evidence"),
        /** The lines of the chronology. */
        CHRONOLOGY("Chronology"),
        /** What people answered in the forms, under the lines of the chronology. */
        ANSWERS("Answers in forms"),
        /** What does not fit in the record. */
        FINDINGS("Findings of the record"),
        /** Other cases to which it belongs; those that the reader may not see are not among them. */
        LINKS("Links"),
        /** Who can do what is open. */
        OPEN_WORK("Who can do what is open"),
        /** Who opened the file. */
        OPENINGS("Openings");

        private final String title;

        Content(String title) {
            this.title = title;
        }

        /** As the table in docs/security.md calls it. */
        public String title() {
            return title;
        }
    }

    /**
     * The question as a condition on rows that have the columns {@code reference} and {@code council}.
     *
     * @param condition to stand after {@code where}; names its parameters, which begin with "sight"
     * @param parameters their values
     */
    public record Rows(String condition, Map<String, Object> parameters) {
        static final Rows NONE = new Rows("1 = 0", Map.of());
    }

    /** What somebody must be allowed to read to be shown an answer to a form, beside {@link Content#ANSWERS}. */
    public static Optional<Content> needed(String form) {
        return SightOfRoles.needed(form);
    }

    /** Whether there is this case for a person, at their council. */
    public boolean sees(String person, String council, String reference) {
        return ofOmbudsman(person, council, reference).isPresent();
    }

    /** Those of some cases of their council that there are for a person, in one question. */
    public Set<String> seen(String person, String council, Collection<String> references) {
        if (references.isEmpty()) {
            return Set.of();
        }
        var rows = rows(person, council, "c", NOT_BARRED);
        return Set.copyOf(database.sql("select c.reference from complaint c where c.reference in (:wanted) and " + rows.condition())
                .param("wanted", references).params(rows.parameters()).query(String.class).list());
    }

    /** What a person may read of a case: nothing if it is not there for them. */
    public Set<Content> contents(String person, String council, String reference) {
        return ofOmbudsman(person, council, reference).map(ombudsmans -> roles(person, council).stream().flatMap(role -> SightOfRoles.of(role, ombudsmans).stream())
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(Content.class)))).orElse(EnumSet.noneOf(Content.class));
    }

    /** Whether they have a role at a council that reads cases at all. */
    public boolean readsCases(String person, String council) {
        return !roles(person, council).isEmpty();
    }

    /** Whether their role lets them read all of the council, but for what is restricted: such people see counts and figures of all. */
    public boolean seesAllOfTheCouncil(String person, String council) {
        return roles(person, council).stream().anyMatch(ALL_OF_THE_COUNCIL::contains);
    }

    /**
     * The cases that there are for a person at a council, for a question that reads many of them.
     *
     * @param tenant the council, or a restricted case of it, as the engine's tasks have it
     * @param alias of the table that has the columns {@code reference} and {@code council}
     */
    public Rows rows(String person, String tenant, String alias) {
        return rows(person, tenant, alias, NOT_BARRED_OF_MANY);
    }

    private Rows rows(String person, String tenant, String alias, String notBarred) {
        var council = RestrictedCases.council(tenant);
        var who = who(person, council);
        if (who.isEmpty()) {
            return Rows.NONE;
        }
        var reach = who.get().roles().stream().map(Sight::reach).collect(Collectors.toCollection(() -> EnumSet.noneOf(Reach.class)));
        var parameters = new HashMap<String, Object>(Map.of("sightCouncil", council, "sightPerson", person, "sightNames", who.get().names()));
        var condition = "(" + alias + ".council = :sightCouncil" + notBarred.formatted(alias);
        if (!reach.contains(Reach.ALL)) {
            parameters.put("sightGroups", who.get().groups());
            parameters.put("sightTenants", self(person) ? reader.tenants(council) : restricted.tenants(person, List.of(council)));
            var actions = reach.contains(Reach.WITH_ACTIONS) ? WITH_ACTIONS.formatted(alias) + " or " : "";
            condition += " and (" + actions + OWN_PART.formatted(alias) + " or " + NAMED.formatted(alias) + " or " + CANDIDATE.formatted(alias) + ")";
        }
        return new Rows(condition + ")", Map.copyOf(parameters));
    }

    /** The cases of a council that no role opens to a person. They are few: what lists rows of many cases leaves them out before anything else. */
    public List<String> barred(String person, String council) {
        return who(person, council).map(who -> database.sql(String.join(" union ", RESTRICTED, ABOUT, STAFF))
                .param("sightCouncil", council).param("sightPerson", person).param("sightNames", who.names()).query(String.class).list()).orElse(List.of());
    }

    private static Reach reach(Role role) {
        return ALL_OF_THE_COUNCIL.contains(role) ? Reach.ALL : role == Role.OMBUDSMAN_COMPLIANCE ? Reach.WITH_ACTIONS : Reach.OWN_PART;
    }

    /** Whether a case that there is for a person is one of an Ombudsman's. */
    private Optional<Boolean> ofOmbudsman(String person, String council, String reference) {
        var rows = rows(person, council, "c", NOT_BARRED);
        return database.sql("select c.ombudsmans from complaint c where c.reference = :wanted and " + rows.condition())
                .param("wanted", reference).params(rows.parameters()).query(Boolean.class).optional();
    }

    private Set<Role> roles(String person, String council) {
        return who(person, council).map(Who::roles).orElse(Set.of());
    }

    /** Somebody at a council who has a role that reads cases. */
    private record Who(Set<Role> roles, List<String> groups, List<String> names) {}

    private Optional<Who> who(String person, String tenant) {
        var council = RestrictedCases.council(tenant);
        boolean self = self(person);
        var account = self ? Optional.<Accounts.Account>empty() : accounts.whoever(person);
        var councils = self ? reader.councils() : account.map(Accounts.Account::councils).orElse(List.of());
        var groups = self ? reader.groups() : account.map(Accounts.Account::groups).orElse(List.of());
        var roles = readers(groups);
        return councils.contains(council) && !roles.isEmpty() ? Optional.of(new Who(roles, List.copyOf(groups), restricted.names(person))) : Optional.empty();
    }

    private boolean self(String person) {
        return reader.user().filter(person::equals).isPresent();
    }

    private static Set<Role> readers(Collection<String> groups) {
        return Stream.of(Role.values()).filter(role -> SightOfRoles.reads(role) && groups.stream().map(Services::role).anyMatch(role.group()::equals))
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(Role.class)));
    }
}
