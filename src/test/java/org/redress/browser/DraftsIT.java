package org.redress.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.GetByRoleOptions;
import com.microsoft.playwright.options.AriaRole;
import java.time.LocalDate;
import java.util.Map;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.TaskService;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.redress.identity.Role;
import org.redress.testing.Answers;
import org.redress.testing.Office;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

/** Text that was typed, key by key, is there again whatever its writer does in between, and the browser keeps nothing of it. */
@BrowserTest
class DraftsIT {
    private static final LocalDate MON_2026_06_01 = LocalDate.of(2026, 6, 1);
    private static final String LETTER = "Dear Ms Quillfeather,\nyou complain about <b>bins</b> {{7*7}}";
    private static final String GROUPS = "My groups' tasks";
    private static final String MINE = "My tasks";
    private static final String ACKNOWLEDGE = "Acknowledge complaint";
    private static final String UNDERSTAND = "What we understand";

    /** Everything that a page can leave in a browser, as text. */
    private static final String STORES = """
            async () => {
              const found = [JSON.stringify(localStorage), JSON.stringify(sessionStorage), document.cookie, window.name, location.href, JSON.stringify(history.state)];
              for (const { name } of await indexedDB.databases()) {
                found.push('database ' + name);
              }
              for (const name of await caches.keys()) {
                found.push('cache ' + name);
              }
              return found.join(' ');
            }""";

    @Autowired private Desks desks;
    @Autowired private Office office;
    @Autowired private TaskService tasks;
    @Autowired private JdbcTemplate jdbc;

    private Desk officer;
    private String reference;

    @BeforeEach
    void anOfficerHasAComplaintToAcknowledge() {
        office.on(MON_2026_06_01);
        reference = office.receive("kent", Map.of());
        tasks.setAssignee(office.task(reference, ACKNOWLEDGE).getId(), "kent-officer");
        officer = desks.of("kent-officer");
    }

    @Test
    void isThereAgainAfterAnotherTask() {
        tasks.setAssignee(office.task(office.receive("kent", Map.of()), ACKNOWLEDGE).getId(), "kent-officer");
        var cards = officer.filter(MINE);
        assertThat(cards).hasCount(2);
        officer.openCard(cards.nth(0));
        type(UNDERSTAND, LETTER);

        officer.openCard(cards.nth(1));
        assertThat(shown(UNDERSTAND)).hasValue("");
        officer.openCard(cards.nth(0));

        assertThat(shown(UNDERSTAND)).hasValue(LETTER);
        assertThat(line()).hasText("Draft of 09:30.");
        officer.picture("draft-after-another-task");
        assertThat(stores()).doesNotContain("Quillfeather");
    }

    @Test
    void isThereAgainAfterTheCaseTab() {
        officer.open(MINE, ACKNOWLEDGE);
        type(UNDERSTAND, LETTER);

        officer.readCase();
        officer.tab("Form");

        assertThat(shown(UNDERSTAND)).hasValue(LETTER);
    }

    @Test
    void isThereAgainAfterAReloadAndInAnotherTabOfTheBrowser() {
        officer.open(MINE, ACKNOWLEDGE);
        type(UNDERSTAND, LETTER);

        officer.page().reload();
        assertThat(shown(UNDERSTAND)).hasValue(LETTER);
        shown(UNDERSTAND).press("End");
        shown(UNDERSTAND).pressSequentially(" and more");
        officer.page().reload();
        assertThat(shown(UNDERSTAND)).hasValue(LETTER + " and more");

        var another = officer.page().context().newPage();
        another.navigate(officer.page().url());
        assertThat(another.locator(".fjs-form-field-textarea textarea:not([readonly])").first()).hasValue(LETTER + " and more");
        assertThat(stores()).doesNotContain("Quillfeather");
    }

    @Test
    void isThereAgainAfterSigningOutAndInAndAfterATimeOut() {
        officer.open(MINE, ACKNOWLEDGE);
        type(UNDERSTAND, "Dear Ms Quillfeather");
        officer.signOut();
        officer.fillInSignIn("kent-officer");
        officer.open(MINE, ACKNOWLEDGE);
        assertThat(shown(UNDERSTAND)).hasValue("Dear Ms Quillfeather");

        shown(UNDERSTAND).pressSequentially(", you");
        kept(", you");
        assertThat(stores()).doesNotContain("Quillfeather");
        officer.page().context().clearCookies();
        officer.page().locator(".task-filter").first().locator("h4 a").click();
        assertThat(officer.page()).hasURL(Pattern.compile("/sign-in\\?to="));
        assertThat(stores()).doesNotContain("Quillfeather");
        officer.fillInSignIn("kent-officer");
        officer.open(MINE, ACKNOWLEDGE);

        assertThat(shown(UNDERSTAND)).hasValue("Dear Ms Quillfeather, you");
    }

    @Test
    void isForItsWriterOnly() {
        officer.open(MINE, ACKNOWLEDGE);
        type(UNDERSTAND, LETTER);
        keptNow();

        var supervisor = desks.of("kent-supervisor");
        supervisor.open("All of my council", ACKNOWLEDGE);

        assertThat(supervisor.field(UNDERSTAND).locator("textarea")).hasValue("");
        assertThat(supervisor.page().locator(".redress-draft")).hasText("");
    }

    @Test
    void hasEveryKindOfFieldAsFormJsKnowsIt() {
        var letter = LETTER.replace("Quillfeather", "Mistlethrush");
        var form = officer.start("Complaint");
        officer.fillIn(form, Map.of("Received on", "01/06/2026", "Received by", "E-mail", "Who complains", "Ms Mistlethrush", "They are", "Anybody else",
                "What is complained of", letter), "Start");
        Desk.type(form, "Received at", "09:15").press("Tab");
        keptNow();
        assertThat(Rows.of(jdbc, "%")).hasSizeGreaterThan(500).filteredOn(row -> row.contains("Mistlethrush")).isNotEmpty().allMatch(row -> row.startsWith("DRAFT: "));
        form.locator(".modal-footer").getByText("Close").click();
        assertThat(form).hasCount(0);
        assertThat(stores()).doesNotContain("Mistlethrush");

        form = officer.start("Complaint");
        assertThat(line()).hasText("Draft of 09:30, until Wed 1 Jul 2026 at least.");
        officer.picture("draft-of-a-start-form");
        assertThat(officer.missing(form, Map.of("Received on", "01/06/2026", "Received by", "E-mail", "Who complains", "Ms Mistlethrush", "They are", "Anybody else",
                "What is complained of", letter, "What they want", ""))).isEmpty();
        officer.page().getByRole(AriaRole.BUTTON, new GetByRoleOptions().setName("Start").setExact(true)).click();
        assertThat(form).hasCount(0);

        assertThat(jdbc.queryForList("select complained_of from complaint where complained_of like 'Dear Ms Mistle%'", String.class)).containsExactly(letter);
        assertThat(jdbc.queryForObject("select count(*) from draft", Integer.class)).isZero();
        form = officer.start("Complaint");
        assertThat(officer.missing(form, Map.of("Received on", "", "Who complains", "", "What is complained of", ""))).isEmpty();
        assertThat(form.locator(".redress-draft [role=status]")).hasText("");
    }

    @Test
    void hasTicksChoicesAndNumbersToo() {
        officer.open(MINE, ACKNOWLEDGE);
        officer.field("Help and advocacy were offered").locator("input").check();
        keptNow();
        officer.page().reload();
        assertThat(officer.field("Help and advocacy were offered").locator("input")).isChecked();

        office.complete(reference, ACKNOWLEDGE, Answers.acknowledge(MON_2026_06_01));
        tasks.setAssignee(office.task(reference, "Assess complaint").getId(), "kent-officer");
        officer.page().reload();
        officer.open(MINE, "Assess complaint");
        officer.field("Do we accept it?").getByLabel("Yes, as a whole").check();
        keptNow();
        officer.page().reload();
        assertThat(officer.field("Do we accept it?").getByLabel("Yes, as a whole")).isChecked();
    }

    @Test
    void goesWhenTheTaskIsCompleted() {
        officer.open(MINE, ACKNOWLEDGE);
        type(UNDERSTAND, LETTER);
        officer.complete(Map.of("Sent on", "01/06/2026", "Sent by", "E-mail", "Contact", "Complaints team"));

        assertThat(jdbc.queryForObject("select count(*) from draft", Integer.class)).isZero();
        assertThat(jdbc.queryForObject("select count(*) from draft_loss", Integer.class)).isZero();
    }

    @Test
    void staysWhenTheAnswersAreTurnedDown() {
        officer.open(MINE, ACKNOWLEDGE);
        type(UNDERSTAND, LETTER);
        officer.submit(Map.of("Sent on", "02/06/2026", "Sent by", "E-mail", "Contact", "Complaints team"));
        assertThat(officer.refusal()).containsText("is in the future");

        officer.page().reload();

        assertThat(shown(UNDERSTAND)).hasValue(LETTER);
    }

    @Test
    void goesWhenItIsThrownAwayAndComesBackWithUndo() {
        officer.open(MINE, ACKNOWLEDGE);
        type(UNDERSTAND, LETTER);
        keptNow();
        press("Throw away");
        assertThat(line()).hasText("Draft thrown away.");
        assertThat(shown(UNDERSTAND)).hasValue("");
        officer.picture("draft-thrown-away");
        assertThat(jdbc.queryForObject("select count(*) from draft", Integer.class)).isZero();

        press("Undo");
        assertThat(shown(UNDERSTAND)).hasValue(LETTER);
        keptNow();
        press("Throw away");
        assertThat(line()).hasText("Draft thrown away.");
        officer.page().reload();

        assertThat(officer.field(UNDERSTAND)).isVisible();
        assertThat(shown(UNDERSTAND)).hasValue("");
    }

    @Test
    void isKeptByTasklistsOwnButtonOnTheServer() {
        officer.open(MINE, ACKNOWLEDGE);
        shown(UNDERSTAND).pressSequentially("Quillfeather");
        officer.page().getByRole(AriaRole.BUTTON, new GetByRoleOptions().setName("Save").setExact(true)).click();

        assertThat(line()).hasText("Draft kept 09:30.");
        assertThat(jdbc.queryForList("select content from draft", String.class)).singleElement().asString().contains("Quillfeather");
        assertThat(stores()).doesNotContain("Quillfeather");
    }

    @Test
    void takesAwayWhatEarlierVersionsLeftInTheBrowser() {
        officer.page().evaluate("() => { localStorage.setItem('camunda-form:x', '{\"letterText\":\"Quillfeather\"}'); localStorage.setItem('mine', 'stays'); }");

        officer.page().reload();
        officer.open(MINE, ACKNOWLEDGE);

        assertThat(stores()).doesNotContain("Quillfeather").contains("stays");
    }

    @Test
    void saysSoWhenTwoWindowsWriteDifferently() {
        officer.open(MINE, ACKNOWLEDGE);
        var another = officer.page().context().newPage();
        another.navigate(officer.page().url());
        var there = another.locator(".fjs-form-field-textarea textarea:not([readonly])").first();
        assertThat(there).isVisible();
        there.pressSequentially("From the second window");
        kept("second window");
        assertThat(another.locator(".redress-draft [role=status]")).hasText("Draft kept 09:30.");

        shown(UNDERSTAND).pressSequentially("From the first window");

        assertThat(line()).hasText("Another window kept another text at 09:30. What is here is not kept.");
        assertThat(shown(UNDERSTAND)).hasValue("From the first window");
        assertThat(jdbc.queryForList("select content from draft", String.class)).singleElement().asString().contains("second");
        officer.picture("draft-of-two-windows");
        press("Show that text");
        assertThat(shown(UNDERSTAND)).hasValue("From the second window");

        shown(UNDERSTAND).press("End");
        shown(UNDERSTAND).pressSequentially(" and the first");
        kept("and the first");
        another.evaluate("() => document.dispatchEvent(new Event('visibilitychange'))");
        assertThat(there).hasValue("From the second window and the first");
    }

    @Test
    void keepsTheTextOfThisWindowWhereItsWriterSaysSo() {
        officer.open(MINE, ACKNOWLEDGE);
        var another = officer.page().context().newPage();
        another.navigate(officer.page().url());
        var there = another.locator(".fjs-form-field-textarea textarea:not([readonly])").first();
        assertThat(there).isVisible();
        there.pressSequentially("From the second window");
        kept("second window");
        shown(UNDERSTAND).pressSequentially("From the first window");

        press("Keep this text");

        kept("first window");
        assertThat(line()).hasText("Draft kept 09:30.");
    }

    @Test
    void tellsItsWriterWhenItWentWithATaskThatSomebodyElseHas() {
        officer.open(MINE, ACKNOWLEDGE);
        type(UNDERSTAND, LETTER);
        keptNow();
        office.joins("kent-manager", Role.COMPLAINTS_TEAM.group());
        tasks.setAssignee(office.task(reference, ACKNOWLEDGE).getId(), "kent-manager");

        officer.page().reload();

        var loss = officer.page().locator(".redress-losses");
        assertThat(loss).containsText("Your unsent text for “Acknowledge complaint” in " + reference + " was thrown away, because the task was given to Service manager (Kent).");
        officer.picture("draft-lost");
        loss.getByText("I have read this").click();
        assertThat(loss.locator("p")).hasCount(0);
        officer.page().reload();
        assertThat(officer.page().locator(".task-filter.active")).isVisible();
        assertThat(officer.page().locator(".redress-losses p")).hasCount(0);
    }

    /** Types as a person does, key by key; the last keys are typed just before something else happens. */
    private void type(String label, String text) {
        shown(label).pressSequentially(text);
    }

    private Locator shown(String label) {
        return officer.field(label).locator("textarea, input");
    }

    private Locator line() {
        return officer.page().locator(".redress-draft [role=status]");
    }

    private void keptNow() {
        assertThat(line()).hasText(Pattern.compile("^Draft kept 09:30"));
    }

    /** Waits until the server has these words. */
    private void kept(String words) {
        officer.page().waitForCondition(() -> jdbc.queryForList("select content from draft", String.class).stream().anyMatch(content -> content.contains(words)));
    }

    private void press(String button) {
        officer.page().locator(".redress-draft").getByText(button, new Locator.GetByTextOptions().setExact(true)).click();
    }

    private String stores() {
        Page page = officer.page();
        return (String) page.evaluate(STORES);
    }
}
