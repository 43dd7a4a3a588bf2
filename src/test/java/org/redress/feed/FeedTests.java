package org.redress.feed;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringReader;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TimeZone;
import java.util.regex.Pattern;
import net.fortuna.ical4j.data.CalendarBuilder;
import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.Component;
import net.fortuna.ical4j.model.Property;
import net.fortuna.ical4j.model.component.VEvent;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.redress.api.Browsers;
import org.redress.api.HttpTest;
import org.redress.casefile.Words;
import org.redress.deadline.Deadlines;
import org.redress.deadline.OwnDeadlines.Owed;
import org.redress.testing.Office;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;
import org.springframework.jdbc.core.JdbcTemplate;

/** Deadlines as a calendar, as another library reads it (RFC 5545): whose, of what, and under which address. */
@HttpTest
@ExtendWith(OutputCaptureExtension.class)
class FeedTests {
    private static final String PERSON = "kent-scheduler";
    private static final String PAGE = "/redress/notices";
    private static final String SECRET = "The bins of Mr Blenkinsop";
    private static final Pattern ADDRESS = Pattern.compile("/redress/feeds/[A-Za-z0-9_-]{43}\\.ics");

    @Autowired private Office office;
    @Autowired private Browsers browsers;
    @Autowired private TaskService tasks;
    @Autowired private IdentityService identity;
    @Autowired private Deadlines deadlines;
    @Autowired private JdbcTemplate jdbc;
    @Autowired private ConfigurableEnvironment settings;

    private Browsers.Browser browser;

    @BeforeEach
    void somebodyNewWorksInKent() {
        settings.getPropertySources().addFirst(new MapPropertySource("feeds", Map.of("redress.feeds.enabled", "true")));
        office.signOut();
        person();
        browser = browsers.signedIn(PERSON);
    }

    @AfterEach
    void everythingIsAsBefore() {
        ClockUtil.reset();
        office.signOut();
        identity.deleteUser(PERSON);
        settings.getPropertySources().remove("feeds");
    }

    @Test
    void givesMyDeadlinesAsWholeDaysThatAnotherLibraryUnderstands() throws Exception {
        var mine = given();
        var others = office.receive("kent", Map.of("complaintText", SECRET));
        office.signOut();

        var answer = browsers.fresh().get(made());

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type").orElse("")).isEqualToIgnoringCase("text/calendar;charset=UTF-8");
        assertThat(answer.body()).doesNotContain(SECRET).doesNotContain("Mr").doesNotContain(others);
        var calendar = read(answer.body());
        var owed = deadlines.of(mine).get(0);
        assertThat(events(calendar)).hasSize(1).first().satisfies(event -> {
            assertThat(event.getRequiredProperty(Property.SUMMARY).getValue()).isEqualTo(mine + ": Acknowledgement");
            assertThat(event.getRequiredProperty(Property.DTSTART).getValue()).isEqualTo(owed.dueOn().toString().replace("-", ""));
            assertThat(event.getRequiredProperty(Property.UID).getValue()).matches("deadline-[0-9]+@redress");
        });
        assertThat(lines(answer.body(), "DTSTART")).containsExactly("DTSTART;VALUE=DATE:" + owed.dueOn().toString().replace("-", ""));
    }

    @Test
    void keepsTheEntryOfADeadlineThatMovesAndLosesOneThatIsMet() throws Exception {
        var reference = given();
        var address = made();
        var before = browsers.fresh().get(address);
        jdbc.update("update deadline set due_on = due_on + 1, version = version + 1 where reference = ?", reference);
        var after = browsers.fresh().get(address);

        assertThat(lines(after.body(), "UID")).isEqualTo(lines(before.body(), "UID")).hasSize(1);
        assertThat(sequence(after.body())).isGreaterThan(sequence(before.body()));
        assertThat(lines(after.body(), "DTSTART")).isNotEqualTo(lines(before.body(), "DTSTART"));

        jdbc.update("update deadline set state = 'CANCELLED' where reference = ?", reference);
        assertThat(events(read(browsers.fresh().get(address).body()))).isEmpty();
    }

    @Test
    void saysThatNothingHasChanged() {
        given();
        var address = made();
        var tag = browsers.fresh().get(address).headers().firstValue("ETag").orElseThrow();
        var fresh = browsers.fresh();

        var again = fresh.send(fresh.request(address).header("If-None-Match", tag).GET());

        assertThat(again.statusCode()).isEqualTo(304);
        assertThat(again.body()).isEmpty();
        given();
        assertThat(fresh.send(fresh.request(address).header("If-None-Match", tag).GET()).statusCode()).isEqualTo(200);
    }

    @Test
    void showsTheDeadlinesOfMyServiceButNotOfAnother() throws Exception {
        identity.createMembership(PERSON, "responders");
        identity.createMembership(PERSON, "service-waste");
        var waste = office.receive("kent", Map.of());
        var highways = office.receive("kent", Map.of());
        office.signOut();
        jdbc.update("update complaint set service = 'waste' where reference = ?", waste);
        jdbc.update("update complaint set service = 'highways' where reference = ?", highways);
        browser = browsers.signedIn(PERSON);

        var body = browsers.fresh().get(made()).body();

        assertThat(body).contains(waste + ": ").doesNotContain(highways);
    }

    @Test
    void showsNothingOfACaseThatIsNotThereForMe() throws Exception {
        var named = given();
        var mine = given();
        jdbc.update("insert into case_staff (complaint_id, council, reference, name) select id, council, reference, ? from complaint where reference = ?", Words.sorted(PERSON), named);
        var address = made();
        assertThat(browsers.fresh().get(address).body()).contains(mine).doesNotContain(named);

        identity.deleteTenantUserMembership("kent", PERSON);
        assertThat(events(read(browsers.fresh().get(address).body()))).isEmpty();
    }

    @Test
    void answersUnknownEndedAndRevokedAddressesAlike() {
        var revoked = made();
        var id = jdbc.queryForObject("select max(id) from feed where person = ?", Long.class, PERSON);
        assertThat(browser.send(browser.form(PAGE + "/calendar/" + id + "/revoke", browser.get(PAGE).body(), Map.of())).statusCode()).isEqualTo(303);
        var ended = made();
        jdbc.update("update feed set last_day = ? where person = ? and revoked_at is null", office.today().minusDays(1), PERSON);
        var ofNobody = made();
        identity.deleteUser(PERSON);
        person();
        var off = "/redress/feeds/" + "A".repeat(43) + ".ics";
        var answers = List.of(revoked, ended, ofNobody, off, "/redress/feeds/x.ics").stream().map(address -> browsers.fresh().get(address)).toList();

        assertThat(answers).allSatisfy(answer -> assertThat(answer.statusCode()).isEqualTo(404));
        assertThat(answers.stream().map(answer -> answer.body()).distinct()).hasSize(1);
        assertThat(answers.stream().map(answer -> new HashMap<>(answer.headers().map())).peek(headers -> headers.keySet().remove("date")).distinct()).hasSize(1);
    }

    @Test
    void keepsTheAddressAsADigestAndOutOfTheLog(CapturedOutput log) {
        var address = made();
        var token = address.replaceAll(".*/|\\.ics", "");
        browsers.fresh().get(address);
        browsers.fresh().get(address + "x");

        assertThat(jdbc.queryForList("select * from feed where person = ?", PERSON).toString()).doesNotContain(token);
        assertThat(browser.get(PAGE).body()).contains("<td>Scheduler New</td>").doesNotContain(token);
        assertThat(log.getAll()).doesNotContain(token);
        assertThat(settings.getProperty("server.tomcat.accesslog.condition-unless")).isEqualTo(FeedController.NOT_LOGGED);
    }

    @Test
    void isAskedAFewTimesInARowAndThenOnceInAWhile() {
        var address = made();
        var fresh = browsers.fresh();
        for (int i = 0; i < 20; i++) {
            assertThat(fresh.get(address).statusCode()).isEqualTo(200);
        }

        var tooOften = fresh.get(address);

        assertThat(tooOften.statusCode()).isEqualTo(429);
        assertThat(tooOften.headers().firstValue("Retry-After")).isPresent();
    }

    @Test
    void isOffUnlessSomebodySwitchesItOnAndEndsAfterAYear() {
        var page = browser.get(PAGE).body();
        var days = Map.of("2", 400, "1", 0);
        days.values().forEach(wait -> assertThat(browser.send(browser.form(PAGE + "/calendar", page, Map.of("last-day", office.today().plusDays(wait).toString()))).body())
                .contains("The last day is after today, and at most 366 days away."));
        made();
        made();
        var third = made();
        assertThat(browser.send(browser.form(PAGE + "/calendar", page, Map.of("last-day", office.today().plusDays(9).toString()))).body()).contains("You have 3 addresses already.");

        settings.getPropertySources().remove("feeds");

        assertThat(browsers.fresh().get(third).statusCode()).isEqualTo(404);
        assertThat(browser.send(browser.form(PAGE + "/calendar", page, Map.of("last-day", office.today().plusDays(9).toString()))).body()).contains("switched off");
    }

    @Test
    void writesTheDayWhateverZoneTheMachineIsIn() {
        var zone = TimeZone.getDefault();
        try {
            for (var other : List.of("Pacific/Kiritimati", "America/Los_Angeles", "UTC")) {
                TimeZone.setDefault(TimeZone.getTimeZone(other));
                var written = FeedCalendar.of(List.of(new Owed(7, 3, "KENT-2026-0001", "Response, stage 1", LocalDate.of(2026, 3, 29))), ClockUtil.getCurrentTime().toInstant());

                assertThat(written).as(other).contains("DTSTART;VALUE=DATE:20260329", "DTEND;VALUE=DATE:20260330", "UID:deadline-7@redress", "SEQUENCE:3");
            }
        } finally {
            TimeZone.setDefault(zone);
        }
    }

    private void person() {
        var user = identity.newUser(PERSON);
        user.setFirstName("Scheduler");
        user.setLastName("New");
        user.setPassword(Office.PASSWORD);
        identity.saveUser(user);
        identity.createMembership(PERSON, "complaints-team");
        identity.createTenantUserMembership("kent", PERSON);
    }

    /** A case in which the person has a task. */
    private String given() {
        var reference = office.receive("kent", Map.of("complaintText", SECRET));
        office.signOut();
        tasks.setAssignee(office.task(reference, "Acknowledge complaint").getId(), PERSON);
        return reference;
    }

    private String made() {
        var answer = browser.send(browser.form(PAGE + "/calendar", browser.get(PAGE).body(), Map.of("last-day", office.today().plusDays(90).toString())));
        var found = ADDRESS.matcher(answer.body());
        assertThat(found.find()).as(answer.body()).isTrue();
        return found.group();
    }

    private static Calendar read(String text) throws Exception {
        var calendar = new CalendarBuilder().build(new StringReader(text));
        assertThat(calendar.validate().getEntries()).isEmpty();
        return calendar;
    }

    private static List<VEvent> events(Calendar calendar) {
        return calendar.getComponents(Component.VEVENT);
    }

    private static List<String> lines(String text, String name) {
        return text.lines().filter(line -> line.startsWith(name)).toList();
    }

    private static int sequence(String text) {
        return Integer.parseInt(lines(text, "SEQUENCE").get(0).substring("SEQUENCE:".length()));
    }
}
