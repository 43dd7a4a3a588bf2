package org.redress.letters;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.redress.attachments.MadeFiles;
import org.redress.casefile.AttachmentView;
import org.redress.casefile.CaseFiles;
import org.redress.casefile.CaseSummary;
import org.redress.casefile.Dates;
import org.redress.casefile.LetterView;
import org.redress.casefile.LetterWatch;
import org.redress.casefile.Parties;
import org.redress.casefile.PartyView;
import org.redress.documents.Document;
import org.redress.documents.Documents;
import org.redress.documents.Format;
import org.redress.gate.StepWatch;
import org.redress.gate.Submission;
import org.redress.letters.LetterDocuments.Paper;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/**
 * Makes the document of each letter that is recorded as sent, in the same transaction, and keeps it unchanged as an attachment of the case (LGS-14, DAT-04). One that was approved is
 * what was approved; whoever sends any other is shown the whole of it before, and confirms that they have read it.
 */
@Component
class KeepSentLetters implements LetterWatch, StepWatch {
    /** With whom a letter of a kind may be shared that says why something is kept from somebody. */
    private static final Map<String, String> WITHHELD = Map.of("section-32-3-notice", "withheld");
    /** The code of a letter that was read: this, the day that stood on it, and the digest of what it said. */
    private static final String READ = "letter-";
    private static final int DAY = "20260601".length();
    private static final int DIGITS = 16;

    private final Papers papers;
    private final MadeFiles files;
    private final CaseFiles cases;
    private final Parties parties;
    private final LettersMade made;
    /** The step that is done on this thread. */
    private final ThreadLocal<@Nullable Step> step = new ThreadLocal<>();

    KeepSentLetters(Papers papers, MadeFiles files, @Lazy CaseFiles cases, Parties parties, LettersMade made) {
        this.papers = papers;
        this.files = files;
        this.cases = cases;
        this.parties = parties;
        this.made = made;
    }

    /** A step, with what is to be read in it, and what is doubtful. */
    private record Step(Submission submission, List<ToRead> toRead, List<String> doubts) {}

    private record ToRead(String code, String sentence, String letter) {
        /** Nothing of it may stand in a log. */
        @Override
        public String toString() {
            return "Letter";
        }
    }

    @Override
    public void begins(Submission submission) {
        step.set(new Step(submission, new ArrayList<>(), new ArrayList<>()));
    }

    @Override
    public void looks(Submission submission) {
        var done = step.get();
        step.remove();
        if (done != null) {
            done.doubts().stream().distinct().forEach(doubt -> submission.askBack("printed-otherwise", doubt));
            done.toRead().forEach(letter -> submission.askToRead(letter.code(), letter.sentence(), letter.letter()));
        }
    }

    @Override
    public void sent(CaseSummary file, long id, LetterView letter) {
        if (!made.here()) {
            return;
        }
        var going = papers.going(file, letter);
        var documents = going.letter().documents();
        var now = step.get();
        if (made.areRead() && !going.approved() && now != null && !documents.isEmpty()) {
            now.toRead().add(toRead(now.submission(), file, letter, documents));
        }
        if (going.doubt() != null && now != null) {
            now.doubts().add(going.doubt());
        }
        keep(file, id, letter, going.letter().papers());
        papers.used(file, letter, going);
    }

    /** The code that was given, if the letter as it was on the day that stood on it is the letter that goes now; else a new one. */
    private ToRead toRead(Submission submission, CaseSummary file, LetterView letter, List<Document> documents) {
        var code = submission.codes(READ).filter(given -> day(given).map(day -> code(day, papers.now(file, letter, day))).filter(given::equals).isPresent()).findFirst()
                .orElseGet(() -> code(documents.get(0).dated(), documents));
        return new ToRead(code, "Read the letter (" + words(letter).toLowerCase(java.util.Locale.ROOT) + ") as it goes out, with its standard parts.",
                papers.words(submission.user(), submission.caseReference().orElse(file.reference()), file, documents).collect(Collectors.joining("\n\n\n")));
    }

    private static String code(LocalDate day, List<Document> documents) {
        return READ + DateTimeFormatter.BASIC_ISO_DATE.format(day) + "-"
                + Papers.sha256(documents.stream().map(Documents::data).collect(Collectors.joining("\n"))).substring(0, DIGITS);
    }

    private static Optional<LocalDate> day(String code) {
        try {
            return code.length() < READ.length() + DAY ? Optional.empty() : Optional.of(LocalDate.parse(code.substring(READ.length(), READ.length() + DAY), DateTimeFormatter.BASIC_ISO_DATE));
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    private void keep(CaseSummary file, long id, LetterView letter, List<Paper> papers) {
        int number = 0;
        for (var paper : papers) {
            number++;
            var name = words(letter).replaceAll("[,’].*", "") + " of " + Dates.inFull(letter.sentOn()) + (number > 1 ? " (" + number + ")" : "") + ".pdf";
            files.keepSent(file.reference(), name, marking(file, letter, paper), letter.sentOn(), id, Documents.write(paper.document(), Format.PDF), Documents.data(paper.document()))
                    .ifPresent(attachment -> cases.record(file.reference(), letter.sentOn(), CaseFiles.PRODUCT, "Letter kept as it was sent",
                            "Attachment " + attachment.number() + ", SHA-256 " + attachment.sha256(), List.of()));
        }
    }

    private static String words(LetterView letter) {
        return LetterKind.of(letter.kind()).map(LetterKind::words).orElse(letter.kind());
    }

    /** Who may read it: all who complain, those of them who got this paper and no others, or the council (DAT-02, DAT-04). */
    private String marking(CaseSummary file, LetterView letter, Paper paper) {
        if (WITHHELD.containsKey(letter.kind())) {
            return WITHHELD.get(letter.kind());
        }
        if (letter.ofConfidentialDraft()) {
            return AttachmentView.NOT_YET;
        }
        if (paper.people().isEmpty()) {
            return "council";
        }
        var everybody = parties.addressees(file.reference()).to().stream().map(PartyView::number).toList();
        return paper.people().containsAll(everybody) ? "complainant" : AttachmentView.onlyFor(paper.people());
    }
}
