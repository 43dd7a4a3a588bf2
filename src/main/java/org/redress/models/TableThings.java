package org.redress.models;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.redress.models.Thing.Fact;
import org.redress.models.Thing.Use;
import org.w3c.dom.Element;

/** The columns and rows of a decision table. A cell is compared by what it means: blanks, an empty one or a dash, and the order of texts in a list make no difference. */
final class TableThings {
    private static final Pattern TEXTS = Pattern.compile("\"[^\"]*\"(?:,\"[^\"]*\")+");
    private static final Pattern TEXT_OR_BLANKS = Pattern.compile("\"(?:[^\"\\\\]|\\\\.)*\"|\\s+");
    private static final int LONGEST_CELL = 32;
    private static final int MOST_CELLS = 3;

    private TableThings() {}

    static List<Thing> columns(Table table, boolean inputs) {
        return (inputs ? table.inputs() : table.outputs()).stream().map(column -> column(column, inputs ? "Input column" : "Output column", inputs)).toList();
    }

    private static Thing column(Table.Column column, String kind, boolean input) {
        var facts = new LinkedHashMap<String, Fact>();
        facts.put(Thing.NAME, Fact.of(column.label()));
        facts.put(input ? "expression" : "variable", Fact.of(column.text()));
        said(column.element(), "", facts);
        return new Thing(column.text(), kind, column.label(), kind + " “" + column.label() + "”", facts, "");
    }

    /** What else the file says of a column. */
    private static void said(Element element, String prefix, Map<String, Fact> facts) {
        XmlFile.attributes(element).stream().filter(attribute -> !attribute.getLocalName().matches("id|label|name|width")).forEach(attribute -> facts.put(prefix + ModelThings.words(attribute.getLocalName()), Fact.of(attribute.getValue())));
        for (var child : XmlFile.children(element)) {
            boolean expression = child.getLocalName().equals("inputExpression");
            var name = expression ? "" : ModelThings.words(child.getLocalName()) + " ";
            said(child, prefix + name, facts);
            if (child.getLocalName().equals("text") && !((Element) child.getParentNode()).getLocalName().equals("inputExpression")) {
                facts.put((prefix + "text").replaceFirst(" text$", ""), Fact.of(child.getTextContent().strip()));
            }
        }
    }

    /**
     * The rows; cells stand under the names of the columns.
     *
     * @param names how each column is called in both versions, by the column
     */
    static List<Thing> rows(Table table, Map<Thing, String> names, List<Thing> inputs, List<Thing> outputs) {
        var rows = new ArrayList<Thing>();
        for (var row : table.rows()) {
            var facts = new LinkedHashMap<String, Fact>();
            for (int i = 0; i < inputs.size(); i++) {
                facts.put(names.get(inputs.get(i)), cell(row.input(i), row.inputs(), i, true));
            }
            for (int i = 0; i < outputs.size(); i++) {
                facts.put(names.get(outputs.get(i)), cell(row.output(i), row.outputs(), i, false));
            }
            for (int i = inputs.size(); i < row.inputs().size(); i++) {
                facts.put("cell of no column " + (i + 1), cell(row.input(i), row.inputs(), i, true));
            }
            for (int i = outputs.size(); i < row.outputs().size(); i++) {
                facts.put("answer of no column " + (i + 1), cell(row.output(i), row.outputs(), i, false));
            }
            facts.put("annotation", Fact.of(XmlFile.text(row.element(), "description")));
            rows.add(new Thing(row.element().getAttribute("id"), "Row", String.valueOf(row.number()), "Row " + row.number() + forWhat(table, row), facts, ""));
        }
        return rows;
    }

    private static Fact cell(String text, List<Element> cells, int column, boolean input) {
        var language = column < cells.size() ? cells.get(column).getAttribute("expressionLanguage") : "";
        return new Fact(text, (input ? sorted(meaning(text)) : meaning(text)) + (language.isEmpty() ? "" : " (" + language + ")"), List.of(), Use.COUNTS);
    }

    /** The same cell without what makes no difference. */
    static String meaning(String text) {
        var bare = TEXT_OR_BLANKS.matcher(text.strip()).replaceAll(part -> part.group().startsWith("\"") ? Matcher.quoteReplacement(part.group()) : "\u0000")
                .replaceAll("\u0000?([,()\\[\\]<>=])\u0000?", "$1").replace('\u0000', ' ');
        return bare.equals("-") ? "" : bare;
    }

    /** The texts of which a cell names one each, in one order. */
    private static String sorted(String cell) {
        return cell.contains("\\") ? cell : TEXTS.matcher(cell).replaceAll(list -> Matcher.quoteReplacement(Arrays.stream(list.group().split("(?<=\"),(?=\")")).sorted().collect(Collectors.joining(","))));
    }

    /** What a row is for, from its first cells. */
    private static String forWhat(Table table, Table.Row row) {
        var cells = new ArrayList<String>();
        for (int i = 0; i < table.inputs().size() && cells.size() < MOST_CELLS; i++) {
            if (!meaning(row.input(i)).isEmpty()) {
                var text = row.input(i).replaceAll("\\s+", " ");
                cells.add(table.inputs().get(i).label() + " " + (text.length() > LONGEST_CELL ? text.substring(0, LONGEST_CELL) + "…" : text));
            }
        }
        return cells.isEmpty() ? "" : " (" + String.join(", ", cells) + ")";
    }
}
