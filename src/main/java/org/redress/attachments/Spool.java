package org.redress.attachments;

import java.io.BufferedOutputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.StandardOpenOption;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.redress.attachments.AttachmentRefused.Because;

/**
 * A file while it arrives: on disk, so that nobody's slow connection holds one of the database or fills the memory, and without a name there,
 * so that nothing of it is left when it is closed or the program ends.
 */
final class Spool implements AutoCloseable {
    private static final int PIECE = 64 * 1024;

    private final FileChannel file;
    private final long bytes;
    private final String sha256;

    private Spool(FileChannel file, long bytes, String sha256) {
        this.file = file;
        this.bytes = bytes;
        this.sha256 = sha256;
    }

    /** Reads it to its end, and no more of it than is allowed. */
    static Spool of(InputStream content, long most) throws IOException {
        return written(out -> {
            var piece = new byte[PIECE];
            long bytes = 0;
            for (int length = content.read(piece); length >= 0; length = content.read(piece)) {
                bytes += length;
                if (bytes > most) {
                    throw new AttachmentRefused(Because.TOO_LARGE, tooLarge(most));
                }
                out.write(piece, 0, length);
            }
        });
    }

    /** Writes something. */
    interface Writing {
        void to(OutputStream out) throws IOException;
    }

    /** Holds what is written. */
    static Spool written(Writing writing) throws IOException {
        var file = nameless();
        try {
            var digest = digest();
            try (var out = new BufferedOutputStream(new DigestOutputStream(new Kept(file), digest), PIECE)) {
                writing.to(out);
            }
            return new Spool(file, file.size(), HexFormat.of().formatHex(digest.digest()));
        } catch (IOException | RuntimeException e) {
            file.close();
            throw e;
        }
    }

    private static final class Kept extends OutputStream {
        private final FileChannel file;

        Kept(FileChannel file) {
            this.file = file;
        }

        @Override
        public void write(int one) throws IOException {
            write(new byte[] {(byte) one}, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int from, int length) throws IOException {
            for (var part = ByteBuffer.wrap(bytes, from, length); part.hasRemaining();) {
                file.write(part);
            }
        }
    }

    static String tooLarge(long most) {
        return "This file is too large: at most " + most / (1024 * 1024) + " MB. Make it smaller, or divide it.";
    }

    static MessageDigest digest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static FileChannel nameless() throws IOException {
        // only its owner reads it
        var path = Files.createTempFile("redress", null);
        var file = FileChannel.open(path, StandardOpenOption.READ, StandardOpenOption.WRITE, StandardOpenOption.DELETE_ON_CLOSE);
        try {
            Files.delete(path);
        } catch (FileSystemException e) {
            // where an open file keeps its name it loses it when it is closed
            return file;
        }
        return file;
    }

    long bytes() {
        return bytes;
    }

    String sha256() {
        return sha256;
    }

    /** From its beginning, as often as wanted. */
    InputStream open() {
        return new InputStream() {
            private long at;

            @Override
            public int read() throws IOException {
                var one = new byte[1];
                return read(one, 0, 1) < 0 ? -1 : Byte.toUnsignedInt(one[0]);
            }

            @Override
            public int read(byte[] into, int from, int length) throws IOException {
                int read = file.read(ByteBuffer.wrap(into, from, length), at);
                at += Math.max(0, read);
                return read;
            }

            @Override
            public int available() {
                return (int) Math.min(Integer.MAX_VALUE, bytes - at);
            }
        };
    }

    /** From its beginning, for the last time: it is closed with what is given. */
    InputStream openLast() {
        return new FilterInputStream(open()) {
            @Override
            public void close() throws IOException {
                Spool.this.close();
            }
        };
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
