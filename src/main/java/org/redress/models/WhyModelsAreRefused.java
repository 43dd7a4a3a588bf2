package org.redress.models;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Shows at the start what is wrong with the models instead of where in the program it was noticed. */
class WhyModelsAreRefused extends AbstractFailureAnalyzer<ModelsRefused> {
    @Override
    protected FailureAnalysis analyze(Throwable failure, ModelsRefused refused) {
        return new FailureAnalysis(refused.getMessage(), "Correct these files, or start with the folder and the product as they were; cases go on with the versions they have.", failure);
    }
}
