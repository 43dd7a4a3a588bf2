package org.redress.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.BatchUpdateException;
import java.sql.SQLException;
import java.sql.SQLIntegrityConstraintViolationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What databases say about a row that they do not take: the rule stays, what people wrote goes (F7). */
class SayingsTests {
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', value = {
        "ERROR: duplicate key value violates unique constraint \"sent_form_key\" | duplicate key value violates unique constraint sent_form_key",
        "ERROR: insert or update on table \"act_ru_task\" violates foreign key constraint \"act_fk_task_exe\" | insert or update on table act_ru_task violates foreign key constraint act_fk_task_exe",
        "ERROR: null value in column \"who\" of relation \"chronology\" violates not-null constraint | null value in column who of relation chronology violates not-null constraint",
        "ERROR: new row for relation \"letter\" violates check constraint \"letter_kind\"¶  Detail: Failing row contains (7, Blenkinsop) | new row for relation letter violates check constraint letter_kind",
        "ERROR: value too long for type character varying(40) | value too long for type character varying(40)",
        "ERROR: invalid input syntax for type bigint: \"Blenkinsop\" | invalid input syntax for type bigint: ...",
        "ERROR: syntax error in tsquery: \"Mr Blenkinsop :\" | syntax error in tsquery: ...",
        "FEHLER: doppelter Schlüsselwert verletzt Unique-Constraint »Blenkinsop« | The database did not take a statement.",
        "FATAL: terminating connection due to administrator command | terminating connection due to administrator command",
        "Unique index or primary key violation: \"PUBLIC.SENT ON PUBLIC.SENT_FORM(WHO NULLS FIRST) VALUES ( /* 4 */ 'Blenkinsop' )\"; SQL statement: insert | Unique index or primary key violation: PUBLIC.SENT",
        "Value too long for column \"WHO CHARACTER VARYING(5)\": \"'Mr Blenkinsop of 4 High Street' (30)\"; SQL statement: insert | Value too long for column WHO",
        "Data conversion error converting \"Blenkinsop\"; SQL statement: select | Data conversion error converting ...",
        "NULL not allowed for column \"WHO\"; SQL statement: insert into x | NULL not allowed for column WHO",
        "Referential integrity constraint violation: \"FK_1: PUBLIC.LETTER FOREIGN KEY(WHO) REFERENCES PUBLIC.PARTY(WHO) ('Blenkinsop')\"; SQL statement: x | Referential integrity constraint violation: FK_1",
    })
    void sayWhichRuleWasBrokenAndNotByWhat(String said, String left) {
        assertThat(Sayings.words(said.replace("¶", "\n"))).isEqualTo(left);
    }

    @Test
    void keepTheKindAndTheCodesByWhichLibrariesKnowTheFault() {
        var batch = new BatchUpdateException("Batch entry 0 insert into x values ('Blenkinsop') was aborted", "23505", 7, new long[] {1, -3}, new SQLException("'Blenkinsop'"));
        batch.setNextException(new SQLIntegrityConstraintViolationException("ERROR: duplicate key value violates unique constraint \"k\"", "23505", 7));

        var without = Sayings.without(batch);

        assertThat((Throwable) without).isInstanceOfSatisfying(BatchUpdateException.class, left -> assertThat(left.getLargeUpdateCounts()).containsExactly(1, -3));
        assertThat(without.getSQLState()).isEqualTo("23505");
        assertThat(without.getErrorCode()).isEqualTo(7);
        assertThat(without.getCause()).isNull();
        assertThat((Throwable) without.getNextException()).isInstanceOf(SQLIntegrityConstraintViolationException.class).hasMessageContaining("unique constraint k");
        assertThat(without.getMessage()).doesNotContain("Blenkinsop");
        assertThat(without.getStackTrace()).isEqualTo(batch.getStackTrace());
    }
}
