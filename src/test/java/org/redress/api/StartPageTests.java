package org.redress.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Date;
import java.util.Map;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.TaskService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.redress.calendar.WorkingCalendar;
import org.redress.testing.Office;
import org.springframework.beans.factory.annotation.Autowired;

/** The page on which people arrive: their numbers, what comes next, and the way to what they may use. */
@HttpTest
class StartPageTests {
    private static final String PERSON = "kent-starter";

    @Autowired private Office office;
    @Autowired private Browsers browsers;
    @Autowired private TaskService tasks;
    @Autowired private IdentityService identity;
    @Autowired private WorkingCalendar calendar;

    @BeforeEach
    void somebodyNewWorksInKent() {
        office.signOut();
        var user = identity.newUser(PERSON);
        user.setFirstName("Starter <b>");
        user.setLastName("New");
        user.setPassword(Office.PASSWORD);
        identity.saveUser(user);
        identity.createMembership(PERSON, "complaints-team");
        identity.createTenantUserMembership("kent", PERSON);
    }

    @AfterEach
    void theyLeave() {
        office.signOut();
        identity.deleteUser(PERSON);
    }

    @Test
    void countsMyTasksByTheirDaysAndShowsTheNextOnesFirst() {
        var today = office.today();
        var soon = calendar.add(today, 5);
        var later = task(soon.plusDays(1), null);
        var inTime = task(soon, null);
        var overdue = task(today.minusDays(1), null);
        var waiting = task(today.plusDays(1), today.plusDays(30));
        var now = task(today, null);

        var page = browsers.signedIn(PERSON).get("/");

        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.headers().firstValue("Cache-Control")).contains("no-store");
        assertThat(page.headers().firstValue("Content-Security-Policy").orElseThrow()).contains("default-src 'none'", "script-src 'self'");
        var mine = page.body().substring(page.body().indexOf("<h2>You</h2>"), page.body().indexOf("<h2>Next</h2>"));
        assertThat(mine).containsPattern("<a href=\"/camunda/app/tasklist/default/#/\\?filter=[^\"]+\"><b>1</b> overdue</a>");
        assertThat(page.body()).contains("href=\"/redress/cases\">Find a case</a>", "<a class=\"skip\" href=\"#content\">", "<main id=\"content\" tabindex=\"-1\">");
        assertThat(mine).contains("<b>4</b> open tasks", "<b>1</b> overdue", "<b>1</b> due today", "<b>3</b> due in five working days", "<b>1</b> waiting for somebody else");
        assertThat(page.body()).containsPattern(Pattern.compile(overdue + ".*Overdue since.*" + now + ".*Due today.*" + inTime + ".*in 5 working days.*" + later, Pattern.DOTALL))
                .doesNotContain(waiting).contains("href=\"/redress/cases/" + overdue + "\"", "Starter &lt;b&gt; New").doesNotContain("<b> New");
    }

    @Test
    void showsWhatWaitsForMyGroupsWhereIHaveLittleAndNothingOfOthers() {
        var reference = office.receive("kent", Map.of());
        var others = office.receive("leicestershire", Map.of());

        var page = browsers.signedIn(PERSON).get("/").body();

        assertThat(page).contains("for your groups; nobody has it yet", "Acknowledge complaint").doesNotContain(others);
        assertThat(browsers.signedIn("kent-supervisor").get("/").body()).contains("<h2>Kent County Council</h2>").doesNotContain(others);
        assertThat(reference).isNotEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            kent-officer           | Tasklist                             | Cockpit, Admin, Deadlines, Tokens, Access
            kent-supervisor        | Tasklist, Cockpit, Deadlines, Access | Admin, Tokens, Councils
            ombudsman-investigator | Tasklist                             | Cockpit, Admin
            process-owner          | Cockpit                              | Tasklist, Admin, Deadlines, Your tasks
            admin                  | Admin, Councils, Tokens, Access      | Cockpit, Deadlines, Next""")
    void leadsToWhatSomebodyMayUseAndToNothingElse(String person, String there, String notThere) {
        var browser = browsers.signedIn(person);
        var page = browser.get("/").body();

        for (var name : there.split(", ")) {
            assertThat(page).contains(">" + name + "</a>");
        }
        for (var name : notThere.split(", ")) {
            assertThat(page).doesNotContain(">" + name + "</a>").doesNotContain("<h2>" + name + "<");
        }
        assertThat(Pattern.compile("href=\"(/redress/[a-z/-]+|/camunda/app/[a-z]+/default/)\"").matcher(page.substring(page.indexOf("<h2>Go to"))).results().map(link -> link.group(1)))
                .isNotEmpty().allSatisfy(address -> assertThat(browser.get(address, "text/html").statusCode()).as(address).isEqualTo(200));
    }

    private String task(LocalDate due, LocalDate waitsUntil) {
        var reference = office.receive("kent", Map.of());
        var task = office.task(reference, "Acknowledge complaint");
        office.signOut();
        task.setAssignee(PERSON);
        task.setDueDate(at(due));
        task.setFollowUpDate(waitsUntil == null ? null : at(waitsUntil));
        tasks.saveTask(task);
        return reference;
    }

    private static Date at(LocalDate day) {
        return Date.from(day.atTime(23, 59, 59).atZone(ZoneId.of("Europe/London")).toInstant());
    }
}
