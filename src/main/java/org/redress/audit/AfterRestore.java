package org.redress.audit;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.redress.audit.Audit.Place;
import org.redress.casefile.CaseFiles;

/** What the record of changes says of a restore: that there was one, and each row that it changed. */
public final class AfterRestore {
    private AfterRestore() {}

    /** Changes rows with a statement that gives their ids, and takes them into the chain. */
    public static int change(Connection connection, Clock clock, String table, String which, String update) throws SQLException {
        var places = new ArrayList<Place>();
        try (var statement = connection.createStatement(); var found = statement.executeQuery("select id from " + table + " where " + which)) {
            while (found.next()) {
                places.add(new Place(table, found.getLong(1)));
            }
        }
        try (var statement = connection.createStatement()) {
            statement.executeUpdate("update " + table + " set " + update + " where " + which);
        }
        new AsTheyAre(connection, clock, CaseFiles.PRODUCT).take(places, Entry.RESTORE);
        return places.size();
    }

    /** Says that there was one, and what was done. */
    public static void say(Connection connection, Clock clock, String what) throws SQLException {
        new AsTheyAre(connection, clock, CaseFiles.PRODUCT).milestone(Entry.RESTORE, what);
    }

    /** The numbers of cases that were removed with all their rows, the oldest first. */
    public static List<String> removed(Connection connection) throws SQLException {
        var removed = new ArrayList<String>();
        try (var statement = connection.prepareStatement("select reference from audit where operation = 'remove' and reference is not null order by sequence"); var found = statement.executeQuery()) {
            while (found.next()) {
                removed.add(found.getString(1));
            }
        }
        return removed;
    }
}
