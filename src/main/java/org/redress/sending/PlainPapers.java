package org.redress.sending;

import java.util.List;
import java.util.Optional;
import org.redress.casefile.CaseSummary;
import org.redress.casefile.Dates;
import org.redress.casefile.LetterView;
import org.redress.council.Councils;
import org.redress.council.Profile;
import org.redress.documents.Block;
import org.redress.documents.Document;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** A letter of its text alone, with who it is from, to whom, its day and our reference. */
@Component
@Order(Ordered.LOWEST_PRECEDENCE)
class PlainPapers implements Papers {
    private final Councils councils;

    PlainPapers(Councils councils) {
        this.councils = councils;
    }

    @Override
    public Optional<Document> of(CaseSummary file, LetterView letter, List<String> addressee) {
        var from = councils.find(file.council()).map(Profile::name).orElse(file.council());
        var reference = "Our reference: " + file.reference();
        return Optional.of(Document.titled("Your complaint " + file.reference(), from, letter.sentOn()).reference(reference).with(new Block.Addressee(addressee))
                .paragraph(Dates.inFull(letter.sentOn()) + "\n" + reference).paragraph(letter.text()).end());
    }
}
