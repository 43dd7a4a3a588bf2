package org.redress.liaison;

import org.redress.casefile.CaseFiles;
import org.redress.casefile.Dates;
import org.redress.gate.Submission;
import org.redress.gate.SubmissionHandler;
import org.redress.post.Post;
import org.springframework.stereotype.Component;

/** Letters of the Ombudsman lie in a case to which they do not belong (LGS-09, DAT-02). */
@Component
class WrongFile implements SubmissionHandler {
    private final CaseFiles cases;
    private final Post post;

    WrongFile(CaseFiles cases, Post post) {
        this.cases = cases;
        this.post = post;
    }

    @Override
    public String form() {
        return "wrong-file";
    }

    @Override
    public void accept(Submission found) {
        var written = found.text("caseReference");
        // the same answer for a case of another council and for none, so that nobody can find out which exist
        var wrong = cases.find(found.council(), written).filter(one -> !one.ombudsmans()).orElseThrow(() -> found.refuse("caseReference", "your council has no case " + written + "."));
        var theirs = wrong.counterpartReference();
        if (theirs == null || cases.lettersOf(wrong.reference(), theirs).isEmpty()) {
            throw found.refuse("caseReference", "there are no letters of the Ombudsman’s in it that could be taken back; those of a complaint that the Ombudsman has closed stay where they are.");
        }
        if (wrong.channel().equals("ombudsman") && post.beingPlaced(wrong.reference())) {
            throw found.refuse("caseReference", "it is a file of their own, in which they are being placed; take them with the task Place letter where they belong.");
        }
        post.changes(wrong.reference()).ifPresent(waiting -> {
            throw found.refuse("caseReference", "something waits in it that may be about these letters (" + waiting + "); finish it first, so that it changes nothing in the case of somebody else.");
        });
        var on = found.date("foundOn");
        cases.letters(wrong.reference()).stream().map(letter -> letter.receivedOn()).filter(day -> day != null && on.isBefore(day)).findFirst().ifPresent(day -> {
            throw found.refuse("foundOn", "they came on " + Dates.text(day) + ".");
        });
        found.about(wrong.reference());
    }
}
