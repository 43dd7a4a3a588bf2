package org.redress.liaison;

import org.redress.casefile.CaseFiles;
import org.redress.casefile.EvidenceRegister;
import org.redress.casefile.LetterView;
import org.redress.gate.Submission;
import org.redress.gate.SubmissionHandler;
import org.springframework.stereotype.Component;

/** A reply to an enquiry, written by the council or recorded by the Ombudsman; a section 32(3) notice goes on paper (LGS-09, LGA-28, DAT-05). */
@Component
class ReplyToEnquiry implements SubmissionHandler {
    private final CaseFiles cases;
    private final EvidenceRegister evidence;

    ReplyToEnquiry(CaseFiles cases, EvidenceRegister evidence) {
        this.cases = cases;
        this.evidence = evidence;
    }

    @Override
    public String form() {
        return "reply-to-enquiry";
    }

    @Override
    public void accept(Submission reply) {
        var on = reply.date("enquiryAnsweredOn");
        if (reply.yes("withholds")) {
            if (reply.text("noticeChannel").equals("email")) {
                throw reply.refuse("noticeChannel", "such a notice may not be given electronically (section 32(3A), LGA-28); give it on paper.");
            }
            cases.send(reply.reference(), new LetterView(0, "section-32-3-notice", "Ombudsman", reply.text("withheld"), reply.text("noticeChannel"), on, null));
        }
        cases.send(reply.reference(), new LetterView(0, "enquiry-reply", "Ombudsman", reply.text("letterText"), null, on, null));
        if (Sides.isOmbudsmans(reply)) {
            Sides.register(evidence, reply.reference(), "the reply", reply.lines("documents"), reply.lines("withheld"), on);
        }
    }
}
