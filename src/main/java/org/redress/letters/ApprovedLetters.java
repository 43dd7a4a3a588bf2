package org.redress.letters;

import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.model.bpmn.instance.ConditionExpression;
import org.redress.casefile.CaseFiles;
import org.redress.casefile.Dates;
import org.redress.casefile.ProofView;
import org.redress.casefile.ProofView.Because;
import org.redress.casefile.Proofs;
import org.redress.engine.Engine;
import org.redress.gate.FromRecord.Asking;
import org.redress.gate.StepWatch;
import org.redress.gate.Submission;
import org.redress.gate.SubmissionListener;
import org.redress.gate.WrittenLetter.Going;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/**
 * Letters that are written in one step, approved in another and sent in a third: whoever approves one is shown the whole of it, and a proof of that is kept with which it is compared
 * when it goes out (CORP-26, LGS-12).
 */
@Component
class ApprovedLetters implements SubmissionListener, StepWatch {
    /** The form in which they are approved, or given back. */
    private static final String FORM = "approve-response";
    /** Says in the step that sends one that it is written and approved again. */
    private static final String WAY_BACK = "giveBack";

    private final WrittenLetters written;
    private final LetterDocuments letters;
    private final Proofs proofs;
    private final CaseFiles cases;
    private final LettersMade made;
    private final Engine engine;
    private final RepositoryService repository;
    private final Clock clock;

    // lazily: the engine needs the features that write letters
    ApprovedLetters(WrittenLetters written, LetterDocuments letters, Proofs proofs, CaseFiles cases, LettersMade made, Engine engine, @Lazy RepositoryService repository, Clock clock) {
        this.written = written;
        this.letters = letters;
        this.proofs = proofs;
        this.cases = cases;
        this.made = made;
        this.engine = engine;
        this.repository = repository;
        this.clock = clock;
    }

    @Override
    public void begins(Submission submission) {
        // what is given back is looked at after the handlers
    }

    /** Nobody gets two letters that differ because nobody knew of the first. */
    @Override
    public void looks(Submission submission) {
        if (!submission.yes(WAY_BACK) || !made.here()) {
            return;
        }
        written.going(asking(submission)).stream().flatMap(one -> proofs.of(one.reference(), one.letter().kind(), one.letter().stage(), Because.PRINTED).stream()).map(ProofView::dated).distinct().sorted().map(Dates::text)
                .reduce((days, next) -> days + ", " + next).ifPresent(days -> submission.askBack("was-printed", "This letter was printed on " + days
                        + ". Confirm that no print of it was sent: it is written again, and goes out then. If one was sent, say here when it was, and write another letter about what has changed."));
    }

    private static Asking asking(Submission submission) {
        return new Asking(submission.user(), submission.reference(), name -> submission.variable(name).orElse(null));
    }

    @Override
    public void accepted(Submission submission) {
        if (!made.here() || submission.caseReference().isEmpty()) {
            return;
        }
        var asking = asking(submission);
        if (written.isWrittenIn(submission.form())) {
            // it is another letter now, and nobody has approved it
            written.going(asking).forEach(one -> proofs.end(one.reference(), one.letter().kind(), one.letter().stage()));
        } else if (submission.form().equals(FORM) && submission.text("approval").equals("approve") && comesBack(submission)) {
            approve(submission, written.going(asking));
        }
    }

    /** Whether the model by which a case goes can give the letter back when it is sent. A case that began before there was such a model could neither send nor give back one that has changed: who sends it reads it. */
    private boolean comesBack(Submission approved) {
        return approved.processDefinitionId().filter(definition -> engine.unrestricted(() -> repository.getBpmnModelInstance(definition).getModelElementsByType(ConditionExpression.class).stream()
                .anyMatch(condition -> condition.getTextContent().contains(WAY_BACK)))).isPresent();
    }

    private void approve(Submission approved, List<Going> going) {
        var by = new LinkedHashMap<String, List<ProofView>>();
        var today = LocalDate.now(clock);
        for (var one : going) {
            var mine = by.computeIfAbsent(one.reference(), reference -> new ArrayList<>());
            var letter = letters.asItIs(cases.get(one.reference()), one.letter().dated(today));
            Papers.refuseIncomplete(letter);
            letter.documents().forEach(document -> mine.add(Papers.proof(Because.APPROVED, one.letter(), mine.size() + 1, document, approved.user(), LocalDateTime.now(clock))));
        }
        by.values().removeIf(List::isEmpty);
        by.forEach((reference, mine) -> {
            proofs.keep(reference, mine);
            cases.record(reference, today, CaseFiles.PRODUCT, "Letter approved as it goes out", "SHA-256 " + String.join(", ", mine.stream().map(ProofView::sha256).toList()), List.of());
        });
    }
}
