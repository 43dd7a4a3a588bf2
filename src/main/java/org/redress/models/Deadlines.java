package org.redress.models;

import static java.util.stream.Collectors.toCollection;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.instance.BaseElement;
import org.camunda.bpm.model.bpmn.instance.BoundaryEvent;
import org.camunda.bpm.model.bpmn.instance.ServiceTask;
import org.camunda.bpm.model.bpmn.instance.TimerEventDefinition;
import org.w3c.dom.Element;

/** How the models name a deadline: setDeadline sets stage-3-request, timers and tasks read stage3RequestDue. */
final class Deadlines {

    static final String INPUT = "deadline";

    private static final String BEAN = "${setDeadline}";
    private static final Pattern TIMER = Pattern.compile("\\$\\{(dueSoon|overdue|reached)\\.of\\(([a-z][A-Za-z0-9]*)Due\\)}");
    private static final Pattern DUE_DATE = Pattern.compile("\\$\\{([a-z][A-Za-z0-9]*)Due}");

    private static final Pattern QUOTED = Pattern.compile("\"([^\"]*)\"");

    private Deadlines() {
    }

    /** What a timer waits for: “due soon” or “overdue”, and the deadline. */
    record Wait(String moment, String deadline) {

        boolean isDueSoon() {
            return "dueSoon".equals(moment);
        }

        /** The first day on which something may be done; nobody owes it. */
        boolean isReached() {
            return "reached".equals(moment);
        }

        boolean isOverdue() {
            return "overdue".equals(moment);
        }
    }

    static boolean isSet(ServiceTask task) {
        return BEAN.equals(task.getCamundaDelegateExpression());
    }

    /** Each deadline that the allowance table knows, and who owes it. */
    static Map<String, String> owed(List<Table> tables) {
        Map<String, String> owed = new TreeMap<>();
        tables.stream().filter(table -> "allowance".equals(table.id())).forEach(table -> {
            int kind = texts(table.inputs()).indexOf(INPUT);
            int owedBy = texts(table.outputs()).indexOf("owedBy");
            table.rows().forEach(row -> QUOTED.matcher(kind < 0 ? "" : row.input(kind)).results()
                    .forEach(deadline -> owed.put(deadline.group(1), owedBy < 0 ? "" : row.output(owedBy).replace("\"", ""))));
        });
        return owed;
    }

    private static List<String> texts(List<Table.Column> columns) {
        return columns.stream().map(Table.Column::text).toList();
    }

    static Set<String> setIn(BpmnFile file) {
        return file.all(ServiceTask.class).filter(Deadlines::isSet)
                .flatMap(task -> BpmnFile.inputParameter(task, INPUT).stream()).collect(toCollection(TreeSet::new));
    }

    /** The deadline that a task of a model names, as it stands in the file. */
    static Optional<String> named(Element task) {
        return XmlFile.children(task, "extensionElements").stream().flatMap(extensions -> XmlFile.children(extensions, "inputOutput").stream())
                .flatMap(mapping -> XmlFile.children(mapping, "inputParameter").stream()).filter(parameter -> parameter.getAttribute("name").equals(INPUT))
                .map(parameter -> parameter.getTextContent().strip()).findFirst();
    }

    static Optional<Wait> of(TimerEventDefinition timer) {
        Matcher wait = TIMER.matcher(timer.getTimeDate() == null ? "" : timer.getTimeDate().getTextContent().strip());
        return wait.matches() ? Optional.of(new Wait(wait.group(1), Words.kebabCase(wait.group(2)))) : Optional.empty();
    }

    static Optional<String> ofDueDate(String expression) {
        Matcher due = DUE_DATE.matcher(expression);
        return due.matches() ? Optional.of(Words.kebabCase(due.group(1))) : Optional.empty();
    }

    static Stream<Wait> at(BpmnFile file, BaseElement host) {
        return file.boundaryEventsOf(host).flatMap(event -> of(event).stream());
    }

    static Optional<Wait> of(BoundaryEvent event) {
        return event.getEventDefinitions().stream().filter(TimerEventDefinition.class::isInstance)
                .map(TimerEventDefinition.class::cast).findFirst().flatMap(Deadlines::of);
    }
}
