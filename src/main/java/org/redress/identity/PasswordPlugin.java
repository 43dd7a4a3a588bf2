package org.redress.identity;

import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.springframework.stereotype.Component;

/** Has the engine take passwords by our rules and keep them by a slow hash; what it kept by its own still signs in, and is kept anew then. */
@Component
class PasswordPlugin extends AbstractProcessEnginePlugin {
    private final SlowHash hash;
    private final PasswordRules rules;

    PasswordPlugin(SlowHash hash, PasswordRules rules) {
        this.hash = hash;
        this.rules = rules;
    }

    @Override
    public void preInit(ProcessEngineConfigurationImpl configuration) {
        configuration.setPasswordEncryptor(hash);
        configuration.setPasswordPolicy(rules);
    }
}
