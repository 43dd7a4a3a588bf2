package org.redress.engine;

import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.variable.context.VariableContext;
import org.jspecify.annotations.NullUnmarked;

/**
 * The part of FEEL in which nearly all cells of tables and conditions of forms are written: a text, a whole number, true, false, null or a name; the moment that a name holds; names compared with such a
 * value or looked for in a list of texts, joined by and, or and not; and as tests a list of such values, what is not in one, and what lies before or after a moment. It says what FEEL says of texts, whole
 * numbers, true, false, null and moments, and nothing of any other kind of value: FEEL knows more of those. A test compares the two.
 */
@NullUnmarked
final class PlainCell {
    /** A backslash may mean another character than itself. */
    private static final String TEXT = "\"[^\"\\\\]*\"";
    private static final String NAME = "[A-Za-z]\\w*";
    /** As many digits as are exact in whatever number they become. */
    private static final String NUMBER = "0|[1-9]\\d{0,8}";
    private static final Pattern ONE = Pattern.compile(TEXT);
    private static final Pattern NAMED = Pattern.compile(NAME);
    private static final Pattern LITERAL = Pattern.compile(TEXT + "|" + NUMBER + "|true|false|null");
    // takes all it can at once: a long list would need as many steps back
    private static final Pattern LIST = Pattern.compile("(?:(" + TEXT + "(?: *, *" + TEXT + ")*+)|(" + NUMBER + "|true|false))");
    private static final Pattern NOT_IN = Pattern.compile("not\\((" + TEXT + "(?: *, *" + TEXT + ")*+)\\)");
    private static final Pattern MOMENT = Pattern.compile("date and time\\((" + NAME + ")\\)");
    private static final Pattern BEFORE_OR_AFTER = Pattern.compile("(<=?|>=?) *date and time\\(\"([^\"]*)\"\\)");
    private static final Pattern TOKEN = Pattern.compile(" *(" + TEXT + "|" + NAME + "|" + NUMBER + "|!=|[=()\\[\\],])");
    /** A moment as tables and variables have it; FEEL reads others too. */
    private static final Pattern WRITTEN = Pattern.compile("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d(:\\d\\d)?");
    /** What FEEL may take for something else than a name. */
    private static final Set<String> WORDS = Set.of("and", "or", "not", "true", "false", "null", "if", "then", "else", "for", "some", "every", "in", "between", "return", "satisfies", "instance", "of",
            "function", "date", "time", "duration", "context", "list");

    private PlainCell() {}

    /** What it gives, which may be null. */
    record Answer(Object value) {}

    /** What an expression gives for variables; nothing if it is FEEL's to say. */
    interface Expression {
        Optional<Answer> of(VariableContext variables);
    }

    /** Whether a test takes a value; nothing if it is FEEL's to say. */
    interface Test {
        Optional<Boolean> of(Object value);
    }

    /** Whether a condition holds for variables; nothing if it is FEEL's to say. */
    private interface Condition {
        Optional<Boolean> of(VariableContext variables);
    }

    /** An expression, if it is a plain one. */
    static Optional<Expression> expression(String written) {
        if (LITERAL.matcher(written).matches()) {
            var answer = Optional.of(new Answer(literal(written)));
            return Optional.of(variables -> answer);
        }
        if (NAMED.matcher(written).matches() && !WORDS.contains(written)) {
            return Optional.of(variables -> known(variables, written));
        }
        var moment = MOMENT.matcher(written);
        if (moment.matches()) {
            var name = moment.group(1);
            return Optional.of(variables -> known(variables, name).flatMap(value -> value.value() instanceof String text ? moment(text).map(Answer::new) : Optional.empty()));
        }
        return new Reader(written).whole().map(condition -> variables -> condition.of(variables).map(Answer::new));
    }

    /** The tests of a cell, if they are plain ones. */
    static Optional<Test> test(String written) {
        var list = LIST.matcher(written);
        if (list.matches()) {
            return Optional.of(list.group(1) == null ? same(literal(written)) : in(texts(written), true));
        }
        var not = NOT_IN.matcher(written);
        if (not.matches()) {
            return Optional.of(in(texts(not.group(1)), false));
        }
        var moment = BEFORE_OR_AFTER.matcher(written);
        return moment.matches() ? moment(moment.group(2)).map(limit -> beside(moment.group(1), limit)) : Optional.empty();
    }

    /** What a name holds, if it is of a plain kind; it may be null. */
    static Optional<Answer> known(VariableContext variables, String name) {
        if (!variables.containsVariable(name)) {
            return Optional.empty();
        }
        var typed = variables.resolve(name);
        var value = typed == null ? null : typed.getValue();
        if (value instanceof Integer whole) {
            // as FEEL gives it
            return Optional.of(new Answer(whole.longValue()));
        }
        return value == null || value instanceof String || value instanceof Boolean || value instanceof Long || value instanceof LocalDateTime ? Optional.of(new Answer(value)) : Optional.empty();
    }

    private static Object literal(String written) {
        return switch (written) {
            case "true" -> true;
            case "false" -> false;
            case "null" -> null;
            default -> written.startsWith("\"") ? written.substring(1, written.length() - 1) : (Object) Long.valueOf(written);
        };
    }

    private static Set<String> texts(String written) {
        var texts = new HashSet<String>();
        var each = ONE.matcher(written);
        while (each.find()) {
            texts.add((String) literal(each.group()));
        }
        return texts;
    }

    private static Optional<LocalDateTime> moment(String written) {
        try {
            return WRITTEN.matcher(written).matches() ? Optional.of(LocalDateTime.parse(written)) : Optional.empty();
        } catch (DateTimeException noSuchDay) {
            return Optional.empty();
        }
    }

    private static Test in(Set<String> texts, boolean wanted) {
        return value -> value == null || value instanceof String ? Optional.of(texts.contains(value) == wanted) : Optional.empty();
    }

    private static Test same(Object literal) {
        return value -> value == null || value.getClass() == literal.getClass() ? Optional.of(literal.equals(value)) : Optional.empty();
    }

    private static Test beside(String how, LocalDateTime limit) {
        Predicate<Integer> wanted = switch (how) {
            case "<" -> order -> order < 0;
            case "<=" -> order -> order <= 0;
            case ">" -> order -> order > 0;
            default -> order -> order >= 0;
        };
        return value -> value instanceof LocalDateTime moment ? Optional.of(wanted.test(moment.compareTo(limit))) : Optional.empty();
    }

    /** Reads a condition from left to right. */
    private static final class Reader {
        private final List<String> tokens = new ArrayList<>();
        private int at;

        Reader(String written) {
            Matcher token = TOKEN.matcher(written);
            int from = 0;
            while (token.region(from, written.length()).lookingAt()) {
                tokens.add(token.group(1));
                from = token.end();
            }
            if (!written.substring(from).isBlank()) {
                tokens.clear();
            }
        }

        Optional<Condition> whole() {
            return either().filter(condition -> at == tokens.size());
        }

        private Optional<Condition> either() {
            var first = both();
            while (first.isPresent() && takes("or")) {
                var one = first.get();
                first = both().map(other -> variables -> one.of(variables).flatMap(left -> other.of(variables).map(right -> left || right)));
            }
            return first;
        }

        private Optional<Condition> both() {
            var first = one();
            while (first.isPresent() && takes("and")) {
                var one = first.get();
                first = one().map(other -> variables -> one.of(variables).flatMap(left -> other.of(variables).map(right -> left && right)));
            }
            return first;
        }

        private Optional<Condition> one() {
            if (takes("not", "(")) {
                return either().filter(condition -> takes(")")).map(condition -> variables -> condition.of(variables).map(holds -> !holds));
            }
            if (takes("(")) {
                return either().filter(condition -> takes(")"));
            }
            return takes("list", "contains", "(", "[") ? listed() : compared();
        }

        private Optional<Condition> listed() {
            var texts = new HashSet<String>();
            do {
                if (at == tokens.size() || !tokens.get(at).startsWith("\"")) {
                    return Optional.empty();
                }
                texts.add((String) literal(tokens.get(at++)));
            } while (takes(","));
            return takes("]", ",") ? name().filter(name -> takes(")")).map(name -> variables -> known(variables, name).flatMap(value -> in(texts, true).of(value.value()))) : Optional.empty();
        }

        private Optional<Condition> compared() {
            var name = name();
            boolean same = takes("=");
            if (name.isEmpty() || !same && !takes("!=") || at == tokens.size() || !LITERAL.matcher(tokens.get(at)).matches()) {
                return Optional.empty();
            }
            var literal = literal(tokens.get(at++));
            return Optional.of(variables -> known(variables, name.get()).flatMap(value -> equal(value.value(), literal)).map(equal -> equal == same));
        }

        /** Whether a value is that of a literal; of another kind only null can be compared. */
        private static Optional<Boolean> equal(Object value, Object literal) {
            if (value == null || literal == null) {
                return value instanceof LocalDateTime ? Optional.empty() : Optional.of(value == literal);
            }
            return value.getClass() == literal.getClass() ? Optional.of(value.equals(literal)) : Optional.empty();
        }

        private Optional<String> name() {
            boolean named = at < tokens.size() && NAMED.matcher(tokens.get(at)).matches() && !WORDS.contains(tokens.get(at));
            return named ? Optional.of(tokens.get(at++)) : Optional.empty();
        }

        private boolean takes(String... next) {
            boolean there = tokens.size() - at >= next.length && tokens.subList(at, at + next.length).equals(List.of(next));
            at += there ? next.length : 0;
            return there;
        }
    }
}
