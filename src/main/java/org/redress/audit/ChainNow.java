package org.redress.audit;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The chain as it stands, looked at without reading all of it.
 *
 * @param wrong what is wrong with its end, in sentences
 * @param milestones upgrades, restores and baselines, as the chain says them
 */
public record ChainNow(List<String> wrong, List<String> milestones) {
    private static final String LAST = "select h.sequence, h.hash, a.hash, (select max(sequence) from audit), (select count(*) from audit) from audit_head h left join audit a on a.sequence = h.sequence";

    /** With a connection that sees one state of the database. */
    public static ChainNow of(Connection connection) throws SQLException {
        var wrong = new ArrayList<String>();
        try (var statement = connection.prepareStatement(LAST); var found = statement.executeQuery()) {
            if (!found.next()) {
                wrong.add("The end of the chain is not marked any more.");
            } else if (found.getLong(1) != found.getLong(4) || found.getString(3) != null && !found.getString(3).equals(found.getString(2))) {
                wrong.add("The chain ends at entry " + found.getLong(4) + ", but entry " + found.getLong(1) + " is marked as its end.");
            } else if (found.getLong(5) != found.getLong(4)) {
                wrong.add((found.getLong(4) - found.getLong(5)) + " entries of the chain are missing.");
            }
        }
        var milestones = new ArrayList<String>();
        var names = Entry.MILESTONES.stream().sorted().map(name -> "'" + name + "'").collect(Collectors.joining(", "));
        try (var statement = connection.prepareStatement("select sequence, recorded_at, who, operation, changed from audit where reference is null and operation in (" + names + ") order by sequence");
                var found = statement.executeQuery()) {
            while (found.next()) {
                milestones.add("Entry " + found.getLong(1) + ", " + found.getString(2) + ", " + found.getString(3) + ": " + found.getString(4) + " " + found.getString(5) + ".");
            }
        }
        return new ChainNow(wrong, milestones);
    }

    /** How far it has come, to be written down outside. */
    public static String end(Connection connection) throws SQLException {
        try (var statement = connection.prepareStatement("select sequence, hash from audit_head"); var found = statement.executeQuery()) {
            return found.next() ? found.getLong(1) + ":" + found.getString(2) : "0:";
        }
    }

    /** Whether it has come through a place that was written down. */
    public static boolean leadsThrough(Connection connection, String anchor) throws SQLException {
        var parts = anchor.split(":", 2);
        if (parts.length < 2 || !parts[0].matches("\\d{1,18}") || parts[0].equals("0")) {
            return true;
        }
        try (var statement = connection.prepareStatement("select hash from audit where sequence = ?")) {
            statement.setLong(1, Long.parseLong(parts[0]));
            try (var found = statement.executeQuery()) {
                return found.next() && parts[1].equals(found.getString(1));
            }
        }
    }
}
