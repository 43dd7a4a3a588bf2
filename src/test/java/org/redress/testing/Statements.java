package org.redress.testing;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import net.ttddyy.dsproxy.ExecutionInfo;
import net.ttddyy.dsproxy.QueryInfo;
import net.ttddyy.dsproxy.listener.MethodExecutionContext;
import net.ttddyy.dsproxy.listener.MethodExecutionListener;
import net.ttddyy.dsproxy.listener.QueryExecutionListener;
import net.ttddyy.dsproxy.support.ProxyDataSourceBuilder;
import org.springframework.beans.factory.config.BeanPostProcessor;

/**
 * Every statement that a thread sends to the database while it is asked for, through the engine, Hibernate or JDBC alike: its text, the rows that it wrote, and who in the
 * product wanted it. A batch is one statement, whatever its rows.
 */
public final class Statements implements BeanPostProcessor {
    private static final String OURS = "org.redress.";
    /** Enough to tell which feature it was. */
    private static final int CALLERS = 12;
    private static final ThreadLocal<List<Sent>> RECORDED = new ThreadLocal<>();
    private static final ThreadLocal<Integer> COMMITS = ThreadLocal.withInitial(() -> 0);

    /** One statement, and who wanted it: the methods of ours that were under way, the innermost first. */
    public record Sent(String sql, int rows, boolean writes, List<String> callers) {
        /** Its text without what differs from one time to the next. */
        public String text() {
            return sql.replaceAll("\\s+", " ").replaceAll("\\( ?\\?( ?, ?\\?)* ?\\)", "(?)").strip();
        }

        /** What is done to which table, such as {@code insert act_hi_varinst}. */
        public String kind() {
            var words = text().toLowerCase(java.util.Locale.ROOT);
            var verb = words.replaceFirst(" .*", "");
            var table = words.replaceFirst(verb.equals("update") ? "^update " : ".*?\\b(?:into|from) ", "").replaceFirst("[ (,].*", "");
            return verb + " " + (table.startsWith("(") || table.isEmpty() ? "…" : table);
        }
    }

    /** What was sent, in its order, and how many transactions were committed. */
    public record Recorded(List<Sent> statements, int commits) {
        /** The rows that were inserted, updated or deleted. */
        public int rows() {
            return statements.stream().mapToInt(Sent::rows).sum();
        }

        /** How often what was done to which table, the most frequent first. */
        public String byKind() {
            return statements.stream().collect(Collectors.groupingBy(Sent::kind, Collectors.toList())).entrySet().stream()
                    .sorted((one, other) -> other.getValue().size() - one.getValue().size())
                    .map(kind -> "%4d %5d rows  %s".formatted(kind.getValue().size(), kind.getValue().stream().mapToInt(Sent::rows).sum(), kind.getKey()))
                    .collect(Collectors.joining("\n"));
        }
    }

    /** Something that a thread does. */
    public interface Work {
        void run() throws Exception;
    }

    /** Does the work, and gives what it sent to the database. */
    public static Recorded of(Work work) {
        var recorded = new ArrayList<Sent>();
        RECORDED.set(recorded);
        COMMITS.set(0);
        try {
            work.run();
            return new Recorded(List.copyOf(recorded), COMMITS.get());
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new AssertionError(e);
        } finally {
            RECORDED.remove();
        }
    }

    @Override
    public Object postProcessAfterInitialization(Object bean, String name) {
        return bean instanceof DataSource database ? ProxyDataSourceBuilder.create(database).listener(new Listener()).methodListener(new Ends()).build() : bean;
    }

    private static final class Listener implements QueryExecutionListener {
        @Override
        public void beforeQuery(ExecutionInfo execution, List<QueryInfo> queries) {}

        @Override
        public void afterQuery(ExecutionInfo execution, List<QueryInfo> queries) {
            var recorded = RECORDED.get();
            if (recorded == null || queries.isEmpty()) {
                return;
            }
            var sql = queries.get(0).getQuery();
            boolean writes = sql.stripLeading().matches("(?is)(insert|update|delete|merge)\\b.*");
            recorded.add(new Sent(sql, writes ? rows(execution) : 0, writes, callers()));
        }

        private static int rows(ExecutionInfo execution) {
            if (execution.getResult() instanceof int[] each) {
                return Arrays.stream(each).filter(count -> count > 0).sum();
            }
            if (execution.getResult() instanceof Integer count) {
                return count;
            }
            try {
                return Math.max(0, execution.getStatement().getUpdateCount());
            } catch (SQLException e) {
                throw new AssertionError(e);
            }
        }

        private static List<String> callers() {
            return StackWalker.getInstance().walk(frames -> frames
                    .filter(frame -> frame.getClassName().startsWith(OURS) && !frame.getClassName().startsWith(OURS + "testing") && !frame.getClassName().contains("$$"))
                    .map(frame -> frame.getClassName().substring(frame.getClassName().lastIndexOf('.') + 1) + "." + frame.getMethodName()).distinct().limit(CALLERS).toList());
        }
    }

    private static final class Ends implements MethodExecutionListener {
        @Override
        public void beforeMethod(MethodExecutionContext context) {}

        @Override
        public void afterMethod(MethodExecutionContext context) {
            if (context.getMethod().getName().equals("commit") && RECORDED.get() != null) {
                COMMITS.set(COMMITS.get() + 1);
            }
        }
    }
}
