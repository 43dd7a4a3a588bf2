package org.redress.replay;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.IdentityService;
import org.redress.Redress;
import org.redress.identity.Passwords;
import org.redress.models.DeployedModels;
import org.redress.models.ModelFiles;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/** The product on a database in memory, with the people of the published cases, for one script after another: each finds it as the first did. */
final class ReplayApplication implements AutoCloseable {
    private final ConfigurableApplicationContext context;
    private FirstState first;
    private boolean played;

    private ReplayApplication(ConfigurableApplicationContext context) {
        this.context = context;
        this.first = FirstState.of(context.getBean(DataSource.class));
    }

    static ReplayApplication start() {
        return start(ModelFiles.folder());
    }

    /** With the models of a folder, or with those in the jar if it is empty. */
    static ReplayApplication start(String models) {
        var settings = new ArrayList<>(List.of(
                "--spring.datasource.url=jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1;QUERY_CACHE_SIZE=1000",
                "--camunda.bpm.job-execution.enabled=false",
                "--redress.admin.id=nobody",
                "--redress.admin.password=" + Passwords.random(),
                // nobody reads its letters
                "--redress.letters.kept=false",
                // nobody signs in to it
                "--redress.sign-in.hash-rounds=1",
                // the engine logs every refusal, and what is printed has to be the timeline alone
                "--logging.threshold.console=off"));
        if (!models.isBlank()) {
            settings.add("--redress.models=" + models);
        }
        var context = new SpringApplicationBuilder(Redress.class).web(WebApplicationType.NONE).properties("spring.main.log-startup-info=false").run(settings.toArray(String[]::new));
        context.getBean(PublishedCouncils.class).make(Passwords.random());
        return new ReplayApplication(context);
    }

    Timeline play(CaseScript script) {
        forget();
        played = true;
        try {
            return context.getBean(Replay.class).play(script);
        } finally {
            context.getBean(SimulatedTime.class).end();
        }
    }

    /** Deploys the models, tables and forms as they are now; what comes next knows no others. */
    void takeModels() {
        forget();
        context.getBean(DeployedModels.class).replace();
        keep();
    }

    /** Deploys those of a folder instead. */
    void takeModels(String folder) {
        forget();
        context.getBean(DeployedModels.class).replace(folder);
        keep();
    }

    private void keep() {
        first.close();
        first = FirstState.of(context.getBean(DataSource.class));
    }

    /** The tasks that were made since the script began, in the order in which they came. */
    List<TaskMade> tasks() {
        return TaskMade.all(context.getBean(HistoryService.class), context.getBean(IdentityService.class));
    }

    private void forget() {
        if (played) {
            first.restore();
            played = false;
        }
    }

    /** As data, ending with a new line. */
    String json(Object timelines) {
        try {
            return context.getBean(ObjectMapper.class).writerWithDefaultPrettyPrinter().writeValueAsString(timelines) + System.lineSeparator();
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        context.close();
    }
}
