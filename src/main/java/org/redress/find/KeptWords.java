package org.redress.find;

import java.util.Arrays;
import java.util.Collection;
import java.util.Map;
import java.util.stream.Collectors;

/** How the words are asked for that are kept of each case ({@code case_words}): on PostgreSQL of their index, on H2 in the text itself. */
final class KeptWords {
    private final Map<String, Object> parameters;

    /** @param parameters where the words are put that a question asks for */
    KeptWords(Map<String, Object> parameters) {
        this.parameters = parameters;
    }

    /** Where a word is: among the names as it is, or in a text by its stem. */
    enum In {
        NAMES("=", "simple"),
        TEXT("/", "redress_english");

        private final String kind;
        private final String configuration;

        In(String kind, String configuration) {
            this.kind = kind;
            this.configuration = configuration;
        }
    }

    /**
     * The question for cases that have all of these words, or words that begin so, each in one of these places. Words stand in the index behind the mark of their council, which may be another's too. Each
     * goes the way it went into the index, so that it is asked for as it is kept; one of which the index keeps nothing is in no case. They are letters and digits only, so nothing of them is read as a
     * sign of the query, which is made once, however many cases are asked.
     *
     * @param words at least one, of those that cases keep ({@link org.redress.casefile.Words#kept})
     */
    String indexed(String council, Collection<String> words, boolean beginning, In... places) {
        var of = named(council);
        return "(select cast(" + words.stream().distinct().map(this::named).map(word -> Arrays.stream(places).map(place -> ("(select string_agg('''' || lexeme || '''" + (beginning ? ":*" : "") + "', '&')"
                + " from unnest(case_marked(cast(:%s as text), '%s', to_tsvector('%s', cast(:%s as text)))))").formatted(of, place.kind, place.configuration, word))
                .collect(Collectors.joining(" || '|' || ", "'(' || ", " || ')'"))).collect(Collectors.joining(" || '&' || ")) + " as tsquery))";
    }

    /** Each of the words, or rows of words, begins where one does, and ends where one does unless it only begins so; the last one of a text has nothing behind it. */
    String compared(String where, Collection<String> words, boolean beginning) {
        return words.stream().distinct().map(word -> where + " || ' ' like :" + named("% " + word + (beginning ? "%" : " %"))).collect(Collectors.joining(" and ", "(", ")"));
    }

    private String named(String value) {
        var name = "word" + parameters.size();
        parameters.put(name, value);
        return name;
    }
}
