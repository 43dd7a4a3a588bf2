package org.redress.ombudsman;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.redress.casefile.CaseFiles;
import org.redress.casefile.LetterView;
import org.redress.deadline.Deadlines;
import org.redress.gate.Submission;
import org.springframework.stereotype.Component;

/** Sends an enquiry, at intake or in an investigation; the day that its letter sets counts (LGS-05, LGS-09). */
@Component
class Enquiries {
    private final CaseFiles cases;
    private final Deadlines deadlines;

    Enquiries(CaseFiles cases, Deadlines deadlines) {
        this.cases = cases;
        this.deadlines = deadlines;
    }

    void send(Submission asked, String to) {
        var by = by(asked);
        cases.send(asked.reference(), new LetterView(0, "enquiry", to, asked.text("letterText"), null, asked.date("enquirySentOn"), null).by(by.orElse(null)));
        asked.set("enquiryReplyBy", by.map(LocalDate::toString).orElse(null));
        // numbered through the whole case, also when it is investigated again
        asked.set("enquiryNumber", (int) cases.letters(asked.reference()).stream().filter(letter -> letter.kind().equals("enquiry")).count());
    }

    /** The day that the letter sets: the one that was written, or the shorter time for a simple question; none for the usual time. */
    private Optional<LocalDate> by(Submission asked) {
        var sentOn = asked.date("enquirySentOn");
        var written = asked.optionalDate("replyBy");
        written.filter(day -> !day.isAfter(sentOn)).ifPresent(day -> {
            throw asked.refuse("replyBy", "is not after the day of the enquiry.");
        });
        return written.or(() -> asked.yes("simpleQuestion") ? Optional.of(simple(asked, sentOn)) : Optional.empty());
    }

    private LocalDate simple(Submission asked, LocalDate sentOn) {
        var facts = new HashMap<String, @Nullable Object>();
        facts.put("procedure", asked.variable("procedure").orElse(null));
        facts.put("receivedAt", asked.variable("receivedAt").orElse(null));
        facts.put("enquirySentOn", sentOn.toString());
        return deadlines.lastDay("enquiry-reply-simple", asked.processDefinitionId().orElse(null), facts);
    }
}
