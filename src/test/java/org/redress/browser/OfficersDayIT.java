package org.redress.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.redress.attachments.Files;
import org.redress.casefile.CaseFiles;
import org.redress.testing.Answers;
import org.redress.testing.Casework;
import org.redress.testing.Office;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * A complaints officer's day by keyboard alone, from signing in to signing out: nothing is clicked on, the keyboard is where it is needed after
 * each step, and it is seen wherever it stops. Pictures of it are in target/screenshots with -Dredress.pictures.
 */
@BrowserTest
class OfficersDayIT {
    private static final LocalDate MON_2026_06_01 = LocalDate.of(2026, 6, 1);

    @Autowired private Desks desks;
    @Autowired private Office office;
    @Autowired private Casework casework;
    @Autowired private CaseFiles cases;

    @BeforeEach
    void openTheOffice() {
        office.on(MON_2026_06_01);
    }

    @Test
    void isDoneByKeyboardAlone() {
        var closed = office.receive("kent", Map.of("complainant", "Mrs Harrowgate", "complaintText", "The ferry left early."));
        office.event(closed, "withdrawal", Map.of("details", "She telephoned."));
        office.complete(closed, "Confirm withdrawal", Answers.confirmWithdrawal(MON_2026_06_01));
        var waiting = casework.accepted("kent", Map.of("complainant", "Mr Ottershaw", "complaintText", "The library was shut."), Map.of());
        casework.respond(waiting, "kent-manager");

        var officer = desks.untaken();
        var page = officer.page();
        // from here on the browser hands its dialogs for files over, which it is told of only once
        page.onFileChooser(chooser -> {});
        var keys = new Keyboard(page);
        signsIn(page, keys);
        assertThat(page.getByRole(AriaRole.SEARCHBOX)).isVisible();
        keys.to(page.getByRole(AriaRole.LINK).first());
        officer.picture("keys-start-page");
        keys.to(page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Tasklist").setExact(true))).press("Enter");

        var reference = receives(officer, keys);
        attaches(officer, keys);
        acknowledges(officer, keys);
        findsAClosedCase(officer, keys, closed);
        page.goBack();
        assesses(officer, keys);
        bringsForward(officer, keys);
        signsOut(officer, keys);

        assertThat(cases.letters(reference)).extracting(letter -> letter.kind()).containsExactly("acknowledgement");
        assertThat(keys.unseen()).isEmpty();
    }

    private static void signsIn(Page page, Keyboard keys) {
        page.navigate("/");
        keys.to(page.getByLabel("User name")).type("kent-officer");
        keys.to(page.getByLabel("Password")).type(Office.PASSWORD).press("Enter");
        assertThat(page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setName("Your work"))).isVisible();
    }

    private String receives(Desk officer, Keyboard keys) {
        var page = officer.page();
        assertThat(page.locator(".task-filter.active")).isVisible();
        keys.press("Control+Alt+p");
        var dialog = page.locator(".modal-content");
        var complaint = dialog.getByText("Complaint", new Locator.GetByTextOptions().setExact(true));
        keys.to(complaint).press("Enter");
        assertThat(dialog.locator(".modal-title")).hasText("Start process: Complaint");
        keys.isAt(input(dialog, "Received on")).type("2/6/2026");
        chooses(keys, dialog, "Received by", "E-mail");
        keys.to(input(dialog, "Who complains")).type("Ms Quillington");
        chooses(keys, dialog, "They are", "Anybody else");
        keys.to(input(dialog, "What is complained of")).type("Nobody mends the clock on the market hall.");
        officer.picture("keys-complaint-written");
        keys.to(dialog.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Start").setExact(true))).press("Enter");
        assertThat(officer.refusal()).containsText("Received on: is in the future.");
        keys.isAt(input(dialog, "Received on"));
        officer.picture("keys-refused-at-its-field");
        keys.press("Control+a").type("1/6/2026").press("Escape");
        keys.to(dialog.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Start").setExact(true))).press("Enter");
        assertThat(officer.recorded()).containsText("Complaint received.");
        assertThat(page.locator(".task-card h2")).hasText("Acknowledge complaint");
        keys.isAt(page.locator(".redress-step"));
        officer.picture("keys-recorded");
        return page.locator(".redress-panel h3").innerText();
    }

    /** From beside the form, of which nothing is lost. */
    private static void attaches(Desk officer, Keyboard keys) {
        var page = officer.page();
        var panel = page.locator(".redress-panel");
        keys.to(panel.getByText("The whole file")).press("Enter");
        keys.to(panel.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Add files"))).press("Enter");
        keys.isAt(panel.getByLabel("Choose files, or drag them here"));
        page.waitForFileChooser(() -> keys.press("Enter")).setFiles(new FilePayload("clock.pdf", "application/pdf", Files.pdf("clock")));
        assertThat(panel.locator(".case-chosen li")).hasCount(1);
        keys.to(panel.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Add").setExact(true))).press("Enter");
        assertThat(panel.locator(".case-attachments > li")).hasCount(1);
        keys.isAt(panel.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Add files")));
        officer.picture("keys-attached");
    }

    private static void acknowledges(Desk officer, Keyboard keys) {
        var page = officer.page();
        var form = page.locator(".task-card");
        keys.press("Control+Alt+f").isAt(input(form, "Sent on")).type("1 June 2026").press("Escape");
        chooses(keys, form, "Sent by", "E-mail");
        keys.to(input(form, "What we understand")).type("You complain about the clock.");
        keys.to(input(form, "Contact")).type("Complaints team");
        keys.to(form.getByLabel("Help and advocacy were offered")).press("Space");
        officer.picture("keys-acknowledgement");
        keys.to(form.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Complete"))).press("Enter");
        assertThat(officer.recorded()).containsText("Recorded");
        assertThat(page.locator(".task-card h2")).hasText("Assess complaint");
        keys.isAt(page.locator(".redress-step"));
    }

    private static void findsAClosedCase(Desk officer, Keyboard keys, String closed) {
        var page = officer.page();
        keys.back(page.getByLabel("Find a case")).type("harrowg").press("Enter");
        assertThat(page.locator(".redress-found .found-count")).hasText("1 case");
        officer.picture("keys-found");
        keys.press("ArrowDown").isAt(page.locator(".redress-found a").first()).press("Enter");
        assertThat(page.locator("h1")).containsText(closed);
        assertThat(page.locator(".case-facts")).containsText("Withdrawn");
        keys.to(page.getByText("What was entered").first());
        officer.picture("keys-closed-case");
    }

    private static void assesses(Desk officer, Keyboard keys) {
        var page = officer.page();
        var form = page.locator(".task-card");
        assertThat(page.locator(".task-card h2")).hasText("Assess complaint");
        chooses(keys, form, "What it is about", "Another council service");
    }

    private static void bringsForward(Desk officer, Keyboard keys) {
        var page = officer.page();
        keys.press("Control+Shift+f");
        keys.to(page.locator(".task-filter").filter(new Locator.FilterOptions().setHasText("Waiting for somebody else")).locator("h4 a")).press("Enter");
        keys.to(page.locator(".tasks-list h4.task a").filter(new Locator.FilterOptions().setHasText("Record complainant’s wish"))).press("Enter");
        assertThat(page.locator(".task-card h2")).hasText("Record complainant’s wish");
        keys.press("Control+Alt+c");
        assertThat(page.locator(".task-card .assignee .unclaim")).isVisible();
        keys.to(page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Change the day"))).press("Enter");
        keys.isAt(page.getByLabel("Bring forward on")).type("5 June 2026").press("Escape");
        keys.to(page.getByLabel("Reason")).type("She is away until then.").press("Enter");
        assertThat(page.locator(".redress-bring-forward [role=status]")).containsText("until Friday 5 June 2026");
        keys.isAt(page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Change the day")));
        assertThat(page.locator(".tasks-list .redress-card-waits")).hasText("Waits for the complainant until Friday 5 June 2026");
        officer.picture("keys-brought-forward");
    }

    private static void signsOut(Desk officer, Keyboard keys) {
        var page = officer.page();
        keys.back(page.locator(".account .dropdown-toggle")).press("Enter");
        keys.to(page.getByText("Log out")).press("Enter");
        assertThat(page).hasURL(Pattern.compile("/sign-in\\?to="));
        officer.picture("keys-signed-out");
    }

    /** Chooses in a select by keyboard, from wherever the keyboard is before it. */
    private static void chooses(Keyboard keys, Locator form, String label, String option) {
        var field = Desk.field(form, label);
        keys.to(field);
        var options = field.locator(".fjs-dropdownlist-item");
        if (options.count() == 0) {
            keys.press("ArrowDown");
        }
        assertThat(options.and(field.locator(".focused"))).isVisible();
        var wanted = options.allInnerTexts().indexOf(option);
        for (int at = focused(options).indexOf(true); at < wanted; at++) {
            keys.press("ArrowDown");
            assertThat(options.nth(at + 1)).hasClass(Pattern.compile("\\bfocused\\b"));
            // the next key counts from there only when what is drawn has been painted
            options.nth(at + 1).evaluate("() => new Promise((painted) => requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(painted))))");
        }
        keys.press("Enter");
        assertThat(field.locator(".fjs-select-display")).hasText(option);
    }

    private static List<Boolean> focused(Locator options) {
        return options.all().stream().map(option -> option.getAttribute("class").contains("focused")).toList();
    }

    private static Locator input(Locator form, String label) {
        return Desk.field(form, label).locator("input, textarea").first();
    }
}
