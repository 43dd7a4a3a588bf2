package org.redress.access;

import java.time.Clock;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.redress.identity.Accounts;
import org.redress.identity.PasswordsBusy;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.authentication.WebAuthenticationDetails;
import org.springframework.stereotype.Component;

/**
 * Signs people in with the password of their account. Guessing is slowed down for one person from one address and for one address,
 * never for the person as such: whoever knows the name of a colleague could lock them out. Whoever has signed in from an address
 * before is not hindered by what others do there.
 */
@Component
@ConditionalOnWebApplication
class PasswordSignIn implements AuthenticationProvider {
    private static final Duration MOMENT = Duration.ofSeconds(5);
    private static final Logger LOG = LoggerFactory.getLogger(PasswordSignIn.class);

    private final Accounts accounts;
    private final SignInSettings settings;
    private final Throttle guesses;
    private final Throttle strangers;
    private final Set<String> regulars = Collections.newSetFromMap(Throttle.remembering());

    PasswordSignIn(Accounts accounts, SignInSettings settings, Clock clock) {
        this.accounts = accounts;
        this.settings = settings;
        this.guesses = new Throttle(clock, 10, Duration.ofSeconds(30));
        this.strangers = new Throttle(clock, 50, Duration.ofSeconds(10));
    }

    @Override
    public Authentication authenticate(Authentication asked) {
        var id = asked.getName();
        var address = address(asked);
        refuseIfSwitchedOff(asked);
        var pair = address + " " + id;
        // counted before the password is compared, so that many guesses at the same time are no way around it
        refuseIf(guesses.take(pair));
        if (!regulars.contains(pair)) {
            refuseIf(strangers.take(address));
        }
        if (!matches(id, String.valueOf(asked.getCredentials()))) {
            LOG.warn("Sign-in refused: wrong password or no account, from {}.", address);
            throw new BadCredentialsException("The user name or the password is not right.");
        }
        guesses.forget(pair);
        if (regulars.add(pair)) {
            strangers.giveBack(address);
        }
        return UsernamePasswordAuthenticationToken.authenticated(id, null, List.of());
    }

    private void refuseIfSwitchedOff(Authentication asked) {
        if (!settings.password()) {
            LOG.warn("Sign-in refused: passwords are switched off, from {}.", address(asked));
            throw new BadCredentialsException("Passwords are switched off here. Sign in with your organisation.");
        }
        if (asked.getDetails() instanceof ByProgram && !settings.basic()) {
            LOG.warn("Sign-in refused: HTTP basic authentication is switched off, from {}.", address(asked));
            throw new BadCredentialsException("Programs send a token.");
        }
    }

    private boolean matches(String id, String password) {
        try {
            return accounts.matches(id, password);
        } catch (PasswordsBusy busy) {
            throw new TooMany(String.valueOf(busy.getMessage()), MOMENT);
        }
    }

    private static void refuseIf(Optional<Duration> wait) {
        wait.ifPresent(after -> {
            throw new TooMany(after);
        });
    }

    @Override
    public boolean supports(Class<?> kind) {
        return UsernamePasswordAuthenticationToken.class.isAssignableFrom(kind);
    }

    /** The address; of the newer kind its first half, because whoever has one has all that begin like it. */
    private static String address(Authentication asked) {
        var address = asked.getDetails() instanceof WebAuthenticationDetails details ? String.valueOf(details.getRemoteAddress()) : "";
        var parts = address.split(":");
        return parts.length > 4 ? String.join(":", List.of(parts).subList(0, 4)) : address;
    }
}
