package org.redress.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.redress.casefile.AgreedActions;
import org.redress.casefile.CaseFiles;
import org.redress.casefile.CaseSummary;
import org.redress.casefile.Happening;
import org.redress.testing.Office;
import org.redress.testing.OmbudsmanAnswers;
import org.redress.testing.OmbudsmanCasework;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * What is typed is what is kept, whatever the browser's language, and typing is work: real keys in a real browser. British browsers are at all
 * other desks.
 */
@BrowserTest
class TypingIT {
    private static final LocalDate TUE_2026_12_01 = LocalDate.of(2026, 12, 1);
    private static final String GROUPS = "My groups' tasks";

    @Autowired
    private Desks desks;

    @Autowired
    private Office office;

    @Autowired
    private OmbudsmanCasework ombudsman;

    @Autowired
    private JdbcTemplate database;

    @Autowired
    private CaseFiles cases;

    @Autowired
    private AgreedActions actions;

    @BeforeEach
    void openTheOffice() {
        office.on(TUE_2026_12_01);
    }

    @ParameterizedTest
    @ValueSource(strings = "en-US")
    void keepsTheDayAndTheTimeThatAreTypedIntoAStartForm(String language) {
        var officer = desks.of(language, "kent-officer");
        var mark = UUID.randomUUID() + " typed in " + language + ".";
        var form = officer.start("Complaint");
        Desk.type(form, "Received on", "31/02/2026");
        Desk.type(form, "Received at", "25:00");
        officer.send(form, Map.of("Received by", "E-mail", "Who complains", "Ms " + mark.substring(0, 8), "They are", "Anybody else", "What is complained of", mark));
        assertThat(officer.refusal()).containsText("Received on: there is no 31 February 2026. Received at: write a time, for example 16:30.");
        assertThat(Desk.field(form, "Received on")).hasAttribute("data-redress-refused", "there is no 31 February 2026.");
        assertThat(Desk.field(form, "Received at")).hasAttribute("data-redress-refused", "write a time, for example 16:30.");
        assertThat(Desk.field(form, "Received on").locator("input")).hasValue("31/02/2026");
        officer.picture("no-such-day-" + language);
        assertThat(received(mark)).isEmpty();

        Desk.type(form, "Received at", "4.30 pm");
        Desk.type(form, "Received on", "03/11/2026");
        press(form, "Start");
        assertThat(form).hasCount(0);

        assertThat(received(mark)).singleElement().satisfies(file -> {
            assertThat(file.receivedAt().toLocalDate()).isEqualTo(LocalDate.of(2026, 11, 3));
            assertThat(file.receivedAt().toLocalTime()).isEqualTo(LocalTime.of(16, 30));
        });
    }

    @ParameterizedTest
    @CsvSource({"en-US, 3 Nov 2026, 2026-11-03", "de-DE, 03.11.2026, 2026-11-03"})
    void keepsTheDayThatIsTypedIntoATask(String language, String typed, LocalDate kept) {
        office.on(LocalDate.of(2026, 11, 2));
        var reference = office.receive("kent", Map.of());
        office.on(TUE_2026_12_01);
        var officer = desks.of(language, "kent-officer");
        officer.open(GROUPS, "Acknowledge complaint");
        officer.claim();
        var card = officer.page().locator(".task-card");
        officer.submit(Map.of("Sent on", "31/11/2026", "Sent by", "E-mail", "What we understand", "Bins.", "Contact", "Complaints team"));
        assertThat(officer.refusal()).containsText("Sent on: there is no 31 November 2026.");

        Desk.type(card, "Sent on", typed);
        press(card, "Complete");
        // the next task of the case may be open by then
        assertThat(officer.recorded()).containsText("Recorded");

        assertThat(happened(reference, "Acknowledge complaint").on()).isEqualTo(kept);
    }

    @ParameterizedTest
    @ValueSource(strings = "en-US")
    void keepsTheAmountThatIsTypedOrAsksWhatItMeans(String language) {
        var reference = ombudsman.investigated("Kent County Council", Map.of());
        office.tasks(reference, "Find on issue").forEach(task -> office.complete(task, OmbudsmanAnswers.finding("yes", "yes")));
        office.complete(reference, "Draft decision", OmbudsmanAnswers.draft(1, Map.of()));
        var investigator = desks.of(language, "ombudsman-investigator");
        investigator.open("My tasks", "Propose action");
        var card = investigator.page().locator(".task-card");
        investigator.submit(Map.of("Kind", "Payment", "Amount in pounds", "1,00", "For whom", "Mr X", "Within", "1 month", "Counted from", "The final decision",
                "What is agreed", "£1,000 for the distress."));
        assertThat(Desk.field(card, "Amount in pounds")).hasAttribute("data-redress-refused", Pattern.compile("1,00 can be read in two ways; .*"));
        investigator.picture("amount-in-two-ways-" + language);
        Desk.type(card, "Amount in pounds", "1.000,50");
        press(card, "Complete");
        assertThat(investigator.refusal()).containsText("Amount in pounds: 1.000,50 can be read in two ways;");
        Desk.type(card, "Amount in pounds", "1000.555");
        press(card, "Complete");
        assertThat(investigator.refusal()).containsText("Amount in pounds: 1000.555 can be read in two ways;");

        Desk.type(card, "Amount in pounds", "1,000");
        press(card, "Complete");
        assertThat(investigator.recorded()).containsText("Recorded");

        assertThat(actions.view(reference, 1).amount()).isEqualByComparingTo("1000");
        assertThat(happened(reference, "Propose action 1").answers()).filteredOn(given -> given.field().equals("amount")).extracting(Happening.Given::content)
                .containsExactly("1,000");
    }

    @Test
    void closesTheCalendarWithEscapeAndNothingElse() {
        var officer = desks.of("kent-officer");
        var form = officer.start("Complaint");
        Desk.type(form, "What is complained of", "The bins.");
        var calendar = officer.page().locator(".redress-calendar");
        var day = Desk.type(form, "Received on", "03/11/2026");
        assertThat(calendar).containsText("Tuesday 3 November 2026");
        officer.picture("calendar");

        day.press("Escape");

        assertThat(calendar).hasCount(0);
        assertThat(day).hasValue("03/11/2026");
        assertThat(Desk.field(form, "What is complained of").locator("textarea")).hasValue("The bins.");
        day.press("ArrowDown");
        assertThat(calendar).isVisible();
    }

    @ParameterizedTest
    @ValueSource(strings = "en-US")
    void writesTheDayThatIsChosenInTheBritishOrder(String language) {
        var officer = desks.of(language, "kent-officer");
        var form = officer.start("Complaint");
        var calendar = officer.page().locator(".redress-calendar");
        var day = Desk.field(form, "Received on").locator("input");
        day.click();
        assertThat(calendar).containsText("December 2026");
        calendar.getByLabel("Month before").click();
        calendar.getByLabel("Tuesday 3 November 2026").click();
        assertThat(day).hasValue("03/11/2026");
        assertThat(calendar).hasCount(0);

        day.press("ArrowDown");
        day.press("ArrowDown");
        day.press("ArrowDown");
        day.press("ArrowLeft");
        day.press("PageUp");
        day.press("Enter");

        assertThat(day).hasValue("09/10/2026");
        assertThat(form).isVisible();
        var mark = UUID.randomUUID() + " chosen in " + language + ".";
        officer.send(form, Map.of("Received by", "E-mail", "Who complains", "Ms " + mark.substring(0, 8), "They are", "Anybody else", "What is complained of", mark));
        assertThat(form).hasCount(0);
        assertThat(received(mark)).singleElement().satisfies(file -> assertThat(file.receivedAt().toLocalDate()).isEqualTo(LocalDate.of(2026, 10, 9)));
    }

    /** The page says which day it reads; the server's reader has the same table in its own test. */
    @Test
    void readsInThePageWhatTheServerReads() throws IOException {
        var officer = desks.of("en-US", "kent-officer");
        var rows = Files.readAllLines(Path.of("src", "test", "resources", "days-as-written.csv")).stream().skip(1).map(row -> row.split("\\|")).toList();

        assertThat(rows).hasSizeGreaterThan(30).allSatisfy(row -> {
            var read = officer.page().evaluate("""
                    async (written) => {
                      const { read } = await import('/camunda/app/tasklist/scripts/days.js');
                      const { day, why } = read(written);
                      return day ? day.toISOString().slice(0, 10) : why;
                    }""", row[0].strip());
            assertThat(read).as(row[0]).isEqualTo(row.length > 2 ? row[2].strip() : row[1].strip());
        });
    }

    @Test
    void saysAtTheFieldThatABlankIsNoAnswer() {
        office.receive("kent", Map.of());
        var officer = desks.of("kent-officer");
        officer.open(GROUPS, "Acknowledge complaint");
        officer.claim();
        var card = officer.page().locator(".task-card");

        officer.submit(Map.of("Sent on", "01/12/2026", "Sent by", "E-mail", "What we understand", "\u00A0\u200B", "Contact", "Complaints team"));

        assertThat(officer.refusal()).containsText("What we understand: an answer is needed.");
        var field = Desk.field(card, "What we understand");
        assertThat(field).hasAttribute("data-redress-refused", "an answer is needed.");
        assertThat(Desk.field(card, "Contact")).not().hasAttribute("data-redress-refused", Pattern.compile(".*"));
        officer.picture("blank-is-no-answer");
        Desk.type(card, "What we understand", "Bins.");
        assertThat(field).not().hasAttribute("data-redress-refused", Pattern.compile(".*"));
    }

    /** Tasklist asks for the open task again and again; the idle time of this test is a year. */
    @Test
    void signsOutWhoIsNotThereThoughTheirTasklistGoesOnAsking() {
        var id = office.task(office.receive("kent", Map.of()), "Acknowledge complaint").getId();
        var officer = desks.of("kent-officer");
        officer.open(GROUPS, "Acknowledge complaint");
        officer.waitsUntilThePageHasTold();

        passes(Duration.ofDays(364));
        officer.page().waitForResponse(answer -> answer.url().endsWith("/task/" + id) && answer.status() == 200, () -> officer.page().clock().fastForward(30_000));
        passes(Duration.ofDays(3));
        officer.page().clock().fastForward(30_000);

        assertThat(officer.page()).hasURL(Pattern.compile("/sign-in\\?to="));
    }

    /** A session lives in real time, which nobody waits for here. */
    private void passes(Duration time) {
        database.update("update spring_session set creation_time = creation_time - ?, last_access_time = last_access_time - ?, expiry_time = expiry_time - ?", time.toMillis(), time.toMillis(),
                time.toMillis());
    }

    @Test
    void staysSignedInWhileSomebodyTypesWithoutSendingAnything() {
        office.receive("kent", Map.of());
        var officer = desks.of("kent-officer");
        officer.open(GROUPS, "Acknowledge complaint");
        officer.claim();
        var card = officer.page().locator(".task-card");
        for (var word : List.of("They ", "complain ", "of ", "bins.")) {
            officer.waitsUntilThePageHasTold();
            office.on(office.today().plusDays(300));
            officer.page().waitForResponse(answer -> answer.url().endsWith("/redress/present") && answer.status() == 204,
                    () -> Desk.field(card, "What we understand").locator("textarea").pressSequentially(word));
        }

        assertThat(Desk.field(card, "What we understand").locator("textarea")).hasValue("They complain of bins.");
        assertThat(officer.page().request().get("/camunda/api/engine/engine/default/task/count").status()).isEqualTo(200);
    }

    private List<CaseSummary> received(String text) {
        return cases.all().stream().filter(file -> text.equals(file.complainedOf())).toList();
    }

    private Happening happened(String reference, String what) {
        return cases.chronology(reference).stream().filter(happening -> happening.what().equals(what)).findFirst().orElseThrow();
    }

    private static void press(Locator form, String button) {
        form.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(button)).click();
    }
}
