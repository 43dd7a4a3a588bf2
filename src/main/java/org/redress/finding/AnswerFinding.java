package org.redress.finding;

import java.util.Locale;
import org.redress.casefile.AgreedActions;
import org.redress.casefile.AnsweredFinding;
import org.redress.casefile.CaseFiles;
import org.redress.casefile.FindingAnswers;
import org.redress.gate.Submission;
import org.redress.gate.SubmissionHandler;
import org.redress.quality.CaseRecord;
import org.springframework.stereotype.Component;

/** Somebody has looked at what does not fit: it was corrected, or it stays, with the reason (DQ-1…DQ-18). */
@Component
class AnswerFinding implements SubmissionHandler {
    private final CaseFiles cases;
    private final AgreedActions actions;
    private final CaseFindings findings;
    private final FindingAnswers answers;

    AnswerFinding(CaseFiles cases, AgreedActions actions, CaseFindings findings, FindingAnswers answers) {
        this.cases = cases;
        this.actions = actions;
        this.findings = findings;
        this.answers = answers;
    }

    @Override
    public String form() {
        return "answer-finding";
    }

    @Override
    public void accept(Submission answered) {
        // the same answer for a case of another council and for none, so that nobody can find out which exist
        var found = cases.find(answered.council(), answered.text("caseReference"))
                .orElseThrow(() -> answered.refuse("caseReference", "there is no case " + answered.text("caseReference") + " here."));
        var reference = found.reference();
        answered.about(reference);
        boolean kept = answered.text("findingAnswer").equals("kept");
        var code = answered.text("findingCode").strip().toLowerCase(Locale.ROOT);
        var record = new CaseRecord(cases.people(reference), cases.issues(reference), cases.letters(reference), actions.views(reference), cases.chronology(reference));
        var finding = findings.of(reference, record, form -> true).stream().filter(one -> one.code().equals(code)).findFirst();
        if (finding.isEmpty()) {
            throw answered.refuse("findingCode", "nothing with this sign does not fit in " + reference + ". If the record has been corrected, the finding has gone by itself.");
        }
        answers.answer(reference, new AnsweredFinding(code, finding.get().rule(), finding.get().sentence(), kept, answered.text("findingReason"), answered.user(), answered.today()));
        answered.titled("What does not fit is " + (kept ? "kept: " : "said to be corrected: ") + finding.get().rule());
    }
}
