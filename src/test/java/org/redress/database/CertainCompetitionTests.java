package org.redress.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.BatchUpdateException;
import java.sql.SQLException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is certainly others at work, and is told as that when it does not go right in several tries; and what may be a fault of the product. */
class CertainCompetitionTests {
    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            // a timer made something of a case while somebody completed its step
            "23503 | ERROR: update or delete on table \"act_ru_execution\" violates foreign key constraint \"act_fk_exe_super\" on table \"act_ru_execution\" | true",
            "23503 | Referential integrity constraint violation: \"ACT_FK_EXE_PARENT: PUBLIC.ACT_RU_EXECUTION FOREIGN KEY(PARENT_ID_) REFERENCES PUBLIC.ACT_RU_EXECUTION(ID_)\" | true",
            "23506 | Referential integrity constraint violation: \"ACT_FK_JOB_EXE: PUBLIC.ACT_RU_JOB FOREIGN KEY(EXECUTION_ID_) REFERENCES PUBLIC.ACT_RU_EXECUTION(ID_)\" | true",
            "23503 | ERROR: update or delete on table \"complaint\" violates foreign key constraint \"issue_complaint_id_fkey\" on table \"issue\" | false",
            "23505 | ERROR: duplicate key value violates unique constraint \"act_uniq_auth_user\" | false",
            "40P01 | ERROR: deadlock detected | true"})
    void isWhatTheEnginesRowsSay(String state, String said, boolean certain) {
        var fault = new IllegalStateException(Sayings.without(new BatchUpdateException(said, state, 0, new long[0], null)));

        assertThat(Competition.isCertain(fault)).isEqualTo(certain);
        assertThat(Competition.isLikely(fault)).isTrue();
        assertThat(Competition.isCertain(new SQLException("ERROR: value too long for type character varying(64)", "22001"))).isFalse();
    }
}
