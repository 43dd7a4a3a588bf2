package org.redress.models;

import static java.util.Map.entry;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.w3c.dom.Attr;
import org.w3c.dom.Element;

/**
 * What process models keep. They hold what is known and nothing else, by the names of elements and attributes alone, because the engine
 * looks at little else.
 */
final class BpmnRules {
    static final String CAMUNDA = "http://camunda.org/schema/1.0/bpmn";
    /** The engine takes this for its own. */
    private static final String ACTIVITI = "http://activiti.org/bpmn";

    private static final Set<String> ELEMENTS = Set.of("definitions", "process", "documentation", "extensionElements", "incoming", "outgoing",
            "startEvent", "endEvent", "boundaryEvent", "intermediateCatchEvent", "intermediateThrowEvent", "userTask", "serviceTask", "sendTask",
            "receiveTask", "businessRuleTask", "manualTask", "callActivity", "subProcess", "exclusiveGateway", "parallelGateway",
            "inclusiveGateway", "eventBasedGateway", "sequenceFlow", "conditionExpression", "messageEventDefinition", "timerEventDefinition",
            "timeDate", "timeDuration", "timeCycle", "errorEventDefinition", "escalationEventDefinition", "signalEventDefinition",
            "terminateEventDefinition", "message", "error", "escalation", "signal", "multiInstanceLoopCharacteristics", "loopCardinality",
            "completionCondition", "collaboration", "participant", "messageFlow", "laneSet", "lane", "flowNodeRef", "textAnnotation", "text",
            "association", "group", "category", "categoryValue",
            // of Camunda
            "inputOutput", "inputParameter", "outputParameter", "in", "out", "properties", "property", "failedJobRetryTimeCycle");

    private static final Set<String> ATTRIBUTES = Set.of("assignee", "asyncBefore", "asyncAfter", "exclusive", "calledElementBinding",
            "candidateGroups", "collection", "decisionRef", "decisionRefBinding", "delegateExpression", "dueDate", "elementVariable",
            "errorCodeVariable", "errorMessageVariable", "followUpDate", "formRef", "formRefBinding", "historyTimeToLive",
            "isStartableInTasklist", "jobPriority", "mapDecisionResult", "priority", "resultVariable", "versionTag",
            // what the Modeler writes for itself, and the engine does not read
            "modelerTemplate", "modelerTemplateVersion", "modelerTemplateIcon", "diagramRelationId");

    private static final String SCRIPTS = "model-scripts";
    private static final String PROGRAMS = "model-programs";
    private static final String LISTENERS = "model-listeners";
    private static final String FORMS = "model-forms";
    private static final String PEOPLE = "model-people";
    private static final String PARTS = "model-parts";

    /** Which rule something that is not known breaks, and why. */
    private record Unknown(String rule, String why) {}

    /** What people might well draw, with the reason and the way out. */
    private static final Map<String, Unknown> UNKNOWN = Map.ofEntries(
            entry("scriptTask", new Unknown(SCRIPTS, "is a script; use a service task with a delegate, or a decision table")),
            entry("script", new Unknown(SCRIPTS, "holds a script; use a delegate, or a decision table")),
            entry("scriptFormat", new Unknown(SCRIPTS, "holds a script; use a delegate, or a decision table")),
            entry("language", new Unknown(SCRIPTS, "has a condition in another language; write an expression such as ${verdict == 'accepted'}")),
            entry("executionListener", new Unknown(LISTENERS, "has a listener; draw a service task, so that people see what happens")),
            entry("taskListener", new Unknown(LISTENERS, "has a listener; draw a service task, so that people see what happens")),
            entry("class", new Unknown(PROGRAMS, "runs a Java class; use a delegate expression such as ${setDeadline}")),
            entry("expression", new Unknown(PROGRAMS, "computes as its implementation; use a delegate expression such as ${setDeadline}")),
            entry("type", new Unknown(PROGRAMS, "is an external task or another kind of service; use a delegate expression such as ${setDeadline}")),
            entry("topic", new Unknown(PROGRAMS, "is an external task; use a delegate expression such as ${setDeadline}")),
            entry("connector", new Unknown(PROGRAMS, "has a connector; use a delegate expression such as ${setDeadline}")),
            entry("field", new Unknown(PROGRAMS, "sets a field of a program; use an input parameter")),
            entry("formKey", new Unknown(FORMS, "shows a form that is not a Camunda Form; use a form of the folder forms (form reference)")),
            entry("formData", new Unknown(FORMS, "generates a form; use a form of the folder forms (form reference)")),
            entry("formHandlerClass", new Unknown(FORMS, "runs a Java class; use a form of the folder forms (form reference)")),
            entry("candidateUsers", new Unknown(PEOPLE, "names people; name a group, whose members change without a new model")));

    /** What the product itself says of a case; whoever could say it in a model or a form could act as somebody else, or for another council. */
    static final Set<String> OWN = Set.of("council", "caseReference", "startedBy", "reviewedBy", "confirmedBy", "correctedBy", "proposedBy", "moveTo", "tablesOf");

    private static final Pattern SAME_CASE = Pattern.compile("[#$]\\{\\s*execution\\.processBusinessKey\\s*\\}");

    /** Who a task is made for: whoever has a role of the case, whoever began, or was chosen among those of the case. */
    private static final Set<String> PEOPLE_OF_A_CASE = Set.of("whoever", "allocated");
    private static final Set<String> WHO_DID_IT = Set.of("startedBy", "correctedBy");

    static final List<Rule> ALL = List.of(
            unknown(PARTS, "A model has only what the product runs: elements and settings that it knows"),
            unknown(SCRIPTS, "A model has no scripts, and conditions in no other language"),
            unknown(PROGRAMS, "A model runs no classes, connectors, external tasks or mail; its service tasks have delegates"),
            unknown(LISTENERS, "A model has no listeners"),
            attributes("model-delegates", "A delegate is one of the product", (models, attribute) -> attribute.getLocalName().equals("delegateExpression")
                    ? ExpressionCheck.delegateFaults(attribute.getValue(), models.surroundings().delegate()).stream() : Stream.empty()),
            expressions("model-expression-size", "An expression has at most " + ExpressionCheck.LONGEST + " characters, and at most " + ExpressionCheck.DEEPEST + " brackets and negations", (models, expression) ->
                    ExpressionCheck.tooMuch(expression.text()) ? Stream.of("has an expression of " + expression.text().length() + " characters or of more than " + ExpressionCheck.DEEPEST
                            + " brackets and negations; let a delegate or a decision table work it out") : Stream.empty()),
            expressions("model-expressions", "An expression can be read, and uses variables and the methods for models alone", (models, expression) -> expression.faults().stream()),
            parts("model-names", "Every variable that a model reads is given by a form, a table, a step or another model", BpmnRules::names),
            expressions("model-answers", "A condition compares an answer only with what a form offers", BpmnRules::answers),
            attributes("model-own-names", "No model says itself what the product says of a case: " + String.join(", ", OWN.stream().sorted().toList()), BpmnRules::own),
            unknownOr(FORMS, "A task or start shows a form of the folder `forms`", (models, attribute) -> attribute.getLocalName().equals("formRef")
                    && models.forms().noneMatch(form -> form.id().equals(attribute.getValue()))
                    ? Stream.of("shows the form " + attribute.getValue() + ", which is not in the folder forms; add it, or correct the name") : Stream.empty()),
            unknownOr(PEOPLE, "No model names people: a task is for a group, and by name only for whoever has a role of the case, began it, or was chosen in it", BpmnRules::people),
            attributes("model-groups", "A group is that of a role, or one that an administrator has made", (models, attribute) -> groups(attribute)
                    .filter(group -> !models.surroundings().groups().contains(group))
                    .map(group -> "is for the group " + group + ", which does not exist; an administrator makes it first, or correct the name")),
            attributes("model-groups-of-all", "A group is for all councils: none of a service, of one council, or of administrators", (models, attribute) -> groups(attribute)
                    .filter(models.surroundings().councils()::contains)
                    .map(group -> "is for the group " + group + ", whose people belong to one council or run the product, while a model is for all councils; name a role")),
            elements("model-tasks", "A task of people shows a form and is for somebody", BpmnRules::task),
            elements("model-history", "A process says how long its history is kept", (models, element) -> element.getLocalName().equals("process")
                    && !"false".equals(element.getAttribute("isExecutable")) && element.getAttributeNS(CAMUNDA, "historyTimeToLive").isBlank()
                    ? Stream.of("does not say how long its history is kept; set History time to live, for example P2192D for six years") : Stream.empty()),
            elements("model-decisions", "A business rule task asks a decision table of the folder", BpmnRules::decision));

    private BpmnRules() {}

    /**
     * An element with what of it the product knows.
     *
     * @param computed the expressions in it, delegates and groups left out
     */
    record Part(XmlFile file, Element element, List<Attr> known, List<String> computed) {
        static Part of(XmlFile file, Element element) {
            var known = strange(element) ? List.<Attr>of() : XmlFile.attributes(element).stream().filter(attribute -> !strange(attribute)).toList();
            var texts = known.stream().filter(attribute -> !Set.of("delegateExpression", "candidateGroups").contains(attribute.getLocalName())).map(Attr::getValue);
            var content = !strange(element) && XmlFile.children(element).isEmpty() ? Stream.of(element.getTextContent()) : Stream.<String>empty();
            return new Part(file, element, known, Stream.concat(texts, content).filter(ExpressionCheck::computes).map(String::strip).toList());
        }
    }

    private static Rule elements(String id, String sentence, BiFunction<Models, Element, Stream<String>> faults) {
        return parts(id, sentence, (models, part) -> faults.apply(models, part.element()));
    }

    private static Rule parts(String id, String sentence, BiFunction<Models, Part, Stream<String>> faults) {
        return new Rule(id, Rule.About.MODELS, sentence, models -> models.parts()
                .flatMap(part -> faults.apply(models, part).map(why -> part.file().finding(id, part.element(), why))));
    }

    private static Rule attributes(String id, String sentence, BiFunction<Models, Attr, Stream<String>> faults) {
        return parts(id, sentence, (models, part) -> part.known().stream().flatMap(attribute -> faults.apply(models, attribute)));
    }

    private static Rule expressions(String id, String sentence, BiFunction<Models, ExpressionCheck, Stream<String>> faults) {
        return parts(id, sentence, (models, part) -> part.computed().stream().flatMap(text -> faults.apply(models, models.expression(text))));
    }

    private static Rule unknown(String id, String sentence) {
        return unknownOr(id, sentence, (models, attribute) -> Stream.empty());
    }

    private static Rule unknownOr(String id, String sentence, BiFunction<Models, Attr, Stream<String>> faults) {
        return parts(id, sentence, (models, part) -> Stream.concat(unknown(part.element(), id), part.known().stream().flatMap(attribute -> faults.apply(models, attribute))));
    }

    private static Stream<String> unknown(Element element, String rule) {
        var name = element.getLocalName();
        var strange = strange(element) ? Stream.of(UNKNOWN.getOrDefault(name, new Unknown(PARTS, "holds " + name + ", which the product does not run; leave it out")))
                : XmlFile.attributes(element).stream().filter(BpmnRules::strange).map(attribute ->
                        UNKNOWN.getOrDefault(attribute.getLocalName(), new Unknown(PARTS, "has " + attribute.getName() + ", which the product does not know; leave it out")));
        return strange.filter(one -> one.rule().equals(rule)).map(Unknown::why);
    }

    private static boolean strange(Element element) {
        return !ELEMENTS.contains(element.getLocalName()) || ACTIVITI.equals(element.getNamespaceURI());
    }

    private static boolean strange(Attr attribute) {
        var space = attribute.getNamespaceURI();
        return ACTIVITI.equals(space) || CAMUNDA.equals(space) && !ATTRIBUTES.contains(attribute.getLocalName())
                || space == null && Set.of("scriptFormat", "language").contains(attribute.getLocalName());
    }

    private static Stream<String> names(Models models, Part part) {
        var element = part.element();
        var read = new ArrayList<String>();
        if (!element.getLocalName().equals("documentation")) {
            part.computed().forEach(text -> read.addAll(models.expression(text).names()));
        }
        if (Set.of("in", "out").contains(element.getLocalName()) && !element.getAttribute("source").isEmpty()) {
            read.add(element.getAttribute("source"));
        }
        return read.stream().distinct().filter(name -> !models.names().known(name)).map(models.names()::unknown);
    }

    private static Stream<String> answers(Models models, ExpressionCheck expression) {
        return expression.compared().stream().flatMap(compared -> models.names().answers(compared.name()).filter(offered -> !offered.contains(compared.text())).stream()
                .map(offered -> expression.text() + " asks for '" + compared.text() + "', which no form offers; " + Names.instead(compared.text(), offered)));
    }

    private static Stream<String> own(Models models, Attr attribute) {
        var element = attribute.getOwnerElement();
        if (attribute.getLocalName().equals("businessKey") && !SAME_CASE.matcher(attribute.getValue()).matches()) {
            return Stream.of("hands over " + attribute.getValue() + " as the case; a model that is called works on the same one: #{execution.processBusinessKey}");
        }
        boolean names = switch (element.getLocalName()) {
            case "inputParameter", "outputParameter" -> attribute.getLocalName().equals("name");
            case "in", "out" -> attribute.getLocalName().equals("target") && !element.getAttribute("source").equals(attribute.getValue());
            default -> Set.of("resultVariable", "elementVariable", "errorCodeVariable", "errorMessageVariable").contains(attribute.getLocalName());
        };
        return names && OWN.contains(attribute.getValue()) ? Stream.of("sets " + attribute.getValue() + ", which the product itself says of a case; take another name") : Stream.empty();
    }

    private static Stream<String> people(Models models, Attr attribute) {
        if (!attribute.getLocalName().equals("assignee")) {
            return Stream.empty();
        }
        var text = attribute.getValue().strip();
        if (ExpressionCheck.computes(text)) {
            var expression = models.expression(text);
            boolean ofTheCase = expression.bean().filter(PEOPLE_OF_A_CASE::contains).isPresent()
                    || expression.variable().filter(name -> WHO_DID_IT.contains(name) || models.names().chosenFromTheCase(name)).isPresent();
            if (ofTheCase) {
                return Stream.empty();
            }
        }
        return Stream.of("is for " + text + ", which can be one person for all cases; name a group, whoever has a role of the case, such as ${whoever.answers(execution)}, "
                + "who began, ${startedBy}, or who was chosen in a field whose values come from the case");
    }

    private static Stream<String> task(Models models, Element element) {
        if (!element.getLocalName().equals("userTask")) {
            return Stream.empty();
        }
        boolean shows = Stream.of("formRef", "formKey").anyMatch(name -> element.hasAttributeNS(CAMUNDA, name));
        boolean given = Stream.of("candidateGroups", "candidateUsers", "assignee").anyMatch(name -> !element.getAttributeNS(CAMUNDA, name).isBlank());
        return Stream.concat(shows ? Stream.empty() : Stream.of("shows no form, so that nobody could complete it; set a form reference"),
                given ? Stream.empty() : Stream.of("is for nobody; name a group"));
    }

    private static Stream<String> groups(Attr attribute) {
        return attribute.getLocalName().equals("candidateGroups") ? Stream.of(attribute.getValue().split(",")).map(String::strip) : Stream.empty();
    }

    private static Stream<String> decision(Models models, Element element) {
        if (!element.getLocalName().equals("businessRuleTask")) {
            return Stream.empty();
        }
        var asked = Optional.of(element.getAttributeNS(CAMUNDA, "decisionRef")).filter(name -> !name.isEmpty());
        if (asked.isEmpty()) {
            return Stream.of("asks no decision table; set a decision reference");
        }
        var tables = models.tables().map(Table::id).collect(Collectors.toSet());
        return tables.isEmpty() || tables.contains(asked.get()) ? Stream.empty()
                : Stream.of("asks the table " + asked.get() + ", which is not in the folder processes; add it, or correct the name");
    }
}
