package org.redress.operation;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.redress.testing.Casework;
import org.redress.testing.Office;
import org.redress.testing.ProductTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

/** {@code redress inspect}: what does not fit is found and said with the number of its case, and nothing is said of a case where everything fits. */
@ProductTest
class InspectionTests {
    private static final LocalDate MON_2026_06_01 = LocalDate.of(2026, 6, 1);

    @Autowired private Office office;
    @Autowired private Casework casework;
    @Autowired private JdbcTemplate jdbc;
    @Autowired private TransactionTemplate transaction;

    @Test
    void findsWhatDoesNotFit() {
        office.on(MON_2026_06_01);
        var reference = casework.accepted("kent", Map.of("complainant", "Ms Ferrier"), Map.of());
        assertThat(found(reference, "")).noneMatch(said -> said.contains(reference));

        broken().forEach((damage, sentence) -> assertThat(found(reference, damage)).as(damage).anyMatch(said -> said.matches(".*" + sentence.replace("$", reference) + ".*")));
    }

    /** The engine's own property says "fox" in every version. */
    @Test
    void saysWhichVersionsTheTablesHave() {
        var report = jdbc.execute((ConnectionCallback<Inspection.Report>) Inspection::of);

        assertThat(report.engine()).matches("7\\.\\d+\\.\\d+");
        assertThat(Integer.parseInt(report.schema())).isGreaterThan(60);
        assertThat(InspectCommand.lines(report, 1)).first().asString().endsWith("; tables of version " + report.schema() + ", the engine's of " + report.engine() + ".");
    }

    private static Map<String, String> broken() {
        var broken = new LinkedHashMap<String, String>();
        broken.put("update ACT_RU_EXECUTION set BUSINESS_KEY_ = 'GONE-2026-00001' where BUSINESS_KEY_ = '$'", "\\Q$\\E \\(kent\\) is open, and no process runs for it\\.");
        broken.put("update ACT_RU_EXECUTION set BUSINESS_KEY_ = 'GONE-2026-00002' where BUSINESS_KEY_ = '$' ", "The process complaint runs for GONE-2026-00002, and there is no such case\\.");
        broken.put("update ACT_RU_EXECUTION set TENANT_ID_ = 'leicestershire' where BUSINESS_KEY_ = '$'", "\\Q$\\E is a case of kent, and its process one of leicestershire\\.");
        broken.put("update deadline set process_instance_id = 'gone' where reference = '$'", "\\Q$\\E: response of stage 1 is due on .* the process that it belongs to has ended\\.");
        broken.put("update deadline set due_on = due_on + 1 where reference = '$'", "\\Q$\\E: response of stage 1 is due on .*, and its process waits for .*\\.");
        broken.put("update deadline set id = - id where reference = '$' and kind = 'response'", "\\Q$\\E: row -\\d+ of deadline was not written by the product\\.");
        broken.put("update audit_head set sequence = sequence - 1", "The chain ends at entry \\d+, but entry \\d+ is marked as its end\\.");
        broken.put("update ACT_RU_TASK set ASSIGNEE_ = 'nobody-there' where TENANT_ID_ = 'kent'", "\\Q$\\E: Decide who answers is with an account that there is not\\.");
        broken.put("delete from ACT_RU_IDENTITYLINK where TYPE_ = 'candidate'", "\\Q$\\E: Decide who answers is for no group\\.");
        broken.put("delete from ACT_ID_MEMBERSHIP where USER_ID_ like 'kent-%'", "\\Q$\\E: Decide who answers is for [a-z-]+, in which nobody works for kent\\.");
        broken.put("update ACT_GE_BYTEARRAY set BYTES_ = X'20' where NAME_ = 'forms/acknowledge.form'", "The files of version \\d+.* have another SHA-256 than the record of changes says; \\d+ cases run on it\\.");
        broken.put("update ACT_RU_JOB set DUEDATE_ = timestamp '2020-01-01 00:00:00'", "\\d+ jobs are due, the oldest for [\\d,]+ minutes\\.");
        broken.put("update done_once set done = false where name = 'parts-from-before'", "parts-from-before is not done\\.");
        broken.put("delete from ACT_ID_MEMBERSHIP where GROUP_ID_ = 'camunda-admin'", "There is no administrator\\.");
        broken.put("insert into ACT_RU_INCIDENT (ID_, REV_, INCIDENT_TIMESTAMP_, INCIDENT_TYPE_, ACTIVITY_ID_, PROC_INST_ID_, PROC_DEF_ID_, CAUSE_INCIDENT_ID_, EXECUTION_ID_)"
                + " select 'incident', 1, current_timestamp, 'failedJob', 'ServiceTask_X', ID_, PROC_DEF_ID_, 'incident', ID_ from ACT_RU_EXECUTION where BUSINESS_KEY_ = '$' fetch first row only",
                "\\Q$\\E: ServiceTask_X of complaint stands still since .*\\.");
        return broken;
    }

    /** What is done is taken back afterwards. */
    private List<String> found(String reference, String damage) {
        return transaction.execute(status -> {
            status.setRollbackOnly();
            return jdbc.execute((ConnectionCallback<List<String>>) connection -> {
                if (!damage.isEmpty()) {
                    damage(connection, damage.replace("$", reference));
                }
                // what other tests ended is found, too
                return Inspection.of(connection, Integer.MAX_VALUE).findings().stream().flatMap(kind -> kind.said().stream()).toList();
            });
        });
    }

    private static void damage(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
