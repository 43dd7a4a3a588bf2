package org.redress.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.Media;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.redress.testing.Answers;
import org.redress.testing.Casework;
import org.redress.testing.Office;
import org.springframework.beans.factory.annotation.Autowired;

/** The case, read: beside the form, on its page and on paper; pictures of each are in target/screenshots with -Dredress.pictures. */
@BrowserTest
class CaseIT {
    private static final LocalDate MON_2026_06_01 = LocalDate.of(2026, 6, 1);
    private static final String MISCHIEF = "<img src=x onerror=alert(1)> {{7*7}}";
    private static final int WIDE = 1280;
    private static final int NARROW = 360;

    @Autowired
    private Desks desks;

    @Autowired
    private Office office;

    @Autowired
    private Casework casework;

    @BeforeEach
    void openTheOffice() {
        office.on(MON_2026_06_01);
    }

    /** U1 and U6: nothing of what is typed goes while the case is read, and the one who writes sees to whom. */
    @Test
    void standsBesideTheFormWhileSomebodyWrites() {
        var reference = office.receive("kent", Map.of("complaintText", "The bins were not emptied. " + MISCHIEF));
        var officer = desks.of("kent-officer");
        width(officer, WIDE);
        officer.open("My groups' tasks", "Acknowledge complaint");
        var panel = officer.page().locator(".redress-panel");
        assertThat(panel.locator("h3")).hasText(reference);
        assertThat(panel).containsText("Ms T");
        assertThat(officer.page().locator(".tenant-id").first()).isHidden();
        assertThat(panel).containsText("due on Monday 8 June 2026, in 5 working days");
        assertThat(panel).containsText("The bins were not emptied. " + MISCHIEF);
        for (var gone : new String[] {"History", "Diagram"}) {
            assertThat(officer.page().locator(".task-card .nav-tabs").getByText(gone, new Locator.GetByTextOptions().setExact(true))).hasCount(0);
        }

        officer.claim();
        var typed = Desk.type(officer.page().locator(".task-card"), "What we understand", "Six times in May.");
        panel.getByText("The whole file").click();
        assertThat(panel.locator(".case-chronology")).containsText("Complaints officer (Kent)");
        assertThat(panel.locator("h3")).hasText(reference);
        assertThat(typed).hasValue("Six times in May.");
        officer.picture("case-beside-the-form");
        panel.locator(".case-can").getByText("A contact to note").scrollIntoViewIfNeeded();
        officer.picture("case-beside-the-form-unfolded");
        width(officer, NARROW);
        panel.locator("h3").scrollIntoViewIfNeeded();
        officer.picture("case-above-the-form");
        width(officer, WIDE);

        panel.locator(".case-can").getByText("A contact to note").click();
        var event = officer.page().locator(".modal-content");
        assertThat(Desk.field(event, "Case").locator("input")).hasValue(reference);
        officer.picture("event-with-the-case-filled-in");
        officer.send(event, Map.of("When", "01/06/2026", "What exactly", "They telephoned. " + MISCHIEF));
        assertThat(event).hasCount(0);
        assertThat(typed).hasValue("Six times in May.");
        assertThat(panel.locator("h3")).hasText(reference);
        assertThat(officer.page()).hasURL(Pattern.compile("^(?!.*case=KENT)"));
    }

    /** U2 and U9: open and closed, by the reference as people write it, and on paper. */
    @Test
    void hasAPageAndSheetsOfItsOwn() {
        var open = casework.accepted("kent");
        office.complete(open, "Decide who answers", Answers.responder("kent-manager"));
        var officer = desks.of("kent-officer");
        var page = officer.page();
        width(officer, WIDE);
        page.navigate("/redress/cases/" + open.toLowerCase(Locale.ROOT));
        assertThat(page.locator("h1")).containsText(open);
        assertThat(page.getByRole(AriaRole.NAVIGATION)).hasText("Start Find a case Tasklist Print sheet");
        assertThat(page.locator(".case-now")).containsText("Investigate complaint with Service manager (Kent), since 1 June 2026, due on Monday 15 June 2026, in 10 working days.");
        officer.picture("page-of-an-open-case");
        page.setViewportSize(NARROW, 800);
        Desk.pictureOfAll(page, "page-of-a-case-narrow");
        width(officer, WIDE);
        page.getByText("An issue is added").click();
        assertThat(Desk.field(page.locator(".modal-content"), "Case").locator("input")).hasValue(open);
        officer.picture("from-the-page-to-the-form");

        office.event(open, "withdrawal", Map.of("details", MISCHIEF));
        office.confirmEnd(open);
        page.navigate("/redress/cases/" + open);
        assertThat(page.locator(".case-facts")).containsText("Withdrawn since 1 June 2026");
        assertThat(page.locator(".case-can")).containsText(new String[] {"A contact to note", "Taking up again"});
        assertThat(page.locator(".case-chronology")).containsText(MISCHIEF);
        officer.picture("page-of-a-closed-case");
        page.getByText("Print sheet").click();
        assertThat(page.locator(".case-chronology")).containsText(MISCHIEF);
        page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
        Desk.pictureOfAll(page, "print-sheet-of-a-case");
        page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.SCREEN));
        page.navigate("/redress/cases/" + open);
        page.getByText("Sheet for printing").first().click();
        assertThat(page.locator("h1")).hasText("Acknowledgement");
        assertThat(page.locator(".sheet")).containsText("1 June 2026");
        officer.picture("sheet-of-a-letter");
    }

    private static void width(Desk desk, int width) {
        desk.page().setViewportSize(width, 900);
    }
}
