package org.redress.attacks;

import java.net.http.HttpResponse;
import java.util.Set;
import java.util.regex.Pattern;

/** What came back: how, and everything in it, headers and all. */
record Answer(int status, String body, String headers) {
    /** Stands for an answer that has nothing in it, such as an empty list. */
    static final int NOTHING = 0;

    private static final Set<String> EMPTY = Set.of("[]", "{}", "{\"count\":0}");

    /** Classes, files of sources, lines of a stack trace, tables and statements. */
    private static final Pattern INSIDE = Pattern.compile("org\\.(camunda|redress|springframework|apache|h2|hibernate|glassfish)\\b|\\bjava[x.]?\\.[a-z]+\\."
            + "|com\\.(fasterxml|zaxxer)|\\bat [a-z]+\\.|\\.java:\\d|Caused by|ACT_(RU|RE|HI|ID|GE)_|\\bjdbc:|(?i)\\bselect .* from\\b");

    static Answer of(HttpResponse<String> response) {
        return new Answer(response.statusCode(), response.body(), response.headers().map().toString());
    }

    /** From the bytes of a connection; of several answers the first. */
    static Answer of(String received) {
        var parts = received.split("\r\n\r\n", 2);
        return new Answer(Integer.parseInt(received.substring(9, 12)), parts.length > 1 ? parts[1] : "", parts[0]);
    }

    /** The status, or that there was nothing in it. */
    int outcome() {
        return status == 200 && EMPTY.contains(body.strip()) ? NOTHING : status;
    }

    /** Whether it tells of the inside. */
    boolean tells() {
        return INSIDE.matcher(body).find() || INSIDE.matcher(headers).find();
    }
}
