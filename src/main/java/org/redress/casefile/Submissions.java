package org.redress.casefile;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.PessimisticLockingFailureException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The start forms that were sent, so that one submission makes one case, however often and from how many places it comes. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
public class Submissions {
    private final SentFormRepository sent;
    private final ComplaintRepository complaints;
    private final Clock clock;

    Submissions(SentFormRepository sent, ComplaintRepository complaints, Clock clock) {
        this.sent = sent;
        this.complaints = complaints;
        this.clock = clock;
    }

    /**
     * A form as it was sent.
     *
     * @param person a user id; keys of other people, at this council or another, are other keys
     * @param answers a digest of them
     */
    public record Sent(String council, String person, String form, String answers) {}

    /** What came of a form. The case is missing where it belongs to none. */
    public record Made(@Nullable String reference, String form, String answers, LocalDateTime sentAt, @Nullable String processInstance,
            @Nullable String processDefinition) {}

    /** What came of the form that the person sent with this key, if they have. */
    public Optional<Made> of(String council, String person, String key) {
        return sent.findByCouncilAndPersonAndSubmissionKey(council, person, key).map(SentForm::view);
    }

    /** The start form of the person from which this process came, if they sent it. */
    public Optional<Made> thatStarted(String council, String person, String processInstance) {
        return sent.findByCouncilAndPersonAndProcessInstance(council, person, processInstance).map(SentForm::view);
    }

    /**
     * Claims the key before anything is done with the form, so that of two at the same moment the second waits for the first. Without
     * a key of its own the form gets one of its answers: the first, second, third with these.
     *
     * @throws SentAtTheSameMoment if somebody else has claimed it; after a roll-back their case can be looked up
     */
    public Claim claim(Sent form, @Nullable String key) {
        var own = key != null ? key : "same answers " + form.answers() + " "
                + sent.countByCouncilAndPersonAndFormAndAnswers(form.council(), form.person(), form.form(), form.answers());
        try {
            return new Claim(sent.saveAndFlush(new SentForm(form, own, LocalDateTime.now(clock))));
        } catch (DataIntegrityViolationException | PessimisticLockingFailureException e) {
            throw new SentAtTheSameMoment(e);
        }
    }

    /** A key that is taken, until what came of it is known. */
    public final class Claim {
        private final SentForm form;

        private Claim(SentForm form) {
            this.form = form;
        }

        /** The newest other form with the same answers that the person has sent so short a time before. */
        public Optional<Made> sameWithin(Duration time) {
            return sent.findFirstByCouncilAndPersonAndFormAndAnswersAndSubmissionKeyNotAndSentAtBetweenOrderBySentAtDescIdDesc(form.council(), form.person(),
                    form.form(), form.answers(), form.key(), form.sentAt().minus(time), form.sentAt()).map(SentForm::view);
        }

        /** Keeps what came of the form. */
        public void made(@Nullable String reference, String processInstance, String processDefinition) {
            form.made(reference == null ? null : complaints.findByReference(reference).orElseThrow(), processInstance, processDefinition);
        }
    }
}
