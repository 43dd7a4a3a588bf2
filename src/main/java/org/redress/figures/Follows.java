package org.redress.figures;

import java.util.Arrays;
import java.util.Optional;

/** Whether a council follows a provision of the Code: who does not has to say why, and what will be done (CORP-01). */
enum Follows {
    YES("Yes"), PARTLY("Partly"), NO("No");

    private final String text;

    Follows(String text) {
        this.text = text;
    }

    String text() {
        return text;
    }

    /** As it is kept and sent. */
    String code() {
        return text.toLowerCase(java.util.Locale.ROOT);
    }

    static Optional<Follows> of(String code) {
        return Arrays.stream(values()).filter(one -> one.code().equals(code)).findFirst();
    }
}
