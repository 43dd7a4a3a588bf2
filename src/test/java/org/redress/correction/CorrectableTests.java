package org.redress.correction;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.camunda.bpm.model.dmn.Dmn;
import org.camunda.bpm.model.dmn.instance.DecisionTable;
import org.camunda.bpm.model.dmn.instance.DmnElement;
import org.camunda.bpm.model.dmn.instance.Rule;
import org.junit.jupiter.api.Test;
import org.redress.casefile.Fact;
import org.redress.correction.Correctable.As;
import org.redress.testing.ProductTest;
import org.springframework.beans.factory.annotation.Autowired;

/** Every day and every amount of every form can be put right, or the table says why not. */
@ProductTest
class CorrectableTests {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final LocalDate MON_2026_06_01 = LocalDate.of(2026, 6, 1);
    private static final List<Row> ROWS = rows();

    /** Days from which something counts and that nobody writes. */
    private static final Set<String> WORKED_OUT = Set.of("startedOn", "withdrawnOn", "closedOn", "reportPeriodEndsOn", "letterCameOn");

    /** What else of a case file can have a day. */
    private static final Set<String> ALSO = Set.of("receipt", "status", "issue", "people", "restriction", "councilsComments", "complainantsComments", "evidence", "comesAgain",
            "advocateAsked", "advocateAppointed", "laterStart");

    @Autowired
    private Correctable correctable;

    /** A row of the table: its inputs, and whether it can be put right. */
    private record Row(String form, String field, String answer, String as, List<String> names) {
        String key() {
            return form + "." + field;
        }
    }

    @Test
    void hasARowForEveryDayAndEveryNumberThatSomebodyWrites() throws IOException {
        var written = new TreeSet<String>();
        forms().forEach((form, fields) -> fields.stream().filter(CorrectableTests::dayOrNumber).forEach(field -> written.add(form + "." + field.path("key").asText())));

        assertThat(written).hasSizeGreaterThan(80);
        var rows = new TreeSet<>(ROWS.stream().map(Row::key).toList());
        assertThat(rows).as("put-right.dmn: a row for each, also for what cannot be put right, with the reason")
                .isEqualTo(written);
    }

    @Test
    void namesOnlyAnswersThatTheFormOffersAndLeavesNoneOut() throws IOException {
        var forms = forms();
        for (var key : ROWS.stream().filter(row -> !row.answer().isEmpty()).map(Row::key).distinct().toList()) {
            var named = ROWS.stream().filter(row -> row.key().equals(key)).map(Row::answer).collect(Collectors.toSet());
            var fields = forms.get(key.substring(0, key.indexOf('.')));
            var decides = fields.stream().map(CorrectableTests::options).filter(options -> options.containsAll(named)).findFirst();
            assertThat(decides).as("a field of the form offers all of " + named + " (" + key + ")").isPresent();
            boolean always = fields.stream().filter(field -> field.path("key").asText().equals(key.substring(key.indexOf('.') + 1))).noneMatch(field -> field.has("conditional"));
            if (always) {
                assertThat(named).as(key + " is asked with each of these").isEqualTo(decides.get());
            }
        }
    }

    @Test
    void readsEveryRow() {
        for (var row : ROWS) {
            boolean amount = row.as().equals("amount");
            var fact = new Fact(1, row.form(), row.field(), "Label", amount ? "100" : MON_2026_06_01.toString(), "content",
                    row.answer().isEmpty() ? Map.of() : Map.of("any", row.answer()), "Step", MON_2026_06_01, MON_2026_06_01.atStartOfDay(), "somebody");
            var effects = correctable.effects(fact);

            assertThat(effects.as().name().toLowerCase(java.util.Locale.ROOT)).as(row.key()).isEqualTo(row.as());
            assertThat(effects.names()).as(row.key()).startsWith(row.field()).containsAll(row.names());
            assertThat(ALSO).as(row.key()).containsAll(effects.also());
            assertThat(effects.as() == As.DAY || effects.sent().isEmpty() && effects.received().isEmpty() && effects.also().isEmpty()).as(row.key()).isTrue();
        }
    }

    @Test
    void knowsEveryDayFromWhichAPeriodCountsAndByWhichItIsMet() {
        var table = Dmn.readModelFromFile(Path.of("processes/allowance.dmn").toFile()).getModelElementsByType(DecisionTable.class).iterator().next();
        var outputs = table.getOutputs().stream().map(output -> output.getName()).toList();
        var days = new TreeSet<String>();
        for (var rule : table.getRules()) {
            Stream.of("countsFrom", "metBy").map(outputs::indexOf).map(position -> cell(List.copyOf(rule.getOutputEntries()).get(position))).filter(name -> !name.equals("null"))
                    .forEach(days::add);
        }
        var known = new HashSet<>(WORKED_OUT);
        ROWS.stream().filter(row -> row.as().equals("day")).forEach(row -> {
            known.add(row.field());
            known.addAll(row.names());
        });

        assertThat(days).hasSizeGreaterThan(20);
        assertThat(known).as("each is the day of a form in put-right.dmn, or another name of it").containsAll(days);
    }

    @Test
    void putsADayOfAFormThatSomebodyAddedRightByItsOwnName() {
        var day = new Fact(1, "visit", "visitedOn", "Visited on", MON_2026_06_01.toString(), "content", Map.of(), "Visit", MON_2026_06_01, MON_2026_06_01.atStartOfDay(), "somebody");
        var plan = new Fact(2, "visit", "visitBy", "Visit by", MON_2026_06_01.toString(), "content", Map.of(), "Visit", MON_2026_06_01, MON_2026_06_01.atStartOfDay(), "somebody");

        assertThat(correctable.effects(day)).extracting(Correctable.Effects::as, Correctable.Effects::names).containsExactly(As.DAY, List.of("visitedOn"));
        assertThat(correctable.effects(plan).as()).isEqualTo(As.NO);
    }

    private static boolean dayOrNumber(JsonNode field) {
        var type = field.path("type").asText();
        return !field.path("readonly").asBoolean() && (type.equals("number") || type.equals("datetime") && !field.path("subtype").asText().equals("time"));
    }

    private static Set<String> options(JsonNode field) {
        return StreamSupport.stream(field.path("values").spliterator(), false).map(option -> option.path("value").asText()).collect(Collectors.toSet());
    }

    private static Map<String, List<JsonNode>> forms() throws IOException {
        var forms = new TreeMap<String, List<JsonNode>>();
        try (var files = Files.list(Path.of("forms"))) {
            for (var file : files.filter(path -> path.toString().endsWith(".form")).toList()) {
                var form = JSON.readTree(file.toFile());
                forms.put(form.path("id").asText(), StreamSupport.stream(form.path("components").spliterator(), false).toList());
            }
        }
        return forms;
    }

    private static List<Row> rows() {
        var table = Dmn.readModelFromFile(Path.of("processes/put-right.dmn").toFile()).getModelElementsByType(DecisionTable.class).iterator().next();
        return table.getRules().stream().map(CorrectableTests::row).toList();
    }

    private static Row row(Rule rule) {
        var inputs = rule.getInputEntries().stream().map(CorrectableTests::cell).toList();
        var outputs = rule.getOutputEntries().stream().map(CorrectableTests::cell).toList();
        return new Row(inputs.get(0), inputs.get(1), inputs.get(2), outputs.get(0), outputs.get(1).isEmpty() ? List.of() : List.of(outputs.get(1).split(", ")));
    }

    private static String cell(DmnElement entry) {
        return entry.getTextContent().strip().replaceAll("^\"|\"$", "");
    }
}
