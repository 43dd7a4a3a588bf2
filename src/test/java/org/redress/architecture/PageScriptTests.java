package org.redress.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Our scripts put what comes from the server into a page as text, never as markup, an address or a script. */
class PageScriptTests {
    private static final Path RESOURCES = Path.of("src", "main", "resources");

    private static final Pattern MARKUP = Pattern.compile("innerHTML|outerHTML|insertAdjacentHTML|createContextualFragment|setHTML|DOMParser|srcdoc"
            + "|document\\.write|\\.html\\(|trustAs|ng-bind-html|\\$compile|\\beval\\b|\\bFunction\\(|setTimeout\\(['\"`]|\\bhref\\b|\\bsrc\\b|javascript:");

    /** The one place that makes a link, to this server only. */
    private static final String LINK = "  return el('a', { href: address, target: '_self' }, ...children);";

    @Test
    void makeNoMarkupOfText() throws IOException {
        assertThat(scripts()).hasSizeGreaterThanOrEqualTo(3).allSatisfy(script ->
                assertThat(Files.readString(script).lines().filter(line -> !line.equals(LINK)).filter(MARKUP.asPredicate())).as(script.toString()).isEmpty());
        assertThat(Files.readString(RESOURCES.resolve(Path.of("static", "redress", "parts.js")))).contains(LINK,
                "new URL(address, window.location.origin).origin !== window.location.origin");
    }

    @ParameterizedTest
    @ValueSource(strings = {"node.innerHTML = text;", "node.insertAdjacentHTML('beforeend', text);", "document.write(text);", "el('a', { href: text })",
        "$(node).html(text);", "$sce.trustAsHtml(text)", "new Function(text)", "setTimeout('go()', 1)"})
    void wouldBeFound(String line) {
        assertThat(line).containsPattern(MARKUP);
    }

    private static List<Path> scripts() throws IOException {
        try (Stream<Path> files = Files.walk(RESOURCES)) {
            return files.filter(file -> file.toString().endsWith(".js")).toList();
        }
    }
}
