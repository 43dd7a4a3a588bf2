package org.redress.gate;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.redress.casefile.Dates;
import org.redress.casefile.SentAtTheSameMoment;
import org.redress.casefile.Submissions;
import org.redress.casefile.Submissions.Claim;
import org.redress.casefile.Submissions.Made;
import org.redress.casefile.Submissions.Sent;
import org.redress.engine.Inside;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** One submission of a start form makes one case: the same key again answers with what it made, the same answers again are asked back. */
@Component
class OneSubmission {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm", Locale.UK);

    private final Submissions submissions;
    private final Clock clock;
    private final Duration again;

    OneSubmission(Submissions submissions, Clock clock, @Value("${redress.same-matter.again-within}") Duration again) {
        this.submissions = submissions;
        this.clock = clock;
        this.again = again;
    }

    /** What the same submission has made, if it came before. A key that was used for other answers is refused: they would be lost. */
    Optional<ProcessInstance> madeBefore(Inside inside, Sent sent, Envelope envelope) {
        return Optional.ofNullable(envelope.submissionKey()).flatMap(key -> submissions.of(sent.council(), sent.person(), key)).map(made -> {
            if (!made.form().equals(sent.form()) || !made.answers().equals(sent.answers())) {
                throw new AnswersRefused(List.of("This form was sent at " + at(made) + " with other answers" + whichCase(made)
                        + ". Open a new form for what is different."));
            }
            boolean ended = inside.execution(made.processInstance()) == null;
            return new AlreadyMade(made, sent.council(), ended);
        });
    }

    /** Goes no further with answers that the person has sent shortly before, unless they confirm that it happened twice. */
    void askIfSentAgain(Claim claim, Submission submission) {
        claim.sameWithin(again).ifPresent(made -> submission.askBack("sent-again", "You sent exactly the same at " + at(made) + whichCase(made)
                + ". Confirm it only if it is to be recorded twice.", made.reference()));
        submission.settled();
    }

    Claim claim(Sent sent, Envelope envelope) {
        return submissions.claim(sent, envelope.submissionKey());
    }

    /** What another thread or server was quicker with, each time that it was done again. */
    static <T> T alone(Supplier<T> attempt) {
        try {
            return attempt.get();
        } catch (SentAtTheSameMoment e) {
            throw new AtTheSameMoment("The same form is being recorded at this moment. Look at the lists before you send it again.");
        }
    }

    private String at(Made made) {
        var day = made.sentAt().toLocalDate();
        return TIME.format(made.sentAt()) + (day.equals(LocalDate.now(clock)) ? "" : " on " + Dates.text(day));
    }

    private static String whichCase(Made made) {
        return made.reference() == null ? "" : " (case " + made.reference() + ")";
    }
}
