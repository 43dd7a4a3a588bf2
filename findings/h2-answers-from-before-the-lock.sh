#!/usr/bin/env bash
# com.h2database:h2 2.3.232, in memory, default settings, isolation READ COMMITTED.
#
# Behaviour: a session keeps the result of its last run of a query and answers with it as long as the tables stand at the same number. When it has waited for a row lock, it goes on before
#   the number has moved.
# Most would guess: that whoever has waited for a row (select ... for update) sees what the other one has committed; that is what one locks the row for.
# Seen: a query that ran before the lock is answered after it with the result from before, in most of the rounds; with OPTIMIZE_REUSE_RESULTS=FALSE in none. Version 2.2.224 and version
#   2.4.240 did not do it in 3,000 rounds.
source "$(dirname "$0")/in-java"
seen=$(run_java com.h2database:h2:2.3.232 <<'JAVA'
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.concurrent.Executors;

public class Finding {
    private static final int ROUNDS = 1000;

    public static void main(String[] arguments) throws Exception {
        System.out.println("default " + (rounds("") > 0 ? "some" : "none"));
        System.out.println("off " + (rounds(";OPTIMIZE_REUSE_RESULTS=FALSE") > 0 ? "some" : "none"));
    }

    /** In how many rounds the second did not see what the first had committed while the second waited. */
    private static int rounds(String settings) throws Exception {
        int stale = 0;
        var pool = Executors.newSingleThreadExecutor();
        try (var first = DriverManager.getConnection("jdbc:h2:mem:" + settings.length() + ";DB_CLOSE_DELAY=-1" + settings); var second = DriverManager.getConnection(first.getMetaData().getURL() + settings)) {
            try (var statement = first.createStatement()) {
                statement.execute("create table turn (name varchar(10) primary key)");
                statement.execute("insert into turn values ('x')");
                statement.execute("create table person (id int primary key)");
            }
            first.setAutoCommit(false);
            second.setAutoCommit(false);
            var count = second.prepareStatement("select count(*) from person");
            var blocked = first.prepareStatement("select count(*) from information_schema.sessions where blocker_id is not null");
            for (int round = 0; round < ROUNDS; round++) {
                lock(first);
                try (var insert = first.prepareStatement("insert into person values (?)")) {
                    insert.setInt(1, round);
                    insert.executeUpdate();
                }
                var seen = pool.submit(() -> {
                    int before = number(count);
                    lock(second);
                    int after = number(count);
                    second.commit();
                    return after - before;
                });
                while (!seen.isDone() && number(blocked) == 0) {
                    Thread.onSpinWait();
                }
                first.commit();
                stale += seen.get() == 1 ? 0 : 1;
            }
        } finally {
            pool.shutdown();
        }
        return stale;
    }

    private static void lock(Connection connection) throws SQLException {
        try (var lock = connection.prepareStatement("select name from turn for update")) {
            lock.executeQuery().close();
        }
    }

    private static int number(PreparedStatement query) throws SQLException {
        try (var found = query.executeQuery()) {
            found.next();
            return found.getInt(1);
        }
    }
}
JAVA
)
expect "$seen" 'default some' 'off none'
