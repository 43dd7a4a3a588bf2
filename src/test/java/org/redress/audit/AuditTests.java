package org.redress.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.EntityManager;
import jakarta.persistence.metamodel.EntityType;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.hibernate.Session;
import org.hibernate.engine.spi.SessionFactoryImplementor;
import org.hibernate.persister.entity.AbstractEntityPersister;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.redress.audit.Audit.Change;
import org.redress.audit.Audit.Place;
import org.redress.casefile.CaseFiles;
import org.redress.gate.AnswersRefused;
import org.redress.testing.Answers;
import org.redress.testing.Casework;
import org.redress.testing.Office;
import org.redress.testing.ProductTest;
import org.redress.testing.ReadsEverything;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

/** What the record of changes says of a case, and what it never says. */
@ProductTest
@Order(ReadsEverything.FIRST)
class AuditTests {
    private static final LocalDate MON_2026_06_01 = LocalDate.of(2026, 6, 1);
    private static final int THREADS = 6;
    private static final int COMPLAINTS_EACH = 4;

    @Autowired private Office office;
    @Autowired private Casework casework;
    @Autowired private CaseFiles cases;
    @Autowired private Audit audit;
    @Autowired private EntityManager entities;
    @Autowired private TransactionTemplate transaction;
    @Autowired private JdbcTemplate jdbc;

    @BeforeEach
    void begin() {
        office.on(MON_2026_06_01);
    }

    @Test
    void saysWhoWroteWhichRowsAndWhen() {
        var reference = office.receive("kent", Map.of("otherPeople", "Mr U – neighbour"));

        assertThat(jdbc.queryForList("select who || ' ' || operation || ' ' || table_name from audit where reference = ? order by sequence", String.class, reference))
                .startsWith("kent-officer insert submission", "kent-officer insert complaint", "kent-officer insert party", "kent-officer insert party")
                .contains("kent-officer insert chronology", "kent-officer insert answer", "kent-officer insert deadline");
        assertThat(jdbc.queryForList("select distinct recorded_at from audit where reference = ?", String.class, reference))
                .isNotEmpty().allSatisfy(at -> assertThat(at).matches("2026-06-01T08:30:\\d\\d(\\.\\d{3})?Z"));
    }

    @Test
    void saysNothingThatPeopleWrote() {
        var reference = office.receive("kent", Map.of("complainant", "Ms Featherquill", "complaintText", "The quagga enclosure.", "outcomeWanted", "Paint."));

        var everything = jdbc.queryForList("select * from audit where reference = ?", reference).toString();
        assertThat(everything).contains("complaint").doesNotContainIgnoringCase("featherquill").doesNotContainIgnoringCase("quagga").doesNotContainIgnoringCase("paint");
    }

    @Test
    void givesTwoCasesThatSayTheSameDifferentDigests() {
        var digests = jdbc.queryForList("select count(distinct secret) from audit_key where reference in (?, ?)", Integer.class,
                office.receive("kent", Map.of()), office.receive("kent", Map.of()));

        assertThat(digests).containsExactly(2);
    }

    @Test
    void namesTheColumnsThatChanged() {
        var reference = office.receive("kent", Map.of());
        office.complete(reference, "Acknowledge complaint", Answers.acknowledge(office.today()));

        assertThat(jdbc.queryForList("select changed from audit where reference = ? and operation = 'update' and table_name = 'deadline'", String.class, reference))
                .containsExactly("closed_at closed_by closed_on days_late state");
    }

    @Test
    void notesExtensionsWhichHaveNoEntityOfTheirOwn() {
        var reference = casework.accepted("leicestershire", Map.of(), Map.of());
        var due = office.deadline(reference, "response").dueOn();
        office.event(reference, "extension", Answers.extension(due.plusDays(3)));

        assertThat(jdbc.queryForList("select operation from audit where reference = ? and table_name = 'deadline_extension'", String.class, reference))
                .containsExactly("update");
    }

    @Test
    void namesTheProductWhereNobodyActs() {
        var reference = office.receive("kent", Map.of());
        office.fire(reference, "BoundaryEvent_AcknowledgementDueSoon");

        assertThat(jdbc.queryForList("select distinct who from audit where reference = ?", String.class, reference))
                .containsExactlyInAnyOrder("kent-officer", "Redress");
    }

    @Test
    void keepsNoEntryOfWhatWasRefused() {
        var before = jdbc.queryForObject("select count(*) from audit", Long.class);

        assertThatThrownBy(() -> office.receive("kent", Map.of("channel", "pigeon"))).isInstanceOf(AnswersRefused.class);

        assertThat(jdbc.queryForObject("select count(*) from audit", Long.class)).isEqualTo(before);
    }

    @Test
    void keepsNoEntryOfWhatWasRolledBack() {
        var reference = office.receive("kent", Map.of());
        var before = jdbc.queryForObject("select count(*) from audit", Long.class);

        transaction.executeWithoutResult(status -> {
            cases.follow(reference, "code", 1);
            entities.flush();
            status.setRollbackOnly();
        });

        assertThat(jdbc.queryForObject("select count(*) from audit", Long.class)).isEqualTo(before);
    }

    @Test
    void letsNoChangeHappenWithoutItsEntry() {
        var reference = office.receive("kent", Map.of());

        assertThatThrownBy(() -> transaction.executeWithoutResult(status -> {
            cases.follow(reference, "code", 1);
            jdbc.update("delete from audit_head");
        })).hasStackTraceContaining("The record of changes has lost its end.");

        assertThat(cases.get(reference).procedure()).isNull();
    }

    @Test
    void cannotBeChanged() {
        office.receive("kent", Map.of());
        var before = jdbc.queryForList("select * from audit order by sequence");

        for (var attack : List.of("update audit set who = 'somebody-else'", "update audit set who = 'somebody-else' where sequence = 1", "delete from audit",
                "delete from audit where sequence = 1", "merge into audit (sequence, who) key (sequence) values (1, 'somebody-else')", "truncate table audit")) {
            assertThatThrownBy(() -> jdbc.update(attack)).as(attack).isInstanceOf(org.springframework.dao.DataAccessException.class);
        }

        assertThat(jdbc.queryForList("select * from audit order by sequence")).isEqualTo(before);
    }

    @Test
    void coversEveryTableOfTheCaseFile() {
        var factory = entities.getEntityManagerFactory().unwrap(SessionFactoryImplementor.class);
        var written = entities.getMetamodel().getEntities().stream().map(EntityType::getJavaType).flatMap(type -> Stream.concat(
                        Stream.of(((AbstractEntityPersister) factory.getMappingMetamodel().getEntityDescriptor(type)).getTableName()),
                        Stream.of(type.getDeclaredFields()).filter(field -> field.isAnnotationPresent(CollectionTable.class))
                                .map(field -> field.getAnnotation(CollectionTable.class).name())))
                .collect(Collectors.toSet());

        assertThat(written).hasSizeGreaterThan(10).contains("complaint", "deadline_pause");
        assertThat(jdbc.execute((ConnectionCallback<List<String>>) connection -> CaseTables.of(connection).chained())).containsAll(written);
    }

    @Test
    void leavesOutNothingButWhatPeopleHaveNotSent() {
        var all = jdbc.execute((ConnectionCallback<List<String>>) connection -> CaseTables.of(connection).names());
        var chained = jdbc.execute((ConnectionCallback<List<String>>) connection -> CaseTables.of(connection).chained());

        assertThat(all).hasSizeGreaterThan(10).contains("draft", "draft_loss");
        assertThat(all.stream().filter(table -> !chained.contains(table))).as("each exception is in docs/security.md").containsExactlyInAnyOrder("draft", "draft_loss", "case_part", "case_search",
                "case_words", "case_staff", "case_figure", "case_due", "kept_from", "notice", "attachment_piece", "attachment_source");
    }

    @Test
    void staysOneLineWhileManyWrite() throws Exception {
        var first = jdbc.queryForObject("select max(sequence) from audit", Long.class);
        var people = Executors.newFixedThreadPool(THREADS);
        try {
            var work = IntStream.range(0, THREADS).<Callable<List<String>>>mapToObj(thread -> () ->
                    IntStream.range(0, COMPLAINTS_EACH).mapToObj(i -> office.receive(thread % 2 == 0 ? "kent" : "leicestershire", Map.of())).toList()).toList();
            var references = people.invokeAll(work, 2, TimeUnit.MINUTES).stream().flatMap(done -> {
                try {
                    return done.get().stream();
                } catch (Exception e) {
                    throw new AssertionError(e);
                }
            }).toList();

            assertThat(references).hasSize(THREADS * COMPLAINTS_EACH).doesNotHaveDuplicates();
            assertThat(jdbc.queryForList("select distinct reference from audit where sequence > ? and operation = 'insert'", String.class,
                    first == null ? 0 : first)).containsExactlyInAnyOrderElementsOf(references);
            assertThat(verify().findings()).isEmpty();
        } finally {
            people.shutdownNow();
        }
    }

    @Test
    void costsOneQuestionForAllTablesAndThreeStatementsForTheChain() {
        var reference = office.receive("kent", Map.of());
        var changes = new LinkedHashMap<Place, Change>();
        for (var table : List.of("complaint", "chronology")) {
            var column = table.equals("complaint") ? "id" : "complaint_id";
            jdbc.queryForList("select id from " + table + " where " + column + " = (select id from complaint where reference = ?)", Long.class, reference)
                    .forEach(row -> changes.put(new Place(table, row), new Change()));
        }
        var statements = new AtomicInteger();

        transaction.executeWithoutResult(status -> entities.unwrap(Session.class).doWork(connection ->
                audit.write(counting(connection, statements), changes, Set.of(), List.of())));

        assertThat(changes).hasSizeGreaterThan(2);
        assertThat(statements).hasValue(1 + 3);
    }

    @Test
    void findsTheRowsOfAWholeRunAsTheProductWroteThem() {
        var reference = casework.accepted("kent", Map.of(), Map.of());
        casework.respond(reference, "kent-manager");

        var result = verify();

        assertThat(result.findings()).isEmpty();
        assertThat(result.rows()).isGreaterThan(20);
    }

    private Verification.Result verify() {
        return jdbc.execute((ConnectionCallback<Verification.Result>) connection -> Verification.of(connection, null));
    }

    private static Connection counting(Connection connection, AtomicInteger statements) {
        return (Connection) Proxy.newProxyInstance(Connection.class.getClassLoader(), new Class<?>[] {Connection.class}, (proxy, method, arguments) -> {
            if (method.getName().equals("prepareStatement")) {
                statements.incrementAndGet();
            }
            return method.invoke(connection, arguments);
        });
    }
}
