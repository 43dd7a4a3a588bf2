package org.redress.find;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.redress.casefile.CaseStatus;
import org.redress.casefile.CaseWatch;
import org.redress.casefile.Part;
import org.redress.casefile.Reference;
import org.redress.casefile.Words;
import org.redress.gate.KeptApart;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.namedparam.SqlParameterSource;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Keeps the rows of {@code case_search}, {@code case_words} and {@code case_staff} as the case file says, at the end of each transaction that changed it. */
@Component
class SearchRows implements CaseWatch {
    /** A change of anything else moves nothing that is kept here. */
    private static final Set<String> READ = Set.of("complaint", "party", "issue", "deadline");
    private static final Set<String> WORDS = Set.of("complaint", "party", "issue");

    private static final int LONGEST_SUBJECT = 100;
    private static final int LONGEST_PERSON = 400;
    private static final int LONGEST_NAME = 200;
    /** More than anybody looks for, and less than PostgreSQL takes. */
    private static final int MOST_WORDS = 100_000;
    private static final Pattern LAST_NUMBER = Pattern.compile("(\\d{1,9})\\D*$");
    private static final Pattern BLANKS = Pattern.compile("\\s+");

    private final NamedParameterJdbcTemplate database;
    private final KeptApart apart;

    SearchRows(NamedParameterJdbcTemplate database, KeptApart apart) {
        this.database = database;
        this.apart = apart;
    }

    private record Case(long id, String council, String reference, CaseStatus status, LocalDate statusSince, @Nullable String because, LocalDate receivedOn, String complainedOf,
            @Nullable String wanted, @Nullable String procedure, int stage, @Nullable String service, boolean ombudsmans, @Nullable String other, @Nullable String oldNumber) {}

    private record Person(String label, Part part, List<String> names) {}

    private record Due(String kind, LocalDate on) {}

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public void changed(Map<String, Set<String>> tables) {
        var facts = tables.entrySet().stream().filter(one -> !Collections.disjoint(one.getValue(), READ)).map(Map.Entry::getKey).toList();
        if (!facts.isEmpty()) {
            write(facts, tables.entrySet().stream().filter(one -> !Collections.disjoint(one.getValue(), WORDS)).map(Map.Entry::getKey).collect(Collectors.toSet()));
        }
    }

    /** Writes all rows of these cases. */
    void write(Collection<String> references) {
        write(references, Set.copyOf(references));
    }

    private void write(Collection<String> references, Set<String> withWords) {
        var ids = database.queryForList("select id from complaint where reference in (:references) order by id", Map.of("references", references), Long.class);
        if (ids.isEmpty()) {
            return;
        }
        var of = Map.of("ids", ids);
        // one after the other, so that nobody writes what was right before the other's change
        var there = new LinkedHashSet<>(database.queryForList("select complaint_id from case_search where complaint_id in (:ids) order by complaint_id for update", of, Long.class));
        var cases = database.query("select id, council, reference, status, status_since, status_because, received_at, complained_of, outcome_wanted, procedure_key, stage, service, ombudsmans,"
                + " counterpart_reference, old_number from complaint where id in (:ids) order by id", of, SearchRows::read);
        var dues = dues(cases);
        var people = people(ids);
        var issues = new HashMap<Long, List<String>>();
        database.query("select complaint_id, text from issue where complaint_id in (:ids) order by complaint_id, number", of,
                found -> { issues.computeIfAbsent(found.getLong(1), id -> new ArrayList<>()).add(found.getString(2)); });
        var rows = cases.stream().map(one -> row(one, people.getOrDefault(one.id(), List.of()), dues.get(one.reference()))).toList();
        save("case_search", rows, there);
        var changed = cases.stream().filter(one -> withWords.contains(one.reference()) || !there.contains(one.id())).toList();
        var words = changed.stream().map(one -> words(one, people.getOrDefault(one.id(), List.of()), issues.getOrDefault(one.id(), List.of()))).toList();
        save("case_words", words, new LinkedHashSet<>(changed.isEmpty() ? List.of()
                : database.queryForList("select complaint_id from case_words where complaint_id in (:ids)", Map.of("ids", changed.stream().map(Case::id).toList()), Long.class)));
        staff(changed, people);
    }

    private static Case read(ResultSet found, int number) throws SQLException {
        return new Case(found.getLong("id"), found.getString("council"), found.getString("reference"), CaseStatus.valueOf(found.getString("status")),
                found.getObject("status_since", LocalDate.class), found.getString("status_because"), found.getTimestamp("received_at").toLocalDateTime().toLocalDate(),
                found.getString("complained_of"), found.getString("outcome_wanted"), found.getString("procedure_key"), found.getInt("stage"), found.getString("service"),
                found.getBoolean("ombudsmans"), found.getString("counterpart_reference"), found.getString("old_number"));
    }

    /** The first day that is due of a council, a panel or an Ombudsman. */
    private Map<String, Due> dues(List<Case> cases) {
        var dues = new HashMap<String, Due>();
        database.query("select reference, kind, due_on from deadline where reference in (:references) and state = 'OPEN' and owed_by not in ('complainant', 'parties', 'nobody')"
                + " order by due_on desc, id desc", Map.of("references", cases.stream().map(Case::reference).toList()),
                found -> { dues.put(found.getString(1), new Due(found.getString(2), found.getObject(3, LocalDate.class))); });
        return dues;
    }

    private Map<Long, List<Person>> people(List<Long> ids) {
        var people = new HashMap<Long, List<Person>>();
        database.query("select complaint_id, label, role, part, also_called from party where complaint_id in (:ids) order by complaint_id, number, id", Map.of("ids", ids), found -> {
            var all = people.computeIfAbsent(found.getLong("complaint_id"), id -> new ArrayList<>());
            var part = found.getString("part") != null ? Part.valueOf(found.getString("part")) : all.isEmpty() ? Part.COMPLAINANT : Part.read(found.getString("role"));
            var also = found.getString("also_called");
            all.add(new Person(found.getString("label"), part, Stream.concat(Stream.of(found.getString("label")), also == null ? Stream.of() : also.lines()).toList()));
        });
        return people;
    }

    private static MapSqlParameterSource row(Case one, List<Person> people, @Nullable Due due) {
        var number = LAST_NUMBER.matcher(one.reference());
        var complaining = people.stream().filter(person -> person.part().complains()).map(Person::label).collect(Collectors.joining(", "));
        boolean waits = one.status() == CaseStatus.PAUSED || one.status() == CaseStatus.WITH_OMBUDSMAN;
        return new MapSqlParameterSource("complaint_id", one.id()).addValue("council", one.council()).addValue("reference", one.reference())
                .addValue("reference_key", Reference.read(one.reference()).key()).addValue("number", number.find() ? Integer.parseInt(number.group(1)) : 0)
                .addValue("other_key", one.other() == null ? null : Reference.read(one.other()).key()).addValue("ombudsmans", one.ombudsmans())
                .addValue("state", one.status().over() ? "closed" : waits ? "waiting" : "open").addValue("status", one.status().name()).addValue("status_since", one.statusSince())
                .addValue("outcome", one.because()).addValue("procedure_key", one.procedure()).addValue("stage", one.stage()).addValue("service", one.service())
                .addValue("person", cut(complaining, LONGEST_PERSON)).addValue("subject", subject(one.complainedOf())).addValue("received_on", one.receivedOn())
                .addValue("closed_on", one.status().over() ? one.statusSince() : null).addValue("next_due", due == null ? null : due.on())
                .addValue("next_due_kind", due == null ? null : due.kind());
    }

    private static MapSqlParameterSource words(Case one, List<Person> people, List<String> issues) {
        // a council is in every case about it
        var names = people.stream().filter(person -> person.part() != Part.COUNCIL).flatMap(person -> person.names().stream()).flatMap(name -> Words.spellings(name).stream()).filter(Words::isKept)
                .distinct().collect(Collectors.joining(" "));
        var words = Stream.concat(Stream.of(one.complainedOf(), one.wanted() == null ? "" : one.wanted(), one.oldNumber() == null ? "" : one.oldNumber()), issues.stream()).flatMap(text -> Words.kept(text).stream())
                .collect(Collectors.joining(" "));
        return new MapSqlParameterSource("complaint_id", one.id()).addValue("council", one.council()).addValue("reference", one.reference())
                .addValue("names", " " + cut(names, MOST_WORDS)).addValue("words", " " + cut(words, MOST_WORDS));
    }

    private void staff(List<Case> cases, Map<Long, List<Person>> people) {
        if (cases.isEmpty()) {
            return;
        }
        int gone = database.update("delete from case_staff where complaint_id in (:ids)", Map.of("ids", cases.stream().map(Case::id).toList()));
        var rows = cases.stream().flatMap(one -> people.getOrDefault(one.id(), List.of()).stream().filter(person -> person.part() == Part.STAFF)
                .flatMap(person -> person.names().stream()).map(Words::sorted).filter(name -> !name.isEmpty()).distinct()
                .map(name -> new MapSqlParameterSource("complaint_id", one.id()).addValue("council", one.council()).addValue("reference", one.reference())
                        .addValue("name", cut(name, LONGEST_NAME)))).toArray(SqlParameterSource[]::new);
        if (rows.length > 0) {
            database.batchUpdate("insert into case_staff (complaint_id, council, reference, name) values (:complaint_id, :council, :reference, :name)", rows);
        }
        if (gone > 0 || rows.length > 0) {
            cases.stream().map(Case::reference).forEach(apart::lookAt);
        }
    }

    private void save(String table, List<MapSqlParameterSource> rows, Set<Long> there) {
        if (rows.isEmpty()) {
            return;
        }
        var columns = List.of(rows.get(0).getParameterNames());
        var known = rows.stream().filter(row -> there.contains(row.getValue("complaint_id"))).toArray(SqlParameterSource[]::new);
        var added = rows.stream().filter(row -> !there.contains(row.getValue("complaint_id"))).toArray(SqlParameterSource[]::new);
        if (known.length > 0) {
            database.batchUpdate("update " + table + " set " + columns.stream().filter(column -> !column.equals("complaint_id")).map(column -> column + " = :" + column)
                    .collect(Collectors.joining(", ")) + " where complaint_id = :complaint_id", known);
        }
        if (added.length > 0) {
            database.batchUpdate("insert into " + table + " (" + String.join(", ", columns) + ") values (" + columns.stream().map(column -> ":" + column)
                    .collect(Collectors.joining(", ")) + ")", added);
        }
    }

    /** How a complaint begins, up to a word. */
    private static String subject(String complainedOf) {
        var text = BLANKS.matcher(complainedOf.strip()).replaceAll(" ");
        if (text.length() <= LONGEST_SUBJECT) {
            return text;
        }
        int end = text.lastIndexOf(' ', LONGEST_SUBJECT);
        return cut(text, end > LONGEST_SUBJECT / 2 ? end : LONGEST_SUBJECT) + " …";
    }

    private static String cut(String text, int longest) {
        if (text.length() <= longest) {
            return text;
        }
        return text.substring(0, Character.isHighSurrogate(text.charAt(longest - 1)) ? longest - 1 : longest);
    }
}
