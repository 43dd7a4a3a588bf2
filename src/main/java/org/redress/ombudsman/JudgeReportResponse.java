package org.redress.ombudsman;

import org.redress.gate.Submission;
import org.redress.gate.SubmissionHandler;
import org.springframework.stereotype.Component;

/** Satisfied with the response to a public report, or once what it promises is done; or the further report, or the statement in a newspaper (LGA-21, LGA-22, LGA-23). */
@Component
class JudgeReportResponse implements SubmissionHandler {
    private final ReportVerdicts verdicts;

    JudgeReportResponse(ReportVerdicts verdicts) {
        this.verdicts = verdicts;
    }

    @Override
    public String form() {
        return "judge-report-response";
    }

    @Override
    public void accept(Submission judged) {
        verdicts.follow(judged);
    }
}
