package org.redress.engine;

/** Says what is thrown when a table that has to give one answer has none. */
public interface NoRowWatch {
    /** A table, by its name, was asked with these facts. */
    RuntimeException noRow(String table, String facts);
}
