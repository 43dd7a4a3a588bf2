package org.redress.casefile;

import java.util.Arrays;
import java.util.Locale;

/** How an Ombudsman ended a complaint, as its letter says and the annual letter counts it (rule book 3.3). */
public enum OmbudsmanOutcome {
    UPHELD("Upheld"),
    UPHELD_REMEDIED("Upheld, and the council had put it right before"),
    NOT_UPHELD("Not upheld"),
    CLOSED("Closed after initial enquiries"),
    REFERRED_BACK("Referred back for local resolution"),
    ADVICE("Advice given"),
    INVALID("Incomplete or invalid");

    private final String text;

    OmbudsmanOutcome(String text) {
        this.text = text;
    }

    /** The value in forms, scripts and data, for example {@code not-upheld}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The outcome as people read it. */
    public String text() {
        return text;
    }

    /** The outcome of a value in a form. */
    public static OmbudsmanOutcome of(String code) {
        return Arrays.stream(values()).filter(outcome -> outcome.code().equals(code)).findFirst().orElseThrow();
    }
}
