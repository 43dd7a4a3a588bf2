package org.redress.takeover;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.redress.Redress;
import org.redress.start.CommandLine;
import org.redress.start.ExistingDatabase;
import org.redress.takeover.Takeover.Order;

/** {@code redress takeover}: takes open cases of another system over into the configured database, or says with {@code --dry-run} what would come of it. */
public final class TakeoverCommand {
    private static final int DONE = 0;
    private static final int FINDINGS = 1;
    private static final int NOT_DONE = 2;
    private static final String USAGE = "Say: redress takeover FILE.csv|FILE.yaml --as=PERSON [--council=COUNCIL] [--dry-run] [--spring.datasource.url=…]";

    private TakeoverCommand() {}

    /**
     * Prints what becomes of each case.
     *
     * @return 0 if all are here, 1 if some have findings, 2 with one sentence if it could not be done
     */
    public static int run(List<String> arguments, PrintStream out, PrintStream err) {
        var words = new ArrayList<>(arguments);
        boolean dryRun = words.remove("--dry-run");
        var person = CommandLine.option(words, "--as").filter(name -> !name.isBlank());
        var council = CommandLine.option(words, "--council").filter(name -> !name.isBlank());
        var files = words.stream().filter(word -> !word.startsWith("--")).toList();
        words.removeAll(files);
        if (files.size() != 1 || person.isEmpty() || words.stream().anyMatch(word -> !word.matches("--[a-z][\\w.-]*=.*"))) {
            err.println(USAGE);
            return NOT_DONE;
        }
        var text = text(files.get(0), err);
        if (text.isEmpty()) {
            return NOT_DONE;
        }
        // whoever gets a task by it sees it with their next look; nobody gets hundreds of messages
        words.add("--redress.notices.enabled=false");
        try (var context = ExistingDatabase.open(Redress.class, words)) {
            return run(context.getBean(Takeover.class), text.get(), files.get(0).matches("(?i).*\\.ya?ml"), new Order(council.orElse(null), person.get(), dryRun), out, err);
        } catch (RuntimeException e) {
            err.println(ExistingDatabase.whyNotOpened(e, "Stop the server and run this again.").orElseGet(() -> "Nothing more was taken over: " + ExistingDatabase.cause(e)));
            return NOT_DONE;
        }
    }

    static int run(Takeover takeover, String text, boolean script, Order order, PrintStream out, PrintStream err) {
        try {
            var outcome = takeover.take(text, script, order, out::println);
            out.printf("%,d %s, %,d here already, %,d with findings%s.%n", outcome.taken(), order.dryRun() ? "could be taken over" : "taken over", outcome.known(), outcome.refused(),
                    outcome.refused() > 0 ? "; put them right in the file and run it again" : "");
            return outcome.refused() > 0 ? FINDINGS : DONE;
        } catch (Takeover.FileRefused e) {
            e.findings().forEach(finding -> err.println(finding.text()));
            return NOT_DONE;
        }
    }

    private static Optional<String> text(String file, PrintStream err) {
        try {
            return Optional.of(StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(Files.readAllBytes(Path.of(file)))).toString());
        } catch (CharacterCodingException e) {
            err.println(file + " is no UTF-8; save it as \"CSV UTF-8\".");
        } catch (NoSuchFileException e) {
            err.println("There is no file " + file + ".");
        } catch (IOException e) {
            err.println(file + " cannot be read: " + e.getMessage());
        }
        return Optional.empty();
    }
}
