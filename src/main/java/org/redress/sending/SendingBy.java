package org.redress.sending;

import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** By what the product sends a letter. */
enum SendingBy {
    EMAIL("redress-email", "email", "by e-mail"),
    NOTIFY_EMAIL("notify-email", "email", "by e-mail through GOV.UK Notify"),
    NOTIFY_LETTER("notify-letter", "letter", "by post through GOV.UK Notify");

    private final String code;
    private final String asLetter;
    private final String words;

    SendingBy(String code, String asLetter, String words) {
        this.code = code;
        this.asLetter = asLetter;
        this.words = words;
    }

    /** The value in forms, scripts and rows. */
    String code() {
        return code;
    }

    /** What the file of the case says of how the letter was sent, as if it had been sent by hand. */
    String asLetter() {
        return asLetter;
    }

    /** As people read it: "by e-mail". */
    String words() {
        return words;
    }

    /** Whether its channel knows our references, and says later what became of a letter. */
    boolean asks() {
        return this != EMAIL;
    }

    /** Whether it goes to an e-mail address. */
    boolean electronic() {
        return asLetter.equals("email");
    }

    static Optional<SendingBy> of(@Nullable Object code) {
        return Arrays.stream(values()).filter(by -> by.code.equals(code)).findFirst();
    }
}
