package org.redress.load;

import java.io.PrintStream;
import java.sql.Connection;
import java.sql.Date;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.redress.audit.MadeDatabase;
import org.redress.casefile.CaseStatus;
import org.redress.council.Councils;
import org.redress.council.Profile;
import org.redress.database.LongWork;
import org.redress.database.Postgres;
import org.redress.load.Bundle.Side;
import org.redress.load.LoadCommand.LoadRefused;
import org.redress.load.LoadCommand.Order;
import org.redress.replay.PublishedCouncils;
import org.redress.replay.TemplateCases;
import org.redress.tally.KeptRows;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;

/** Fills a database: people, template cases through the product, their rows many times over, and what the database needs to know of them. */
final class Load {
    /** So many open cases have one set of councils with their people and their Ombudsman; the first set has about twice as many as the middle one. */
    private static final int CASES_OF_A_SET = 4000;
    static final int MOST_SETS = 26;
    /** Nothing waits longer for its day. */
    private static final int LONGEST_WAIT = 26;
    private static final int STANDS_STILL_ONE_IN = 500;
    private static final Duration SAYS_EVERY = Duration.ofSeconds(10);
    private static final List<String> LEFT_OUT = List.of(
            "of open cases: the history of the engine but processes, steps and tasks; the record of changes",
            "of closed cases but one in a hundred: letters, chronology, answers, facts and everything else that is not listed, found, counted or a party, issue or deadline; the history but one row",
            "what was sent, drafts, figures of steps (tally) and openings of files: only those of the templates",
            "days inside texts: they are those of the template; copies move by whole weeks, and bank holidays of their own time are not worked out anew",
            "the chain of the record of changes, which does not lead through copies: redress audit verify refuses this database");

    private final JdbcTemplate database;
    private final DataSource source;
    private final PublishedCouncils councils;
    private final Councils profiles;
    private final TemplateCases templates;
    private final KeptRows kept;
    private final Clock clock;
    private final Order order;
    private final PrintStream out;

    Load(ApplicationContext product, Order order, PrintStream out) {
        this.database = product.getBean(JdbcTemplate.class);
        this.source = product.getBean(DataSource.class);
        this.councils = product.getBean(PublishedCouncils.class);
        this.profiles = product.getBean(Councils.class);
        this.templates = product.getBean(TemplateCases.class);
        this.kept = product.getBean(KeptRows.class);
        this.clock = product.getBean(Clock.class);
        this.order = order;
        this.out = out;
    }

    /** How many sets are usual for so many open cases. */
    static String sets(String open) {
        return open.matches("\\d{1,8}") ? String.valueOf(Math.min(MOST_SETS, 1 + Integer.parseInt(open) / CASES_OF_A_SET)) : "1";
    }

    void run() {
        refuseWhatIsNotEmpty();
        var begun = clock.instant();
        mark("being made; it was not finished");
        councils.make(order.password());
        var bundles = bundles();
        var users = database.queryForList("select distinct USER_ID_ from ACT_ID_TENANT_MEMBER where USER_ID_ is not null order by 1", String.class);
        var first = profiles.all();
        var tenants = first.stream().map(Profile::id).toList();
        int sets = order.sets() - 1;
        sets(sets, users);
        out.printf("%d template cases, %d councils and Ombudsmen, %d people; %s.%n", bundles.size(), tenants.size() * (sets + 1), users.size() * (sets + 1), took(begun));
        // they are copied with the cases
        kept.bringUpToDate();
        var copies = new Copies(bundles, order, sets, first);
        var indexes = withoutIndexes();
        multiply(bundles, new Staged.Names(tenants, users), copies);
        standStill();
        out.printf("Making %d indexes ...%n", indexes.size());
        indexed(indexes);
        out.println("Reading over what was made, for the database's plans ...");
        // what can be read from an index alone is so only where the database knows that no old rows are left, which it otherwise finds out later
        longWork("vacuum analyze");
        mark("%,d open and %,d closed cases, %s".formatted(copies.open(), copies.closed(), LocalDate.now(clock)));
        out.printf("%,d open and %,d closed cases, of which %,d with all their rows; %s; %s.%n", copies.open(), copies.closed(), copies.whole(),
                database.queryForObject("select pg_size_pretty(pg_database_size(current_database()))", String.class), took(begun));
        out.println("Everybody's password: " + order.password());
        out.println("Left out:");
        LEFT_OUT.forEach(what -> out.println("- " + what));
    }

    private void refuseWhatIsNotEmpty() {
        if (!Postgres.is(database)) {
            throw new LoadRefused("Cases are made in PostgreSQL only; say --spring.datasource.url=jdbc:postgresql:…");
        }
        if (!Integer.valueOf(0).equals(database.queryForObject("select count(*) from (select 1 from complaint fetch first 1 rows only) there", Integer.class))) {
            throw new LoadRefused("There are cases in this database. Made ones come into an empty database only, which stays marked as made.");
        }
    }

    private void mark(String what) {
        database.execute((ConnectionCallback<Void>) connection -> {
            MadeDatabase.mark(connection, what);
            return null;
        });
    }

    private List<Bundle> bundles() {
        var bundles = new ArrayList<Bundle>();
        var known = new HashSet<String>();
        out.printf("Playing up to %d template cases ...%n", order.templates());
        templates.play(order.templates(), LocalDate.now(clock), Load::marked, (title, whole) -> {
            var sides = sides(known);
            sides.forEach(side -> known.add(side.reference()));
            if (!whole) {
                out.println("Not a template, because its dates cannot be moved to today: " + title);
            } else if (!sides.isEmpty()) {
                bundles.add(new Bundle(bundles.size() + 1, sides, LONGEST_WAIT));
            }
        });
        return bundles.stream().map(bundle -> new Bundle(bundle.number(), bundle.sides(), weeks(bundle))).toList();
    }

    /** Another person, and words of its own at the beginning of the complaint. */
    private static Map<String, Object> marked(Map<String, Object> answers) {
        var marked = new HashMap<>(answers);
        marked.computeIfPresent("complainant", (key, name) -> Staged.MARKS.get("given") + " " + Staged.MARKS.get("family"));
        marked.computeIfPresent("complaintText", (key, text) -> Staged.MARKS.get("place") + " Road, " + Staged.MARKS.get("matter") + ": " + text);
        return marked;
    }

    private List<Side> sides(Set<String> known) {
        return database.query("select reference, status, received_at from complaint order by id", (row, number) -> new Side(row.getString(1), CaseStatus.valueOf(row.getString(2)).over(),
                row.getTimestamp(3).toLocalDateTime().toLocalDate())).stream().filter(side -> !known.contains(side.reference())).toList();
    }

    /** Until its first timer. */
    private int weeks(Bundle bundle) {
        var today = LocalDate.now(clock);
        var marks = String.join(", ", bundle.sides().stream().map(side -> "?").toList());
        var first = database.queryForObject("select min(j.DUEDATE_) from ACT_RU_JOB j join ACT_HI_PROCINST p on p.ID_ = j.ROOT_PROC_INST_ID_ where p.BUSINESS_KEY_ in (" + marks + ")", Date.class,
                bundle.sides().stream().map(Side::reference).toArray());
        return first == null ? LONGEST_WAIT : (int) Math.max(0, Math.min(LONGEST_WAIT, (Duration.between(today.atStartOfDay(), first.toLocalDate().atStartOfDay()).toDays() - 1) / 7));
    }

    /** As many sets of councils and people as it takes, with the services, procedures and rights of the first. */
    private void sets(int sets, List<String> users) {
        var services = profiles.all().stream().flatMap(one -> one.services().stream()).collect(Collectors.toMap(Profile.Service::code, Profile.Service::name, (one, other) -> one, TreeMap::new))
                .entrySet().stream().map(one -> new Profile.Service(one.getKey(), one.getValue())).toList();
        // each council gets copies of all templates, so it has the services of all
        profiles.all().stream().filter(one -> !one.ombudsman())
                .forEach(one -> profiles.keep(new Profile(one.id(), false, one.name(), one.prefix(), one.calendar(), one.contact(), services, one.procedures()), null));
        var first = profiles.all();
        for (int set = 1; set <= sets; set++) {
            var behind = Copies.behind(set);
            for (var one : first) {
                profiles.keep(new Profile(one.id() + behind, one.ombudsman(), one.name() + " " + set, one.prefix() == null ? null : Copies.prefix(one.prefix(), set), one.calendar(), one.contact(),
                        one.services(), one.procedures()), null);
            }
            for (var user : users) {
                var id = "'" + Copies.id(user, first.stream().map(Profile::id).toList(), set) + "'";
                copy("ACT_ID_USER", Map.of("ID_", id, "LAST_", "LAST_ || ' " + set + "'"), "ID_", user);
                copy("ACT_ID_MEMBERSHIP", Map.of("USER_ID_", id), "USER_ID_", user);
                copy("ACT_ID_TENANT_MEMBER", Map.of("ID_", "gen_random_uuid()::text", "USER_ID_", id, "TENANT_ID_", "TENANT_ID_ || '" + behind + "'"), "USER_ID_", user);
                database.update("insert into ACT_RU_AUTHORIZATION (ID_, REV_, TYPE_, USER_ID_, RESOURCE_TYPE_, RESOURCE_ID_, PERMS_) select gen_random_uuid()::text, 1, TYPE_, " + id + ", RESOURCE_TYPE_,"
                        + " case when RESOURCE_ID_ = USER_ID_ then " + id + " else RESOURCE_ID_ || ? end, PERMS_ from ACT_RU_AUTHORIZATION where USER_ID_ = ? and (RESOURCE_ID_ = ? or RESOURCE_ID_ in (select ID_ from ACT_ID_TENANT))",
                        behind, user, user);
            }
        }
    }

    private void copy(String table, Map<String, String> changed, String key, String value) {
        var columns = database.queryForList("select column_name from information_schema.columns where table_schema = current_schema() and table_name = ? order by ordinal_position", String.class,
                table.toLowerCase(Locale.ROOT));
        database.update("insert into " + table + " (" + String.join(", ", columns) + ") select "
                + String.join(", ", columns.stream().map(column -> changed.getOrDefault(column.toUpperCase(Locale.ROOT), column)).toList()) + " from " + table + " where " + key + " = ?", value);
    }

    private void multiply(List<Bundle> bundles, Staged.Names names, Copies copies) {
        var begun = clock.instant();
        var beyond = atOnce(IntStream.range(0, order.atOnce()).<Callable<Long>>mapToObj(each -> () -> work(bundles, names, copies, begun)).toList());
        move(beyond.stream().mapToLong(Long::longValue).max().orElse(0), copies.highest());
    }

    /** Does all of it on so many connections as are ordered; gives what came of each. */
    private <T> List<T> atOnce(List<Callable<T>> work) {
        var threads = Executors.newFixedThreadPool(order.atOnce());
        try {
            var done = new ArrayList<T>();
            for (var each : threads.invokeAll(work)) {
                done.add(each.get());
            }
            return done;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        } finally {
            threads.shutdown();
        }
    }

    private long work(List<Bundle> bundles, Staged.Names names, Copies copies, Instant begun) throws SQLException {
        try (var connection = source.getConnection()) {
            prepare(connection);
            var staged = new Staged(connection, bundles, names);
            var said = clock.instant();
            for (var batch = copies.next(); batch.isPresent(); batch = copies.next()) {
                staged.copy(batch.get());
                if (Duration.between(said, clock.instant()).compareTo(SAYS_EVERY) > 0) {
                    said = clock.instant();
                    out.println(copies.progress() + "; " + took(begun));
                }
            }
            connection.setAutoCommit(true);
            leave(connection);
            return staged.beyond(copies.made());
        }
    }

    /** The connection goes back to the product. */
    private static void leave(Connection connection) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute("reset all");
            statement.execute("discard temp");
        }
    }

    /** What breaks off is made anew, so nothing has to be on the disk at once. */
    private static void prepare(Connection connection) throws SQLException {
        LongWork.on(connection);
        connection.setAutoCommit(false);
        try (var statement = connection.createStatement()) {
            statement.execute("set synchronous_commit = off");
            statement.execute("set jit = off");
            if (superuser(connection)) {
                // each key of a copy is one of the same copy; LoadIT looks for any that is not
                statement.execute("set session_replication_role = replica");
            }
        }
    }

    private static boolean superuser(Connection connection) throws SQLException {
        try (var statement = connection.createStatement(); var found = statement.executeQuery("select rolsuper from pg_roles where rolname = current_user")) {
            return found.next() && found.getBoolean(1);
        }
    }

    /** Rows are written several times as fast without those that hold no promise; gives what makes them again. */
    private List<String> withoutIndexes() {
        var indexes = database.query("select i.indexrelid::regclass::text, pg_get_indexdef(i.indexrelid) from pg_index i join pg_class t on t.oid = i.indrelid"
                + " where t.relnamespace = current_schema()::regnamespace and not i.indisunique order by 1", (row, number) -> List.of(row.getString(1), row.getString(2)));
        indexes.forEach(index -> database.execute("drop index " + index.get(0)));
        return indexes.stream().map(index -> index.get(1)).toList();
    }

    private void indexed(List<String> indexes) {
        atOnce(indexes.stream().<Callable<Boolean>>map(index -> () -> indexed(index)).toList());
    }

    private boolean indexed(String index) throws SQLException {
        try (var connection = source.getConnection(); var statement = connection.createStatement()) {
            LongWork.on(connection);
            statement.execute("set maintenance_work_mem = '256MB'");
            statement.execute(index);
            statement.execute("reset maintenance_work_mem");
            return true;
        }
    }

    /** Some of what the product itself has to do has failed, as it does: the job waits for somebody who lets it run again. */
    private void standStill() {
        longWork("""
                with failed as (update ACT_RU_JOB set RETRIES_ = 0 where EXECUTION_ID_ is not null and JOB_DEF_ID_ is not null and RETRIES_ > 0 and abs(hashtext(ID_)) %% %d = 0 returning *)
                insert into ACT_RU_INCIDENT (ID_, REV_, INCIDENT_TIMESTAMP_, INCIDENT_MSG_, INCIDENT_TYPE_, EXECUTION_ID_, ACTIVITY_ID_, FAILED_ACTIVITY_ID_, PROC_INST_ID_, PROC_DEF_ID_, CAUSE_INCIDENT_ID_,
                    ROOT_CAUSE_INCIDENT_ID_, CONFIGURATION_, TENANT_ID_, JOB_DEF_ID_)
                select md5(j.ID_), 1, current_timestamp, 'Made to stand still.', 'failedJob', j.EXECUTION_ID_, d.ACT_ID_, d.ACT_ID_, j.PROCESS_INSTANCE_ID_, j.PROCESS_DEF_ID_, md5(j.ID_), md5(j.ID_), j.ID_,
                    j.TENANT_ID_, j.JOB_DEF_ID_ from failed j join ACT_RU_JOBDEF d on d.ID_ = j.JOB_DEF_ID_""".formatted(STANDS_STILL_ONE_IN));
    }

    private void longWork(String sql) {
        database.execute((ConnectionCallback<Boolean>) connection -> {
            LongWork.on(connection);
            try (var statement = connection.createStatement()) {
                return statement.execute(sql);
            }
        });
    }

    /** What comes next gets ids and numbers of its own, and the record of changes goes on behind its last entry. */
    private void move(long beyond, int highest) {
        for (var sequence : database.queryForList("select quote_ident(sequencename) from pg_sequences where schemaname = current_schema()", String.class)) {
            database.queryForObject("select setval('" + sequence + "', greatest(" + (sequence.equals("complaint_number") ? highest : beyond) + ", (select last_value from " + sequence + ")))", Long.class);
        }
        database.update("update audit_head set sequence = a.sequence, hash = a.hash from (select sequence, hash from audit order by sequence desc fetch first 1 rows only) a where audit_head.id = 1");
        database.update("update kept_rows set sequence = (select sequence from audit_head where id = 1) where id = 1");
    }

    private String took(Instant begun) {
        var took = Duration.between(begun, clock.instant());
        return "%d:%02d".formatted(took.toMinutes(), took.toSecondsPart());
    }
}
