package org.redress.reading;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.redress.start.CommandLine;

/** {@code redress read FILE}: what a decision says, for a person to confirm; {@code redress read --measure=FOLDER}: how well that was read. */
public final class ReadCommand {
    private static final int DONE = 0;
    private static final int FINDINGS = 1;
    private static final int NOT_DONE = 2;
    private static final String USAGE = "Say: redress read FILE [--json], or redress read --measure=FOLDER with a .yaml beside each text that says what is true. docs/reading.md says more.";

    private ReadCommand() {}

    /**
     * Prints what was read, each thing beside its words.
     *
     * @return 0 if all was read, 1 if something could not be read or is doubtful, or was read wrongly, 2 with a sentence if nothing was
     */
    public static int run(List<String> arguments, PrintStream out, PrintStream err) {
        var words = new ArrayList<>(arguments);
        boolean json = words.remove("--json");
        var folder = CommandLine.option(words, "--measure");
        try {
            if (folder.isPresent() && words.isEmpty()) {
                var measured = Measurement.of(Path.of(folder.get()));
                out.print(measured.text());
                return measured.faults().isEmpty() ? DONE : FINDINGS;
            }
            if (folder.isPresent() || words.size() != 1 || words.get(0).startsWith("-")) {
                err.println(USAGE);
                return NOT_DONE;
            }
            var file = of(Path.of(words.get(0)));
            var decision = file.decision();
            file.notes().forEach(err::println);
            out.println(json ? json(decision) : DecisionText.of(decision));
            return decision.unread().isEmpty() && decision.doubtful().isEmpty() ? DONE : FINDINGS;
        } catch (IOException e) {
            err.println("Not read: " + e.getMessage());
            return NOT_DONE;
        } catch (NotReadable e) {
            err.println(e.getMessage());
            return NOT_DONE;
        }
    }

    /** What a file says; what is plain text, whatever it is called, needs no library and is read here, all else in a process of its own. */
    static ReadFile of(Path file) throws IOException {
        var name = String.valueOf(file.getFileName());
        if (Files.size(file) > Limits.USUAL.bytes()) {
            throw new NotReadable("It is larger than " + Limits.USUAL.bytes() / 1_000_000 + " MB. Give the text that is needed.");
        }
        var bytes = Files.readAllBytes(file);
        return TextOfFile.isPlain(bytes, name) ? ReadFile.of(TextOfFile.of(bytes, name, Limits.USUAL)) : new ReadApart(Limits.USUAL).read(bytes, name);
    }

    private static String json(Decision decision) {
        try {
            return JsonMapper.builder().addModule(new JavaTimeModule()).disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS).build().writerWithDefaultPrettyPrinter().writeValueAsString(decision);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
