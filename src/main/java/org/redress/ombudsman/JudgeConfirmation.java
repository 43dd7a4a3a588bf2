package org.redress.ombudsman;

import org.redress.gate.Submission;
import org.redress.gate.SubmissionHandler;
import org.springframework.stereotype.Component;

/** Whether what was promised after a public report is done; else the further report, or the statement in a newspaper (LGA-22, LGA-23). */
@Component
class JudgeConfirmation implements SubmissionHandler {
    private final ReportVerdicts verdicts;

    JudgeConfirmation(ReportVerdicts verdicts) {
        this.verdicts = verdicts;
    }

    @Override
    public String form() {
        return "judge-report-confirmation";
    }

    @Override
    public void accept(Submission judged) {
        verdicts.follow(judged);
    }
}
