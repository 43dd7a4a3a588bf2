package org.redress.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.redress.Redress;
import org.redress.testing.ClassPath;

/** What a start says that is refused, as a person sees it: the program itself, in an empty folder. */
class StartTests {
    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "                                                                       | There is no administrator yet: start once with redress.admin.id and redress.admin.password (or REDRESS_ADMIN_ID and REDRESS_ADMIN_PASSWORD), or with the profile demo to look around.",
        "--spring.profiles.active=demo --server.address=0.0.0.0                 | The demonstration is for this machine only, and server.address is 0.0.0.0: leave it at 127.0.0.1, or start without the profile demo.",
    })
    void isRefusedWithOneSentence(String arguments, String sentence) throws IOException, InterruptedException {
        var command = new ArrayList<>(ClassPath.java(Redress.class));
        command.addAll(List.of("--server.port=0", "--spring.datasource.url=jdbc:h2:mem:start"));
        if (arguments != null) {
            command.addAll(List.of(arguments.split(" ")));
        }

        var program = new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true).start();
        var said = new String(program.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(program.waitFor()).isEqualTo(1);
        assertThat(said.lines().filter(line -> !line.contains(" INFO ")).toList()).singleElement().asString().contains(" ERROR ").endsWith(": " + sentence);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "inspekt                     | \"inspekt\" is no command; the commands are due, replay, schema, recount, councils, takeover, audit, load and help, and without one the server starts.",
        "--server.port=0 start       | \"start\" is no command; the commands are due, replay, schema, recount, councils, takeover, audit, load and help, and without one the server starts.",
        "-server.port=0              | \"-server.port=0\" is no setting: settings are written --name=value, such as --server.port=9090.",
    })
    void takesAMistypedCommandForNoStart(String arguments, String sentence) throws IOException, InterruptedException {
        var command = new ArrayList<>(ClassPath.java(Redress.class));
        command.addAll(List.of(arguments.split(" ")));

        var program = new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true).start();
        var said = new String(program.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(program.waitFor()).isEqualTo(2);
        assertThat(said.lines()).containsExactly(sentence);
        assertThat(folder).isEmptyDirectory();
    }
}
