package org.redress.sending;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongConsumer;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.FormService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.TaskService;
import org.jspecify.annotations.Nullable;
import org.redress.casefile.LetterView;
import org.redress.casefile.Parties;
import org.redress.casefile.PartyView;
import org.redress.gate.AnswersRefused;
import org.redress.identity.Accounts;
import org.redress.sending.Channel.Receipt;
import org.redress.sending.Dispatches.Sent;
import org.redress.sending.Dispatches.Taken;
import org.redress.sending.Outcome.Kind;
import org.redress.sending.Sendings.Answers;
import org.redress.sending.Sendings.Letter;
import org.redress.sending.Sendings.NoLetter;
import org.redress.sending.Sendings.Printed;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Lazy;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Sends what waits, does the steps whose letters were accepted, and asks what has become of these. Each dispatch is taken by one node at a time; that it is being tried is in the database before it
 * is, so that after a crash a channel that knows our reference is asked, and where none does a person decides.
 */
@Component
class SendLetters {
    private static final String STEP_OVER = "The step is over.";
    private static final Logger LOG = LoggerFactory.getLogger(SendLetters.class);

    private final Dispatches dispatches;
    private final Sendings sendings;
    private final Parties parties;
    private final FormService forms;
    private final TaskService tasks;
    private final IdentityService identity;
    private final Accounts accounts;
    private final TransactionTemplate transactions;
    /** Which channels do not work because of what is set, and why: whoever runs the product is told once. */
    private final Map<SendingBy, String> told = new ConcurrentHashMap<>(new EnumMap<>(SendingBy.class));

    // lazily: these are the engine's services
    SendLetters(Dispatches dispatches, Sendings sendings, Parties parties, @Lazy FormService forms, @Lazy TaskService tasks, @Lazy IdentityService identity,
            @Lazy Accounts accounts, PlatformTransactionManager transactions) {
        this.dispatches = dispatches;
        this.sendings = sendings;
        this.parties = parties;
        this.forms = forms;
        this.tasks = tasks;
        this.identity = identity;
        this.accounts = accounts;
        this.transactions = new TransactionTemplate(transactions);
    }

    /** One round. A fault with one letter stops no other, and a channel that does not answer is left alone until the next. */
    void round() {
        Set<SendingBy> silent = EnumSet.noneOf(SendingBy.class);
        each(dispatches.lost(), this::goOnAfterACrash);
        each(dispatches.over(), id -> dispatches.callOff(id, STEP_OVER));
        each(dispatches.due(sendings.offered()), id -> send(id, silent));
        each(dispatches.toRecord(), this::record);
        each(dispatches.toTell(), dispatches::tellThatItWentOut);
        each(dispatches.toLookAfter(sendings.offered()), id -> lookAfter(id, silent));
    }

    private void each(List<Long> ids, LongConsumer work) {
        for (long id : ids) {
            try {
                work.accept(id);
            } catch (OptimisticLockingFailureException e) {
                LOG.debug("Another node has it.", e);
            } catch (RuntimeException e) {
                fault(id, e);
            }
        }
    }

    private void fault(long id, RuntimeException e) {
        try {
            // no message of it: it might say more than a log may
            LOG.warn("{} could not be seen to, and will be again: {}", dispatches.name(id), e.getClass().getName());
            dispatches.fault(id);
        } catch (RuntimeException again) {
            LOG.warn("A letter could not be put off: {}", again.getClass().getName());
        }
    }

    /** Whoever tried it stopped in the middle: where a channel knows our reference, it is asked. */
    private void goOnAfterACrash(long id) {
        var stopped = "Redress stopped while it was sent.";
        dispatches.found(id).ifPresent(one -> {
            if (one.by().asks()) {
                dispatches.unsure(id, stopped);
            } else {
                dispatches.mayHaveGoneOut(id, stopped);
            }
        });
    }

    private void send(long id, Set<SendingBy> silent) {
        dispatches.waiting(id).filter(one -> !silent.contains(one.by())).ifPresent(one -> {
            var channel = sendings.channel(one.by());
            if (one.unsure()) {
                // it is not refused any more: it may have gone
                if (dispatches.takeToAsk(id)) {
                    asked(one, channel, silent);
                }
            } else if (gone(one)) {
                dispatches.callOff(id, STEP_OVER);
            } else {
                channel.ifPresent(by -> send(one, by, silent));
            }
        });
    }

    private void send(Taken one, Channel channel, Set<SendingBy> silent) {
        var ready = ready(one);
        if (ready.why() != null) {
            dispatches.refuse(one.id(), ready.why());
        } else if (taken(one, ready)) {
            tried(one, channel, ready, silent);
        }
    }

    /** What came in between that forbids it is seen: it is asked once more with the taking. */
    private boolean taken(Taken one, Ready ready) {
        return Boolean.TRUE.equals(transactions.execute(status -> {
            var why = sendings.objection(one, ready.letter());
            why.ifPresent(sentence -> dispatches.refuse(one.id(), sentence));
            return why.isEmpty() && dispatches.take(one.id(), Digests.sha256(ready.printed().pdf()), ready.printed().data());
        }));
    }

    /** A letter that goes now, or why it does not. */
    private record Ready(@Nullable LetterView asKept, @Nullable Printed asPrinted, @Nullable String why) {
        LetterView letter() {
            return Objects.requireNonNull(asKept);
        }

        Printed printed() {
            return Objects.requireNonNull(asPrinted);
        }

        static Ready not(String why) {
            return new Ready(null, null, why);
        }

        /** Nothing of it may stand in a log. */
        @Override
        public String toString() {
            return "Ready";
        }
    }

    private boolean gone(Taken one) {
        return !one.view().recorded() && tasks.createTaskQuery().taskId(one.view().task()).count() == 0;
    }

    /** The letter as it goes, unless something has changed since it was confirmed. */
    private Ready ready(Taken one) {
        var view = one.view();
        if (view.recorded()) {
            var kept = sendings.kept(one);
            return sendings.objection(one, kept).map(Ready::not).orElseGet(() -> printed(one, kept));
        }
        try {
            var step = dispatches.step(view).orElseThrow(() -> new NoLetter("Its step is done, or begins anew."));
            var letters = as(step, () -> sendings.letters(step.reference(), Answers.read(String.valueOf(step.answers())), answers -> forms.submitTaskForm(step.task(), answers)));
            var letter = letters.stream().filter(mine -> mine.reference().equals(view.reference())).findFirst().orElseThrow(() -> new NoLetter("This step writes no letter for this case any more."));
            return sendings.objection(letter, one.by()).or(() -> other(one, letter)).map(Ready::not).orElseGet(() -> printed(one, letter.letter()));
        } catch (AnswersRefused | AuthorizationException | NoLetter e) {
            return Ready.not(sentence(e));
        }
    }

    private Ready printed(Taken one, LetterView letter) {
        return new Ready(letter, sendings.printed(one.view().reference(), letter, parties.find(one.view().reference(), one.view().party()).orElseThrow(), one.by()), null);
    }

    private static Optional<String> other(Taken one, Letter letter) {
        if (!letter.letter().text().equals(one.text())) {
            return Optional.of("The letter is another now than the one that was confirmed.");
        }
        var now = letter.to().stream().filter(person -> person.number() == one.view().party()).findFirst();
        if (now.isEmpty()) {
            return Optional.of("Letters do not go to number " + one.view().party() + " any more.");
        }
        return moved(one, now.get()) ? Optional.of("The address of " + now.get().numbered() + " has changed since it was confirmed.") : Optional.empty();
    }

    private static boolean moved(Taken one, PartyView person) {
        return !MayLeave.address(person, one.by()).equals(Optional.of(one.view().address()));
    }

    private void tried(Taken one, Channel channel, Ready ready, Set<SendingBy> silent) {
        var outcome = channel.send(dispatches.outgoing(one.id(), ready.printed().text(), ready.printed().pdf()));
        heard(one, outcome, silent);
        var because = String.valueOf(outcome.because());
        switch (outcome.kind()) {
            case ACCEPTED -> dispatches.accepted(one.id(), outcome.provider(), outcome.at());
            case LATER -> givenUp(one, dispatches.later(one.id(), because), because);
            case WRONGLY_SET -> dispatches.wronglySet(one.id(), because);
            case REFUSED -> dispatches.fail(one.id(), because);
            case UNKNOWN -> {
                if (one.by().asks()) {
                    dispatches.unsure(one.id(), because);
                } else {
                    dispatches.mayHaveGoneOut(one.id(), because);
                }
            }
        }
    }

    /** Asks a channel about one that may have gone out; none, and it is switched off. */
    private void asked(Taken one, Optional<Channel> channel, Set<SendingBy> silent) {
        var known = channel.isPresent() ? channel.get().asked(one.view().ourReference()) : Optional.of(Outcome.unknown("Redress does not send letters like this any more, and does not know whether it went out."));
        if (known.isEmpty()) {
            givenUp(one, dispatches.notGone(one.id()), "It had not gone out.");
            return;
        }
        var outcome = known.get();
        heard(one, outcome, silent);
        var because = String.valueOf(outcome.because());
        switch (outcome.kind()) {
            case ACCEPTED -> dispatches.accepted(one.id(), outcome.provider(), outcome.at());
            case WRONGLY_SET -> dispatches.wronglySet(one.id(), because);
            default -> givenUp(one, dispatches.askLater(one.id(), because), because);
        }
    }

    /** What an answer says of the channel itself. */
    private void heard(Taken one, Outcome outcome, Set<SendingBy> silent) {
        if (outcome.silent()) {
            silent.add(one.by());
        }
        if (outcome.kind() == Kind.WRONGLY_SET) {
            tell(one.by(), String.valueOf(outcome.because()));
        } else if (!outcome.silent()) {
            told.remove(one.by());
        }
    }

    private static void givenUp(Taken one, boolean given, String because) {
        if (given) {
            LOG.warn("{} was given up: {}", one.view(), because);
        }
    }

    private void tell(SendingBy by, String because) {
        if (!because.equals(told.put(by, because))) {
            LOG.error("Letters {} do not go out: {} They wait, and are tried again; look at redress.sending and spring.mail.", by.words(), because);
        }
    }

    /** Does the step of letters that all have been accepted, as the person who confirmed it. */
    private void record(long id) {
        dispatches.toRecord(id).ifPresent(one -> {
            var together = dispatches.allAccepted(id);
            if (gone(one)) {
                dispatches.notRecorded(together.map(Sent::ids).orElse(List.of(id)), STEP_OVER);
            } else {
                together.ifPresent(this::record);
            }
        });
    }

    private void record(Sent sent) {
        try {
            transactions.executeWithoutResult(status -> as(sent.first(), () -> {
                forms.submitTaskForm(sent.first().task(), Answers.read(sent.answers()).on(sent.day()));
                identity.clearAuthentication();
                dispatches.recorded(sent.ids());
                return true;
            }));
        } catch (AnswersRefused | AuthorizationException e) {
            dispatches.notRecorded(sent.ids(), sentence(e));
        } catch (OptimisticLockingFailureException e) {
            throw e;
        } catch (RuntimeException e) {
            LOG.warn("{}: the step could not be done with it: {}", sent.first(), e.getClass().getName());
            dispatches.notYetRecorded(sent.ids());
        }
    }

    private interface Work<T> {
        T done();
    }

    /** Does something as the person who confirmed a letter. */
    private <T> T as(DispatchView one, Work<T> work) {
        var account = accounts.find(one.confirmedBy()).orElseThrow(() -> new AuthorizationException("Whoever confirmed it has no account any more."));
        try {
            identity.setAuthentication(account.id(), account.groups(), account.councils());
            return Dispatches.asTheProduct(work::done);
        } finally {
            identity.clearAuthentication();
        }
    }

    private static String sentence(RuntimeException e) {
        var text = String.valueOf(e.getMessage());
        return text.length() <= 300 ? text : text.substring(0, 299) + "…";
    }

    private void lookAfter(long id, Set<SendingBy> silent) {
        dispatches.accepted(id).filter(one -> !silent.contains(one.by())).ifPresent(one -> {
            var receipt = sendings.channel(one.by()).map(channel -> channel.receipt(String.valueOf(one.view().provider()))).orElse(Receipt.NOT_YET);
            if (receipt == Receipt.NO_ANSWER) {
                silent.add(one.by());
            }
            dispatches.receipt(id, receipt);
        });
    }
}
