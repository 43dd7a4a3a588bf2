package org.redress.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.AriaRole;
import java.time.LocalDate;
import java.util.Map;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.junit.jupiter.api.Test;
import org.redress.testing.Answers;
import org.redress.testing.Casework;
import org.redress.testing.Office;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * A supervisor's day: the board of Cockpit from what is overdue to who has how much, many tasks to somebody else at once, what stands still, a case
 * that not all may read, an instance with its case and what ran, how a procedure goes, and what is finished.
 */
@BrowserTest
class SupervisorsDayIT {
    private static final LocalDate MON_2026_06_01 = LocalDate.of(2026, 6, 1);
    private static final LocalDate MON_2026_06_08 = LocalDate.of(2026, 6, 8);
    private static final LocalDate THU_2026_06_11 = LocalDate.of(2026, 6, 11);
    private static final String MISCHIEF = "<img src=x onerror=alert(1)> {{7*7}}";

    @Autowired
    private Desks desks;

    @Autowired
    private Office office;

    @Autowired
    private Casework casework;

    @Autowired
    private ManagementService management;

    @Autowired
    private RepositoryService repository;

    @Autowired
    private RuntimeService runtime;

    @Test
    void showsASupervisorWhatIsDueAndLetsThemGiveManyTasksAway() {
        office.on(MON_2026_06_01);
        for (int late = 0; late < 3; late++) {
            office.receive("cheshire-east", Map.of());
        }
        var finished = casework.accepted("cheshire-east");
        office.on(MON_2026_06_08);
        var open = casework.acknowledged("cheshire-east", Map.of("complainant", "Mrs Larkspur", "complaintText", MISCHIEF));
        var restricted = office.receive("cheshire-east", Map.of("complainant", "Mr Nightingale", "complaintText", "My manager shouted at me."));
        office.event(finished, "withdrawal", Map.of());
        office.on(THU_2026_06_11);
        office.complete(finished, "Confirm withdrawal", Answers.confirmWithdrawal(THU_2026_06_11));
        var failed = management.createJobQuery().tenantIdIn("cheshire-east").timers().list().get(0);
        management.setJobRetries(failed.getId(), 0);
        var supervisor = desks.of("cheshire-east-supervisor");
        var page = supervisor.page();
        page.setViewportSize(1280, 900);

        page.navigate("/camunda/app/cockpit/default/#/dashboard");
        var board = page.locator(".redress-board");
        assertThat(board.locator("h2")).hasText("Cheshire East Council, Thursday 11 June 2026");
        assertThat(board.locator(".board-tile-overdue")).containsText(Pattern.compile("[1-9].*Overdue"));
        assertThat(board.locator(".board-key").first()).containsText("Overdue");
        whole(supervisor, "board");
        assertThat(page.locator(".dashboard > *").first().locator(".redress-board")).hasCount(1);

        givesTasksAway(supervisor, board);
        letsFailedStepsRunAgain(board);
        keepsAList(supervisor, board);
        restrictsACase(supervisor, restricted);
        readsAnInstance(supervisor, open);
        showsHowAProcedureGoes(supervisor);
        showsFinishedCases(supervisor, finished);
    }

    /** By keyboard only. */
    private void givesTasksAway(Desk supervisor, Locator board) {
        var page = supervisor.page();
        press(board, "Nobody by name");
        assertThat(board.locator("h2")).hasText("Tasks: Nobody by name");
        assertThat(board.locator("h2")).isFocused();
        press(board, "Choose all of this page");
        assertThat(board.locator(".board-bulk [role=status]")).containsText("items chosen.");
        press(board, "Set the day on which they come back");
        board.locator(".board-ask input[type=date]").fill("2026-06-12");
        board.locator(".board-ask textarea").fill("The site visit is then.");
        press(board, "Go on");
        assertThat(board.locator(".board-bulk h4")).containsText("come back on Friday 12 June 2026?");
        press(board, "Cancel");
        assertThat(board.locator(".board-bulk").getByRole(AriaRole.BUTTON).first()).isFocused();
        press(board, "Give the tasks to somebody");
        var who = board.locator(".board-ask select");
        assertThat(who.locator("option").first()).containsText("may have");
        var officer = who.locator("option").filter(new Locator.FilterOptions().setHasText("Complaints officer")).first();
        who.selectOption(officer.getAttribute("value"));
        supervisor.picture("board-give-tasks");
        press(board, "Go on");
        assertThat(board.locator(".board-bulk h4")).containsText(Pattern.compile("Give [1-9][0-9]* items to Complaints officer \\(Cheshire East\\)\\?"));
        press(board, "Yes, do it");
        assertThat(board.locator(".board-bulk [role=status]")).hasText(Pattern.compile("[1-9][0-9]* done, [0-9]+ not\\."));
        // the list beside is the one after it
        assertThat(board.locator("tbody tr").filter(new Locator.FilterOptions().setHasText("Acknowledge complaint")).filter(new Locator.FilterOptions().setHas(page.getByRole(AriaRole.CHECKBOX)))).hasCount(0);
        assertThat(board.locator(".board-bulk")).containsText("Complaints officer (Cheshire East) is not one of the Supervisors.");
        board.locator(".board-bulk summary").click();
        assertThat(board.locator(".board-bulk details")).containsText("With Complaints officer (Cheshire East) now.");
        whole(supervisor, "board-bulk-result");
        press(board, "Back to the board", 0);
        // who has been signed out meanwhile reads that, and where to sign in
        page.route("**/redress/api/board/tasks?*", route -> route.fulfill(new Route.FulfillOptions().setStatus(401)));
        press(board, "Nobody by name");
        assertThat(board.getByRole(AriaRole.ALERT)).hasText("You are signed out. Sign in");
        page.unroute("**/redress/api/board/tasks?*");
        press(board, "Back to the board");
        assertThat(board.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Complaints officer")).first()).isVisible();
    }

    private void letsFailedStepsRunAgain(Locator board) {
        // what was sent and not answered may be done, and is not called untried
        board.page().route("**/redress/api/board/bulk", Route::abort);
        board.getByRole(AriaRole.CHECKBOX).first().check();
        press(board, "Let the steps run again");
        press(board, "Go on");
        press(board, "Yes, do it");
        assertThat(board.locator(".board-bulk [role=status]")).hasText("0 done, 0 not, 1 not answered.");
        assertThat(board.getByRole(AriaRole.ALERT)).containsText("The server does not answer. Try again in a moment. 1 was not answered; look at the list.");
        board.page().unroute("**/redress/api/board/bulk");
        assertThat(board.getByRole(AriaRole.CHECKBOX).first()).not().isChecked();
        board.getByRole(AriaRole.CHECKBOX).first().check();
        press(board, "Let the steps run again");
        press(board, "Go on");
        press(board, "Yes, do it");
        assertThat(board.locator(".board-bulk [role=status]")).hasText("1 done, 0 not.");
        press(board, "Back to the board");
        assertThat(board.locator("h4").filter(new Locator.FilterOptions().setHasText("could not do a step"))).hasCount(0);
    }

    /** Drills down from a number to its list, and takes it away as CSV. */
    private static void keepsAList(Desk supervisor, Locator board) {
        press(board, "Overdue");
        assertThat(board.locator("h2")).hasText("Overdue");
        assertThat(board.locator("tbody tr").first()).containsText(Pattern.compile("Overdue, [1-9] working days?"));
        supervisor.picture("board-overdue");
        var list = supervisor.page().waitForDownload(() -> board.getByRole(AriaRole.LINK, new Locator.GetByRoleOptions().setName("This list as CSV")).press("Enter"));
        assertThat(list.suggestedFilename()).endsWith(".csv");
        press(board, "Back to the board");
        assertThat(board.locator("h2")).isFocused();
    }

    /** From its page; to another supervisor it is not there any more. */
    private void restrictsACase(Desk supervisor, String reference) {
        var page = supervisor.page();
        page.navigate("/redress/cases/" + reference);
        page.locator(".case-can").getByText("Case restriction").press("Enter");
        var form = page.locator(".modal-content");
        assertThat(Desk.field(form, "Case").locator("input")).hasValue(reference);
        supervisor.send(form, Map.of("What was decided?", "The case is restricted to named people", "Who may read it", "Complaints officer (Cheshire East)",
                "Reason", "The complainant works for the council."));
        assertThat(form).hasCount(0);
        assertThat(supervisor.recorded()).containsText("Recorded");
        supervisor.picture("case-restricted");
        var another = desks.of("cheshire-east-supervisor-two");
        another.page().navigate("/redress/cases/" + reference);
        assertThat(another.page().locator("main")).containsText("There is no such case");
        assertThat(another.page().locator("body")).not().containsText("Nightingale");
        another.picture("case-not-there");
    }

    private void readsAnInstance(Desk supervisor, String reference) {
        var page = supervisor.page();
        var instance = runtime.createProcessInstanceQuery().processInstanceBusinessKey(reference).processDefinitionKey("complaint").singleResult().getId();
        page.navigate("/camunda/app/cockpit/default/#/process-instance/" + instance + "/runtime");
        page.locator(".nav-tabs").getByText("Case", new Locator.GetByTextOptions().setExact(true)).click();
        assertThat(page.locator(".redress-tab h3")).containsText(reference);
        assertThat(page.locator(".redress-tab")).containsText(MISCHIEF);
        supervisor.picture("case-in-cockpit");
        page.locator(".nav-tabs").getByText("What ran", new Locator.GetByTextOptions().setExact(true)).click();
        assertThat(page.locator(".case-ran tr").filter(new Locator.FilterOptions().setHasText("Acknowledge complaint")).first()).containsText("Complaints officer (Cheshire East)");
        supervisor.picture("what-ran-in-cockpit");
    }

    private void showsFinishedCases(Desk supervisor, String finished) {
        var page = supervisor.page();
        page.navigate("/camunda/app/cockpit/default/#/dashboard");
        var board = page.locator(".redress-board");
        press(board, "Show finished cases");
        assertThat(board.locator("h2")).hasText("Finished cases");
        assertThat(board.locator("table")).containsText("Withdrawn");
        supervisor.picture("board-finished");
        board.locator("table a[href='/redress/cases/" + finished + "']").press("Enter");
        assertThat(page.locator("h1")).containsText(finished);
        assertThat(page.locator(".case-facts")).containsText("Withdrawn since");
    }

    private void showsHowAProcedureGoes(Desk supervisor) {
        var page = supervisor.page();
        var definition = repository.createProcessDefinitionQuery().processDefinitionKey("acknowledgement").latestVersion().singleResult();
        page.navigate("/camunda/app/cockpit/default/#/process-definition/" + definition.getId() + "/runtime");
        page.reload();
        page.locator(".nav-tabs").getByText("Figures", new Locator.GetByTextOptions().setExact(true)).click();
        var figures = page.locator(".redress-board");
        assertThat(figures.locator("h2")).containsText("How “");
        assertThat(figures.locator("tr").filter(new Locator.FilterOptions().setHasText("Acknowledge complaint"))).containsText(Pattern.compile("Acknowledge complaint[1-9]"));
        supervisor.picture("board-figures");
    }

    private static void press(Locator board, String button) {
        press(board, button, 0);
    }

    private static void press(Locator board, String button, int which) {
        var found = board.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(button)).nth(which);
        found.focus();
        found.press("Enter");
    }

    /** All of the board, however long it is. */
    private static void whole(Desk supervisor, String name) {
        var page = supervisor.page();
        var before = page.viewportSize();
        page.setViewportSize(1280, 2200);
        supervisor.picture(name);
        page.setViewportSize(before.width, before.height);
    }
}
