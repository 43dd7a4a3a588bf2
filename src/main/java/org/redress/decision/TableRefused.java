package org.redress.decision;

/** A decision table cannot decide a case: it has no row for it, a row that cannot be read, or nothing to decide by. Guessing would give a wrong answer. */
public final class TableRefused extends RuntimeException {
    private TableRefused(String sentence) {
        super(sentence);
    }

    static TableRefused noRow(String table, String facts) {
        return new TableRefused("The table \"" + table + "\" has no row for " + facts
                + ". A process owner has to add the row; nothing was saved.");
    }

    /** What a table needs to know of the case is known by nobody; the sentence says who has to add it. */
    public static TableRefused nothingToDecideBy(String sentence) {
        return new TableRefused(sentence + " Nothing was saved.");
    }

    /** A cell of a row does not say what it has to say. */
    public static TableRefused cell(String table, String column, String why) {
        return new TableRefused("The table \"" + table + "\", column \"" + column + "\": " + why
                + " A process owner has to correct the row; nothing was saved.");
    }
}
