package org.redress.attachments;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.redress.testing.Office;
import org.redress.testing.ProductTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;

/** Files on H2: in pieces, and one after the other where there is not room for both. */
@ProductTest
class AttachmentRoomTests {
    private static final LocalDate MON_2026_06_01 = LocalDate.of(2026, 6, 1);

    @Autowired private ApplicationContext product;
    @Autowired private Office office;
    @Autowired private JdbcTemplate jdbc;

    @Test
    void givesOutWhatItTookAndLetsOneOfTwoIntoTheLastRoom() throws Exception {
        office.on(MON_2026_06_01);
        var reference = office.receive("kent", Map.of());

        AttachmentChecks.givesOutWhatItTook(product, reference);
        AttachmentChecks.letsOneOfTwoIntoTheLastRoom(product, reference);

        assertThat(jdbc.queryForList("select a.number from attachment a join complaint c on c.id = a.complaint_id where c.reference = ? order by a.number", Integer.class, reference))
                .containsExactly(1, 2);
    }
}
