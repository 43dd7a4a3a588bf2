package org.redress.identity;

import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Who is away on which days, and who stands in for them. What is recorded anew for some of the same days takes the place of what was. */
@Component
public class Absences {
    private static final String ALL = "select id, council, person, deputy, from_day, until_day from leave_of_absence where not called_off";

    private final JdbcClient database;
    private final Clock clock;

    Absences(JdbcClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** The days on which somebody is away; without a deputy their work waits for a supervisor. */
    public record Leave(long id, String council, String person, @Nullable String deputy, LocalDate fromDay, LocalDate untilDay) {}

    /** The leave of a person today, if they are away. */
    public Optional<Leave> now(String person) {
        return on(person, LocalDate.now(clock));
    }

    /** The leave of a person on a day. */
    public Optional<Leave> on(String person, LocalDate day) {
        return database.sql(ALL + " and person = ? and from_day <= ? and until_day >= ? order by id desc").params(person, day, day)
                .query(Leave.class).list().stream().findFirst();
    }

    /** A leave of a person that has days between these. */
    public Optional<Leave> during(String person, LocalDate from, LocalDate until) {
        return database.sql(ALL + " and person = ? and from_day <= ? and until_day >= ? order by from_day").params(person, until, from)
                .query(Leave.class).list().stream().findFirst();
    }

    /** What is recorded of a person that is not over. */
    public List<Leave> toCome(String person) {
        return database.sql(ALL + " and person = ? and until_day >= ? order by from_day").params(person, LocalDate.now(clock)).query(Leave.class).list();
    }

    /** One leave, unless it was called off. */
    public Optional<Leave> find(long id) {
        return database.sql(ALL + " and id = ?").param(id).query(Leave.class).optional();
    }

    /** Records that somebody is away and gives the number of the leave; other leaves of the same days are called off. */
    public long record(String council, String person, @Nullable String deputy, LocalDate from, LocalDate until, String by) {
        database.sql("update leave_of_absence set called_off = true where person = ? and from_day <= ? and until_day >= ?")
                .params(person, until, from).update();
        var key = new org.springframework.jdbc.support.GeneratedKeyHolder();
        database.sql("insert into leave_of_absence (council, person, deputy, from_day, until_day, recorded_at, recorded_by) values (?, ?, ?, ?, ?, ?, ?)")
                .params(java.util.Arrays.asList(council, person, deputy, from, until, LocalDateTime.now(clock), by)).update(key, "id");
        return java.util.Objects.requireNonNull(key.getKey()).longValue();
    }

    /** Somebody is back, or does not go: what has begun ended yesterday, what has not is called off. */
    public void end(String person) {
        var today = LocalDate.now(clock);
        database.sql("update leave_of_absence set until_day = ? where person = ? and not called_off and from_day < ? and until_day >= ?")
                .params(today.minusDays(1), person, today, today).update();
        database.sql("update leave_of_absence set called_off = true where person = ? and from_day >= ?").params(person, today).update();
    }
}
