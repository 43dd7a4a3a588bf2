package org.redress.models;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.redress.api.Browsers.json;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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

    private static Deployed first;
    private static Deployed unchanged;
    private static Deployed changed;
    private static Throwable refused;
    private static List<Given> kept;
    private static JsonNode shown;
    private static Map<String, Object> variables;
    private static Course older;
    private static Course newer;

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
        try (var product = start(folder, WebApplicationType.NONE)) {
            changed = deployed(product);
            older = assess(product, reference);
            newer = assess(product, acknowledged(product));
            product.getBean(SimulatedTime.class).end();
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
                .hasMessageStartingWith("Nothing was deployed, and the versions before stay, because of:\n  processes/stage.bpmn, ")
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
    void refusesAFolderThatIsNotThere() {
        var deployment = new ModelDeployment(directory.resolve("elsewhere").toString());

        assertThatThrownBy(deployment::getDeploymentResources).isInstanceOf(ModelsRefused.class)
                .hasMessageContaining("processes, the folder: redress.models names a folder without processes: " + directory.resolve("elsewhere/processes")
                        + " does not exist; give the folder that holds processes and forms, or leave the property out.");
    }

    @Test
    void deploysTheSameNamesFromTheFolderAsFromTheJar() {
        var jar = new ModelDeployment("").getDeploymentResources();
        var folder = new ModelDeployment(".").getDeploymentResources();

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
