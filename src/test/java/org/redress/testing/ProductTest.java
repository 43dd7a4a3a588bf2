package org.redress.testing;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;
import org.redress.Redress;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.TestPropertySource;

/**
 * A test of the whole product: real engine, models, forms, gate and case file on a database in memory, with the job executor
 * standing still and time in the test's hands. All such classes share one application; each test works on cases of its own.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(classes = Redress.class, webEnvironment = SpringBootTest.WebEnvironment.NONE)
@TestPropertySource(properties = {
    "spring.datasource.url=jdbc:h2:mem:product;DB_CLOSE_DELAY=-1",
    "camunda.bpm.job-execution.enabled=false",
    "redress.admin.id=nobody",
    "redress.admin.password=" + Office.PASSWORD,
    // the engine logs every refusal, and the tests provoke hundreds of them
    "logging.level.org.camunda.bpm.engine.context=off",
})
@Import({Office.class, Casework.class, OmbudsmanCasework.class, ModelCoverage.class, Statements.class, SentLetters.class})
@ExtendWith({OfficeHours.class, LogLines.class})
public @interface ProductTest {}
