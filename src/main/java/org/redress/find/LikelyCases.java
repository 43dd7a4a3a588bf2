package org.redress.find;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.redress.casefile.CasesByWords;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.stereotype.Component;

/** Cases that are likely like another, read by the index of their words on PostgreSQL and compared text by text on H2. */
@Component
class LikelyCases implements CasesByWords {
    /** What is in more cases tells none from another. */
    private static final int MANY = 1000;
    private static final String IN_DAYS = "s.received_on >= :from and s.received_on <= :until";

    private final NamedParameterJdbcTemplate database;
    private final boolean textSearch;

    LikelyCases(JdbcTemplate database) {
        this.database = new NamedParameterJdbcTemplate(database);
        this.textSearch = Boolean.TRUE.equals(database.execute((ConnectionCallback<Boolean>) connection -> connection.getMetaData().getDatabaseProductName().equals("PostgreSQL")));
    }

    @Override
    public List<Long> likely(String council, Collection<List<String>> names, Collection<List<String>> said, LocalDate from, LocalDate until, int most) {
        var parameters = new HashMap<String, Object>(Map.of("council", council, "from", from, "until", until));
        var parts = new ArrayList<String>();
        var called = names.stream().filter(words -> !words.isEmpty()).map(words -> textSearch ? indexed(false, words, parameters) : compared("w.names", words, parameters)).toList();
        if (!called.isEmpty()) {
            parts.add(textSearch ? "select s.complaint_id from (" + together(called) + ") found join case_search s on s.complaint_id = found.id group by s.complaint_id, s.received_on order by s.received_on desc, s.complaint_id desc"
                    : "select w.complaint_id from case_words w where w.council = :council and (" + String.join(" or ", called) + ") order by w.complaint_id desc");
        }
        var saying = said.stream().filter(words -> !words.isEmpty()).map(words -> textSearch ? indexed(true, words, parameters) : compared("w.words", List.of(String.join(" ", words)), parameters)).toList();
        if (!saying.isEmpty()) {
            parts.add(textSearch ? "select s.complaint_id from (" + together(saying) + ") found join case_search s on s.complaint_id = found.id where " + IN_DAYS
                            + " group by s.complaint_id order by count(*) desc, s.complaint_id desc"
                    : "select s.complaint_id from case_search s join case_words w on w.complaint_id = s.complaint_id where s.council = :council and " + IN_DAYS + " and (" + String.join(" or ", saying)
                            + ") order by s.received_on desc, s.complaint_id desc");
        }
        return parts.isEmpty() ? List.of() : database.queryForList(parts.stream().map(part -> "(" + part + " fetch first " + most + " rows only)").collect(Collectors.joining(" union ")), parameters, Long.class);
    }

    private static String together(List<String> questions) {
        return questions.stream().map(question -> "select id from case_words_found(cast(" + question + " as tsquery), " + MANY + ") id").collect(Collectors.joining(" union all "));
    }

    /** All of the words, each behind the mark of the council: as it is in a name, by its stem in a text. They are letters and digits only, so nothing of them is read as a sign of the query. */
    private static String indexed(boolean text, List<String> words, Map<String, Object> parameters) {
        var way = text ? "/' || (ts_lexize('redress_english', :%s))[1]" : "=' || :%s";
        return words.stream().distinct().map(word -> "'''' || case_mark(:council) || '" + way.formatted(named(word, parameters)) + " || ''''").collect(Collectors.joining(" || '&' || "));
    }

    /** Each of the words, or rows of words, begins and ends where one does; the last one of a text has nothing behind it. */
    private static String compared(String where, List<String> words, Map<String, Object> parameters) {
        return words.stream().distinct().map(word -> where + " || ' ' like :" + named("% " + word + " %", parameters)).collect(Collectors.joining(" and ", "(", ")"));
    }

    private static String named(String value, Map<String, Object> parameters) {
        var name = "word" + parameters.size();
        parameters.put(name, value);
        return name;
    }
}
