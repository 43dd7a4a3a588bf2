package org.redress.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.redress.access.SecondStepPages;
import org.redress.sending.PostRoom;
import org.redress.testing.Answers;
import org.redress.testing.Casework;
import org.redress.testing.Office;
import org.redress.testing.OmbudsmanAnswers;
import org.redress.testing.OmbudsmanCasework;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.ApplicationContext;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;
import org.springframework.http.server.PathContainer;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/**
 * Everything of ours that people see can be used by everybody: axe finds nothing in it (WCAG 2.2, A and AA), no page scrolls sideways at 400 % or with large text. What the stock
 * webapps do not meet is in target/accessibility.md, for docs/accessibility.md.
 */
@BrowserTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class AccessibilityIT {
    private static final LocalDate MON_2026_04_13 = LocalDate.of(2026, 4, 13);
    private static final LocalDate MON_2026_06_01 = LocalDate.of(2026, 6, 1);
    private static final LocalDate WED_2026_06_10 = LocalDate.of(2026, 6, 10);
    private static final String KENT = "Kent County Council";

    /** Names of classes and ids in our scripts; one that ends with a hyphen gets a number. */
    private static final Pattern PART = Pattern.compile("['\" ](redress-[a-z-]*[a-z])(?=['\" \\]\\\\])");
    /** Of these, what is none that people see: plugins' names, a key of the browser's storage, marks on what is theirs, a list of names for a field, and what is said in the bank holidays' last year only. */
    private static final List<String> NOT_SEEN = List.of("redress-case-panel", "redress-case-tab", "redress-beside", "redress-draft-on-its-way", "redress-figures", "redress-ran", "redress-refused",
            "redress-step-empty", "redress-takers", "redress-warning");

    @Autowired private Desks desks;
    @Autowired private ConfigurableEnvironment settings;
    @Autowired private RepositoryService repository;
    @Autowired private RuntimeService runtime;
    @Autowired private ManagementService management;
    @Autowired private JdbcTemplate database;
    @Autowired private Casework casework;
    @Autowired private ApplicationContext product;
    @Autowired @Qualifier("requestMappingHandlerMapping") private RequestMappingHandlerMapping mapping;

    private final Accessibility accessibility = new Accessibility();
    private Office office;
    private String rich;
    private String closed;
    private String fresh;
    private String investigated;

    @BeforeAll
    void thereAreCases(@Autowired Office staff, @Autowired OmbudsmanCasework ombudsman) {
        office = staff;
        // its time for a review is over when the others begin
        office.on(MON_2026_04_13);
        ombudsman.decided(KENT, Map.of("complainant", "Sarah Redshank"));
        office.on(MON_2026_06_01);
        settings.getPropertySources().addFirst(new MapPropertySource("accessibility", Map.of("redress.notices.enabled", "true", "redress.notices.domains", "example.gov.uk", "redress.feeds.enabled", "true")));
        closed = casework.accepted("kent", Map.of("complainant", "Mr Pellew"), Map.of());
        office.event(closed, "withdrawal", Map.of());
        office.complete(closed, "Confirm withdrawal", Answers.confirmWithdrawal(office.today()));
        casework.respond(casework.accepted("kent", Map.of("complainant", "Mrs Oxenham"), Map.of()), "kent-manager");
        rich = casework.accepted("kent", Map.of("complainant", "Ms Larkspur", "otherPeople", "Mr Larkspur – father"), Map.of());
        casework.answerIssues(rich, "kent-manager");
        office.complete(rich, "Draft response", Answers.draft());
        office.complete(rich, "Approve response", Map.of("approval", "return", "comments", "Say more about May."));
        office.event(rich, "extension", Answers.extension(LocalDate.of(2026, 6, 26)));
        office.people("kent-officer", rich, "add", Map.of("personName", "Mr Dunnock", "part", "joint-complainant"));
        office.as("kent-supervisor").start("contact-restriction", Answers.restriction(rich, 1, office.today()));
        office.signOut();
        investigated = ombudsman.decided(KENT, Map.of("councilReference", ombudsman.signposted("kent")), OmbudsmanAnswers.action("apology", "1 month", Map.of()));
        office.receive("kent", Map.of("complainant", "Mr Fulmar", "complaintText", "The ferry was late every day of May."));
        office.on(WED_2026_06_10);
        fresh = office.receive("kent", Map.of("complainant", "Ms Whimbrel", "complaintText", "Nobody repairs the lamp in our street."));
        var failed = management.createJobQuery().tenantIdIn("kent").timers().list().get(0);
        management.setJobRetries(failed.getId(), 0);
        database.update("insert into second_factor (account, sealed, made_at) values ('kent-supervisor-two', '-', timestamp '2026-06-01 09:30:00')");
    }

    @AfterAll
    void noticesAreOffAgain() throws IOException {
        settings.getPropertySources().remove("accessibility");
        database.update("delete from second_factor where account = 'kent-supervisor-two'");
        Files.write(Path.of("target/accessibility.md"), Stream.concat(Stream.of("| Page | Rule of axe | Impact | Places |", "|---|---|---|---|"), accessibility.stockRows().stream()).toList());
    }

    // ---- pages of our own -------------------------------------------------------------------------------------------

    @Test
    void signsIn() {
        try (var context = context()) {
            var page = accessibility.follow(context.newPage());
            show(page, "/sign-in", "sign-in");
            page.getByLabel("User name").fill("kent-officer");
            page.getByLabel("Password").fill("not this one");
            press(page, "Sign in");
            accessibility.ours(page, "sign-in refused");
            show(page, "/sign-in?signed-out", "signed out");
            SecondStepPages.all().forEach((what, content) -> {
                page.route("**/sign-in", route -> route.fulfill(new Route.FulfillOptions().setContentType("text/html;charset=UTF-8").setBody(content)));
                show(page, "/sign-in", what);
                page.unroute("**/sign-in");
            });
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"kent-manager", "kent-link-officer", "ombudsman-investigator", "process-owner", "kent-clerk"})
    void startsForEveryRole(String person) {
        try (var context = context()) {
            accessibility.ours(signedIn(context, person), "start of " + person);
        }
    }

    @Test
    void readsACaseOnItsPage() {
        try (var context = context()) {
            var page = signedIn(context, "kent-officer");
            accessibility.ours(page, "start of an officer");
            page.getByRole(AriaRole.SEARCHBOX).fill("Larkspur");
            press(page, "Find");
            assertThat(page.locator("#found a").first()).isVisible();
            accessibility.ours(page, "found on the start page");

            show(page, "/redress/cases", "find a case");
            page.getByLabel("Reference, person or words of the complaint").fill("bins");
            press(page, "Find");
            assertThat(page.locator("#found-cases li").first()).isVisible();
            accessibility.ours(page, "cases found");

            page.navigate("/redress/cases/" + rich);
            assertThat(page.locator(".case-chronology")).isVisible();
            unfold(page);
            accessibility.ours(page, "page of a case");
            attaches(page);
            page.navigate("/redress/cases/" + rich + "/print");
            assertThat(page.locator(".case-chronology")).isVisible();
            accessibility.ours(page, "print sheet of a case");
            Desk.pictureOfAll(page, "print-sheet-of-a-case");
            show(page, "/redress/cases/" + rich + "/letters/1", "letter");
            Desk.pictureOfAll(page, "print-sheet-of-a-letter");
            page.navigate("/redress/cases/" + closed);
            assertThat(page.locator(".case-kept").first()).isVisible();
            accessibility.ours(page, "page of a closed case");
            Desk.pictureOfAll(page, "page-of-a-closed-case");
            show(page, "/redress/cases/KENT-2026-99999", "a case that is not there");
            show(page, "/redress/nothing", "an address that is not there");
            show(page, "/redress/councils", "not for an officer");
            show(page, "/redress/accessibility", "accessibility statement");
        }
    }

    private void attaches(Page page) {
        press(page, "Add files");
        page.getByLabel("Choose files, or drag them here").setInputFiles(new FilePayload("letter.pdf", "application/pdf", org.redress.attachments.Files.pdf("a letter")));
        assertThat(page.locator(".case-chosen li")).hasCount(1);
        accessibility.ours(page, "files chosen");
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Add").setExact(true)).click();
        assertThat(page.locator(".case-attachments > li").filter(new Locator.FilterOptions().setHasText("letter.pdf"))).hasCount(1);
        press(page, "Set aside");
        assertThat(page.getByLabel("Why it does not belong here")).isVisible();
        accessibility.ours(page, "an attachment");
    }

    @Test
    void choosesNoticesAndSeesTheirSignIns() {
        try (var context = context(); var elsewhere = context()) {
            signedIn(elsewhere, "kent-officer");
            var page = signedIn(context, "kent-officer");
            show(page, "/redress/sessions", "sessions");
            press(page, "Sign out everywhere else");
            accessibility.ours(page, "other sessions ended");
            show(page, "/redress/notices", "notices");
            press(page, "Keep");
            accessibility.ours(page, "notices chosen");
            page.getByLabel("Your address").fill("officer@elsewhere.example");
            press(page, "Send a code there");
            accessibility.ours(page, "address refused");
            page.getByLabel("Your address").fill("officer@elsewhere.example");
            page.evaluate("() => document.querySelector('form[action$=\"/address\"]').setAttribute('action', '/redress/notices/code')");
            press(page, "Send a code there");
            accessibility.ours(page, "code refused");
            press(page, "Make an address");
            accessibility.ours(page, "calendar made");
            show(page, "/redress/notices", "calendars");
            press(page, "Revoke the address of");
            accessibility.ours(page, "calendar revoked");
            show(page, "/sign-out", "sign out");
            press(page, "Sign out");
            accessibility.ours(page, "signed out");
        }
    }

    @Test
    void looksAfterACouncil() {
        try (var context = context()) {
            var page = signedIn(context, "kent-supervisor");
            accessibility.ours(page, "start of a supervisor");
            show(page, "/redress/deadlines", "deadlines");
            show(page, "/redress/lessons?since=2026-01-01", "lessons");
            show(page, "/redress/lessons?since=soon", "lessons since no day");
            show(page, "/redress/access", "access");
            show(page, "/redress/figures?from=2026-04-01&to=2027-03-31", "figures");
            page.locator("main td a").first().click();
            assertThat(page).hasURL(Pattern.compile("/redress/figures/cases"));
            accessibility.ours(page, "cases behind a figure");
            show(page, "/redress/figures/words?year=2025", "words of a year");
            Desk.pictureOfAll(page, "words-of-a-year");
            show(page, "/redress/figures/words/2025/acknowledged-1", "a provision of the Code");
            press(page, "Keep");
            accessibility.ours(page, "a provision refused");
            page.getByLabel("Yes").check();
            page.getByLabel("What shows it, or why not").fill("All were in time.");
            press(page, "Keep");
            accessibility.ours(page, "a provision kept");
            Desk.pictureOfAll(page, "a-provision-kept");
            Desk.pictureOfDocument(page, "/redress/figures/self-assessment.pdf?year=2025", "self-assessment");
            Desk.pictureOfDocument(page, "/redress/figures.pdf?from=2026-04-01&to=2027-03-31", "yearly-report");
            Desk.pictureOfDocument(page, "/redress/api/board/month.pdf?month=2026-06", "monthly-list");
            show(page, "/redress/figures/words/1999/lead", "a year without a report");
            show(page, "/redress/notices", "notices of a supervisor");
            page.navigate("/redress/cases/" + rich);
            press(page, "Show what ran, with times and names");
            assertThat(page.locator(".case-ran")).isVisible();
            accessibility.ours(page, "what ran");
        }
    }

    @Test
    void administers() {
        try (var context = context()) {
            var page = signedIn(context, "nobody");
            accessibility.ours(page, "start of an administrator");
            show(page, "/redress/councils", "councils");
            show(page, "/redress/councils/new", "a new council");
            page.evaluate("() => document.querySelector('form').setAttribute('novalidate', '')");
            page.locator("main form button").last().click();
            accessibility.ours(page, "a new council refused");
            show(page, "/redress/councils/of/kent", "a council");
            page.locator("main form button").last().click();
            accessibility.ours(page, "a council kept");
            show(page, "/redress/councils/of/kent/remove", "removing a council");
            press(page, "Remove");
            accessibility.ours(page, "removing refused");
            show(page, "/redress/councils/of/nowhere", "a council that is not there");
            show(page, "/redress/tokens", "tokens");
            page.getByLabel("Account of the program").fill("nobody-at-all");
            page.getByLabel("Which program gets it").fill("Intake form");
            press(page, "Make the token");
            accessibility.ours(page, "a token refused");
            page.getByLabel("Account of the program").fill("kent-officer");
            press(page, "Make the token");
            accessibility.ours(page, "a token made");
            press(page, "Revoke the token of Intake form");
            accessibility.ours(page, "a token revoked");
            show(page, "/redress/second-factors", "second factors");
            press(page, "Reset the second factor of kent-supervisor-two");
            accessibility.ours(page, "a second factor reset");
            show(page, "/redress/notices", "notices of an administrator");

            page.navigate("/camunda/app/admin/default/#/users");
            assertThat(page.getByText("kent-officer").first()).isVisible();
            accessibility.parts(page, "menu of Admin");
            accessibility.stock(page, "Admin, list of users");
        }
    }

    // ---- Tasklist ---------------------------------------------------------------------------------------------------

    @Test
    void worksInTasklist() {
        var officer = desks.of("kent-officer");
        var page = accessibility.follow(officer.page());
        var card = officer.filter("My groups' tasks").filter(new Locator.FilterOptions().setHasText("Ms Whimbrel")).first();
        assertThat(card.locator(".redress-card")).isVisible();
        officer.openCard(card);
        assertThat(page.locator(".redress-panel h3")).hasText(fresh);
        page.locator(".redress-panel").getByText("The whole file").click();
        assertThat(page.locator(".redress-panel .case-chronology")).isVisible();
        unfold(page);
        press(page, "Bring forward");
        var box = page.getByLabel("Find a case");
        box.fill("ferry");
        box.press("Enter");
        assertThat(page.locator(".redress-found .found-case").first()).isVisible();
        accessibility.parts(page, "Tasklist with a case, a search and a day to come back");
        accessibility.stock(page, "Tasklist, list and a task with its form");
        box.press("Escape");
        press(page, "Bring forward");

        var day = Desk.type(page.locator(".task-card"), "Sent on", "11/06/2026");
        assertThat(page.locator(".redress-calendar")).isVisible();
        day.press("ArrowDown");
        accessibility.parts(page, "the calendar below a day");
        day.press("Escape");
        officer.submit(Map.of("Sent on", "11/06/2026", "Sent by", "E-mail", "What we understand", "The lamp.", "Contact", "Complaints team"));
        officer.refusal();
        accessibility.parts(page, "a refusal");
        asksToRead(officer);
        officer.complete(Map.of());
        accessibility.parts(page, "the answer to a step");

        database.update("insert into draft_loss (person, complaint_id, title, because, lost_at) select 'kent-officer', id, 'Assess complaint', 'the task was given to somebody else', timestamp '2026-06-10 09:00:00' from complaint where reference = ?", fresh);
        page.reload();
        assertThat(page.locator(".redress-losses p")).hasCount(1);
        page.locator(".redress-done summary").click();
        accessibility.parts(page, "a draft that is lost, and what was done");

        var form = officer.start("Complaint");
        officer.send(form, Map.of("Received on", "10/06/2026", "Received by", "E-mail", "Who complains", "Ms Whimbrel", "They are", "Anybody else",
                "What is complained of", "Nobody repairs the lamp in our street.", "What they want", "Light."));
        assertThat(page.locator(".redress-asked-back li").first()).isVisible();
        accessibility.parts(page, "what is asked back");
        accessibility.stock(page, "Tasklist, form that starts a case");
    }

    /** Whoever sends a letter reads the whole of it first. */
    private void asksToRead(Desk officer) {
        settings.getPropertySources().addFirst(new MapPropertySource("letters are read", Map.of("redress.letters.read", "true")));
        try {
            officer.submit(Map.of("Sent on", "10/06/2026"));
            assertThat(officer.page().locator(".redress-letter")).containsText("How to reach us");
            accessibility.parts(officer.page(), "the letter that goes out, to read");
            officer.picture("letter-to-read");
            officer.confirmsAllThatIsAskedBack();
        } finally {
            settings.getPropertySources().remove("letters are read");
        }
    }

    @Test
    void writesALetterAlsoInEasyRead() {
        var manager = followed("kent-manager");
        manager.openCard(manager.filter("My tasks").filter(new Locator.FilterOptions().setHasText("Ms Larkspur")).first());
        manager.fillIn(manager.page().locator(".task-card"), Map.of("The same in Easy Read", "We are sorry.\n\nWe did not empty your bins in May."), "Complete");
        looksAtForm(manager, "draft in easy read");
    }

    @Test
    void seesToALetterThatDidNotGoOut() {
        try (var post = new PostRoom(product)) {
            var reference = confirmed();
            office.people("kent-officer", reference, "contact", Map.of("personNumber", 1, "details", "12 Mill Lane\nMaidstone\nME14 1XX\na.wren.new@home.example"));
            post.round();
            var officer = followed("kent-officer");
            looksAtTask(officer, "See to letter", Map.of("What is done now", "Redress sends it again, to the address that the file has now"));
            officer.page().navigate("/redress/cases/" + reference);
            assertThat(officer.page().locator(".case-sendings").first()).containsText("did not go out");
            Desk.pictureOfAll(officer.page(), "case-with-a-letter-that-did-not-go-out");
            accessibility.ours(officer.page(), "page of a case with a letter that did not go out");
            var supervisor = followed("kent-supervisor");
            supervisor.page().navigate("/camunda/app/cockpit/default/#/dashboard");
            assertThat(supervisor.page().locator(".board-unsent li").first()).containsText(reference);
            accessibility.parts(supervisor.page(), "board with a letter that did not go out");
            supervisor.page().locator(".board-unsent").scrollIntoViewIfNeeded();
            supervisor.picture("letters-not-sent");
        }
    }

    /** A response that Redress is to send. */
    private String confirmed() {
        var reference = casework.accepted("kent", Map.of("complainant", "Ms Anna Wren", "complaintText", "The bins in Mill Lane were not emptied."), Map.of());
        office.people("kent-officer", reference, "contact", Map.of("personNumber", 1, "details", "12 Mill Lane\nMaidstone\nME14 1XX\na.wren@home.example"));
        casework.answerIssues(reference, "kent-manager");
        office.complete(reference, "Draft response", Answers.with(Answers.draft(), Map.of("letterText", "What we found\n\nThe round in Mill Lane was missed six times in May, because one vehicle was off the road and nobody put the street on another round.\n\nWe are sorry for the weeks without a collection.")));
        var approver = followed("kent-approver");
        approver.openCard(approver.filter("My groups' tasks").filter(new Locator.FilterOptions().setHasText("Ms Anna Wren")).first());
        looksAtForm(approver, "letter to approve");
        office.complete(reference, "Approve response", Answers.approve());
        var officer = desks.of("kent-officer");
        officer.openCard(officer.filter("My groups' tasks").filter(new Locator.FilterOptions().setHasText("Ms Anna Wren")).first());
        assertThat(officer.page().getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Letter to Ms Anna Wren (PDF)"))).isVisible();
        officer.picture("letter-that-can-be-printed");
        accessibility.follow(officer.page());
        accessibility.parts(officer.page(), "a letter that can be printed");
        officer.claim();
        officer.fillIn(officer.page().locator(".task-card"), Map.of("Who sends it", "Redress, by e-mail"), "Complete");
        looksAtForm(officer, "who sends a letter");
        officer.submit(Map.of("These are the right people and addresses", "yes"));
        assertThat(officer.recorded()).containsText("Redress sends the letter by e-mail");
        return reference;
    }

    @Test
    void checksWhatIsDisclosed() {
        office.as("kent-officer").start("disclosure", Map.of("caseReference", closed, "made", "bundle", "heldAbout", "Mr Pellew", "heldIn", closed, "withholdingGround", "third-party", "groundReason", "They have not agreed.",
                "forWhom", "complainant"));
        office.signOut();
        var supervisor = followed("kent-supervisor-two");
        looksAtTask(supervisor, "Check disclosure", Map.of("May it go out?", "Yes"));
        var officer = followed("kent-officer");
        officer.fillIn(officer.start("Disclosure"), Map.of("What is made?", "A bundle of everything held"), "Start");
        looksAtForm(officer, "disclosure");
    }

    @Test
    void preparesAPublicationCopy() {
        looksAtTask(followed("ombudsman-investigator"), "Prepare publication copy", Map.of("What becomes of it?", "A copy is made with these names replaced"));
    }

    /** The desk of somebody, with each page that it opens looked at. */
    private Desk followed(String person) {
        var desk = desks.of(person);
        accessibility.follow(desk.page());
        return desk;
    }

    /** Opens a task of somebody's groups and looks at its form as it is filled in. */
    private void looksAtTask(Desk desk, String task, Map<String, String> answers) {
        desk.openCard(desk.filter("My groups' tasks").filter(new Locator.FilterOptions().setHasText(task)).first());
        desk.fillIn(desk.page().locator(".task-card"), answers, "Complete");
        looksAtForm(desk, task.toLowerCase(Locale.ROOT));
    }

    private void looksAtForm(Desk desk, String state) {
        accessibility.form(desk.page(), state);
        accessibility.parts(desk.page(), state);
        desk.picture(state.replace(' ', '-'));
    }

    // ---- Cockpit ----------------------------------------------------------------------------------------------------

    @Test
    void supervisesInCockpit() {
        var supervisor = desks.of("kent-supervisor");
        var page = accessibility.follow(supervisor.page());
        assertThat(supervisor.filter("All of my council").locator(".redress-card-waits").first()).isVisible();
        accessibility.parts(page, "cards of a supervisor");
        page.navigate("/camunda/app/cockpit/default/#/dashboard");
        var board = page.locator(".redress-board");
        assertThat(board.locator(".board-tile-overdue")).isVisible();
        accessibility.parts(page, "board");
        accessibility.stock(page, "Cockpit, dashboard");
        press(board, "Nobody by name");
        assertThat(board.locator("h2")).hasText("Tasks: Nobody by name");
        board.getByRole(AriaRole.CHECKBOX).first().check();
        accessibility.parts(page, "list of the board");
        press(board, "Give the tasks to somebody");
        assertThat(board.locator(".board-ask select option").first()).containsText("may have");
        accessibility.parts(page, "question about many");
        press(board, "Go on");
        press(board, "Yes, do it");
        assertThat(board.locator(".board-bulk [role=status]")).hasText(Pattern.compile("done, "));
        unfold(page);
        accessibility.parts(page, "what became of many");
        press(board, "Back to the board");
        press(board, "Show finished cases");
        assertThat(board.locator("h2")).hasText("Finished cases");
        assertThat(board.locator("table")).containsText(closed);
        accessibility.parts(page, "finished cases");

        var definition = repository.createProcessDefinitionQuery().processDefinitionKey("acknowledgement").latestVersion().singleResult();
        page.navigate("/camunda/app/cockpit/default/#/process-definition/" + definition.getId() + "/runtime");
        page.reload();
        tab(page, "Figures");
        assertThat(page.locator(".redress-board table").first()).isVisible();
        accessibility.parts(page, "figures of a procedure");
        accessibility.stock(page, "Cockpit, a model with its figures");

        var instance = runtime.createProcessInstanceQuery().processInstanceBusinessKey(rich).processDefinitionKey("complaint").singleResult().getId();
        page.navigate("/camunda/app/cockpit/default/#/process-instance/" + instance + "/runtime");
        page.reload();
        tab(page, "Case");
        assertThat(page.locator(".redress-tab .case-chronology")).isVisible();
        unfold(page);
        accessibility.parts(page, "case in Cockpit");
        tab(page, "What ran");
        assertThat(page.locator(".redress-tab .case-ran")).isVisible();
        accessibility.parts(page, "what ran in Cockpit");
        accessibility.stock(page, "Cockpit, a case with what ran");
        // Cockpit's own dashboard asks how many cases of a kind there are that is switched off
        supervisor.alarms().removeIf(alarm -> alarm.contains("This part of the engine is switched off."));
    }

    private static void tab(Page page, String name) {
        page.locator(".nav-tabs").getByText(name, new Locator.GetByTextOptions().setExact(true)).click();
    }

    // ---- what came of it --------------------------------------------------------------------------------------------

    @Test
    @Order(Integer.MAX_VALUE)
    void findsNothing() {
        assertThat(accessibility.faults()).isEmpty();
    }

    /** A new page, or a new part of a webapp, is shown to axe before it is shown to people. */
    @Test
    @Order(Integer.MAX_VALUE)
    void looksAtEverythingOfOurs() throws IOException {
        assertThat(pages().entrySet()).hasSizeGreaterThan(30)
                .filteredOn(page -> accessibility.visits().stream().noneMatch(visit -> answers(page.getValue(), visit))).extracting(Map.Entry::getKey).as("pages").isEmpty();
        assertThat(parts()).hasSizeGreaterThan(30).as("parts in the webapps").isSubsetOf(accessibility.partsLookedAt());
    }

    /** The mappings of our controllers that are answered with pages. */
    private Map<String, RequestMappingInfo> pages() {
        var pages = new TreeMap<String, RequestMappingInfo>();
        mapping.getHandlerMethods().forEach((info, method) -> {
            var patterns = info.getPatternValues();
            boolean data = patterns.stream().anyMatch(pattern -> pattern.matches("/redress/(api/.*|feeds/.*|present|.*\\.(csv|pdf|docx))"));
            if (!data && method.getBeanType().getName().startsWith("org.redress.")) {
                pages.put(info.getMethodsCondition().getMethods() + " " + patterns, info);
            }
        });
        return pages;
    }

    private static boolean answers(RequestMappingInfo info, Accessibility.Visit visit) {
        var methods = info.getMethodsCondition().getMethods();
        return (methods.isEmpty() || methods.stream().anyMatch(method -> method.name().equals(visit.method())))
                && (info.getPathPatternsCondition().getPatterns().stream().anyMatch(pattern -> pattern.matches(PathContainer.parsePath(visit.path())))
                        || info.getPatternValues().contains("/error") && visit.status() == 404);
    }

    /** What our scripts in the webapps, and the menu, give a name that begins with ours. */
    private static TreeSet<String> parts() throws IOException {
        var parts = new TreeSet<String>();
        for (var place : List.of("src/main/resources/META-INF/resources/webjars/camunda/app", "src/main/resources/static/redress", "src/main/java/org/redress/access/WebappPages.java")) {
            try (var files = Files.walk(Path.of(place))) {
                for (var file : files.filter(one -> one.toString().matches(".*\\.(js|java)")).toList()) {
                    PART.matcher(Files.readString(file, StandardCharsets.UTF_8)).results().forEach(found -> parts.add(found.group(1)));
                }
            }
        }
        parts.removeAll(NOT_SEEN);
        return parts;
    }

    // ---- people -----------------------------------------------------------------------------------------------------

    private BrowserContext context() {
        var context = desks.chromium().browser().newContext(new Browser.NewContextOptions().setBaseURL(desks.address()).setLocale("en-GB").setTimezoneId("Europe/London").setViewportSize(1280, 900));
        context.clock().setFixedTime(Date.from(office.today().atTime(9, 30).atZone(ZoneId.of("Europe/London")).toInstant()));
        return context;
    }

    private Page signedIn(BrowserContext context, String person) {
        var page = accessibility.follow(context.newPage());
        page.navigate("/sign-in");
        page.getByLabel("User name").fill(person);
        page.getByLabel("Password").fill(Office.PASSWORD);
        press(page, "Sign in");
        assertThat(page).hasURL(desks.address() + "/");
        return page;
    }

    private void show(Page page, String address, String state) {
        page.navigate(address);
        accessibility.ours(page, state);
    }

    private static void unfold(Page page) {
        page.evaluate("() => document.querySelectorAll('.redress-case details, .redress-board details').forEach((details) => { details.open = true; })");
    }

    private static void press(Page page, String button) {
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(button)).first().click();
    }

    private static void press(Locator place, String button) {
        place.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(button)).first().click();
    }
}
