package org.redress.identity;

/** The record of changes, for rows that are written without an entity: told in the transaction that writes them, so that none is without its entry (DAT-01). */
public interface RecordedRows {
    /** A row was added. */
    void added(String table, long row);

    /** These columns of a row were changed. */
    void changed(String table, long row, String... columns);

    /** A row is gone. */
    void removed(String table, long row);
}
