package org.redress.reading;

import java.util.Comparator;
import java.util.List;

/**
 * What a file says: of an e-mail, the part of it that says most.
 *
 * @param name of the part that was read
 * @param notes what was left out of the file, in sentences
 */
public record ReadFile(String name, String text, Decision decision, List<String> notes) {
    private static final int OF_A_REFERENCE = 5;

    public ReadFile {
        notes = List.copyOf(notes);
    }

    /** Reads the parts of a file, and takes the one that looks most like a decision. */
    static ReadFile of(Extracted extracted) {
        return extracted.parts().stream().map(part -> new ReadFile(part.name(), part.text(), DecisionReader.read(part.text()), extracted.notes())).max(Comparator.comparingInt(ReadFile::weight))
                .orElseThrow(() -> new NotReadable("There is no text in it."));
    }

    private int weight() {
        return (decision.references().isEmpty() ? 0 : OF_A_REFERENCE) + (decision.decidedOn() == null ? 0 : OF_A_REFERENCE) + (decision.outcome() == null ? 0 : OF_A_REFERENCE) + decision.actions().size()
                + decision.recommended().size() + decision.issues().size();
    }
}
