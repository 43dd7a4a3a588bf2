package org.redress.sending;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
    private static final Logger LOG = LoggerFactory.getLogger(SendLetters.class);

    private final Dispatches dispatches;
    private final Sendings sendings;
    private final List<Channel> channels;
    private final Parties parties;
    private final FormService forms;
    private final TaskService tasks;
    private final IdentityService identity;
    private final Accounts accounts;
    private final TransactionTemplate transactions;
    /** Which channels do not work because of what is set, and why: whoever runs the product is told once. */
    private final Map<SendingBy, String> told = new ConcurrentHashMap<>(new EnumMap<>(SendingBy.class));

    // lazily: these are the engine's services
    SendLetters(Dispatches dispatches, Sendings sendings, List<Channel> channels, Parties parties, @Lazy FormService forms, @Lazy TaskService tasks, @Lazy IdentityService identity,
            @Lazy Accounts accounts, PlatformTransactionManager transactions) {
        this.dispatches = dispatches;
        this.sendings = sendings;
        this.channels = channels;
        this.parties = parties;
        this.forms = forms;
        this.tasks = tasks;
        this.identity = identity;
        this.accounts = accounts;
        this.transactions = new TransactionTemplate(transactions);
    }

    /** One round. A fault with one letter stops no other. */
    void round() {
        each(dispatches.lost(), this::goOnAfterACrash);
        each(dispatches.due(), this::send);
        each(dispatches.toRecord(), this::record);
        each(dispatches.toLookAfter(), this::lookAfter);
    }

    private static void each(List<Long> ids, LongConsumer work) {
        for (long id : ids) {
            try {
                work.accept(id);
            } catch (OptimisticLockingFailureException e) {
                LOG.debug("Another node has it.", e);
            } catch (RuntimeException e) {
                // no message of it: it might say more than a log may
                LOG.warn("A letter could not be seen to, and will be again: {}", e.getClass().getName());
            }
        }
    }

    /** Whoever tried it stopped in the middle: where a channel knows our reference, the next attempt begins with asking it. */
    private void goOnAfterACrash(long id) {
        var stopped = "Redress stopped while it was sent.";
        dispatches.found(id).ifPresent(one -> {
            if (one.by().asks()) {
                dispatches.later(id, true, stopped);
            } else {
                dispatches.mayHaveGoneOut(id, stopped);
            }
        });
    }

    private void send(long id) {
        var waiting = dispatches.waiting(id);
        var channel = waiting.flatMap(one -> sendings.channel(one.by()));
        if (waiting.isEmpty() || channel.isEmpty()) {
            // switched off meanwhile: it waits
            return;
        }
        if (!waiting.get().unsure() && gone(waiting.get())) {
            dispatches.callOff(id, "The step is over.");
            return;
        }
        // a letter whose fate is unknown is not refused any more: it may have gone
        var ready = waiting.get().unsure() ? Ready.ONLY_ASKED : ready(waiting.get());
        if (ready.why() != null) {
            dispatches.fail(id, ready.why());
        } else if (dispatches.take(id, ready.printed() == null ? null : Digests.sha256(ready.printed().pdf()))) {
            tried(waiting.get(), channel.get(), ready.printed());
        }
    }

    /** A letter that goes now, or why it does not. */
    private record Ready(@Nullable Printed printed, @Nullable String why) {
        static final Ready ONLY_ASKED = new Ready(null, null);
    }

    private boolean gone(Taken one) {
        return !one.view().recorded() && tasks.createTaskQuery().taskId(one.view().task()).count() == 0;
    }

    /** The letter as it goes, unless something has changed since it was confirmed. */
    private Ready ready(Taken one) {
        var view = one.view();
        if (view.recorded()) {
            return sendings.objection(one).map(why -> new Ready(null, why)).orElseGet(() -> printed(one, sendings.kept(one)));
        }
        try {
            var letter = as(view, () -> sendings.letter(view.reference(), Answers.read(String.valueOf(view.answers())), answers -> forms.submitTaskForm(view.task(), answers)));
            return sendings.objection(view.reference(), letter, one.by()).or(() -> other(one, letter)).map(why -> new Ready(null, why)).orElseGet(() -> printed(one, letter.letter()));
        } catch (AnswersRefused | AuthorizationException | NoLetter e) {
            return new Ready(null, sentence(e));
        }
    }

    private Ready printed(Taken one, LetterView letter) {
        return new Ready(sendings.printed(one.view().reference(), letter, parties.find(one.view().reference(), one.view().party()).orElseThrow()), null);
    }

    private static Optional<String> other(Taken one, Letter letter) {
        if (!letter.letter().text().equals(one.text())) {
            return Optional.of("The letter is another now than the one that was confirmed.");
        }
        var now = letter.to().to().stream().filter(person -> person.number() == one.view().party()).findFirst();
        if (now.isEmpty()) {
            return Optional.of("Letters do not go to number " + one.view().party() + " any more.");
        }
        return moved(one, now.get()) ? Optional.of("The address of " + now.get().numbered() + " has changed since it was confirmed.") : Optional.empty();
    }

    private static boolean moved(Taken one, PartyView person) {
        return !MayLeave.address(person, one.by()).equals(Optional.of(one.view().address()));
    }

    private void tried(Taken one, Channel channel, @Nullable Printed printed) {
        var known = printed == null ? channel.asked(one.view().ourReference()) : Optional.<Outcome>empty();
        if (printed == null && known.isEmpty()) {
            // it certainly did not go out, so what has changed since counts again
            dispatches.notGone(one.id());
            return;
        }
        var outcome = known.isPresent() || printed == null ? known.orElseThrow() : channel.send(dispatches.outgoing(one.id(), printed.text(), printed.pdf()));
        if (outcome.kind() != Kind.WRONGLY_SET) {
            told.remove(one.by());
        }
        var because = String.valueOf(outcome.because());
        switch (outcome.kind()) {
            case ACCEPTED -> dispatches.accepted(one.id(), outcome.provider());
            case LATER -> givenUp(one, dispatches.later(one.id(), false, because), because);
            case WRONGLY_SET -> {
                tell(one.by(), because);
                givenUp(one, dispatches.later(one.id(), false, because), because);
            }
            case REFUSED -> dispatches.fail(one.id(), because);
            case UNKNOWN -> {
                if (one.by().asks()) {
                    givenUp(one, dispatches.later(one.id(), true, because), because);
                } else {
                    dispatches.mayHaveGoneOut(one.id(), because);
                }
            }
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
        dispatches.allAccepted(id).ifPresent(sent -> {
            try {
                transactions.executeWithoutResult(status -> as(sent.first(), () -> {
                    forms.submitTaskForm(sent.first().task(), Answers.read(sent.answers()).on(sent.day()));
                    identity.clearAuthentication();
                    dispatches.recorded(sent.ids());
                    return true;
                }));
            } catch (AnswersRefused | AuthorizationException e) {
                dispatches.notRecorded(sent.ids(), sentence(e));
            }
        });
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

    private void lookAfter(long id) {
        dispatches.accepted(id).ifPresent(one -> channels.stream().filter(channel -> channel.by() == one.by() && channel.on() && one.view().provider() != null).findFirst()
                .ifPresent(channel -> dispatches.receipt(id, channel.receipt(String.valueOf(one.view().provider())))));
    }
}
