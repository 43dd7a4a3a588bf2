package org.redress.find;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.redress.casefile.CasesByWords;
import org.redress.casefile.Words;
import org.redress.database.Postgres;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.stereotype.Component;

/** Cases that are likely like another: the newest, and those that are found by the index of their words on PostgreSQL and by comparing the texts of the days on H2. */
@Component
class LikelyCases implements CasesByWords {
    /** What is in more cases tells none from another: of these the index gives some, and not the newest. */
    private static final int MANY = 1000;
    private static final String IN_DAYS = "s.council = :council and s.received_on >= :from and s.received_on <= :until";
    private static final String NEWEST = "select s.complaint_id from case_search s where " + IN_DAYS + " order by s.received_on desc, s.reference desc";
    private static final String CALLED = "select p.complaint_id from party p join complaint c on c.id = p.complaint_id where p.label = :%s and c.council = :council order by p.id desc";

    private final NamedParameterJdbcTemplate database;
    private final boolean textSearch;

    LikelyCases(JdbcTemplate database) {
        this.database = new NamedParameterJdbcTemplate(database);
        this.textSearch = Postgres.is(database);
    }

    @Override
    public List<Long> likely(String council, Collection<String> names, Collection<List<String>> said, LocalDate from, LocalDate until, int most) {
        var parameters = new HashMap<String, Object>(Map.of("council", council, "from", from, "until", until));
        var words = new KeptWords(parameters);
        var parts = new ArrayList<>(List.of(NEWEST));
        for (var name : names) {
            var label = "label" + parameters.size();
            parameters.put(label, name);
            parts.add(CALLED.formatted(label));
        }
        var called = names.stream().map(Words::kept).filter(name -> !name.isEmpty())
                .map(name -> textSearch ? words.indexed(council, name, false, KeptWords.In.NAMES) : words.compared("w.names", name, false)).toList();
        if (!called.isEmpty()) {
            // the mark of a council may be another's too
            parts.add(textSearch ? "select s.complaint_id from (" + together(called) + ") found join case_search s on s.complaint_id = found.id where s.council = :council"
                            + " group by s.complaint_id, s.received_on order by s.received_on desc, s.complaint_id desc"
                    : "select w.complaint_id from case_words w where w.council = :council and (" + String.join(" or ", called) + ") order by w.complaint_id desc");
        }
        var saying = said.stream().filter(row -> !row.isEmpty())
                .map(row -> textSearch ? words.indexed(council, row, false, KeptWords.In.TEXT) : words.compared("w.words", List.of(String.join(" ", row)), false)).toList();
        if (!saying.isEmpty()) {
            parts.add(textSearch ? "select s.complaint_id from (" + together(saying) + ") found join case_search s on s.complaint_id = found.id where " + IN_DAYS
                            + " group by s.complaint_id order by count(*) desc, s.complaint_id desc"
                    : "select s.complaint_id from case_search s join case_words w on w.complaint_id = s.complaint_id where " + IN_DAYS + " and (" + String.join(" or ", saying)
                            + ") order by s.received_on desc, s.complaint_id desc");
        }
        return database.queryForList(parts.stream().map(part -> "(" + part + " fetch first " + most + " rows only)").collect(Collectors.joining(" union ")), parameters, Long.class);
    }

    private static String together(List<String> questions) {
        return questions.stream().map(question -> "select id from case_words_found(" + question + ", " + MANY + ") id").collect(Collectors.joining(" union all "));
    }
}
