package org.redress.models;

import static java.util.Map.entry;

import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.jspecify.annotations.Nullable;
import org.redress.engine.ExpressionBeans;
import org.springframework.context.ApplicationContext;
import org.springframework.stereotype.Component;

/**
 * What models may reach of the application, and nothing else of it: the delegates, and these methods. A new method for models gets
 * its place here.
 */
@Component
class ModelBeans implements ExpressionBeans {
    static final Map<String, Set<String>> METHODS = Map.ofEntries(
            entry("agreedActions", Set.of("of", "proposed")),
            entry("allocated", Set.of("to")),
            entry("assessedIssues", Set.of("of", "told")),
            entry("batchesToMove", Set.of("of")),
            entry("candidates", Set.of("answers", "investigates", "independent", "adjudicates", "allocated")),
            entry("commentsToConsider", Set.of("of")),
            entry("deputies", Set.of("of", "colleagues")),
            entry("dutyBy", Set.of("of")),
            entry("dueSoon", Set.of("of")),
            entry("issuesToAnswer", Set.of("of")),
            entry("jointAnswer", Set.of("cases")),
            entry("jointDecision", Set.of("cases")),
            entry("overdue", Set.of("of")),
            entry("ownProcedure", Set.of("of")),
            entry("people", Set.of("of")),
            entry("promisesToWord", Set.of("of", "ofIssue")),
            entry("reached", Set.of("of")),
            entry("services", Set.of("of")),
            entry("stageBegins", Set.of("with")),
            entry("successors", Set.of("of")),
            entry("whoever", Set.of("answers", "approves", "investigates", "independent", "adjudicates")));

    /** What saved filters may compute beside who and when; models have deadlines. */
    private static final Map<String, Set<String>> OF_FILTERS = Map.of("workingDays", Set.of("after"));

    private final ApplicationContext application;

    ModelBeans(ApplicationContext application) {
        this.application = application;
    }

    /** The bean behind a name in a model, null if models may not reach it. */
    @Override
    public @Nullable Object find(String name) {
        return METHODS.containsKey(name) || OF_FILTERS.containsKey(name) || delegate(name) ? application.getBean(name) : null;
    }

    boolean delegate(String name) {
        var type = application.containsBean(name) ? application.getType(name) : null;
        return type != null && JavaDelegate.class.isAssignableFrom(type) && type.getName().startsWith("org.redress.");
    }

    @Override
    public boolean callable(@Nullable Object bean, String method) {
        return Stream.of(METHODS, OF_FILTERS).flatMap(methods -> methods.entrySet().stream()).anyMatch(entry -> entry.getValue().contains(method) && application.getBean(entry.getKey()) == bean);
    }
}
