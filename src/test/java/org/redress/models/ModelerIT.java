package org.redress.models;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ScreenshotType;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.redress.browser.Chromium;
import org.redress.browser.NeedsChromium;

/** The templates and the plug-in in the editor that Camunda Modeler is made of, in a browser; what it saves is asked by the rules. */
@ExtendWith({NeedsNode.class, NeedsChromium.class})
class ModelerIT {
    private static final Path EDITOR = ModelerPackages.FOLDER.resolve("node_modules/camunda-bpmn-js/dist");
    private static final Path PLUGIN = ModelerPackages.FOLDER.resolve("redress-plugin/client.js");
    private static final Path SAMPLES = ModelerPackages.FOLDER.resolve("samples");
    private static final Path PICTURE = Path.of("docs/pictures/modeler-append.png");
    private static final ObjectMapper JSON = new ObjectMapper();

    private static Chromium chromium;
    private static Page page;

    @BeforeAll
    static void opensTheEditor() throws Exception {
        ModelerPackages.install();
        chromium = Chromium.start();
        page = chromium.browser().newPage();
        page.setViewportSize(1100, 620);
        page.setContent("<!DOCTYPE html><html lang='en'><body style='margin: 0'><div id='canvas' style='height: 620px'></div></body></html>");
        for (var style : List.of("camunda-platform-modeler.css", "bpmn-font/css/bpmn-embedded.css")) {
            page.addStyleTag(new Page.AddStyleTagOptions().setContent(style(EDITOR.resolve("assets").resolve(style))));
        }
        // labels are as wide as their letters, which are not the same on every machine
        page.addStyleTag(new Page.AddStyleTagOptions().setContent("@font-face { font-family: Arial; src: url(data:font/ttf;base64," + font() + "); }"));
        assertThat(page.evaluate("document.fonts.load('12px Arial').then(loaded => loaded.length)")).isEqualTo(1);
        page.addScriptTag(new Page.AddScriptTagOptions().setPath(EDITOR.resolve("camunda-platform-modeler.production.min.js")));
        page.addScriptTag(new Page.AddScriptTagOptions().setPath(PLUGIN));
        page.addScriptTag(new Page.AddScriptTagOptions().setPath(ModelerPackages.FOLDER.resolve("test/modeler.js")));
    }

    @AfterAll
    static void closesTheBrowser() {
        if (chromium != null) {
            chromium.close();
        }
    }

    /** A style sheet with those that it imports. */
    private static String style(Path file) throws IOException {
        var text = new StringBuilder();
        for (var line : Files.readAllLines(file)) {
            var imported = Pattern.compile("@import (?:url\\()?['\"]([^'\"]+)['\"]\\)?;").matcher(line);
            text.append(imported.matches() ? style(file.resolveSibling(imported.group(1)).normalize()) : line).append('\n');
        }
        return text.toString();
    }

    /** One that comes with the project. */
    private static String font() throws IOException {
        try (var font = Objects.requireNonNull(PDDocument.class.getResourceAsStream("/org/apache/pdfbox/resources/ttf/LiberationSans-Regular.ttf"))) {
            return Base64.getEncoder().encodeToString(font.readAllBytes());
        }
    }

    @Test
    void takesEveryTemplate() throws IOException {
        assertThat(templates()).asInstanceOf(InstanceOfAssertFactories.LIST).containsExactlyInAnyOrderElementsOf(
                ElementTemplates.of(ProjectFiles.product()).stream().map(template -> (Object) template.id()).toList());
        assertThat(page.evaluate("redress.refused")).isEqualTo(List.of());
    }

    /** An element that lost all its settings, and got them again from a template and from what somebody chose, is what it was; the whole product is still as the rules want it. */
    @Test
    void makesWithEachTemplateWhatTheModelsHold() throws Exception {
        templates();
        var files = ElementTemplatesTests.files();
        var made = new LinkedHashMap<String, ElementTemplatesTests.Made>();
        ElementTemplatesTests.made().forEach(one -> made.putIfAbsent(one.template().id(), one));
        for (var one : made.values()) {
            var name = one.file().name();
            var id = one.element().getAttribute("id");
            var before = ElementTemplate.set(one.element());
            open(new String(ElementTemplatesTests.bare(name, files.get(name), id), StandardCharsets.UTF_8));
            var choices = one.template().settings().stream().map(setting -> setting.isFixed() ? null : before.get(setting.place())).toList();

            assertThat(page.evaluate("given => redress.apply(...given)", Arrays.asList(id, one.template().id(), one.template().version(), choices))).as("keeps its id").isEqualTo(id);

            var saved = (String) page.evaluate("redress.save()");
            files.put(name, saved.getBytes(StandardCharsets.UTF_8));
            var element = XmlFile.read(name, files.get(name)).byId(id).orElseThrow();
            assertThat(ElementTemplate.set(element)).as(one.template().id()).isEqualTo(before);
            assertThat(one.template().makes(element)).isTrue();
            assertThat(element.getAttributeNS(BpmnRules.CAMUNDA, "modelerTemplate")).isEqualTo(one.template().id());
        }

        assertThat(made).hasSizeGreaterThan(15);
        var models = ElementTemplatesTests.models(files);
        assertThat(ModelRules.refused(models)).isEmpty();
        assertThat(ModelRules.advised(models)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            deadline-with-reminder-and-overdue | UserTask_DoWhatIsAsked        | Response: reminder and overdue
            time-of-somebody-else              | UserTask_RecordComments       | Complainant comments: time is over
            agreed-actions                     | StartEvent_ActionsAgreed      | Carry out agreed actions
            """)
    void drawsWhatTheSamplesShow(String sample, String element, String entry) throws Exception {
        var base = Files.readString(ModelerPackages.FOLDER.resolve("test").resolve(sample + ".bpmn"));
        open(base);
        page.evaluate("id => redress.append(id)", element);
        var offered = page.locator(".djs-popup .entry").filter(new Locator.FilterOptions().setHasText(entry)).first();
        offered.waitFor();
        if (sample.startsWith("deadline") && Boolean.getBoolean("redress.write-docs")) {
            offered.hover();
            page.screenshot(new Page.ScreenshotOptions().setPath(PICTURE).setType(ScreenshotType.PNG));
        }
        offered.click();
        var saved = (String) page.evaluate("redress.save()");
        var file = SAMPLES.resolve(sample + ".bpmn");
        GeneratedPage.write(file, saved);

        assertThat(page.locator(".djs-popup").count()).as("the menu has gone").isZero();
        assertThat(Files.readString(file)).as(GeneratedPage.HOW).isEqualTo(saved);
        var name = "processes/" + sample + ".bpmn";
        var files = ElementTemplatesTests.files();
        files.put(name, saved.getBytes(StandardCharsets.UTF_8));
        var models = ElementTemplatesTests.models(files);
        assertThat(Stream.concat(ModelRules.refused(models).stream(), ModelRules.advised(models).stream()).filter(finding -> !finding.rule().equals("folder-few"))).isEmpty();
        assertThat(drawn((String) page.evaluate("redress.undo()"))).as("one step back takes all away").isEqualTo(drawn(base));
    }

    @Test
    void givesTheModelerTheRulesOfTheLinter() throws IOException {
        assertThat((List<?>) page.evaluate("redress.lint()")).hasSize(ModelerPackages.rules().size()).allMatch("function"::equals);
    }

    @Test
    void isWhatItIsMadeOf() throws Exception {
        var made = Path.of("target", "modeler", "client.js").toAbsolutePath();
        ModelerPackages.run("node", "build.mjs", made.toString());

        assertThat(Files.readString(PLUGIN)).as("run npm run build in the folder modeler").isEqualTo(Files.readString(made));
    }

    private static Object templates() throws IOException {
        return page.evaluate("templates => redress.templates(templates)", JSON.readValue(Path.of(ElementTemplates.FILE).toFile(), Object.class));
    }

    private static void open(String xml) {
        assertThat(page.evaluate("xml => redress.open(xml)", xml)).as("what the editor warns of").isEqualTo(List.of());
    }

    /** The ids of a model, and how many shapes and lines it has. */
    private static Map<String, Integer> drawn(String xml) throws XmlFile.Unreadable {
        var drawn = new TreeMap<String, Integer>();
        XmlFile.read("model", xml.getBytes(StandardCharsets.UTF_8)).elements().stream().map(element -> element.getAttribute("id")).filter(id -> !id.isEmpty() && !id.startsWith("Definitions")).forEach(id -> drawn.put(id, 1));
        for (var kind : List.of("BPMNShape", "BPMNEdge")) {
            drawn.put(kind, xml.split("<\\w+:" + kind + "\\b", -1).length - 1);
        }
        return drawn;
    }
}
