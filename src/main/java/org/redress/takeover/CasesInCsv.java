package org.redress.takeover;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.commons.csv.CSVException;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;

/** Reads a file of cases: a line a case, the first line names the columns, in any order. */
final class CasesInCsv {
    private static final String MARK = "\uFEFF";

    private CasesInCsv() {}

    static List<Row> read(String text) {
        var plain = text.startsWith(MARK) ? text.substring(1) : text;
        var head = plain.lines().findFirst().orElse("");
        var format = CSVFormat.RFC4180.builder().setDelimiter(head.contains(";") && !head.contains(",") ? ';' : ',').setIgnoreEmptyLines(false).get();
        try (var parser = format.parse(new StringReader(plain))) {
            var rows = new ArrayList<Row>();
            Map<Integer, Column> columns = Map.of();
            long line = 1;
            for (var record : parser) {
                if (columns.isEmpty()) {
                    columns = columns(record);
                } else if (record.stream().anyMatch(cell -> !cell.isBlank())) {
                    rows.add(row(Math.toIntExact(line), record, columns));
                }
                line = parser.getCurrentLineNumber() + 1;
            }
            if (columns.isEmpty()) {
                throw new NotTakenOver(List.of(new Finding(1, null, null, "the file is empty.")));
            }
            return rows;
        } catch (CSVException e) {
            throw new NotTakenOver(List.of(new Finding(1, null, null, "this is no CSV file: " + e.getMessage())));
        } catch (UncheckedIOException | IOException e) {
            throw new NotTakenOver(List.of(new Finding(1, null, null, "this is no CSV file: " + e.getMessage())));
        }
    }

    private static Map<Integer, Column> columns(CSVRecord head) {
        var columns = new LinkedHashMap<Integer, Column>();
        var findings = new ArrayList<Finding>();
        for (int i = 0; i < head.size(); i++) {
            var title = head.get(i);
            var column = Column.of(title);
            if (column.isEmpty() || columns.containsValue(column.get())) {
                findings.add(new Finding(1, null, null, column.isEmpty() ? "there is no column \"" + title.strip() + "\"; there are " + Column.titles() + "." : "the column " + title.strip() + " stands here twice."));
            } else {
                columns.put(i, column.get());
            }
        }
        for (var needed : Column.values()) {
            if (needed.always() && !columns.containsValue(needed)) {
                findings.add(new Finding(1, null, null, "the column " + needed.title() + " is missing."));
            }
        }
        if (!findings.isEmpty()) {
            throw new NotTakenOver(findings);
        }
        return columns;
    }

    private static Row row(int line, CSVRecord record, Map<Integer, Column> columns) {
        var cells = new EnumMap<Column, String>(Column.class);
        columns.forEach((place, column) -> {
            if (place < record.size()) {
                cells.put(column, record.get(place));
            }
        });
        return new Row(line, cells);
    }
}
