package org.redress.tally;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.redress.audit.ReadLog;
import org.redress.testing.Answers;
import org.redress.testing.Office;
import org.redress.testing.ProductTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

/** What lists and figures read of each case is what the case files say, whether it was made with each change or all at once. */
@ProductTest
class KeptRowsTests {
    @Autowired
    private Office office;

    @Autowired
    private KeptRows kept;

    @Autowired
    private ReadLog readings;

    @Autowired
    private JdbcTemplate jdbc;

    @Test
    void followsTheRecordOfChangesAsIfAllWereMadeAnew() {
        kept.bringUpToDate();
        var reference = office.receive("kent", Map.of());
        assertThat(figures(reference)).as("nobody has asked").isEmpty();

        kept.bringUpToDate();
        assertThat(figures(reference)).containsExactly("received not-assessed-yet");
        assertThat(due(reference)).contains("acknowledgement");

        office.complete(reference, "Acknowledge complaint", Answers.acknowledge(office.today()));
        kept.bringUpToDate();
        assertThat(figures(reference)).containsExactlyInAnyOrder("received not-assessed-yet", "acknowledged in-time");
        assertThat(due(reference)).doesNotContain("acknowledgement");

        office.event(reference, "withdrawal", Map.of());
        office.complete(reference, "Confirm withdrawal", Answers.confirmWithdrawal(office.today()));
        kept.bringUpToDate();
        assertThat(figures(reference)).contains("ended WITHDRAWN");
        assertThat(due(reference)).isEmpty();

        var followed = List.of(all("case_figure"), all("case_due"));
        jdbc.update("update kept_rows set sequence = null");
        kept.bringUpToDate();
        assertThat(List.of(all("case_figure"), all("case_due"))).isEqualTo(followed);
    }

    @Test
    void makesNothingAnewBecauseSomebodyLooked() {
        var reference = office.receive("kent", Map.of());
        kept.bringUpToDate();
        jdbc.update("delete from case_figure where reference = ?", reference);

        office.as("kent-supervisor");
        readings.listed(List.of(reference), "kent", "search");
        kept.bringUpToDate();
        assertThat(figures(reference)).isEmpty();

        office.complete(reference, "Acknowledge complaint", Answers.acknowledge(office.today()));
        kept.bringUpToDate();
        assertThat(figures(reference)).contains("received not-assessed-yet");
    }

    private List<String> figures(String reference) {
        return jdbc.queryForList("select concat(figure, ' ', kind) from case_figure where reference = ?", String.class, reference);
    }

    private List<String> due(String reference) {
        return jdbc.queryForList("select kind from case_due where reference = ?", String.class, reference);
    }

    private List<Map<String, Object>> all(String table) {
        return jdbc.queryForList("select * from " + table + " order by complaint_id, " + (table.equals("case_due") ? "deadline_id" : "figure, number"));
    }
}
