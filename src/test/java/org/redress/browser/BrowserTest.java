package org.redress.browser;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;
import org.redress.Redress;
import org.redress.testing.Casework;
import org.redress.testing.Office;
import org.redress.testing.OmbudsmanCasework;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;

/** The whole product behind real browsers; all classes with it share one. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(NeedsChromium.class)
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
@Import({Office.class, Casework.class, OmbudsmanCasework.class})
@interface BrowserTest {}
