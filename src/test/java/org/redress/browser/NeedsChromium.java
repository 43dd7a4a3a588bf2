package org.redress.browser;

import java.nio.file.Files;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * Skips a class where there is no Chromium, with a sentence that says how to install it. On a build server ({@code CI=true}) the
 * class fails with it instead, so that nobody takes a skipped test for a passed one.
 */
public class NeedsChromium implements ExecutionCondition {
    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
        if (Files.isExecutable(Chromium.PROGRAM)) {
            return ConditionEvaluationResult.enabled("There is " + Chromium.PROGRAM + ".");
        }
        boolean server = "true".equals(System.getenv("CI"));
        var sentence = "%s %s: there is no Chromium at %s. Install it (apt-get install chromium), or name one with -Dredress.chromium or REDRESS_CHROMIUM."
                .formatted(context.getDisplayName(), server ? "cannot run" : "was skipped", Chromium.PROGRAM);
        if (server) {
            throw new IllegalStateException(sentence);
        }
        System.out.println(sentence);
        return ConditionEvaluationResult.disabled(sentence);
    }
}
