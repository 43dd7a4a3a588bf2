package org.redress.access;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.redress.identity.Accounts;
import org.redress.identity.PasswordTries;
import org.redress.identity.PasswordsBusy;
import org.redress.identity.TooManyTries;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.web.authentication.WebAuthenticationDetails;
import org.springframework.stereotype.Component;

/** Signs people in with the password of their account, as often as {@link PasswordTries} lets them try. */
@Component
@ConditionalOnWebApplication
class PasswordSignIn implements AuthenticationProvider {
    /** What somebody has for whom a code was taken. */
    static final GrantedAuthority WITH_CODE = new SimpleGrantedAuthority("with-code");
    private static final Duration MOMENT = Duration.ofSeconds(5);
    private static final Logger LOG = LoggerFactory.getLogger(PasswordSignIn.class);

    private final Accounts accounts;
    private final SignInSettings settings;
    private final PasswordTries tries;
    private final CodeSignIn codes;

    PasswordSignIn(Accounts accounts, SignInSettings settings, PasswordTries tries, CodeSignIn codes) {
        this.accounts = accounts;
        this.settings = settings;
        this.tries = tries;
        this.codes = codes;
    }

    @Override
    public Authentication authenticate(Authentication asked) {
        refuseIfSwitchedOff(asked);
        if (asked.getDetails() instanceof InBrowser page && page.step() != null) {
            var taken = codes.signIn(page);
            return signedIn(taken.account(), taken.withCode(), asked);
        }
        var id = asked.getDetails() instanceof InBrowser page ? page.name() : TypedName.of(asked.getName());
        var mark = accounts.mark(id);
        try {
            if (!tries.atSignIn(id, accounts.exists(id), address(asked), browser(asked, id), () -> accounts.matches(id, String.valueOf(asked.getCredentials())))) {
                throw new BadCredentialsException("The user name or the password is not right.");
            }
        } catch (TooManyTries tooMany) {
            throw new TooMany(tooMany.after());
        } catch (PasswordsBusy busy) {
            throw new TooMany(String.valueOf(busy.getMessage()), MOMENT);
        }
        codes.askIfNeeded(id, mark, asked.getDetails());
        return signedIn(id, false, asked);
    }

    private static Authentication signedIn(String id, boolean withCode, Authentication asked) {
        var person = UsernamePasswordAuthenticationToken.authenticated(id, null, withCode ? List.of(WITH_CODE) : List.of());
        // what stays in the session
        person.setDetails(new WebAuthenticationDetails(address(asked), null));
        return person;
    }

    private void refuseIfSwitchedOff(boolean off, String what, String sentence, Authentication asked) {
        if (off) {
            if (tries.mayNote(what, address(asked))) {
                LOG.warn("Sign-in refused: {} switched off, from {}.", what, address(asked));
            }
            throw new BadCredentialsException(sentence);
        }
    }

    private void refuseIfSwitchedOff(Authentication asked) {
        refuseIfSwitchedOff(!settings.password(), "passwords are", "Passwords are switched off here. Sign in with your organisation.", asked);
        refuseIfSwitchedOff(asked.getDetails() instanceof ByProgram && !settings.basic(), "HTTP basic authentication is", "Programs send a token.", asked);
    }

    @Override
    public boolean supports(Class<?> kind) {
        return UsernamePasswordAuthenticationToken.class.isAssignableFrom(kind);
    }

    private static @Nullable String browser(Authentication asked, String id) {
        return asked.getDetails() instanceof InBrowser here ? here.known(id) : null;
    }

    private static String address(Authentication asked) {
        return Asked.network(asked.getDetails() instanceof WebAuthenticationDetails details ? details.getRemoteAddress() : "");
    }
}
