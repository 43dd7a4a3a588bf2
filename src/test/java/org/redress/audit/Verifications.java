package org.redress.audit;

import java.util.List;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;

/** The check of the record of changes, for tests of other features. */
public final class Verifications {
    private Verifications() {}

    public static List<String> findings(JdbcTemplate jdbc) {
        return jdbc.execute((ConnectionCallback<List<String>>) connection -> Verification.of(connection, null).findings());
    }
}
