package org.redress.api;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.redress.api.CaseReader.Opened;
import org.redress.attachments.MadeFiles;
import org.redress.casefile.AttachmentKind;
import org.redress.casefile.AttachmentView;
import org.redress.casefile.CaseAttachments;
import org.redress.casefile.CaseFiles;
import org.redress.casefile.LetterView;
import org.redress.documents.Document;
import org.redress.documents.Documents;
import org.redress.identity.Sight.Content;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The letters of a case as they were sent, for whoever has opened it and may read them (DAT-04). */
@Component
@Transactional(readOnly = true)
class KeptLetters {
    private static final Set<String> WITHHELD = Set.of("withheld", "third-party", "privileged");

    private final CaseFiles cases;
    private final CaseAttachments attachments;
    private final MadeFiles files;

    KeptLetters(CaseFiles cases, CaseAttachments attachments, MadeFiles files) {
        this.cases = cases;
        this.attachments = attachments;
        this.files = files;
    }

    /**
     * A letter as it was sent.
     *
     * @param letter its place among all letters of the case
     */
    record Kept(int letter, AttachmentView file) {}

    /** Those of a case that the reader may read, in the order in which they were kept. */
    public List<Kept> of(Opened opened) {
        if (!opened.shows(Content.LETTERS)) {
            return List.of();
        }
        var letters = places(opened.file().reference());
        return attachments.all(opened.file().reference()).stream().filter(one -> mayRead(opened, one))
                .flatMap(one -> letters.stream().filter(letter -> letter.getKey().equals(one.letter())).findFirst()
                        .filter(letter -> opened.shows(Content.CONFIDENTIAL_DRAFTS) || !letter.getValue().ofConfidentialDraft())
                        .map(letter -> new Kept(letters.indexOf(letter) + 1, one)).stream())
                .toList();
    }

    /** What such a letter was made from. */
    public Optional<Document> document(Kept kept) {
        return files.source(kept.file().id()).map(Documents::of);
    }

    /** The letters by their ids, in the order in which the case has them. */
    private List<Map.Entry<Long, LetterView>> places(String reference) {
        var letters = new ArrayList<>(cases.lettersById(reference).entrySet());
        letters.sort(Comparator.<Map.Entry<Long, LetterView>, LocalDate>comparing(one -> one.getValue().sentOn()).thenComparing(Map.Entry::getKey));
        return letters;
    }

    private static boolean mayRead(Opened opened, AttachmentView one) {
        return one.kind() == AttachmentKind.SENT && one.setAside() == null && (!WITHHELD.contains(one.marking()) || opened.shows(Content.WITHHELD_EVIDENCE));
    }
}
