package org.redress.liaison;

import java.time.LocalDate;
import java.util.Map;
import org.redress.casefile.CaseFiles;
import org.redress.casefile.CaseSummary;
import org.redress.casefile.Dates;
import org.redress.confirmation.Confirmation;
import org.redress.gate.Submission;
import org.redress.gate.SubmissionHandler;
import org.redress.identity.WorkWatch;
import org.redress.post.Belonging;
import org.redress.post.Post;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * Somebody of the council says where a letter belongs: to one of its cases, to none yet, or to nobody here. Whoever sent it is told the same
 * whatever cases there are; what would end waits for a second person (LGS-09, DAT-02, CMP-01).
 */
@Component
class PlaceLetter implements SubmissionHandler {
    private static final String NOBODY = "nobody";
    /** The choices of a case, with the field that names it. */
    private static final Map<String, String> CASES = Map.of("listed", "candidate", "case", "otherCaseReference");

    private final CaseFiles cases;
    private final Post post;
    private final Belonging belonging;
    private final ObjectProvider<WorkWatch> watch;

    PlaceLetter(CaseFiles cases, Post post, Belonging belonging, ObjectProvider<WorkWatch> watch) {
        this.cases = cases;
        this.post = post;
        this.belonging = belonging;
        this.watch = watch;
    }

    @Override
    public String form() {
        return "place-letter";
    }

    @Override
    public void accept(Submission placed) {
        placed.titled("Place letter: " + placed.option("belongsTo"));
        placed.variable("letterCameOn").map(day -> LocalDate.parse((String) day)).filter(placed.date("letterPlacedOn")::isBefore).ifPresent(day -> {
            throw placed.refuse("letterPlacedOn", "the letter came on " + Dates.text(day) + ".");
        });
        placed.set("placedIn", null);
        if (CASES.containsKey(placed.text("belongsTo"))) {
            var right = find(placed, CASES.get(placed.text("belongsTo")));
            post.waitsFor(placed.reference()).ifPresent(other -> {
                throw placed.refuse("something else waits in this file (" + other + "); finish it first, so that nothing is left behind.");
            });
            placed.set("placedIn", right.reference());
        }
        if (placed.text("belongsTo").equals(NOBODY)) {
            Confirmation.ofEnd(post.asked(placed.reference())).ask(placed, cases.get(placed.reference()).stage());
        }
        watch.forEach(one -> one.lookAgainAt(placed.council()));
    }

    private CaseSummary find(Submission placed, String key) {
        var written = placed.text(key);
        // the same answer for a case of another council and for none, so that nobody can find out which exist
        var right = cases.find(placed.council(), written).filter(found -> !found.ombudsmans()).orElseThrow(() -> placed.refuse(key, "your council has no case " + written + "."));
        if (right.reference().equals(placed.reference())) {
            throw placed.refuse(key, "the letter is in this file already; choose that it is a new matter.");
        }
        var signs = belonging.signs(post.matter(placed.reference()), right.reference());
        if (signs.held()) {
            throw placed.refuse(key, right.reference() + " holds the letters of another complaint to the Ombudsman (" + right.counterpartReference() + "). Take those back first, if they are in the wrong file.");
        }
        if (!signs.inOrder()) {
            placed.askBack("order", right.reference() + " was received on " + Dates.text(signs.receivedOn()) + ", after the complaint to the Ombudsman of " + Dates.text(signs.on())
                    + ". Does the letter belong to it all the same?", right.reference());
        }
        return right;
    }
}
