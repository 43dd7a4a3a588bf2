package org.redress.access;

import org.redress.identity.StartRefused;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.core.env.Environment;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.stereotype.Component;

/** Which ways to sign in there are, as {@code redress.sign-in} says it; refuses a start that would leave none. */
@Component
@ConditionalOnWebApplication
class SignInSettings {
    private final Environment settings;

    SignInSettings(Environment settings, ObjectProvider<ClientRegistrationRepository> servers) {
        this.settings = settings;
        if (!password() && servers.getIfAvailable() == null) {
            throw new StartRefused("redress.sign-in.password is false and no OpenID Connect server is named (spring.security.oauth2.client.registration):"
                    + " nobody could sign in. Name a server, or leave redress.sign-in.password at true.");
        }
        if (!password() && basic()) {
            throw new StartRefused("redress.sign-in.basic is true and redress.sign-in.password is false: programs would sign in with passwords"
                    + " that nobody else may use. Give them tokens, and leave redress.sign-in.basic at false.");
        }
    }

    /** Whether people sign in with the password of their account. */
    boolean password() {
        return is("redress.sign-in.password");
    }

    /** Whether programs sign in with a password, by HTTP basic authentication. */
    boolean basic() {
        return is("redress.sign-in.basic");
    }

    private boolean is(String setting) {
        return settings.getRequiredProperty(setting, Boolean.class);
    }
}
