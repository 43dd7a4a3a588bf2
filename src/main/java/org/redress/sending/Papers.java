package org.redress.sending;

import java.util.List;
import java.util.Optional;
import org.redress.casefile.CaseSummary;
import org.redress.casefile.LetterView;
import org.redress.documents.Document;

/** Letters as they go out, where there is more to one than its text: a template of its kind with what the law wants in it. */
public interface Papers {
    /**
     * The letter as it goes to one person; none, and its text alone goes.
     *
     * @param letter as the file will have it
     * @param addressee name and address, line by line
     */
    Optional<Document> of(CaseSummary file, LetterView letter, List<String> addressee);
}
