package org.redress.audit;

import java.io.PrintStream;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.redress.audit.Verification.Anchor;
import org.redress.audit.Verification.Result;
import org.redress.casefile.ExistingDatabase;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.jdbc.DataSourceProperties;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Configuration;

/** {@code redress audit verify}: checks the record of changes of the configured database, without starting the product. */
public final class AuditCommand {
    private static final int WHOLE = 0;
    private static final int TAMPERED = 1;
    private static final int NOT_CHECKED = 2;
    private static final int MOST_FINDINGS = 100;
    private static final String USAGE = "Say: redress audit verify [--since ANCHOR] [--spring.datasource.url=…]";

    private AuditCommand() {}

    /** Only the settings, from the same places as the product's. */
    @Configuration
    @EnableConfigurationProperties(DataSourceProperties.class)
    static class Settings {}

    /**
     * Prints what is wrong, or that nothing is, and the anchor to write down.
     *
     * @return 0 if the record is whole, 1 if somebody tampered with it or with a row, 2 with one sentence if it could not be checked or its cases are made up
     */
    public static int run(List<String> arguments, PrintStream out, PrintStream err) {
        var words = new ArrayList<>(arguments);
        var settings = words.stream().filter(word -> word.startsWith("--spring.")).toArray(String[]::new);
        words.removeIf(word -> word.startsWith("--spring."));
        if (!(words.size() == 1 || words.size() == 3 && words.get(1).equals("--since")) || !words.get(0).equals("verify")) {
            err.println(USAGE);
            return NOT_CHECKED;
        }
        try (var context = new SpringApplicationBuilder(Settings.class).web(WebApplicationType.NONE).logStartupInfo(false).run(settings)) {
            var since = words.size() == 3 ? Anchor.parse(words.get(2)) : null;
            var database = context.getBean(DataSourceProperties.class);
            try (var connection = connect(database)) {
                var made = MadeDatabase.of(connection);
                if (made.isPresent()) {
                    err.println("The cases of this database are made up (" + made.get() + "): redress load made them directly in rows. It is no record that could be whole.");
                    return NOT_CHECKED;
                }
                return print(Verification.of(connection, since), out);
            }
        } catch (IllegalArgumentException e) {
            err.println(e.getMessage());
        } catch (SQLException e) {
            err.println(ExistingDatabase.whyNotOpened(e, "Stop the server, or copy the file while it stands still, and check again.")
                    .orElseGet(() -> "The record of changes cannot be read: " + e.getMessage()));
        }
        return NOT_CHECKED;
    }

    private static Connection connect(DataSourceProperties database) throws SQLException {
        var connection = DriverManager.getConnection(ExistingDatabase.url(database.determineUrl()), database.determineUsername(), database.determinePassword());
        connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
        connection.setReadOnly(true);
        connection.setAutoCommit(false);
        return connection;
    }

    private static int print(Result result, PrintStream out) {
        out.printf("%,d entries, %,d rows of %d tables.%n", result.end().sequence(), result.rows(), result.tables());
        result.findings().stream().limit(MOST_FINDINGS).forEach(out::println);
        if (result.findings().size() > MOST_FINDINGS) {
            out.println("And " + (result.findings().size() - MOST_FINDINGS) + " more.");
        }
        out.println(result.findings().isEmpty() ? "The record of changes is whole." : "The record of changes and the case files do not agree.");
        out.println("Anchor: " + result.end());
        return result.findings().isEmpty() ? WHOLE : TAMPERED;
    }
}
