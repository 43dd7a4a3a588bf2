package org.redress.quality;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A person's label: a title and one letter, such as Mrs X, or a letter alone, as a child has (LGS-21). */
record Label(@Nullable String title, String letter) {
    private static final String TITLES = "(Mr|Mrs|Ms|Miss|Mx|Dr)";
    private static final Pattern LABEL = Pattern.compile("(?:" + TITLES + "\\.? )?(\\p{Lu})");
    /** What follows must not make the letter an initial or the beginning of a surname: Mr J Smith, Mr J. R. Smith, Mr D'Souza. */
    private static final Pattern IN_A_TEXT = Pattern.compile("\\b(?:" + TITLES + "\\.? (?:and|&) )?" + TITLES
            + "\\.?[ \\u00a0](\\p{Lu})(?![\\p{L}\\p{N}&/])(?!\\.?[ \\u00a0]?\\p{Lu}(?:\\p{L}|\\.|[ \\u00a0]\\p{Lu}))(?!['’]\\p{Lu})(?![-–]\\p{L})");

    static Optional<Label> of(String text) {
        var matcher = LABEL.matcher(text.strip());
        return matcher.matches() ? Optional.of(new Label(matcher.group(1), matcher.group(2))) : Optional.empty();
    }

    /** The people whom an ordinary text names by title and letter. A letter alone is no name there: it may be any word. */
    static List<String> in(@Nullable String text) {
        var found = new ArrayList<String>();
        var matcher = IN_A_TEXT.matcher(text == null ? "" : text);
        while (matcher.find()) {
            if (matcher.group(1) != null) {
                found.add(matcher.group(1) + " " + matcher.group(3));
            }
            found.add(matcher.group(2) + " " + matcher.group(3));
        }
        return found;
    }
}
