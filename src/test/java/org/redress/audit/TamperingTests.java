package org.redress.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.IdentityService;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.redress.audit.Verification.Anchor;
import org.redress.testing.Casework;
import org.redress.testing.Office;
import org.redress.testing.ProductTest;
import org.redress.testing.ReadsEverything;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

/** Somebody who owns the database and may do anything changes it behind the product's back: the check finds it and names it. */
@ProductTest
@Order(ReadsEverything.FIRST)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TamperingTests {
    @Autowired private Office office;
    @Autowired private Casework casework;
    @Autowired private IdentityService identity;
    @Autowired private JdbcTemplate jdbc;

    /** One copy is enough: each attack on it is taken back. */
    private Connection copy;
    private String reference;

    @BeforeEach
    void steal() throws SQLException {
        if (copy != null) {
            return;
        }
        office.hires("kent", "of-highways", "responders", "service-highways", "service-planning");
        identity.deleteMembership("kent-of-highways", "service-planning");
        office.as("kent-manager").start("leave", Map.of("whose", "own", "absence", "away", "awayFrom", office.today().toString(), "awayUntil", office.today().toString()));
        office.signOut();
        office.complete(office.tasksAt("kent", "leave").get(0), Map.of("deputy", "kent-assistant-director"));
        reference = casework.acknowledged("kent", Map.of("otherPeople", "Mr U – neighbour"));
        copy = DatabaseCopy.inMemory(jdbc);
        copy.setAutoCommit(false);
    }

    @AfterEach
    void takeBack() throws SQLException {
        copy.rollback();
    }

    @AfterAll
    void close() throws SQLException {
        copy.close();
    }

    @Test
    void findsNothingInAnHonestCopy() throws SQLException {
        assertThat(Verification.of(copy, null).findings()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            update complaint set complained_of = 'Nothing.' where reference = '$'        | Table complaint, row \\d+: changed behind the product's back\\.
            update deadline set due_on = due_on + 30 where reference = '$'               | Table deadline, row \\d+: changed behind the product's back\\.
            update chronology set who = 'kent-manager' where complaint_id = (select id from complaint where reference = '$') and what = 'Complaint received' | Table chronology, row \\d+: changed behind the product's back\\.
            delete from party where complaint_id = (select id from complaint where reference = '$') and label = 'Mr U' | Table party, row \\d+: removed behind the product's back\\.
            insert into party (id, complaint_id, label, role) select id + 1000000, complaint_id, 'Mr V', 'Witness' from party where complaint_id = (select id from complaint where reference = '$') fetch first row only | Table party, row \\d+: not written by the product\\.
            insert into deadline_pause (deadline_id, position, paused_on, remaining, unit) select id, 0, due_on, 1, 'DAYS' from deadline where reference = '$' | Table deadline_pause, row \\d+: not written by the product\\.
            update leave_of_absence set deputy = 'kent-director' where person = 'kent-manager' | Table leave_of_absence, row \\d+: changed behind the product's back\\.
            update leave_of_absence set called_off = true where person = 'kent-manager' | Table leave_of_absence, row \\d+: changed behind the product's back\\.
            delete from leave_of_absence where person = 'kent-manager'                   | Table leave_of_absence, row \\d+: removed behind the product's back\\.
            insert into leave_of_absence (council, person, deputy, from_day, until_day, recorded_at, recorded_by) select council, 'kent-director', 'kent-manager', from_day, until_day, recorded_at, recorded_by from leave_of_absence where person = 'kent-manager' | Table leave_of_absence, row \\d+: not written by the product\\.
            update service_member set code = 'waste' where person = 'kent-of-highways' and left_at is null | Table service_member, row \\d+: changed behind the product's back\\.
            update service_member set left_at = null where person = 'kent-of-highways' and left_at is not null | Table service_member, row \\d+: changed behind the product's back\\.
            delete from service_member where person = 'kent-of-highways'                 | Table service_member, row \\d+: removed behind the product's back\\.
            insert into service_member (person, code, joined_at, joined_by) select person, 'waste', joined_at, joined_by from service_member where person = 'kent-of-highways' fetch first row only | Table service_member, row \\d+: not written by the product\\.
            update council_service set ended = true where council = 'kent' and code = 'highways' | Table council_service, row \\d+: changed behind the product's back\\.
            delete from council_service where council = 'kent' and code = 'highways'      | Table council_service, row \\d+: removed behind the product's back\\.
            insert into council_service (council, code, name) values ('kent', 'moon', 'The moon') | Table council_service, row \\d+: not written by the product\\.
            delete from audit_key where reference = '$'                                  | Table complaint, row \\d+: cannot be checked, the key of its case is gone\\.
            update audit_key set secret = hash('SHA-256', 'x') where reference = '$'     | Table complaint, row \\d+: changed behind the product's back\\.
            update council set prefix = 'KENTISH' where tenant = 'kent'                  | Table council, row \\d+: changed behind the product's back\\.
            update council_procedure set valid_from = valid_from - 1 where procedure_key = 'kent-two-stage' | Table council_procedure, row \\d+: changed behind the product's back\\.
            delete from council_procedure where procedure_key = 'three-stage'            | Table council_procedure, row \\d+: removed behind the product's back\\.
            insert into council (id, version, tenant, ombudsman, name, calendar) values (4711, 0, 'x', true, 'X', 'england-and-wales') | Table council, row \\d+: not written by the product\\.
            update audit set who = 'kent-manager' where sequence = (select max(sequence) - 3 from audit) | Entry \\d+ was changed \\(insert in answer\\)\\.
            update audit set concerns = 'kent-manager' where sequence = (select max(sequence) from audit where operation = 'access') | Entry \\d+ was changed \\(access in \\w+\\)\\.
            update audit set concerns = null where sequence = (select max(sequence) from audit where operation = 'access') | Entry \\d+ was changed \\(access in \\w+\\)\\.
            update audit set digest = null where sequence = (select max(sequence) - 3 from audit) | Entry \\d+ was changed \\(insert in answer\\)\\.
            delete from audit where sequence = (select max(sequence) - 3 from audit)     | Entry \\d+ is missing\\.
            delete from audit where sequence < (select max(sequence) - 3 from audit)     | Entries 1 to \\d+ are missing\\.
            update audit_head set sequence = null                                        | The chain ends at entry \\d+, but entry 0 is marked as its end\\.
            delete from audit_head                                                       | The end of the chain is not marked any more\\.
            insert into audit (sequence, recorded_at, who, operation, table_name, row_id, reference, council, task, changed, digest, previous, hash) select sequence + 1, recorded_at, 'kent-manager', 'open', 'complaint', null, reference, council, task, null, null, hash, hash from audit order by sequence desc fetch first row only | The chain ends at entry \\d+, but entry \\d+ is marked as its end\\.
            """)
    void findsWhatWasDone(String attack, String finding) throws SQLException {
        assertThat(execute(copy, attack.replace("$", reference))).isPositive();

        assertThat(Verification.of(copy, null).findings()).anySatisfy(found -> assertThat(found).matches(finding));
    }

    @Test
    void findsAnEndThatWasCutOffWithItsRowsByTheAnchor() throws SQLException {
        var before = Verification.of(copy, null).end();
        var later = casework.acknowledged("kent", Map.of());
        try (var longer = DatabaseCopy.inMemory(jdbc)) {
            var anchor = Verification.of(longer, before);
            assertThat(anchor.findings()).isEmpty();
            execute(longer, "delete from audit_head");
            execute(longer, "insert into audit_head (id, sequence, hash) values (1, " + before.sequence() + ", '" + before.hash() + "')");
            execute(longer, "delete from audit where sequence > " + before.sequence());
            for (var rows : List.of("answer where chronology_id in (select id from chronology where complaint_id > #)", "chronology where complaint_id > #",
                    "case_part where complaint_id > #", "case_staff where complaint_id > #", "kept_from where complaint_id > #", "case_words where complaint_id > #", "case_search where complaint_id > #", "case_figure where complaint_id > #", "case_due where complaint_id > #",
                    "attachment_source where attachment_id in (select id from attachment where complaint_id > #)", "attachment_piece where attachment_id in (select id from attachment where complaint_id > #)",
                    "attachment where complaint_id > #", "letter where complaint_id > #", "submission where complaint_id > #", "party where complaint_id > #", "deadline where reference = '$'", "complaint where id > #",
                    "audit_key where reference = '$'")) {
                execute(longer, "delete from " + rows.replace("$", later).replace("#", "(select id - 1 from complaint where reference = '" + later + "')"));
            }

            assertThat(Verification.of(longer, null).findings()).as("without an anchor nobody can know").isEmpty();
            assertThat(Verification.of(longer, before).findings()).isEmpty();
            assertThat(Verification.of(longer, anchor.end()).findings()).singleElement().asString().contains("its end was cut off");
        }
    }

    @Test
    void findsAChainThatWasWrittenAnewByTheAnchor() throws SQLException {
        var anchor = Verification.of(copy, null).end();

        assertThat(Verification.of(copy, new Anchor(anchor.sequence() - 1, anchor.hash())).findings()).singleElement().asString()
                .contains("the chain up to there was written anew");
    }

    private static int execute(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            return statement.executeUpdate(sql);
        }
    }
}
