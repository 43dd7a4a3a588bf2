package org.redress.start;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.redress.Redress;
import org.redress.testing.ClassPath;

/** What a start says that is refused, as a person sees it: the program itself, in a folder of its own. */
class StartTests {
    @TempDir
    private Path folder;

    @BeforeEach
    void filesThatAreNoDatabases() throws IOException {
        Files.writeString(folder.resolve("plain"), "no folder");
        Files.write(folder.resolve("cut.mv.db"), new byte[5000]);
        Files.write(folder.resolve("lost.mv.db"), new byte[0]);
        Files.writeString(folder.resolve("lost.seen"), "4711:00");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "--spring.datasource.url=jdbc:h2:mem:start | 78 | There is no administrator yet: start once with redress.admin.id and redress.admin.password (or REDRESS_ADMIN_ID and REDRESS_ADMIN_PASSWORD), or with the profile demo to look around.",
        "--spring.profiles.active=demo --server.address=0.0.0.0 | 78 | The demonstration is for this machine only, and server.address is 0.0.0.0: leave it at 127.0.0.1, or start without the profile demo.",
        "--spring.datasource.url=jdbc:h2:mem:start --management.server.port=abc | 78 | The setting management.server.port is \"abc\", which is no whole number.",
        "--spring.datasource.url=jdbc:h2:file:./plain/redress | 78 | The database FOLDER/plain/redress.mv.db cannot be written (file already exists): give the user of the program the right to write its folder, make room on the disk, or name another place in spring.datasource.url.",
        "--spring.datasource.url=jdbc:h2:./cut | 78 | The database file cannot be read: restore the last backup if it is damaged or cut off, or look at its owner and its disk (docs/operations.md).",
        "--spring.datasource.url=jdbc:h2:./lost | 78 | The database file is damaged or cut off: restore the last backup (docs/operations.md).",
        "--spring.datasource.url=jdbc:postgresql://localhost:port/redress | 78 | The address in spring.datasource.url is none of PostgreSQL, such as jdbc:postgresql://HOST:5432/redress, and none of H2, such as jdbc:h2:file:./data/redress (docs/operations.md).",
        "--spring.datasource.url=jdbc:postgresql://localhost:1/redress --redress.database.wait=0s | 75 | The database cannot be reached (Connection to localhost:1 refused. Check that the hostname and port are correct and that the postmaster is accepting TCP/IP connections).",
    })
    void isRefusedWithOneSentence(String arguments, int code, String sentence) throws IOException, InterruptedException {
        var command = new ArrayList<>(ClassPath.java(Redress.class));
        command.add("--server.port=0");
        command.addAll(List.of(arguments.split(" ")));

        var program = new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true).start();
        var said = new String(program.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(program.waitFor()).as(said).isEqualTo(code);
        assertThat(said.lines().filter(line -> !line.contains(" INFO ")).toList()).singleElement().asString().contains(" ERROR ")
                .endsWith(": " + sentence.replace("FOLDER", folder.toAbsolutePath().normalize().toString()));
    }

    /** More than one sentence: what is wrong in each file, and what to do; and nothing of the program. */
    @Test
    void saysWhatIsWrongWithTheModels() throws IOException, InterruptedException {
        var command = new ArrayList<>(ClassPath.java(Redress.class));
        command.addAll(List.of("--server.port=0", "--spring.datasource.url=jdbc:h2:mem:start", "--redress.models=" + folder));

        var program = new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true).start();
        var said = new String(program.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(program.waitFor()).as(said).isEqualTo(78);
        var lines = said.lines().filter(line -> !line.contains(" INFO ")).toList();
        assertThat(lines.get(0)).endsWith(": Nothing was deployed, and the versions before stay, because of:");
        assertThat(lines.subList(1, lines.size())).as(said).satisfiesExactly(
                line -> assertThat(line).startsWith("  forms, the folder: redress.models names a folder without forms: "),
                line -> assertThat(line).startsWith("  processes, the folder: redress.models names a folder without processes: "),
                line -> assertThat(line).isEqualTo("Correct these files, or start with the folder and the product as they were; cases go on with the versions they have."));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "inspekt                     | \"inspekt\" is no command; the commands are due, replay, try, schema, check, compare, templates, models, move, recount, councils, takeover, audit, read, inspect, restored, load and help, and without one the server starts.",
        "recount --preveiw           | \"--preveiw\" is no option of recount; its options are --preview.",
        "--redress.sesion.idle=1h    | There is no setting redress.sesion.idle; there is redress.session.idle.",
    })
    void takesAMistypedCommandForNoStart(String arguments, String sentence) throws IOException, InterruptedException {
        var command = new ArrayList<>(ClassPath.java(Redress.class));
        command.addAll(List.of(arguments.split(" ")));

        var program = new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true).start();
        var said = new String(program.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(program.waitFor()).isEqualTo(2);
        assertThat(said.lines()).containsExactly(sentence);
        assertThat(folder.resolve("data")).doesNotExist();
    }
}
