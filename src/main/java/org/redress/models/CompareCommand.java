package org.redress.models;

import static java.util.stream.Collectors.joining;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.redress.models.Difference.Change;
import org.redress.start.ExitCode;

/** {@code redress compare OLD NEW}: what differs between two folders of models, tables, forms and letters, in words, as data, and as a page for each file. */
public final class CompareCommand {
    private static final String USAGE = "Say: redress compare [OLD] NEW [--json] [--all] [--pictures=FOLDER], two folders that hold processes, forms and letters; without OLD the product’s own are compared with NEW";
    private static final String PICTURES = "--pictures";

    private CompareCommand() {}

    /**
     * Prints what differs; with {@code --all} also what is only drawn or written differently, with {@code --pictures=FOLDER} a page for each file besides.
     *
     * @return 0 if nothing differs that a case could meet, 1 if something does, 2 with sentences if something could not be compared
     */
    public static int run(List<String> arguments, PrintStream out, PrintStream err) {
        var words = new ArrayList<>(arguments);
        boolean json = words.remove("--json");
        boolean all = words.remove("--all");
        var pictures = pictures(words);
        if (words.isEmpty() || words.size() > 2 || words.stream().anyMatch(word -> word.startsWith("--"))) {
            err.println(USAGE);
            return ExitCode.NOT_DONE.code();
        }
        var before = words.size() == 2 ? words.get(0) : ModelFiles.folder();
        var after = words.get(words.size() - 1);
        try {
            var folders = FolderDifferences.of(before, after);
            out.print(json ? data(before, after, folders) + "\n" : text(before, after, folders, all));
            folders.unread().forEach(finding -> err.println("Not compared: " + DifferenceText.oneLine(finding.toString())));
            if (pictures != null) {
                var index = new DifferencePages(named(before), named(after)).write(folders, Path.of(pictures));
                err.println("Pictures: " + index);
            }
            return (!folders.unread().isEmpty() ? ExitCode.NOT_DONE : folders.counts() ? ExitCode.FINDINGS : ExitCode.DONE).code();
        } catch (ModelsRefused e) {
            e.findings().forEach(finding -> err.println("Not compared: " + DifferenceText.oneLine(finding.toString())));
        } catch (UncheckedIOException e) {
            err.println("Not compared: a file cannot be read. " + e.getCause().getMessage());
        } catch (IOException e) {
            err.println("The pictures cannot be written to " + pictures + ": " + e.getMessage());
        }
        return ExitCode.NOT_DONE.code();
    }

    /** The folder for pictures, in one word or two; it is taken out of the words. */
    private static @Nullable String pictures(List<String> words) {
        for (int i = 0; i < words.size(); i++) {
            if (words.get(i).equals(PICTURES) && i + 1 < words.size()) {
                words.remove(i);
                return words.remove(i);
            }
            if (words.get(i).startsWith(PICTURES + "=") && words.get(i).length() > PICTURES.length() + 1) {
                return words.remove(i).substring(PICTURES.length() + 1);
            }
        }
        return null;
    }

    private static String named(String folder) {
        return folder.isBlank() ? "the product" : folder;
    }

    static String text(String before, String after, FolderDifferences folders, boolean all) {
        var text = new StringBuilder();
        folders.files().stream().filter(file -> all || file.kind().counts()).forEach(file -> text.append(DifferenceText.of(file, all)).append('\n'));
        long files = folders.files().stream().filter(file -> file.kind().counts()).count();
        var quiet = folders.files().stream().filter(file -> !file.kind().counts()).toList();
        text.append(DifferenceText.oneLine(named(before))).append(" → ").append(DifferenceText.oneLine(named(after))).append(": ")
                .append(files == 0 ? "nothing differs that a case could meet" : files + (files == 1 ? " file differs" : " files differ")).append(", of ").append(folders.compared()).append(" compared");
        if (!quiet.isEmpty()) {
            text.append("; ").append(quiet.size()).append(quiet.size() == 1 ? " is" : " are").append(" only drawn or written differently (").append(quiet.stream().map(file -> DifferenceText.oneLine(file.name())).collect(joining(", ")))
                    .append(all ? ")" : "; --all says how)");
        }
        return text.append(".\n").toString();
    }

    private static String data(String before, String after, FolderDifferences folders) {
        var data = new LinkedHashMap<String, Object>();
        data.put("old", before);
        data.put("new", after);
        data.put("compared", folders.compared());
        data.put("files", folders.files().stream().map(CompareCommand::data).toList());
        data.put("notCompared", folders.unread().stream().map(finding -> Map.of("file", finding.file(), "element", finding.element(), "says", finding.why())).toList());
        try {
            return JsonMapper.builder().build().writerWithDefaultPrettyPrinter().writeValueAsString(data);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Map<String, Object> data(FileDifferences file) {
        var data = new LinkedHashMap<String, Object>();
        data.put("file", file.name());
        if (file.formerName() != null) {
            data.put("formerFile", file.formerName());
        }
        data.put("title", file.title());
        data.put("is", file.kind().word());
        data.put("differences", file.differences().stream().map(CompareCommand::data).toList());
        return data;
    }

    private static Map<String, Object> data(Difference difference) {
        var data = new LinkedHashMap<String, Object>();
        data.put("what", difference.thing().what());
        data.put("kind", difference.thing().kind());
        data.put("name", difference.thing().name());
        data.put("id", difference.thing().key());
        data.put("is", difference.kind().word());
        if (difference.where() != null) {
            data.put("moved", data(difference.where()));
        }
        data.put("changes", difference.changes().stream().map(CompareCommand::data).toList());
        return data;
    }

    private static Map<String, Object> data(Change change) {
        var data = new LinkedHashMap<String, Object>();
        data.put("what", change.what());
        data.put("before", change.before());
        data.put("after", change.after());
        return data;
    }
}
