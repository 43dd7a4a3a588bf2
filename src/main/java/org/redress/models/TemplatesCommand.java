package org.redress.models;

import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.redress.start.ExitCode;

/** {@code redress templates}: writes what Camunda Modeler offers for elements, with the deadlines, forms, tables and groups of a folder, to where the Modeler looks for it. */
public final class TemplatesCommand {
    private static final String USAGE = "Say: redress templates [FOLDER] [--groups=NAME,…]";

    private TemplatesCommand() {}

    /**
     * Writes the file and says where.
     *
     * @return 0, or 2 with one sentence if the folder could not be read or written, or is not named at all
     */
    public static int run(List<String> arguments, PrintStream out, PrintStream err) {
        var words = new ArrayList<>(arguments);
        var groups = CheckCommand.groups(words);
        if (words.size() > 1 || words.stream().anyMatch(word -> word.startsWith("--"))) {
            err.println(USAGE);
            return ExitCode.NOT_DONE.code();
        }
        var folder = words.isEmpty() ? ModelFiles.folder() : words.get(0);
        if (folder.isBlank()) {
            err.println("Which folder? " + USAGE);
            return ExitCode.NOT_DONE.code();
        }
        var file = Path.of(folder).resolve(ElementTemplates.FILE);
        try {
            var models = CheckCommand.models(CheckCommand.files(folder), groups, Set.of());
            Files.createDirectories(file.getParent());
            Files.writeString(file, ElementTemplates.text(models));
            out.println("Wrote " + ElementTemplates.of(models).size() + " templates to " + file + "; in Camunda Modeler, Ctrl+R reads them anew.");
            return ExitCode.DONE.code();
        } catch (ModelsRefused e) {
            err.println(String.valueOf(e.findings().get(0)));
            return ExitCode.NOT_DONE.code();
        } catch (IOException | UncheckedIOException e) {
            err.println(file + " cannot be written, or " + folder + " not be read: " + e.getMessage());
            return ExitCode.NOT_DONE.code();
        }
    }
}
