package org.redress.replay;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** The first start of the demonstration can be ended at any moment; the next one finds the state from before the cases, or that they are all there. */
class FirstStateTests {
    private final DriverManagerDataSource database = new DriverManagerDataSource("jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1", "redress", "");
    private final JdbcTemplate jdbc = new JdbcTemplate(database);

    @Test
    void isThereForWhoeverComesNextUntilItIsGivenUp() {
        jdbc.execute("create table complaint (number int primary key)");
        jdbc.execute("create sequence complaint_number");
        FirstState.of(database);
        jdbc.execute("insert into complaint values (next value for complaint_number)");

        var left = FirstState.left(database).orElseThrow();
        left.restore();
        assertThat(jdbc.queryForObject("select count(*) from complaint", Integer.class)).isZero();
        assertThat(jdbc.queryForObject("select next value for complaint_number", Integer.class)).isOne();

        left.close();
        assertThat(FirstState.left(database)).isEmpty();
    }

    @Test
    void isNothingWhereItWasBeingKeptOrGivenUp() {
        jdbc.execute("create table complaint (number int primary key)");
        FirstState.of(database);
        jdbc.execute("insert into complaint values (1)");
        jdbc.execute("drop table KEPT_STATE.\"WHOLE_STATE\"");

        assertThat(FirstState.left(database)).isEmpty();
        assertThat(jdbc.queryForObject("select count(*) from complaint", Integer.class)).isOne();
        FirstState.of(database).close();
    }
}
