package org.redress.casefile;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;

/** Finds the cases of a council by the words that are kept of each for the search, however many cases it has; whether they are what is looked for, whoever asks compares. */
public interface CasesByWords {
    /**
     * Cases that name somebody so, or say something like it: the newest of the former and those of the latter that have the most of it.
     *
     * @param council the tenant
     * @param names each the words of a name, all of which have to be among the names of a case
     * @param said each a few words that follow one another, as {@link Words} gives them; a case has to have one of these, and to have been received between two days
     * @param most so many of either kind
     * @return the ids of their files
     */
    List<Long> likely(String council, Collection<List<String>> names, Collection<List<String>> said, LocalDate from, LocalDate until, int most);
}
