package org.redress.gate;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What comes around the answers to a form under keys that no form may use: the codes of what the person confirms, and what tells one submission from another. */
record Envelope(@Nullable String submissionKey, Set<String> confirmed, Map<String, @Nullable Object> answers) {
    /** The codes of what was asked back and is confirmed, separated by commas. */
    static final String CONFIRMED = "confirmed";
    /** Made with the start form, so that the same form sent twice is known again. */
    static final String SUBMISSION_KEY = "submissionKey";
    static final Set<String> KEYS = Set.of(CONFIRMED, SUBMISSION_KEY);

    private static final Pattern KEY = Pattern.compile("[A-Za-z0-9-]{16,64}");

    static Envelope open(@Nullable Map<String, Object> given) {
        var confirmed = given != null && given.get(CONFIRMED) instanceof Collection<?> several
                ? several.stream().map(String::valueOf).collect(Collectors.joining(",")) : null;
        var answers = Sent.plain(given);
        var text = answers.remove(CONFIRMED);
        var key = answers.remove(SUBMISSION_KEY);
        return new Envelope(key(key), codes(confirmed == null ? text : confirmed), answers);
    }

    private static @Nullable String key(@Nullable Object sent) {
        if (sent == null || "".equals(sent)) {
            return null;
        }
        if (!(sent instanceof String key) || !KEY.matcher(key).matches()) {
            throw new AnswersRefused(List.of("The " + SUBMISSION_KEY + " has 16 to 64 letters, digits and hyphens, made at random for each form that is opened."));
        }
        return key;
    }

    private static Set<String> codes(@Nullable Object sent) {
        if (sent != null && !(sent instanceof String)) {
            throw new AnswersRefused(List.of("What is " + CONFIRMED + " is named by its codes, separated by commas."));
        }
        return Arrays.stream(Objects.requireNonNullElse((String) sent, "").split(",")).map(String::strip).filter(code -> !code.isEmpty())
                .collect(Collectors.toUnmodifiableSet());
    }

    /** What tells these answers from all others, byte by byte; a field that was left empty is none. */
    String digest() {
        var text = new StringBuilder();
        new TreeMap<>(answers).forEach((key, value) -> {
            if (value != null && !"".equals(value)) {
                text.append(key).append('=').append(value.toString().length()).append(':').append(value).append(';');
            }
        });
        return Digest.of(text.toString());
    }
}
