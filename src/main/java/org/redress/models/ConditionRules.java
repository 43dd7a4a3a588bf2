package org.redress.models;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.redress.decision.TableFacts;
import org.redress.models.Feel.Fault;
import org.redress.models.Feel.Place;
import org.redress.models.Feel.Type;
import org.redress.models.FormFile;
import org.redress.models.Table.Column;

/**
 * What cells of tables and conditions of forms keep, read with the engine's own parser. FEEL answers nearly everything that is wrong
 * with null, so that a row that nobody meant answers instead.
 */
final class ConditionRules {
    static final List<Rule> ALL = List.of(
            found("feel-size", "A cell or condition has at most " + Feel.LONGEST + " characters, a list of texts " + Feel.LONGEST_LIST + ", and at most " + Feel.DEEPEST
                    + " brackets or steps within each other; all together can be read in a few seconds"),
            found("feel-read", "Every cell and condition can be read; a text stands in quotation marks"),
            found("feel-names", "Every name is a variable that the table or form gets: an answer of a form, or what the product works out"),
            found("feel-days", "A day is written date(\"2026-04-01\"), a moment date and time(\"2026-04-01T00:00:00\"), and is one that there is"),
            found("feel-types", "What is compared is of one kind: a text with texts, a number with numbers, a day with days, a moment with moments"),
            found("feel-functions", "Cells and conditions compare: they count through nothing, call nothing of their own, do not ask the clock of the machine, and go through one list at most"),
            found("condition-answers", "A condition of a form compares a choice only with what can be chosen"));

    private ConditionRules() {}

    private static Rule found(String id, String sentence) {
        return new Rule(id, Rule.About.CONDITIONS, sentence, models -> models.inConditions(id));
    }

    /** Everything that is wrong with cells and conditions, each read once. */
    static List<Finding> findings(Models models) {
        return Stream.concat(models.tables().flatMap(table -> inTable(models, table)), models.forms().flatMap(form -> inForm(models, form))).toList();
    }

    private static Stream<Finding> inTable(Models models, Table table) {
        var found = new ArrayList<Finding>();
        var names = names(models, table);
        var types = new ArrayList<Type>();
        for (var input : table.inputs()) {
            var read = models.feel().value(input.text(), new Place(null, names, unknown(models, table)));
            var faults = input.text().isEmpty() ? List.of(new Fault("feel-read", "asks about nothing; write the name of what decides")) : read.faults();
            faults.forEach(fault -> found.add(table.file().finding(fault.rule(), input.element(), table.at(input), shown(input.text(), fault))));
            types.add(type(input, read.type()));
        }
        for (var row : table.rows()) {
            for (int i = 0; i < Math.min(row.inputs().size(), types.size()); i++) {
                int column = i;
                models.feel().test(row.input(i), new Place(types.get(i), names, unknown(models, table))).faults().forEach(fault ->
                        found.add(table.file().finding(fault.rule(), row.inputs().get(column), table.at(row, table.inputs().get(column)), shown(row.input(column), fault))));
            }
            for (int i = 0; i < Math.min(row.outputs().size(), table.outputs().size()); i++) {
                int column = i;
                output(models, table, names, row.output(i), table.outputs().get(i)).forEach(fault ->
                        found.add(table.file().finding(fault.rule(), row.outputs().get(column), table.at(row, table.outputs().get(column)), shown(row.output(column), fault))));
            }
        }
        return found.stream();
    }

    private static List<Fault> output(Models models, Table table, Function<String, Optional<Type>> names, String cell, Column output) {
        var read = models.feel().value(cell, new Place(null, names, unknown(models, table)));
        var declared = declared(output.type());
        if (read.faults().isEmpty() && declared.known() && read.type().known() && declared != read.type()) {
            return List.of(new Fault("feel-types", "gives " + read.type().words() + ", and the column is for " + declared.words() + "; "
                    + (declared == Type.TEXT ? "write it in quotation marks" : "write it without quotation marks")));
        }
        return read.faults();
    }

    private static String shown(String text, Fault fault) {
        var one = text.replaceAll("\\s+", " ");
        return (text.isEmpty() ? "" : "“" + (one.length() > 80 ? one.substring(0, 80) + "…" : one) + "” ") + fault.why();
    }

    private static Function<String, Optional<Type>> names(Models models, Table table) {
        var types = new HashMap<String, Type>();
        // of several tables in one file, one may ask what another has said
        models.tables().filter(other -> other.file() == table.file() && other != table).forEach(other -> {
            types.put(other.id(), Type.UNKNOWN);
            other.outputs().forEach(output -> types.put(output.text(), Type.UNKNOWN));
        });
        var beside = Set.copyOf(types.keySet());
        table.inputs().forEach(input -> types.put(input.text(), declared(input.type())));
        var facts = TableFacts.of(table.id());
        return name -> beside.contains(name) ? Optional.of(types.get(name)) : facts.map(given -> given.names().contains(name)).orElseGet(() -> models.names().known(name))
                ? Optional.of(types.getOrDefault(name, Type.UNKNOWN)) : Optional.empty();
    }

    private static Function<String, String> unknown(Models models, Table table) {
        return name -> TableFacts.of(table.id()).map(given -> "reads " + name + ", which this table does not get; it gets " + String.join(", ", new TreeSet<>(given.names())))
                .orElseGet(() -> models.names().unknown(name));
    }

    /** What a column asks about; the engine makes a moment of whatever is declared a date. */
    private static Type type(Column input, Type read) {
        var declared = declared(input.type());
        return declared.known() ? declared : read;
    }

    private static Type declared(String type) {
        return switch (type) {
            case "string" -> Type.TEXT;
            case "boolean" -> Type.YES_NO;
            case "integer", "long", "double", "number" -> Type.NUMBER;
            case "date" -> Type.MOMENT;
            default -> Type.UNKNOWN;
        };
    }

    private static Stream<Finding> inForm(Models models, FormFile form) {
        return form.components().stream().flatMap(component -> hide(component).stream().flatMap(condition -> {
            var fields = fields(form);
            var read = models.feel().value(condition, new Place(null, name -> fields.containsKey(name) ? Optional.of(type(fields.get(name)))
                    : models.names().known(name) ? Optional.of(Type.UNKNOWN) : Optional.empty(), models.names()::unknown));
            return Stream.concat(read.faults().stream(), never(models, read, fields)).map(fault -> form.finding(fault.rule(), component, shown(condition, fault)));
        }));
    }

    private static Stream<Fault> never(Models models, Feel.Read read, Map<String, JsonNode> fields) {
        return read.compared().stream().flatMap(compared -> options(models, compared.name(), fields.get(compared.name())).filter(options -> !options.contains(compared.text())).stream()
                .map(options -> new Fault("condition-answers", "asks for \"" + compared.text() + "\", which nobody can choose; " + Names.instead(compared.text(), options))));
    }

    private static Optional<Set<String>> options(Models models, String name, @Nullable JsonNode field) {
        if (field == null) {
            return models.names().answers(name);
        }
        var options = new TreeSet<String>();
        StreamSupport.stream(field.path("values").spliterator(), false).forEach(option -> options.add(option.path("value").asText()));
        return Set.of("select", "radio").contains(field.path("type").asText()) && !field.hasNonNull("valuesKey") ? Optional.of(options) : Optional.empty();
    }

    private static Map<String, JsonNode> fields(FormFile form) {
        var fields = new HashMap<String, JsonNode>();
        form.components().stream().filter(component -> component.hasNonNull("key")).forEach(component -> fields.put(component.path("key").asText(), component));
        return fields;
    }

    /** What a form's field is to a condition; a day or a number is the text that is typed, of which only null can be asked. */
    private static Type type(JsonNode field) {
        return switch (field.path("type").asText()) {
            case "select", "radio", "textfield", "textarea" -> Type.TEXT;
            case "checkbox" -> Type.YES_NO;
            default -> Type.UNKNOWN;
        };
    }

    private static Optional<String> hide(JsonNode component) {
        return Optional.of(component.path("conditional").path("hide").asText().replaceFirst("^\\s*=", "").strip()).filter(text -> !text.isEmpty());
    }
}
