package org.redress.models;

import camundajar.impl.fastparse.Parsed;
import camundajar.impl.scala.Product;
import camundajar.impl.scala.Tuple2;
import camundajar.impl.scala.collection.Iterable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.camunda.feel.impl.parser.FeelParser;
import org.camunda.feel.syntaxtree.ArithmeticNegation;
import org.camunda.feel.syntaxtree.Comparison;
import org.camunda.feel.syntaxtree.Conjunction;
import org.camunda.feel.syntaxtree.ConstBool;
import org.camunda.feel.syntaxtree.ConstDate;
import org.camunda.feel.syntaxtree.ConstDateTime;
import org.camunda.feel.syntaxtree.ConstDayTimeDuration;
import org.camunda.feel.syntaxtree.ConstList;
import org.camunda.feel.syntaxtree.ConstLocalDateTime;
import org.camunda.feel.syntaxtree.ConstLocalTime;
import org.camunda.feel.syntaxtree.ConstNumber;
import org.camunda.feel.syntaxtree.ConstRange;
import org.camunda.feel.syntaxtree.ConstString;
import org.camunda.feel.syntaxtree.ConstTime;
import org.camunda.feel.syntaxtree.ConstYearMonthDuration;
import org.camunda.feel.syntaxtree.Disjunction;
import org.camunda.feel.syntaxtree.Equal;
import org.camunda.feel.syntaxtree.EveryItem;
import org.camunda.feel.syntaxtree.Exp;
import org.camunda.feel.syntaxtree.Exponentiation;
import org.camunda.feel.syntaxtree.Filter;
import org.camunda.feel.syntaxtree.For;
import org.camunda.feel.syntaxtree.FunctionDefinition;
import org.camunda.feel.syntaxtree.FunctionInvocation;
import org.camunda.feel.syntaxtree.In;
import org.camunda.feel.syntaxtree.InputEqualTo;
import org.camunda.feel.syntaxtree.InputGreaterOrEqual;
import org.camunda.feel.syntaxtree.InputGreaterThan;
import org.camunda.feel.syntaxtree.InputInRange;
import org.camunda.feel.syntaxtree.InputLessOrEqual;
import org.camunda.feel.syntaxtree.InputLessThan;
import org.camunda.feel.syntaxtree.InstanceOf;
import org.camunda.feel.syntaxtree.IterationContext;
import org.camunda.feel.syntaxtree.JavaFunctionInvocation;
import org.camunda.feel.syntaxtree.NamedFunctionParameters;
import org.camunda.feel.syntaxtree.Not;
import org.camunda.feel.syntaxtree.PositionalFunctionParameters;
import org.camunda.feel.syntaxtree.QualifiedFunctionInvocation;
import org.camunda.feel.syntaxtree.Ref;
import org.camunda.feel.syntaxtree.SomeItem;
import org.camunda.feel.syntaxtree.UnaryTestExpression;
import org.jspecify.annotations.NullUnmarked;
import org.jspecify.annotations.Nullable;

/**
 * Reads FEEL with the engine's own parser and says what in it could not mean what its writer meant. Nothing is computed here: what is
 * too long or too deep is not even read.
 */
@NullUnmarked
final class Feel {
    static final int LONGEST = 500;
    /** Reading takes more than twice as long for twice the length: the squares of all lengths; the product needs a tenth. */
    private static final long MOST_WORK = 2_000_000;
    /** A list of texts is only read, whatever its length; a longer one is a table of its own. */
    static final int LONGEST_LIST = 10_000;
    static final int DEEPEST = 10;

    private static final String TEXT = "\"[^\"\\\\]*\"";
    // possessive, because a long list would need as many steps back
    private static final Pattern PLAIN = Pattern.compile(TEXT + "(?: *, *" + TEXT + ")*+");
    private static final Pattern ONE_TEXT = Pattern.compile("\"([^\"]*)\"");
    private static final Pattern ANY_TEXT = Pattern.compile("\"(?:[^\"\\\\]|\\\\.)*+\"");
    private static final Pattern WORDS_WITHIN = Pattern.compile("\\b(?:if|for|some|every|function|in|between|instance)\\b");
    private static final Pattern SIGNS = Pattern.compile("-\\s*-\\s*-");
    private static final Pattern BARE_DAY = Pattern.compile("\\b(\\d{4})-(\\d{1,2})-(\\d{1,2})\\b");
    private static final Pattern OTHER_DAY = Pattern.compile("\\b\\d{1,2}[/.]\\d{1,2}[/.]\\d{2,4}\\b|\\b\\d{1,2} (?:January|February|March|April|May|June|July|August|September|October|November|December)\\b.*");
    private static final Pattern CODE = Pattern.compile("[A-Za-z][A-Za-z0-9]*(?:[- ][A-Za-z0-9]+)*");
    private static final Pattern WRITTEN_DAY = Pattern.compile("\\b(date and time|date|time|duration|years and months duration)\\s*\\(\\s*(\"[^\"]*\")\\s*\\)|@\\s*(\"[^\"]*\")");

    private static final Set<String> FUNCTIONS = Set.of("not", "date", "time", "date and time", "duration", "years and months duration", "list contains", "contains",
            "starts with", "ends with", "string length", "upper case", "lower case", "string", "number", "count", "min", "max", "sum", "abs", "floor", "ceiling",
            "is defined", "get or else", "day of week", "day of year", "month of year", "last day of month", "all", "any", "before", "after", "odd", "even", "modulo", "decimal");
    private static final Map<String, Type> RESULTS = Map.ofEntries(Map.entry("date", Type.DAY), Map.entry("time", Type.TIME), Map.entry("date and time", Type.MOMENT),
            Map.entry("duration", Type.PERIOD), Map.entry("years and months duration", Type.PERIOD), Map.entry("not", Type.YES_NO), Map.entry("list contains", Type.YES_NO),
            Map.entry("contains", Type.YES_NO), Map.entry("starts with", Type.YES_NO), Map.entry("ends with", Type.YES_NO), Map.entry("is defined", Type.YES_NO),
            Map.entry("all", Type.YES_NO), Map.entry("any", Type.YES_NO), Map.entry("before", Type.YES_NO), Map.entry("after", Type.YES_NO), Map.entry("odd", Type.YES_NO),
            Map.entry("even", Type.YES_NO), Map.entry("string length", Type.NUMBER), Map.entry("number", Type.NUMBER), Map.entry("count", Type.NUMBER),
            Map.entry("sum", Type.NUMBER), Map.entry("abs", Type.NUMBER), Map.entry("floor", Type.NUMBER), Map.entry("ceiling", Type.NUMBER),
            Map.entry("modulo", Type.NUMBER), Map.entry("decimal", Type.NUMBER), Map.entry("day of year", Type.NUMBER), Map.entry("upper case", Type.TEXT),
            Map.entry("lower case", Type.TEXT), Map.entry("string", Type.TEXT), Map.entry("day of week", Type.TEXT), Map.entry("month of year", Type.TEXT));

    /** What a value is, as far as it can be told without computing it. */
    enum Type {
        TEXT("a text"), NUMBER("a number"), YES_NO("true or false"), DAY("a day"), MOMENT("a moment"), MOMENT_OF_A_ZONE("a moment with a time zone"), TIME("a time"),
        PERIOD("a period"), LIST("a list"), NOTHING("null"), UNKNOWN("anything");

        private final String words;

        Type(String words) {
            this.words = words;
        }

        String words() {
            return words;
        }

        boolean known() {
            return this != NOTHING && this != UNKNOWN;
        }
    }

    /** What is wrong, and the rule that says so. */
    record Fault(String rule, String why) {}

    /**
     * Where something is written.
     *
     * @param input what the cell's column asks about; null where there is none
     * @param names what a name is, none if nothing gives it
     * @param unknown why a name is not known
     */
    record Place(@Nullable Type input, Function<String, Optional<Type>> names, Function<String, String> unknown) {}

    /** What was read of a text: what it is, which texts it compares a name with, and what is wrong. */
    record Read(Type type, List<Compared> compared, List<Fault> faults) {}

    /** A name and a text that it is compared with. */
    record Compared(String name, String text) {}

    private static final Read NOTHING_WRONG = new Read(Type.NOTHING, List.of(), List.of());
    private static final Read ONE = new Read(Type.TEXT, List.of(), List.of());

    private record Written(boolean test, String text) {}

    private final Map<Written, Optional<Exp>> read = new HashMap<>();
    private long work;

    /** How many different texts were read with the engine's parser. */
    int different() {
        return read.size();
    }

    /** The texts of a cell that lists texts and nothing else, which is answered without FEEL; none if it holds anything else. */
    static Optional<List<String>> texts(String cell) {
        return cell.startsWith("\"") && cell.length() <= LONGEST_LIST && PLAIN.matcher(cell).matches() ? Optional.of(ONE_TEXT.matcher(cell).results().map(text -> text.group(1)).toList()) : Optional.empty();
    }

    /** Whether a cell of an input is for whatever stands there. */
    static boolean any(String cell) {
        return cell.isEmpty() || cell.equals("-");
    }

    /** Reads a cell of an input. */
    Read test(String text, Place place) {
        if (any(text)) {
            return NOTHING_WRONG;
        }
        var texts = texts(text);
        if (texts.isPresent()) {
            var faults = new ArrayList<Fault>();
            new Walk(place, text, faults).compare(place.input(), Type.TEXT, texts.get().get(0));
            return new Read(Type.TEXT, List.of(), faults);
        }
        return read(new Written(true, text), place);
    }

    /** Reads what gives a value: the expression of an input, a cell of an output, a condition. */
    Read value(String text, Place place) {
        if (text.isEmpty()) {
            return NOTHING_WRONG;
        }
        if (texts(text).filter(texts -> texts.size() == 1).isPresent()) {
            return ONE;
        }
        return read(new Written(false, text), place);
    }

    private static Optional<Fault> tooMuch(String text) {
        if (text.length() > LONGEST) {
            return Optional.of(new Fault("feel-size", "has " + text.length() + " characters, and " + LONGEST + " are read, of a list of texts " + LONGEST_LIST
                    + "; divide it into rows or columns"));
        }
        var bare = withoutTexts(text);
        int deep = 0;
        int deepest = 0;
        for (char c : bare.toCharArray()) {
            deep += "([{".indexOf(c) >= 0 ? 1 : ")]}".indexOf(c) >= 0 ? -1 : 0;
            deepest = Math.max(deepest, deep);
        }
        return deepest <= DEEPEST && WORDS_WITHIN.matcher(bare).results().count() <= DEEPEST && !SIGNS.matcher(bare).find() ? Optional.empty()
                : Optional.of(new Fault("feel-size", "has more than " + DEEPEST + " brackets or steps within each other; write it as rows of a table"));
    }

    private static String withoutTexts(String text) {
        return ANY_TEXT.matcher(text).replaceAll("\"\"");
    }

    private Read read(Written written, Place place) {
        var tooMuch = tooMuch(written.text());
        if (tooMuch.isPresent()) {
            return new Read(Type.UNKNOWN, List.of(), List.of(tooMuch.get()));
        }
        var faults = new ArrayList<Fault>();
        var walk = new Walk(place, written.text(), faults);
        days(written.text(), place, faults);
        if (!faults.isEmpty()) {
            return new Read(Type.UNKNOWN, List.of(), faults);
        }
        if (!read.containsKey(written) && (work += (long) written.text().length() * written.text().length()) > MOST_WORK) {
            return new Read(Type.UNKNOWN, List.of(), List.of(new Fault("feel-size", "is one too many: all cells and conditions together would take too long to read; "
                    + "write shorter ones, or the same ones again")));
        }
        var tree = read.computeIfAbsent(written, Feel::parse);
        if (tree.isEmpty()) {
            faults.add(new Fault("feel-read", quoted(written.text(), "cannot be read")));
            return new Read(Type.UNKNOWN, List.of(), faults);
        }
        var type = walk.type(tree.get());
        return new Read(type, List.copyOf(walk.compared), List.copyOf(faults));
    }

    private static Optional<Exp> parse(Written written) {
        Parsed<Exp> parsed = written.test() ? FeelParser.parseUnaryTests(written.text()) : FeelParser.parseExpression(written.text());
        return parsed.isSuccess() ? Optional.of(parsed.get().value()) : Optional.empty();
    }

    /** With how to write it, where a text was meant. */
    private static String quoted(String text, String why) {
        var bare = text.replaceAll("^[\"'“”‘’]+|[\"'“”‘’]+$", "");
        return CODE.matcher(bare).matches() ? why + "; a text stands in quotation marks: \"" + bare + "\""
                : why + "; write for example \"a text\", \"one\", \"another\", not(\"a text\"), true, 3, >= 3, [1..3] or >= date and time(\"2026-04-01T00:00:00\")";
    }

    /** Days as people write them: what is not in quotation marks is subtracted or divided, what cannot be read is null. */
    private static void days(String text, Place place, List<Fault> faults) {
        var bare = withoutTexts(text);
        var iso = BARE_DAY.matcher(bare);
        if (iso.find()) {
            var day = "%s-%2s-%2s".formatted(iso.group(1), iso.group(2), iso.group(3)).replace(' ', '0');
            faults.add(new Fault("feel-days", "holds " + iso.group() + ", which is read as a subtraction; write " + written(place.input(), day)));
        } else if (OTHER_DAY.matcher(bare).find()) {
            faults.add(new Fault("feel-days", "holds a day that is not read as one; write " + written(place.input(), "2026-04-01")));
        }
        var written = WRITTEN_DAY.matcher(text);
        while (written.find()) {
            boolean read = parse(new Written(false, written.group())).filter(tree -> !"ConstNull".equals(String.valueOf(tree))).isPresent();
            if (!read) {
                var kind = written.group(1) == null ? "date" : written.group(1);
                faults.add(new Fault("feel-days", "holds " + written.group() + ", which cannot be read and would be null; write " + switch (kind) {
                    case "date and time" -> "date and time(\"2026-04-01T00:00:00\")";
                    case "time" -> "time(\"16:30:00\")";
                    case "date" -> "date(\"2026-04-01\")";
                    default -> "duration(\"P3M\")";
                }));
            }
        }
    }

    private static String written(@Nullable Type asked, String day) {
        return asked == Type.MOMENT ? "date and time(\"" + day + "T00:00:00\")" : "date(\"" + day + "\")";
    }

    /** One walk through what was read. */
    private static final class Walk {
        private final Place place;
        private final String text;
        private final List<Fault> faults;
        private final Set<String> local = new HashSet<>();
        private final List<Compared> compared = new ArrayList<>();
        private @Nullable Type input;
        private int repetitions;

        Walk(Place place, String text, List<Fault> faults) {
            this.place = place;
            this.text = text;
            this.faults = faults;
            this.input = place.input();
        }

        private Type type(Object node) {
            if (node instanceof Exp exp) {
                return ofExpression(exp);
            }
            all(node);
            return Type.UNKNOWN;
        }

        /** Whatever is in a node that says nothing of its type. */
        private void all(Object node) {
            if (node instanceof NamedFunctionParameters named) {
                named.params().values().foreach(value -> type(value));
            } else if (node instanceof Iterable<?> several) {
                several.foreach(one -> type(one));
            } else if (node instanceof Product product) {
                product.productIterator().foreach(part -> type(part));
            }
        }

        private Type ofExpression(Exp exp) {
            var constant = constant(exp);
            if (constant.isPresent()) {
                return constant.get();
            }
            if (exp instanceof Ref ref) {
                return name(ref.names().head());
            }
            if ("ConstInputValue".equals(exp.toString())) {
                if (input == null) {
                    faults.add(new Fault("feel-read", "asks with ? for the column's input; write its name"));
                }
                return input == null ? Type.UNKNOWN : input;
            }
            if (exp instanceof FunctionInvocation call) {
                return function(call);
            }
            if (exp instanceof Comparison comparison) {
                return comparison(comparison);
            }
            if (exp instanceof UnaryTestExpression test) {
                return cell(test.exp());
            }
            if (exp instanceof InputEqualTo equal) {
                return compare(input, type(equal.x()), example(equal.x()));
            }
            if (exp instanceof InputInRange range) {
                return range(range.range());
            }
            if (exp instanceof Conjunction || exp instanceof Disjunction) {
                return joined((Product) exp);
            }
            if (exp instanceof ArithmeticNegation negation) {
                return type(negation.x());
            }
            if (exp instanceof Not not) {
                type(not.x());
                return Type.YES_NO;
            }
            return ofOther(exp);
        }

        private Type ofOther(Exp exp) {
            if (exp instanceof InputLessThan || exp instanceof InputLessOrEqual || exp instanceof InputGreaterThan || exp instanceof InputGreaterOrEqual) {
                var than = (Exp) ((Product) exp).productElement(0);
                return ordered(input, type(than), example(than));
            }
            if (exp instanceof In in) {
                var before = input;
                input = type(in.x());
                type(in.test());
                input = before;
                return Type.YES_NO;
            }
            if (exp instanceof For || exp instanceof SomeItem || exp instanceof EveryItem || exp instanceof Filter) {
                return repeated((Product) exp);
            }
            if (exp instanceof IterationContext) {
                refused("counts through numbers");
            } else if (exp instanceof Exponentiation) {
                refused("raises to a power");
            } else if (exp instanceof FunctionDefinition || exp instanceof JavaFunctionInvocation || exp instanceof QualifiedFunctionInvocation) {
                refused("defines or calls a function of its own");
            } else {
                all(exp);
            }
            return exp instanceof InstanceOf ? Type.YES_NO : Type.UNKNOWN;
        }

        private void refused(String what) {
            faults.add(new Fault("feel-functions", what + "; let a step of the product work it out, or write it as rows"));
        }

        private static Optional<Type> constant(Exp exp) {
            if (exp instanceof ConstString) {
                return Optional.of(Type.TEXT);
            }
            if (exp instanceof ConstNumber) {
                return Optional.of(Type.NUMBER);
            }
            if (exp instanceof ConstBool) {
                return Optional.of(Type.YES_NO);
            }
            if (exp instanceof ConstDate) {
                return Optional.of(Type.DAY);
            }
            if (exp instanceof ConstLocalDateTime || exp instanceof ConstDateTime) {
                return Optional.of(exp instanceof ConstDateTime ? Type.MOMENT_OF_A_ZONE : Type.MOMENT);
            }
            if (exp instanceof ConstLocalTime || exp instanceof ConstTime) {
                return Optional.of(Type.TIME);
            }
            if (exp instanceof ConstYearMonthDuration || exp instanceof ConstDayTimeDuration) {
                return Optional.of(Type.PERIOD);
            }
            return "ConstNull".equals(exp.toString()) ? Optional.of(Type.NOTHING) : Optional.empty();
        }

        private Type name(String name) {
            if (local.contains(name)) {
                return Type.UNKNOWN;
            }
            var known = place.names().apply(name);
            if (known.isEmpty()) {
                var meant = CODE.matcher(text).matches() ? "; a text stands in quotation marks: \"" + text + "\"" : "";
                var fault = new Fault("feel-names", place.unknown().apply(name) + meant);
                if (!faults.contains(fault)) {
                    faults.add(fault);
                }
            }
            return known.orElse(Type.UNKNOWN);
        }

        private Type function(FunctionInvocation call) {
            if (Set.of("now", "today").contains(call.function())) {
                faults.add(new Fault("feel-functions", "asks the clock of the machine with " + call.function() + "(); let the case hand over the day"));
            } else if (!FUNCTIONS.contains(call.function())) {
                faults.add(new Fault("feel-functions", "calls " + call.function() + ", which is not among the functions of tables and conditions: "
                        + String.join(", ", FUNCTIONS.stream().sorted().toList())));
            }
            listed(call);
            all(call.params());
            return RESULTS.getOrDefault(call.function(), Type.UNKNOWN);
        }

        /** list contains(["a", "b"], name) compares the name with each text. */
        private void listed(FunctionInvocation call) {
            if (call.function().equals("list contains") && call.params() instanceof PositionalFunctionParameters given
                    && given.params().size() == 2 && given.params().apply(0) instanceof ConstList list && given.params().apply(1) instanceof Ref ref) {
                list.items().foreach(item -> item instanceof ConstString one && compared.add(new Compared(ref.names().head(), one.value())));
            }
        }

        private Type comparison(Comparison comparison) {
            var one = type(comparison.x());
            var other = type(comparison.y());
            if (comparison instanceof Equal) {
                if (comparison.x() instanceof Ref ref && comparison.y() instanceof ConstString constant) {
                    compared.add(new Compared(ref.names().head(), constant.value()));
                }
                return compare(one, other, example(comparison.y()));
            }
            return ordered(one, other, example(comparison.y()));
        }

        /** What stands in a cell without a sign before it: a value that the input equals, or a condition. */
        private Type cell(Exp exp) {
            var type = type(exp);
            if (exp.toString().contains("ConstInputValue")) {
                if (type.known() && type != Type.YES_NO) {
                    faults.add(new Fault("feel-types", "gives " + type.words + " with ?, where a cell says yes or no; write for example ? > 3"));
                }
                return Type.YES_NO;
            }
            boolean condition = type == Type.YES_NO && constant(exp).isEmpty() && !(exp instanceof Ref);
            return condition || type == Type.LIST ? Type.YES_NO : compare(input, type, example(exp));
        }

        private Type range(ConstRange range) {
            var ends = new ArrayList<Exp>();
            List.of(range.start(), range.end()).forEach(end -> {
                if (end instanceof Product product && product.productArity() == 1 && product.productElement(0) instanceof Exp exp) {
                    ends.add(exp);
                    ordered(input, type(exp), example(exp));
                }
            });
            if (ends.size() == 2 && ends.get(0) instanceof ConstNumber from && ends.get(1) instanceof ConstNumber to && from.value().$greater(to.value())) {
                faults.add(new Fault("rows-apply", "lets nothing in, because " + from.value() + " is more than " + to.value() + "; write the smaller number first"));
            }
            return Type.YES_NO;
        }

        private Type joined(Product joined) {
            for (int i = 0; i < 2; i++) {
                var type = type(joined.productElement(i));
                if (type.known() && type != Type.YES_NO) {
                    faults.add(new Fault("feel-types", "joins " + type.words + " with and, or; list what may stand there with commas: \"one\", \"another\""));
                }
            }
            return Type.YES_NO;
        }

        private Type repeated(Product repeated) {
            if (++repetitions > 1) {
                refused("goes through a list within a list");
            }
            if (repeated instanceof Filter) {
                local.add("item");
            } else {
                ((Iterable<?>) repeated.productElement(0)).foreach(iterator -> iterator instanceof Tuple2<?, ?> each && local.add(String.valueOf(each._1())));
            }
            all(repeated);
            return repeated instanceof SomeItem || repeated instanceof EveryItem ? Type.YES_NO : Type.UNKNOWN;
        }

        private static String example(Exp exp) {
            return exp instanceof ConstDate day ? day.value().toString() : exp instanceof ConstLocalDateTime moment ? moment.value().toLocalDate().toString()
                    : exp instanceof ConstString one ? one.value() : exp instanceof ConstNumber number ? number.value().toString()
                    : exp instanceof ConstBool yes ? String.valueOf(yes.value()) : "";
        }

        private Type compare(@Nullable Type one, Type other, String example) {
            if (one == null) {
                faults.add(new Fault("feel-read", "compares without saying what; write for example name = \"text\""));
            } else if (one.known() && other.known() && one != other && one != Type.LIST && other != Type.LIST) {
                faults.add(new Fault("feel-types", "compares " + one.words + " with " + other.words + ", which never agree" + way(one, other, example)));
            }
            return Type.YES_NO;
        }

        private Type ordered(@Nullable Type one, Type other, String example) {
            if (one == Type.YES_NO || other == Type.YES_NO || one == Type.TEXT && other == Type.TEXT) {
                faults.add(new Fault("feel-types", "asks which is more of texts or of true and false; write the ones that are meant, with commas between them"));
                return Type.YES_NO;
            }
            return compare(one, other, example);
        }

        private static String way(Type one, Type other, String example) {
            return switch (one) {
                case MOMENT -> other == Type.MOMENT_OF_A_ZONE ? "; write it without the zone" : "; write date and time(\"" + day(example) + "T00:00:00\")";
                case DAY -> "; write date(\"" + day(example) + "\")";
                case TEXT -> example.isEmpty() ? "" : "; write it in quotation marks: \"" + example + "\"";
                case NUMBER, YES_NO -> "; write " + (one == Type.NUMBER ? example.matches("\\d+") ? example : "a number" : "true or false") + " without quotation marks";
                default -> "";
            };
        }

        private static String day(String example) {
            return example.matches("\\d{4}-\\d\\d-\\d\\d.*") ? example.substring(0, 10) : "2026-04-01";
        }
    }
}
