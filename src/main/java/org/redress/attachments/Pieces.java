package org.redress.attachments;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Enumeration;
import java.util.NoSuchElementException;
import java.util.HexFormat;
import java.io.SequenceInputStream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** The bytes of attachments, in pieces: nobody holds more than one of them, and nobody who reads slowly holds a connection of the database. */
@Component
class Pieces {
    private static final int SIZE = 256 * 1024;

    private final JdbcTemplate jdbc;

    Pieces(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** Puts the bytes beside the row of an attachment. */
    void write(long attachment, InputStream content) {
        try {
            int position = 0;
            for (var piece = content.readNBytes(SIZE); piece.length > 0; piece = content.readNBytes(SIZE)) {
                jdbc.update("insert into attachment_piece (attachment_id, position, content) values (?, ?, ?)", attachment, position++, piece);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private byte @Nullable [] piece(long attachment, int position) {
        return jdbc.query("select content from attachment_piece where attachment_id = ? and position = ?", found -> found.next() ? found.getBytes(1) : null, attachment, position);
    }

    /** The bytes, one piece after the other. */
    InputStream open(long attachment) {
        return new SequenceInputStream(new Enumeration<InputStream>() {
            private int position;
            private byte @Nullable [] next = piece(attachment, 0);

            @Override
            public boolean hasMoreElements() {
                return next != null;
            }

            @Override
            public InputStream nextElement() {
                if (next == null) {
                    throw new NoSuchElementException();
                }
                var now = new ByteArrayInputStream(next);
                position++;
                next = piece(attachment, position);
                return now;
            }
        });
    }

    /** The digest of the bytes as they are. */
    String sha256(long attachment) {
        var digest = Spool.digest();
        int position = 0;
        for (var piece = piece(attachment, 0); piece != null; piece = piece(attachment, position)) {
            digest.update(piece);
            position++;
        }
        return HexFormat.of().formatHex(digest.digest());
    }
}
