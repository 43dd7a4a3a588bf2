package org.redress.load;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.FilterService;
import org.camunda.bpm.engine.TaskService;
import org.junit.jupiter.api.Test;
import org.redress.Redress;
import org.redress.audit.AuditCommand;
import org.redress.board.FinishedCases;
import org.redress.board.OpenDeadlines;
import org.redress.casefile.CaseFiles;
import org.redress.casefile.CasesByWords;
import org.redress.casefile.Words;
import org.redress.find.CaseSearch;
import org.redress.find.FoundCase;
import org.redress.find.Wanted;
import org.redress.identity.Sight;
import org.redress.load.LoadCommand.LoadRefused;
import org.redress.load.LoadCommand.Order;
import org.redress.testing.Answers;
import org.redress.testing.Office;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;

/** A small made database: what lists and finds reads it, work goes on in it, and nobody takes it for a real one. */
class LoadIT {
    private static final int OPEN = 20;
    private static final int CLOSED = 50;
    private static final int TEMPLATES = 4;
    private static final int MANY = 1000;

    @Test
    void makesCasesThatAreReadLikeOthersAndNotTakenForReal() throws Exception {
        try (var postgres = EmbeddedPostgres.builder().setRegisterShutdownHook(false).start()) {
            var settings = List.of("--spring.datasource.url=" + postgres.getJdbcUrl("postgres", "postgres"), "--spring.datasource.username=postgres");
            try (var product = new SpringApplicationBuilder(Redress.class, Office.class).web(WebApplicationType.NONE).run(
                    "--camunda.bpm.job-execution.enabled=false", "--redress.admin.id=admin", "--redress.admin.password=" + Office.PASSWORD, "--redress.database.answer-within=5s", settings.get(0), settings.get(1))) {
                indexTakesLong(product.getBean(JdbcTemplate.class));
                var said = new ByteArrayOutputStream();
                var order = new Order(OPEN, CLOSED, TEMPLATES, 2, 2, Office.PASSWORD);
                new Load(product, order, new PrintStream(said, true, UTF_8)).run();

                assertThat(said.toString(UTF_8)).contains("Left out:", "redress audit verify refuses this database");
                assertThatThrownBy(() -> new Load(product, order, new PrintStream(said, true, UTF_8)).run()).isInstanceOf(LoadRefused.class);
                holdsTogether(product.getBean(JdbcTemplate.class));
                hasAsMany(product.getBean(JdbcTemplate.class));
                isRead(product);
                goesOn(product);
            }
            assertThat(verify(settings)).contains("The cases of this database are made up").doesNotContain("is whole");
        }
    }

    /** As in a large database, one index takes longer to make than the database may take for an answer. */
    private static void indexTakesLong(JdbcTemplate database) {
        database.execute("""
                create function takes_long() returns event_trigger language plpgsql as $$ begin
                    if exists (select 1 from pg_event_trigger_ddl_commands() where object_identity like '%case_words_found') then perform pg_sleep(6); end if;
                end $$""");
        database.execute("create event trigger takes_long on ddl_command_end when tag in ('CREATE INDEX') execute function takes_long()");
    }

    /** Every key of every row leads to a row, and every index is there again. */
    private static void holdsTogether(JdbcTemplate database) {
        var astray = database.queryForList("select format('select %L || count(*) from %s c where c.%I is not null and not exists (select 1 from %s p where p.%I = c.%I) having count(*) > 0', c.conname || ': ',"
                + " c.conrelid::regclass, a.attname, c.confrelid::regclass, f.attname, a.attname) from pg_constraint c join pg_attribute a on a.attrelid = c.conrelid and a.attnum = c.conkey[1]"
                + " join pg_attribute f on f.attrelid = c.confrelid and f.attnum = c.confkey[1] where c.contype = 'f' and c.connamespace = current_schema()::regnamespace", String.class)
                .stream().flatMap(question -> database.queryForList(question, String.class).stream()).toList();

        assertThat(astray).isEmpty();
        assertThat(database.queryForList("select indexname from pg_indexes", String.class)).contains("case_words_found", "deadline_due", "act_idx_task_assignee");
    }

    private static void hasAsMany(JdbcTemplate database) {
        var states = new HashSet<>(database.queryForList("select state from case_search", String.class));
        var open = database.queryForObject("select count(*) from case_search where state <> 'closed'", Integer.class);
        var closed = database.queryForObject("select count(*) from case_search where state = 'closed'", Integer.class);
        var inWork = database.queryForObject("select count(distinct p.BUSINESS_KEY_) from ACT_RU_EXECUTION p join complaint c on c.reference = p.BUSINESS_KEY_", Integer.class);

        assertThat(states).contains("open", "closed");
        assertThat(open).isBetween(OPEN, OPEN + 2);
        assertThat(inWork).isGreaterThanOrEqualTo(OPEN);
        assertThat(closed).isGreaterThanOrEqualTo(CLOSED);
        assertThat(database.queryForObject("select count(*) from case_words where names like '%zz%' and complaint_id > (select max(row_id) from audit where sequence < 10000)", Integer.class)).isZero();
        assertThat(database.queryForObject("select count(distinct person) from case_search", Integer.class)).isGreaterThan(OPEN);
        assertThat(database.queryForObject("select count(*) from case_search s join complaint c on c.reference = s.reference and c.id = s.complaint_id"
                + " where replace(s.reference_key, '-', '') = upper(regexp_replace(s.reference, '[^A-Za-z0-9]', '', 'g'))", Integer.class)).isEqualTo(open + closed);
    }

    /** By those who may, as every other. */
    private static void isRead(ConfigurableApplicationContext product) {
        var office = product.getBean(Office.class);
        var search = product.getBean(CaseSearch.class);
        var database = product.getBean(JdbcTemplate.class);
        var made = database.queryForMap("select s.complaint_id, s.reference, s.person, s.subject, s.council from case_search s where not s.ombudsmans and s.state <> 'closed' and s.person not like 'Zz%' and s.next_due <= current_date"
                + " and exists (select 1 from case_search f where f.council = s.council and f.state = 'closed') order by s.complaint_id desc limit 1");
        var council = String.valueOf(made.get("council"));
        var reference = String.valueOf(made.get("reference"));
        office.as(council + "-supervisor");

        for (var words : List.of(reference, String.valueOf(made.get("person")), String.valueOf(made.get("subject")).replaceFirst("^(\\w+\\W+\\w+).*", "$1"))) {
            assertThat(search.find(Wanted.words(words)).cases()).as(words).extracting(FoundCase::reference).contains(reference);
        }
        assertThat(product.getBean(CasesByWords.class).likely(council, List.of(String.valueOf(made.get("person"))), List.of(), LocalDate.EPOCH, LocalDate.EPOCH, MANY)).contains((Long) made.get("complaint_id"));
        assertThat(product.getBean(CasesByWords.class).likely(council, List.of(), List.of(Words.of(String.valueOf(made.get("subject"))).subList(0, 2)), LocalDate.EPOCH, LocalDate.of(2100, 1, 1), MANY))
                .contains((Long) made.get("complaint_id"));
        assertThat(product.getBean(OpenDeadlines.class).counts(council).kinds()).isNotEmpty();
        assertThat(product.getBean(FinishedCases.class).list(council, new FinishedCases.Which(null, null, null, null, null), 0).rows()).isNotEmpty();
        assertThat(product.getBean(Sight.class).contents(council + "-supervisor", council, reference)).contains(Sight.Content.CHRONOLOGY);
        assertThat(product.getBean(CaseFiles.class).chronology(reference)).isNotEmpty();
        var filters = product.getBean(FilterService.class).createFilterQuery().listPage(0, MANY);
        assertThat(filters).isNotEmpty().allSatisfy(filter -> assertThat(product.getBean(FilterService.class).listPage(filter.getId(), 0, 5)).isNotNull());
        office.signOut();
    }

    /** A copy goes on like any other case, and its people work on it. */
    private static void goesOn(ConfigurableApplicationContext product) {
        var office = product.getBean(Office.class);
        var tasks = product.getBean(TaskService.class);
        var made = product.getBean(JdbcTemplate.class).queryForMap("select s.reference, s.council from case_search s where s.status = 'OPEN' and s.state = 'open' and not s.ombudsmans and s.person not like 'Zz%'"
                // whose officers are called as its references are
                + " and s.council not like '%-01' order by s.complaint_id desc limit 1");
        var reference = String.valueOf(made.get("reference"));
        var council = String.valueOf(made.get("council"));

        office.event(reference, "withdrawal", Map.of());
        office.completeAs(council + "-officer", tasks.createTaskQuery().processInstanceBusinessKey(reference).taskName("Confirm withdrawal").singleResult(), Answers.confirmWithdrawal(office.today()));

        assertThat(product.getBean(CaseFiles.class).get(reference).status().over()).isTrue();
        office.signOut();
    }

    private static String verify(List<String> settings) {
        var said = new ByteArrayOutputStream();
        var out = new PrintStream(said, true, UTF_8);
        assertThat(AuditCommand.run(List.of("verify", settings.get(0), settings.get(1)), out, out)).isEqualTo(2);
        return said.toString(UTF_8);
    }
}
