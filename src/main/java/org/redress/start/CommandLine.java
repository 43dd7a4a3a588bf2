package org.redress.start;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** What may stand on the command line: a word that nobody knows is said, and never taken for the start of the server or for nothing. */
public final class CommandLine {
    /** As Spring Boot reads them. */
    private static final Pattern SETTING = Pattern.compile("(--[A-Za-z][\\w.\\-\\[\\]]*)=.*", Pattern.DOTALL);
    private static final Set<String> WITHOUT_VALUE = Set.of("--debug", "--trace");

    private CommandLine() {}

    /** The first word that is wrong for a start of the server, which takes settings alone, as a sentence. */
    public static Optional<String> wrongForTheServer(List<String> words, String commands) {
        return words.stream().map(word -> {
            if (!word.startsWith("-") && !word.contains("=")) {
                return "\"" + word + "\" is no command; the commands are " + commands + ", and without one the server starts.";
            }
            return WITHOUT_VALUE.contains(word) || SETTING.matcher(word).matches() ? wrongSetting(word)
                    : "\"" + word + "\" is no setting: settings are written --name=value, such as --server.port=9090.";
        }).filter(sentence -> !sentence.isEmpty()).findFirst();
    }

    /** The first setting behind a command that there is not, as a sentence; the command's own options and words are for the command. */
    public static Optional<String> wrongBehind(String command, List<String> words, Collection<String> options) {
        return words.stream().filter(word -> word.startsWith("--") && !options.contains(word.replaceFirst("=.*", "")))
                .map(word -> SETTING.matcher(word).matches() || WITHOUT_VALUE.contains(word) ? wrongSetting(word)
                        : "\"" + word + "\" is no option of " + command + (options.isEmpty() ? "." : "; its options are " + String.join(", ", options) + "."))
                .filter(sentence -> !sentence.isEmpty()).findFirst();
    }

    /** The value of an option, behind it or behind a sign of equality, which is then taken out of the words. */
    public static Optional<String> option(List<String> words, String name) {
        for (int i = 0; i < words.size(); i++) {
            var word = words.get(i);
            if (word.startsWith(name + "=")) {
                words.remove(i);
                return Optional.of(word.substring(name.length() + 1));
            }
            if (word.equals(name) && i + 1 < words.size() && !words.get(i + 1).startsWith("--")) {
                words.remove(i);
                return Optional.of(words.remove(i));
            }
        }
        return Optional.empty();
    }

    private static String wrongSetting(String word) {
        var setting = SETTING.matcher(word);
        return setting.matches() ? SettingNames.wrong(setting.group(1).substring(2)).orElse("") : "";
    }
}
