package org.redress.models;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.w3c.dom.Element;

/** An element that was made with a template of the product is still what the template makes. */
final class TemplateConventions {
    private static final String RULE = "writing-templates";
    private static final Set<String> KINDS = Set.of("userTask", "serviceTask", "businessRuleTask", "callActivity", "startEvent", "endEvent", "task");

    static final List<Rule> ALL = List.of(
            new Rule(RULE, Rule.About.WRITING, Rule.Weight.ADVICE, "An element that was made with a template fits it, in its newest version",
                    models -> elements(models).map(Map.Entry::getValue), TemplateConventions::misfits));

    private TemplateConventions() {}

    private static Stream<Map.Entry<XmlFile, Element>> elements(Models models) {
        return models.processes().flatMap(file -> file.elements().stream().filter(element -> KINDS.contains(element.getLocalName())).map(element -> Map.entry(file, element)));
    }

    private static Stream<Finding> misfits(Models models) {
        var made = elements(models).filter(one -> one.getValue().getAttributeNS(BpmnRules.CAMUNDA, "modelerTemplate").startsWith(ElementTemplates.PREFIX)).toList();
        var templates = made.isEmpty() ? List.<ElementTemplate>of() : ElementTemplates.of(models);
        return made.stream().flatMap(one -> misfit(one.getValue(), templates).map(why -> one.getKey().finding(RULE, one.getValue(), why)));
    }

    private static Stream<String> misfit(Element element, List<ElementTemplate> templates) {
        var id = element.getAttributeNS(BpmnRules.CAMUNDA, "modelerTemplate");
        var named = ElementTemplates.named(id, templates);
        if (named.isEmpty()) {
            return Stream.of("was made with the template " + id + ", which the product does not have; choose another one, or Unlink under Template");
        }
        var template = named.get();
        var title = "the template “" + template.name() + "”";
        if (!template.isOf(element)) {
            return Stream.of("is no element that " + title + " makes; choose another one, or Unlink under Template");
        }
        var version = element.getAttributeNS(BpmnRules.CAMUNDA, "modelerTemplateVersion");
        if (!version.equals(String.valueOf(template.version()))) {
            return Stream.of("was made with version " + (version.isEmpty() ? "none" : version) + " of " + title + ", which has version " + template.version() + " now; choose Update under Template");
        }
        return template.misfit(ElementTemplate.set(element)).stream().map(misfit -> "does not fit " + title + ": " + misfit + "; put it right, or Unlink under Template");
    }
}
