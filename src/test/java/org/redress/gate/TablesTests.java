package org.redress.gate;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** Other tests say that nothing has changed; here something has, and they would know. */
class TablesTests {
    private final String url = "jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1";
    private final JdbcTemplate database = new JdbcTemplate(new DriverManagerDataSource(url));

    @BeforeEach
    void oneLetter() {
        database.execute("create table letter (id int primary key, words varchar, long_words clob, scan blob)");
        database.execute("create table other (id int primary key)");
        database.update("insert into letter values (1, 'One', 'long', x'01')");
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', value = {
        "insert into letter values (2, 'Two', null, null); LETTER: 2 | Two | null | null",
        "update letter set words = 'Other'; LETTER: 1 | One | long | 1 bytes 32, LETTER: 1 | Other | long | 1 bytes 32",
        "update letter set long_words = 'short'; LETTER: 1 | One | long | 1 bytes 32, LETTER: 1 | One | short | 1 bytes 32",
        "update letter set scan = x'02'; LETTER: 1 | One | long | 1 bytes 32, LETTER: 1 | One | long | 1 bytes 33",
        "delete from letter; LETTER: 1 | One | long | 1 bytes 32",
        "truncate table letter; LETTER: 1 | One | long | 1 bytes 32",
        "drop table letter; LETTER: 1 | One | long | 1 bytes 32",
        "create table third as select 3 as id; THIRD: 3",
    })
    void noticeAChange(String change, String rows) {
        Tables.all(database);
        var before = Tables.all(database);
        database.execute(change);

        assertThat(String.join(", ", Tables.changed(database, before))).isEqualTo(rows);
    }

    @Test
    void noticeWhatIsDecidedOnLater() throws SQLException {
        try (var somebody = DriverManager.getConnection(url); var statement = somebody.createStatement()) {
            somebody.setAutoCommit(false);
            statement.executeUpdate("insert into other values (1)");
            var before = Tables.all(database);
            assertThat(Tables.changed(database, before)).isEmpty();
            somebody.commit();

            assertThat(Tables.changed(database, before)).containsExactly("OTHER: 1");
        }
    }

    @Test
    void noticeNothingInWhatWasTakenBack() throws SQLException {
        var before = Tables.all(database);
        try (var somebody = DriverManager.getConnection(url); var statement = somebody.createStatement()) {
            somebody.setAutoCommit(false);
            statement.executeUpdate("delete from letter");
            somebody.rollback();
        }

        assertThat(Tables.changed(database, before)).isEmpty();
    }
}
