package org.redress.engine;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.camunda.bpm.engine.BadUserRequestException;
import org.camunda.bpm.engine.impl.AbstractQuery;
import org.camunda.bpm.engine.impl.TaskQueryImpl;
import org.camunda.bpm.engine.query.Query;
import org.jspecify.annotations.Nullable;

/**
 * What a query may compute: nothing in a question of the moment, and in a saved filter who and when only. The engine runs whatever
 * expression a query carries, and looks for them in the first of its or-queries alone (CVE-2026-109432).
 */
public final class QueryExpressions {
    private static final Pattern WHO_AND_WHEN = Pattern.compile("\\$\\{(currentUser\\(\\)|currentUserGroups\\(\\)|now\\(\\)"
            + "|dateTime\\(\\)(\\.withTimeAtStartOfDay\\(\\)|\\.(plus|minus)(Years|Months|Weeks|Days|Hours|Minutes)\\(\\d{1,4}\\)){0,4}|workingDays\\.after\\(\\d{1,2}\\))\\}");

    private QueryExpressions() {}

    /** Refuses any expression in a query, in its or-queries and in what extends a filter. */
    static void refuse(@Nullable Query<?, ?> query) {
        if (all(query).findAny().isPresent()) {
            throw new BadUserRequestException("A query computes nothing: write the value itself, or use a filter that an administrator saved.");
        }
    }

    /** Refuses a filter that computes something else than who and when. */
    public static void refuseUnknown(Query<?, ?> filter) {
        all(filter).filter(expression -> !known(expression)).findFirst().ifPresent(expression -> {
            throw new BadUserRequestException("A filter computes only ${currentUser()}, ${currentUserGroups()}, ${now()} and ${dateTime()}"
                    + " with withTimeAtStartOfDay, plus and minus, for example ${dateTime().plusDays(2)}; and ${workingDays.after(5)}.");
        });
    }

    /** Whether a filter may compute this. */
    public static boolean known(String expression) {
        return WHO_AND_WHEN.matcher(expression).matches();
    }

    private static Stream<String> all(@Nullable Query<?, ?> query) {
        if (!(query instanceof AbstractQuery<?, ?> one)) {
            return Stream.of();
        }
        var parts = one instanceof TaskQueryImpl tasks ? tasks.getQueries() : List.of(one);
        return Stream.concat(Stream.of(one), parts.stream()).flatMap(part -> ((AbstractQuery<?, ?>) part).getExpressions().values().stream());
    }
}
