package org.redress.models;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * Skips a class where there is no Node 20.19 or newer with npm, with a sentence that says how to install it. On a build server ({@code CI=true}) the class
 * fails with it instead, so that nobody takes a skipped test for a passed one.
 */
class NeedsNode implements ExecutionCondition {
    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
        if (newEnough(version()) && program("npm").isPresent()) {
            return ConditionEvaluationResult.enabled("There is Node " + version() + ".");
        }
        boolean server = "true".equals(System.getenv("CI"));
        var sentence = "%s %s: there is no Node 20.19 or newer with npm on the path. Install them (apt-get install nodejs npm).".formatted(context.getDisplayName(), server ? "cannot run" : "was skipped");
        if (server) {
            throw new IllegalStateException(sentence);
        }
        System.out.println(sentence);
        return ConditionEvaluationResult.disabled(sentence);
    }

    /** Before, a module could not be taken in by a script of the older kind, as the linter does. */
    private static boolean newEnough(String version) {
        var numbers = version.replaceFirst("^v", "").split("\\.");
        return numbers.length > 1 && (Integer.parseInt(numbers[0]) > 20 || numbers[0].equals("20") && Integer.parseInt(numbers[1]) >= 19);
    }

    private static String version() {
        try {
            var node = program("node");
            return node.isEmpty() ? "" : new String(new ProcessBuilder(node.get().toString(), "--version").start().getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
        } catch (IOException e) {
            return "";
        }
    }

    private static Optional<Path> program(String name) {
        return Stream.of(Optional.ofNullable(System.getenv("PATH")).orElse("").split(Pattern.quote(File.pathSeparator))).filter(folder -> !folder.isBlank())
                .map(folder -> Path.of(folder, name)).filter(Files::isExecutable).findFirst();
    }
}
