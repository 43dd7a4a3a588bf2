package org.redress.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.redress.testing.ProductTest;
import org.springframework.beans.factory.annotation.Autowired;

/** Services and leaves that were recorded before they were part of the record of changes come into it with an upgrade, and only then. */
@ProductTest
class RowsFromBeforeTests {
    @Autowired
    private RowsFromBefore rows;

    @Test
    void takesThemOnceAndNothingThatComesLaterPastTheProduct() throws SQLException {
        var url = "jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1";
        migrate(url, "15");
        try (var before = DriverManager.getConnection(url, "redress", "")) {
            execute(before, "insert into service (council, code, name) values ('kent', 'highways', 'Highways and transport')");
            execute(before, "insert into leave_of_absence (council, person, from_day, until_day, recorded_at, recorded_by) values ('kent', 'kent-manager',"
                    + " date '2026-06-01', date '2026-06-12', timestamp '2026-05-29 09:30:00', 'kent-manager')");
        }
        migrate(url, "latest");
        try (var after = DriverManager.getConnection(url, "redress", "")) {
            assertThat(findings(after)).hasSize(2).allMatch(finding -> finding.contains("not written by the product"));

            rows.take(after);

            assertThat(findings(after)).isEmpty();
            execute(after, "insert into council_service (council, code, name) values ('kent', 'moon', 'The moon')");
            rows.take(after);
            assertThat(findings(after)).singleElement().asString().startsWith("Table council_service").endsWith("not written by the product.");
        }
    }

    private static void migrate(String url, String target) {
        Flyway.configure().dataSource(url, "redress", "").locations("classpath:db/migration", "classpath:db/h2").target(target).load().migrate();
    }

    private static List<String> findings(Connection connection) throws SQLException {
        return Verification.of(connection, null).findings();
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
