package org.redress.identity;

import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * How often a password may be tried, for every door at which one is checked: the sign-in of people and of programs, and whatever asks
 * somebody who is signed in for their password once more. At the sign-in, guessing is slowed down for one person from one address and
 * for one address, never for the person as such: whoever knows the name of a colleague could lock them out. Whoever has signed in from
 * an address or in a browser before is not hindered by what others do there. Each refusal has a line in the log, without the password,
 * and with the name of an account only (DAT-01).
 */
@Component
public class PasswordTries {
    private static final Logger LOG = LoggerFactory.getLogger(PasswordTries.class);

    private final Throttle guesses;
    private final Throttle strangers;
    private final Throttle own;
    private final Throttle codes;
    private final Throttle lines;
    private final Throttle strangersLines;
    private final Set<String> regulars = Throttle.some();

    PasswordTries(Throttles throttles, Clock clock) {
        this.guesses = throttles.named("passwords", 10, Duration.ofSeconds(30));
        this.strangers = throttles.named("passwords of strangers", 50, Duration.ofSeconds(10));
        this.own = throttles.named("own passwords", 5, Duration.ofMinutes(1));
        this.codes = throttles.named("codes", 10, Duration.ofSeconds(30));
        // each node has its log
        this.lines = new Throttle(clock, 10, Duration.ofSeconds(10));
        // each line is all that is known of one attempt: no limit on attempts comes before it
        this.strangersLines = new Throttle(clock, 50, Duration.ofSeconds(10));
    }

    /**
     * Whether the password is right, of somebody who signs in.
     *
     * @param id the name that was given
     * @param account whether there is an account with this name
     * @param address from where
     * @param browser a browser in which this person signed in before
     */
    public boolean atSignIn(String id, boolean account, String address, @Nullable String browser, BooleanSupplier right) {
        var pair = Throttle.small((browser == null ? "from " + address : "in " + browser) + " " + id);
        boolean known = browser != null || regulars.contains(pair);
        // counted before the password is compared, so that many guesses at the same time are no way around it
        if (!known) {
            refuseIf(strangers.look(address), address);
        }
        refuseIf(guesses.take(pair), address);
        if (!known) {
            refuseIf(strangers.take(address), address);
        }
        if (!compared(right, () -> notCounted(known, address, pair))) {
            LOG.warn("Sign-in refused: {}, from {}.", account ? "a wrong password of " + id : "nobody with an account", address);
            return false;
        }
        guesses.forget(pair);
        if (!known && regulars.add(pair)) {
            strangers.giveBack(address);
        }
        return true;
    }

    /** Whether the code is right, of somebody whose password was: counted for the person from whatever address, because whoever gets here knows the password. */
    public boolean ofCode(String person, String address, BooleanSupplier right) {
        codes.take(person).ifPresent(wait -> {
            if (lines.take(address).isEmpty()) {
                LOG.warn("Sign-in refused: too many codes of {}, from {}.", person, address);
            }
            throw new TooManyTries(wait);
        });
        if (!compared(right, () -> codes.giveBack(person))) {
            LOG.warn("Sign-in refused: a wrong code of {}, from {}.", person, address);
            return false;
        }
        codes.forget(person);
        return true;
    }

    /** Whether the password is right, of somebody who is signed in and is asked for it. */
    public boolean ofOwn(String person, BooleanSupplier right) {
        own.take(person).ifPresent(wait -> {
            noteOwn(person);
            throw new TooManyTries(wait);
        });
        if (!compared(right, () -> own.giveBack(person))) {
            LOG.warn("Refused: a wrong password of {}, in a session of theirs.", person);
            return false;
        }
        own.forget(person);
        return true;
    }

    /** How long whoever is signed in as this person has to wait until a password of theirs is compared again, if at all. */
    public Optional<Duration> waitOfOwn(String person) {
        return own.look(person);
    }

    /** Whether one more line is left of what strangers at an address have refused: whoever goes on without end shall not fill the disk with it. */
    public boolean mayNote(String what, String address) {
        return strangersLines.take(what + " " + address).isEmpty();
    }

    /** Leaves a line of an attempt that was refused before anything was compared. */
    public void noteOwn(String person) {
        LOG.warn("Refused: too many wrong passwords of {}, in a session of theirs.", person);
    }

    /** What was not compared after all, because of a fault or because too many came at once, is no guess. */
    private static boolean compared(BooleanSupplier right, Runnable notCounted) {
        try {
            return right.getAsBoolean();
        } catch (RuntimeException e) {
            notCounted.run();
            throw e;
        }
    }

    private void notCounted(boolean known, String address, String pair) {
        guesses.giveBack(pair);
        if (!known) {
            strangers.giveBack(address);
        }
    }

    private void refuseIf(Optional<Duration> wait, String address) {
        wait.ifPresent(after -> {
            // whoever goes on without end shall not fill the disk with it
            if (lines.take(address).isEmpty()) {
                LOG.warn("Sign-in refused: too many attempts, from {}.", address);
            }
            throw new TooManyTries(after);
        });
    }
}
