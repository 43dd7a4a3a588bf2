package org.redress.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.identity.User;
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
    private static final Pattern LIST = Pattern.compile("#/\\?filter=([^\"]+)\"><b>(\\d+)</b> ([^<]+)</a>");

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
    void countsWhatEachListHoldsAndShowsTheNextTasksFirst() {
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
        assertThat(page.body()).contains("href=\"/redress/cases\">Find a case</a>", "<a class=\"skip\" href=\"#content\">", "<main id=\"content\" tabindex=\"-1\">");
        assertThat(numbers(page.body())).containsEntry("My tasks", 4L)
                .containsOnlyKeys("My tasks", "My groups' tasks", "Overdue", "Due today", "Due in five working days", "Waiting for somebody else");
        assertThat(page.body()).containsPattern(Pattern.compile(overdue + ".*Overdue since.*" + now + ".*Due today.*" + inTime + ".*in 5 working days.*" + later, Pattern.DOTALL))
                .doesNotContain(waiting).contains("href=\"/redress/cases/" + overdue + "\"", "Starter &lt;b&gt; New").doesNotContain("<b> New");
    }

    /** Where a case is about all supervisors, administrators alone can help; they learn the council and nothing of the case. */
    @Test
    void tellsAdministratorsWhereNobodyMaySeeWhatIsStuck() {
        var told = "Work at Kent County Council that nobody can do has nobody who may see it.";
        var all = Stream.of("supervisors", "complaints-team").flatMap(group -> identity.createUserQuery().memberOfGroup(group).memberOfTenant("kent").list().stream()).map(User::getId)
                .filter(person -> !person.equals("kent-officer")).distinct().map(person -> person + " – officer").collect(Collectors.joining("\n"));
        assertThat(browsers.signedIn("admin").get("/").body()).doesNotContain(told);
        var reference = office.receive("kent", Map.of("otherPeople", all));
        identity.deleteMembership("kent-officer", "complaints-team");
        try {
            assertThat(browsers.signedIn("admin").get("/").body()).contains(told).doesNotContain(reference, "Acknowledge");
            assertThat(browsers.signedIn("kent-supervisor").get("/").body()).doesNotContain(told, reference);
        } finally {
            identity.createMembership("kent-officer", "complaints-team");
        }
        assertThat(browsers.signedIn("admin").get("/").body()).doesNotContain(told);
    }

    /** Each number is that of the list behind it, for this person: of what is restricted to others, and of what is about them, neither tells. */
    @Test
    void showsTheNumbersOfTheListsBehindThem() {
        var before = numbers(browsers.signedIn(PERSON).get("/").body());
        var restricted = office.receive("kent", Map.of());
        var about = office.receive("kent", Map.of("otherPeople", PERSON + " – officer"));
        office.receive("kent", Map.of());
        office.as("kent-supervisor");
        office.start("case-restriction", Map.of("caseReference", restricted, "restriction", "restrict", "reason", "It is about a colleague.", "readers", "kent-officer"));
        office.signOut();

        assertThat(numbers(browsers.signedIn(PERSON).get("/").body()).get("My groups' tasks")).as("one of three").isEqualTo(before.get("My groups' tasks") + 1);
        for (var person : List.of(PERSON, "kent-officer", "kent-supervisor", "kent-supervisor-two", "ombudsman-supervisor")) {
            var browser = browsers.signedIn(person);
            var page = browser.get("/").body();
            assertThat(numbers(page)).as(person).hasSize(person.contains("supervisor") ? 7 : 6).isEqualTo(LIST.matcher(page).results().collect(Collectors.toMap(list -> unescaped(list.group(3)),
                    list -> Long.valueOf(browser.get("/camunda/api/engine/engine/default/filter/" + list.group(1) + "/count").body().replaceAll("\\D", "")))));
        }
        assertThat(browsers.signedIn(PERSON).get("/").body()).doesNotContain(restricted, about);
    }

    @Test
    void showsWhatWaitsForMyGroupsWhereIHaveLittleAndNothingOfOthers() {
        office.receive("kent", Map.of());
        var others = office.receive("leicestershire", Map.of());

        var page = browsers.signedIn(PERSON).get("/").body();

        assertThat(page).contains("for your groups; nobody has it yet", "Acknowledge complaint").doesNotContain(others);
        assertThat(browsers.signedIn("kent-supervisor").get("/").body()).contains(" All of my council</a>").doesNotContain(others);
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

    private static Map<String, Long> numbers(String page) {
        return LIST.matcher(page).results().collect(Collectors.toMap(list -> unescaped(list.group(3)), list -> Long.valueOf(list.group(2))));
    }

    private static String unescaped(String text) {
        return text.replace("&#39;", "'");
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
