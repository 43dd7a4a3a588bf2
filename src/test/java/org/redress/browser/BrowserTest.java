package org.redress.browser;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;
import org.redress.Redress;
import org.redress.api.HttpTest;
import org.redress.testing.Casework;
import org.redress.testing.Office;
import org.redress.testing.OmbudsmanCasework;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Lazy;
import org.springframework.jdbc.core.JdbcTemplate;

/** The whole product behind a real browser, which people use at {@link Desks}; all classes with it share both. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(classes = Redress.class, webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT, properties = {
    "spring.datasource.url=jdbc:h2:mem:browser;DB_CLOSE_DELAY=-1",
    "camunda.bpm.job-execution.enabled=false",
    "redress.admin.id=nobody",
    "redress.admin.password=" + Office.PASSWORD,
    "redress.https=false",
    // days pass while people stay signed in
    "redress.session.idle=365d",
    "redress.session.longest=3650d",
})
@Import({Office.class, Casework.class, OmbudsmanCasework.class, BrowserTest.Furniture.class})
@ExtendWith({NeedsChromium.class, HttpTest.ThisEngine.class, DeskHours.class})
@interface BrowserTest {

    /** What is in the office beside the people. */
    @TestConfiguration
    class Furniture {
        @Bean
        @Lazy
        Desks desks(Office office, JdbcTemplate database, @Value("${local.server.port}") int port) {
            return new Desks(office, database, port);
        }
    }
}
