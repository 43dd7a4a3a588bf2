package org.redress.audit;

import com.zaxxer.hikari.HikariDataSource;
import java.util.regex.Pattern;
import org.redress.identity.StartRefused;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.stereotype.Component;

/**
 * A step is on disk before anybody is told that it was done. H2 answers first and writes up to half a second later; whoever names an H2
 * file gets the other order, whether they ask for it or not (DAT-01).
 */
@Component
class WriteThenAnswer implements BeanPostProcessor {
    private static final Pattern DELAY = Pattern.compile(";\\s*WRITE_DELAY\\s*=\\s*([^;]*)", Pattern.CASE_INSENSITIVE);
    private static final String NONE = "0";

    @Override
    public Object postProcessBeforeInitialization(Object bean, String name) {
        if (bean instanceof HikariDataSource pool && pool.getJdbcUrl() != null) {
            pool.setJdbcUrl(withoutDelay(pool.getJdbcUrl()));
        }
        return bean;
    }

    /** The same database; a url that asks for the delay is refused. */
    static String withoutDelay(String url) {
        if (!url.startsWith("jdbc:h2:") || url.startsWith("jdbc:h2:mem:")) {
            return url;
        }
        var delay = DELAY.matcher(url);
        if (!delay.find()) {
            return url + ";WRITE_DELAY=" + NONE;
        }
        if (!delay.group(1).strip().equals(NONE)) {
            throw new StartRefused("spring.datasource.url asks for WRITE_DELAY=" + delay.group(1).strip()
                    + ": what people were told was done would be gone after a crash. Leave it out, it is 0 then.");
        }
        return url;
    }
}
