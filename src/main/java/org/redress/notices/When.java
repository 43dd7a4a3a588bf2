package org.redress.notices;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Whether somebody is told of a kind of notice, and how. */
public enum When {
    NEVER("Never"),
    AT_ONCE("At once"),
    DIGEST("In the morning’s digest");

    private final String title;

    When(String title) {
        this.title = title;
    }

    /** The value in forms and rows. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** As people read it. */
    public String title() {
        return title;
    }

    /** What is written like this, if it is one of them. */
    public static Optional<When> of(@Nullable String code) {
        return Arrays.stream(values()).filter(when -> when.code().equals(code)).findFirst();
    }
}
