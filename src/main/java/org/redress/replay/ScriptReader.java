package org.redress.replay;

import java.io.Reader;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.redress.replay.CaseScript.Expectation;
import org.redress.replay.CaseScript.ExpectedAction;
import org.redress.replay.CaseScript.ExpectedDeadline;
import org.redress.replay.CaseScript.ExpectedDecision;
import org.redress.replay.CaseScript.ExpectedExclusion;
import org.redress.replay.CaseScript.ExpectedFinding;
import org.redress.replay.CaseScript.ExpectedIntake;
import org.redress.replay.CaseScript.InSource;
import org.redress.replay.CaseScript.Kind;
import org.redress.replay.CaseScript.SourceSummary;
import org.redress.replay.CaseScript.Step;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/** Reads case scripts; whatever is wrong is refused with its line. */
public final class ScriptReader {
    static final Set<String> CASE_KEYS = Set.of("case", "council", "title", "source", "in flight on", "steps", "expect", "summary", "findings");
    static final Set<String> STEP_KEYS =
            Set.of("on", "start", "task", "note", "as", "issue", "action", "comment", "person", "answers", "assumed", "written", "turned down",
                    "as written", "cites", "names", "formal", "confirmed");
    static final Map<String, String> NUMBERS = Map.of("issue", "issueNumber", "action", "actionNumber", "comment", "commentNumber", "person", "personNumber");
    static final Set<String> EXPECT_KEYS = Set.of("deadline", "stage", "item", "due", "outcome", "decision", "reason", "on", "powers",
            "excluded", "ground", "action", "kind", "amount", "target", "intake");
    static final Set<String> SUMMARY_KEYS = Set.of("faults", "pays for");
    static final Set<String> FINDING_KEYS = Set.of("rule", "words");
    private static final Set<String> ABOUT_A_STEP = Set.of("step", "on", "as");

    private ScriptReader() {}

    static CaseScript read(Reader yaml) {
        return read(yaml, Vocabulary.councils());
    }

    /**
     * Reads a script.
     *
     * @param councils the councils that it may be about: their names by their ids
     */
    public static CaseScript read(Reader yaml, Map<String, String> councils) {
        try {
            var root = new Yaml(new SafeConstructor(new LoaderOptions())).compose(yaml);
            if (root == null) {
                throw new ScriptRefused("The script is empty.");
            }
            return script(fields(root, CASE_KEYS), councils);
        } catch (MarkedYAMLException e) {
            throw new ScriptRefused(e.getProblemMark().getLine() + 1, e.getProblem() + ".");
        } catch (YAMLException e) {
            throw new ScriptRefused("The script cannot be read as YAML in UTF-8: "
                    + String.valueOf(e.getMessage()).lines().findFirst().orElse("") + ".");
        }
    }

    private static CaseScript script(Fields fields, Map<String, String> councils) {
        var steps = new ArrayList<Step>();
        LocalDate last = LocalDate.MIN;
        for (var node : fields.list("steps")) {
            var step = Answering.understood(Vocabulary.ofTheProduct(), step(fields(node, STEP_KEYS)));
            if (step.kind() != Kind.NOTE) {
                if (step.on().isBefore(last)) {
                    throw new ScriptRefused(step.line(), "this step is of " + step.on() + ", but an earlier line is of " + last + ".");
                }
                last = step.on();
            }
            steps.add(step);
        }
        if (steps.isEmpty()) {
            throw new ScriptRefused(fields.line, "the script has no steps.");
        }
        var expectations = new ArrayList<Expectation>();
        for (var node : fields.list("expect")) {
            expectations.add(expectation(fields(node, EXPECT_KEYS)));
        }
        var findings = new ArrayList<ExpectedFinding>();
        for (var node : fields.list("findings")) {
            var f = fields(node, FINDING_KEYS);
            findings.add(new ExpectedFinding(f.line, f.text("rule"), f.text("words")));
        }
        return new CaseScript(fields.text("case"), council(fields, councils), fields.text("title"), fields.text("source"),
                inFlightOn(fields), Answering.issueByIssue(steps), List.copyOf(expectations), summary(fields),
                fields.has("findings") ? List.copyOf(findings) : null);
    }

    /** By its id or its name. */
    private static String council(Fields fields, Map<String, String> councils) {
        var written = fields.text("council");
        return councils.entrySet().stream().filter(council -> Vocabulary.same(council.getKey(), written) || Vocabulary.same(council.getValue(), written))
                .map(Map.Entry::getKey).findFirst().orElseThrow(() -> new ScriptRefused(fields.lineOf("council"), "there is no council \"" + written + "\"; there are "
                        + String.join(", ", councils.keySet()) + "."));
    }

    private static String deadline(Fields e) {
        var written = e.text("deadline");
        var known = Vocabulary.ofTheProduct().deadlines();
        if (!known.contains(written)) {
            throw new ScriptRefused(e.lineOf("deadline"), "there is no deadline \"" + written + "\"; there are " + String.join(", ", known) + ".");
        }
        return written;
    }

    /** One day, or a list of days. */
    private static List<LocalDate> inFlightOn(Fields fields) {
        if (fields.values.get("in flight on") instanceof SequenceNode) {
            return fields.days("in flight on");
        }
        return fields.has("in flight on") ? List.of(fields.date("in flight on")) : List.of();
    }

    private static @Nullable SourceSummary summary(Fields fields) {
        if (!fields.has("summary")) {
            return null;
        }
        var summary = fields(fields.values.get("summary"), SUMMARY_KEYS);
        return new SourceSummary(summary.has("faults") ? Integer.valueOf(summary.number("faults")) : null, summary.optional("pays for"));
    }

    private static Expectation expectation(Fields e) {
        var kinds = List.of("deadline", "decision", "excluded", "action", "intake").stream().filter(e::has).toList();
        if (kinds.size() != 1) {
            throw new ScriptRefused(e.line, "what is expected is one of deadline, decision, excluded, action and intake.");
        }
        return switch (kinds.get(0)) {
            case "deadline" -> new ExpectedDeadline(e.line, deadline(e), e.has("stage") ? e.number("stage") : 0,
                    e.has("item") ? Integer.valueOf(e.number("item")) : null, e.date("due"), e.text("outcome"));
            case "decision" -> new ExpectedDecision(e.line, e.text("decision"), e.text("reason"), e.date("on"), e.optional("powers"));
            case "intake" -> new ExpectedIntake(e.line, e.text("intake"), e.date("on"), e.optional("reason"));
            case "excluded" -> new ExpectedExclusion(e.line, e.number("excluded"), e.text("ground"));
            default -> new ExpectedAction(e.line, e.number("action"), e.text("kind"), e.has("amount") ? Integer.valueOf(e.number("amount")) : null,
                    e.has("due") ? e.date("due") : null, e.has("target") ? e.date("target") : null, e.text("outcome"));
        };
    }

    private static Step step(Fields fields) {
        var kinds = List.of("start", "task", "note").stream().filter(fields::has).toList();
        if (kinds.size() != 1) {
            throw new ScriptRefused(fields.line, "a step has exactly one of start, task and note.");
        }
        var kind = Kind.valueOf(kinds.get(0).toUpperCase(java.util.Locale.ROOT));
        var answers = fields.answers("answers");
        return new Step(fields.line, fields.date("on"), kind, fields.text(kinds.get(0)), fields.optional("as"),
                numbers(fields), answers,
                fields.reasons("assumed", answers.keySet()), fields.reasons("written", answers.keySet()), inSource(fields), fields.optional("turned down"), fields.yes("confirmed"),
                lines(fields));
    }

    private static Map<String, Integer> lines(Fields fields) {
        var lines = new LinkedHashMap<String, Integer>();
        fields.values.keySet().forEach(key -> lines.put(key, fields.lineOf(key)));
        if (fields.has("answers")) {
            var answers = fields(fields.values.get("answers"), Set.of());
            answers.values.keySet().forEach(key -> lines.put("answers/" + key, answers.lineOf(key)));
        }
        return lines;
    }

    private static Map<String, Integer> numbers(Fields fields) {
        var numbers = new LinkedHashMap<String, Integer>();
        NUMBERS.forEach((key, variable) -> {
            if (fields.has(key)) {
                numbers.put(variable, fields.number(key));
            }
        });
        return numbers;
    }

    private static InSource inSource(Fields fields) {
        return new InSource(fields.has("as written") ? fields.date("as written") : null,
                fields.days("cites"), fields.list("names").stream().map(ScriptReader::word).toList(),
                fields.optional("formal"));
    }

    private static String word(Node node) {
        if (!(node instanceof ScalarNode scalar)) {
            throw new ScriptRefused(node.getStartMark().getLine() + 1, "one value is expected here.");
        }
        return scalar.getValue();
    }

    private static Fields fields(Node node, Set<String> known) {
        int line = node.getStartMark().getLine() + 1;
        if (!(node instanceof MappingNode mapping)) {
            throw new ScriptRefused(line, "keys with values are expected here.");
        }
        var values = new LinkedHashMap<String, Node>();
        for (var tuple : mapping.getValue()) {
            int keyLine = tuple.getKeyNode().getStartMark().getLine() + 1;
            if (!(tuple.getKeyNode() instanceof ScalarNode scalar)) {
                throw new ScriptRefused(keyLine, "a key is one word or a few.");
            }
            var key = scalar.getValue();
            if (!known.isEmpty() && !known.contains(key)) {
                throw new ScriptRefused(keyLine, "\"" + key + "\" is not one of " + String.join(", ", known.stream().sorted().toList()) + ".");
            }
            if (values.put(key, tuple.getValueNode()) != null) {
                throw new ScriptRefused(keyLine, "\"" + key + "\" stands here twice.");
            }
        }
        return new Fields(line, values);
    }

    /** The keys and values of one place in the script. */
    private static final class Fields {
        private final int line;
        private final Map<String, Node> values;

        Fields(int line, Map<String, Node> values) {
            this.line = line;
            this.values = values;
        }

        boolean has(String key) {
            return values.containsKey(key);
        }

        String text(String key) {
            var value = optional(key);
            if (value == null || value.isBlank()) {
                throw new ScriptRefused(line, "\"" + key + "\" is missing.");
            }
            return value;
        }

        @Nullable String optional(String key) {
            var node = values.get(key);
            if (node != null && !(node instanceof ScalarNode)) {
                throw new ScriptRefused(node.getStartMark().getLine() + 1, "\"" + key + "\" is one value.");
            }
            return node == null ? null : ((ScalarNode) node).getValue();
        }

        LocalDate date(String key) {
            var text = text(key);
            try {
                return LocalDate.parse(text);
            } catch (DateTimeParseException e) {
                throw new ScriptRefused(lineOf(key), "\"" + key + "\" is a date such as 2019-08-09, not " + text + ".");
            }
        }

        List<LocalDate> days(String key) {
            var days = new ArrayList<LocalDate>();
            for (var node : list(key)) {
                var text = word(node);
                try {
                    days.add(LocalDate.parse(text));
                } catch (DateTimeParseException e) {
                    throw new ScriptRefused(node.getStartMark().getLine() + 1, "\"" + key + "\" is a list of dates such as 2019-08-09, not " + text + ".");
                }
            }
            return days;
        }

        int number(String key) {
            var text = text(key);
            if (!text.matches("\\d{1,9}")) {
                throw new ScriptRefused(lineOf(key), "\"" + key + "\" is a whole number, not " + text + ".");
            }
            return Integer.parseInt(text);
        }

        boolean yes(String key) {
            var text = optional(key);
            if (text != null && !List.of("true", "false", "yes", "no").contains(text)) {
                throw new ScriptRefused(lineOf(key), "\"" + key + "\" is true or false, not " + text + ".");
            }
            return "true".equals(text) || "yes".equals(text);
        }

        List<Node> list(String key) {
            var node = values.get(key);
            if (node == null) {
                return List.of();
            }
            if (!(node instanceof SequenceNode sequence)) {
                throw new ScriptRefused(node.getStartMark().getLine() + 1, "\"" + key + "\" is a list.");
            }
            return sequence.getValue();
        }

        /** Answers as Tasklist sends them: texts, whole numbers, and true or false. */
        Map<String, Object> answers(String key) {
            var answers = new LinkedHashMap<String, Object>();
            if (has(key)) {
                fields(values.get(key), Set.of()).values.forEach((name, node) -> answers.put(name, answer(node)));
            }
            return answers;
        }

        /** Reasons by what they are about: the whole step, its day, its person, or one of its answers. */
        Map<String, String> reasons(String key, Set<String> answers) {
            var reasons = new LinkedHashMap<String, String>();
            if (has(key)) {
                var about = fields(values.get(key), Set.of());
                about.values.keySet().forEach(what -> {
                    if (!ABOUT_A_STEP.contains(what) && !answers.contains(what)) {
                        throw new ScriptRefused(about.lineOf(what), "\"" + what + "\" is neither an answer of this step nor one of "
                                + String.join(", ", ABOUT_A_STEP.stream().sorted().toList()) + ".");
                    }
                    reasons.put(what, about.text(what));
                });
            }
            return reasons;
        }

        private int lineOf(String key) {
            return values.get(key).getStartMark().getLine() + 1;
        }

        /** Only the words true and false are a yes or a no; the words yes and no are what some lists offer. */
        private static Object answer(Node node) {
            if (!(node instanceof ScalarNode scalar)) {
                throw new ScriptRefused(node.getStartMark().getLine() + 1, "an answer is one value.");
            }
            if (!scalar.isPlain()) {
                return scalar.getValue();
            }
            return switch (scalar.getValue()) {
                case "true" -> Boolean.TRUE;
                case "false" -> Boolean.FALSE;
                default -> scalar.getValue().matches("\\d{1,9}") ? (Object) Integer.valueOf(scalar.getValue()) : scalar.getValue();
            };
        }
    }
}
