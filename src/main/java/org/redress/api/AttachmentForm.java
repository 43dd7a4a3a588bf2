package org.redress.api;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.apache.tomcat.util.http.fileupload.FileUpload;
import org.apache.tomcat.util.http.fileupload.FileUploadException;
import org.apache.tomcat.util.http.fileupload.UploadContext;
import org.jspecify.annotations.Nullable;
import org.redress.attachments.Details;

/**
 * A file as a browser or a program sends it: a form in parts (RFC 7578), what is said of the file first and the file last, read as it comes. The
 * reading is Tomcat's own, which the server has anyway.
 */
public final class AttachmentForm {
    private static final String FILE = "file";
    private static final Set<String> FIELDS = Set.of("kind", "receivedOn", "from", "description", "marking", "metadata", "evidence", "letter");
    private static final int LONGEST_FIELD = 16 * 1024;
    private static final int LONGEST_HEAD = 2048;

    private AttachmentForm() {}

    /** Takes the file while it arrives. */
    @FunctionalInterface
    public interface Taking<T> {
        T take(Details details, InputStream content) throws IOException;
    }

    /** What was sent is no such form; the sentence says what is wrong. */
    public static final class Unreadable extends RuntimeException {
        Unreadable(String sentence) {
            super(sentence);
        }
    }

    /**
     * Reads the form.
     *
     * @throws IOException if it did not arrive whole
     */
    public static <T> T read(HttpServletRequest request, Taking<T> taking) throws IOException {
        var upload = new FileUpload();
        upload.setHeaderEncoding(StandardCharsets.UTF_8.name());
        upload.setPartHeaderSizeMax(LONGEST_HEAD);
        upload.setFileCountMax(FIELDS.size() + 1L);
        try {
            var parts = upload.getItemIterator(new Parts(request));
            var said = new HashMap<String, String>();
            while (parts.hasNext()) {
                var part = parts.next();
                try (var content = part.openStream()) {
                    if (FILE.equals(part.getFieldName())) {
                        // the end of the part comes with the boundary that follows: without it the file is not whole, and that is a fault
                        return taking.take(details(part.getName(), said), content);
                    }
                    said.put(field(part.getFieldName()), text(content));
                }
            }
            throw new Unreadable("Send the file as the part “file”, after what is said of it.");
        } catch (FileUploadException e) {
            throw new Unreadable("Send a form in parts (multipart/form-data), with the file as its last part.");
        }
    }

    private static String field(@Nullable String name) {
        if (name == null || !FIELDS.contains(name)) {
            throw new Unreadable("Nothing is asked for with that name: " + String.join(", ", FIELDS.stream().sorted().toList()) + ", and file as the last.");
        }
        return name;
    }

    private static String text(InputStream content) throws IOException {
        var bytes = content.readNBytes(LONGEST_FIELD + 1);
        if (bytes.length > LONGEST_FIELD) {
            throw new Unreadable("What is said of the file is too long.");
        }
        return new String(bytes, StandardCharsets.UTF_8);
    }

    private static Details details(@Nullable String name, Map<String, String> said) {
        return new Details(name, or(said.get("kind")), day(or(said.get("receivedOn"))), said.get("from"), said.get("description"), or(said.get("marking")), or(said.get("metadata")),
                number(or(said.get("evidence"))), number(or(said.get("letter"))));
    }

    private static @Nullable String or(@Nullable String said) {
        return said == null || said.isBlank() ? null : said.strip();
    }

    private static @Nullable LocalDate day(@Nullable String said) {
        try {
            return said == null ? null : LocalDate.parse(said);
        } catch (DateTimeException e) {
            throw new Unreadable("Give the day on which it was received like 2026-11-29.");
        }
    }

    private static @Nullable Integer number(@Nullable String said) {
        if (said != null && !said.matches("\\d{1,6}")) {
            throw new Unreadable("Evidence and letters are given by their number.");
        }
        return said == null ? null : Integer.valueOf(said);
    }

    private record Parts(HttpServletRequest request) implements UploadContext {
        @Override
        public String getCharacterEncoding() {
            return StandardCharsets.UTF_8.name();
        }

        @Override
        public @Nullable String getContentType() {
            return request.getContentType();
        }

        @Override
        public InputStream getInputStream() throws IOException {
            return request.getInputStream();
        }

        @Override
        public long contentLength() {
            return request.getContentLengthLong();
        }
    }
}
