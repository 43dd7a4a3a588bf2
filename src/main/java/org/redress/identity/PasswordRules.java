package org.redress.identity;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.camunda.bpm.engine.BadUserRequestException;
import org.camunda.bpm.engine.identity.PasswordPolicy;
import org.camunda.bpm.engine.identity.PasswordPolicyResult;
import org.camunda.bpm.engine.identity.PasswordPolicyRule;
import org.redress.engine.PasswordKeeper;
import org.springframework.stereotype.Component;

/** What a new password has to be: the engine's rules, not endless, and none that many people choose. */
@Component
public class PasswordRules implements PasswordPolicy {
    private static final String TOO_SIMPLE = "The password is too short, too simple, or like the user name.";

    private final List<PasswordPolicyRule> rules = PasswordKeeper.rules();

    PasswordRules(CommonPasswords common) {
        rules.add(new NotEndless());
        rules.add(new NotCommon(common));
    }

    @Override
    public List<PasswordPolicyRule> getRules() {
        return rules;
    }

    /** Refuses what does not keep the rules, and says which. */
    public static void refuse(PasswordPolicyResult result, String password) {
        if (!result.isValid()) {
            throw new BadUserRequestException(ofOurs(result, password).orElse(TOO_SIMPLE));
        }
    }

    /** Which of our rules is not kept, as a sentence, if the engine's are: one that is too short has to change anyway. */
    static Optional<String> ofOurs(PasswordPolicyResult result, String password) {
        var violated = result.getViolatedRules();
        return violated.stream().allMatch(Said.class::isInstance) ? violated.stream().map(rule -> ((Said) rule).why(password)).findFirst() : Optional.empty();
    }

    /** A rule of ours, which has a sentence of its own. */
    private interface Said extends PasswordPolicyRule {
        String why(String password);

        @Override
        default Map<String, String> getParameters() {
            return Map.of();
        }
    }

    private static final class NotEndless implements Said {
        @Override
        public String getPlaceholder() {
            return "It has at most " + Passwords.LONGEST + " characters";
        }

        @Override
        public boolean execute(String password) {
            return password.length() <= Passwords.LONGEST;
        }

        @Override
        public String why(String password) {
            return "The password is longer than " + Passwords.LONGEST + " characters.";
        }
    }

    private static final class NotCommon implements Said {
        private final CommonPasswords common;

        NotCommon(CommonPasswords common) {
            this.common = common;
        }

        /** The webapps show it as it is, because they have no translation for it. */
        @Override
        public String getPlaceholder() {
            return "It is none that many people choose, such as a season or the council with a year, or a row of keys";
        }

        @Override
        public boolean execute(String password) {
            return common.why(password.substring(0, Math.min(Passwords.LONGEST, password.length()))).isEmpty();
        }

        @Override
        public String why(String password) {
            return common.why(password).orElse(TOO_SIMPLE);
        }
    }
}
