package org.redress.correction;

import java.util.List;
import org.redress.confirmation.Confirmation;

/**
 * What a correction moves.
 *
 * @param sentences one for each thing that moves, without anybody's name or words
 * @param needsSecond whether somebody else has to agree: a missed deadline turns into a met one, a legal day moves later, or money changes
 */
record Change(List<String> sentences, boolean needsSecond) {
    Change {
        sentences = List.copyOf(sentences);
    }

    /** Who has to confirm it before it is made. */
    Confirmation confirmation() {
        return new Confirmation(needsSecond ? Confirmation.By.SECOND : Confirmation.By.ASKER, sentences);
    }
}
