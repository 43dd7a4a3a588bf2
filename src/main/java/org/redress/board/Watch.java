package org.redress.board;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.redress.calendar.WorkingCalendar;
import org.redress.identity.Reader;
import org.redress.identity.Role;
import org.redress.identity.Sight;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** For whom the board is drawn, and on which day: a supervisor, of the one council where they work, with the cases that there are for them. */
@Component
public class Watch {
    private static final ZoneId LONDON = ZoneId.of("Europe/London");
    private static final int AHEAD = 5;

    private final Reader reader;
    private final Sight sight;
    private final WorkingCalendar calendar;
    private final JdbcClient database;
    private final Clock clock;

    Watch(Reader reader, Sight sight, WorkingCalendar calendar, JdbcClient database, Clock clock) {
        this.reader = reader;
        this.sight = sight;
        this.calendar = calendar;
        this.database = database;
        this.clock = clock;
    }

    /** The council of which whoever is signed in is a supervisor; nothing for everybody else. */
    public Optional<String> council() {
        return reader.has(Role.SUPERVISORS) && reader.councils().size() == 1 ? Optional.of(reader.councils().get(0)) : Optional.empty();
    }

    /** Whether whoever is signed in may see figures of steps, which say nothing of a case. */
    public boolean seesFigures() {
        return council().isPresent() || reader.has(Role.PROCESS_OWNERS);
    }

    /** The councils of those figures: for supervisors their own, for process owners those to which they belong, or all, whose procedures they keep, if they belong to none. */
    List<String> councilsOfFigures() {
        return reader.councils().isEmpty() && reader.has(Role.PROCESS_OWNERS) ? database.sql("select ID_ from ACT_ID_TENANT").query(String.class).list() : reader.councils();
    }

    /** The cases that do not count in them: what is not there for a supervisor, and for process owners all that is restricted. */
    List<String> leftOutOfFigures() {
        return council().map(this::leftOut).orElseGet(() -> Stream.concat(Stream.of(""), database
                .sql("select c.reference from case_restriction r join complaint c on c.id = r.complaint_id where r.lifted_on is null").query(String.class).list().stream()).toList());
    }

    /** The cases of a council that are not there for whoever supervises it; with one that there never is, because a list in SQL is not empty. */
    List<String> leftOut(String council) {
        return Stream.concat(Stream.of(""), barred(council).stream()).toList();
    }

    /** The same, and none where there are none. */
    List<String> barred(String council) {
        return sight.barred(reader.user().orElse(""), council);
    }

    /** What the engine counts to a council for whoever is signed in: also the restricted cases that name them. */
    List<String> tenants(String council) {
        return reader.tenants(council);
    }

    /** The day of asking. */
    public LocalDate today() {
        return LocalDate.now(clock);
    }

    /** The fifth working day after today. Of a year whose bank holidays are not known yet only weekends are closed: a look ahead binds nobody. */
    public LocalDate until() {
        var day = today();
        for (int left = AHEAD; left > 0;) {
            day = day.plusDays(1);
            if (calendar.covers(day) ? calendar.isWorkingDay(day) : day.getDayOfWeek().getValue() <= AHEAD) {
                left--;
            }
        }
        return day;
    }

    /** Working days since a day that has passed. */
    int workingDaysSince(LocalDate day) {
        var today = today();
        return day.isBefore(today) && calendar.covers(day) && calendar.covers(today) ? calendar.count(day, today) : 0;
    }

    /** The cases of a council that there are for whoever is signed in, as a condition on a table that has their references and councils. */
    Sight.Rows cases(String council, String alias) {
        return sight.rows(reader.user().orElse(""), council, alias);
    }

    /** Those of some cases of a council that there are for whoever is signed in. */
    Set<String> seen(String council, Stream<@Nullable String> references) {
        return sight.seen(reader.user().orElse(""), council, references.filter(Objects::nonNull).collect(Collectors.toSet()));
    }

    /** Whether there is a case for whoever is signed in. */
    boolean sees(String council, String reference) {
        return sight.sees(reader.user().orElse(""), council, reference);
    }

    /** The values of that condition with the days of the questions of this package. */
    Map<String, Object> values(String council, Sight.Rows cases) {
        var values = values(council);
        values.putAll(cases.parameters());
        return values;
    }

    /** The council and the days of the questions of this package, as civil days and as moments of the engine. */
    Map<String, Object> values(String council) {
        var values = new HashMap<String, Object>();
        values.put("council", council);
        values.put("tenants", tenants(council));
        values.put("today", today());
        values.put("until", until());
        values.put("todayBegins", moment(today()));
        values.put("tomorrowBegins", moment(today().plusDays(1)));
        values.put("laterBegins", moment(until().plusDays(1)));
        return values;
    }

    static Date moment(LocalDate day) {
        return java.sql.Timestamp.from(day.atStartOfDay(LONDON).toInstant());
    }

    static LocalDate day(Date moment) {
        return moment.toInstant().atZone(LONDON).toLocalDate();
    }
}
