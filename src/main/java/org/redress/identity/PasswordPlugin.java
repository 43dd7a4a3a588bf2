package org.redress.identity;

import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.springframework.stereotype.Component;

/** Has the engine keep passwords by a slow hash; what it kept by its own still signs in, and is kept anew then. */
@Component
class PasswordPlugin extends AbstractProcessEnginePlugin {
    private final SlowHash hash;

    PasswordPlugin(SlowHash hash) {
        this.hash = hash;
    }

    @Override
    public void preInit(ProcessEngineConfigurationImpl configuration) {
        configuration.setPasswordEncryptor(hash);
    }
}
