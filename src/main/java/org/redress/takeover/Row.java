package org.redress.takeover;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** One case of the file; its days may be written as 2026-04-01 or, as a British spreadsheet has them, 01/04/2026. */
record Row(int line, Map<Column, String> cells) {
    private static final DateTimeFormatter BRITISH = DateTimeFormatter.ofPattern("d/M/uuuu").withResolverStyle(ResolverStyle.STRICT);

    Row {
        cells = new EnumMap<>(cells);
    }

    Optional<String> text(Column column) {
        return Optional.ofNullable(cells.get(column)).map(String::strip).filter(text -> !text.isEmpty());
    }

    boolean has(Column column) {
        return text(column).isPresent();
    }

    boolean yes(Column column) {
        return text(column).filter("yes"::equalsIgnoreCase).isPresent();
    }

    /** The parts of a cell that holds several, which stand between upright strokes or on lines of their own. */
    List<String> parts(Column column) {
        return text(column).stream().flatMap(text -> Stream.of(text.split("[|\\n]"))).map(String::strip).filter(part -> !part.isEmpty()).toList();
    }

    Optional<LocalDate> day(Column column) {
        return text(column).map(text -> day(text, column));
    }

    private LocalDate day(String text, Column column) {
        try {
            return text.indexOf('/') > 0 ? LocalDate.parse(text, BRITISH) : LocalDate.parse(text);
        } catch (DateTimeException e) {
            throw new NotTakenOver(List.of(finding(column, "a day is written as 2026-04-01 or 01/04/2026.")));
        }
    }

    Finding finding(@Nullable Column column, String what) {
        return new Finding(line, column == null ? null : column.title(), column == null ? null : cells.get(column), what);
    }
}
