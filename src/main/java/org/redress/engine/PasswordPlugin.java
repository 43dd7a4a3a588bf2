package org.redress.engine;

import org.camunda.bpm.engine.identity.PasswordPolicy;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.digest.PasswordEncryptor;
import org.jspecify.annotations.NullUnmarked;
import org.springframework.stereotype.Component;

/** Has the engine take passwords by our rules and keep them by a slow hash; what it kept by its own still signs in, and is kept anew then. */
@Component
@NullUnmarked
class PasswordPlugin extends AbstractProcessEnginePlugin {
    private final PasswordHash hash;
    private final PasswordPolicy rules;

    PasswordPlugin(PasswordHash hash, PasswordPolicy rules) {
        this.hash = hash;
        this.rules = rules;
    }

    @Override
    public void preInit(ProcessEngineConfigurationImpl configuration) {
        configuration.setPasswordEncryptor(new Kept(hash));
        configuration.setPasswordPolicy(rules);
    }

    private record Kept(PasswordHash hash) implements PasswordEncryptor {
        @Override
        public String encrypt(String password) {
            return hash.encrypt(password);
        }

        @Override
        public boolean check(String password, String encrypted) {
            return hash.check(password, encrypted);
        }

        @Override
        public String hashAlgorithmName() {
            return hash.hashAlgorithmName();
        }
    }
}
