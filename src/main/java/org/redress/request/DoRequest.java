package org.redress.request;

import org.redress.gate.Submission;
import org.redress.gate.SubmissionHandler;
import org.springframework.stereotype.Component;

/** What was done of a request, on its own day, or that it was not (CORP-10). */
@Component
class DoRequest implements SubmissionHandler {
    @Override
    public String form() {
        return "do-request";
    }

    @Override
    public void accept(Submission done) {
        done.happenedOn(done.optionalDate("requestDoneOn").orElse(done.today()));
    }
}
