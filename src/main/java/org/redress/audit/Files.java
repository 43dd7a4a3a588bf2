package org.redress.audit;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.HexFormat;
import java.util.List;
import java.util.function.Consumer;

/** The bytes of attachments, which lie beside their rows: each has to have the digest that its row has, and so the chain. */
final class Files {
    /** The table of the bytes, a piece a row. */
    static final String PIECES = "attachment_piece";

    private Files() {}

    /** Says of each attachment whose bytes are not those that were added. */
    static void check(Connection connection, List<String> tables, Consumer<String> finding) throws SQLException {
        if (!tables.contains(PIECES)) {
            // a database that an earlier version has written
            return;
        }
        try (var files = connection.prepareStatement("select id, sha256 from attachment order by id");
                var piece = connection.prepareStatement("select content from " + PIECES + " where attachment_id = ? and position = ?")) {
            files.setFetchSize(100);
            try (var found = files.executeQuery()) {
                while (found.next()) {
                    if (!digest(piece, found.getLong(1)).equals(found.getString(2))) {
                        finding.accept("Table attachment, row " + found.getLong(1) + ": its bytes were changed behind the product's back.");
                    }
                }
            }
        }
    }

    /** One piece after the other, because a file may be large. */
    private static String digest(PreparedStatement piece, long attachment) throws SQLException {
        var digest = sha256();
        boolean more = true;
        for (int position = 0; more; position++) {
            piece.setLong(1, attachment);
            piece.setInt(2, position);
            try (var found = piece.executeQuery()) {
                more = found.next();
                if (more) {
                    digest.update(found.getBytes(1));
                }
            }
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
