package org.redress.access;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.redress.identity.Seal;
import org.redress.identity.SecondFactors.Offer;
import org.springframework.security.core.AuthenticationException;

/**
 * The password was right, and nobody is signed in yet: a code is asked for, or the second factor is set up first. Who it is travels
 * sealed in the page, so that there is no session before the sign-in.
 */
class SecondStep extends AuthenticationException {
    private static final Duration LONGEST = Duration.ofMinutes(10);
    private static final String PURPOSE = "second step";

    private final transient Person person;
    private final String sealed;
    private final boolean mayWait;

    private SecondStep(Person person, String sealed, boolean mayWait, String sentence) {
        super(sentence);
        this.person = person;
        this.sealed = sealed;
        this.mayWait = mayWait;
    }

    /**
     * Who has given the right password.
     *
     * @param mark what their account was known by then: with another password it is another one
     * @param until when the code is expected
     * @param offer what they set up, if they have no second factor yet
     */
    record Person(String account, String mark, Instant until, @Nullable Offer offer) {
        private String text() {
            return account + "\n" + mark + "\n" + until + "\n" + (offer == null ? "" : offer.text());
        }

        private static Person read(String text) {
            var lines = text.split("\n", -1);
            return new Person(lines[0], lines[1], Instant.parse(lines[2]), lines[3].isEmpty() ? null : Offer.read(lines[3]));
        }
    }

    /** Asks for the code, or shows what is set up. */
    static SecondStep first(Seal seal, Clock clock, String account, String mark, @Nullable Offer offer, boolean mayWait) {
        var person = new Person(account, mark, clock.instant().plus(LONGEST), offer);
        return new SecondStep(person, seal.close(PURPOSE, person.text()), mayWait, "");
    }

    /** Asks once more. */
    static SecondStep again(Person person, @Nullable String sealed, boolean mayWait) {
        return new SecondStep(person, String.valueOf(sealed), mayWait, "This code is not right, or it was used before. Wait for the next one.");
    }

    /** Who it was, if the page is ours and not too old. */
    static Optional<Person> read(Seal seal, Clock clock, String sealed) {
        return seal.open(PURPOSE, sealed).map(Person::read).filter(person -> clock.instant().isBefore(person.until()));
    }

    String account() {
        return person.account();
    }

    Optional<Offer> offer() {
        return Optional.ofNullable(person.offer());
    }

    String sealed() {
        return sealed;
    }

    /** Whether a code was not right. */
    boolean isAskedAgain() {
        return !String.valueOf(getMessage()).isEmpty();
    }

    /** Whether it can be set up another time. */
    boolean mayWait() {
        return mayWait;
    }
}
