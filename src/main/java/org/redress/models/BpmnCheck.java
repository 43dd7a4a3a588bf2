package org.redress.models;

import static java.util.Map.entry;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.w3c.dom.Attr;
import org.w3c.dom.Element;

/**
 * What a process model may hold. It knows what is allowed and refuses the rest, by the names of elements and attributes alone,
 * because the engine looks at little else.
 */
final class BpmnCheck {
    private static final String CAMUNDA = "http://camunda.org/schema/1.0/bpmn";
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
            "isStartableInTasklist", "jobPriority", "mapDecisionResult", "priority", "resultVariable", "versionTag");

    /** What people might well draw, with the reason and the way out. */
    private static final Map<String, String> WHY = Map.ofEntries(
            entry("scriptTask", "is a script; use a service task with a delegate, or a decision table"),
            entry("script", "holds a script; use a delegate, or a decision table"),
            entry("scriptFormat", "holds a script; use a delegate, or a decision table"),
            entry("language", "has a condition in another language; write an expression such as ${verdict == 'accepted'}"),
            entry("executionListener", "has a listener; draw a service task, so that people see what happens"),
            entry("taskListener", "has a listener; draw a service task, so that people see what happens"),
            entry("class", "runs a Java class; use a delegate expression such as ${setDeadline}"),
            entry("expression", "computes as its implementation; use a delegate expression such as ${setDeadline}"),
            entry("type", "is an external task or another kind of service; use a delegate expression such as ${setDeadline}"),
            entry("topic", "is an external task; use a delegate expression such as ${setDeadline}"),
            entry("connector", "has a connector; use a delegate expression such as ${setDeadline}"),
            entry("field", "sets a field of a program; use an input parameter"),
            entry("formKey", "shows a form that is not a Camunda Form; use a form of the folder forms (form reference)"),
            entry("formData", "generates a form; use a form of the folder forms (form reference)"),
            entry("formHandlerClass", "runs a Java class; use a form of the folder forms (form reference)"),
            entry("candidateUsers", "names people; name a group, whose members change without a new model"));

    private final XmlFile file;
    private final ExpressionCheck expressions;
    private final Predicate<String> group;
    private final Predicate<String> form;
    private final List<Finding> findings = new ArrayList<>();

    private BpmnCheck(XmlFile file, ExpressionCheck expressions, Predicate<String> group, Predicate<String> form) {
        this.file = file;
        this.expressions = expressions;
        this.group = group;
        this.form = form;
    }

    static List<Finding> findings(XmlFile file, ExpressionCheck expressions, Predicate<String> group, Predicate<String> form) {
        var check = new BpmnCheck(file, expressions, group, form);
        file.elements().forEach(check::element);
        return check.findings;
    }

    private void element(Element element) {
        var name = element.getLocalName();
        if (!ELEMENTS.contains(name) || ACTIVITI.equals(element.getNamespaceURI())) {
            found(element, WHY.getOrDefault(name, "holds " + name + ", which the product does not run; leave it out"));
            return;
        }
        XmlFile.attributes(element).forEach(attribute -> attribute(element, attribute));
        if (XmlFile.children(element).isEmpty()) {
            expression(element, element.getTextContent());
        }
        if (name.equals("process") && !"false".equals(element.getAttribute("isExecutable"))
                && element.getAttributeNS(CAMUNDA, "historyTimeToLive").isBlank()) {
            found(element, "does not say how long its history is kept; set History time to live, for example P2192D for six years");
        }
        if (name.equals("businessRuleTask") && !element.hasAttributeNS(CAMUNDA, "decisionRef")) {
            found(element, "asks no decision table; set a decision reference");
        }
    }

    private void attribute(Element element, Attr attribute) {
        var name = attribute.getLocalName();
        var value = attribute.getValue();
        boolean camundas = CAMUNDA.equals(attribute.getNamespaceURI()) || ACTIVITI.equals(attribute.getNamespaceURI());
        if (camundas && (!ATTRIBUTES.contains(name) || ACTIVITI.equals(attribute.getNamespaceURI()))
                || attribute.getNamespaceURI() == null && Set.of("scriptFormat", "language").contains(name)) {
            found(element, WHY.getOrDefault(name, "has " + attribute.getName() + ", which the product does not know; leave it out"));
            return;
        }
        if (camundas && name.equals("delegateExpression")) {
            expressions.delegateFaults(value).forEach(why -> found(element, why));
            return;
        }
        if (camundas && name.equals("candidateGroups")) {
            for (var one : value.split("\\s*,\\s*")) {
                if (!group.test(one.strip())) {
                    found(element, "is for the group " + one.strip() + ", which does not exist; an administrator makes it first, or correct the name");
                }
            }
            return;
        }
        if (camundas && name.equals("formRef") && !form.test(value)) {
            found(element, "shows the form " + value + ", which is not in the folder forms; add it, or correct the name");
            return;
        }
        expression(element, value);
    }

    private void expression(Element element, String text) {
        if (ExpressionCheck.computes(text)) {
            expressions.faults(text.strip()).forEach(why -> found(element, why));
        }
    }

    private void found(Element element, String why) {
        var finding = new Finding(file.name(), XmlFile.id(element), why);
        if (!findings.contains(finding)) {
            findings.add(finding);
        }
    }
}
