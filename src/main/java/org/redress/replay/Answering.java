package org.redress.replay;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.redress.gate.FormField;
import org.redress.replay.CaseScript.Kind;
import org.redress.replay.CaseScript.Step;

/**
 * Understands a step in the words of the models and forms: a task by its name however its apostrophe is written, a choice by code or
 * label, a box by true or yes. What no form asks or offers is refused with its line, before anything is played; what a script says
 * must be turned down is left as it is.
 */
final class Answering {
    private static final String ASSESS_ISSUE = "Assess issue";
    private static final Set<String> OF_THE_PRODUCT = Set.of("confirmed", "submissionKey");
    /** What a form asked once and does not any more, and what is asked instead: a script from before is played without it, and says so. */
    private static final Map<String, String> GONE = Map.of("Answer issue.remedyBy", "it is not asked any more, each promised action has a day of its own");
    /** Subjects of the procedures where the time for complaining counts from when the grounds arose. */
    private static final Set<String> STATUTORY = Set.of("child-in-need", "care-and-supervision", "adoption", "special-guardianship");
    private static final String NOT_SAID = "not said; it is asked of every upheld issue";
    private static final Map<String, Boolean> WORDS = Map.of("yes", true, "no", false, "true", true, "false", false, "on", true, "off", false);

    private final Vocabulary vocabulary;
    private final Step step;

    private Answering(Vocabulary vocabulary, Step step) {
        this.vocabulary = vocabulary;
        this.step = step;
    }

    static Step understood(Vocabulary vocabulary, Step step) {
        return step.kind() == Kind.NOTE ? step : new Answering(vocabulary, step).step();
    }

    /**
     * Where no step assesses an issue by itself, as in scripts from before issues were assessed one by one, the facts of the complaint
     * are those of each of its issues, and the steps that say so are marked as assumed.
     */
    static List<Step> issueByIssue(List<Step> steps) {
        if (steps.stream().anyMatch(step -> step.name().equals(ASSESS_ISSUE))) {
            return List.copyOf(steps);
        }
        return steps.stream().flatMap(step -> Stream.concat(Stream.of(step), step.name().equals("Assess jurisdiction") && step.turnedDown() == null ? eachOf(step) : Stream.of())).toList();
    }

    private static Stream<Step> eachOf(Step assessed) {
        long issues = String.valueOf(assessed.answers().getOrDefault("issues", "")).lines().filter(line -> !line.isBlank()).count();
        return IntStream.rangeClosed(1, (int) issues).mapToObj(number -> new Step(assessed.line(), assessed.on(), assessed.kind(), ASSESS_ISSUE, assessed.as(), Map.of("issueNumber", number),
                Map.of("issueFacts", "complaint"), Map.of("step", "part of the assessment before; the script does not tell it issue by issue"), Map.of(), CaseScript.InSource.PLAIN, null, false,
                assessed.lines()));
    }

    private Step step() {
        var name = name();
        var fields = vocabulary.fields(name);
        var answers = new LinkedHashMap<String, Object>();
        var written = new LinkedHashMap<>(step.written());
        step.answers().forEach((key, value) -> {
            var field = fields.get(key);
            var instead = GONE.get(name + "." + key);
            if (field == null && step.turnedDown() == null && instead != null) {
                written.putIfAbsent(key, value + "; " + instead);
                return;
            }
            if (field == null && step.turnedDown() == null && !OF_THE_PRODUCT.contains(key)) {
                var near = Vocabulary.nearest(key, fields.keySet());
                var asking = vocabulary.asking(key).stream().map(other -> "\"" + other + "\"").collect(Collectors.joining(" and "));
                throw refused("answers/" + key, "\"" + key + "\" is not asked by \"" + name + "\""
                        + (near != null ? "; \"" + near + "\" is." : ", which asks for " + String.join(", ", fields.keySet()) + "."
                                + (asking.isEmpty() ? "" : " It is asked by " + asking + ".")));
            }
            answers.put(key, field == null ? value : answer(field, value));
        });
        if (step.turnedDown() == null) {
            askedSince(name, answers, written);
        }
        return step.with(name, answers, written);
    }

    /** What forms ask since and few sources tell: played with what says least, and the step says so. */
    private static void askedSince(String name, Map<String, Object> answers, Map<String, String> written) {
        if (name.equals("Answer issue") && Set.of("upheld", "partly-upheld").contains(answers.getOrDefault("finding", ""))) {
            if (answers.putIfAbsent("cause", "other") == null) {
                written.putIfAbsent("cause", NOT_SAID);
            }
            if (answers.putIfAbsent("lesson", "Not said by the source.") == null) {
                written.putIfAbsent("lesson", NOT_SAID);
            }
        }
        boolean statutory = STATUTORY.contains(answers.getOrDefault("subject", "")) || Boolean.TRUE.equals(answers.get("voluntaryStatutory"));
        if (name.equals("Assess complaint") && statutory && answers.containsKey("knewOn") && answers.putIfAbsent("aroseOn", answers.get("knewOn")) == null) {
            written.putIfAbsent("aroseOn", "not said; the day of knowing is taken");
        }
    }

    private String name() {
        boolean start = step.kind() == Kind.START;
        var names = start ? vocabulary.starts() : vocabulary.tasks();
        if (names.contains(step.name())) {
            return step.name();
        }
        return names.stream().filter(name -> Vocabulary.same(name, step.name())).findFirst().orElseThrow(() -> {
            var near = Vocabulary.nearest(step.name(), names);
            return refused(start ? "start" : "task", (start ? "there is no process \"" : "no model has a task \"") + step.name() + "\""
                    + (near != null ? "; \"" + near + "\" is near it." : start ? "; there are " + String.join(", ", names) + "."
                    : "; write its name as in Tasklist, such as \"Assess complaint\"."));
        });
    }

    private Object answer(FormField field, Object value) {
        return switch (field.type()) {
            case "text" -> value.toString();
            case "box" -> box(field, value);
            case "choice" -> choice(field, value);
            default -> value;
        };
    }

    private Object box(FormField field, Object value) {
        var word = WORDS.get(value.toString().strip().toLowerCase(java.util.Locale.ROOT));
        if (word == null && step.turnedDown() == null) {
            throw refused("answers/" + field.key(), "\"" + field.key() + "\" is a box, true or false, not " + value + ".");
        }
        return word == null ? value : word;
    }

    private Object choice(FormField field, Object value) {
        var options = field.options();
        var text = value instanceof Boolean yes && options.containsKey(yes ? "yes" : "no") ? yes ? "yes" : "no" : value.toString();
        if (options.isEmpty() || options.containsKey(text) || text.isBlank()) {
            return text;
        }
        var coded = options.entrySet().stream().filter(option -> Vocabulary.same(option.getValue(), text) || Vocabulary.same(option.getKey(), text)).findFirst();
        if (coded.isEmpty() && step.turnedDown() == null) {
            throw refused("answers/" + field.key(), "\"" + field.key() + "\" is one of "
                    + options.entrySet().stream().map(option -> option.getKey() + " (" + option.getValue() + ")").collect(Collectors.joining(", ")) + ", not " + text + ".");
        }
        return coded.map(Map.Entry::getKey).orElse(text);
    }

    private ScriptRefused refused(String where, String why) {
        return new ScriptRefused(step.lines().getOrDefault(where, step.line()), why);
    }
}
