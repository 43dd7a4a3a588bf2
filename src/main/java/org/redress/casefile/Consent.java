package org.redress.casefile;

import java.time.LocalDate;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Whether the person for whom somebody speaks agrees to it (ACC-02, CHD-72, LGA-06).
 *
 * @param ground why no consent is needed, a row of the table "consent-ground"
 * @param askedOn the day on which they were asked, {@code settledOn} the day of their answer
 */
public record Consent(State state, @Nullable String ground, @Nullable LocalDate askedOn, @Nullable LocalDate settledOn) {
    /** How it stands. */
    public enum State {
        MISSING("not asked yet"),
        ASKED("asked"),
        GIVEN("given"),
        REFUSED("refused"),
        NOT_NEEDED("not needed"),
        DROPPED("not asked for any more");

        private final String words;

        State(String words) {
            this.words = words;
        }

        /** The value in forms, scripts and data, for example {@code not-needed}. */
        public String code() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        /** The state as people read it. */
        public String words() {
            return words;
        }
    }

    /** Nobody has asked yet. */
    public static final Consent MISSING = new Consent(State.MISSING, null, null, null);

    /** The person was asked on a day. */
    public static Consent asked(LocalDate on) {
        return new Consent(State.ASKED, null, on, null);
    }

    /** The person agreed on a day; the day of asking stays. */
    public Consent given(LocalDate on) {
        return new Consent(State.GIVEN, null, askedOn, on);
    }

    /** The person refused, or took their consent back. */
    public Consent refused(LocalDate on) {
        return new Consent(State.REFUSED, null, askedOn, on);
    }

    /** The rules ask for none. */
    public Consent notNeeded(String because, LocalDate on) {
        return new Consent(State.NOT_NEEDED, because, askedOn, on);
    }

    /** Nobody waits for it any more; it was not given. */
    public Consent dropped(LocalDate on) {
        return new Consent(State.DROPPED, null, askedOn, on);
    }

    /** Whether what is about the person may go to who speaks for them. */
    public boolean holds() {
        return state == State.GIVEN || state == State.NOT_NEEDED;
    }

    /** How it stands, with its day: "asked on Mon 1 Jun 2026". */
    public String text() {
        var day = state == State.ASKED ? askedOn : settledOn;
        return day == null ? state.words() : state.words() + (state == State.NOT_NEEDED ? "" : " on " + Dates.text(day));
    }
}
