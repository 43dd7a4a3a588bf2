package org.redress.models;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.redress.council.FileRefused;
import org.redress.council.NamedCouncils;
import org.redress.gate.Forms;
import org.redress.identity.Role;
import org.redress.identity.Services;
import org.redress.start.ExitCode;

/** {@code redress check}: what a start would refuse in a folder of models, tables and forms, and what the house advises, without a start and without a database. */
public final class CheckCommand {
    private static final String USAGE = "Say: redress check [FOLDER] [--json] [--strict] [--groups=NAME,…] [--councils=NAME,…|FILE]";
    private static final String GROUPS = "--groups";
    private static final String COUNCILS = "--councils";
    private static final String GROUPS_RULE = "model-groups";

    /** What was found. */
    private record Result(String folder, int files, List<Finding> refused, List<Finding> advised) {
        int code(boolean strict) {
            return (!refused.isEmpty() ? ExitCode.REFUSED : strict && !advised.isEmpty() ? ExitCode.FINDINGS : ExitCode.DONE).code();
        }
    }

    private CheckCommand() {}

    /**
     * Prints what is wrong, in sentences or as data: what a start would refuse, and apart from it what is advice.
     *
     * @return 0 if a start would take the folder, 1 if {@code --strict} is given and there is advice, 2 with one sentence if it could not be
     *         looked at, and the code of a start that is refused, 78, if a start would refuse it
     */
    public static int run(List<String> arguments, PrintStream out, PrintStream err) {
        var words = new ArrayList<>(arguments);
        boolean json = words.remove("--json");
        boolean strict = words.remove("--strict");
        var groups = groups(words);
        var named = named(words, COUNCILS);
        if (words.size() > 1 || words.stream().anyMatch(word -> word.startsWith("--"))) {
            err.println(USAGE);
            return ExitCode.NOT_DONE.code();
        }
        var folder = words.isEmpty() ? ModelFiles.folder() : words.get(0);
        try {
            var result = look(folder, groups, councils(named));
            if (json) {
                out.println(data(result));
            } else {
                print(result, groups, out);
            }
            return result.code(strict);
        } catch (FileRefused e) {
            err.println("The councils of --councils cannot be read: " + e.getMessage());
            return ExitCode.NOT_DONE.code();
        } catch (UncheckedIOException e) {
            err.println((folder.isBlank() ? "The models of the product" : folder) + " cannot be read: " + e.getCause().getMessage());
            return ExitCode.NOT_DONE.code();
        }
    }

    /** The groups that are named, in one word or two; they are taken out of the words. */
    static Set<String> groups(List<String> words) {
        return named(words, GROUPS);
    }

    /** The councils that are named, or those of the file that is. */
    private static Set<String> councils(Set<String> named) {
        var file = named.size() == 1 ? Path.of(named.iterator().next()) : null;
        return file != null && (Files.exists(file) || file.toString().matches(".*\\.ya?ml")) ? NamedCouncils.in(file) : named;
    }

    /** What an option names, in one word or two; it is taken out of the words. */
    private static Set<String> named(List<String> words, String option) {
        var found = new LinkedHashSet<String>();
        for (int i = 0; i < words.size(); i++) {
            if (words.get(i).equals(option) && i + 1 < words.size() || words.get(i).startsWith(option + "=")) {
                var names = words.get(i).equals(option) ? words.remove(i + 1) : words.get(i).substring(option.length() + 1);
                words.remove(i--);
                found.addAll(Arrays.stream(names.split(",")).map(String::strip).filter(name -> !name.isEmpty()).toList());
            }
        }
        return found;
    }

    private static Result look(String folder, Set<String> named, Set<String> councils) {
        try {
            var files = files(folder);
            VersionNote.bytes(folder).ifPresent(note -> files.put(VersionNote.FILE, note));
            var models = models(files, named, councils);
            return new Result(folder, files.size(), ModelRules.refused(models), ModelRules.advised(models));
        } catch (ModelsRefused e) {
            return new Result(folder, 0, e.findings(), List.of());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * What a start would deploy from a folder.
     *
     * @throws ModelsRefused if the folder itself is not as it should be
     */
    static Map<String, byte[]> files(String folder) {
        var files = new TreeMap<String, byte[]>();
        try {
            for (var file : ModelFiles.of(folder).entrySet()) {
                files.put(file.getKey(), file.getValue().getContentAsByteArray());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return files;
    }

    /** These files with what they may count on without an installation: the groups of the roles, and those that are named; councils where they are named. */
    static Models models(Map<String, byte[]> files, Set<String> named, Set<String> councils) {
        var groups = new LinkedHashSet<>(named);
        Arrays.stream(Role.values()).map(Role::group).forEach(groups::add);
        return Models.of(new Surroundings(new DelegateClasses()::has, groups, named.stream().filter(Services::isGroup).collect(Collectors.toSet()), councils, new Forms()::faults), files);
    }

    /** What a start would refuse in a folder, in sentences, but for groups, which only an installation knows. */
    public static List<String> refused(String folder) {
        return look(folder, Set.of(), Set.of()).refused().stream().filter(finding -> !finding.rule().equals(GROUPS_RULE)).map(Finding::toString).toList();
    }

    private static void print(Result result, Set<String> groups, PrintStream out) {
        print("A start refuses these:", result.refused(), out);
        print("A start takes these, and the house advises to change them:", result.advised(), out);
        if (result.refused().stream().anyMatch(finding -> finding.rule().equals(GROUPS_RULE))) {
            out.println("The groups known here are those of the roles" + (groups.isEmpty() ? "" : " and " + String.join(", ", groups))
                    + "; name those that an administrator has made with --groups=NAME,…");
            out.println();
        }
        out.println((result.folder().isBlank() ? "The models of the product" : result.folder()) + ": " + number(result.refused().size(), "thing that a start refuses", "things that a start refuses")
                + ", " + number(result.advised().size(), "piece of advice", "pieces of advice") + ", in " + number(result.files(), "file", "files") + " by " + ModelRules.ALL.size() + " rules.");
    }

    private static void print(String title, List<Finding> findings, PrintStream out) {
        if (!findings.isEmpty()) {
            out.println(title);
            findings.forEach(finding -> out.println("  " + finding + " [" + finding.rule() + "]"));
            out.println();
        }
    }

    private static String number(int count, String one, String several) {
        return count == 0 ? "no " + several : count + " " + (count == 1 ? one : several);
    }

    private static String data(Result result) {
        var data = new LinkedHashMap<String, Object>();
        data.put("folder", result.folder());
        data.put("files", result.files());
        data.put("rules", ModelRules.ALL.size());
        data.put("refused", result.refused().stream().map(CheckCommand::data).toList());
        data.put("advice", result.advised().stream().map(CheckCommand::data).toList());
        try {
            return JsonMapper.builder().build().writerWithDefaultPrettyPrinter().writeValueAsString(data);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Map<String, Object> data(Finding finding) {
        var data = new LinkedHashMap<String, Object>();
        data.put("file", finding.file());
        if (finding.line() > 0) {
            data.put("line", finding.line());
        }
        data.put("element", finding.element());
        data.put("says", finding.why());
        data.put("rule", finding.rule());
        data.put("holds", ModelRules.ALL.stream().filter(rule -> rule.id().equals(finding.rule())).map(Rule::sentence).collect(Collectors.joining()));
        return data;
    }
}
