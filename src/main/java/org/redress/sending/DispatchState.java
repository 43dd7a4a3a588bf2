package org.redress.sending;

import java.util.Locale;

/** How a dispatch stands. */
public enum DispatchState {
    /** It will be tried, at once or later. */
    WAITING("waits to be sent"),
    /** It is being tried, or whoever tried it stopped in the middle. */
    ATTEMPTING("is being sent"),
    /** The channel has taken it over. */
    ACCEPTED("sent"),
    /** The channel says that it arrived. */
    DELIVERED("arrived"),
    /** It did not go out, or came back. */
    FAILED("did not arrive"),
    /** Nobody knows whether it went out; a person decides. */
    MAY_HAVE_GONE_OUT("may have gone out"),
    /** The step was done in another way, or is over. */
    CALLED_OFF("called off");

    private final String words;

    DispatchState(String words) {
        this.words = words;
    }

    /** The value in rows, metrics and variables, for example {@code may-have-gone-out}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The state as people read it. */
    public String words() {
        return words;
    }

    /** Whether the channel has it: it counts as sent. */
    public boolean sent() {
        return this == ACCEPTED || this == DELIVERED;
    }
}
