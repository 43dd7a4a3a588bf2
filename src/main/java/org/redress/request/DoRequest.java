package org.redress.request;

import org.redress.casefile.CaseFiles;
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
        boolean access = done.variable("procedure").filter(CaseFiles.ACCESS_REQUEST::equals).isPresent();
        if (access && !done.text("requestDone").equals("not-done") && done.optionalDate("identityConfirmedOn").isEmpty()) {
            throw done.refuse("identityConfirmedOn", "an answer is needed: nothing that is held about somebody goes to who may be somebody else (DAT-10).");
        }
        done.happenedOn(done.optionalDate("requestDoneOn").orElse(done.today()));
    }
}
