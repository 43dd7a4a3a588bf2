package org.redress.gate;

import org.redress.casefile.CaseSummary;

/** How far the cases of one side are, in the words of the table "happening"; a feature says it for the form with which it records what happens. */
public interface HowFar {
    /** The id of the form. */
    String form();

    /** How far a case is, as the table's column names it. */
    String standing(CaseSummary complaint);
}
