package org.redress.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page.GetByRoleOptions;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.TimeoutError;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.LoadState;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Date;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.redress.testing.Office;

/** One person at Tasklist: what they click, what they write, what they see. The browser's clock stands on the day of the office. */
class Desk implements AutoCloseable {
    private static final Path PICTURES = Path.of("target", "screenshots");
    /** With {@code -Dredress.pictures}; a picture takes a third of a second. */
    private static final boolean KEEPS_PICTURES = System.getProperty("redress.pictures") != null;
    private static final AtomicInteger PICTURE = new AtomicInteger();
    private static final int SHEET_DPI = 80;
    /** On a machine that is busy with much else a sign-in takes a while. */
    private static final int PATIENCE_MS = 60_000;

    private final BrowserContext context;
    private final Page page;
    private final String password;
    private final List<String> alarms = new ArrayList<>();
    private final AtomicInteger clicks = new AtomicInteger();

    static {
        clearPictures();
        PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE_MS);
    }

    private Desk(BrowserContext context, String password) {
        this.context = context;
        this.password = password;
        context.exposeBinding("redressClicked", (source, nothing) -> clicks.incrementAndGet());
        context.addInitScript("addEventListener('click', event => event.isTrusted && location.pathname.startsWith('/camunda') "
                + "&& !event.target.closest('.fjs-form-field, .redress-calendar') && redressClicked(), true)");
        this.page = context.newPage();
        page.setDefaultTimeout(PATIENCE_MS);
        page.onDialog(dialog -> {
            alarms.add("a dialog: " + dialog.message());
            dialog.dismiss();
        });
        page.onConsoleMessage(message -> {
            if (message.text().contains("Content Security Policy")) {
                alarms.add(message.text());
            }
        });
        page.onPageError(error -> alarms.add("a script's error: " + error));
    }

    /** Takes the pictures of an earlier run away; those of other test classes of this run stay. */
    private static void clearPictures() {
        if (Files.isDirectory(PICTURES)) {
            try (var old = Files.newDirectoryStream(PICTURES, "*.png")) {
                for (var picture : old) {
                    Files.delete(picture);
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /** Opens Tasklist on a day and signs in. */
    static Desk of(Browser browser, String address, String person, LocalDate day) {
        return of(browser, "en-GB", address, person, day);
    }

    /** The same in a browser of another language. */
    static Desk of(Browser browser, String language, String address, String person, LocalDate day) {
        var desk = untaken(browser, language, address, day);
        desk.signIn(person);
        return desk;
    }

    /** A browser on a day, in which nobody is signed in yet. */
    static Desk untaken(Browser browser, String language, String address, LocalDate day) {
        var desk = new Desk(context(browser, language, address), Office.PASSWORD);
        desk.on(day);
        return desk;
    }

    /** The same at a product that runs elsewhere, today. */
    static Desk at(Browser browser, String address, String person, String password) {
        var desk = new Desk(context(browser, "en-GB", address), password);
        desk.signIn(person);
        return desk;
    }

    private static BrowserContext context(Browser browser, String language, String address) {
        return browser.newContext(new Browser.NewContextOptions().setBaseURL(address).setLocale(language).setTimezoneId("Europe/London").setViewportSize(1440, 1000));
    }

    void on(LocalDate day) {
        context.clock().setFixedTime(Date.from(day.atTime(9, 30).atZone(ZoneId.of("Europe/London")).toInstant()));
    }

    private void signIn(String person) {
        page.navigate("/camunda/app/tasklist/default/");
        fillInSignIn(person);
        assertThat(page.locator(".task-filter.active")).isVisible();
    }

    /** Lets the page's own minute pass, after which it has told the server of everything that the person did. */
    void waitsUntilThePageHasTold() {
        page.clock().fastForward(61_000);
        page.clock().fastForward(61_000);
        page.waitForLoadState(LoadState.NETWORKIDLE);
    }

    void signOut() {
        page.locator(".account .dropdown-toggle").click();
        page.getByText("Log out").click();
        assertThat(page).hasURL(Pattern.compile("/sign-in\\?to="));
    }

    /** Fills in the sign-in page that is open and sends it. */
    void fillInSignIn(String person) {
        page.getByLabel("User name").fill(person);
        page.getByLabel("Password").fill(password);
        page.getByRole(AriaRole.BUTTON, new GetByRoleOptions().setName("Sign in")).click();
    }

    /** What must not have happened: a dialog, a breach of the content security policy, a script's error. */
    List<String> alarms() {
        return alarms;
    }

    /** How often this person has clicked on something beside the fields of forms since they signed in. */
    int clicks() {
        return clicks.get();
    }

    Page page() {
        return page;
    }

    /** Keeps what the person sees now, if pictures are asked for. */
    void picture(String name) {
        if (KEEPS_PICTURES) {
            keep(name);
        }
    }

    /** Keeps what the person sees now, which somebody will want to look at. */
    void keep(String name) {
        page.screenshot(new Page.ScreenshotOptions().setPath(PICTURES.resolve("%02d-%s.png".formatted(PICTURE.incrementAndGet(), name))));
    }

    /** Keeps all of a page, however long, if pictures are asked for. */
    static void pictureOfAll(Page page, String name) {
        if (KEEPS_PICTURES) {
            page.screenshot(new Page.ScreenshotOptions().setFullPage(true).setPath(PICTURES.resolve(name + ".png")));
        }
    }

    /** Keeps each sheet of a document that somebody who is signed in can fetch, if pictures are asked for. */
    static void pictureOfDocument(Page page, String address, String name) {
        if (KEEPS_PICTURES) {
            pictureOfDocument(page.request().get(address).body(), name);
        }
    }

    /** The same of one that is at hand. */
    static void pictureOfDocument(byte[] document, String name) {
        if (KEEPS_PICTURES) {
            try (var pdf = Loader.loadPDF(document)) {
                for (int sheet = 0; sheet < pdf.getNumberOfPages(); sheet++) {
                    ImageIO.write(new PDFRenderer(pdf).renderImageWithDPI(sheet, SHEET_DPI), "png", PICTURES.resolve(name + "-" + (sheet + 1) + ".png").toFile());
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    // ---- tasks ------------------------------------------------------------------------------------------------------

    /** Chooses a filter; gives the cards of its tasks. */
    Locator filter(String name) {
        // whoever has just sent something waits for the answer to it, which may open the next task
        assertThat(page.locator(".redress-step[aria-busy]")).hasCount(0);
        var filter = page.locator(".task-filter").filter(new Locator.FilterOptions().setHasText(name));
        assertThat(page.locator(".task-filter.active")).isVisible();
        if (!filter.getAttribute("class").contains("active")) {
            page.waitForResponse(answer -> answer.url().contains("/filter/") && answer.url().contains("/list"), filter.locator("h4 a")::click);
        }
        return page.locator(".tasks-list > li.task");
    }

    /** Opens the first task of this name that a filter shows. */
    Locator open(String filter, String task) {
        var card = filter(filter).filter(new Locator.FilterOptions().setHasText(task)).first();
        openCard(card);
        assertThat(page.locator(".task-card h2")).hasText(task);
        return card;
    }

    /** Opens the task of a card. */
    void openCard(Locator card) {
        var link = card.locator("h4.task a");
        var task = link.getAttribute("href").replaceFirst(".*[?&]task=([^&]+).*", "$1");
        link.click();
        assertThat(page).hasURL(Pattern.compile("[?&]task=" + task));
        assertThat(page.locator(".task-card .fjs-form-field, .tab-content .redress-case h3").first()).isVisible();
    }

    /** Makes the open task one's own, before anything is written. */
    void claim() {
        page.locator(".task-card").getByText("Claim", new Locator.GetByTextOptions().setExact(true)).click();
        assertThat(page.locator(".task-card .assignee .unclaim")).isVisible();
    }

    /** The due date that the open task shows. */
    Locator due() {
        return page.locator(".task-card .due-date .view-value");
    }

    Locator tab(String name) {
        page.locator(".task-card .nav-tabs").getByText(name, new Locator.GetByTextOptions().setExact(true)).click();
        return page.locator(".task-card .tab-content");
    }

    /** Opens the Case tab and unfolds all of it. */
    Locator readCase() {
        tab("Case");
        var file = page.locator(".task-card .tab-content .redress-case");
        assertThat(file.locator("h3")).isVisible();
        file.locator("details").evaluateAll("all => all.forEach(one => one.open = true)");
        return file;
    }

    // ---- forms ------------------------------------------------------------------------------------------------------

    /** Fills the form of the open task and completes it; the task is gone after it, and the next one of the case may be open. */
    void complete(Map<String, String> answers) {
        var task = page.url().replaceFirst(".*[?&]task=([^&]+).*", "$1");
        submit(answers);
        assertThat(recorded()).containsText("Recorded");
        assertThat(page).not().hasURL(Pattern.compile("[?&]task=" + task));
        assertThat(page.locator(".tasks-list a[href*='" + task + "']")).hasCount(0);
    }

    /** What the page says of the last step: what was recorded and what comes next. */
    Locator recorded() {
        assertThat(page.locator(".redress-step[aria-busy]")).hasCount(0);
        return page.locator(".redress-step");
    }

    /** Fills the form of the open task and asks to complete it. */
    void submit(Map<String, String> answers) {
        var form = page.locator(".task-card");
        fill(form, answers, "Complete");
        form.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Complete")).click();
    }

    /** Opens the form with which a process starts. */
    Locator start(String process) {
        page.getByText("Start process").click();
        var dialog = page.locator(".modal-content");
        dialog.locator("ul.processes").getByText(process, new Locator.GetByTextOptions().setExact(true)).click();
        assertThat(dialog.locator(".modal-title")).hasText("Start process: " + process);
        return dialog;
    }

    /** Fills the open start form and sends it off. */
    void send(Locator dialog, Map<String, String> answers) {
        fill(dialog, answers, "Start");
        dialog.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Start")).click();
    }

    /** Fills the open form and sends nothing. */
    void fillIn(Locator form, Map<String, String> answers, String button) {
        fill(form, answers, button);
    }

    /** The labels of the fields that do not show these answers. */
    List<String> missing(Locator form, Map<String, String> answers) {
        assertThat(form.locator(".fjs-form-field").first()).isVisible();
        return answers.entrySet().stream().filter(answer -> !shows(field(form, answer.getKey()), answer.getValue())).map(Map.Entry::getKey).toList();
    }

    /** Waits for the sentence with which the product turns an answer down, where the person can see it. */
    Locator refusal() {
        var refusal = page.locator("[notifications-panel] .alert-danger").last();
        assertThat(refusal).isInViewport();
        return refusal;
    }

    /**
     * Writes every answer, and again what the form lost: it draws itself while the first ones are written, and some questions come
     * with the answers to others. It is ready when every field shows its answer, none complains and the button can be pressed.
     */
    private void fill(Locator form, Map<String, String> answers, String button) {
        var lost = new HashSet<String>();
        try {
            page.waitForCondition(() -> {
                lost.clear();
                answers.forEach((label, answer) -> {
                    var field = field(form, label);
                    if (field.count() == 0 || !shows(field, answer)) {
                        lost.add(label);
                        field.all().forEach(there -> write(there, answer));
                    }
                });
                return lost.isEmpty()
                        && form.locator(".fjs-has-errors").count() == 0
                        && form.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(button)).isEnabled();
            });
        } catch (TimeoutError e) {
            keep("form-not-filled");
            throw new AssertionError("The form does not keep the answers to " + lost + "; it complains: "
                    + form.locator(".fjs-form-field-error").allInnerTexts(), e);
        }
    }

    /** A field of the open task's form by its label. */
    Locator field(String label) {
        return field(page.locator(".task-card"), label);
    }

    /** What the list of a select offers; it stays open. */
    List<String> offered(String label) {
        return options(field(label)).allInnerTexts();
    }

    private static Locator options(Locator select) {
        var options = select.locator(".fjs-dropdownlist-item");
        if (options.count() == 0) {
            select.locator(".fjs-input-group").click();
        }
        assertThat(options.first()).isVisible();
        return options;
    }

    /** Ticks all that the product asks back before it takes the open form. */
    void confirmsAllThatIsAskedBack() {
        var questions = page.locator(".redress-asked-back li");
        assertThat(questions.first()).isVisible();
        questions.getByLabel(Pattern.compile("Yes, I have (checked this|read the letter.*)")).all().forEach(Locator::check);
    }

    /** Presses the keys of a text in a field, one after the other, as a person does, and stays in it. */
    static Locator type(Locator form, String label, String text) {
        var input = field(form, label).locator("input, textarea").first();
        input.click();
        input.press("Control+a");
        input.press("Delete");
        input.pressSequentially(text);
        return input;
    }

    static Locator field(Locator form, String label) {
        var text = Pattern.compile("^\\s*" + label.replaceAll("[^\\p{L}\\p{N} ]", "\\\\$0") + "\\s*\\*?\\s*$");
        var labels = form.page().locator(".fjs-form-field-label").filter(new Locator.FilterOptions().setHasText(text));
        return form.locator(".fjs-form-field").filter(new Locator.FilterOptions().setHas(labels));
    }

    private static void write(Locator field, String answer) {
        switch (kind(field)) {
            case "select" -> options(field).filter(new Locator.FilterOptions().setHasText(answer)).first().click();
            case "radio" -> field.getByLabel(answer, new Locator.GetByLabelOptions().setExact(true)).check();
            case "checkbox" -> field.locator("input").check();
            default -> {
                field.locator("input, textarea").first().fill(answer);
                field.locator("input, textarea").first().blur();
            }
        }
    }

    private static boolean shows(Locator field, String answer) {
        return switch (kind(field)) {
            // one that can be searched is a field for text
            case "select" -> field.locator(".fjs-select-display").allInnerTexts().contains(answer) || field.locator("input[type=text]").all().stream().anyMatch(input -> input.inputValue().equals(answer));
            case "radio" -> field.getByLabel(answer, new Locator.GetByLabelOptions().setExact(true)).isChecked();
            case "checkbox" -> field.locator("input").isChecked();
            default -> field.locator("input, textarea").first().inputValue().equals(answer);
        };
    }

    private static String kind(Locator field) {
        var classes = field.getAttribute("class");
        return List.of("select", "radio", "checkbox").stream().filter(kind -> classes.contains("fjs-form-field-" + kind)).findFirst().orElse("text");
    }

    @Override
    public void close() {
        context.close();
    }
}
