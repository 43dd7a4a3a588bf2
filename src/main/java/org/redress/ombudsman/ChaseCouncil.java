package org.redress.ombudsman;

import java.util.Optional;
import org.redress.casefile.CaseFiles;
import org.redress.casefile.LetterView;
import org.redress.deadline.DeadlineView;
import org.redress.deadline.Deadlines;
import org.redress.gate.Submission;
import org.redress.gate.SubmissionHandler;
import org.redress.post.Post;
import org.springframework.stereotype.Component;

/** Reminds a council, or whoever owes a reply, and flags the delay; a summons is threatened before it is issued (LGS-10, LGA-17). */
@Component
class ChaseCouncil implements SubmissionHandler {
    private final CaseFiles cases;
    private final Post post;
    private final BothSides sides;
    private final Deadlines deadlines;

    ChaseCouncil(CaseFiles cases, Post post, BothSides sides, Deadlines deadlines) {
        this.cases = cases;
        this.deadlines = deadlines;
        this.post = post;
        this.sides = sides;
    }

    @Override
    public String form() {
        return "chase-council";
    }

    @Override
    public void accept(Submission chase) {
        var flag = chase.text("lateFlag");
        if (flag.equals("settled")) {
            chase.titled("Chased no more");
            return;
        }
        var council = sides.council(chase.reference());
        var to = owing(chase).orElse(council);
        if (flag.equals("summons-issued") && !threatened(chase.reference(), to)) {
            throw chase.refuse("lateFlag", "threaten the witness summons first (LGS-10).");
        }
        var kind = flag.startsWith("summons") ? flag : "reminder";
        cases.send(chase.reference(), new LetterView(0, kind, to, chase.text("letterText"), null, chase.date("chasedOn"), null)
                .by(chase.processInstanceId().flatMap(chasing -> deadlines.missed(chase.reference(), chasing)).map(DeadlineView::dueOn).orElse(null)));
        if (to.equals(council)) {
            post.toCouncil(chase.reference(), kind);
        }
        chase.titled(flag.equals("none") ? "Council asked how it stands" : "Late reply flagged: " + chase.option("lateFlag"));
    }

    /** Somebody else than the council owes a reply where an enquiry went to them (LGA-17). */
    private Optional<String> owing(Submission chase) {
        return chase.variable("missedDeadline").filter("enquiry-reply"::equals)
                .flatMap(enquiry -> cases.lastLetter(chase.reference(), "enquiry")).map(LetterView::to);
    }

    private boolean threatened(String reference, String whom) {
        return cases.letters(reference).stream().anyMatch(letter -> letter.kind().equals("summons-threatened") && letter.to().equals(whom));
    }
}
