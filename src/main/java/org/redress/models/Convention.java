package org.redress.models;

import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Stream;

/** Makes rules that look at one kind of thing in every file: what it looks at, and what is wrong with one of them. They are advice unless said otherwise. */
final class Convention {
    private Convention() {}

    static <E> Rule model(String id, String sentence, Function<BpmnFile, Stream<? extends E>> subjects, BiFunction<BpmnFile, E, Stream<Finding>> faults) {
        return of(id, Rule.About.WRITING, sentence, Models::drawn, subjects, faults);
    }

    static <E> Rule drawing(String id, String sentence, Function<Drawing, Stream<? extends E>> subjects, BiFunction<Drawing, E, Stream<Finding>> faults) {
        return of(id, Rule.About.DRAWING, sentence, Models::drawings, subjects, faults);
    }

    static <E> Rule table(String id, String sentence, Function<DmnFile, Stream<? extends E>> subjects, BiFunction<DmnFile, E, Stream<Finding>> faults) {
        return of(id, Rule.About.ROWS, sentence, Models::decided, subjects, faults);
    }

    static <E> Rule form(String id, String sentence, Function<FormFile, Stream<? extends E>> subjects, BiFunction<FormFile, E, Stream<Finding>> faults) {
        return of(id, Rule.About.FIELDS, sentence, Models::forms, subjects, faults);
    }

    private static <F, E> Rule of(String id, Rule.About about, String sentence, Function<Models, Stream<F>> files, Function<F, Stream<? extends E>> subjects,
            BiFunction<F, E, Stream<Finding>> faults) {
        return new Rule(id, about, Rule.Weight.ADVICE, sentence, models -> files.apply(models).flatMap(subjects),
                models -> files.apply(models).flatMap(file -> subjects.apply(file).flatMap(subject -> faults.apply(file, subject))).map(finding -> finding.under(id)));
    }

    static Stream<Finding> unless(boolean right, Finding fault) {
        return right ? Stream.empty() : Stream.of(fault);
    }
}
