package org.redress.operation;

import java.sql.Connection;
import java.sql.Date;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.stream.Stream;
import org.redress.sending.DispatchState;
import org.redress.versions.StoredVersions;

/**
 * The numbers that whoever runs the product watches; no case is among them.
 *
 * @param open cases that are not over, by council and stage
 * @param overdue deadlines that have passed and are still owed by a council or the Ombudsman, by council
 * @param incidents steps of the product that failed and stand still
 * @param chain entries of the record of changes
 * @param waiting notices that wait to be sent
 * @param givenUp notices that could not be sent
 * @param dispatches letters that the product sends, by how they stand
 * @param folders different models that the nodes have started with which run
 */
record Counts(List<Open> open, List<Overdue> overdue, Jobs jobs, long incidents, long chain, long waiting, long givenUp, List<Dispatches> dispatches, long folders) {
    /** The statuses of cases that are not over. */
    static final String NOT_OVER = "('OPEN', 'PAUSED', 'WITH_OMBUDSMAN', 'DECIDED')";
    private static final ZoneId LONDON = ZoneId.of("Europe/London");

    record Open(String council, int stage, long cases) {}

    record Overdue(String council, long deadlines) {}

    /** So many letters stand like this: waiting, accepted, failed. */
    record Dispatches(String state, long letters) {}

    /**
     * What the product does by itself.
     *
     * @param due could be done now and nobody does it
     * @param oldest how long the oldest of these has been due
     * @param locked by a node that does it at this moment
     * @param abandoned locked by a node that did not end in time
     * @param givenUp tried as often as it is tried
     */
    record Jobs(long due, Duration oldest, long locked, long abandoned, long givenUp) {}

    static Counts of(Connection connection, Instant now) throws SQLException {
        var open = new ArrayList<Open>();
        try (var statement = connection.prepareStatement("select council, stage, count(*) from complaint where status in " + NOT_OVER + " group by council, stage order by council, stage");
                var found = statement.executeQuery()) {
            while (found.next()) {
                open.add(new Open(found.getString(1), found.getInt(2), found.getLong(3)));
            }
        }
        var overdue = new ArrayList<Overdue>();
        try (var statement = connection.prepareStatement("select c.council, count(*) from deadline d join complaint c on c.reference = d.reference"
                + " where d.state = 'OPEN' and d.due_on < ? and d.owed_by not in ('complainant', 'parties', 'nobody') group by c.council order by c.council")) {
            statement.setDate(1, Date.valueOf(LocalDate.ofInstant(now, LONDON)));
            try (var found = statement.executeQuery()) {
                while (found.next()) {
                    overdue.add(new Overdue(found.getString(1), found.getLong(2)));
                }
            }
        }
        return new Counts(open, overdue, jobs(connection, now), count(connection, "select count(*) from ACT_RU_INCIDENT where ID_ = CAUSE_INCIDENT_ID_"),
                count(connection, "select coalesce(max(sequence), 0) from audit_head"), count(connection, "select count(*) from notice where state = 'waiting'"),
                count(connection, "select count(*) from notice where state = 'given-up'"), dispatches(connection), StoredVersions.nodes(connection).folders());
    }

    private static List<Dispatches> dispatches(Connection connection) throws SQLException {
        var dispatches = new EnumMap<DispatchState, Long>(DispatchState.class);
        // none is a number too: an alarm on one that is not there says nothing
        Stream.of(DispatchState.values()).forEach(state -> dispatches.put(state, 0L));
        try (var statement = connection.createStatement(); var found = statement.executeQuery("select state, count(*) from dispatch group by state")) {
            while (found.next()) {
                dispatches.put(DispatchState.valueOf(found.getString(1)), found.getLong(2));
            }
        }
        return dispatches.entrySet().stream().map(state -> new Dispatches(state.getKey().code(), state.getValue())).toList();
    }

    private static Jobs jobs(Connection connection, Instant now) throws SQLException {
        try (var statement = connection.prepareStatement("""
                select coalesce(sum(case when RETRIES_ > 0 and SUSPENSION_STATE_ = 1 and LOCK_OWNER_ is null and (DUEDATE_ is null or DUEDATE_ <= ?) then 1 else 0 end), 0),
                    min(case when RETRIES_ > 0 and SUSPENSION_STATE_ = 1 and LOCK_OWNER_ is null and DUEDATE_ <= ? then DUEDATE_ end),
                    coalesce(sum(case when LOCK_OWNER_ is not null and LOCK_EXP_TIME_ > ? then 1 else 0 end), 0),
                    coalesce(sum(case when LOCK_OWNER_ is not null and LOCK_EXP_TIME_ <= ? then 1 else 0 end), 0),
                    coalesce(sum(case when RETRIES_ = 0 then 1 else 0 end), 0)
                from ACT_RU_JOB
                """)) {
            moments(statement, now);
            try (var found = statement.executeQuery()) {
                found.next();
                var oldest = found.getTimestamp(2);
                return new Jobs(found.getLong(1), oldest == null ? Duration.ZERO : Duration.between(oldest.toInstant(), now), found.getLong(3), found.getLong(4), found.getLong(5));
            }
        }
    }

    private static void moments(PreparedStatement statement, Instant now) throws SQLException {
        for (int i = 1; i <= statement.getParameterMetaData().getParameterCount(); i++) {
            statement.setTimestamp(i, Timestamp.from(now));
        }
    }

    static long count(Connection connection, String query) throws SQLException {
        try (var statement = connection.createStatement(); var found = statement.executeQuery(query)) {
            return found.next() ? found.getLong(1) : 0;
        }
    }
}
