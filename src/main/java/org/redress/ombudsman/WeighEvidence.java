package org.redress.ombudsman;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.redress.casefile.CaseFiles;
import org.redress.casefile.LetterView;
import org.redress.deadline.Deadlines;
import org.redress.gate.Submission;
import org.redress.gate.SubmissionHandler;
import org.springframework.stereotype.Component;

/** Enough evidence, or another enquiry, of the council or of somebody else (LGS-08, LGS-09). */
@Component
class WeighEvidence implements SubmissionHandler {
    private final CaseFiles cases;
    private final Deadlines deadlines;
    private final BothSides sides;

    WeighEvidence(CaseFiles cases, Deadlines deadlines, BothSides sides) {
        this.cases = cases;
        this.deadlines = deadlines;
        this.sides = sides;
    }

    @Override
    public String form() {
        return "weigh-evidence";
    }

    @Override
    public void accept(Submission weighed) {
        if (weighed.text("evidence").equals("enough")) {
            return;
        }
        var to = weighed.text("askedOf").equals("council") ? sides.council(weighed.reference()) : weighed.text("askedWhom");
        cases.send(weighed.reference(), new LetterView(0, "enquiry", to, weighed.text("letterText"), null, weighed.date("enquirySentOn"), null));
        weighed.set("enquiryReplyBy", by(weighed).map(LocalDate::toString).orElse(null));
        // numbered through the whole case, also when it is investigated again
        weighed.set("enquiryNumber", (int) cases.letters(weighed.reference()).stream().filter(letter -> letter.kind().equals("enquiry")).count());
    }

    /** The day that the letter sets: the one that was written, or the shorter time for a simple question; none for the usual time. */
    private Optional<LocalDate> by(Submission weighed) {
        var sentOn = weighed.date("enquirySentOn");
        var written = weighed.optionalDate("replyBy");
        written.filter(day -> !day.isAfter(sentOn)).ifPresent(day -> {
            throw weighed.refuse("replyBy", "is not after the day of the enquiry.");
        });
        return written.or(() -> weighed.yes("simpleQuestion") ? Optional.of(simple(weighed, sentOn)) : Optional.empty());
    }

    private LocalDate simple(Submission weighed, LocalDate sentOn) {
        var facts = new HashMap<String, @Nullable Object>();
        facts.put("procedure", weighed.variable("procedure").orElse(null));
        facts.put("receivedAt", weighed.variable("receivedAt").orElse(null));
        facts.put("enquirySentOn", sentOn.toString());
        return deadlines.lastDay("enquiry-reply-simple", weighed.processDefinitionId().orElse(null), facts);
    }
}
