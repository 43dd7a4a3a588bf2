package org.redress.gate;

import java.util.List;
import org.redress.casefile.LetterView;
import org.redress.gate.FromRecord.Asking;

/** A letter whose words are written in one step and that goes out in a later one: between the two, somebody approves it as it goes out. */
public interface WrittenLetter {
    /** The form in which its words are written, and their field. */
    String form();

    String field();

    /** As it would go out today with these words, that of the case itself first: one letter for each file and side that gets one. */
    List<Going> going(Asking asking, String words);

    /** A letter for the file of a case. */
    record Going(String reference, LetterView letter) {
        /** Nothing of it may stand in a log. */
        @Override
        public String toString() {
            return "Letter of " + reference;
        }
    }
}
