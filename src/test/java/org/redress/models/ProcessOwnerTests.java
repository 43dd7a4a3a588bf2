package org.redress.models;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.redress.api.Browsers.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.redress.Redress;
import org.redress.api.Browsers;
import org.redress.casefile.CaseFiles;
import org.redress.casefile.Happening.Given;
import org.redress.gate.AnswersRefused;
import org.redress.replay.PublishedCouncils;
import org.redress.replay.SimulatedTime;
import org.redress.testing.Answers;
import org.redress.testing.Casework;
import org.redress.testing.Office;
import org.redress.versions.ModelsCommand;
import org.redress.versions.Version;
import org.redress.versions.Versions;
import org.springframework.boot.DefaultApplicationArguments;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * A process owner changes models, tables and forms in a folder and restarts. The product is started four times on one database
 * file: with a field more in a form, unchanged, with a broken model, and with a changed form, table and model; the tests look at what was seen.
 */
class ProcessOwnerTests {
    private static final LocalDate MON_2026_06_01 = LocalDate.of(2026, 6, 1);

    @TempDir
    private static Path directory;

    /** What one start deployed. */
    private record Deployed(long deployments, Map<String, Integer> versions) {}

    /** How a case met the changes. */
    private record Course(String assessing, String responseAllowance, List<String> tasks) {}

    private static final String NOTE = "name: Spring 2026\nauthor: Jane Doe\nreason: Answers within 7 working days\n";

    /** What the command printed, and with which code it ended. */
    private record Said(int code, String out, String err) {}

    private static Deployed first;
    private static Deployed unchanged;
    private static Deployed changed;
    private static Throwable refused;
    private static List<Given> kept;
    private static JsonNode shown;
    private static Map<String, Object> variables;
    private static Course older;
    private static Course newer;
    private static List<Version> published;
    private static String caseRunsOn;
    private static Said listed;
    private static Said said;
    private static Said wrote;
    private static List<Said> notWritten;
    private static Path written;
    private static Map<String, String> expected;

    @BeforeAll
    static void aProcessOwnerRestartsTwice() throws IOException {
        var folder = ModelFolder.copyTo(directory.resolve("models"));
        folder.addField("complaint-received", "{\"type\": \"textfield\", \"key\": \"ward\", \"label\": \"Electoral ward\", \"validate\": {\"maxLength\": 40}}");
        folder.addField("complaint-received", "{\"type\": \"number\", \"key\": \"households\", \"label\": \"Households affected\"}");
        String reference;
        try (var product = start(folder, WebApplicationType.SERVLET)) {
            reference = receiveWithMoreFields(product);
            first = deployed(product);
        }
        try (var product = start(folder, WebApplicationType.NONE)) {
            unchanged = deployed(product);
        }
        folder.replace("processes/stage.bpmn", "${determineStartDate}", "${dataSource}");
        refused = catchThrowable(() -> start(folder, WebApplicationType.NONE));
        folder.replace("processes/stage.bpmn", "${dataSource}", "${determineStartDate}");
        folder.addField("assess-complaint", "{\"type\": \"radio\", \"key\": \"urgency\", \"label\": \"Urgency\", \"validate\": {\"required\": true},"
                + " \"values\": [{\"label\": \"High\", \"value\": \"high\"}, {\"label\": \"Normal\", \"value\": \"normal\"}]}");
        folder.replace("processes/allowance.dmn", "<outputEntry id=\"OutputEntry_ResponseCode1_1\"><text>\"10 working days\"</text>",
                "<outputEntry id=\"OutputEntry_ResponseCode1_1\"><text>\"7 working days\"</text>");
        folder.replace("processes/stage.bpmn", "name=\"Decide who answers\"", "name=\"Choose who answers\"");
        Files.writeString(folder.path().resolve("version.yaml"), NOTE);
        try (var product = start(folder, WebApplicationType.NONE)) {
            changed = deployed(product);
            older = assess(product, reference);
            newer = assess(product, acknowledged(product));
            product.getBean(SimulatedTime.class).end();
            publishes(product, folder, reference);
        }
        listed = command("--json");
        said = command();
        written = directory.resolve("written");
        wrote = command("write", "2", written.toString());
        notWritten = List.of(command("write", "2", written.toString()), command("write", "Spring 2026", directory.resolve("other").toString()), command("write", "9", directory.resolve("other").toString()));
        expected = files(folder.path());
    }

    /** A file comes and goes again, alone. */
    private static void publishes(ConfigurableApplicationContext product, ModelFolder folder, String reference) throws IOException {
        var versions = product.getBean(Versions.class);
        caseRunsOn = versions.ofCase(reference).orElse("");
        var leaflet = folder.path().resolve("forms/leaflet.form");
        Files.writeString(leaflet, Files.readString(folder.path().resolve("forms/acknowledge.form")).replace("\"acknowledge\"", "\"leaflet\""));
        versions.run(new DefaultApplicationArguments());
        Files.delete(leaflet);
        versions.run(new DefaultApplicationArguments());
        published = versions.all();
    }

    private static Said command(String... words) {
        var out = new ByteArrayOutputStream();
        var err = new ByteArrayOutputStream();
        var all = new ArrayList<>(List.of(words));
        all.add("--spring.datasource.url=jdbc:h2:file:" + directory.resolve("database"));
        int code = ModelsCommand.run(all, new PrintStream(out, true, StandardCharsets.UTF_8), new PrintStream(err, true, StandardCharsets.UTF_8));
        return new Said(code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }

    private static Map<String, String> files(Path folder) throws IOException {
        try (var all = Files.walk(folder)) {
            var files = new TreeMap<String, String>();
            for (var file : all.filter(Files::isRegularFile).toList()) {
                files.put(folder.relativize(file).toString(), HexFormat.of().formatHex(Files.readAllBytes(file)));
            }
            return files;
        }
    }

    @Test
    void keepsTheAnswersToFieldsThatJavaDoesNotKnow() {
        assertThat(kept).contains(new Given("complaint-received", "ward", "Electoral ward", "North Ward =1+1"),
                new Given("complaint-received", "households", "Households affected", "12", "12"));
    }

    @Test
    void showsThemInTheCaseTab() {
        var answers = shown.path("chronology").get(0).path("answers");

        assertThat(answers.findValuesAsText("label")).contains("Electoral ward", "Households affected");
        assertThat(answers.findValuesAsText("value")).contains("North Ward =1+1", "12");
    }

    @Test
    void givesTheModelsTheNumberAndNotTheText() {
        assertThat(variables).containsEntry("households", 12L).doesNotContainKey("ward");
    }

    @Test
    void deploysNothingWhenNothingChanged() {
        assertThat(first.deployments()).isEqualTo(1);
        assertThat(first.versions()).containsKeys("complaint", "stage").containsValue(1).doesNotContainValue(2);
        assertThat(unchanged).isEqualTo(first);
    }

    @Test
    void stopsAStartThatFindsABrokenModelAndSaysWhatIsWrong() {
        assertThat(refused).hasRootCauseInstanceOf(ModelsRefused.class).rootCause()
                .hasMessageStartingWith("Nothing was deployed, and the versions before stay, because of:\n  processes/stage.bpmn:")
                .hasMessageContaining(": the product has no delegate dataSource; use one of those that are there");
    }

    @Test
    void deploysEverythingTogetherWhenSomethingChanged() {
        assertThat(changed.deployments()).isEqualTo(2);
        assertThat(changed.versions().keySet()).isEqualTo(first.versions().keySet());
        assertThat(changed.versions().values()).containsOnly(2);
    }

    @Test
    void letsARunningCaseKeepItsFormTableAndModels() {
        assertThat(older.assessing()).isEqualTo("accepted");
        assertThat(older.responseAllowance()).isEqualTo("10 working days");
        assertThat(older.tasks()).containsExactly("Decide who answers");
    }

    @Test
    void givesANewCaseTheNewOnes() {
        assertThat(newer.assessing()).isEqualTo("Urgency: an answer is needed.");
        assertThat(newer.responseAllowance()).isEqualTo("7 working days");
        assertThat(newer.tasks()).containsExactly("Choose who answers");
    }

    @Test
    void keepsAVersionForEachTimeWithWhatItsNoteSays() {
        assertThat(published).extracting(Version::number).containsExactly(4L, 3L, 2L, 1L);
        assertThat(published).extracting(Version::title).containsExactly("version 4, Spring 2026", "version 3, Spring 2026", "version 2, Spring 2026", "version 1");
        assertThat(published.get(0).author()).isEqualTo("Jane Doe");
        assertThat(published.get(0).reason()).isEqualTo("Answers within 7 working days");
        assertThat(published).extracting(Version::newest).containsExactly(true, false, false, false);
        assertThat(published).extracting(Version::cases).containsExactly(0L, 0L, 1L, 1L);
    }

    @Test
    void seesThatAFileIsNotThereAnyMore() {
        assertThat(published.get(1).files()).isEqualTo(published.get(2).files() + 1);
        assertThat(published.get(0).digest()).isEqualTo(published.get(2).digest()).isNotEqualTo(published.get(1).digest());
    }

    @Test
    void showsOnWhichVersionACaseRuns() {
        assertThat(shown.path("models").asText()).isEqualTo("version 1");
        assertThat(caseRunsOn).isEqualTo("version 1");
    }

    @Test
    void listsTheVersionsInWordsAndAsData() throws IOException {
        assertThat(said.code()).isZero();
        assertThat(said.out()).startsWith("Version 4, Spring 2026: new cases begin with it; no case runs on it.\n  Jane Doe: Answers within 7 working days\n  Deployed on ")
                .contains("\nVersion 1: 1 case runs on it.\n").endsWith("\nNo node runs at this moment.\n");
        var data = new ObjectMapper().readTree(listed.out());
        assertThat(data.path("versions").findValuesAsText("runningCases")).containsExactly("0", "0", "1", "1");
        assertThat(data.path("versions").get(0).path("sha256").asText()).isEqualTo(published.get(0).digest());
    }

    @Test
    void writesTheFilesOfAVersionAsTheyWere() throws IOException {
        assertThat(wrote).isEqualTo(new Said(0, "Wrote version 2, Spring 2026, " + published.get(2).files() + " files and its note, into " + written + ".\n", ""));
        assertThat(files(written)).isEqualTo(expected);
    }

    @Test
    void writesNothingWhereItCannotBeMeant() {
        assertThat(notWritten).extracting(Said::code).containsOnly(2);
        assertThat(notWritten.get(0).err()).startsWith("There is something in " + written + "; name a folder that is not there yet");
        assertThat(notWritten.get(1).err()).startsWith("Several versions are called Spring 2026: name one by its number, version 4");
        assertThat(notWritten.get(2).err()).startsWith("There is no version 9; there is version 4, Spring 2026; ");
    }

    @Test
    void refusesAFolderThatIsNotThere() {
        var deployment = new ModelDeployment(directory.resolve("elsewhere").toString());

        assertThatThrownBy(deployment::resources).isInstanceOf(ModelsRefused.class)
                .hasMessageContaining("processes, the folder: redress.models names a folder without processes: " + directory.resolve("elsewhere/processes")
                        + " does not exist; give the folder that holds processes and forms, or leave the property out.");
    }

    @Test
    void deploysTheSameNamesFromTheFolderAsFromTheJar() {
        var jar = new ModelDeployment("").resources();
        var folder = new ModelDeployment(".").resources();

        assertThat(folder).extracting(resource -> resource.getDescription()).hasSizeGreaterThan(30)
                .containsExactlyInAnyOrderElementsOf(jar.stream().map(resource -> resource.getDescription()).toList());
        assertThat(folder).allSatisfy(resource -> assertThat(resource.getContentAsByteArray())
                .isEqualTo(jar.stream().filter(other -> other.getDescription().equals(resource.getDescription())).findFirst().orElseThrow().getContentAsByteArray()));
    }

    private static ConfigurableApplicationContext start(ModelFolder folder, WebApplicationType web) {
        var product = new SpringApplicationBuilder(Redress.class, Office.class, Casework.class).web(web).run(
                "--spring.datasource.url=jdbc:h2:file:" + directory.resolve("database"),
                "--redress.models=" + folder.path(),
                "--redress.admin.id=admin",
                "--redress.admin.password=" + Office.PASSWORD,
                "--redress.https=false",
                "--server.port=0",
                "--camunda.bpm.job-execution.enabled=false");
        product.getBean(PublishedCouncils.class).make(Office.PASSWORD);
        product.getBean(Office.class).on(MON_2026_06_01);
        return product;
    }

    private static String receiveWithMoreFields(ConfigurableApplicationContext product) {
        var office = product.getBean(Office.class);
        var reference = office.receive("kent", Map.of("ward", "North Ward =1+1", "households", 12));
        var browser = new Browsers(Integer.parseInt(product.getEnvironment().getRequiredProperty("local.server.port"))).signedIn("kent-officer");
        shown = json(browser.get("/redress/api/tasks/" + office.task(reference, "Acknowledge complaint").getId() + "/case"));
        kept = product.getBean(CaseFiles.class).chronology(reference).get(0).answers();
        var runtime = product.getBean(RuntimeService.class);
        variables = runtime.getVariables(runtime.createProcessInstanceQuery().processDefinitionKey("complaint").singleResult().getId());
        office.complete(reference, "Acknowledge complaint", Answers.acknowledge(MON_2026_06_01));
        return reference;
    }

    private static String acknowledged(ConfigurableApplicationContext product) {
        return product.getBean(Casework.class).acknowledged("kent", Map.of());
    }

    /** Assesses a case with the form as it was at first, and if that does not do with what the new form asks as well. */
    private static Course assess(ConfigurableApplicationContext product, String reference) {
        var office = product.getBean(Office.class);
        var assessing = "accepted";
        try {
            office.complete(reference, "Assess complaint", Answers.accept(MON_2026_06_01, Map.of()));
        } catch (AnswersRefused refused) {
            assessing = refused.getMessage();
            office.complete(reference, "Assess complaint", Answers.accept(MON_2026_06_01, Map.of("urgency", "high")));
        }
        return new Course(assessing, office.deadline(reference, "response").allowance(), office.openTasks(reference));
    }

    private static Deployed deployed(ConfigurableApplicationContext product) {
        var repository = product.getBean(RepositoryService.class);
        var versions = new HashMap<String, Integer>();
        repository.createProcessDefinitionQuery().list().forEach((ProcessDefinition d) -> versions.merge(d.getKey(), d.getVersion(), Math::max));
        repository.createDecisionDefinitionQuery().list().forEach(d -> versions.merge(d.getKey(), d.getVersion(), Math::max));
        return new Deployed(repository.createDeploymentQuery().count(), versions);
    }
}
