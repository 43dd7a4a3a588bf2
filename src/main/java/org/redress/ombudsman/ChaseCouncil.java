package org.redress.ombudsman;

import org.redress.casefile.CaseFiles;
import org.redress.casefile.LetterView;
import org.redress.gate.Submission;
import org.redress.gate.SubmissionHandler;
import org.redress.post.Post;
import org.springframework.stereotype.Component;

/** Reminds a council and flags its delay; a summons is threatened before it is issued (LGS-10, LGA-17). */
@Component
class ChaseCouncil implements SubmissionHandler {
    private final CaseFiles cases;
    private final Post post;

    ChaseCouncil(CaseFiles cases, Post post) {
        this.cases = cases;
        this.post = post;
    }

    @Override
    public String form() {
        return "chase-council";
    }

    @Override
    public void accept(Submission chase) {
        if (chase.text("lateFlag").equals("summons-issued") && !threatened(chase.reference())) {
            throw chase.refuse("lateFlag", "threaten the witness summons first (LGS-10).");
        }
        var council = Parties.council(cases, chase.reference());
        cases.send(chase.reference(), new LetterView(0, "reminder", council, chase.text("letterText"), null, chase.date("chasedOn"), null));
        post.toCouncil(chase.reference(), "reminder");
        chase.titled("Late reply flagged: " + chase.option("lateFlag"));
    }

    private boolean threatened(String reference) {
        return cases.lastAnswer(reference, "chase-council", "lateFlag").filter(flag -> flag.startsWith("Threat of witness summons")).isPresent();
    }
}
