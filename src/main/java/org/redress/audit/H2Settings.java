package org.redress.audit;

import com.zaxxer.hikari.HikariDataSource;
import java.util.List;
import java.util.regex.Pattern;
import org.redress.identity.StartRefused;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.stereotype.Component;

/**
 * What the product relies on, whichever H2 database somebody names (DAT-01). A step is on disk before anybody is told that it was done: H2 answers first
 * and writes up to half a second later. And who waited for a colleague sees what that colleague did: H2 2.3.232 answers a query that it has answered before
 * with the result from before the waiting. A file is not made smaller when it is closed: H2 2.3.232 may lose rows over that (h2database issue 4247). And what has no day stands at the end of a list, as on PostgreSQL, where H2 by itself would begin with it.
 */
@Component
class H2Settings implements BeanPostProcessor {
    private static final Setting WRITE_DELAY = new Setting("WRITE_DELAY", "0", "what people were told was done would be gone after a crash");
    private static final Setting NOT_COMPACTED = new Setting("MAX_COMPACT_TIME", "0", "rows may be lost when the database is closed");
    private static final Setting REUSE_RESULTS = new Setting("OPTIMIZE_REUSE_RESULTS", "FALSE", "of two people at once the second would not see what the first has done");
    private static final Setting NO_DAY_LAST = new Setting("DEFAULT_NULL_ORDERING", "HIGH", "lists of tasks would begin with those that have no day");

    @Override
    public Object postProcessBeforeInitialization(Object bean, String name) {
        if (bean instanceof HikariDataSource pool && pool.getJdbcUrl() != null) {
            pool.setJdbcUrl(with(pool.getJdbcUrl()));
        }
        return bean;
    }

    /** The same database with the settings; a url that asks for others is refused. */
    static String with(String url) {
        if (!url.startsWith("jdbc:h2:")) {
            return url;
        }
        var settled = url;
        for (var setting : url.startsWith("jdbc:h2:mem:") ? List.of(REUSE_RESULTS, NO_DAY_LAST) : List.of(WRITE_DELAY, NOT_COMPACTED, REUSE_RESULTS, NO_DAY_LAST)) {
            settled = setting.in(settled);
        }
        return settled;
    }

    /** A setting in the url of a database, the only value that it may have, and what another one would do. */
    private record Setting(String name, String value, String otherwise) {
        String in(String url) {
            var asked = Pattern.compile(";\\s*" + name + "\\s*=\\s*([^;]*)", Pattern.CASE_INSENSITIVE).matcher(url);
            if (!asked.find()) {
                return url + ";" + name + "=" + value;
            }
            var given = asked.group(1).strip();
            if (!given.equalsIgnoreCase(value)) {
                throw new StartRefused("spring.datasource.url asks for " + name + "=" + given + ": " + otherwise + ". Leave it out, it is " + value + " then.");
            }
            return url;
        }
    }
}
