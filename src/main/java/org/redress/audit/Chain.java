package org.redress.audit;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Types;
import java.util.Arrays;
import java.util.List;

/** Adds entries to the chain: whoever adds holds the end of the chain until their transaction is over, so it stays one line. */
final class Chain {
    /** The place of the row's id among the columns, the only number that may be missing. */
    private static final int ROW = 6;

    private Chain() {}

    /** The last thing that a transaction does: it waits for nothing after this, so two of them cannot wait for each other. */
    static void append(Connection connection, List<Entry> entries) throws SQLException {
        long sequence;
        String hash;
        try (var lock = connection.prepareStatement("select sequence, hash from audit_head where id = 1 for update"); var head = lock.executeQuery()) {
            if (!head.next()) {
                throw new SQLException("The record of changes has lost its end.");
            }
            sequence = head.getLong(1);
            hash = head.getString(2);
        }
        try (var insert = connection.prepareStatement("insert into audit (sequence, recorded_at, who, operation, table_name, row_id, reference,"
                + " council, task, changed, concerns, digest, previous, hash) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")) {
            for (var entry : entries) {
                var next = entry.after(sequence, hash);
                sequence = next.sequence();
                hash = next.hash();
                int column = 0;
                for (var value : Arrays.asList(next.sequence(), next.recordedAt(), next.who(), next.operation(), next.table(), next.row(),
                        next.reference(), next.council(), next.task(), next.changed(), next.concerns(), next.digest(), next.previous(), hash)) {
                    column++;
                    insert.setObject(column, value, value instanceof Long || column == ROW ? Types.BIGINT : Types.VARCHAR);
                }
                insert.addBatch();
            }
            insert.executeBatch();
        }
        try (var move = connection.prepareStatement("update audit_head set sequence = ?, hash = ? where id = 1")) {
            move.setLong(1, sequence);
            move.setString(2, hash);
            move.executeUpdate();
        }
    }
}
