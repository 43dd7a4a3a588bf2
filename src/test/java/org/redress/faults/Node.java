package org.redress.faults;

import java.time.Duration;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.redress.Redress;
import org.redress.replay.PublishedCouncils;
import org.redress.testing.Office;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.annotation.Bean;

/** The product as a process of its own, which can be killed, with the people of the published councils. */
final class Node {
    private Node() {}

    public static void main(String[] arguments) {
        // the clock of this node may be some days ahead
        ClockUtil.offset(Duration.ofDays(Integer.getInteger("faults.days", 0)).toMillis());
        new SpringApplicationBuilder(Redress.class, WithPeople.class).run(arguments);
    }

    /** Everybody has the password of the tests. It is no configuration that others find by looking for one. */
    static class WithPeople {
        @Bean
        ApplicationRunner peopleOfTheNode(PublishedCouncils councils) {
            return arguments -> councils.make(Office.PASSWORD);
        }
    }
}
