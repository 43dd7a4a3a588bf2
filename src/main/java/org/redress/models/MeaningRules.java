package org.redress.models;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.redress.deadline.Allowance;
import org.redress.deadline.AllowanceNotUnderstood;
import org.redress.models.Table.Row;
import org.w3c.dom.Element;

/** What models and tables mean, beyond what can be read in them: what the engine answers with something else, with nothing, or only when a case is there. */
final class MeaningRules {
    private static final Pattern COLUMN = Pattern.compile("\\$\\{(\\w+)\\.(\\w+)}");
    /** Columns that hold a period, by their tables. */
    private static final Map<String, Set<String>> PERIODS = Map.of("allowance", Set.of("allowance", "cap"), "service-duty", Set.of("period"));
    private static final String NO_MOST = "by agreement";
    private static final String MORE = ", more with good reason";
    private static final String DEPLOYMENT = "deployment";

    static final List<Rule> ALL = List.of(
            new Rule(EngineParser.RULE, Rule.About.MODELS, "The engine can read every model and table", models -> models.engine().findings()),
            new Rule("process-executable", Rule.About.MODELS, "A process is executable; the engine passes over any other without a word", MeaningRules::passedOver),
            looking("task-delegates", "A service task and a message that is sent have a delegate", MeaningRules::worked, MeaningRules::noDelegate),
            looking("task-calls", "A called process is in the folder, whatever row of a table chooses it", models -> all(models, "callActivity"), MeaningRules::noProcess),
            looking("task-case", "A called process gets the case", models -> all(models, "callActivity"), MeaningRules::noCase),
            looking("deadline-allowances", "A deadline that a model sets has a row in the table allowance", MeaningRules::deadlinesSet, MeaningRules::noAllowance),
            new Rule(StagePeriods.RULE, Rule.About.TABLES, Rule.Weight.REFUSED, "A stage that the table next-stage chooses has a period for each deadline that its model sets", StagePeriods::rows, StagePeriods::findings),
            new Rule(VariableWays.RULE, Rule.About.MODELS, Rule.Weight.REFUSED, "What a form, a table or another model gives is set on every way to where a model reads it", VariableWays::read, VariableWays::findings),
            new Rule("periods-read", Rule.About.TABLES, Rule.Weight.REFUSED, "A period can be read, such as 20 working days, 6 weeks, 3 months", models -> periods(models), models -> periods(models).flatMap(MeaningRules::unreadPeriod)),
            new Rule("rows-overlap", Rule.About.TABLES, Rule.Weight.REFUSED, "Of a table with the hit policy Unique no two rows apply to one case", models -> models.tables().flatMap(table -> table.rows().stream()),
                    models -> models.tables().filter(table -> table.hitPolicy().equals("UNIQUE")).flatMap(MeaningRules::overlapping)),
            new Rule("event-timers", Rule.About.WRITING, Rule.Weight.ADVICE, "An event sub-process waits for no timer, which would fire again when a running case goes on with a new version",
                    models -> all(models, "subProcess"), models -> all(models, "subProcess").flatMap(MeaningRules::timedBeside)),
            new Rule("called-history", Rule.About.WRITING, Rule.Weight.ADVICE, "A called process says the same of its history as what calls it, which is what counts",
                    models -> all(models, "callActivity"), MeaningRules::ignoredHistory));

    private MeaningRules() {}

    /** An element with the file that it is in. */
    private record Found(XmlFile file, Element element) {
        Finding says(String rule, String why) {
            return file.finding(rule, element, why);
        }

        String camunda(String name) {
            return element.getAttributeNS(BpmnRules.CAMUNDA, name);
        }
    }

    private interface Look {
        Stream<String> faults(Models models, Found found);
    }

    private static Rule looking(String id, String sentence, Function<Models, Stream<Found>> subjects, Look look) {
        return new Rule(id, Rule.About.MODELS, Rule.Weight.REFUSED, sentence, subjects::apply,
                models -> subjects.apply(models).flatMap(found -> look.faults(models, found).map(why -> found.says(id, why))));
    }

    private static Stream<Found> all(Models models, String... names) {
        return models.processes().flatMap(file -> file.all(names).map(element -> new Found(file, element)));
    }

    private static Stream<Finding> passedOver(Models models) {
        return all(models, "process").filter(process -> !"true".equals(process.element().getAttribute("isExecutable")))
                .map(process -> process.says("process-executable", "is not executable, so that nothing begins it; tick Executable"));
    }

    private static Stream<Found> worked(Models models) {
        return all(models, "serviceTask", "messageEventDefinition").filter(found -> found.element().getLocalName().equals("serviceTask")
                || ((Element) found.element().getParentNode()).getLocalName().matches("endEvent|intermediateThrowEvent"));
    }

    /** Any other implementation is refused as a program. */
    private static Stream<String> noDelegate(Models models, Found task) {
        boolean any = Stream.of("delegateExpression", "class", "expression", "type").anyMatch(name -> task.element().hasAttributeNS(BpmnRules.CAMUNDA, name)
                || task.element().hasAttributeNS("http://activiti.org/bpmn", name));
        return any ? Stream.empty() : Stream.of("has no delegate; set Implementation to Delegate expression and the bean, like ${setDeadline}");
    }

    private static Stream<String> noProcess(Models models, Found call) {
        var process = call.element().getAttribute("calledElement");
        if (process.isBlank()) {
            return Stream.of("calls no process; set Called element");
        }
        if (ExpressionCheck.computes(process)) {
            return chosen(models, call, process);
        }
        // another binding finds what was deployed before
        return models.hasProcess(process) || !DEPLOYMENT.equals(call.camunda("calledElementBinding")) ? Stream.empty()
                : Stream.of("calls " + process + ", which is not in the folder; add processes/" + process + ".bpmn or correct it");
    }

    private static Stream<String> chosen(Models models, Found call, String expression) {
        var column = COLUMN.matcher(expression);
        var table = column.matches() ? call.file().all("businessRuleTask").filter(task -> column.group(1).equals(task.getAttributeNS(BpmnRules.CAMUNDA, "resultVariable")))
                .map(task -> task.getAttributeNS(BpmnRules.CAMUNDA, "decisionRef")).findFirst() : Optional.<String>empty();
        if (table.isEmpty()) {
            return Stream.of("calls " + expression + ", which no decision of this model answers; use the result variable and the column of a business rule task");
        }
        return models.tables().filter(one -> one.id().equals(table.get())).flatMap(one -> {
            int at = one.outputs().stream().map(Table.Column::text).toList().indexOf(column.group(2));
            return at < 0 ? Stream.of("calls " + expression + ", but the table " + one.id() + " has no column " + column.group(2) + "; correct the name")
                    : one.rows().stream().flatMap(row -> Feel.texts(row.output(at)).stream().flatMap(List::stream).filter(process -> !process.isEmpty() && !models.hasProcess(process))
                            .map(process -> "calls what " + one.file().name() + ", " + one.at(row) + " chooses: " + process + ", which is not in the folder; add processes/" + process + ".bpmn or correct the row"));
        });
    }

    private static Stream<String> noCase(Models models, Found call) {
        boolean handed = XmlFile.children(call.element(), "extensionElements").stream().flatMap(extensions -> XmlFile.children(extensions, "in").stream()).anyMatch(in -> in.hasAttribute("businessKey"));
        return handed ? Stream.empty() : Stream.of("does not hand over the business key; tick it under In mappings, or the case cannot be found from the called process");
    }

    private static Stream<Found> deadlinesSet(Models models) {
        return all(models, "serviceTask").filter(task -> task.camunda("delegateExpression").equals("${setDeadline}"));
    }

    private static Stream<String> noAllowance(Models models, Found task) {
        var deadline = Deadlines.named(task.element());
        // without the table nobody can tell
        if (models.deadlines().isEmpty() || deadline.filter(models.deadlines()::containsKey).isPresent()) {
            return Stream.empty();
        }
        return Stream.of(deadline.map(name -> "sets " + name + ", for which processes/allowance.dmn has no row; add the row, or set the input parameter deadline to ")
                .orElse("sets no deadline; set the input parameter deadline to ") + "one of " + String.join(", ", new TreeSet<>(models.deadlines().keySet())));
    }

    /** A cell that holds a period, in the wording of the table. */
    private record Period(Table table, Row row, int column, String text) {}

    private static Stream<Period> periods(Models models) {
        return models.tables().filter(table -> PERIODS.containsKey(table.id())).flatMap(table -> IntStream.range(0, table.outputs().size()).boxed()
                .filter(column -> PERIODS.getOrDefault(table.id(), Set.of()).contains(table.outputs().get(column).text()))
                .flatMap(column -> table.rows().stream().flatMap(row -> Feel.texts(row.output(column)).filter(texts -> texts.size() == 1).stream()
                        .map(texts -> new Period(table, row, column, texts.get(0)))))).filter(period -> !period.text().equals(NO_MOST));
    }

    private static Stream<Finding> unreadPeriod(Period period) {
        try {
            Allowance.parse(period.text().endsWith(MORE) ? period.text().substring(0, period.text().length() - MORE.length()) : period.text());
            return Stream.empty();
        } catch (AllowanceNotUnderstood e) {
            return Stream.of(period.table().file().finding("periods-read", period.row().outputs().get(period.column()),
                    period.table().at(period.row(), period.table().outputs().get(period.column())), String.valueOf(e.getMessage()).replaceFirst("\\.$", "")));
        }
    }

    private static Stream<Finding> overlapping(Table table) {
        var cells = table.rows().stream().map(row -> IntStream.range(0, table.inputs().size()).mapToObj(row::input).map(CellValues::of).toList()).toList();
        return IntStream.range(0, cells.size()).boxed().flatMap(later -> IntStream.range(0, later).filter(earlier -> both(cells.get(earlier), cells.get(later))).boxed()
                .map(earlier -> table.file().finding("rows-overlap", table.rows().get(later).element(), table.at(table.rows().get(later)), "applies to cases to which row " + (earlier + 1) + " ("
                        + table.rows().get(earlier).element().getAttribute("id") + ") applies too, and then neither answers; let one of the two leave out what the other takes")));
    }

    /** Whether two rows certainly apply to one case, and neither takes all cases of the other, which another rule says. */
    private static boolean both(List<CellValues> one, List<CellValues> other) {
        return IntStream.range(0, one.size()).allMatch(i -> one.get(i).certainlyMeets(other.get(i))) && !takes(one, other) && !takes(other, one);
    }

    private static boolean takes(List<CellValues> one, List<CellValues> other) {
        return IntStream.range(0, one.size()).allMatch(i -> one.get(i).takes(other.get(i)));
    }

    private static Stream<Finding> timedBeside(Found part) {
        boolean timed = "true".equals(part.element().getAttribute("triggeredByEvent"))
                && XmlFile.children(part.element(), "startEvent").stream().anyMatch(start -> !XmlFile.children(start, "timerEventDefinition").isEmpty());
        return timed ? Stream.of(part.says("event-timers", "begins when a day has come, and would begin once more in a case that goes on with a new version of the model; "
                + "draw the timer on the border of a sub-process around the work")) : Stream.empty();
    }

    private static Stream<Finding> ignoredHistory(Models models) {
        var kept = new HashMap<String, String>();
        all(models, "process").forEach(process -> kept.put(process.element().getAttribute("id"), process.camunda("historyTimeToLive")));
        return all(models, "process").flatMap(process -> {
            var id = process.element().getAttribute("id");
            var own = kept.getOrDefault(id, "");
            var others = new HashSet<String>();
            models.names().callersOf(id).map(MeaningRules::process).map(caller -> kept.getOrDefault(caller, "")).filter(other -> !other.isEmpty() && !other.equals(own)).forEach(others::add);
            return own.isEmpty() || others.isEmpty() ? Stream.empty() : Stream.of(process.says("called-history", "keeps its history for " + own
                    + ", which nobody asks: it is called, and kept as long as what calls it, " + String.join(" and ", new TreeSet<>(others)) + "; write the same here"));
        });
    }

    private static String process(Element element) {
        var node = element;
        while (!"process".equals(node.getLocalName()) && node.getParentNode() instanceof Element parent) {
            node = parent;
        }
        return node.getAttribute("id");
    }
}
