package org.redress.api;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.redress.api.CaseReader.NotNoted;
import org.redress.api.CaseReader.Opened;
import org.redress.documents.Document;
import org.redress.documents.Documents;
import org.redress.documents.Format;
import org.redress.identity.Sight.Content;
import org.redress.letters.LetterDocuments;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * Letters in the forms in which people need them: copies of those that were sent, written from what was kept of them, and what is written and not sent yet, as it
 * would go out today. The letter itself as it was sent is an attachment. A letter that is not there for whoever asks is answered like one that does not exist (DAT-01).
 */
@RestController
@RequestMapping("/redress/api/cases/{reference}/letters")
class LetterController {
    private final CaseReader reader;
    private final CaseDocuments documents;
    private final KeptLetters kept;
    private final LetterDocuments letters;
    private final Clock clock;

    LetterController(CaseReader reader, CaseDocuments documents, KeptLetters kept, LetterDocuments letters, Clock clock) {
        this.reader = reader;
        this.documents = documents;
        this.kept = kept;
        this.letters = letters;
        this.clock = clock;
    }

    /** A copy of a letter that was sent, by the number of its attachment. */
    @GetMapping("/kept/{attachment}/{format}")
    ResponseEntity<byte[]> kept(@PathVariable String reference, @PathVariable int attachment, @PathVariable String format) {
        return reader.open(reference, "letter, attachment " + attachment, Content.LETTERS).flatMap(opened -> kept.of(opened).stream()
                .filter(one -> one.file().number() == attachment).findFirst()).flatMap(kept::document)
                .flatMap(document -> answer("copy of letter " + reference, document, format)).orElseGet(LetterController::none);
    }

    /** What is written in a form and not sent yet, as the whole letter that it would be. */
    @GetMapping("/draft/{form}/{format}")
    ResponseEntity<byte[]> draft(@PathVariable String reference, @PathVariable String form, @PathVariable String format) {
        return reader.open(reference, "draft of a letter", Content.DRAFTS).flatMap(opened -> documents.draft(opened, form).map(draft -> documents.asLetter(opened.file(), form, draft, LocalDate.now(clock)))
                .flatMap(letter -> letters.documents(opened.file(), letter, "Draft, not sent").stream().findFirst()))
                .flatMap(document -> answer("draft of letter " + reference, document, format)).orElseGet(LetterController::none);
    }

    private static Optional<ResponseEntity<byte[]>> answer(String name, Document document, String wanted) {
        return Stream.of(Format.values()).filter(format -> format.name().toLowerCase(Locale.ROOT).replace('_', '-').equals(wanted)).findFirst()
                .map(format -> ResponseEntity.ok().header("Content-Type", format.type()).header("X-Content-Type-Options", "nosniff").cacheControl(CacheControl.noStore())
                        .header("Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'; sandbox")
                        .header("Content-Disposition", "attachment; filename=\"" + name.replaceAll("[^A-Za-z0-9 -]", "-") + "." + format.ending() + "\"")
                        .body(Documents.write(document, format)));
    }

    private static ResponseEntity<byte[]> none() {
        return ResponseEntity.notFound().build();
    }

    @ExceptionHandler
    ResponseEntity<String> notNoted(NotNoted failed) {
        return ResponseEntity.status(503).body(NotNoted.SENTENCE);
    }
}
