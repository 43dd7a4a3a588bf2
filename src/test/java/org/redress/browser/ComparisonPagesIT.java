package org.redress.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.redress.models.CompareCommand;
import org.redress.models.ModelFolder;

/** The pages of {@code redress compare}, opened from a folder in a real browser: a model, a table and a form of the product, changed by somebody who means harm. */
@ExtendWith(NeedsChromium.class)
class ComparisonPagesIT {
    private static final String HARM = "&lt;img src=x onerror=&quot;document.title='harm'&quot;&gt;&lt;script&gt;document.title='harm'&lt;/script&gt;";

    @TempDir
    private Path folder;

    @Test
    void showTextAsTextAreReachedByEverybodyAndLoadNothing() throws IOException {
        var changed = ModelFolder.copyTo(folder.resolve("changed"));
        changed.replace("processes/stage.bpmn", "name=\"Approve response\"", "name=\"" + HARM + "\"");
        changed.replace("processes/stage.bpmn", "${overdue.of(responseDue)}", "${dueSoon.of(responseDue)}");
        changed.replace("processes/allowance.dmn", "<outputEntry id=\"OutputEntry_ResponseCode1_1\"><text>\"10 working days\"</text>", "<outputEntry id=\"OutputEntry_ResponseCode1_1\"><text>\"" + HARM + "\"</text>");
        changed.replace("forms/approve-response.form", "\"label\": \"Give back\"", "\"label\": \"<script>document.title='harm'</script>\"");
        var pages = folder.resolve("pages");
        CompareCommand.run(new ArrayList<>(List.of(".", changed.path().toString(), "--pictures=" + pages)), nowhere(), nowhere());
        var look = new Accessibility();
        var asked = new ArrayList<String>();

        try (var chromium = Chromium.start(); var window = chromium.browser().newContext(new Browser.NewContextOptions().setViewportSize(1280, 900)); var files = Files.list(pages)) {
            var all = files.sorted().toList();
            assertThat(all).extracting(page -> page.getFileName().toString()).containsExactly("allowance.dmn.html", "approve-response.form.html", "index.html", "stage.bpmn.html");
            for (var file : all) {
                var page = look.follow(window.newPage());
                page.onRequest(request -> asked.add(request.url()));
                page.navigate(file.toUri().toString());

                assertThat(page.title()).doesNotContain("harm");
                assertThat(page.locator("script, img, iframe, object").count()).isZero();
                if (!file.endsWith("index.html")) {
                    assertThat(page.locator("main").innerText()).contains("document.title='harm'");
                }
                look.ours(page, "comparison");
            }
            assertThat(asked).as("nothing but the pages themselves").hasSameSizeAs(all);
        }
        assertThat(look.faults()).isEmpty();
    }

    private static PrintStream nowhere() {
        return new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8);
    }
}
