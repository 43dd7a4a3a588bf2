package org.redress.letters;

import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.redress.casefile.CannotBeKept;
import org.redress.casefile.CaseFiles;
import org.redress.casefile.CaseSummary;
import org.redress.casefile.ProofView;
import org.redress.casefile.ProofView.Because;
import org.redress.casefile.Proofs;
import org.redress.documents.Block;
import org.redress.documents.Document;
import org.redress.documents.Documents;
import org.redress.documents.Format;
import org.redress.gate.FromRecord.Asking;
import org.redress.gate.WrittenLetter;
import org.redress.gate.WrittenLetter.Going;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Letters that are written in one step and go out in a later one, as they would go out now: for whoever approves and sends them (CORP-26, LGS-12). */
@Component
@Transactional(readOnly = true)
public class WrittenLetters {
    private final ObjectProvider<WrittenLetter> written;
    private final LetterDocuments letters;
    private final Papers papers;
    private final Proofs proofs;
    private final CaseFiles cases;
    private final LettersMade made;
    private final Clock clock;

    WrittenLetters(ListableBeanFactory features, LetterDocuments letters, Papers papers, Proofs proofs, CaseFiles cases, LettersMade made, Clock clock) {
        // which these are is kept by Spring
        this.written = features.getBeanProvider(WrittenLetter.class);
        this.letters = letters;
        this.papers = papers;
        this.proofs = proofs;
        this.cases = cases;
        this.made = made;
        this.clock = clock;
    }

    /** Whether words of a letter are written in a form that go out in a later step. */
    boolean isWrittenIn(String form) {
        return written.stream().anyMatch(one -> one.form().equals(form));
    }

    /** The letters whose words were written last, one for each file and side; none if nothing is written. */
    public List<Going> going(Asking asking) {
        var all = written.stream().toList();
        var last = cases.chronology(asking.reference()).stream().flatMap(happening -> happening.answers().stream())
                .flatMap(given -> all.stream().filter(one -> one.form().equals(given.form()) && one.field().equals(given.field()))).reduce((earlier, later) -> later);
        return last.flatMap(one -> cases.lastAnswer(asking.reference(), one.form(), one.field()).map(words -> one.going(asking, words))).orElse(List.of());
    }

    /** All of it as text, one letter below the other: each with its addressee and the parts that nobody writes. */
    public Optional<String> whole(Asking asking) {
        var whole = going(asking).stream().flatMap(one -> shown(asking, one)).distinct().collect(Collectors.joining("\n\n\n\n"));
        return whole.isEmpty() ? Optional.empty() : Optional.of(whole);
    }

    private Stream<String> shown(Asking asking, Going one) {
        var file = cases.get(one.reference());
        return papers.words(asking.person(), asking.reference(), file, letters.asSent(file, one.letter()));
    }

    /** To whom approved letters would be printed, one for each paper, in the order in which {@link #print} gives them; nobody where none is approved. */
    public List<String> toPrint(Asking asking) {
        return approved(asking).stream().flatMap(one -> letters.asSent(cases.get(one.reference()), one.letter()).stream()).map(WrittenLetters::addressee).toList();
    }

    /** A letter for the printer. */
    public record Printed(String name, byte[] pdf) {
        /** Nothing of it may stand in a log. */
        @Override
        public String toString() {
            return "Printed";
        }
    }

    /**
     * The approved letters as they go out by hand, dated today; one that was printed today already and is the same is the same to the byte. When it is recorded as sent, what was printed on
     * that day is what is kept.
     *
     * @throws CannotBeKept with a sentence that says what has changed, if a letter is not what was approved
     */
    @Transactional
    public List<Printed> print(Asking asking) {
        var today = LocalDate.now(clock);
        var printed = new ArrayList<Printed>();
        var proven = new LinkedHashMap<String, List<ProofView>>();
        for (var one : approved(asking)) {
            var file = cases.get(one.reference());
            papers.refuseUnlessApproved(file, one.letter());
            boolean again = papers.isPrinted(file, one.letter(), today);
            for (var document : papers.now(file, one.letter(), today)) {
                printed.add(new Printed(one.reference() + " " + one.letter().kind().replace('-', ' ') + " " + document.dated(), Documents.write(document, Format.PDF)));
                if (!again) {
                    var mine = proven.computeIfAbsent(one.reference(), reference -> new ArrayList<>());
                    mine.add(Papers.proof(Because.PRINTED, one.letter(), mine.size() + 1, document, asking.person(), LocalDateTime.now(clock)));
                }
            }
        }
        proven.forEach((reference, mine) -> {
            proofs.keep(reference, mine);
            cases.record(reference, today, asking.person(), "Letter printed before it was sent", "SHA-256 " + String.join(", ", mine.stream().map(ProofView::sha256).toList()), List.of());
        });
        return printed;
    }

    private List<Going> approved(Asking asking) {
        return made.here() ? going(asking).stream().filter(one -> approvedFor(asking, one, cases.get(one.reference()))).toList() : List.of();
    }

    private boolean approvedFor(Asking asking, Going one, CaseSummary file) {
        return papers.isShown(asking.person(), asking.reference(), file) && papers.approved(file, one.letter());
    }

    private static String addressee(Document document) {
        return document.blocks().stream().filter(Block.Addressee.class::isInstance).map(block -> ((Block.Addressee) block).lines().get(0)).findFirst().orElse("");
    }
}
