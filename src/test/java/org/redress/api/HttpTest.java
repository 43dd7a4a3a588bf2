package org.redress.api;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.redress.Redress;
import org.redress.identity.Councils;
import org.redress.testing.Casework;
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

/** A test of the product as a browser reaches it; all such classes share one server, with the real time and everybody's password "password". */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(classes = Redress.class, webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@TestPropertySource(properties = {
    "spring.datasource.url=jdbc:h2:mem:http;DB_CLOSE_DELAY=-1",
    "camunda.bpm.job-execution.enabled=false",
    "redress.admin.id=admin",
    "redress.admin.password=password",
})
@Import({Office.class, Casework.class, OmbudsmanCasework.class, ModelCoverage.class, HttpTest.Server.class})
public @interface HttpTest {

    /** The people of the councils, and browsers for them. */
    @TestConfiguration
    class Server {
        @Bean
        ApplicationRunner peopleOfTheCouncils(Councils councils) {
            return arguments -> councils.make("password");
        }

        @Bean
        @Lazy
        Browsers browsers(@Value("${local.server.port}") int port) {
            return new Browsers(port);
        }
    }
}
