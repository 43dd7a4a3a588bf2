package org.redress.letters;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.redress.casefile.CannotBeKept;
import org.redress.casefile.CaseRestrictions;
import org.redress.casefile.CaseSummary;
import org.redress.casefile.Dates;
import org.redress.casefile.LetterView;
import org.redress.casefile.ProofView;
import org.redress.casefile.ProofView.Because;
import org.redress.casefile.Proofs;
import org.redress.documents.Block;
import org.redress.documents.Document;
import org.redress.documents.Documents;
import org.redress.identity.Sight;
import org.redress.letters.LetterDocuments.AsItIs;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/**
 * Letters as they go out, held against their proofs: a letter that was approved goes out as it was approved, and one that was printed as it was printed, whatever has become of the
 * record between. Only what follows from the day on which it is sent may differ from what was approved (CORP-26, LGS-12).
 */
@Component
class Papers {
    private static final String AGAIN = " Give it back in this step, with the reason: it is then written and approved again.";

    private final LetterDocuments letters;
    private final Proofs proofs;
    private final CaseRestrictions restricted;
    private final Sight sight;

    Papers(@Lazy LetterDocuments letters, @Lazy Proofs proofs, @Lazy CaseRestrictions restricted, @Lazy Sight sight) {
        this.letters = letters;
        this.proofs = proofs;
        this.restricted = restricted;
        this.sight = sight;
    }

    /**
     * Whether a letter of a file is shown to somebody who does a step of a case: one of another case that is restricted only to those who may read that one (DAT-01), any other to whoever may
     * do the step, since it goes out with it.
     */
    boolean isShown(String person, String doing, CaseSummary file) {
        return file.reference().equals(doing) || restricted.since(file.reference()).isEmpty() || sight.sees(person, file.council(), file.reference());
    }

    /** The words of a letter of a file for somebody who does a step of a case; where it is not shown, it is only said that there is one. */
    Stream<String> words(String person, String doing, CaseSummary file, List<Document> documents) {
        return isShown(person, doing, file) ? documents.stream().map(Documents::words).distinct() : Stream.of("The same for " + file.reference() + ", which is restricted.");
    }

    /**
     * One letter as it goes out.
     *
     * @param used the proofs with which it does
     * @param doubt what speaks against its being the letter that was printed, a sentence; nothing where nothing does
     */
    record Going(AsItIs letter, boolean approved, List<ProofView> used, @Nullable String doubt) {
        /** Nothing of it may stand in a log. */
        @Override
        public String toString() {
            return "Going";
        }
    }

    /**
     * A letter that goes out now, once for each address.
     *
     * @throws CannotBeKept with a sentence that says what has changed, if it is not what was approved or printed, or what the law wants in it and is not there
     */
    Going going(CaseSummary file, LetterView letter) {
        var is = letters.asItIs(file, letter);
        var used = new ArrayList<>(approval(file, letter).map(proof -> matching(proof, before(file, letter, proof.dated(), is))).orElse(List.of()));
        boolean approved = !used.isEmpty();
        if (!approved) {
            refuseIncomplete(is);
        }
        var printed = printed(file, letter);
        if (printed.isEmpty()) {
            return new Going(is, approved, List.copyOf(used), null);
        }
        var day = printed.get().dated();
        var then = before(file, letter, day, is);
        if (!now(file, letter, day).equals(then)) {
            return new Going(is, approved, List.copyOf(used), "This letter was printed without the day that you give in it. The case keeps it with that day:"
                    + " confirm this only if that one is sent, printed from the page of the case after this step, and not the one that was printed before.");
        }
        used.addAll(matching(printed.get(), then));
        return new Going(letters.asItIs(file, letter.by(null).dated(day)), approved, List.copyOf(used), day.equals(letter.sentOn()) ? null : "This letter was printed on " + Dates.text(day)
                + ", and that day stands on it; you say that it was sent on " + Dates.text(letter.sentOn()) + ". The days that it names count from the day that stands on it. Confirm this only if the one of "
                + Dates.text(day) + " was sent; else print it on the day on which it goes, and send that one.");
    }

    /** The letter as it was printed on the day on which it was sent; where it was not, as it was printed last. */
    private Optional<Made> printed(CaseSummary file, LetterView letter) {
        var all = proofs.of(file.reference(), letter.kind(), letter.stage(), Because.PRINTED);
        var days = all.stream().map(ProofView::dated).distinct().sorted().toList();
        if (days.isEmpty()) {
            return Optional.empty();
        }
        var day = days.contains(letter.sentOn()) ? letter.sentOn() : days.get(days.size() - 1);
        return Optional.of(new Made(Because.PRINTED, day, all.stream().filter(proof -> proof.dated().equals(day)).toList()));
    }

    /** Refuses a letter in which something is missing that the law wants. */
    static void refuseIncomplete(AsItIs letter) {
        if (!letter.missing().isEmpty()) {
            throw new CannotBeKept("The letter leaves out what the law wants in it: " + String.join("; ", letter.missing()) + ". Tell whoever looks after the letters.");
        }
    }

    /** Refuses a letter that is not what was approved; nobody need have approved it. */
    void refuseUnlessApproved(CaseSummary file, LetterView letter) {
        approval(file, letter).ifPresent(proof -> matching(proof, now(file, letter.by(null), proof.dated())));
    }

    /** A letter as it would go out on a day. */
    List<Document> now(CaseSummary file, LetterView letter, LocalDate day) {
        return letters.asSent(file, letter.dated(day));
    }

    /** A letter as it was approved or printed on a day: a day that whoever sends it sets in it belongs to the sending. */
    private List<Document> before(CaseSummary file, LetterView letter, LocalDate day, AsItIs is) {
        var then = letter.by(null).dated(day);
        return then.equals(letter) ? is.documents() : letters.asSent(file, then);
    }

    /** The proofs of a letter. */
    private record Made(Because because, LocalDate dated, List<ProofView> proofs) {}

    private Optional<Made> approval(CaseSummary file, LetterView letter) {
        var standing = proofs.of(file.reference(), letter.kind(), letter.stage(), Because.APPROVED);
        return standing.isEmpty() ? Optional.empty() : Optional.of(new Made(Because.APPROVED, standing.get(0).dated(), standing));
    }

    private static List<ProofView> matching(Made made, List<Document> now) {
        var matching = new ArrayList<ProofView>();
        for (var document : now) {
            var data = Documents.data(document);
            var same = made.proofs().stream().filter(proof -> proof.content().equals(data)).findFirst();
            if (same.isEmpty()) {
                var what = difference(made.proofs().stream().map(proof -> Documents.of(proof.content())).toList(), document);
                throw new CannotBeKept(made.because() == Because.APPROVED ? "This is not the letter that was approved on " + Dates.text(made.proofs().get(0).at().toLocalDate()) + ": " + what + AGAIN
                        : "This is not the letter that was printed on " + Dates.text(made.proofs().get(0).at().toLocalDate()) + ": " + what + " Print it again, and send that one.");
            }
            matching.add(same.get());
        }
        return matching;
    }

    /** What differs, in a sentence; headings are those of templates and proposals, and nothing that anybody wrote is repeated. */
    static String difference(List<Document> before, Document now) {
        var nearest = before.stream().filter(document -> addressee(document).equals(addressee(now))).findFirst();
        if (nearest.isEmpty()) {
            return "it goes to somebody else, or to another address.";
        }
        var was = nearest.get();
        if (!was.title().equals(now.title()) || !Objects.equals(was.marking(), now.marking()) || !was.from().equals(now.from())) {
            return "its title, its marking or who it is from is another.";
        }
        var places = new LinkedHashSet<String>();
        var old = parts(was);
        var is = parts(now);
        old.stream().filter(part -> !is.contains(part)).map(Part::heading).forEach(places::add);
        is.stream().filter(part -> !old.contains(part)).map(Part::heading).forEach(places::add);
        return places.isEmpty() ? "its parts stand in another order." : "there is something else " + places.stream().map(place -> place.isEmpty() ? "at its beginning" : "under “" + place + "”")
                .collect(Collectors.joining(" and ")) + ".";
    }

    /** What stands under a heading; the empty one is the beginning. */
    private record Part(String heading, List<Block> blocks) {
        /** Nothing of it may stand in a log. */
        @Override
        public String toString() {
            return "Part";
        }
    }

    private static List<Part> parts(Document document) {
        var parts = new ArrayList<Part>();
        var heading = "";
        var blocks = new ArrayList<Block>();
        for (var block : document.blocks()) {
            if (block instanceof Block.Heading next) {
                parts.add(new Part(heading, List.copyOf(blocks)));
                heading = next.text();
                blocks.clear();
            } else {
                blocks.add(block);
            }
        }
        parts.add(new Part(heading, List.copyOf(blocks)));
        return parts;
    }

    private static @Nullable Object addressee(Document document) {
        return document.blocks().stream().filter(Block.Addressee.class::isInstance).findFirst().orElse(null);
    }

    /** A document as a proof of its letter. */
    static ProofView proof(Because because, LetterView letter, int place, Document document, String by, LocalDateTime at) {
        var data = Documents.data(document);
        return new ProofView(because, letter.kind(), letter.stage(), place, document.dated(), sha256(data), data, by, at);
    }

    static String sha256(String data) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(data.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Whether a letter was printed with a day already, and would be printed in the same way again. */
    boolean isPrinted(CaseSummary file, LetterView letter, LocalDate day) {
        return printed(file, letter.dated(day)).filter(made -> made.dated().equals(day)).filter(made -> same(made, now(file, letter.by(null), day))).isPresent();
    }

    /** Whether it was approved, and nobody has sent it since. */
    boolean approved(CaseSummary file, LetterView letter) {
        return approval(file, letter).isPresent();
    }

    private static boolean same(Made made, List<Document> now) {
        return now.stream().map(Documents::data).allMatch(data -> made.proofs().stream().anyMatch(proof -> proof.content().equals(data)));
    }

    /** A letter is sent: its proofs are used, and what else was printed of it is not sent any more. */
    void used(CaseSummary file, LetterView letter, Going going) {
        if (!going.used().isEmpty()) {
            proofs.use(file.reference(), going.used());
            proofs.unprint(file.reference(), letter.kind(), letter.stage());
        }
    }
}
