package org.redress.casefile;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** A letter: kind (a slug), to whom, text, how, sent on and, where it is known, received on. */
public record LetterView(
        int stage,
        String kind,
        String to,
        String text,
        @Nullable String channel,
        LocalDate sentOn,
        @Nullable LocalDate receivedOn) {}
