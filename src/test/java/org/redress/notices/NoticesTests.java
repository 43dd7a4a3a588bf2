package org.redress.notices;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.store.FolderException;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.GreenMailUtil;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.Address;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.net.http.HttpRequest;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.redress.api.Browsers;
import org.redress.api.Browsers.Browser;
import org.redress.api.HttpTest;
import org.redress.calendar.WorkingCalendar;
import org.redress.casefile.Words;
import org.redress.testing.Office;
import org.redress.testing.OmbudsmanCasework;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;
import org.springframework.jdbc.core.JdbcTemplate;

/** Notices by e-mail, sent to a real SMTP server: what they say, to whom, when, and what is never sent. */
@HttpTest
@ExtendWith(OutputCaptureExtension.class)
class NoticesTests {
    private static final String ADDRESS = "n.oticed@kent.example";
    private static final String SECRET = "The bins of Mr Blenkinsop";
    private static final ZoneId LONDON = ZoneId.of("Europe/London");
    private static final Pattern CODE = Pattern.compile("\\b[A-Z2-9]{10}\\b");
    private static final int NOBODY_LISTENS = 1;
    private static final String PAGE = "/redress/notices";

    @Autowired private Office office;
    @Autowired private OmbudsmanCasework ombudsmans;
    @Autowired private Browsers browsers;
    @Autowired private TaskService tasks;
    @Autowired private IdentityService identity;
    @Autowired private SendNotices sender;
    @Autowired private PrepareNotices morning;
    @Autowired private WorkingCalendar calendar;
    @Autowired private JdbcTemplate jdbc;
    @Autowired private ConfigurableEnvironment settings;

    private final GreenMail mails = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
    private final String name = UUID.randomUUID().toString().substring(0, 8);
    private final String person = "kent-" + name;
    private final String linked = "kent-l" + name;
    private final Map<String, Browser> open = new HashMap<>();

    @BeforeEach
    void thereIsAMailServerAndSomebodyNew() {
        mails.start();
        mailServerAt(mails.getSmtp().getPort());
        office.signOut();
        makePerson(person, "complaints-team", ADDRESS);
    }

    @AfterEach
    void everythingIsAsBefore() {
        ClockUtil.reset();
        office.signOut();
        List.of(person, linked).forEach(identity::deleteUser);
        settings.getPropertySources().remove("notices");
        mails.stop();
    }

    @Test
    void tellsWhoChoseItOfATaskWithTheNumberAndTheDayAndNothingElse() throws Exception {
        confirmed(person);
        chooses(person, Map.of("assigned", "at-once"));
        var task = task(office.today().plusDays(3));
        tasks.setAssignee(task.getId(), person);

        sender.send();
        sender.send();

        assertThat(sent()).hasSize(1);
        var mail = sent().get(0);
        assertThat(mail.getAllRecipients()).extracting(Address::toString).containsExactly(ADDRESS);
        assertThat(mail.getSubject()).isEqualTo(reference(task) + ": a task was given to you");
        assertThat(GreenMailUtil.getBody(mail)).contains("https://redress.kent.example/camunda/app/tasklist/default/#/?task=" + task.getId(), String.valueOf(office.today().plusDays(3).getYear()))
                .doesNotContain(SECRET).doesNotContain("Acknowledge").doesNotContain("Ms T");
        assertThat(mail.getHeader("Auto-Submitted")).containsExactly("auto-generated");
        assertThat(jdbc.queryForList("select * from notice where person = ?", person).toString()).doesNotContain(SECRET).doesNotContain(ADDRESS);
    }

    @Test
    void tellsANamedPersonOfTheirTaskInARestrictedCase() throws Exception {
        confirmed(person);
        chooses(person, Map.of("assigned", "at-once"));
        var task = task(office.today().plusDays(3));
        var reference = reference(task);
        office.as("kent-supervisor").start("case-restriction", Map.of("caseReference", reference, "restriction", "restrict", "reason", "It is about a colleague.", "readers", person));
        office.signOut();
        tasks.setAssignee(task.getId(), person);

        sender.send();

        assertThat(sent()).hasSize(1);
        assertThat(sent().get(0).getSubject()).isEqualTo(reference + ": a task was given to you");
    }

    @Test
    void tellsNobodyWhoDidNotChooseItAndNobodyOfWhatTheyDoThemselves() {
        confirmed(person);
        tasks.setAssignee(task(office.today().plusDays(3)).getId(), person);
        chooses(person, Map.of("assigned", "at-once"));
        var theirs = task(office.today().plusDays(3));
        office.as(person);
        tasks.claim(theirs.getId(), person);
        office.signOut();
        sender.send();

        assertThat(sent()).isEmpty();
    }

    @Test
    void gathersADigestOnTheMorningOfAWorkingDayOnce() throws Exception {
        confirmed(person);
        chooses(person, Map.of("assigned", "digest", "due-soon", "digest", "overdue", "digest"));
        var day = calendar.add(office.today(), 3);
        var overdue = givenTo(person, calendar.subtract(day, 1));
        var soon = givenTo(person, calendar.add(day, 1));
        var later = givenTo(person, calendar.add(day, 10));
        sender.send();
        assertThat(sent()).as("before the morning").isEmpty();

        comes(closedBefore(day));
        assertThat(sent()).as("on a day that is no working day").isEmpty();
        comes(day);
        comes(day);

        assertThat(sent()).hasSize(1);
        var text = GreenMailUtil.getBody(sent().get(0)).replace("=\r\n", "");
        assertThat(text).contains(overdue + ": overdue", soon + ": due: ", later + ": a task was given to you").doesNotContain(SECRET);
        assertThat(text).doesNotContain(later + ": due: ");
    }

    @Test
    void tellsOfEachDayAtOnceIfThatIsWantedAndNotAgainTheNextMorning() throws Exception {
        confirmed(person);
        chooses(person, Map.of("overdue", "at-once"));
        var day = calendar.add(office.today(), 2);
        var overdue = givenTo(person, calendar.subtract(day, 1));
        comes(day);
        comes(calendar.add(day, 1));

        assertThat(sent()).hasSize(1);
        assertThat(sent().get(0).getSubject()).isEqualTo(overdue + ": overdue");
    }

    @Test
    void tellsWhoHasTheLettersThatOneArrived() throws Exception {
        makePerson(linked, "link-officers", "l.inked@other.example");
        confirmed(linked);
        chooses(linked, Map.of("letter", "at-once"));
        var reference = office.receive("kent", Map.of());
        office.signOut();
        ombudsmans.notified("Kent County Council", Map.of("councilReference", reference));
        office.signOut();
        jdbc.update("insert into case_part (complaint_id, council, reference, person, part, since) select id, council, reference, ?, 'task', date '2026-01-01' from complaint where reference = ?", linked, reference);

        sender.send();

        assertThat(sent()).hasSize(1);
        assertThat(sent().get(0).getSubject()).isEqualTo(reference + ": a letter arrived");
        assertThat(GreenMailUtil.getBody(sent().get(0))).contains("https://redress.kent.example/redress/cases/" + reference);
    }

    @Test
    void sendsNothingThatIsNotSoAnyMoreOrNotForThesePersonsEyes() {
        confirmed(person);
        chooses(person, Map.of("assigned", "at-once"));
        var taken = task(office.today().plusDays(3));
        tasks.setAssignee(taken.getId(), person);
        tasks.setAssignee(taken.getId(), null);
        var named = task(office.today().plusDays(3));
        tasks.setAssignee(named.getId(), person);
        isAbout(reference(named));
        sender.send();
        assertThat(sent()).isEmpty();

        tasks.setAssignee(task(office.today().plusDays(3)).getId(), person);
        identity.deleteTenantUserMembership("kent", person);
        sender.send();

        assertThat(sent()).isEmpty();
        assertThat(jdbc.queryForList("select distinct state from notice where person = ? and kind = 'assigned'", String.class, person)).containsExactly("dropped");
    }

    @Test
    void sendsNothingForAnAccountThatIsGone() {
        confirmed(person);
        chooses(person, Map.of("assigned", "at-once"));
        tasks.setAssignee(task(office.today().plusDays(3)).getId(), person);

        identity.deleteUser(person);
        makePerson(person, "complaints-team", ADDRESS);
        sender.send();

        assertThat(sent()).isEmpty();
        assertThat(jdbc.queryForObject("select count(*) from notice where person = ?", Long.class, person)).isZero();
        assertThat(jdbc.queryForObject("select count(*) from notice_choice where person = ?", Long.class, person)).isZero();
    }

    @Test
    void triesAgainLaterAndSendsItOnce() throws Exception {
        confirmed(person);
        chooses(person, Map.of("assigned", "at-once"));
        mailServerAt(NOBODY_LISTENS);
        tasks.setAssignee(task(office.today().plusDays(3)).getId(), person);
        sender.send();
        mailServerAt(mails.getSmtp().getPort());
        sender.send();
        assertThat(sent()).as("a minute has not passed").isEmpty();

        ClockUtil.offset(Duration.ofMinutes(2).toMillis());
        sender.send();
        sender.send();

        assertThat(sent()).hasSize(1);
    }

    @Test
    void givesUpAfterADayAndAHalfAndSaysSoToThoseWhoSeeToIt(CapturedOutput log) {
        confirmed(person);
        chooses(person, Map.of("assigned", "at-once"));
        mailServerAt(NOBODY_LISTENS);
        tasks.setAssignee(task(office.today().plusDays(3)).getId(), person);

        for (int i = 0; i < 12; i++) {
            ClockUtil.offset(Duration.ofHours(13).multipliedBy(i).toMillis());
            sender.send();
        }
        var because = jdbc.queryForObject("select because from notice where person = ? and kind = 'assigned'", String.class, person);

        jdbc.update("update notice set state = 'waiting', because = null, ended_at = null where person = ? and kind = 'assigned'", person);
        sender.send();
        assertThat(jdbc.queryForObject("select because from notice where person = ? and kind = 'assigned'", String.class, person)).as("it stopped during the last attempt").contains("Redress stopped");
        ClockUtil.reset();
        jdbc.update("update notice set because = ? where person = ? and kind = 'assigned'", because, person);
        assertThat(jdbc.queryForMap("select state, attempts from notice where person = ? and kind = 'assigned'", person).toString()).containsIgnoringCase("state=given-up").containsIgnoringCase("attempts=8");
        assertThat(browsers.signedIn("kent-supervisor").get(PAGE).body()).contains("</td><td>A task was given to me</td>", "cannot be reached");
        assertThat(browsers.signedIn("leicestershire-supervisor").get(PAGE).body()).contains("What could not be sent").doesNotContain(person);
        assertThat(browsers.signedIn("admin").get(PAGE).body()).contains("<td>Noticed " + person + "</td>");
        assertThat(browsers.signedIn("kent-officer").get(PAGE).body()).doesNotContain("What could not be sent");
        assertThat(log.getAll()).contains("to " + person + " was given up after 8 attempts").doesNotContain(ADDRESS);
    }

    @Test
    void takesNoAddressOutsideTheDomainsAndNothingThatIsMoreThanOne() {
        var browser = browser(person);
        for (var address : List.of("n@elsewhere.example", "n@kent.example.evil.example", "n@sub.kent.example", "n@kent.example\r\nBcc: x@kent.example", "n@kent.example, x@kent.example",
                "\"n\" <n@kent.example>", "n@kent.example%0aBcc:x", "n", "n@@kent.example", "ñ@kent.example", "n@kent.example .")) {
            var refused = browser.send(form(browser, "/address", Map.of("address", address)));

            assertThat(refused.statusCode()).as(address).isEqualTo(400);
            assertThat(refused.body()).containsPattern("Notices go to addresses of these domains only: kent.example, other.example.|This is no e-mail address.");
        }
        sender.send();

        assertThat(identity.createUserQuery().userId(person).singleResult().getEmail()).isEqualTo(ADDRESS);
        assertThat(sent()).isEmpty();
    }

    @Test
    void tellsTheOldAddressAndWaitsUntilTheNewOneIsConfirmed() throws Exception {
        confirmed(person);
        chooses(person, Map.of("assigned", "at-once"));
        var browser = browser(person);

        assertThat(browser.send(form(browser, "/address", Map.of("address", "new@other.example"))).statusCode()).isEqualTo(303);
        tasks.setAssignee(task(office.today().plusDays(3)).getId(), person);
        sender.send();

        assertThat(sent()).extracting(mail -> mail.getAllRecipients()[0].toString() + " " + mail.getSubject())
                .containsExactlyInAnyOrder(ADDRESS + " Redress: notices come to another address", "new@other.example Redress: is this your address?");
        assertThat(GreenMailUtil.getBody(to(ADDRESS))).doesNotContain("new@other.example");
        assertThat(browser.get(PAGE).body()).contains("A code was sent to this address.");
        assertThat(browser.send(form(browser, "/code", Map.of("code", "AAAAAAAAAA"))).body()).contains("This is not the code that was sent");
        assertThat(browser.send(form(browser, "/code", Map.of("code", code(to("new@other.example")).toLowerCase()))).statusCode()).isEqualTo(303);
        tasks.setAssignee(task(office.today().plusDays(3)).getId(), person);
        sender.send();

        assertThat(sent()).hasSize(3);
        assertThat(sent().get(2).getAllRecipients()).extracting(Address::toString).containsExactly("new@other.example");
    }

    @Test
    void noticesAnAddressThatIsChangedByAnotherDoor() throws Exception {
        confirmed(person);
        var browser = browser(person);
        var profile = Map.of("id", person, "firstName", "Noticed", "lastName", person, "email", "other@kent.example");

        office.as(person);
        var user = identity.createUserQuery().userId(person).singleResult();
        user.setEmail("first@kent.example");
        identity.saveUser(user);
        office.signOut();
        var answer = browser.put("/user/" + person + "/profile", profile);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(204);
        sender.send();

        assertThat(sent()).extracting(mail -> mail.getAllRecipients()[0].toString()).containsExactlyInAnyOrder(ADDRESS, "other@kent.example");
    }

    @Test
    void refusesToGuessTheCode() {
        var browser = browser(person);
        browser.send(form(browser, "/address", Map.of("address", ADDRESS)));
        sender.send();

        for (int i = 0; i < 5; i++) {
            assertThat(browser.send(form(browser, "/code", Map.of("code", "AAAAAAAAA" + i))).body()).contains("This is not the code");
        }

        assertThat(browser.send(form(browser, "/code", Map.of("code", "AAAAAAAAAA"))).body()).contains("Too many codes were tried.");
    }

    @Test
    void isOffUnlessSomebodySwitchesItOn() {
        confirmed(person);
        chooses(person, Map.of("assigned", "at-once"));
        settings.getPropertySources().remove("notices");
        tasks.setAssignee(task(office.today().plusDays(3)).getId(), person);
        sender.send();

        assertThat(jdbc.queryForObject("select count(*) from notice where person = ? and kind = 'assigned'", Long.class, person)).isZero();
        assertThat(browser(person).get(PAGE).body()).contains("Notices by e-mail are switched off.");
    }

    // ---- what people do ---------------------------------------------------------------------------------------------

    private void makePerson(String id, String group, String address) {
        var user = identity.newUser(id);
        user.setFirstName("Noticed");
        user.setLastName(id);
        user.setEmail(address);
        user.setPassword(Office.PASSWORD);
        identity.saveUser(user);
        identity.createMembership(id, group);
        identity.createTenantUserMembership("kent", id);
    }

    /** Has a code sent to the address of the account, and types it. */
    private void confirmed(String person) {
        var browser = browser(person);
        var address = identity.createUserQuery().userId(person).singleResult().getEmail();
        assertThat(browser.send(form(browser, "/address", Map.of("address", address))).statusCode()).isEqualTo(303);
        sender.send();
        assertThat(browser.send(form(browser, "/code", Map.of("code", code(to(address))))).statusCode()).isEqualTo(303);
        assertThat(browser.get(PAGE).body()).contains("Notices go to this address.");
        purge();
    }

    private void purge() {
        try {
            mails.purgeEmailFromAllMailboxes();
        } catch (FolderException e) {
            throw new IllegalStateException(e);
        }
    }

    private Browser browser(String person) {
        return open.computeIfAbsent(person, browsers::signedIn);
    }

    private void mailServerAt(int port) {
        settings.getPropertySources().addFirst(new MapPropertySource("notices", Map.of("redress.notices.enabled", "true", "redress.notices.domains", "kent.example, other.example",
                "redress.notices.from", "redress@kent.example", "redress.notices.address", "https://redress.kent.example/", "spring.mail.host", "127.0.0.1", "spring.mail.port", port)));
    }

    private void chooses(String person, Map<String, String> choices) {
        var browser = browser(person);
        assertThat(browser.send(form(browser, "", choices)).statusCode()).isEqualTo(303);
    }

    private static HttpRequest.Builder form(Browser browser, String path, Map<String, String> fields) {
        return browser.form(PAGE + path, browser.get(PAGE, "text/html").body(), fields);
    }

    private Task task(LocalDate due) {
        var task = office.task(office.receive("kent", Map.of("complaintText", SECRET)), "Acknowledge complaint");
        office.signOut();
        task.setDueDate(Date.from(due.atTime(23, 59, 59).atZone(LONDON).toInstant()));
        tasks.saveTask(task);
        return task;
    }

    private String givenTo(String person, LocalDate due) {
        var task = task(due);
        tasks.setAssignee(task.getId(), person);
        return reference(task);
    }

    /** The complaint is about them, as the case file says it to whoever asks. */
    private void isAbout(String reference) {
        jdbc.update("insert into case_staff (complaint_id, council, reference, name) select id, council, reference, ? from complaint where reference = ?", Words.sorted(person), reference);
    }

    private String reference(Task task) {
        return (String) tasks.getVariable(task.getId(), "caseReference");
    }

    private void comes(LocalDate day) {
        ClockUtil.setCurrentTime(Date.from(day.atTime(LocalTime.of(6, 0)).atZone(LONDON).toInstant()));
        morning.execute(null);
        sender.send();
    }

    private LocalDate closedBefore(LocalDate day) {
        var closed = day;
        while (calendar.isWorkingDay(closed)) {
            closed = closed.plusDays(1);
        }
        return closed;
    }

    private List<MimeMessage> sent() {
        return Arrays.asList(mails.getReceivedMessages());
    }

    private MimeMessage to(String address) {
        return sent().stream().filter(mail -> GreenMailUtil.getAddressList(recipients(mail)).contains(address)).reduce((earlier, later) -> later)
                .orElseThrow(() -> new AssertionError("Nothing was sent to " + address + "."));
    }

    private static Address[] recipients(MimeMessage mail) {
        try {
            return mail.getAllRecipients();
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String code(MimeMessage mail) {
        var found = CODE.matcher(GreenMailUtil.getBody(mail));
        assertThat(found.find()).as("a code in the mail").isTrue();
        return found.group();
    }
}
