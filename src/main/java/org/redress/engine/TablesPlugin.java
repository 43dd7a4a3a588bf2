package org.redress.engine;

import java.util.List;
import java.util.Optional;
import java.util.ArrayList;
import java.util.stream.Collectors;
import org.camunda.bpm.dmn.engine.delegate.DmnDecisionTableEvaluationEvent;
import org.camunda.bpm.dmn.engine.delegate.DmnDecisionTableEvaluationListener;
import org.camunda.bpm.dmn.engine.impl.DefaultDmnEngineConfiguration;
import org.camunda.bpm.dmn.engine.impl.DmnDecisionTableImpl;
import org.camunda.bpm.dmn.engine.impl.hitpolicy.CollectHitPolicyHandler;
import org.camunda.bpm.dmn.feel.impl.scala.ScalaFeelEngineFactory;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.jspecify.annotations.NullUnmarked;
import org.springframework.stereotype.Component;

/** Makes every decision table that has to give one answer stop with a sentence when no row gives one, and reads plain cells fast. */
@Component
@NullUnmarked
class TablesPlugin extends AbstractProcessEnginePlugin {
    private final NoRowWatch watch;

    TablesPlugin(NoRowWatch watch) {
        this.watch = watch;
    }

    @Override
    public void preInit(ProcessEngineConfigurationImpl configuration) {
        var dmn = Optional.ofNullable(configuration.getDmnEngineConfiguration())
                .orElseGet(() -> (DefaultDmnEngineConfiguration) DefaultDmnEngineConfiguration.createDefaultDmnEngineConfiguration());
        var listeners = new ArrayList<DmnDecisionTableEvaluationListener>();
        Optional.ofNullable(dmn.getCustomPostDecisionTableEvaluationListeners()).ifPresent(listeners::addAll);
        listeners.add(this::refuseNoMatch);
        dmn.setCustomPostDecisionTableEvaluationListeners(List.copyOf(listeners));
        var feel = Optional.ofNullable(dmn.getFeelEngineFactory()).orElseGet(ScalaFeelEngineFactory::new);
        dmn.setFeelEngineFactory(() -> new PlainCells(feel.createInstance()));
        configuration.setDmnEngineConfiguration(dmn);
    }

    private void refuseNoMatch(DmnDecisionTableEvaluationEvent event) {
        var table = (DmnDecisionTableImpl) event.getDecisionTable().getDecisionLogic();
        // a table that collects may well collect nothing
        if (event.getMatchingRules().isEmpty() && !(table.getHitPolicyHandler() instanceof CollectHitPolicyHandler)) {
            var facts = event.getInputs().stream()
                    .map(input -> input.getName() + " " + (input.getValue() == null ? "(none)" : input.getValue().getValue()))
                    .collect(Collectors.joining(", "));
            throw watch.noRow(event.getDecisionTable().getName(), facts);
        }
    }
}
