package org.redress.database;

import java.sql.BatchUpdateException;
import java.sql.SQLDataException;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.sql.SQLIntegrityConstraintViolationException;
import java.sql.SQLNonTransientConnectionException;
import java.sql.SQLSyntaxErrorException;
import java.sql.SQLTimeoutException;
import java.sql.SQLTransactionRollbackException;
import java.sql.SQLTransientConnectionException;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a database says about a statement that it did not take, without the values: they are what people wrote ("Failing row contains …"), and what is said is logged, kept with
 * a failed job and shown in Cockpit. Which rule was broken, of which table, stays, as do the kind and the codes by which libraries know the fault.
 */
final class Sayings {
    /** Further lines are details; H2 repeats the statement. */
    private static final Pattern DETAILS = Pattern.compile("(\\v|; SQL statement:).*", Pattern.DOTALL);
    /** The row, as H2 gives it, wherever it begins. */
    private static final Pattern ROW = Pattern.compile("( VALUES \\(| FOREIGN KEY|\\(CAST\\(|\": ?\"|: ?').*", Pattern.DOTALL);
    /** In quotation marks, with what stands before: a name where it is one. */
    private static final Pattern QUOTED = Pattern.compile("(?i)(constraint|column|relation|table|index|sequence|trigger|violation:)( ?)\"([\\w.$]+)[^\"]*(\"|$)|\"[^\"]*(\"|$)|'[^']*('|$)");
    private static final Pattern PLAIN = Pattern.compile("[\\x20-\\x7e]*");
    private static final String LEFT_OUT = "...";
    private static final int LONGEST = 300;

    private Sayings() {}

    /** The same fault, with those that follow it, and no value in what it says. */
    static SQLException without(SQLException said) {
        var plain = plain(said);
        plain.setStackTrace(said.getStackTrace());
        if (said.getNextException() != null) {
            plain.setNextException(without(said.getNextException()));
        }
        return plain;
    }

    private static SQLException plain(SQLException said) {
        var text = words(said.getMessage());
        var state = said.getSQLState();
        int code = said.getErrorCode();
        if (said instanceof BatchUpdateException batch) {
            return new BatchUpdateException(text, state, code, batch.getLargeUpdateCounts(), null);
        } else if (said instanceof SQLIntegrityConstraintViolationException) {
            return new SQLIntegrityConstraintViolationException(text, state, code);
        } else if (said instanceof SQLDataException) {
            return new SQLDataException(text, state, code);
        } else if (said instanceof SQLSyntaxErrorException) {
            return new SQLSyntaxErrorException(text, state, code);
        } else if (said instanceof SQLTimeoutException) {
            return new SQLTimeoutException(text, state, code);
        } else if (said instanceof SQLTransactionRollbackException) {
            return new SQLTransactionRollbackException(text, state, code);
        } else if (said instanceof SQLTransientConnectionException) {
            return new SQLTransientConnectionException(text, state, code);
        } else if (said instanceof SQLNonTransientConnectionException) {
            return new SQLNonTransientConnectionException(text, state, code);
        } else if (said instanceof SQLFeatureNotSupportedException) {
            return new SQLFeatureNotSupportedException(text, state, code);
        }
        return new SQLException(text, state, code);
    }

    static String words(@Nullable String message) {
        var text = message == null ? "" : message.replaceFirst("^[A-Z]{3,12}: +", "");
        text = ROW.matcher(DETAILS.matcher(text).replaceAll("")).replaceAll(" " + LEFT_OUT);
        text = QUOTED.matcher(text).replaceAll(found -> found.group(3) == null ? LEFT_OUT : found.group(1) + found.group(2) + found.group(3));
        // in a language whose quotation marks are others, nothing tells values from words
        boolean known = PLAIN.matcher(text).matches() && !text.isBlank();
        return known ? text.substring(0, Math.min(LONGEST, text.length())).strip() : "The database did not take a statement.";
    }
}
