package org.redress.casefile;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Which answers of a case were put right by which, and what counts in the end. */
final class Versions {
    private final Map<@Nullable Long, Answer> byCorrected = new HashMap<>();

    Versions(List<Entry> chronology) {
        chronology.stream().flatMap(entry -> entry.answers().stream()).filter(answer -> answer.corrects() != null)
                .forEach(answer -> byCorrected.put(answer.corrects(), answer));
    }

    /** The version of an answer that counts: itself, if nothing put it right. */
    Answer right(Answer answer) {
        var right = answer;
        for (var next = byCorrected.get(right.id()); next != null; next = byCorrected.get(right.id())) {
            right = next;
        }
        return right;
    }
}
