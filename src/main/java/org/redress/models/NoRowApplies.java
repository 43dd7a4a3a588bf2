package org.redress.models;

/** A decision table has no row for the facts of a case; guessing would give a wrong date or procedure. */
public final class NoRowApplies extends RuntimeException {
    NoRowApplies(String table, String facts) {
        super("The table \"" + table + "\" has no row for " + facts + ". Add the row to the table and restart, then retry.");
    }
}
