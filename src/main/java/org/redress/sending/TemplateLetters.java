package org.redress.sending;

import java.util.List;
import java.util.Optional;
import org.redress.casefile.CaseSummary;
import org.redress.casefile.LetterView;
import org.redress.documents.Block;
import org.redress.documents.Document;
import org.redress.letters.LetterDocuments;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Letters of their templates, with what the law wants in them: the same that their case keeps. */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class TemplateLetters implements Papers {
    private final LetterDocuments letters;

    TemplateLetters(LetterDocuments letters) {
        this.letters = letters;
    }

    @Override
    public Optional<Document> of(CaseSummary file, LetterView letter, List<String> addressee) {
        return letters.documents(file, letter, null).stream().findFirst().map(document -> new Document(document.title(), document.from(), document.dated(), document.language(), document.marking(),
                document.reference(), document.blocks().stream().map(block -> block instanceof Block.Addressee ? new Block.Addressee(addressee) : block).toList()));
    }
}
