package org.redress.api;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.ProcessEngines;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.redress.Redress;
import org.redress.replay.PublishedCouncils;
import org.redress.testing.Casework;
import org.redress.testing.LogLines;
import org.redress.testing.ModelCoverage;
import org.redress.testing.Office;
import org.redress.testing.OmbudsmanCasework;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Lazy;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.context.junit.jupiter.SpringExtension;

/** A test of the product as a browser reaches it; all such classes share one server, with the real time and everybody's password {@link Office#PASSWORD}. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(classes = Redress.class, webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@TestPropertySource(properties = {
    "spring.datasource.url=jdbc:h2:mem:http;DB_CLOSE_DELAY=-1",
    "camunda.bpm.job-execution.enabled=false",
    "redress.admin.id=admin",
    "redress.admin.password=" + Office.PASSWORD,
    "redress.https=false",
    "redress.api.enabled=true",
    // all tests together sign in more often than one person does
    "redress.session.most=1000",
    // tests say when notices and letters are sent
    "redress.notices.send=-",
    "redress.sending.send=-",
    // all tests together start more as one person than anybody can type
    "redress.limits.starts-in-a-row=300",
})
@Import({Office.class, Casework.class, OmbudsmanCasework.class, ModelCoverage.class, HttpTest.Server.class})
@ExtendWith({HttpTest.ThisEngine.class, LogLines.class})
public @interface HttpTest {

    /** The people of the councils, and browsers for them. */
    @TestConfiguration
    class Server {
        @Bean
        ApplicationRunner peopleOfTheCouncils(PublishedCouncils councils) {
            return arguments -> councils.make(Office.PASSWORD);
        }

        @Bean
        @Lazy
        Browsers browsers(@Value("${local.server.port}") int port) {
            return new Browsers(port);
        }
    }

    /** The webapps find the engine by its name in a place that all applications of one JVM share, and other tests have one of their own. */
    class ThisEngine implements BeforeEachCallback {
        @Override
        public void beforeEach(ExtensionContext context) {
            ProcessEngines.registerProcessEngine(SpringExtension.getApplicationContext(context).getBean(ProcessEngine.class));
        }
    }
}
