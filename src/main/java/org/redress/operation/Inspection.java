package org.redress.operation;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.redress.audit.ChainNow;
import org.redress.versions.Nodes;
import org.redress.versions.StoredVersions;

/**
 * Looks through the whole database and changes nothing: the engine against the case file against the deadlines against the record of changes, what stands still, and
 * what an upgrade left. Each question is answered by the database; what comes back is read a page at a time.
 */
final class Inspection {
    private static final int PAGE = 500;
    /** Of one kind so many are kept; all of them are counted. */
    private static final int MOST = 1000;
    /** A letter that was tried so often has been tried for an hour and a half. */
    private static final int TRIED_OFTEN = 4;
    /** A letter that has been tried, and not sent, for so long waits for something. */
    private static final Duration LONG_WAITING = Duration.ofMinutes(90);
    /** Work that is due waits a moment; after that nobody does it. */
    private static final Duration LONG_DUE = Duration.ofMinutes(15);
    private static final ZoneId LONDON = ZoneId.of("Europe/London");

    /** Cases that people work on, each with the process that is its course. */
    private static final String COURSE = "('complaint', 'service-request', 'ombudsman-case')";
    private static final String INSTANCES = "ACT_RU_EXECUTION e join ACT_RE_PROCDEF p on p.ID_ = e.PROC_DEF_ID_ ";

    private final Connection connection;
    private final Instant now;
    private final int most;
    private final Map<String, Kind> kinds = new LinkedHashMap<>();

    private Inspection(Connection connection, Instant now, int most) {
        this.connection = connection;
        this.now = now;
        this.most = most;
    }

    /**
     * What was found of one kind.
     *
     * @param said a sentence for each, or for the first thousand
     */
    record Kind(String name, String toDo, List<String> said, long number) {}

    /**
     * What stands in the database.
     *
     * @param database product and version
     * @param schema the version of our tables
     * @param engine the version of the engine's tables
     * @param left what is no fault and is to be known
     */
    record Report(String database, String schema, String engine, Instant at, Counts counts, List<String> left, List<Kind> findings) {
        boolean whole() {
            return findings.isEmpty();
        }
    }

    private interface Sentence {
        String of(ResultSet row) throws SQLException;
    }

    static Report of(Connection connection) throws SQLException {
        return of(connection, MOST);
    }

    /** The same, with as many sentences of each kind as somebody wants; all are counted. */
    static Report of(Connection connection, int most) throws SQLException {
        return new Inspection(connection, now(connection), most).report();
    }

    private Report report() throws SQLException {
        var counts = Counts.of(connection, now);
        cases();
        deadlines();
        record();
        versions();
        standsStill(counts);
        return new Report(connection.getMetaData().getDatabaseProductName() + " " + connection.getMetaData().getDatabaseProductVersion(),
                text("select \"version\" from \"flyway_schema_history\" where \"success\" and \"version\" is not null order by \"installed_rank\" desc"),
                text("select VERSION_ from ACT_GE_SCHEMA_LOG order by TIMESTAMP_ desc, ID_ desc"), now, counts, left(), List.copyOf(kinds.values()));
    }

    private void cases() throws SQLException {
        find("a case that nothing moves on", "the record says that it is open, and no process runs for it: give its reference to whoever looks after the product",
                "select c.reference, c.council from complaint c where c.status in ('OPEN', 'PAUSED')"
                        + " and not exists (select 1 from ACT_RU_EXECUTION e where e.BUSINESS_KEY_ = c.reference) order by c.id",
                row -> row.getString(1) + " (" + row.getString(2) + ") is open, and no process runs for it.");
        find("a process without a case", "it runs for a reference that the record does not have", "select e.BUSINESS_KEY_, p.KEY_ from " + INSTANCES
                        + "where e.PARENT_ID_ is null and e.BUSINESS_KEY_ is not null and p.KEY_ in " + COURSE
                        + " and not exists (select 1 from complaint c where c.reference = e.BUSINESS_KEY_) order by e.ID_",
                row -> "The process " + row.getString(2) + " runs for " + row.getString(1) + ", and there is no such case.");
        find("a case of one council with the process of another", "who sees its work is not who sees the case", "select c.reference, c.council, e.TENANT_ID_ from " + INSTANCES
                        + "join complaint c on c.reference = e.BUSINESS_KEY_ where e.PARENT_ID_ is null and p.KEY_ in " + COURSE
                        + " and e.TENANT_ID_ <> c.council and e.TENANT_ID_ not like concat(c.council, '#%') order by e.ID_",
                row -> row.getString(1) + " is a case of " + row.getString(2) + ", and its process one of " + row.getString(3) + ".");
    }

    private void deadlines() throws SQLException {
        find("a deadline that no process waits for", "nobody is told when it passes: correct the case with its process owner", """
                select d.reference, d.kind, d.stage, d.due_on from deadline d where d.state in ('OPEN', 'PAUSED') and d.process_instance_id is not null and d.variable is not null
                    and not exists (select 1 from ACT_RU_EXECUTION e where e.ID_ = d.process_instance_id) order by d.id""",
                row -> deadline(row) + " is open, and the process that it belongs to has ended.");
        find("a deadline whose process waits for another day", "run redress recount, and look again", """
                select d.reference, d.kind, d.stage, d.due_on, v.LONG_ from deadline d join ACT_RU_VARIABLE v on v.PROC_INST_ID_ = d.process_instance_id and v.NAME_ = d.variable and v.TASK_ID_ is null
                    where d.state = 'OPEN' and v.TYPE_ = 'date' and v.LONG_ is not null order by d.id""",
                row -> {
                    var waits = LocalDate.ofInstant(Instant.ofEpochMilli(row.getLong(5)), LONDON);
                    return waits.equals(row.getDate(4).toLocalDate()) ? "" : deadline(row) + ", and its process waits for " + waits + ".";
                });
    }

    private static String deadline(ResultSet row) throws SQLException {
        return row.getString(1) + ": " + row.getString(2) + " of stage " + row.getInt(3) + " is due on " + row.getDate(4).toLocalDate();
    }

    private void record() throws SQLException {
        for (var sentence : ChainNow.of(connection).wrong()) {
            add("the record of changes", "run redress audit verify", sentence);
        }
        for (var table : List.of("complaint", "deadline")) {
            find("a row that is not in the record of changes", "run redress audit verify", "select t.reference, t.id from " + table
                            + " t where not exists (select 1 from audit a where a.table_name = '" + table + "' and a.row_id = t.id) order by t.id",
                    row -> row.getString(1) + ": row " + row.getLong(2) + " of " + table + " was not written by the product.");
        }
    }

    private void versions() throws SQLException {
        for (var version : StoredVersions.all(connection)) {
            if (StoredVersions.changed(connection, version)) {
                add("a version of the models whose files are not those that were deployed", "somebody changed the database; start with the right folder, and look who",
                        "The files of " + version.title() + " have another SHA-256 than the record of changes says; %,d cases run on it.".formatted(version.cases()));
            }
        }
    }

    /** Letters that the product sends and that are not through; who they go to is not said. */
    private void letters() throws SQLException {
        find("a letter that does not go out", "is the mail server, or GOV.UK Notify, there, and is what redress.sending says right, or switched off? It is tried again by itself; the file says why not",
                "select reference, number, attempts, confirmed_at from dispatch where state = 'WAITING' and (attempts >= " + TRIED_OFTEN + " or because is not null and confirmed_at < " + ago(LONG_WAITING)
                        + " or next_at < " + ago(LONG_WAITING) + ") order by confirmed_at, id",
                row -> "%s: dispatch %d, confirmed on %s, was tried %d times.".formatted(row.getString(1), row.getInt(2), moment(row.getTimestamp(4)), row.getInt(3)));
        find("a letter that may have gone out", "a person of the council says whether it did, in the task \"See to letter\"",
                "select reference, number, confirmed_at from dispatch where state = 'MAY_HAVE_GONE_OUT' order by confirmed_at, id",
                row -> "%s: dispatch %d, confirmed on %s.".formatted(row.getString(1), row.getInt(2), moment(row.getTimestamp(3))));
        find("a letter that went out and whose step is not done", "a person of the council does the step by hand; the task \"See to letter\" says why",
                "select reference, number, confirmed_at from dispatch where state in ('ACCEPTED', 'DELIVERED') and recorded and because is not null order by confirmed_at, id",
                row -> "%s: dispatch %d, confirmed on %s.".formatted(row.getString(1), row.getInt(2), moment(row.getTimestamp(3))));
    }

    private void notDone() throws SQLException {
        find("a letter that went out and whose step nobody has done yet", "is a server running, and does its log say why not? After an hour of faults a person has the task \"See to letter\"",
                "select d.reference, d.number, d.accepted_at from dispatch d where d.state in ('ACCEPTED', 'DELIVERED') and not d.recorded and d.accepted_at < " + ago(LONG_DUE)
                        + " and not exists (select 1 from dispatch o where o.task = d.task and o.state not in ('ACCEPTED', 'DELIVERED', 'CALLED_OFF')) order by d.accepted_at, d.id",
                row -> "%s: dispatch %d, accepted on %s.".formatted(row.getString(1), row.getInt(2), moment(row.getTimestamp(3))));
    }

    /** A moment before now, as the rows have it. */
    private String ago(Duration time) {
        return "timestamp '" + Timestamp.valueOf(LocalDateTime.ofInstant(now.minus(time), LONDON)) + "'";
    }

    private void standsStill(Counts counts) throws SQLException {
        find("a step that failed as often as it is tried", "a supervisor lets it run again from the board in Cockpit, when its cause is gone", """
                select i.INCIDENT_TIMESTAMP_, i.ACTIVITY_ID_, p.KEY_, root.BUSINESS_KEY_ from ACT_RU_INCIDENT i left join ACT_RE_PROCDEF p on p.ID_ = i.PROC_DEF_ID_
                    left join ACT_RU_EXECUTION e on e.ID_ = i.PROC_INST_ID_ left join ACT_RU_EXECUTION root on root.ID_ = e.ROOT_PROC_INST_ID_
                    where i.ID_ = i.CAUSE_INCIDENT_ID_ order by i.INCIDENT_TIMESTAMP_, i.ID_""",
                row -> (row.getString(4) == null ? "" : row.getString(4) + ": ") + row.getString(2) + " of " + row.getString(3) + " stands still since " + moment(row.getTimestamp(1)) + ".");
        letters();
        notDone();
        if (counts.jobs().oldest().compareTo(LONG_DUE) > 0) {
            add("work that is due and that nobody does", "is a server running, and does its log say why not? Two servers with one clock each: are they right?",
                    "%,d jobs are due, the oldest for %,d minutes.".formatted(counts.jobs().due(), counts.jobs().oldest().toMinutes()));
        }
        StoredVersions.nodes(connection).difference().filter(Nodes.Difference::lasting)
                .ifPresent(difference -> add("nodes with different models", "give all of them the same folder, and restart those that have another", difference.sentence()));
        if (counts.jobs().abandoned() > 0) {
            add("work that a node took and did not end", "another node takes it over by itself; if the number stays, look at the log", "%,d jobs.".formatted(counts.jobs().abandoned()));
        }
        find("a task that nobody can do", "its supervisors give it to somebody, or somebody gets the role", """
                select t.NAME_, e.BUSINESS_KEY_, t.TENANT_ID_, t.ASSIGNEE_, (select min(l.GROUP_ID_) from ACT_RU_IDENTITYLINK l where l.TASK_ID_ = t.ID_ and l.TYPE_ = 'candidate')
                    from ACT_RU_TASK t left join ACT_RU_EXECUTION x on x.ID_ = t.PROC_INST_ID_ left join ACT_RU_EXECUTION e on e.ID_ = x.ROOT_PROC_INST_ID_
                    where t.ASSIGNEE_ is null and not exists (select 1 from ACT_RU_IDENTITYLINK l left join ACT_ID_MEMBERSHIP m on m.GROUP_ID_ = l.GROUP_ID_
                            left join ACT_ID_TENANT_MEMBER c on c.USER_ID_ = m.USER_ID_
                            where l.TASK_ID_ = t.ID_ and l.TYPE_ = 'candidate' and (l.USER_ID_ is not null or m.USER_ID_ is not null and (t.TENANT_ID_ is null or c.TENANT_ID_ = t.TENANT_ID_)))
                        or t.ASSIGNEE_ is not null and not exists (select 1 from ACT_ID_USER u where u.ID_ = t.ASSIGNEE_) order by t.ID_""",
                row -> (row.getString(2) == null ? row.getString(3) : row.getString(2)) + ": " + row.getString(1) + nobody(row.getString(4), row.getString(5), row.getString(3)));
        find("nobody administers", "start once with redress.admin.id and redress.admin.password", "select 1 where not exists (select 1 from ACT_ID_MEMBERSHIP where GROUP_ID_ = 'camunda-admin')",
                row -> "There is no administrator.");
        find("an upgrade that did not come to its end", "restore the backup from before it", "select \"version\", \"description\" from \"flyway_schema_history\" where not \"success\"",
                row -> "Step " + row.getString(1) + " (" + row.getString(2) + ") failed.");
        find("work of an upgrade that is not done", "start the server; it does it before anybody is let in", "select name from done_once where done = false and name <> 'demonstration'",
                row -> row.getString(1) + " is not done.");
    }

    private static String nobody(@Nullable String assignee, @Nullable String group, @Nullable String council) {
        if (assignee != null) {
            return " is with an account that there is not.";
        }
        return group == null ? " is for no group." : " is for " + group + ", in which nobody works for " + council + ".";
    }

    /** What is no fault. */
    private List<String> left() throws SQLException {
        var left = new ArrayList<String>();
        for (var version : StoredVersions.all(connection)) {
            if (version.newest()) {
                left.add("New cases begin with %s of the models; %,d cases run on it.".formatted(version.title(), version.cases()));
            } else if (version.cases() > 0) {
                left.add("%,d cases go on with %s.".formatted(version.cases(), version.title()));
            }
        }
        StoredVersions.nodes(connection).difference().filter(difference -> !difference.lasting()).ifPresent(difference -> left.add(difference.sentence()));
        each("select calendar_version, count(*) from deadline where state in ('OPEN', 'PAUSED') group by calendar_version order by count(*) desc",
                row -> left.add("%,d open deadlines were counted with the bank holidays %s.".formatted(row.getLong(2), row.getString(1))));
        ChainNow.of(connection).milestones().forEach(left::add);
        return left;
    }

    private interface Row {
        void read(ResultSet row) throws SQLException;
    }

    private void each(String query, Row each) throws SQLException {
        try (var statement = connection.prepareStatement(query)) {
            statement.setFetchSize(PAGE);
            try (var found = statement.executeQuery()) {
                while (found.next()) {
                    each.read(found);
                }
            }
        }
    }

    /** An empty sentence is no finding. */
    private void find(String kind, String toDo, String query, Sentence sentence) throws SQLException {
        each(query, row -> {
            var said = sentence.of(row);
            if (!said.isEmpty()) {
                add(kind, toDo, said);
            }
        });
    }

    private void add(String name, String toDo, String sentence) {
        var known = kinds.getOrDefault(name, new Kind(name, toDo, new ArrayList<>(), 0));
        if (known.number() < most) {
            known.said().add(sentence);
        }
        kinds.put(name, new Kind(name, toDo, known.said(), known.number() + 1));
    }

    private String text(String query) throws SQLException {
        var found = new ArrayList<String>();
        each(query, row -> found.add(String.valueOf(row.getString(1))));
        return found.isEmpty() ? "unknown" : found.get(0);
    }

    private static String moment(Timestamp at) {
        return at.toInstant().atZone(LONDON).toLocalDateTime().withNano(0).toString().replace('T', ' ');
    }

    private static Instant now(Connection connection) throws SQLException {
        try (var statement = connection.createStatement(); var found = statement.executeQuery("select current_timestamp")) {
            found.next();
            return found.getObject(1, OffsetDateTime.class).toInstant();
        }
    }
}
