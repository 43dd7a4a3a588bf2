package org.redress.engine;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Optional;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.jspecify.annotations.NullUnmarked;
import org.redress.database.CaseFileFirst;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.util.function.SingletonSupplier;

/** Puts the gates before the engine's services, and the guard before each of its commands. */
@Component
@NullUnmarked
class GatePlugin extends AbstractProcessEnginePlugin {
    private final TaskGate tasks;
    private final AccountGate accounts;
    private final ObjectProvider<CaseFileFirst> caseFile;
    private final Clock clock;

    GatePlugin(TaskGate tasks, AccountGate accounts, ObjectProvider<CaseFileFirst> caseFile, Clock clock) {
        this.tasks = tasks;
        this.accounts = accounts;
        this.caseFile = caseFile;
        this.clock = clock;
    }

    @Override
    public void preInit(ProcessEngineConfigurationImpl configuration) {
        configuration.setTaskService(new GatedTaskService(tasks));
        configuration.setFormService(new GatedFormService(tasks));
        configuration.setFilterService(new GatedFilterService(accounts));
        configuration.setIdentityService(new GatedIdentityService(accounts));
        configuration.setAuthorizationService(new GatedAuthorizationService(accounts));
        configuration.setManagementService(new GatedManagementService(configuration, clock));
        guard(configuration);
        // a refused answer is no failure; whoever calls a command hears what came of it
        configuration.setEnableCmdExceptionLogging(false);
    }

    private void guard(ProcessEngineConfigurationImpl configuration) {
        var before = Optional.ofNullable(configuration.getCustomPreCommandInterceptorsTxRequired()).orElseGet(ArrayList::new);
        before.add(new Again(configuration));
        before.add(new Guard(configuration));
        configuration.setCustomPreCommandInterceptorsTxRequired(before);
        var beforeNew = Optional.ofNullable(configuration.getCustomPreCommandInterceptorsTxRequiresNew()).orElseGet(ArrayList::new);
        beforeNew.add(new Again(configuration));
        beforeNew.add(new Guard(configuration));
        configuration.setCustomPreCommandInterceptorsTxRequiresNew(beforeNew);
        var within = Optional.ofNullable(configuration.getCustomPostCommandInterceptorsTxRequired()).orElseGet(ArrayList::new);
        // looked for once: it comes after the engine
        var first = SingletonSupplier.of(caseFile::getObject);
        within.add(new InOneOrder(first::obtain));
        configuration.setCustomPostCommandInterceptorsTxRequired(within);
        var withinNew = Optional.ofNullable(configuration.getCustomPostCommandInterceptorsTxRequiresNew()).orElseGet(ArrayList::new);
        withinNew.add(new InOneOrder(first::obtain));
        configuration.setCustomPostCommandInterceptorsTxRequiresNew(withinNew);
        configuration.setFailedJobCommandFactory(new FailedJobs());
    }
}
