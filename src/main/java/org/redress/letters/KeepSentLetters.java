package org.redress.letters;

import java.util.List;
import java.util.Map;
import org.redress.attachments.OwnFiles;
import org.redress.casefile.AttachmentView;
import org.redress.casefile.CaseFiles;
import org.redress.casefile.CaseSummary;
import org.redress.casefile.Dates;
import org.redress.casefile.LetterView;
import org.redress.casefile.LetterWatch;
import org.redress.casefile.Parties;
import org.redress.documents.Documents;
import org.redress.documents.Format;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** Makes the document of each letter that is recorded as sent, in the same transaction, and keeps it unchanged as an attachment of the case (LGS-14, DAT-04). */
@Component
class KeepSentLetters implements LetterWatch {
    /** With whom a letter of a kind may be shared that says why something is kept from somebody. */
    private static final Map<String, String> WITHHELD = Map.of("section-32-3-notice", "withheld");

    private final LetterDocuments letters;
    private final OwnFiles files;
    private final CaseFiles cases;
    private final Parties parties;
    private final boolean kept;

    KeepSentLetters(@Lazy LetterDocuments letters, OwnFiles files, @Lazy CaseFiles cases, Parties parties, @Value("${redress.letters.kept}") boolean kept) {
        this.letters = letters;
        this.files = files;
        this.cases = cases;
        this.parties = parties;
        this.kept = kept;
    }

    @Override
    public void sent(CaseSummary file, long id, LetterView letter) {
        if (!kept) {
            return;
        }
        int number = 0;
        for (var document : letters.documents(file, letter, letter.ofConfidentialDraft() ? "Confidential draft: not for publication" : null)) {
            number++;
            var words = LetterKind.of(letter.kind()).map(LetterKind::words).orElse(letter.kind());
            var name = words.replaceAll("[,’].*", "") + " of " + Dates.inFull(letter.sentOn()) + (number > 1 ? " (" + number + ")" : "") + ".pdf";
            files.keep(file.reference(), name, marking(file, letter), letter.sentOn(), id, Documents.write(document, Format.PDF), Documents.data(document))
                    .ifPresent(attachment -> cases.record(file.reference(), letter.sentOn(), CaseFiles.PRODUCT, "Letter kept as it was sent",
                            "Attachment " + attachment.number() + ", SHA-256 " + attachment.sha256(), List.of()));
        }
    }

    private String marking(CaseSummary file, LetterView letter) {
        if (WITHHELD.containsKey(letter.kind())) {
            return WITHHELD.get(letter.kind());
        }
        return letter.ofConfidentialDraft() ? AttachmentView.NOT_YET : letter.to().equals(parties.addressees(file.reference()).names()) ? "complainant" : "council";
    }
}
