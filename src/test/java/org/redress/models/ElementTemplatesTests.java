package org.redress.models;

import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toCollection;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import javax.xml.transform.TransformerException;
import javax.xml.transform.TransformerFactory;
import javax.xml.transform.dom.DOMSource;
import javax.xml.transform.stream.StreamResult;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.redress.gate.Forms;
import org.redress.identity.Role;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/** The templates for Camunda Modeler make what the models of the product hold, and offer what there is. */
class ElementTemplatesTests {
    private static final Path FILE = Path.of(ElementTemplates.FILE);
    /** The product draws these as an event that ends, into whose message a template of Camunda 7 cannot write. */
    private static final Set<String> DRAWN_AS_EVENTS = Set.of("redress.remind-of-deadline", "redress.report-missed-deadline");
    private static final Set<String> KINDS = Set.of("userTask", "serviceTask", "businessRuleTask", "callActivity", "startEvent");

    static Stream<ElementTemplate> templates() {
        return ElementTemplates.of(ProjectFiles.product()).stream();
    }

    /** Which template makes an element of the product. */
    record Made(XmlFile file, Element element, ElementTemplate template) {}

    static List<Made> made() {
        var templates = templates().toList();
        return ProjectFiles.product().processes().flatMap(file -> file.elements().stream().filter(element -> KINDS.contains(element.getLocalName()))
                .flatMap(element -> templates.stream().filter(template -> template.makes(element)).map(template -> new Made(file, element, template)))).toList();
    }

    @Test
    void areTheFileThatTheModelerReads() throws IOException {
        var text = ElementTemplates.text(ProjectFiles.product());
        GeneratedPage.write(FILE, text);

        assertThat(Files.readString(FILE)).as(GeneratedPage.HOW).isEqualTo(text);
    }

    @ParameterizedTest
    @MethodSource("templates")
    void makeElementsThatTheModelsHold(ElementTemplate template) {
        if (DRAWN_AS_EVENTS.contains(template.id())) {
            assertThat(ProjectFiles.product().processes().flatMap(file -> file.all("messageEventDefinition")).filter(message -> {
                var set = new HashMap<>(ElementTemplate.set(message));
                set.putAll(ElementTemplate.set((Element) message.getParentNode()));
                return set.keySet().equals(template.settings().stream().map(ElementTemplate.Setting::place).collect(toSet())) && template.misfit(set).isEmpty();
            })).as("events with the same delegate and parameter").hasSizeGreaterThan(20);
        } else {
            assertThat(made()).filteredOn(made -> made.template().equals(template)).isNotEmpty();
        }
    }

    @Test
    void makeMostElementsAndEachInOneWay() {
        var made = made();

        assertThat(made.stream().map(Made::element).distinct()).hasSameSizeAs(made).hasSizeGreaterThan(125);
    }

    /** Every template at work at one place of the product at least, written as the Modeler writes it. */
    @Test
    void areTakenByTheRules() throws IOException, TransformerException, XmlFile.Unreadable {
        var files = files();
        var done = new TreeSet<String>();
        for (var one : made()) {
            if (done.add(one.template().id())) {
                files.put(one.file().name(), applied(one.file().name(), files.get(one.file().name()), one.element().getAttribute("id"), one.template()));
            }
        }

        var models = models(files);
        assertThat(done).hasSize((int) templates().count() - DRAWN_AS_EVENTS.size());
        assertThat(models.processes().flatMap(file -> file.elements().stream()).filter(element -> element.hasAttributeNS(BpmnRules.CAMUNDA, "modelerTemplate"))).hasSameSizeAs(done);
        assertThat(Stream.concat(ModelRules.refused(models).stream(), ModelRules.advised(models).stream())).isEmpty();
    }

    @Test
    void offerTheDeadlinesThatModelsSet() {
        var set = ProjectFiles.models().stream().flatMap(file -> Deadlines.setIn(file).stream()).collect(toCollection(TreeSet::new));
        var others = new TreeSet<>(ProjectFiles.product().deadlines().keySet());
        others.removeAll(set);

        assertThat(others).as("deadlines that no model sets").isEqualTo(new TreeSet<>(ElementTemplates.ASKED_BY_THE_PRODUCT));
        assertThat(offered("redress.set-deadline", "deadline")).isEqualTo(set);
    }

    @Test
    void offerTheFormsTheTablesAndTheRoles() {
        var product = ProjectFiles.product();

        assertThat(offered("redress.ask-role", "camunda:formRef")).isEqualTo(product.forms().map(FormFile::id).collect(toCollection(TreeSet::new)));
        assertThat(offered("redress.ask-table", "camunda:decisionRef")).isEqualTo(product.tables().map(Table::id).collect(toCollection(TreeSet::new)));
        assertThat(offered("redress.ask-role", "camunda:candidateGroups")).containsAll(Arrays.stream(Role.values()).map(Role::group).toList()).containsAll(values("userTask", "camunda:candidateGroups"));
    }

    /** What somebody wrote once in a model is offered, but for whoever began, and whoever was chosen. */
    @Test
    void offerThePeopleAndWhatIsSaidOfTasks() {
        assertThat(union(offered("redress.ask-person", "camunda:assignee"), "${startedBy}", "${correctedBy}", "${deputy}")).isEqualTo(values("userTask", "camunda:assignee"));
        assertThat(offered("redress.ask-person", "duty")).isEqualTo(values("userTask", "duty"));
        assertThat(offered("redress.wait-for-others", "waitsFor")).isEqualTo(values("userTask", "waitsFor"));
        assertThat(offered("redress.set-numbered-deadline", "deadlineOf")).isEqualTo(values("serviceTask", "deadlineOf"));
    }

    @Test
    void offerAGroupAndADeadlineOfAFolder() throws IOException {
        var files = files();
        var allowance = "processes/allowance.dmn";
        var table = new String(files.get(allowance), StandardCharsets.UTF_8);
        files.put(allowance, table.replace("\"service-request\"</text>", "\"site-visit\"</text>").getBytes(StandardCharsets.UTF_8));
        var groups = Arrays.stream(Role.values()).map(Role::group).collect(toCollection(TreeSet::new));
        groups.add("site-visitors");

        var text = ElementTemplates.text(Models.of(new Surroundings(bean -> true, groups, Set.of(), Set.of(), new Forms()::faults), files));

        assertThat(text).contains("\"site-visitors\"", "\"site-visit\"", "\"${siteVisitDue}\"", "\"Site visit\"");
    }

    private static Set<String> offered(String template, String place) {
        return templates().filter(one -> one.id().equals(template)).flatMap(one -> one.settings().stream()).filter(setting -> setting.place().name().equals(place))
                .flatMap(setting -> setting.choices().stream()).map(ElementTemplate.Choice::value).collect(toCollection(TreeSet::new));
    }

    private static Set<String> values(String kind, String place) {
        return ProjectFiles.product().processes().flatMap(file -> file.all(kind)).flatMap(element -> ElementTemplate.set(element).entrySet().stream())
                .filter(set -> set.getKey().name().equals(place)).map(Map.Entry::getValue).collect(toCollection(TreeSet::new));
    }

    private static Set<String> union(Set<String> some, String... more) {
        var all = new TreeSet<>(some);
        all.addAll(List.of(more));
        return all;
    }

    static TreeMap<String, byte[]> files() throws IOException {
        var files = new TreeMap<String, byte[]>();
        for (var file : FolderOfModels.read(Path.of("."), List.of("processes", "forms")).entrySet()) {
            files.put(file.getKey(), Files.readAllBytes(file.getValue()));
        }
        return files;
    }

    static Models models(Map<String, byte[]> files) {
        return Models.of(new Surroundings(ProjectFiles.beans()::contains, Arrays.stream(Role.values()).map(Role::group).collect(toSet()), Set.of(), Set.of(), new Forms()::faults), files);
    }

    /** A model in which an element has lost all its settings. */
    static byte[] bare(String name, byte[] model, String id) throws TransformerException, XmlFile.Unreadable {
        var element = XmlFile.read(name, model).byId(id).orElseThrow();
        XmlFile.attributes(element).stream().filter(attribute -> BpmnRules.CAMUNDA.equals(attribute.getNamespaceURI())).toList().forEach(element::removeAttributeNode);
        element.removeAttribute("calledElement");
        XmlFile.children(element, "extensionElements").forEach(element::removeChild);
        return written(element.getOwnerDocument());
    }

    /** A model in which an element has lost all its settings and got them again from a template, its choices as they were. */
    private static byte[] applied(String name, byte[] model, String id, ElementTemplate template) throws TransformerException, XmlFile.Unreadable {
        var before = ElementTemplate.set(XmlFile.read(name, model).byId(id).orElseThrow());
        var element = XmlFile.read(name, bare(name, model, id)).byId(id).orElseThrow();
        element.setAttributeNS(BpmnRules.CAMUNDA, "camunda:modelerTemplate", template.id());
        element.setAttributeNS(BpmnRules.CAMUNDA, "camunda:modelerTemplateVersion", String.valueOf(template.version()));
        var document = element.getOwnerDocument();
        var extensions = document.createElementNS(element.getNamespaceURI(), qualified(element, "extensionElements"));
        for (var setting : template.settings()) {
            set(document, element, extensions, setting.place(), setting.isFixed() ? setting.value() : before.get(setting.place()));
        }
        if (extensions.hasChildNodes()) {
            var after = XmlFile.children(element).stream().filter(child -> !child.getLocalName().equals("documentation")).findFirst();
            element.insertBefore(extensions, after.orElse(null));
        }
        return written(document);
    }

    private static byte[] written(Document document) throws TransformerException {
        var bytes = new ByteArrayOutputStream();
        TransformerFactory.newInstance().newTransformer().transform(new DOMSource(document), new StreamResult(bytes));
        return bytes.toByteArray();
    }

    private static String qualified(Element element, String name) {
        return Stream.ofNullable(element.getPrefix()).map(prefix -> prefix + ":").collect(joining()) + name;
    }

    private static void set(Document document, Element element, Element extensions, ElementTemplate.Place place, String value) {
        switch (place.type()) {
            case "property" -> element.setAttributeNS(place.name().startsWith("camunda:") ? BpmnRules.CAMUNDA : null, place.name(), value);
            case "camunda:inputParameter" -> {
                var parameter = within(document, within(document, extensions, "camunda:inputOutput", true), "camunda:inputParameter", false);
                parameter.setAttribute("name", place.name());
                parameter.setTextContent(value);
            }
            case "camunda:property" -> {
                var property = within(document, within(document, extensions, "camunda:properties", true), "camunda:property", false);
                property.setAttribute("name", place.name());
                property.setAttribute("value", value);
            }
            case "camunda:in:businessKey" -> within(document, extensions, "camunda:in", false).setAttribute("businessKey", value);
            case "camunda:in" -> {
                var in = within(document, extensions, "camunda:in", false);
                in.setAttribute(place.computed() ? "sourceExpression" : "source", value);
                in.setAttribute("target", place.name());
            }
            case "camunda:out" -> {
                var out = within(document, extensions, "camunda:out", false);
                out.setAttribute("source", place.name());
                out.setAttribute("target", value);
            }
            default -> throw new IllegalArgumentException(place.type());
        }
    }

    private static Element within(Document document, Element parent, String name, boolean once) {
        var there = XmlFile.children(parent, name.replaceFirst(".*:", "")).stream().findFirst();
        return once && there.isPresent() ? there.get() : (Element) parent.appendChild(document.createElementNS(BpmnRules.CAMUNDA, name));
    }
}
