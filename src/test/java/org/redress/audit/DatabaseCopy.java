package org.redress.audit;

import java.io.StringReader;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.h2.tools.RunScript;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;

/** A copy of the product's own tables in the hands of somebody who owns it and may do anything. */
final class DatabaseCopy {
    private DatabaseCopy() {}

    static Connection inMemory(JdbcTemplate product) {
        return at("jdbc:h2:mem:" + UUID.randomUUID(), product);
    }

    static Connection at(String url, JdbcTemplate product) {
        var script = product.execute((ConnectionCallback<String>) connection -> {
            var tables = new ArrayList<>(CaseTables.of(connection).names());
            tables.addAll(List.of("audit", "audit_head", "audit_key"));
            var lines = new StringBuilder();
            try (var statement = connection.createStatement(); var found = statement.executeQuery("script table " + String.join(", ", tables))) {
                while (found.next()) {
                    lines.append(found.getString(1)).append('\n');
                }
            }
            return lines.toString();
        });
        try {
            var copy = DriverManager.getConnection(url, "redress", "");
            RunScript.execute(copy, new StringReader(script.replace("CREATE USER IF NOT EXISTS", "--").replace("SET DB_CLOSE_DELAY", "--")));
            try (var statement = copy.createStatement()) {
                statement.execute("drop trigger if exists audit_is_not_updated");
                statement.execute("drop trigger if exists audit_is_not_deleted");
            }
            return copy;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
