package org.redress.access;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.authorization.Groups;
import org.jspecify.annotations.Nullable;
import org.redress.access.SecondStep.Person;
import org.redress.access.SignInSettings.SecondFactor;
import org.redress.identity.Accounts;
import org.redress.identity.Accounts.Account;
import org.redress.identity.PasswordTries;
import org.redress.identity.Role;
import org.redress.identity.Seal;
import org.redress.identity.SecondFactors;
import org.redress.identity.TooManyTries;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.PessimisticLockingFailureException;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.stereotype.Component;

/**
 * The step between password and sign-in: supervisors and administrators, on either side, type a code after their password, and so
 * does whoever was one and still has a second factor.
 */
@Component
@ConditionalOnWebApplication
class CodeSignIn {
    private static final Duration A_MOMENT = Duration.ofSeconds(5);
    private static final Logger LOG = LoggerFactory.getLogger(CodeSignIn.class);

    private final Accounts accounts;
    private final SecondFactors factors;
    private final IdentityService identity;
    private final Seal seal;
    private final SignInSettings settings;
    private final PasswordTries tries;
    private final Clock clock;

    CodeSignIn(Accounts accounts, SecondFactors factors, IdentityService identity, Seal seal, SignInSettings settings, PasswordTries tries, Clock clock) {
        this.accounts = accounts;
        this.factors = factors;
        this.identity = identity;
        this.seal = seal;
        this.settings = settings;
        this.tries = tries;
        this.clock = clock;
    }

    /**
     * Whoever needs a second factor is asked for it, with the page that follows.
     *
     * @param mark what the account was known by before its password was compared
     * @param details from where the password came
     */
    void askIfNeeded(String account, String mark, @Nullable Object details) {
        var mode = settings.secondFactor();
        boolean has = mode != SecondFactor.OFF && factors.has(account);
        if (mode == SecondFactor.OFF || !has && !keeps(account)) {
            return;
        }
        if (details instanceof InBrowser) {
            throw SecondStep.first(seal, clock, account, mark, has ? null : factors.offer(), !has && mode == SecondFactor.OFFERED);
        }
        if (has || mode == SecondFactor.REQUIRED) {
            LOG.warn("Sign-in refused: {} needs a second factor, and a program has none.", account);
            throw new BadCredentialsException("Programs send a token.");
        }
    }

    private boolean keeps(String account) {
        return accounts.find(account).filter(CodeSignIn::keeps).isPresent();
    }

    /** Whether somebody supervises or administers. */
    private static boolean keeps(Account account) {
        return account.groups().contains(Role.SUPERVISORS.group()) || account.groups().contains(Groups.CAMUNDA_ADMIN);
    }

    /** Whether somebody needs a code by now who signed in with a password alone: before they supervised or administered, or before the setting said so. */
    static boolean isMissing(SignInSettings settings, Account account) {
        return settings.secondFactor() == SecondFactor.REQUIRED && keeps(account);
    }

    /** What the account was known by when its password was compared, of whoever is asked for a code; of nobody else anything. */
    String mark(InBrowser page) {
        return SecondStep.read(seal, clock, Objects.requireNonNull(page.step())).map(Person::mark).orElse("");
    }

    /** Who it is that a page asked for a code. */
    private Person person(InBrowser page) {
        return SecondStep.read(seal, clock, Objects.requireNonNull(page.step())).filter(person -> accounts.mark(person.account()).equals(person.mark()))
                .orElseThrow(() -> new BadCredentialsException("The page was open for too long. Sign in again."));
    }

    /**
     * Who has signed in.
     *
     * @param withCode whether a code was taken, or this waits for another time
     */
    record Taken(String account, boolean withCode) {}

    /** Takes the code, and gives whose it was; asks again if it is not right. */
    Taken signIn(InBrowser page) {
        var person = person(page);
        var account = person.account();
        boolean mayWait = person.offer() != null && settings.secondFactor() == SecondFactor.OFFERED && !factors.has(account);
        boolean withCode = !(mayWait && page.later());
        try {
            if (withCode && !tries.ofCode(account, page.getRemoteAddress(), () -> isRight(person, page.code()))) {
                throw SecondStep.again(person, page.step(), mayWait);
            }
        } catch (TooManyTries tooMany) {
            throw new TooMany(tooMany.after());
        }
        return new Taken(account, withCode);
    }

    private boolean isRight(Person person, String code) {
        // nobody is signed in yet, and what comes of it in the record of changes is theirs: whoever has the password and the code
        identity.setAuthentication(person.account(), List.of(), List.of());
        try {
            return person.offer() == null ? factors.takes(person.account(), code) : factors.setUp(person.account(), person.offer(), code);
        } catch (DataIntegrityViolationException setUpAtTheSameMoment) {
            return false;
        } catch (PessimisticLockingFailureException e) {
            throw new TooMany("Somebody is changing accounts at this moment. Try again in a moment.", A_MOMENT);
        } finally {
            identity.clearAuthentication();
        }
    }
}
