package org.redress.find;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.redress.audit.ReadLog;
import org.redress.casefile.CaseStatus;
import org.redress.casefile.Reference;
import org.redress.casefile.Words;
import org.redress.database.Postgres;
import org.redress.find.KeptWords.In;
import org.redress.identity.Reader;
import org.redress.identity.Services;
import org.redress.identity.Sight;
import org.redress.identity.Sight.Content;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.dao.QueryTimeoutException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.stereotype.Component;

/**
 * The search over the cases of a council, open and closed, that are there for whoever asks. It is noted that somebody looked, and which cases they were shown, but
 * never for what they looked (DAT-01).
 */
@Component
public class CaseSearch {
    /** So many on a page. */
    public static final int PAGE = 20;
    /** Counted up to here; beyond, there are more. */
    public static final int MOST_COUNTED = 1000;
    private static final int MOST_WORDS = 10;
    /** More than a restriction or a name in a complaint takes away from what is counted. */
    private static final int MANY = 3000;
    /** If half of so many of the newest cases have some words, the newest of all are counted: the index of words would be read to its end for what is in nearly every case. */
    private static final int NEWEST = 50;
    private static final int NEWEST_OF_ALL = 2 * MOST_COUNTED + 2;
    private static final int MOST_PEOPLE = 50;
    private static final Found NOTHING = new Found(0, false, List.of(), null);
    private static final String LISTED = "search";
    private static final String OF_THE_COUNCIL = "s.council = :sightCouncil";

    /** In one set, so that what somebody has is read and not each case of the council asked for them. */
    private static final String HAS_IT = """
            s.complaint_id in (select k.id from ACT_RU_TASK t join ACT_RU_EXECUTION e on e.ID_ = t.PROC_INST_ID_ join complaint k on k.reference = e.BUSINESS_KEY_ where t.ASSIGNEE_ in (:holders)
                union select a.complaint_id from appointment a where a.person in (:holders) and a.from_day <= :today and (a.until_day is null or a.until_day >= :today))
            """;

    private final NamedParameterJdbcTemplate database;
    private final Sight sight;
    private final Reader reader;
    private final ReadLog readings;
    private final NowWith tasks;
    private final Services services;
    private final Clock clock;
    private final boolean textSearch;

    CaseSearch(JdbcTemplate database, Sight sight, Reader reader, ReadLog readings, NowWith tasks, Services services, Clock clock,
            @Value("${redress.search.longest:5s}") Duration longest) {
        var bounded = new JdbcTemplate(Objects.requireNonNull(database.getDataSource()));
        bounded.setQueryTimeout((int) Math.max(1, longest.toSeconds()));
        this.database = new NamedParameterJdbcTemplate(bounded);
        this.sight = sight;
        this.reader = reader;
        this.readings = readings;
        this.tasks = tasks;
        this.services = services;
        this.clock = clock;
        this.textSearch = Postgres.is(database);
    }

    /**
     * What was found.
     *
     * @param count how many there are, at most {@link #MOST_COUNTED}, and {@code more} if there are more
     * @param next where the next page begins, if there is one
     */
    public record Found(int count, boolean more, List<FoundCase> cases, @Nullable String next) {}

    /** It took too long. */
    public static final class TookTooLong extends RuntimeException {
        private static final long serialVersionUID = 1L;

        TookTooLong(Throwable cause) {
            super("That would take too long; say more, for example a name and a year.", cause);
        }
    }

    private record Row(String reference, String person, String subject, String state, CaseStatus status, @Nullable String procedure, int stage, @Nullable String service,
            LocalDate received, @Nullable LocalDate closed, @Nullable LocalDate due) {}

    /** The cases of the council of whoever is signed in; nothing for whoever belongs to none. */
    public Found find(Wanted wanted) {
        var person = reader.user();
        if (person.isEmpty() || reader.councils().size() != 1) {
            return NOTHING;
        }
        var council = reader.councils().get(0);
        try {
            return find(wanted, person.get(), council);
        } catch (QueryTimeoutException e) {
            throw new TookTooLong(e);
        }
    }

    /** The cases that are wanted, as conditions on their rows. */
    private static final class Which {
        private final List<String> all = new ArrayList<>();
        private boolean inFew;
        private boolean inMany;
        private boolean more;

        Which(String there) {
            all.add(there);
        }

        void add(String condition) {
            all.add(condition);
        }

        /**
         * Words that are in many cases: these are read in their order and each asked for them.
         *
         * @param more whether more of the cases that the reader may find have them than are counted
         */
        void many(String words, boolean more) {
            add(words);
            inMany = true;
            this.more = more;
        }

        /** Words that are in few cases, which are known. */
        void few(String cases) {
            add(cases);
            inFew = true;
        }

        String there() {
            return all.get(0);
        }

        String from() {
            return " from case_search s where " + String.join(" and ", all);
        }

        /** Nothing but words that more cases have than are counted. */
        boolean moreThanCounted() {
            return inMany && more && !inFew && all.size() == 2;
        }
    }

    private Found find(Wanted wanted, String person, String council) {
        var there = sight.rows(person, council, "s");
        if (there.parameters().isEmpty()) {
            readings.searched(council, List.of(), LISTED);
            return NOTHING;
        }
        var parameters = new HashMap<String, Object>(there.parameters());
        var which = new Which(there.condition());
        narrow(wanted, council, which, parameters);
        int counted = which.moreThanCounted() ? MOST_COUNTED + 1
                : Objects.requireNonNull(database.queryForObject("select count(*) from (select 1" + which.from() + " fetch first " + (MOST_COUNTED + 1) + " rows only) counted", parameters, Integer.class));
        var page = counted == 0 ? List.<Row>of() : page(wanted, which, parameters);
        var shown = page.subList(0, Math.min(PAGE, page.size()));
        // noted before they are shown
        readings.searched(council, shown.stream().map(Row::reference).toList(), LISTED);
        var now = tasks.of(council, shown.stream().map(Row::reference).toList());
        var contents = contents(person, council, shown);
        var names = shown.stream().allMatch(row -> row.service() == null) ? Map.<String, String>of() : services.names(council);
        var last = shown.isEmpty() ? null : shown.get(shown.size() - 1);
        return new Found(Math.min(counted, MOST_COUNTED), counted > MOST_COUNTED,
                shown.stream().map(row -> found(row, names, contents, now.getOrDefault(row.reference(), List.of()))).toList(),
                page.size() > PAGE && last != null ? last.received() + " " + last.reference() : null);
    }

    /** What words have found is put in order afterwards; the index of the order would lead through all cases until a page is full. */
    private List<Row> page(Wanted wanted, Which which, Map<String, Object> parameters) {
        var going = "";
        var all = new HashMap<>(parameters);
        if (Wanted.given(wanted.after())) {
            var after = wanted.after();
            all.put("afterDay", LocalDate.parse(after.substring(0, 10)));
            all.put("afterReference", after.substring(11));
            going = " and (s.received_on < :afterDay or s.received_on = :afterDay and s.reference < :afterReference)";
        }
        return database.query("select s.reference, s.person, s.subject, s.state, s.status, s.procedure_key, s.stage, s.service, s.received_on, s.closed_on, s.next_due" + which.from() + going
                + " order by s.received_on" + (which.inFew ? " + 0" : "") + " desc, s.reference desc fetch first " + (PAGE + 1) + " rows only", all, CaseSearch::row);
    }

    private static Row row(ResultSet found, int number) throws SQLException {
        return new Row(found.getString("reference"), found.getString("person"), found.getString("subject"), found.getString("state"), CaseStatus.valueOf(found.getString("status")),
                found.getString("procedure_key"), found.getInt("stage"), found.getString("service"), found.getObject("received_on", LocalDate.class),
                found.getObject("closed_on", LocalDate.class), found.getObject("next_due", LocalDate.class));
    }

    /** What the reader's roles may read of such cases: all that are found are there for them, so it depends on the side alone. */
    private Set<Content> contents(String person, String council, List<Row> shown) {
        return shown.isEmpty() ? EnumSet.noneOf(Content.class) : sight.contents(person, council, shown.get(0).reference());
    }

    private static FoundCase found(Row row, Map<String, String> services, Set<Content> contents, List<FoundCase.Now> now) {
        return new FoundCase(row.reference(), contents.contains(Content.PEOPLE) ? row.person() : null, contents.contains(Content.COMPLAINT) ? row.subject() : null, row.state(),
                row.status().text(), row.procedure(), row.stage(), row.service() == null ? null : services.getOrDefault(row.service(), row.service()), row.received(), row.closed(), row.due(), now);
    }

    private void narrow(Wanted wanted, String council, Which which, Map<String, Object> parameters) {
        words(wanted, council, which, parameters);
        if (Wanted.given(wanted.person())) {
            var words = Words.kept(wanted.person());
            if (words.isEmpty()) {
                which.add("1 = 0");
            } else {
                named(council, words, which, parameters);
            }
        }
        equal("state", wanted.state(), which, parameters);
        equal("procedure_key", wanted.procedure(), which, parameters);
        equal("service", wanted.service(), which, parameters);
        if (wanted.stage() != null) {
            which.add("s.stage = :stage");
            parameters.put("stage", wanted.stage());
        }
        if (Wanted.given(wanted.holder())) {
            var holders = people(council, wanted.holder());
            which.add(holders.isEmpty() ? "1 = 0" : HAS_IT);
            parameters.put("holders", holders);
            parameters.put("today", LocalDate.now(clock));
        }
        between("received_on", wanted.receivedFrom(), wanted.receivedUntil(), which, parameters);
        between("next_due", wanted.dueFrom(), wanted.dueUntil(), which, parameters);
        between("closed_on", wanted.closedFrom(), wanted.closedUntil(), which, parameters);
    }

    /** The people of a council who are called so, or whose id it is. */
    private List<String> people(String council, String typed) {
        var like = "%" + String.join("%", Words.of(typed)) + "%";
        return database.queryForList("select u.ID_ from ACT_ID_USER u join ACT_ID_TENANT_MEMBER m on m.USER_ID_ = u.ID_ where m.TENANT_ID_ = :council"
                + " and (u.ID_ = :id or lower(concat(u.FIRST_, ' ', u.LAST_)) like :like) order by u.ID_ fetch first " + MOST_PEOPLE + " rows only",
                Map.of("council", council, "id", typed.strip(), "like", like), String.class);
    }

    /** A reference that there is comes before words that may be in others. */
    private void words(Wanted wanted, String council, Which which, Map<String, Object> parameters) {
        if (!Wanted.given(wanted.words())) {
            return;
        }
        var typed = wanted.words().strip();
        var reference = Reference.read(typed);
        var number = typed.matches("0*\\d{1,9}") ? Optional.of(Integer.valueOf(typed)) : Optional.<Integer>empty();
        var words = Words.kept(typed);
        if (reference.key().isEmpty() || words.isEmpty()) {
            which.add("1 = 0");
            return;
        }
        parameters.put("key", reference.key());
        var byReference = "s.reference_key = :key or s.other_key = :key";
        if (number.isPresent()) {
            byReference += " or s.number = :number";
            parameters.put("number", number.get());
        }
        var sql = "select count(*) from (select 1 from case_search s where " + which.there() + " and (" + byReference + ") fetch first 1 rows only) counted";
        if (reference.key().chars().anyMatch(Character::isDigit) && !Integer.valueOf(0).equals(database.queryForObject(sql, parameters, Integer.class))) {
            which.add("(" + byReference + ")");
        } else {
            containing(council, words.stream().limit(MOST_WORDS).toList(), which, parameters);
        }
    }

    /** Each word is one of the case's, or begins one. */
    private void containing(String council, Collection<String> words, Which which, Map<String, Object> parameters) {
        looked(council, words, "w.names || w.words", which, parameters, In.TEXT, In.NAMES);
    }

    /** Each word begins one of a name. */
    private void named(String council, Collection<String> words, Which which, Map<String, Object> parameters) {
        looked(council, words, "w.names", which, parameters, In.NAMES);
    }

    private void looked(String council, Collection<String> words, String where, Which which, Map<String, Object> parameters, In... places) {
        var kept = new KeptWords(parameters);
        var some = words.stream().distinct().limit(MOST_WORDS).toList();
        if (textSearch) {
            indexed(council, kept.indexed(council, some, true, places), which, parameters);
        } else {
            which.add("s.complaint_id in (select w.complaint_id from case_words w where w.council = :sightCouncil and " + kept.compared(where, some, true) + ")");
        }
    }

    /** The index is read once, however often the cases are asked for that it gave. */
    private void indexed(String council, String question, Which which, Map<String, Object> parameters) {
        var words = "(select w.found @@ " + question + " from case_words w where w.complaint_id = s.complaint_id)";
        if (newest(NEWEST, OF_THE_COUNCIL, words, parameters) * 2 >= NEWEST && newest(NEWEST_OF_ALL, which.there(), words, parameters) > MOST_COUNTED) {
            which.many(words, true);
            return;
        }
        var found = database.queryForList("select found from case_words_found(" + question + ", " + MANY + ") found", parameters, Long.class);
        if (found.size() == MANY) {
            // so many cases of the council: who reads only some of them is told how many of those, and nothing of the others
            which.many(words, reader.user().filter(person -> sight.seesAllOfTheCouncil(person, council)).isPresent());
        } else {
            var name = "found" + parameters.size();
            parameters.put(name, found.stream().map(String::valueOf).collect(Collectors.joining(",", "{", "}")));
            which.few("s.complaint_id = any (cast(:" + name + " as bigint[]))");
        }
    }

    /** How many of the newest of some cases have some words, at most {@link #MOST_COUNTED} and one more. */
    private int newest(int most, String of, String words, Map<String, Object> parameters) {
        return Objects.requireNonNull(database.queryForObject("select count(*) from (select 1 from (select s.complaint_id from case_search s where " + of
                + " order by s.received_on desc, s.reference desc fetch first " + most + " rows only) s where " + words + " fetch first " + (MOST_COUNTED + 1) + " rows only) counted", parameters, Integer.class));
    }

    private static void equal(String column, @Nullable String value, Which which, Map<String, Object> parameters) {
        if (Wanted.given(value)) {
            which.add("s." + column + " = :" + column);
            parameters.put(column, value.strip());
        }
    }

    private static void between(String column, @Nullable LocalDate from, @Nullable LocalDate until, Which which, Map<String, Object> parameters) {
        if (from != null) {
            which.add("s." + column + " >= :" + column + "From");
            parameters.put(column + "From", from);
        }
        if (until != null) {
            which.add("s." + column + " <= :" + column + "Until");
            parameters.put(column + "Until", until);
        }
    }
}
