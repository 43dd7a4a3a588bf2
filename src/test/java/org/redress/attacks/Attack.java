package org.redress.attacks;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Something that must not work: who tries what, by which way in, how it is answered, and what the log says of it.
 *
 * @param notes what the lines of the log say, one for each that is expected; none if none is
 */
record Attack(String id, List<Person> people, String what, String way, Set<Integer> answers, List<String> notes, Function<Scene, Stream<Answer>> attempt) {
    private static final String WEBAPPS = "/camunda/api/engine/engine/default";
    private static final String REST = "/engine-rest";

    /** A call of the engine, over the webapps and over REST. */
    static Attack engine(String id, List<Person> people, String what, String method, String path, String body, int... answers) {
        return new Attack(id, people, what, "webapps, REST", set(answers), List.of(), scene -> people.stream().flatMap(person -> Stream.of(
                scene.asBrowser(person, method, WEBAPPS + path, body), scene.asProgram(person, method, REST + path, body))));
    }

    /** A call of the engine by which each of them takes something for themselves. */
    static Attack themselves(String id, List<Person> people, String what, String path, int... answers) {
        return new Attack(id, people, what, "webapps, REST", set(answers), List.of(), scene -> people.stream().flatMap(person ->
                engine(id, person, what, "POST", path, "{\"userId\": \"" + person.id + "\"}", answers).attempt().apply(scene)));
    }

    /** A call of the engine that is closed, however its path ends: the engine takes one with a slash at its end for the same. */
    static Attack closed(String id, List<Person> people, String what, String method, String path, String body, int... answers) {
        return new Attack(id, people, what, "webapps, REST", set(answers), List.of(), scene -> Stream.of(path, path + "/").flatMap(one ->
                engine(id, people, what, method, one, body, answers).attempt().apply(scene)));
    }

    static Attack engine(String id, Person person, String what, String method, String path, String body, int... answers) {
        return engine(id, List.of(person), what, method, path, body, answers);
    }

    /** Answers by their fields, as a body for the engine; yes and no as such, all else as text. */
    static String answers(Object... answers) {
        var fields = new ArrayList<String>();
        for (int i = 0; i < answers.length; i += 2) {
            fields.add(answers[i + 1] instanceof Boolean yes ? "\"%s\": {\"value\": %s, \"type\": \"Boolean\"}".formatted(answers[i], yes)
                    : "\"%s\": {\"value\": \"%s\", \"type\": \"String\"}".formatted(answers[i], answers[i + 1]));
        }
        return "{\"variables\": {" + String.join(", ", fields) + "}}";
    }

    /** Sends a start form with these answers. */
    static Attack start(String id, List<Person> people, String what, String process, String answers, int... outcomes) {
        return engine(id, people, what, "POST", "/process-definition/key/" + process + "/submit-form", answers, outcomes);
    }

    /** Sends a task's form with these answers. */
    static Attack submit(String id, List<Person> people, String what, String task, String answers, int... outcomes) {
        return engine(id, people, what, "POST", "/task/{" + task + "}/submit-form", answers, outcomes);
    }

    /** A request of a browser. */
    static Attack page(String id, List<Person> people, String what, String method, String path, String body, int... answers) {
        return new Attack(id, people, what, "browser", set(answers), List.of(),
                scene -> people.stream().map(person -> scene.asBrowser(person, method, path, body)));
    }

    static Attack page(String id, Person person, String what, String method, String path, String body, int... answers) {
        return page(id, List.of(person), what, method, path, body, answers);
    }

    /** A change through our own API, with the token of the page. */
    static Attack change(String id, List<Person> people, String what, String method, String path, String body, int... answers) {
        return new Attack(id, people, what, "browser", set(answers), List.of(), scene -> people.stream().map(person -> scene.change(person, method, path, body)));
    }

    /** Anything else. */
    static Attack other(String id, Person person, String what, String way, Function<Scene, Stream<Answer>> attempt, int... answers) {
        return new Attack(id, List.of(person), what, way, set(answers), List.of(), attempt);
    }

    /** The same attack, and the guard notes who it was, each time. */
    Attack noted() {
        return noted(people.stream().filter(person -> person.id != null).map(person -> " to " + person.id + ".")
                .flatMap(line -> Stream.generate(() -> line).limit(way.split(", ").length)).toArray(String[]::new));
    }

    /** The same attack, and the log says this. */
    Attack noted(String... lines) {
        return new Attack(id, people, what, way, answers, List.of(lines), attempt);
    }

    String who() {
        if (people.equals(Person.EVERYBODY)) {
            return "everybody";
        }
        return people.equals(Person.OTHERS) ? "others" : people.stream().map(person -> person.title).collect(Collectors.joining(", "));
    }

    /** The row of the table for what came of it, and whether the record of changes says that it was tried. */
    String row(List<Answer> given, boolean recorded) {
        var outcomes = given.stream().map(Answer::outcome).collect(Collectors.toCollection(TreeSet::new)).stream()
                .map(outcome -> outcome == Answer.NOTHING ? "nothing" : String.valueOf(outcome)).collect(Collectors.joining(", "));
        return "| %s | %s | %s | %s | %s | denied%s%s |".formatted(id, who(), what, way, outcomes, notes.isEmpty() ? "" : ", noted", recorded ? ", recorded" : "");
    }

    /** The name of the test. */
    @Override
    public String toString() {
        return id + " " + who() + " cannot " + what;
    }

    private static Set<Integer> set(int... answers) {
        return IntStream.of(answers).boxed().collect(Collectors.toSet());
    }
}
