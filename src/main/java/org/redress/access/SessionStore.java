package org.redress.access;

import java.time.Duration;
import java.util.Map;
import javax.sql.DataSource;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.jdbc.DatabaseDriver;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.session.FindByIndexNameSessionRepository;
import org.springframework.session.Session;
import org.springframework.session.config.annotation.web.http.EnableSpringHttpSession;
import org.springframework.session.jdbc.JdbcIndexedSessionRepository;
import org.springframework.session.web.http.CookieSerializer;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** Where sessions are kept: Spring Session over the tables of V32, in each profile. */
@Configuration
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
@EnableSpringHttpSession
class SessionStore {
    /** How long another server has to answer for somebody who signs in there. */
    private static final Duration NOT_SIGNED_IN_YET = Duration.ofMinutes(10);

    /** Two requests of one page that give a new session the same text at the same moment: Spring's own statement lets one of them fail. */
    private static final Map<DatabaseDriver, String> PUT = Map.of(
            DatabaseDriver.H2, "merge into %TABLE_NAME%_ATTRIBUTES (SESSION_PRIMARY_ID, ATTRIBUTE_NAME, ATTRIBUTE_BYTES) key (SESSION_PRIMARY_ID, ATTRIBUTE_NAME) values (?, ?, ?)",
            DatabaseDriver.POSTGRESQL, "insert into %TABLE_NAME%_ATTRIBUTES (SESSION_PRIMARY_ID, ATTRIBUTE_NAME, ATTRIBUTE_BYTES) values (?, ?, ?)"
                    + " on conflict (SESSION_PRIMARY_ID, ATTRIBUTE_NAME) do update set ATTRIBUTE_BYTES = excluded.ATTRIBUTE_BYTES");

    /** The rows; what has expired goes when its cron expression says so. */
    @Bean
    JdbcIndexedSessionRepository sessionRows(DataSource database, PlatformTransactionManager transactions, @Value("${redress.session.clean-up}") String cleanUp,
            @Value("${spring.datasource.url}") String url) {
        var apart = new TransactionTemplate(transactions);
        apart.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        var rows = new JdbcIndexedSessionRepository(new JdbcTemplate(database), apart);
        rows.setConversionService(new SessionTexts());
        rows.setCreateSessionAttributeQuery(PUT.get(DatabaseDriver.fromJdbcUrl(url)));
        rows.setDefaultMaxInactiveInterval(NOT_SIGNED_IN_YET);
        rows.setCleanupCron(cleanUp);
        return rows;
    }

    @Bean
    @Primary
    FindByIndexNameSessionRepository<? extends Session> keptSessions(JdbcIndexedSessionRepository rows, Sessions sessions,
            @Value("${redress.session.idle}") Duration idle, @Value("${redress.session.longest}") Duration longest) {
        return over(rows, sessions, idle, longest);
    }

    private static <S extends Session> KeptSessions<S> over(FindByIndexNameSessionRepository<S> rows, Sessions sessions, Duration idle, Duration longest) {
        return new KeptSessions<>(rows, idle, longest, sessions::signedIn);
    }

    @Bean
    CookieSerializer sessionCookie(@Value("${redress.https}") boolean https) {
        return new SessionCookie(https);
    }
}
