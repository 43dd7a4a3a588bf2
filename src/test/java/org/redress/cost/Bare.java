package org.redress.cost;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.autoconfigure.domain.EntityScan;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.annotation.ImportCandidates;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.jpa.repository.config.EnableJpaRepositories;

/**
 * What the start of the product is compared with: Camunda's starter with the same webapps and nothing else, or, with the argument {@code all}, one that has JPA, Flyway and Security too, with
 * the tables, entities, repositories, models, decision tables and forms of the product and none of its beans.
 */
@EnableAutoConfiguration
public final class Bare {
    /** What the product's other libraries bring by themselves. */
    private static final List<String> OF_OTHERS = List.of(".rest.CamundaBpmRestJersey", "springdoc", "boot.actuate.", ".security.oauth2.", ".session.", ".mail.");
    /** What the second one has as well. */
    private static final List<String> OF_ALL = List.of(".orm.jpa.", ".data.", ".flyway.", ".security.");

    private Bare() {}

    /** The second one. */
    @Configuration(proxyBeanMethods = false)
    @EntityScan("org.redress")
    @EnableJpaRepositories("org.redress")
    static class All {}

    /** Starts one of them; it stays until it is stopped. */
    public static void main(String[] settings) {
        boolean all = List.of(settings).contains("all");
        var left = all ? OF_OTHERS : Stream.concat(OF_OTHERS.stream(), OF_ALL.stream()).toList();
        var excluded = ImportCandidates.load(AutoConfiguration.class, Bare.class.getClassLoader()).getCandidates().stream().filter(name -> left.stream().anyMatch(name::contains))
                .collect(Collectors.joining(","));
        var application = new SpringApplicationBuilder(all ? new Class<?>[] {Bare.class, All.class} : new Class<?>[] {Bare.class}).web(WebApplicationType.SERVLET).logStartupInfo(false)
                .properties(Map.of("spring.config.name", "bare", "spring.autoconfigure.exclude", excluded, "spring.main.banner-mode", "off", "logging.level.root", "warn",
                        "camunda.bpm.auto-deployment-enabled", all, "camunda.bpm.history-level", "full", "camunda.bpm.authorization.enabled", true));
        if (all) {
            application.properties(Map.of("camunda.bpm.deployment-resource-pattern", "classpath*:processes/*.bpmn,classpath*:processes/*.dmn,classpath*:forms/*.form",
                    "spring.flyway.baseline-on-migrate", true, "spring.flyway.baseline-version", 0, "spring.flyway.locations", "classpath:db/migration,classpath:db/{vendor}",
                    "spring.flyway.placeholders.application", "sa", "spring.jpa.open-in-view", false, "spring.jpa.hibernate.ddl-auto", "validate",
                    "spring.jpa.properties.hibernate.type.java_time_use_direct_jdbc", true));
        }
        application.run(settings);
    }
}
