package org.redress.replay;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.redress.Redress;
import org.redress.identity.Passwords;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/** {@code redress replay}: plays one case on a database in memory and prints its timeline, as text or as data. */
public final class ReplayCommand {
    private ReplayCommand() {}

    /**
     * Plays the case that the arguments name, by reference or file, {@code --json} for data.
     *
     * @return 0 if everything came out as the script says, 1 if not, 2 with one sentence if it could not be played
     */
    public static int run(List<String> arguments, PrintStream out, PrintStream err) {
        var names = new ArrayList<>(arguments);
        boolean json = names.remove("--json");
        if (names.isEmpty() || names.stream().anyMatch(name -> name.startsWith("--"))) {
            err.println("Say which case: redress replay \"19 010 314\", or a script's file; --json prints data.");
            return 2;
        }
        try {
            var script = CaseScripts.find(String.join(" ", names));
            try (var context = start()) {
                context.getBean(PublishedCouncils.class).make(Passwords.random());
                var timeline = context.getBean(Replay.class).play(script);
                out.print(json ? json(context, timeline) : TimelineText.of(timeline));
                out.flush();
                return timeline.asExpected() ? 0 : 1;
            }
        } catch (ScriptRefused e) {
            err.println(e.getMessage());
            return 2;
        } catch (RuntimeException e) {
            Throwable last = e;
            while (last.getCause() != null) {
                last = last.getCause();
            }
            err.println("The product did not start with these models, so nothing was played: " + last.getMessage());
            return 2;
        }
    }

    private static String json(ConfigurableApplicationContext context, Timeline timeline) {
        try {
            return context.getBean(ObjectMapper.class).writerWithDefaultPrettyPrinter().writeValueAsString(timeline) + System.lineSeparator();
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static ConfigurableApplicationContext start() {
        return new SpringApplicationBuilder(Redress.class).web(WebApplicationType.NONE).properties(
                "spring.main.log-startup-info=false").run(
                "--spring.datasource.url=jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1;QUERY_CACHE_SIZE=1000",
                "--camunda.bpm.job-execution.enabled=false",
                "--redress.admin.id=nobody",
                "--redress.admin.password=" + Passwords.random(),
                // nobody signs in to it
                "--redress.sign-in.hash-rounds=1",
                // the engine logs every refusal, and what is printed has to be the timeline alone
                "--logging.threshold.console=off");
    }
}
