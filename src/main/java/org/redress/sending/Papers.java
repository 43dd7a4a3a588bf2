package org.redress.sending;

import java.util.Optional;
import org.redress.casefile.LetterView;

/** Letters as they go out, where somebody has written one from a template and keeps it with its case. */
public interface Papers {
    /**
     * The letter as it goes out; none, and its text alone goes.
     *
     * @param letter as the file will have it
     */
    Optional<Paper> of(String reference, LetterView letter);

    /** The bytes of an attachment that is a letter as it is printed; what is there is what was approved. */
    byte[] pdf(String reference, int attachment);
}
