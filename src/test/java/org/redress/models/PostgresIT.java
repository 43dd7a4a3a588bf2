package org.redress.models;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.InstanceOfAssertFactories.STRING;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.TaskService;
import org.junit.jupiter.api.Test;
import org.redress.Redress;
import org.redress.calendar.WorkingCalendar;
import org.redress.board.Due;
import org.redress.board.FinishedCases;
import org.redress.board.OpenDeadlines;
import org.redress.board.OpenTasks;
import org.redress.board.StepFigures;
import org.redress.board.Stuck;
import org.redress.board.Watch;
import org.redress.casefile.CaseFiles;
import org.redress.casefile.CaseStatus;
import org.redress.casefile.CasesByWords;
import org.redress.casefile.Happening;
import org.redress.deadline.LateRecords;
import org.redress.deadline.OwnDeadlines;
import org.redress.deadline.RecordedAfterwards;
import org.redress.deadline.RecountCommand;
import org.redress.feed.Feeds;
import org.redress.figures.FiguresOf;
import org.redress.find.CaseSearch;
import org.redress.find.FoundCase;
import org.redress.find.Wanted;
import org.redress.handover.ListedWork;
import org.redress.handover.ListedWork.Listed;
import org.redress.identity.BeforeTraffic;
import org.redress.identity.Sight;
import org.redress.notices.NoticeKind;
import org.redress.notices.Notices;
import org.redress.notices.When;
import org.redress.replay.PublishedCouncils;
import org.redress.replay.Replay;
import org.redress.replay.SimulatedTime;
import org.redress.tally.Tally;
import org.redress.testing.Answers;
import org.redress.testing.Casework;
import org.redress.testing.Office;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.session.FindByIndexNameSessionRepository;
import org.springframework.session.Session;
import org.springframework.session.jdbc.JdbcIndexedSessionRepository;
import org.springframework.test.util.ReflectionTestUtils;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The product on PostgreSQL: a published case from end to end, a restart in the middle of another, what was recorded late, and a recount in between. */
class PostgresIT {
    private static final LocalDate MON_2026_06_01 = LocalDate.of(2026, 6, 1);
    private static final LocalDate MON_2026_06_08 = LocalDate.of(2026, 6, 8);
    private static final LocalDate FRI_2026_06_12 = LocalDate.of(2026, 6, 12);
    private static final LocalDate TUE_2026_06_16 = LocalDate.of(2026, 6, 16);
    private static final LocalDate MON_2026_06_22 = LocalDate.of(2026, 6, 22);
    private static final int THREADS = 3;
    private static final String SAME_MARK_AS_KENT = "council-51997933";
    private static final String TEXT = "=1+1 <b>é</b> 😀\r\nsecond line ".repeat(500);

    @Test
    void playsACaseAndGoesOnWithAnotherAfterARestart() throws Exception {
        try (var postgres = EmbeddedPostgres.builder().setRegisterShutdownHook(false).start()) {
            String reference;
            String counted;
            try (var product = start(postgres)) {
                var script = ReflectionTestUtils.invokeMethod(Class.forName("org.redress.replay.CaseScripts"), "find", "19 010 314");
                var timeline = ReflectionTestUtils.invokeMethod(product.getBean(Replay.class), "play", script);
                assertThat((Boolean) ReflectionTestUtils.invokeMethod(timeline, "asExpected")).isTrue();
                countsFigures(product);
                product.getBean(Office.class).on(MON_2026_06_01);
                reference = product.getBean(Casework.class).acknowledged("kent", Map.of("complaintText", TEXT, "receivedTime", "09:15"));
                counted = product.getBean(Casework.class).accepted("kent");
                listsWhatWasRecordedLate(product);
                answersTheBoard(product);
                keepsCasesFromWhomTheyAreNotFor(product);
                findsWordsAsTheyAreKept(product);
                comparesWithTheNewestAndWithItsOwn(product);
                startsBesideWhoeverWrites(product);
                keepsSessions(product);
                keepsWhatPeopleAreToldOf(product);
                product.getBean(SimulatedTime.class).end();
            }
            recountsWithAnotherHoliday(postgres, counted);
            try (var product = start(postgres, "--redress.recount.at-start=false")) {
                product.getBean(Office.class).on(MON_2026_06_01);
                assertThat(product.getBean(Office.class).deadline(counted, "response").dueOn()).isEqualTo(TUE_2026_06_16);
                var cases = product.getBean(CaseFiles.class);
                assertThat(product.getBean(RepositoryService.class).createDeploymentQuery().count()).isEqualTo(1);
                assertThat(cases.get(reference).complainedOf()).isEqualTo(TEXT);
                assertThat(cases.get(reference).receivedAt()).isEqualTo(LocalDateTime.of(2026, 6, 1, 9, 15));

                product.getBean(Office.class).complete(reference, "Assess complaint", Answers.accept(MON_2026_06_01, Map.of()));

                assertThat(cases.chronology(reference)).extracting(Happening::what).contains("Complaint received", "Acknowledge complaint", "Assess complaint");
                assertThat(product.getBean(Office.class).openTasks(reference)).containsExactly("Decide who answers");
                makesOneCaseOfOneFormAtTheSameMoment(product.getBean(Office.class), cases);
                product.getBean(SimulatedTime.class).end();
            }
        }
    }

    private static void countsFigures(ConfigurableApplicationContext product) {
        var own = product.getBean(CaseFiles.class).all().stream().filter(file -> file.council().equals("kent")).findFirst().orElseThrow().reference();

        assertThat(FiguresOf.lines(product, "kent-supervisor", "kent", own)).contains("answered 1:in-time 2019-09-09", "decisions UPHELD 2020-07-10").anyMatch(line -> line.startsWith("compliance satisfied "));
        assertThat(FiguresOf.lines(product, "ombudsman-supervisor", "ombudsman", "19 010 314")).contains("decisions UPHELD 2020-07-10");
    }

    /** What people chose to be told of, what waits to be sent, and their own deadlines for a calendar. */
    private static void keepsWhatPeopleAreToldOf(ConfigurableApplicationContext product) {
        var notices = product.getBean(Notices.class);
        notices.choose("kent-officer", Map.of(NoticeKind.OVERDUE, When.DIGEST));
        notices.choose("kent-officer", Map.of(NoticeKind.LETTER, When.AT_ONCE));
        assertThat(notices.of("kent-officer").when()).containsEntry(NoticeKind.OVERDUE, When.DIGEST).containsEntry(NoticeKind.LETTER, When.AT_ONCE).containsEntry(NoticeKind.ASSIGNED, When.NEVER);

        var outbox = product.getBean("outbox");
        for (int i = 0; i < 2; i++) {
            ReflectionTestUtils.invokeMethod(outbox, "ofTask", NoticeKind.OVERDUE, "kent-officer", When.AT_ONCE, "a-task", MON_2026_06_01);
        }
        var due = ReflectionTestUtils.<List<?>>invokeMethod(outbox, "due", 5);
        assertThat(due).hasSize(1);
        var later = LocalDateTime.of(2026, 6, 30, 9, 0);
        assertThat(ReflectionTestUtils.<Boolean>invokeMethod(outbox, "take", due.get(0), later)).isTrue();
        assertThat(ReflectionTestUtils.<Boolean>invokeMethod(outbox, "take", due.get(0), later)).as("taken already").isFalse();
        ReflectionTestUtils.invokeMethod(outbox, "giveUp", due.get(0), "Nobody was there.");
        ReflectionTestUtils.invokeMethod(outbox, "tidy");
        assertThat(notices.givenUp("kent")).extracting(Notices.GivenUp::person).containsExactly("kent-officer");
        assertThat(notices.givenUp("leicestershire")).isEmpty();

        var mine = product.getBean(Office.class).receive("kent", Map.of());
        product.getBean(TaskService.class).setAssignee(product.getBean(Office.class).task(mine, "Acknowledge complaint").getId(), "kent-officer");
        assertThat(product.getBean(OwnDeadlines.class).of("kent-officer", "kent", List.of("waste"), 10)).extracting(OwnDeadlines.Owed::reference).containsExactly(mine);
        var feeds = product.getBean(Feeds.class);
        feeds.make("kent-officer", MON_2026_06_22);
        feeds.revoke(feeds.of("kent-officer").get(0).id(), "kent-officer");
        assertThat(feeds.of("kent-officer")).isEmpty();
    }

    /** A session in its tables, which goes with the password of its owner, and what has expired. */
    private static void keepsSessions(ConfigurableApplicationContext product) {
        var database = product.getBean(JdbcTemplate.class);
        var rows = new JdbcIndexedSessionRepository(database, new TransactionTemplate(product.getBean(PlatformTransactionManager.class)));
        begin(rows, Duration.ofMinutes(30));
        begin(rows, Duration.ZERO);
        assertThat(rows.findByPrincipalName("kent-officer")).hasSize(2);

        rows.cleanUpExpiredSessions();
        assertThat(rows.findByPrincipalName("kent-officer")).hasSize(1);

        product.getBean(Office.class).signOut();
        var identity = product.getBean(IdentityService.class);
        var officer = identity.createUserQuery().userId("kent-officer").singleResult();
        officer.setPassword(Office.PASSWORD);
        identity.saveUser(officer);
        assertThat(database.queryForObject("select count(*) from spring_session_attributes", Integer.class)).isZero();
    }

    private static <S extends Session> void begin(FindByIndexNameSessionRepository<S> rows, Duration lasting) {
        var session = rows.createSession();
        session.setAttribute(FindByIndexNameSessionRepository.PRINCIPAL_NAME_INDEX_NAME, "kent-officer");
        session.setMaxInactiveInterval(lasting);
        session.setLastAccessedTime(session.getCreationTime().minusSeconds(1));
        rows.save(session);
    }

    /** Each of the three kinds: done, extended and paused in time, and recorded when the day had passed. */
    private static void listsWhatWasRecordedLate(ConfigurableApplicationContext product) {
        var office = product.getBean(Office.class);
        office.on(MON_2026_06_01);
        var done = office.receive("kent", Map.of());
        var extended = product.getBean(Casework.class).accepted("kent");
        var paused = product.getBean(Casework.class).accepted("kent");
        office.on(TUE_2026_06_16);
        var friday = Map.<String, Object>of("happenedOn", FRI_2026_06_12.toString());
        office.complete(done, "Acknowledge complaint", Answers.acknowledge(MON_2026_06_08));
        office.event(extended, "extension", Answers.with(Answers.extension(MON_2026_06_22), friday));
        office.event(paused, "proceedings-started", Answers.with(Answers.prejudice(), friday));

        assertThat(product.getBean(LateRecords.class).of("kent", 20)).extracting(RecordedAfterwards::reference, RecordedAfterwards::what, RecordedAfterwards::happenedOn, RecordedAfterwards::recordedBy)
                .contains(tuple(done, "done", MON_2026_06_08, "kent-officer"), tuple(extended, "extended", FRI_2026_06_12, "kent-officer"),
                        tuple(paused, "paused", FRI_2026_06_12, "kent-officer"));
        assertThat(product.getBean(LateRecords.class).of("leicestershire", 20)).isEmpty();
    }

    /** Every question of the board, narrowed in every way; the figures say the same when they are folded. */
    private static void answersTheBoard(ConfigurableApplicationContext product) {
        product.getBean(Office.class).as("kent-supervisor");
        var deadlines = product.getBean(OpenDeadlines.class);
        var tasks = product.getBean(OpenTasks.class);
        var finished = product.getBean(FinishedCases.class);

        assertThat(deadlines.counts("kent").kinds()).isNotEmpty();
        assertThat(Stream.of(Due.values()).flatMap(due -> deadlines.first("kent", new OpenDeadlines.Which(due, "", "", 1, "response"), 20).stream())).isNotNull();
        assertThat(deadlines.list("kent", new OpenDeadlines.Which(null, null, null, null, null), 0).rows()).isNotEmpty();
        assertThat(deadlines.kept("kent")).isNotEmpty();
        assertThat(tasks.loads("kent")).isNotEmpty();
        assertThat(Stream.of(Due.values()).flatMap(due -> tasks.first("kent", new OpenTasks.Which(due, null, null), 20).stream())).isNotEmpty();
        assertThat(tasks.list("kent", new OpenTasks.Which(null, "", "KENT-2026-00001"), 0).page()).isZero();
        assertThat(finished.list("kent", new FinishedCases.Which(null, null, null, null, null), 0).rows()).isNotEmpty();
        assertThat(finished.first("kent", new FinishedCases.Which("", CaseStatus.RESOLVED, MON_2026_06_01, MON_2026_06_22, "acknowledgement"), 20)).isEmpty();
        var acknowledgement = product.getBean(RepositoryService.class).createProcessDefinitionQuery().processDefinitionKey("acknowledgement").latestVersion().singleResult().getId();
        var before = product.getBean(StepFigures.class).of(acknowledgement);
        assertThat(before.orElseThrow().steps()).isNotEmpty();

        Integer folded = new TransactionTemplate(product.getBean(PlatformTransactionManager.class))
                .execute(status -> ReflectionTestUtils.<Integer>invokeMethod(product.getBean(Tally.class), "fold"));

        assertThat(folded).isPositive();
        assertThat(product.getBean(StepFigures.class).of(acknowledgement)).isEqualTo(before);
        product.getBean(Office.class).signOut();
    }

    /** A restricted case and one about a colleague, in lists, counts, search, the board and the list of stuck work, until the restriction is lifted. */
    private static void keepsCasesFromWhomTheyAreNotFor(ConfigurableApplicationContext product) {
        var office = product.getBean(Office.class);
        var only = office.hires("kent", "only-reader", "complaints-team");
        var restricted = office.receive("kent", Map.of("complaintText", "A manager shouted at me on the petunia path."));
        var about = office.receive("kent", Map.of("otherPeople", "kent-supervisor-two – officer"));
        office.as("kent-supervisor");
        office.start("case-restriction", Map.of("caseReference", restricted, "restriction", "restrict", "reason", "It is about a colleague.", "readers", only, "about", "kent-manager"));

        assertThat(shown(product, "kent-supervisor", restricted)).containsExactly(1L, 1L, 1L, 1L);
        assertThat(shown(product, only, restricted)).containsExactly(1L, 1L, 1L, 0L);
        assertThat(shown(product, "kent-supervisor-two", restricted)).containsOnly(0L);
        assertThat(shown(product, "kent-supervisor-two", about)).containsOnly(0L);
        assertThat(shown(product, "kent-supervisor", about)).containsExactly(1L, 1L, 1L, 1L);
        assertThat(product.getBean(Sight.class).barred("kent-supervisor-two", "kent")).containsExactlyInAnyOrder(restricted, about);

        product.getBean(IdentityService.class).deleteMembership(only, "complaints-team");
        office.as("kent-supervisor");
        assertThat(product.getBean(Stuck.class).of("kent")).flatExtracting(Listed::lines).extracting(ListedWork.Line::reference).containsExactly(restricted);
        office.start("case-restriction", Map.of("caseReference", restricted, "restriction", "lift", "reason", "It is settled."));
        assertThat(product.getBean(Stuck.class).of("kent")).isEmpty();
        assertThat(shown(product, "kent-supervisor-two", restricted)).containsExactly(1L, 1L, 1L, 1L);
        assertThat(shown(product, "kent-manager", restricted)).containsOnly(0L);
    }

    /** Words go the same way into the index and into a question; what no index takes is in neither. */
    private static void findsWordsAsTheyAreKept(ConfigurableApplicationContext product) {
        var office = product.getBean(Office.class);
        var text = "Gooseberries were sold on 2days of 3weeks, said " + "q".repeat(2100) + " of them.";
        var first = office.receive("kent", Map.of("complaintText", text));
        var second = office.receive("kent", Map.of("complaintText", text));
        office.receive("kent", Map.of("complaintText", "Cherries were sold."));
        assertThat(second).as("registered beside one that is like it").isNotEqualTo(first);
        assertThat(likely(product, "gooseberries", "2days")).contains(id(product, second));

        office.as("kent-supervisor");
        for (var words : List.of("gooseberry", "gooseber 2days", "gooseberries 3weeks", "gooseberries 2da", "gooseberries " + "㌮".repeat(150))) {
            assertThat(product.getBean(CaseSearch.class).find(Wanted.words(words)).cases()).as(words).extracting(FoundCase::reference).contains(first);
        }
        assertThat(product.getBean(CaseSearch.class).find(Wanted.words("㌮".repeat(200))).cases()).isEmpty();
        office.signOut();
    }

    /** Where a thousand older cases say the same, the index gives those; and never one of another council whose mark is the same. */
    private static void comparesWithTheNewestAndWithItsOwn(ConfigurableApplicationContext product) {
        var database = product.getBean(JdbcTemplate.class);
        var newest = id(product, product.getBean(Office.class).receive("kent", Map.of("complaintText", "Raspberries were sold.", "complainant", "Mr Raspberry")));
        new TransactionTemplate(product.getBean(PlatformTransactionManager.class)).executeWithoutResult(status -> {
            database.execute("create temporary table like_it on commit drop as select c.* from complaint c, generate_series(1, 3000) where c.id = " + newest);
            database.execute("update like_it set id = nextval('case_file_id')");
            database.execute("update like_it set reference = 'COPY-' || id");
            database.execute("insert into complaint select * from like_it");
            database.execute("insert into case_search (complaint_id, council, reference, reference_key, number, ombudsmans, state, status, status_since, stage, person, subject, received_on)"
                    + " select id, council, reference, reference, 0, false, 'open', status, status_since, 1, '', '', date '2020-01-01' from like_it");
            database.execute("insert into case_words (complaint_id, council, reference, names, words) select l.id, l.council, l.reference, w.names, w.words from like_it l, case_words w where w.complaint_id = " + newest);
            // comes behind them in the table
            database.execute("update case_words set words = words || ' today' where complaint_id = " + newest);

            assertThat(likely(product, "raspberries", "were", "sold")).contains(newest);
            assertThat(called(product, "kent", "Mr Raspberry")).contains(newest);
            saysOnlyToWhoReadsAllThatAWordIsInMany(product);
            status.setRollbackOnly();
        });
        new TransactionTemplate(product.getBean(PlatformTransactionManager.class)).executeWithoutResult(status -> {
            assertThat(database.queryForObject("select case_mark(?) = case_mark('kent')", Boolean.class, SAME_MARK_AS_KENT)).isTrue();
            for (var table : List.of("case_search", "case_words")) {
                database.update("update " + table + " set council = ? where complaint_id = ?", SAME_MARK_AS_KENT, newest);
            }

            assertThat(likely(product, "raspberries", "were", "sold")).doesNotContain(newest);
            assertThat(called(product, "kent", "raspberry mr")).doesNotContain(newest);
            assertThat(called(product, SAME_MARK_AS_KENT, "raspberry mr")).containsExactly(newest);
            status.setRollbackOnly();
        });
    }

    /** Who has a part in some cases only is told how many of those have a word, and nothing of the others. */
    private static void saysOnlyToWhoReadsAllThatAWordIsInMany(ConfigurableApplicationContext product) {
        var office = product.getBean(Office.class);
        var search = product.getBean(CaseSearch.class);
        for (var reader : Map.of("kent-supervisor", true, "kent-manager", false).entrySet()) {
            office.as(reader.getKey());
            var found = search.find(Wanted.words("raspberries"));

            assertThat(found.more()).as(reader.getKey()).isEqualTo(reader.getValue());
            assertThat(found.count()).as(reader.getKey()).isEqualTo(reader.getValue() ? 1000 : 0);
            assertThat(found.cases()).as(reader.getKey()).hasSize(reader.getValue() ? 20 : 0);
            office.signOut();
        }
    }

    /** A node that starts again has the indexes on the engine's tables, and waits for nobody to make them. */
    private static void startsBesideWhoeverWrites(ConfigurableApplicationContext product) {
        var database = product.getBean(JdbcTemplate.class);
        var indexes = product.getBean("engineIndexes", BeforeTraffic.class);
        assertThat(database.queryForList("select indexname from pg_indexes where indexname like 'redress\\_%'", String.class)).contains("redress_task_at_council", "redress_right_process", "redress_right_person").doesNotContain("redress_task_council", "redress_task_of_council");
        new TransactionTemplate(product.getBean(PlatformTransactionManager.class)).executeWithoutResult(status -> {
            database.update("update ACT_RU_TASK set PRIORITY_ = PRIORITY_ where 1 = 0");

            CompletableFuture.runAsync(indexes::start).join();
        });
        // an index of the version before goes, and what is known of the groups of a council comes back
        database.execute("create index redress_task_waiting on ACT_RU_TASK (TENANT_ID_)");
        database.execute("drop statistics redress_link_groups");
        indexes.start();
        assertThat(database.queryForList("select to_regclass('redress_task_waiting')::text", String.class)).containsOnlyNulls();
        assertThat(database.queryForObject("select count(*) from pg_statistic_ext where stxname = 'redress_link_groups'", Integer.class)).isOne();
    }

    private static List<Long> called(ConfigurableApplicationContext product, String council, String name) {
        return product.getBean(CasesByWords.class).likely(council, List.of(name), List.of(), LocalDate.EPOCH, LocalDate.EPOCH, 1);
    }

    private static List<Long> likely(ConfigurableApplicationContext product, String... words) {
        return product.getBean(CasesByWords.class).likely("kent", List.of(), List.of(List.of(words)), LocalDate.EPOCH, LocalDate.of(2100, 1, 1), 1);
    }

    private static Long id(ConfigurableApplicationContext product, String reference) {
        return product.getBean(JdbcTemplate.class).queryForObject("select id from complaint where reference = ?", Long.class, reference);
    }

    /** Tasks, whether the case is there at all, what search finds, and lines on the board. */
    private static List<Long> shown(ConfigurableApplicationContext product, String person, String reference) {
        var office = product.getBean(Office.class);
        office.as(person);
        try {
            return List.of(product.getBean(TaskService.class).createTaskQuery().processInstanceBusinessKey(reference).count(), product.getBean(Sight.class).sees(person, "kent", reference) ? 1L : 0L,
                    (long) product.getBean(CaseSearch.class).find(Wanted.words(reference)).count(),
                    product.getBean(Watch.class).council().map(council -> (long) product.getBean(OpenTasks.class).first(council, new OpenTasks.Which(null, null, reference), 20).size()).orElse(0L));
        } finally {
            office.signOut();
        }
    }

    /** {@code redress recount}: a preview says what would move and changes nothing, a run moves it. */
    private static void recountsWithAnotherHoliday(EmbeddedPostgres postgres, String reference) throws Exception {
        var holidays = Files.createTempFile("bank-holidays", ".csv");
        try (var shipped = WorkingCalendar.class.getResourceAsStream("england-and-wales.csv")) {
            Files.writeString(holidays, new String(shipped.readAllBytes(), UTF_8).replace("\n2026-08-31,", "\n2026-06-10,Proclaimed day,Royal Proclamation\n2026-08-31,"));
            var moves = reference + ": Response, stage 1, ";
            var tables = List.of("deadline", "chronology", "answer", "act_ru_variable", "act_ru_job");
            var before = contents(postgres, tables);

            assertThat(recount(postgres, holidays, "--preview").lines()).anyMatch(line -> line.startsWith(moves)).last(STRING).matches("[\\d,]+ open deadlines looked at, [\\d,]+ would move\\.");
            assertThat(contents(postgres, tables)).isEqualTo(before);

            assertThat(recount(postgres, holidays).lines()).anyMatch(line -> line.startsWith(moves)).last(STRING).matches("[\\d,]+ open deadlines looked at, [\\d,]+ moved\\.");
            assertThat(contents(postgres, tables)).isNotEqualTo(before);
        } finally {
            Files.delete(holidays);
        }
    }

    private static String recount(EmbeddedPostgres postgres, Path holidays, String... more) {
        var out = new ByteArrayOutputStream();
        var err = new ByteArrayOutputStream();
        var words = Stream.concat(Stream.of(settings(postgres)), Stream.of("--redress.bank-holidays=" + holidays));
        int exit = RecountCommand.run(Stream.concat(words, Stream.of(more)).toList(), new PrintStream(out, true, UTF_8), new PrintStream(err, true, UTF_8));

        assertThat(err.toString(UTF_8)).isEmpty();
        assertThat(exit).isZero();
        return out.toString(UTF_8);
    }

    /** All rows of some tables, as text. */
    private static List<String> contents(EmbeddedPostgres postgres, List<String> tables) throws Exception {
        var contents = new ArrayList<String>();
        try (var connection = postgres.getPostgresDatabase().getConnection(); var statement = connection.createStatement()) {
            for (var table : tables) {
                try (var rows = statement.executeQuery("select t::text from " + table + " t order by 1")) {
                    while (rows.next()) {
                        contents.add(rows.getString(1));
                    }
                }
            }
        }
        return contents;
    }

    /** As on the other database: one waits for the other, and all are told the one case. */
    private static void makesOneCaseOfOneFormAtTheSameMoment(Office office, CaseFiles cases) throws Exception {
        var complaint = Answers.complaint(MON_2026_06_01, Map.of("complainant", "Ms Twice", "complaintText", "Twice.", "submissionKey", "0123456789abcdef"));
        var together = new CyclicBarrier(THREADS);
        var threads = Executors.newFixedThreadPool(THREADS);
        try {
            var made = threads.invokeAll(Collections.nCopies(THREADS, () -> {
                together.await();
                return office.as("kent-officer").send("complaint", complaint);
            }));

            assertThat(made).extracting(Future::get).containsOnly(made.get(0).get());
        } finally {
            threads.shutdown();
        }
        assertThat(cases.all().stream().filter(file -> file.complainedOf().equals("Twice."))).hasSize(1);
    }

    private static String[] settings(EmbeddedPostgres postgres, String... more) {
        return Stream.concat(Stream.of("--spring.datasource.url=" + postgres.getJdbcUrl("postgres", "postgres"), "--spring.datasource.username=postgres",
                "--redress.admin.id=admin", "--redress.admin.password=" + Office.PASSWORD), Stream.of(more)).toArray(String[]::new);
    }

    private static ConfigurableApplicationContext start(EmbeddedPostgres postgres, String... more) {
        var product = new SpringApplicationBuilder(Redress.class, Office.class, Casework.class).web(WebApplicationType.NONE)
                .run(settings(postgres, Stream.concat(Stream.of("--camunda.bpm.job-execution.enabled=false"), Stream.of(more)).toArray(String[]::new)));
        product.getBean(PublishedCouncils.class).make(Office.PASSWORD);
        return product;
    }
}
