package org.redress.retention;

import java.time.LocalDate;
import java.util.Objects;
import java.util.stream.Collectors;
import org.redress.audit.Removals;
import org.redress.casefile.Dates;
import org.redress.identity.Organisations;
import org.redress.retention.Retention.OldCase;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.stereotype.Component;

/** What is left of the cases that went: how many rows of which table, of which year, and who saw to it. No names and no references. */
@Component
class Certificates {
    private final JdbcTemplate jdbc;
    private final Removals removals;
    private final EngineHistory history;
    private final Organisations organisations;
    private final RemovedList list;

    Certificates(JdbcTemplate jdbc, Removals removals, EngineHistory history, Organisations organisations, RemovedList list) {
        this.jdbc = jdbc;
        this.removals = removals;
        this.history = history;
        this.organisations = organisations;
        this.list = list;
    }

    /** Begins a certificate; gives its number. */
    long begin(String council, LocalDate on, String reviewedBy, String confirmedBy, int recordedLate) {
        var key = new GeneratedKeyHolder();
        jdbc.update(connection -> {
            var insert = connection.prepareStatement("insert into removal (council, removed_on, reviewed_by, confirmed_by, recorded_late) values (?, ?, ?, ?, ?)",
                    new String[] {"id"});
            insert.setString(1, council);
            insert.setObject(2, on);
            insert.setString(3, reviewedBy);
            insert.setString(4, confirmedBy);
            insert.setInt(5, recordedLate);
            return insert;
        }, key);
        long number = Objects.requireNonNull(key.getKey()).longValue();
        removals.certified(number);
        return number;
    }

    /** Removes a case everywhere and counts what went with it. */
    void remove(long certificate, OldCase old) {
        var gone = removals.remove(old.reference());
        gone.put("engine", history.forget(old.reference()));
        gone.forEach((table, rows) -> count(certificate, old.closedOn().getYear(), table, rows));
        list.add(old.reference());
    }

    private void count(long certificate, int year, String table, int rows) {
        if (rows > 0 && jdbc.update("update removal_count set gone = gone + ? where removal_id = ? and closed_in = ? and table_name = ?",
                rows, certificate, year, table) == 0) {
            jdbc.update("insert into removal_count (removal_id, closed_in, table_name, gone) values (?, ?, ?, ?)", certificate, year, table, rows);
        }
    }

    /** The certificate to read and to file. */
    String text(long certificate) {
        var counts = jdbc.query("select closed_in, table_name, gone from removal_count where removal_id = ? order by closed_in, table_name",
                (found, row) -> found.getInt(1) + " " + found.getString(2) + " " + found.getInt(3), certificate);
        int cases = counts.stream().map(line -> line.split(" ")).filter(part -> part[1].equals("complaint")).mapToInt(part -> Integer.parseInt(part[2])).sum();
        return jdbc.queryForObject("select council, removed_on, reviewed_by, confirmed_by, recorded_late from removal where id = ?", (found, row) -> """
                Certificate %d, %s
                %d %s removed on %s, reviewed by %s, confirmed by %s.%s
                Year of closure, table, rows:
                %s""".formatted(certificate, organisations.name(found.getString(1)), cases, cases == 1 ? "case" : "cases",
                Dates.text(found.getDate(2).toLocalDate()), found.getString(3), found.getString(4), late(found.getInt(5)),
                counts.stream().collect(Collectors.joining("\n"))), certificate);
    }

    private static String late(int cases) {
        return cases == 0 ? "" : "\nOf these %d %s recorded long after the closing day, which both confirmed.".formatted(cases, cases == 1 ? "was" : "were");
    }
}
