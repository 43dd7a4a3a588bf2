package org.redress.board;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.FlowElement;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.SubProcess;
import org.jspecify.annotations.Nullable;
import org.redress.deadline.DeadlineView;
import org.redress.tally.Tally;
import org.redress.tally.Tally.Count;
import org.redress.tally.Tally.Figure;
import org.springframework.context.annotation.Lazy;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * How a procedure goes at the councils of whoever asks: how many cases stand at each step, how long the step takes, and how often its deadlines are missed. Figures
 * only, for supervisors and process owners alike.
 */
@Component
public class StepFigures {
    /** This quarter and so many months before it. */
    private static final int MONTHS_BEFORE = 9;
    private static final double HALF = 0.5;
    private static final double NINE_TENTHS = 0.9;

    private static final String STANDING = """
            select e.ACT_ID_ as element, count(distinct e.PROC_INST_ID_) as standing from ACT_RU_EXECUTION e
            where e.PROC_DEF_ID_ in (select d.ID_ from ACT_RE_PROCDEF d where d.KEY_ = :process) and e.TENANT_ID_ in (:councils) and e.ACT_ID_ is not null
                and e.PROC_INST_ID_ not in (select x.PROC_INST_ID_ from ACT_RU_EXECUTION x where x.BUSINESS_KEY_ in (:leftOut))
            group by e.ACT_ID_""";

    private final RepositoryService repository;
    private final Tally tally;
    private final Watch watch;
    private final JdbcClient database;

    StepFigures(@Lazy RepositoryService repository, Tally tally, Watch watch, JdbcClient database) {
        this.repository = repository;
        this.tally = tally;
        this.watch = watch;
        this.database = database;
    }

    /**
     * A step of a procedure in its own words; days are working days, of what was completed since the day that the figures begin with.
     *
     * @param standing how many cases stand there now
     * @param median so many days at most took one half of them
     * @param ninetieth so many days at most took nine of ten
     */
    public record Step(String id, String name, int standing, int completed, @Nullable Integer median, @Nullable Integer ninetieth) {}

    /** How often a deadline of the procedure was met and missed. */
    public record Kept(String title, int met, int missed) {}

    /**
     * The figures of a procedure since a day.
     *
     * @param latest the last day on which something ended that they count
     * @param cases whether whoever asks may have the cases listed too
     */
    public record View(String process, String name, LocalDate since, @Nullable LocalDate latest, List<Step> steps, List<Kept> deadlines, boolean cases) {}

    /** The figures of the procedure that a definition belongs to, all its versions together; nothing if there is no such definition. */
    @Transactional(readOnly = true)
    public Optional<View> of(String definitionId) {
        return Optional.ofNullable(repository.createProcessDefinitionQuery().processDefinitionId(definitionId).singleResult()).map(this::view);
    }

    private View view(ProcessDefinition definition) {
        var since = Tally.quarter(watch.today()).minusMonths(MONTHS_BEFORE);
        var counts = tally.of(definition.getKey(), watch.councilsOfFigures(), since);
        var latest = counts.stream().map(Count::latest).max(Comparator.naturalOrder()).orElse(null);
        return new View(definition.getKey(), definition.getName(), since, latest, steps(definition, counts), kept(counts), watch.council().isPresent());
    }

    private List<Step> steps(ProcessDefinition definition, List<Count> counts) {
        var standing = standing(definition.getKey());
        var days = new HashMap<String, TreeMap<Integer, Integer>>();
        counts.stream().filter(count -> count.figure() == Figure.STEP)
                .forEach(count -> days.computeIfAbsent(count.element(), id -> new TreeMap<>()).merge(count.days(), count.times(), Integer::sum));
        var names = names(repository.getBpmnModelInstance(definition.getId()));
        // a step of an older version only
        standing.keySet().forEach(id -> names.putIfAbsent(id, words(id)));
        days.keySet().forEach(id -> names.putIfAbsent(id, words(id)));
        return names.entrySet().stream().filter(name -> standing.containsKey(name.getKey()) || days.containsKey(name.getKey()))
                .map(name -> step(name.getKey(), name.getValue(), standing.getOrDefault(name.getKey(), 0), days.getOrDefault(name.getKey(), new TreeMap<>()))).toList();
    }

    private static Step step(String id, String name, int standing, TreeMap<Integer, Integer> days) {
        int completed = days.values().stream().mapToInt(Integer::intValue).sum();
        return new Step(id, name, standing, completed, rank(days, completed, HALF), rank(days, completed, NINE_TENTHS));
    }

    /** The number of days that at least this share of them did not exceed (nearest rank). */
    private static @Nullable Integer rank(TreeMap<Integer, Integer> days, int completed, double share) {
        int left = (int) Math.ceil(completed * share);
        for (var count : days.entrySet()) {
            left -= count.getValue();
            if (left <= 0) {
                return count.getKey();
            }
        }
        return null;
    }

    private static List<Kept> kept(List<Count> counts) {
        var kept = new TreeMap<String, int[]>();
        counts.stream().filter(count -> count.figure() != Figure.STEP)
                .forEach(count -> kept.computeIfAbsent(title(count.element()), title -> new int[2])[count.figure() == Figure.MET ? 0 : 1] += count.times());
        return kept.entrySet().stream().map(one -> new Kept(one.getKey(), one.getValue()[0], one.getValue()[1])).toList();
    }

    /** The kind of a deadline and its stage, in words. */
    static String title(String element) {
        int slash = element.lastIndexOf('/');
        return DeadlineView.title(element.substring(0, slash), Integer.parseInt(element.substring(slash + 1)), null);
    }

    private Map<String, Integer> standing(String process) {
        var standing = new HashMap<String, Integer>();
        var councils = watch.councilsOfFigures();
        if (!councils.isEmpty()) {
            database.sql(STANDING).param("process", process).param("councils", councils).param("leftOut", watch.leftOutOfFigures())
                    .query(row -> {
                        // the body of a step that is done several times holds each of them
                        if (!row.getString("element").contains("#")) {
                            standing.put(row.getString("element"), row.getInt("standing"));
                        }
                    });
        }
        return standing;
    }

    /** What the model calls its steps, in the order in which they are written there, a part with what is inside it. */
    private static Map<String, String> names(BpmnModelInstance model) {
        var names = new LinkedHashMap<String, String>();
        model.getModelElementsByType(Process.class).forEach(process -> add(names, process.getFlowElements()));
        return names;
    }

    private static void add(Map<String, String> names, Iterable<FlowElement> elements) {
        for (var element : elements) {
            if (element instanceof FlowNode) {
                names.put(element.getId(), element.getName() == null ? words(element.getId()) : element.getName());
            }
            if (element instanceof SubProcess part) {
                add(names, new ArrayList<>(part.getFlowElements()));
            }
        }
    }

    /** What an id says: "Answer issue" for UserTask_AnswerIssue. */
    private static String words(String id) {
        var words = id.replaceFirst("^[A-Za-z]+_", "").replaceAll("(?<=[a-z])(?=[A-Z])", " ").toLowerCase(java.util.Locale.ROOT);
        return words.isEmpty() ? id : Character.toUpperCase(words.charAt(0)) + words.substring(1);
    }
}
