package org.redress.access;

import java.util.Locale;
import org.redress.identity.Seal;
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

    /** Whether supervisors and administrators sign in with a code after their password. */
    enum SecondFactor { REQUIRED, OFFERED, OFF }

    SignInSettings(Environment settings, ObjectProvider<ClientRegistrationRepository> servers, Seal seal) {
        this.settings = settings;
        if (!password() && servers.getIfAvailable() == null) {
            throw new StartRefused("redress.sign-in.password is false and no OpenID Connect server is named (spring.security.oauth2.client.registration):"
                    + " nobody could sign in. Name a server, or leave redress.sign-in.password at true.");
        }
        if (!password() && basic()) {
            throw new StartRefused("redress.sign-in.basic is true and redress.sign-in.password is false: programs would sign in with passwords"
                    + " that nobody else may use. Give them tokens, and leave redress.sign-in.basic at false.");
        }
        if (password() && secondFactor() != SecondFactor.OFF && !seal.isThere()) {
            throw new StartRefused("The second factor of supervisors and administrators needs a key that seals its secrets: give redress.sign-in.secret-key"
                    + " (or REDRESS_SIGN_IN_SECRET_KEY) 32 random characters or more, such as openssl rand -base64 32 prints, and keep it;"
                    + " or switch the second factor off with redress.sign-in.second-factor: off.");
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

    SecondFactor secondFactor() {
        var said = settings.getRequiredProperty("redress.sign-in.second-factor").strip().toLowerCase(Locale.ROOT);
        return switch (said) {
            case "required" -> SecondFactor.REQUIRED;
            case "offered" -> SecondFactor.OFFERED;
            // YAML reads off as false
            case "off", "false" -> SecondFactor.OFF;
            default -> throw new StartRefused("redress.sign-in.second-factor is " + said + ": say required, offered or off.");
        };
    }

    private boolean is(String setting) {
        return settings.getRequiredProperty(setting, Boolean.class);
    }
}
