package org.redress.identity;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Says at the start how many accounts belong to councils as they no longer could: an earlier version let one account into several councils, and administrators into
 * councils. What they have stays, because taking it away is for an administrator to decide.
 */
@Component
@Order(14)
class CouncilsFromBefore implements ApplicationRunner {
    private static final String IN_SEVERAL = """
            select count(*) from (select m.USER_ID_ from ACT_ID_TENANT_MEMBER m where m.USER_ID_ is not null
                and exists (select 1 from ACT_ID_MEMBERSHIP g where g.USER_ID_ = m.USER_ID_ and g.GROUP_ID_ <> 'process-owners')
                group by m.USER_ID_ having count(*) > 1) several
            """;
    private static final String ADMINISTRATORS = """
            select count(distinct m.USER_ID_) from ACT_ID_TENANT_MEMBER m
                where exists (select 1 from ACT_ID_MEMBERSHIP g where g.USER_ID_ = m.USER_ID_ and g.GROUP_ID_ = 'camunda-admin')
            """;
    private static final Logger LOG = LoggerFactory.getLogger(CouncilsFromBefore.class);

    private final JdbcClient database;

    CouncilsFromBefore(JdbcClient database) {
        this.database = database;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        long several = count(IN_SEVERAL);
        long administrators = count(ADMINISTRATORS);
        if (several + administrators > 0) {
            LOG.warn("Accounts from before that belong to several councils: {}; administrators that belong to a council: {}. Give them second accounts, and take them out (Admin, under Tenants).",
                    several, administrators);
        }
    }

    private long count(String query) {
        return database.sql(query).query(Long.class).single();
    }
}
