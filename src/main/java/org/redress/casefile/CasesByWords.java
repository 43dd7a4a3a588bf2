package org.redress.casefile;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;

/**
 * Finds the cases of a council that may be like another: the newest, and however many have come since, those that have its words among the words that are kept of each case for the search. Whether
 * they are what is looked for, whoever asks compares.
 */
public interface CasesByWords {
    /**
     * The newest cases of some days, whatever they say; the newest that name somebody exactly so; and beside these, cases that name somebody so in any order and spelling, and cases of these days that
     * say something of it. Words that are in more than 1,000 cases find some of them only, and not the newest.
     *
     * @param council the tenant
     * @param names each as it is written; all of its words have to be among the names of a case
     * @param said each a few words that follow one another, as {@link Words#kept} gives them; a case has to have all words of one of these
     * @param from the first of the days on which a case was received, {@code until} the last; a name is looked for in all
     * @param most so many of each kind, for each name that is exactly so
     * @return the ids of their files, in no order
     */
    List<Long> likely(String council, Collection<String> names, Collection<List<String>> said, LocalDate from, LocalDate until, int most);
}
