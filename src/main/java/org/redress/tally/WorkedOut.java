package org.redress.tally;

import java.util.List;
import java.util.function.UnaryOperator;

/** A table of rows that are worked out from the case file, and from nothing else: {@link KeptRows} makes those of a case anew when something of it has changed. */
public interface WorkedOut {
    /** The table; its column {@code complaint_id} says whose a row is. */
    String table();

    /**
     * Statements that make the rows of some cases.
     *
     * @param those gives the condition that a column with the id of a case has one of theirs
     */
    List<String> insertions(UnaryOperator<String> those);
}
