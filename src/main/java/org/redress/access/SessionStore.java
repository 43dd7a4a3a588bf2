package org.redress.access;

import java.time.Duration;
import javax.sql.DataSource;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
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

    /** The rows; what has expired goes when its cron expression says so. */
    @Bean
    JdbcIndexedSessionRepository sessionRows(DataSource database, PlatformTransactionManager transactions, @Value("${redress.session.clean-up}") String cleanUp) {
        var apart = new TransactionTemplate(transactions);
        apart.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        var rows = new JdbcIndexedSessionRepository(new JdbcTemplate(database), apart);
        rows.setConversionService(new SessionTexts());
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
