package org.redress.investigation;

import org.redress.casefile.CaseFiles;
import org.redress.gate.Submission;
import org.redress.gate.SubmissionHandler;
import org.springframework.stereotype.Component;

/** The day on which the complainant received the response, from which their twenty working days run (CHD-50). */
@Component
class RecordReceipt implements SubmissionHandler {
    private final CaseFiles cases;

    RecordReceipt(CaseFiles cases) {
        this.cases = cases;
    }

    @Override
    public String form() {
        return "record-receipt";
    }

    @Override
    public void accept(Submission received) {
        try {
            cases.received(received.reference(), "response", received.date("responseReceivedOn"));
        } catch (IllegalArgumentException e) {
            throw received.refuse("responseReceivedOn", String.valueOf(e.getMessage()));
        }
    }
}
