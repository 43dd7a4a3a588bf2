package org.redress.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** No key, token or password lies in the project; the tests' own accounts are made by the tests. */
class SecretTests {
    private static final Set<String> PICTURES = Set.of("png");

    /** What looks like a key or a token wherever it stands. */
    private static final List<Pattern> KEYS = Stream.of(
            "-----BEGIN [A-Z ]*PRIVATE KEY", "\\bAKIA[0-9A-Z]{16}\\b", "\\bgh[pousr]_\\w{36}", "\\bgithub_pat_\\w{22}", "\\bglpat-[\\w-]{20}",
            "\\bxox[abprs]-[\\w-]{10}", "\\bAIza[\\w-]{35}\\b", "\\bsk-\\w{20}",
            "\\beyJ[\\w-]{10,}\\.eyJ[\\w-]{10,}\\.", "://[^\\s/:@\"]+:[^\\s/@\"{$<]+@", "\\$2[aby]\\$\\d\\d\\$[./\\w]{53}")
            .map(Pattern::compile).toList();

    /** A password or a secret that is given a value in a setting or an element. */
    private static final List<Pattern> SETTINGS = Stream.of(
            "(?im)^[ \\t#-]*[\\w.-]*(password|passwd|secret|api-?key|token)[ \\t]*[:=][ \\t]*(?!(?:true|false)\\b)(?![\"']?+[\"'${<\\s])\\S",
            "(?i)<(password|passphrase|privateKey)>[^$<]")
            .map(Pattern::compile).toList();

    /** And in a program. */
    private static final List<Pattern> TEXTS = List.of(
            Pattern.compile("(?i)(password|passwd|secret|api_?key)\\w*\\s*[=:]\\s*[\"'](?!password\\b)[^\"'\\s${}]{4,}[\"']"),
            // a key and its value side by side, in difference to a list of words or of settings
            Pattern.compile("(?i)[\"']([\\w.-]+[.-])?(password|passwd|secret|api_?key)[\"']\\s*[:,]\\s*[\"'](?!password\\b|redress\\.)[^\"'\\s${}]{4,}[\"']"));

    /** Without one of these words nothing of the two lists above can be there, and most long files have none. */
    private static final Pattern WORDS = Pattern.compile("(?i)passw|passphrase|privateKey|secret|api[_-]?key|token");

    @Test
    void areNowhereInTheProject() throws IOException {
        var files = files();

        assertThat(files).hasSizeGreaterThan(300).contains(Path.of("pom.xml"), Path.of("src/main/resources/application.yaml"));
        assertThat(files).allSatisfy(file -> assertThat(found(file, Files.readString(file, StandardCharsets.ISO_8859_1))).as(file.toString()).isEmpty());
    }

    /** The tilde keeps the samples from being found in this file. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "a.txt | -----BEGIN RSA ~PRIVATE KEY-----", "a.java | AKIA~ABCDEFGHIJKLMNOP", "a.md | jdbc:postgresql:/~/redress:hunter2@db/redress",
            "a.js | eyJhbGciOiJIUzI1~NiJ9.eyJzdWIiOiIxMjM0NTY3.x", "a.yaml | password: hunter2",
            "a.yaml | password: \"hunter2\"", "a.sh | REDRESS_ADMIN_PASSWORD=hunter2",
            "a.properties | spring.datasource.password=hunter2", "a.xml | <password>hunter2</password>", "a.java | String clientSecret = ~\"hunter2\";",
            "a.java | Map.of(\"redress.admin.password\", ~\"hunter2\")"})
    void areFoundWhereTheyAre(Path file, String text) {
        assertThat(found(file, text.replace("~", ""))).isNotEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
            "a.yaml | password: \"\"", "a.yaml | password: ${REDRESS_PASSWORD}", "a.md | REDRESS_ADMIN_PASSWORD=<a long one>",
            "a.java | this.password = password;", "a.java | \"CheckPassword\", \"CreateUserCmd\"", "a.java | getByPlaceholder(\"Password\").fill(\"password\")"})
    void areNotWhereOnlyTheirNameIs(Path file, String text) {
        assertThat(found(file, text)).isEmpty();
    }

    /** In the tests' own classes a password is part of the case that is tried. */
    private static List<String> found(Path file, String text) {
        boolean program = file.toString().matches(".*\\.(java|js)");
        boolean harmless = file.startsWith("src/test/java") || !WORDS.matcher(text).find();
        var passwords = harmless ? List.<Pattern>of() : program ? TEXTS : SETTINGS;
        return Stream.of(KEYS, passwords).flatMap(List::stream).flatMap(pattern -> pattern.matcher(text).results())
                .map(match -> match.group().strip()).toList();
    }

    /** All files but what .gitignore and git itself keep to themselves. */
    private static List<Path> files() throws IOException {
        var ignored = Files.readAllLines(Path.of(".gitignore")).stream().map(line -> line.replaceAll("^\\*|/$", "")).filter(line -> !line.isBlank()).toList();
        try (Stream<Path> files = Files.walk(Path.of(""))) {
            return files.filter(Files::isRegularFile).filter(file -> isOurs(file, ignored)).toList();
        }
    }

    private static boolean isOurs(Path file, List<String> ignored) {
        for (var name : file) {
            var text = name.toString();
            if (text.equals(".git") || ignored.stream().anyMatch(pattern -> text.equals(pattern) || pattern.startsWith(".") && text.endsWith(pattern))) {
                return false;
            }
        }
        return !PICTURES.contains(file.toString().replaceAll(".*\\.", ""));
    }
}
