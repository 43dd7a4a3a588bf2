package org.redress.decision;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.camunda.bpm.dmn.engine.DmnDecision;
import org.camunda.bpm.engine.DecisionService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.DecisionDefinition;
import org.camunda.bpm.model.dmn.instance.DecisionTable;
import org.jspecify.annotations.Nullable;
import org.redress.engine.Engine;
import org.redress.engine.Inside;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** Asks a decision table in the version that was deployed with a process, so that a case keeps the rules with which it began. */
@Component
public class Tables {
    /** A cell that lists texts and nothing else. */
    private static final Pattern TEXTS = Pattern.compile("\"[^\"]*\"(\\s*,\\s*\"[^\"]*\")*");
    private static final Pattern TEXT = Pattern.compile("\"([^\"]*)\"");

    private final Engine engine;
    private final RepositoryService repository;
    private final DecisionService decisions;

    /** Tables as they were deployed, by their id. */
    private final Map<String, DmnDecision> deployed = new ConcurrentHashMap<>();

    /** The id of a table by its key and the process with which it was deployed, if it was: neither ever changes. */
    private final Map<List<String>, Optional<String>> withProcess = new ConcurrentHashMap<>();

    /** Whether there is one, by the same. */
    private final Map<List<String>, Boolean> there = new ConcurrentHashMap<>();

    // lazily: the engine needs the features that ask tables
    Tables(Engine engine, @Lazy RepositoryService repository, @Lazy DecisionService decisions) {
        this.engine = engine;
        this.repository = repository;
        this.decisions = decisions;
    }

    /**
     * The rows that match. What a step of a process asks stays in the engine's history with that process and goes with it; any other
     * question leaves nothing there, because nobody would ever remove it.
     *
     * @param processDefinitionId the process whose deployment counts; null for a question outside a process, which the newest answers, as it does
     *     where the table was not deployed with that process, since it is newer
     * @throws TableRefused if the table must decide and has no row for these facts
     */
    public List<Map<String, Object>> rows(String table, @Nullable String processDefinitionId, Map<String, @Nullable Object> facts) {
        assert TableFacts.complete(table, facts) : table + " is asked with " + facts.keySet();
        var id = id(table, processDefinitionId);
        if (processDefinitionId == null || !Inside.aStep()) {
            return look(table, id, facts);
        }
        return decisions.evaluateDecisionTableById(id).variables(new HashMap<>(facts)).evaluate().getResultList();
    }

    /** The same for whoever only says what a table knows: no row is an answer too, which undoes nothing, and nothing of it stays in the engine's history. */
    public List<Map<String, Object>> known(String table, @Nullable String processDefinitionId, Map<String, @Nullable Object> facts) {
        assert TableFacts.complete(table, facts) : table + " is asked with " + facts.keySet();
        return orNone(table, id(table, processDefinitionId), facts);
    }

    private List<Map<String, Object>> orNone(String table, String id, Map<String, @Nullable Object> facts) {
        return look(table, id, rows -> {
            try {
                return rows.apply(facts);
            } catch (TableRefused noRow) {
                return List.of();
            }
        });
    }

    /** The newest version of a table, for somebody who asks many questions at once; no row is an answer too, and nothing of it stays in the engine's history. */
    public Function<Map<String, @Nullable Object>, List<Map<String, Object>>> newest(String table) {
        var id = unchecked(() -> id(table, null));
        return facts -> {
            assert TableFacts.complete(table, facts) : table + " is asked with " + facts.keySet();
            return orNone(table, id, facts);
        };
    }

    /**
     * What a column says in the rows of the newest table that may answer one value of an input, whatever the other inputs are: the
     * cells as they are written, where a text stands in quotation marks.
     */
    public List<String> cells(String table, String input, String value, String output) {
        var rows = unchecked(() -> repository.getDmnModelInstance(id(table, null)).getModelElementsByType(DecisionTable.class).iterator().next());
        int in = position(rows.getInputs(), found -> found.getInputExpression().getText().getTextContent().strip().equals(input));
        int out = position(rows.getOutputs(), found -> found.getName().equals(output));
        return rows.getRules().stream()
                .filter(rule -> mayAnswer(List.copyOf(rule.getInputEntries()).get(in).getTextContent().strip(), value))
                .map(rule -> List.copyOf(rule.getOutputEntries()).get(out).getTextContent().strip()).toList();
    }

    /**
     * A row as it is written.
     *
     * @param texts by the expression of an input, the texts that its cell lists; none where it lists no texts
     * @param description what the row says of itself
     */
    public record Written(Map<String, List<String>> texts, String description) {}

    /** The rows of the newest table as they are written, for whoever has to show what a table knows. */
    public List<Written> written(String table) {
        return unchecked(() -> {
            var rows = repository.getDmnModelInstance(id(table, null)).getModelElementsByType(DecisionTable.class).iterator().next();
            var inputs = rows.getInputs().stream().map(input -> input.getInputExpression().getText().getTextContent().strip()).toList();
            return rows.getRules().stream().map(rule -> {
                var texts = new HashMap<String, List<String>>();
                var cells = List.copyOf(rule.getInputEntries());
                IntStream.range(0, inputs.size()).forEach(i -> texts.put(inputs.get(i), texts(cells.get(i).getTextContent().strip())));
                return new Written(texts, rule.getDescription() == null ? "" : rule.getDescription().getTextContent().strip());
            }).toList();
        });
    }

    private static List<String> texts(String cell) {
        return TEXTS.matcher(cell).matches() ? TEXT.matcher(cell).results().map(text -> text.group(1)).toList() : List.of();
    }

    /** Whether a table was deployed with a process; one that began with an earlier version may not have it. */
    public boolean has(String table, String processDefinitionId) {
        return there.computeIfAbsent(List.of(table, processDefinitionId), wanted -> unchecked(() -> repository.createDecisionDefinitionQuery().decisionDefinitionKey(table)
                .deploymentId(repository.getProcessDefinition(processDefinitionId).getDeploymentId()).count() > 0));
    }

    /** Tables are the product's, whoever is signed in. */
    private <T> T unchecked(Supplier<T> question) {
        return engine.unchecked(question);
    }

    /** Only a list of other texts can be told to answer something else. */
    private static boolean mayAnswer(String cell, String value) {
        return cell.contains('"' + value + '"') || !TEXTS.matcher(cell).matches();
    }

    private static <T> int position(Collection<T> columns, Predicate<T> wanted) {
        return IntStream.range(0, columns.size()).filter(i -> wanted.test(List.copyOf(columns).get(i))).findFirst().orElseThrow();
    }

    /** The table itself without its deployment, of which the engine keeps no history. */
    private List<Map<String, Object>> look(String table, String id, Map<String, @Nullable Object> facts) {
        return look(table, id, rows -> rows.apply(facts));
    }

    /** Within the engine, so that what is caught there does not undo the work around it. */
    private List<Map<String, Object>> look(String table, String id, Function<Function<Map<String, @Nullable Object>, List<Map<String, Object>>>, List<Map<String, Object>>> question) {
        return engine.run(inside -> {
            var dmn = engine.tables();
            var rows = deployed.computeIfAbsent(id, wanted ->
                    dmn.parseDecision(table, inside.unchecked(() -> repository.getDecisionModel(wanted))));
            return question.apply(facts -> dmn.evaluateDecisionTable(rows, new HashMap<>(facts)).getResultList());
        });
    }

    private String id(String table, @Nullable String processDefinitionId) {
        return Optional.ofNullable(processDefinitionId).flatMap(process -> deployedWith(process, table))
                .orElseGet(() -> repository.createDecisionDefinitionQuery().decisionDefinitionKey(table).latestVersion().singleResult().getId());
    }

    private Optional<String> deployedWith(String process, String table) {
        return withProcess.computeIfAbsent(List.of(table, process), wanted -> Optional.ofNullable(repository.createDecisionDefinitionQuery().decisionDefinitionKey(table)
                .deploymentId(repository.getProcessDefinition(process).getDeploymentId()).singleResult()).map(DecisionDefinition::getId));
    }
}
