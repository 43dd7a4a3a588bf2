package org.redress.letters;

import java.util.Optional;
import org.redress.casefile.CaseFiles;
import org.redress.casefile.LetterView;
import org.redress.documents.Block;
import org.redress.documents.Document;
import org.redress.documents.Documents;
import org.redress.sending.Paper;
import org.redress.sending.Papers;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What leaves by e-mail is the whole letter, with the parts that the law wants in it (CORP-32), without anybody's address: several people may get it. */
@Component
class PaperOfLetters implements Papers {
    private final LetterDocuments letters;
    private final CaseFiles cases;

    PaperOfLetters(@Lazy LetterDocuments letters, @Lazy CaseFiles cases) {
        this.letters = letters;
        this.cases = cases;
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<Paper> of(String reference, LetterView letter) {
        return letters.documents(cases.get(reference), letter, null).stream().findFirst()
                // the printed letter is kept when it has gone out, so there is no attachment of it yet
                .map(document -> new Paper("Your complaint " + reference, Documents.text(withoutAddress(document)), null));
    }

    /** An e-mail has its own day, and several people may get it: the address and the line with the day and the reference below it stay away. */
    private static Document withoutAddress(Document document) {
        var blocks = document.blocks();
        int head = !blocks.isEmpty() && blocks.get(0) instanceof Block.Addressee ? 2 : 0;
        return new Document(document.title(), document.from(), document.dated(), document.language(), document.marking(), document.reference(), blocks.subList(head, blocks.size()));
    }

    @Override
    public byte[] pdf(String reference, int attachment) {
        throw new IllegalStateException("No letter of " + reference + " is an attachment before it has gone out.");
    }
}
