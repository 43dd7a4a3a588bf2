package org.redress.sending;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.redress.casefile.Dates;

/**
 * A letter that the product sends to one person of a case.
 *
 * @param sending the number of the first of those that were confirmed together
 * @param form the form of the step that is done when it is sent; {@code task} and {@code instance} where it is done, {@code title} what it is called
 * @param letter the kind of letter, {@code party} the number of the person, {@code name} and {@code address} as they were when it was confirmed
 * @param ourReference what the channel knows it by; {@code provider} by what it calls it itself
 * @param unsure whether nobody knows if it went out, and its channel is asked
 * @param by how it is sent, in words, {@code channelCode} as a value
 * @param answers what was answered in the step, until it is done
 * @param sha256 of the file that went out
 * @param acceptedOn the day on which the channel took it over: the day on which it counts as sent
 * @param recorded whether the step was done with it, or a person was told why not
 * @param because why it stands as it does, a sentence
 */
public record DispatchView(
        long id,
        String reference,
        int number,
        int sending,
        String form,
        String task,
        String instance,
        String title,
        String letter,
        int party,
        String name,
        String by,
        String channelCode,
        @Nullable String answers,
        String address,
        String confirmedBy,
        LocalDateTime confirmedAt,
        DispatchState state,
        String ourReference,
        @Nullable String provider,
        boolean unsure,
        @Nullable String sha256,
        int attempts,
        @Nullable LocalDateTime acceptedAt,
        @Nullable LocalDate acceptedOn,
        boolean recorded,
        @Nullable String because) {

    /** By what it is sent. */
    SendingBy channel() {
        return SendingBy.of(channelCode).orElseThrow();
    }

    /** How it stands, as people read it: "waits to be sent", "sent on Mon 1 Jun 2026". */
    public String standing() {
        return switch (state) {
            case WAITING -> unsure ? "may have gone out, and GOV.UK Notify is asked" : state.words();
            case ACCEPTED -> state.words() + " on " + Dates.text(Objects.requireNonNull(acceptedOn));
            case FAILED -> acceptedAt == null ? "did not go out" : state.words();
            default -> state.words();
        };
    }

    /** Whether nothing is to be done with it any more: it was sent, or called off. */
    public boolean through() {
        return state == DispatchState.CALLED_OFF || state.sent();
    }

    /** Whether it stands still until a person sees to it. */
    public boolean needsSomebody() {
        return state == DispatchState.FAILED || state == DispatchState.MAY_HAVE_GONE_OUT || recorded && state.sent() && because != null;
    }

    /** Nothing of it may stand in a log. */
    @Override
    public String toString() {
        return "Dispatch " + number + " of " + reference + " (" + state.code() + ")";
    }
}
