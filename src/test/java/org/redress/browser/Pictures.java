package org.redress.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Map;

/** Makes the pictures of docs/pictures that show the product in use, from a demonstration that runs; docs/demonstration.md says how. It starts a complaint there. */
public final class Pictures {
    private static final Path PICTURES = Path.of("docs", "pictures");
    private static final int WIDE = 1280;
    private static final int HIGH = 800;

    private final Browser browser;
    private final String address;
    private final String password;

    private Pictures(Browser browser, String address, String password) {
        this.browser = browser;
        this.address = address;
        this.password = password;
    }

    /** The address of the demonstration, and the file with its password. */
    public static void main(String[] arguments) throws IOException {
        var chromium = Chromium.start();
        try {
            new Pictures(chromium.browser(), arguments[0], Files.readString(Path.of(arguments[1])).strip()).make();
        } finally {
            chromium.close();
        }
    }

    private void make() {
        try (var supervisor = desk("leicestershire-supervisor")) {
            var page = supervisor.page();
            page.navigate("/");
            assertThat(page.locator(".numbers").first()).isVisible();
            keep(page, "start-page");
            page.navigate("/camunda/app/tasklist/default/");
            supervisor.filter("Overdue");
            supervisor.openCard(page.locator(".tasks-list > li.task").first());
            assertThat(page.locator(".redress-panel h3")).isVisible();
            keep(page, "case-beside-the-form");
            page.navigate("/camunda/app/cockpit/default/#/dashboard");
            assertThat(page.locator(".board-tile-overdue")).isVisible();
            keep(page, "board");
        }
        try (var officer = desk("kent-officer")) {
            var page = officer.page();
            var today = LocalDate.now().format(DateTimeFormatter.ofPattern("dd/MM/yyyy"));
            var form = officer.start("Complaint");
            officer.send(form, Map.of("Received on", today, "Received by", "E-mail", "Who complains", "Ms Example", "They are", "Anybody else",
                    "What is complained of", "The new crossing has no dropped kerb.", "What they want", "A dropped kerb."));
            assertThat(page.locator(".redress-asked-back li, .redress-step-recorded").first()).isVisible();
            if (page.locator(".redress-asked-back li").count() > 0) {
                // it was started for earlier pictures
                officer.confirmsAllThatIsAskedBack();
                officer.send(form, Map.of());
            }
            assertThat(officer.recorded()).containsText("Recorded");
            assertThat(page.locator(".task-card h2")).hasText("Acknowledge complaint");
            assertThat(page.locator(".redress-panel h3")).isVisible();
            assertThat(page.locator(".task-card .fjs-form-field").first()).isVisible();
            keep(page, "step");
            var box = page.getByLabel("Find a case");
            box.fill("mother");
            box.press("Enter");
            assertThat(page.locator(".redress-found .found-case").first()).isVisible();
            keep(page, "search");
            page.locator(".redress-found .found-case a").first().click();
            assertThat(page.locator(".case-chronology")).isVisible();
            keep(page, "case-page");
        }
    }

    private Desk desk(String person) {
        var desk = Desk.at(browser, address, person, password);
        desk.page().setViewportSize(WIDE, HIGH);
        return desk;
    }

    private static void keep(Page page, String name) {
        page.mouse().move(0, 0);
        page.evaluate("() => document.activeElement.blur()");
        page.screenshot(new Page.ScreenshotOptions().setPath(PICTURES.resolve(name + ".png")));
    }
}
