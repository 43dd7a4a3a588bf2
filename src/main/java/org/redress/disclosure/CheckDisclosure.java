package org.redress.disclosure;

import java.util.List;
import org.redress.casefile.CaseAttachments;
import org.redress.casefile.CaseFiles;
import org.redress.gate.Submission;
import org.redress.gate.SubmissionHandler;
import org.springframework.stereotype.Component;

/** A second look before a redacted copy or a bundle may go out: somebody else than who had it made marks it for whom it is, or sets it aside (DAT-02, DAT-04). */
@Component
class CheckDisclosure implements SubmissionHandler {
    private final CaseAttachments attachments;
    private final CaseFiles cases;

    CheckDisclosure(CaseAttachments attachments, CaseFiles cases) {
        this.attachments = attachments;
        this.cases = cases;
    }

    @Override
    public String form() {
        return "check-disclosure";
    }

    @Override
    public void accept(Submission checked) {
        if (checked.variable("disclosureAskedBy").filter(checked.user()::equals).isPresent()) {
            throw checked.refuse("disclosure", "you had it made; a second person looks at it before it goes out (DAT-02).");
        }
        int number = ((Number) checked.variable("copyNumber").orElseThrow()).intValue();
        if (attachments.find(checked.reference(), number).filter(one -> one.setAside() == null).isEmpty()) {
            if (checked.text("disclosure").equals("confirm")) {
                throw checked.refuse("disclosure", "it was set aside meanwhile.");
            }
            return;
        }
        if (checked.text("disclosure").equals("confirm")) {
            var whom = String.valueOf(checked.variable("forWhom").orElseThrow());
            // there is no marking for the Ombudsman alone, and whoever may share it with them need not share it with the complainant
            if (!whom.equals("ombudsman")) {
                attachments.mark(checked.reference(), number, whom, false);
            }
            cases.record(checked.reference(), checked.today(), checked.user(), "Disclosure looked at", "Number " + number + " may go out, to: " + (whom.equals("both") ? "complainant and council" : "the " + whom) + ".", List.of());
        } else {
            attachments.setAside(checked.reference(), number, checked.today(), checked.user(), checked.text("leftReason"));
        }
    }
}
