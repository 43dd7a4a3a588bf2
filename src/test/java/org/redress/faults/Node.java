package org.redress.faults;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.redress.Redress;
import org.redress.replay.PublishedCouncils;
import org.redress.start.DatabaseAtStart;
import org.redress.start.SettingNames;
import org.redress.start.WhyNotStarted;
import org.redress.testing.Office;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.annotation.Bean;

/** The product as a process of its own, which can be killed, with the people of the published councils. Its clock is set from outside, as a machine's is. */
final class Node {
    private Node() {}

    public static void main(String[] arguments) {
        follow(Path.of(System.getProperty("faults.clock")));
        try {
            new SpringApplicationBuilder(Redress.class, WithPeople.class).initializers(new SettingNames(), new DatabaseAtStart()).run(arguments);
        } catch (RuntimeException | Error e) {
            System.exit(WhyNotStarted.code(e).code());
        }
    }

    /** The file says by how much the clock of the product and of the engine is ahead. */
    private static void follow(Path file) {
        set(file);
        Executors.newSingleThreadScheduledExecutor(task -> {
            var thread = new Thread(task, "clock");
            thread.setDaemon(true);
            return thread;
        }).scheduleWithFixedDelay(() -> set(file), 100, 100, TimeUnit.MILLISECONDS);
    }

    private static void set(Path file) {
        try {
            var ahead = Files.readString(file);
            if (!ahead.isEmpty()) {
                ClockUtil.offset(Duration.parse(ahead).toMillis());
            }
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Everybody has the password of the tests. It is no configuration that others find by looking for one. */
    static class WithPeople {
        @Bean
        ApplicationRunner peopleOfTheNode(PublishedCouncils councils) {
            return arguments -> councils.make(Office.PASSWORD);
        }
    }
}
