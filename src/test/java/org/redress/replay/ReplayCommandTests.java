package org.redress.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.redress.models.ModelFolder;

/** {@code redress replay}: several cases in one application, one that is played again when it, or a model, is saved, and others that ask. One application plays all of it. */
class ReplayCommandTests {
    private static final String RECEIVED = """
            case: what if
            council: kent
            title: A complaint
            source: Made up
            steps:
              - on: 2026-06-01
                start: complaint
                answers: { receivedOn: 2026-06-01, channel: email, complainant: Ms T, complainantRole: resident, complaintText: The bins. }
              - on: 2026-06-01
                start: complaint
                answers: { receivedOn: 2026-06-01, channel: email, complainant: Ms T, complainantRole: resident, complaintText: The bins. }
                turned down: KENT-2026-00001
            """;
    private static final String EXPECTED = RECEIVED + "expect: [{ deadline: acknowledgement, due: 2026-06-08, outcome: due on Mon 8 Jun 2026 }]\n";
    private static final String UNEXPECTED = RECEIVED + "expect: [{ deadline: acknowledgement, due: 2026-06-09, outcome: due on Tue 9 Jun 2026 }]\n";
    private static final String LATER_YEAR = RECEIVED.replace("2026-06-01", "2027-06-01").replace("KENT-2026", "KENT-2027");
    private static final String MORE_TIME = "<outputEntry id=\"OutputEntry_AcknowledgementCode_1\"><text>\"%d working days\"</text>";

    @TempDir
    private static Path directory;

    private static final Printed OUT = new Printed();
    private static final Printed ERR = new Printed();
    private static ModelFolder models;
    private static Player player;

    /** What was printed since it was read. */
    private static final class Printed {
        private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        private final PrintStream stream = new PrintStream(bytes, true, StandardCharsets.UTF_8);

        String read() {
            var text = bytes.toString(StandardCharsets.UTF_8);
            bytes.reset();
            return text;
        }
    }

    private interface Edit {
        void make() throws IOException;
    }

    @BeforeAll
    static void aFolderOfModelsIsUsed() throws IOException {
        models = ModelFolder.copyTo(directory.resolve("models"));
        System.setProperty("redress.models", models.path().toString());
        Vocabulary.forget();
        player = new Player();
    }

    @AfterAll
    static void theModelsOfTheProductAreUsedAgain() {
        System.clearProperty("redress.models");
        Vocabulary.forget();
        player.close();
    }

    private static Path script(String name, String text) throws IOException {
        return Files.writeString(directory.resolve(name), text);
    }

    /** Plays it, makes one edit after the other as soon as the last one was played, and says what each replay printed. */
    private static List<String> watched(Path script, Edit... edits) {
        var printed = new ArrayList<String>();
        var looks = Stream.of(edits).iterator();
        boolean[] seen = {false};
        OUT.read();
        ERR.read();
        new Watch(player, script, false, OUT.stream, ERR.stream).play(() -> {
            if (seen[0]) {
                seen[0] = false;
                return true;
            }
            printed.add(OUT.read() + ERR.read());
            if (!looks.hasNext()) {
                return false;
            }
            try {
                looks.next().make();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            seen[0] = true;
            return true;
        });
        return printed;
    }

    @Test
    void playsSeveralCasesThatSeeNothingOfEachOther() throws IOException {
        var first = script("first.yaml", EXPECTED).toString();
        var second = script("second.yaml", LATER_YEAR).toString();

        int code = player.play(List.of(first, second, directory.resolve("third.yaml").toString(), first), false, OUT.stream, ERR.stream);

        assertThat(code).isEqualTo(2);
        var timelines = OUT.read().split("(?m)^what if, kent: ");
        assertThat(timelines).hasSize(4);
        assertThat(timelines[3]).isEqualTo(timelines[1]).contains("KENT-2026-00001");
        assertThat(timelines[2]).contains("KENT-2027-00001");
        assertThat(ERR.read()).contains("third.yaml\" is neither a file nor one of the published cases");
    }

    @Test
    void playsAgainWhenTheScriptIsSaved() throws IOException {
        var script = script("my-case.yaml", EXPECTED);

        var printed = watched(script, () -> script("my-case.yaml", UNEXPECTED), () -> script("my-case.yaml", EXPECTED.replace("email", "e-post")),
                () -> Files.delete(script), () -> script("my-case.yaml", EXPECTED));

        assertThat(printed).hasSize(5);
        assertThat(printed.get(0)).contains("yes line 13", "Everything came out. Plays again when " + script);
        assertThat(printed.get(1)).contains("NO  line 13", "Not everything came out.");
        assertThat(printed.get(2)).contains("not e-post.", "Not played.");
        assertThat(printed.get(3)).contains("neither a file", "Not played.");
        assertThat(printed.get(4)).isEqualTo(printed.get(0));
    }

    @Test
    void playsAgainWithTheModelsTablesAndFormsAsTheyAreSaved() throws IOException {
        var script = script("my-case.yaml", RECEIVED);
        var form = models.path().resolve("forms/complaint-received.form");
        var before = Files.readString(form);

        var printed = watched(script,
                () -> models.replace("processes/allowance.dmn", MORE_TIME.formatted(5), MORE_TIME.formatted(7)),
                () -> models.addField("complaint-received", "{\"type\": \"textfield\", \"key\": \"ward\", \"label\": \"Electoral ward\", \"validate\": {\"required\": true, \"maxLength\": 40}}"),
                () -> script("my-case.yaml", Files.readString(script).replace("complaintText:", "ward: North, complaintText:")),
                () -> Files.writeString(form, before.substring(0, before.length() / 2)),
                () -> Files.writeString(form, before),
                () -> models.replace("processes/allowance.dmn", MORE_TIME.formatted(7), MORE_TIME.formatted(5)));

        assertThat(printed).hasSize(7);
        assertThat(printed.get(0)).contains("Mon 8 Jun 2026, 5 working days").contains("or a file in processes or forms of " + models.path());
        assertThat(printed.get(1)).contains("Wed 10 Jun 2026, 7 working days");
        assertThat(printed.get(2)).contains("Electoral ward: an answer is needed. Its key is ward.");
        assertThat(printed.get(3)).contains("Wed 10 Jun 2026, 7 working days");
        assertThat(printed.get(4)).contains("The product did not start with these models, so nothing was played:", "Not played.");
        assertThat(printed.get(5)).contains("\"ward\" is not asked by \"complaint\"");
    }

    @Test
    void playsForOthersWithTheSameProductModelsAndSettings() throws Exception {
        var script = script("first.yaml", EXPECTED).toString();
        var built = script("redress.jar", "built");
        System.setProperty("redress.built", built.toString());
        var folder = directory.resolve("standby");
        var longer = ModelFolder.copyTo(directory.resolve("longer-for-others"));
        longer.replace("processes/allowance.dmn", MORE_TIME.formatted(5), MORE_TIME.formatted(7));
        var log = new Printed();
        try (var standby = Standby.in(folder)) {
            var staying = new Thread(() -> standby.play(player, Duration.ofMinutes(2), log.stream));
            staying.start();

            assertThat(ask(folder, script)).hasValue(0);
            var played = OUT.read();
            assertThat(ask(folder, script, directory.resolve("third.yaml").toString())).hasValue(2);
            assertThat(ERR.read()).contains("third.yaml\" is neither a file");
            assertThat(OUT.read()).isEqualTo(played).contains("yes line 13");
            assertThatThrownBy(() -> Standby.in(folder)).isInstanceOf(ScriptRefused.class).hasMessageStartingWith("One stays already");
            System.setProperty("redress.models", ".");
            assertThat(ask(folder, script)).isEmpty();
            System.setProperty("redress.models", models.path().toString());
            assertThat(ask(folder, script)).hasValue(0);
            assertThat(OUT.read()).endsWith(played);
            assertThat(Standby.ask(folder, new Standby.Trial(models.path().toString(), longer.path().toString()), List.of(script), false, OUT.stream, ERR.stream)).hasValue(1);
            assertThat(OUT.read()).contains("within 5 working days → 7 working days");
            assertThat(ERR.read()).contains("1 of 1: " + script + " as it is");
            assertThat(ask(folder, script)).as("with the models as they are again").hasValue(0);
            assertThat(OUT.read()).isEqualTo(played);
            Files.writeString(built, "built anew");
            assertThat(ask(folder, script)).isEmpty();
            assertThat(ERR.read()).contains("this one plays alone");
            staying.join();
        } finally {
            System.clearProperty("redress.built");
        }

        assertThat(log.read()).contains("The product was built anew; start again");
        assertThat(Files.getPosixFilePermissions(folder)).isEqualTo(PosixFilePermissions.fromString("rwx------"));
        assertThat(ask(folder, script)).as("nobody stays any more").isEmpty();
        var socket = Files.createFile(folder.resolve("socket"));
        assertThat(Standby.end(folder)).as("left by one that was killed").isFalse();
        assertThat(ask(folder, script)).isEmpty();
        assertThat(socket).doesNotExist();
        Files.createFile(socket);
        try (var standby = Standby.in(folder)) {
            var staying = new Thread(() -> standby.play(player, Duration.ofMinutes(2), log.stream));
            staying.start();
            assertThat(Standby.end(folder)).isTrue();
            staying.join();
        }
        assertThat(log.read()).contains("It was asked to end.");
    }

    private static OptionalInt ask(Path folder, String... scripts) {
        return Standby.ask(folder, List.of(scripts), false, OUT.stream, ERR.stream);
    }

    @Test
    void printsSeveralAsAList() throws IOException {
        var script = script("first.yaml", EXPECTED).toString();
        OUT.read();

        player.play(List.of(script, script), true, OUT.stream, ERR.stream);

        assertThat(new ObjectMapper().readTree(OUT.read())).hasSize(2).allSatisfy(one -> assertThat(one.path("caseReference").asText()).isEqualTo("what if"));
    }

    /** What nobody can see before a case comes: one sentence with the line, the facts and what to do, and no stack trace. */
    @Test
    void saysThatATableHasNoRow() throws IOException {
        var script = script("my-case.yaml", RECEIVED);
        var before = "not(\"kent-one-stage\", \"kent-two-stage\")";

        var printed = watched(script,
                () -> models.replace("processes/allowance.dmn", before, "contains(?, \"kent\")"),
                () -> models.replace("processes/allowance.dmn", "contains(?, \"kent\")", before));

        assertThat(printed.get(1)).startsWith("Line 6: \"complaint\" was turned down: The table \"Allowance\" has no row for Deadline acknowledgement, ")
                .contains("A process owner has to add the row; nothing was saved.").doesNotContain("\tat ");
    }

    @Test
    void saysWhatOtherModelsWouldChange() throws IOException {
        var first = script("first.yaml", EXPECTED).toString();
        var broken = script("broken.yaml", EXPECTED.replace("start: complaint", "starts: complaint")).toString();
        var longer = ModelFolder.copyTo(directory.resolve("longer"));
        longer.replace("processes/allowance.dmn", MORE_TIME.formatted(5), MORE_TIME.formatted(7));
        var asking = ModelFolder.copyTo(directory.resolve("asking"));
        asking.addField("complaint-received", "{\"type\": \"textfield\", \"key\": \"ward\", \"label\": \"Electoral ward\", \"validate\": {\"required\": true, \"maxLength\": 40}}");
        var application = player.application();
        OUT.read();
        ERR.read();
        try {
            assertThat(TryCommand.run(application, models.path().toString(), models.path().toString(), List.of(first), false, OUT.stream, ERR.stream)).as("the same models").isZero();
            assertThat(OUT.read()).isEqualTo(first + "  A complaint: comes out the same%n".formatted());

            assertThat(TryCommand.run(application, models.path().toString(), longer.path().toString(), List.of(first), false, OUT.stream, ERR.stream)).isOne();
            assertThat(OUT.read().lines()).containsExactly(first + "  A complaint",
                    "  Deadlines", "    council: acknowledgement: within 5 working days → 7 working days; due Mon 8 Jun 2026 → Wed 10 Jun 2026; outcome due on Mon 8 Jun 2026 → due on Wed 10 Jun 2026",
                    "  Tasks", "    kent: Acknowledge complaint: due Mon 8 Jun 2026 → Wed 10 Jun 2026",
                    "  Must come out", "    line 13: acknowledgement due 2026-06-08, due on Mon 8 Jun 2026: comes out yes → no: 2026-06-10, due on Wed 10 Jun 2026");
            assertThat(ERR.read()).contains("1 of 1: " + first + " as it is", "1 case: 0 come out the same, 1 differently, 0 stop.");

            application.takeModels(models.path().toString());
            Vocabulary.take(models.path().toString());
            assertThat(TryCommand.run(application, models.path().toString(), asking.path().toString(), List.of(first, broken), true, OUT.stream, ERR.stream)).isEqualTo(2);
            var told = new ObjectMapper().readTree(OUT.read());
            assertThat(told.path("stopped").asInt()).isOne();
            assertThat(told.path("after").asText()).isEqualTo(asking.path().toString());
            assertThat(told.path("notPlayed").get(0).path("because").asText()).contains("\"starts\" is not one of");
            var one = told.path("cases").get(0);
            assertThat(one.path("same").asBoolean()).isFalse();
            assertThat(one.path("stopped").asText()).contains("\"complaint\" was turned down: Electoral ward: an answer is needed. Its key is ward.");
            assertThat(one.path("differences").get(0).path("kind").asText()).as("the task that did not come").isEqualTo("no longer");
        } finally {
            Vocabulary.forget();
            application.takeModels();
        }
    }

    @ParameterizedTest
    @CsvSource({"'', Say which folder", "--json, Say which folder", "no-such-folder, 'Nothing was tried: '", "processes 99 999 999, '\"99 999 999\" is neither a file'"})
    void triesNothingThatItDoesNotUnderstand(String arguments, String sentence) {
        var err = new Printed();

        assertThat(TryCommand.run(arguments.isEmpty() ? List.of() : List.of(arguments.split(" ", 2)), OUT.stream, err.stream)).isEqualTo(2);

        assertThat(err.read()).startsWith(sentence);
        Vocabulary.forget();
    }

    @ParameterizedTest
    @CsvSource({"--json, Say which case", "--quick, Say which case", "19 010 314 --watch, --watch is for one script's file", "--stay, --stay is for the script redress", "19 010 314 --stay, Say which case", "19 010 314 --end, Say which case", "--end --alone, Say which case"})
    void refusesWhatItDoesNotUnderstand(String arguments, String sentence) {
        var err = new Printed();

        assertThat(ReplayCommand.run(List.of(arguments.split(" (?=--)")), OUT.stream, err.stream)).isEqualTo(2);

        assertThat(err.read()).startsWith(sentence);
    }
}
