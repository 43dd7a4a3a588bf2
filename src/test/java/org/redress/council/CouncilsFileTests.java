package org.redress.council;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.camunda.bpm.engine.IdentityService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.redress.council.Councils.Kept;
import org.redress.testing.ProductTest;
import org.springframework.beans.factory.annotation.Autowired;

/** A file of councils, read at the start or by the command: the same checks as on the page, each with its line, and all of it or nothing. */
@ProductTest
class CouncilsFileTests {
    private static final String FILE = """
            councils:
              - id: borset
                name: Borset Council
                prefix: BORSET
                address: |
                  1 High Street
                  Borchester
                telephone: 0300 061 0614
                services:
                  highways: Roads and paths
                procedures:
                  - { kind: corporate, procedure: general, from: 2015-01-01 }
                  - { kind: corporate, procedure: code, from: 2026-01-16 17:00 }
              - id: felpersham-ombudsman
                ombudsman: true
                name: Felpersham Ombudsman
            """;

    @TempDir
    private Path folder;

    @Autowired
    private CouncilsFromFiles files;

    @Autowired
    private Councils councils;

    @Autowired
    private IdentityService identity;

    @AfterEach
    void remove() {
        List.of("borset", "felpersham-ombudsman", "old-town").stream().filter(id -> councils.find(id).isPresent()).forEach(councils::remove);
    }

    @Test
    void addsCouncilsAndChangesNothingTheSecondTime() throws IOException {
        assertThat(files.read(file(FILE))).containsEntry("borset", Kept.ADDED).containsEntry("felpersham-ombudsman", Kept.ADDED);
        assertThat(files.read(file(FILE))).containsOnly(java.util.Map.entry("borset", Kept.UNCHANGED), java.util.Map.entry("felpersham-ombudsman", Kept.UNCHANGED));

        var borset = councils.find("borset").orElseThrow();
        assertThat(borset.contact().address()).isEqualTo("1 High Street\nBorchester");
        assertThat(borset.procedures()).extracting(Profile.Procedure::from).containsExactly(java.time.LocalDateTime.of(2015, 1, 1, 0, 0), java.time.LocalDateTime.of(2026, 1, 16, 17, 0));
    }

    @Test
    void leavesWhatItDoesNotSayAsItIs() throws IOException {
        files.read(file(FILE));

        assertThat(files.read(file("councils:\n  - id: borset\n    web: https://example.gov.uk\n    telephone: ''\n"))).containsEntry("borset", Kept.CHANGED);

        var borset = councils.find("borset").orElseThrow();
        assertThat(borset.contact()).isEqualTo(new Profile.Contact("1 High Street\nBorchester", null, null, "https://example.gov.uk"));
        assertThat(borset.services()).containsExactly(new Profile.Service("highways", "Roads and paths"));
        assertThat(borset.procedures()).hasSize(2);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            prefix: BORSET                 | prefix: KENT                | Line 4: borset: KENT is the prefix of Kent County Council; choose another one.
            general, from: 2015-01-01      | five-stage, from: 2015-01-01 | Line 12: borset: The deployed tables know no procedure five-stage
            from: 2026-01-16 17:00         | from: 2015-01-01            | Line 13: borset: Another procedure of the kind Corporate begins at the same moment; keep one of them.
            highways:                      | High Ways:                  | Line 10: borset: Write small letters, digits and hyphens
            from: 2015-01-01               | from: 31/02/2026            | Line 12: "31/02/2026" is no day; write 2026-04-01, or 2026-01-16 17:00.
            telephone:                     | phone:                      | Line 8: "phone" is not known here; known are address, calendar, email,
            name: Felpersham Ombudsman     | prefix: FO                  | Line 16: felpersham-ombudsman: An Ombudsman’s references are numbers
            id: felpersham-ombudsman       | id: borset                  | Line 14: borset stands in the file twice.
            ombudsman: true                | ombudsman: perhaps          | Line 15: write true or false.
            'councils:'                    | towns:                      | Line 1: "towns" is not known here; known are councils.
            '  - id: borset'               | '  - id: '                  | Line 2: "id" is missing.
            procedures:                    | procedures: code            | Line 12: while parsing
            """)
    void isRefusedAsAWholeWithTheLineOfEachFault(String right, String wrong, String sentence) throws IOException {
        assertThat(FILE).contains(right);
        var file = file(FILE.replaceFirst(java.util.regex.Pattern.quote(right), wrong));

        var refused = catchThrowableOfType(FileRefused.class, () -> files.read(file));

        if (sentence.endsWith("while parsing")) {
            assertThat(refused.sentences()).singleElement().asString().startsWith("Line ");
        } else {
            assertThat(refused.sentences()).anySatisfy(one -> assertThat(one).startsWith(sentence));
        }
        assertThat(councils.find("borset")).isEmpty();
        assertThat(councils.find("felpersham-ombudsman")).isEmpty();
    }

    @Test
    void isRefusedByTheCommandWithCodeTwoBeforeADatabaseIsTouched() throws IOException {
        assertThat(run("--spring.datasource.url=jdbc:h2:file:" + folder.resolve("none"), file("councils:\n  - name: Borset\n").toString())).isEqualTo("2 Line 2: \"id\" is missing.\n");
        assertThat(run(folder.resolve("missing.yaml").toString())).isEqualTo("2 The file " + folder.resolve("missing.yaml") + " cannot be read; give a file of councils that is there.\n");
        assertThat(run()).startsWith("2 Say: redress councils FILE");
        assertThat(run("--spring.datasource.url=jdbc:h2:file:" + folder.resolve("none"), file(FILE).toString())).isEqualTo("2 There is no database here yet (" + folder.resolve("none") + ").\n");
        assertThat(Files.exists(folder.resolve("none.mv.db"))).isFalse();
    }

    @Test
    void bringsADatabaseOfAnEarlierVersionToCouncilsWithWhatItsTablesSaid() {
        var tenant = identity.newTenant("old-town");
        tenant.setName("Old Town Council");
        identity.saveTenant(tenant);

        files.adoptEarlier();

        assertThat(councils.find("old-town").orElseThrow()).satisfies(council -> {
            assertThat(council.name()).isEqualTo("Old Town Council");
            assertThat(council.prefix()).isEqualTo("OLD-TOWN");
            assertThat(council.procedures()).extracting(Profile.Procedure::procedure).containsExactly("statutory", "general", "code");
        });
    }

    private Path file(String text) throws IOException {
        return Files.writeString(folder.resolve("councils.yaml"), text);
    }

    private static String run(String... words) {
        var err = new ByteArrayOutputStream();
        int code = CouncilsCommand.run(List.of(words), new PrintStream(new ByteArrayOutputStream()), new PrintStream(err, true, StandardCharsets.UTF_8));
        return code + " " + err.toString(StandardCharsets.UTF_8);
    }
}
