package org.redress.models;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.w3c.dom.Element;

/** What a decision table may hold: FEEL, nothing that runs programs, and how long its history is kept. */
final class DmnCheck {
    private static final String CAMUNDA = "http://camunda.org/schema/1.0/dmn";
    private static final Set<String> ELEMENTS = Set.of("definitions", "decision", "description", "question", "allowedAnswers", "variable",
            "decisionTable", "input", "inputExpression", "inputValues", "output", "outputValues", "defaultOutputEntry", "rule", "inputEntry",
            "outputEntry", "text", "inputData", "informationRequirement", "requiredDecision", "requiredInput", "textAnnotation", "association",
            "annotation", "annotationEntry");
    private static final Set<String> ATTRIBUTES = Set.of("historyTimeToLive", "versionTag", "inputVariable", "diagramRelationId");
    private static final Pattern PROGRAM = Pattern.compile("\\bexternal\\b\\s*\\{|\\$\\{|#\\{");

    private final XmlFile file;
    private final List<Finding> findings = new ArrayList<>();

    private DmnCheck(XmlFile file) {
        this.file = file;
    }

    static List<Finding> findings(XmlFile file) {
        var check = new DmnCheck(file);
        file.elements().forEach(check::element);
        return check.findings;
    }

    private void element(Element element) {
        var name = element.getLocalName();
        if (!ELEMENTS.contains(name)) {
            found(element, "holds " + name + ", which the product does not decide by; write a decision table");
            return;
        }
        for (var attribute : XmlFile.attributes(element)) {
            if (attribute.getLocalName().equals("expressionLanguage") && !feel(attribute.getValue())) {
                found(element, "is written in " + attribute.getValue() + "; tables are written in FEEL");
            } else if (CAMUNDA.equals(attribute.getNamespaceURI()) && !ATTRIBUTES.contains(attribute.getLocalName())) {
                found(element, "has " + attribute.getName() + ", which the product does not know; leave it out");
            }
        }
        if (name.equals("text") && PROGRAM.matcher(element.getTextContent()).find()) {
            found(element, "runs a program; tables are written in FEEL");
        }
        if (name.equals("decision") && element.getAttributeNS(CAMUNDA, "historyTimeToLive").isBlank()) {
            found(element, "does not say how long its history is kept; set History time to live, for example P2192D for six years");
        }
    }

    private static boolean feel(String language) {
        return language.isBlank() || language.equalsIgnoreCase("feel") || language.matches("https?://www\\.omg\\.org/spec/(DMN|FEEL).*");
    }

    private void found(Element element, String why) {
        findings.add(new Finding(file.name(), XmlFile.id(element), why));
    }
}
