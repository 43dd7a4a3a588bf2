package org.redress.engine;

import java.util.ArrayList;
import java.util.List;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.identity.PasswordPolicyRule;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.identity.DefaultPasswordPolicyImpl;
import org.camunda.bpm.engine.impl.util.EncryptionUtil;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** Keeps passwords and compares them as the engine does, without its counting and locking. */
@Component
public class PasswordKeeper {
    private final ProcessEngine engine;

    PasswordKeeper(@Lazy ProcessEngine engine) {
        this.engine = engine;
    }

    /** The engine's own rules for a new password. */
    public static List<PasswordPolicyRule> rules() {
        return new ArrayList<>(new DefaultPasswordPolicyImpl().getRules());
    }

    /** What is mixed into a new password. */
    public String newSalt() {
        return configuration().getSaltGenerator().generateSalt();
    }

    /** A password as it is kept from now on. */
    public String keep(String password, String salt) {
        return configuration().getPasswordManager().encrypt(EncryptionUtil.saltPassword(password, salt));
    }

    /** Whether a password is the one that is kept, in whatever way it was. */
    public boolean matches(String password, String salt, String kept) {
        return configuration().getPasswordManager().check(EncryptionUtil.saltPassword(password, salt), kept);
    }

    private ProcessEngineConfigurationImpl configuration() {
        return (ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration();
    }
}
