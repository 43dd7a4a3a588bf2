package org.redress.access;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/**
 * A list as a file for a spreadsheet: RFC 4180 in UTF-8 with its mark, without which Excel reads names wrongly. A cell that a spreadsheet would take for a formula
 * is a text in it, whoever wrote it.
 */
public final class Csv {
    /** What makes a formula of a cell, in wide signs too, whatever blanks stand before it; a tab or a line end would begin another cell. */
    private static final Pattern FORMULA = Pattern.compile("^(\\s*[=+\\-@＝＋－＠]|[\\t\\r\\n]).*", Pattern.DOTALL);
    private static final char MARK = '\uFEFF';

    private Csv() {}

    /** The file as it is answered; nothing keeps a copy of it. */
    public static ResponseEntity<byte[]> answer(String name, List<String> heads, List<? extends List<? extends @Nullable Object>> rows) {
        return ResponseEntity.ok().cacheControl(CacheControl.noStore()).contentType(MediaType.valueOf("text/csv;charset=UTF-8"))
                .header(HttpHeaders.CONTENT_DISPOSITION, ContentDisposition.attachment().filename(name + ".csv").build().toString())
                .body(text(heads, rows).getBytes(StandardCharsets.UTF_8));
    }

    /** The same where a file has only so many; of more the last line says that the list goes on, so that nobody counts what is not there. */
    public static <T> ResponseEntity<byte[]> answer(String name, List<String> heads, List<T> found, int most, Function<T, List<? extends @Nullable Object>> row) {
        return answer(name, heads, first(found, most, row));
    }

    static <T> List<List<? extends @Nullable Object>> first(List<T> found, int most, Function<T, List<? extends @Nullable Object>> row) {
        var rows = new ArrayList<List<? extends @Nullable Object>>();
        found.stream().limit(most).map(row).forEach(rows::add);
        if (found.size() > most) {
            rows.add(List.of("The list goes on: a file has the first %,d lines of it. Narrow the list, and take the rest as another file.".formatted(most)));
        }
        return rows;
    }

    static String text(List<String> heads, List<? extends List<? extends @Nullable Object>> rows) {
        var text = new StringBuilder().append(MARK);
        try (var printer = new CSVPrinter(text, CSVFormat.RFC4180)) {
            printer.printRecord(heads);
            for (var row : rows) {
                printer.printRecord(row.stream().map(Csv::cell).toList());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }

    private static Object cell(@Nullable Object value) {
        // a number is one, below nothing too
        return value == null ? "" : value instanceof CharSequence words && FORMULA.matcher(words).matches() ? "'" + words : value;
    }
}
