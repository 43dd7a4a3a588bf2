package org.redress.attacks;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Base64;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.task.Task;
import org.redress.api.Browsers;
import org.redress.api.Browsers.Browser;
import org.redress.identity.ApiTokens;
import org.redress.identity.Role;
import org.redress.testing.Answers;
import org.redress.testing.Casework;
import org.redress.testing.Office;
import org.redress.testing.OmbudsmanCasework;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** What is attacked: cases of a council and of the Ombudsman, with names for what is in them, and ways to the server. */
final class Scene {
    private static final String LEAVER = Person.RETURNER.id;

    private final ProcessEngine engine;
    private final Office office;
    private final Casework casework;
    private final OmbudsmanCasework ombudsmans;
    private final Browsers browsers;
    private final ApiTokens tokens;
    private final ConfigurableEnvironment settings;
    private final RequestMappingHandlerMapping mapping;
    private final int port;
    private final Map<Person, String> programs = new EnumMap<>(Person.class);
    private final Map<Person, Browser> open = new EnumMap<>(Person.class);
    private final Map<String, String> names = new HashMap<>();

    Scene(ProcessEngine engine, Office office, Casework casework, OmbudsmanCasework ombudsmans, Browsers browsers, ApiTokens tokens, ConfigurableEnvironment settings,
            RequestMappingHandlerMapping mapping, int port) {
        this.engine = engine;
        this.office = office;
        this.casework = casework;
        this.ombudsmans = ombudsmans;
        this.browsers = browsers;
        this.tokens = tokens;
        this.settings = settings;
        this.mapping = mapping;
        this.port = port;
    }

    /** Makes the cases, and signs everybody in. */
    void set() {
        var free = office.task(office.receive("kent", Map.of()), "Acknowledge complaint");
        var theirs = office.receive("kent", Map.of());
        var mine = office.task(theirs, "Acknowledge complaint");
        names.put("case", theirs);
        engine.getTaskService().setAssignee(mine.getId(), Person.OFFICER.id);
        var drafted = casework.accepted("kent");
        casework.answerIssues(drafted, Person.DRAFTER.id);
        office.complete(drafted, "Draft response", Answers.draft());
        engine.getIdentityService().createMembership(Person.DRAFTER.id, Role.APPROVERS.group());
        var left = office.task(office.receive("kent", Map.of()), "Acknowledge complaint");
        somebodyLeaves(left);
        names.putAll(Map.of("free", free.getId(), "mine", mine.getId(), "approval", office.task(drafted, "Approve response").getId(), "left", left.getId(),
                "ombudsmans", office.task(ombudsmans.receive("kent", Map.of()), "Assess jurisdiction").getId()));
        names.putAll(Map.of("instance", mine.getProcessInstanceId(), "execution", mine.getExecutionId(), "model", mine.getProcessDefinitionId(),
                "job", engine.getManagementService().createJobQuery().processInstanceId(mine.getProcessInstanceId()).list().get(0).getId(),
                "deployment", engine.getRepositoryService().createDeploymentQuery().list().get(0).getId(),
                "filter", engine.getFilterService().createFilterQuery().filterName("My groups' tasks").singleResult().getId(),
                "right", engine.getAuthorizationService().createAuthorizationQuery().groupIdIn("supervisors").resourceType(Resources.TASK).list().get(0).getId()));
        var lettered = office.receive("kent", Map.of());
        ombudsmans.notified("Kent County Council", Map.of("councilReference", lettered));
        var guessed = ombudsmans.notified("Kent County Council", Map.of("councilReference", lettered, "complainant", "Mr Q"));
        var placing = engine.getTaskService().createTaskQuery().taskName("Place letter").singleResult();
        names.putAll(Map.of("placing", placing.getId(), "lettered", lettered, "theirs", guessed));
        var handed = new HandedCases(engine, office, casework, ombudsmans);
        handed.hire();
        names.putAll(handed.longOver());
        Stream.of(Person.values()).filter(person -> person.id != null).forEach(this::browser);
        Stream.of(Person.values()).filter(person -> person.id != null).forEach(person -> programs.put(person, token(person.id)));
        names.put("revoked token", token(Person.OFFICER.id));
        tokens.revoke(tokens.all().get(0).id());
        ClockUtil.offset(Duration.ofDays(-10).toMillis());
        names.put("ended token", token(Person.OFFICER.id));
        ClockUtil.reset();
        feeds();
        names.put("drafted", drafted);
        var token = Browsers.json(browser(Person.OFFICER).get("/redress/api/token"));
        send(browser(Person.OFFICER), "POST", "/redress/api/cases/{drafted}/attachments", AttachmentAttacks.file("evidence.pdf", "%PDF-1.4 evidence"), token.path("header").asText(),
                token.path("token").asText());
        var before = handed.beforeItIsHandedOver();
        change(Person.FORMER, "PUT", "/redress/api/drafts/tasks/" + before.getId(), "{\"writer\": \"11111111\", \"base\": 0, \"version\": 5, \"values\": {\"found\": \"half a sentence\"}}");
        names.putAll(handed.set(drafted));
        names.put("loss", Browsers.json(browser(Person.FORMER).get("/redress/api/drafts/losses")).path(0).path("id").asText());
        change(Person.OFFICER, "PUT", "/redress/api/drafts/tasks/{mine}", "{\"writer\": \"11111111\", \"base\": 0, \"version\": 5, \"values\": {\"understanding\": \"half a sentence\"}}");
        names.putAll(new EndedSessions(engine.getIdentityService(), office, browsers).set());
        // who has lost a role has to sign in again, and so will be tried what they may do now
        open.clear();
        Stream.of(Person.values()).filter(person -> person.id != null).forEach(this::browser);
    }

    /** An officer has three addresses for calendars: one was revoked, one has ended, one is good. */
    private void feeds() {
        var revoked = feed(90);
        form(Person.OFFICER, "/redress/notices/calendar/" + revoked.number() + "/revoke", "");
        ClockUtil.offset(Duration.ofDays(-10).toMillis());
        var ended = feed(5);
        ClockUtil.reset();
        names.putAll(Map.of("revoked feed", revoked.address(), "ended feed", ended.address(), "feed", feed(90).number()));
    }

    private record Feed(String address, String number) {}

    private Feed feed(int days) {
        var made = form(Person.OFFICER, "/redress/notices/calendar", "last-day=" + LocalDate.ofInstant(ClockUtil.getCurrentTime().toInstant(), ZoneId.of("Europe/London")).plusDays(days)).body();
        var numbers = Pattern.compile("/calendar/([0-9]+)/revoke").matcher(made).results().map(found -> found.group(1)).toList();
        return new Feed(made.replaceFirst("(?s).*(/redress/feeds/[\\w-]+\\.ics).*", "$1"), numbers.get(numbers.size() - 1));
    }

    /** Somebody claims a task, leaves, and another person gets an account with the same name. */
    private void somebodyLeaves(Task task) {
        account();
        engine.getIdentityService().createMembership(LEAVER, Role.COMPLAINTS_TEAM.group());
        office.as(LEAVER);
        engine.getTaskService().claim(task.getId(), LEAVER);
        office.signOut();
        names.put("leaver's token", token(LEAVER));
        engine.getIdentityService().deleteUser(LEAVER);
        account();
    }

    private void account() {
        var user = engine.getIdentityService().newUser(LEAVER);
        user.setFirstName("Somebody");
        user.setLastName("New");
        user.setPassword(Office.PASSWORD);
        engine.getIdentityService().saveUser(user);
        engine.getIdentityService().createTenantUserMembership("kent", LEAVER);
    }

    /** Every way to our own pages and calls. */
    Stream<RouteAttacks.Route> routes() {
        return mapping.getHandlerMethods().entrySet().stream().filter(one -> one.getValue().getBeanType().getName().startsWith("org.redress.")).map(Map.Entry::getKey)
                .flatMap(info -> info.getPatternValues().stream().flatMap(path -> methods(info).map(method -> new RouteAttacks.Route(method, path))))
                .distinct().sorted(Comparator.comparing(RouteAttacks.Route::path).thenComparing(RouteAttacks.Route::method));
    }

    private static Stream<String> methods(RequestMappingInfo info) {
        var methods = info.getMethodsCondition().getMethods();
        return methods.isEmpty() ? Stream.of("GET", "POST") : methods.stream().map(Enum::name);
    }

    /** The browser in which this person has signed in. */
    Browser browser(Person person) {
        return open.computeIfAbsent(person, who -> who.id == null ? browsers.fresh() : browsers.signedIn(who.id));
    }

    /** A browser of a stranger. */
    Browser fresh() {
        return browsers.fresh();
    }

    /** A stranger's browser with a session's cookie. */
    Browser withSession(String cookie) {
        var browser = browsers.fresh();
        browser.plant("JSESSIONID", cookie);
        return browser;
    }

    /** Another browser of this person. */
    Browser another(Person person) {
        return browsers.signedIn(person.id);
    }

    Answer asBrowser(Person person, String method, String path, String body) {
        return send(browser(person), method, path, body);
    }

    Answer asProgram(Person person, String method, String path, String body) {
        return person.id == null ? send(browsers.fresh(), method, path, body) : send(browsers.fresh(), method, path, body, "Authorization", bearer(person));
    }

    /** What this person's program sends to say who it is. */
    String bearer(Person person) {
        return "Bearer " + programs.get(person);
    }

    private String token(String account) {
        return tokens.make(account, "attacks", LocalDate.ofInstant(ClockUtil.getCurrentTime().toInstant(), ZoneId.of("Europe/London")).plusDays(5));
    }

    /** What comes of it while supervisors and administrators need a second factor. */
    Stream<Answer> withSecondFactors(Supplier<Stream<Answer>> attempt) {
        settings.getPropertySources().addFirst(new MapPropertySource("second factors", Map.of("redress.sign-in.second-factor", "required")));
        try {
            return attempt.get().toList().stream();
        } finally {
            settings.getPropertySources().remove("second factors");
        }
    }

    /** Signs in on the page from another address of this machine. */
    Answer signInFrom(String address, String user, String password) {
        return Answer.of(browsers.signInFrom(address, user, password));
    }

    /** Changes something through our own API, with the page's token. */
    Answer change(Person person, String method, String path, String body) {
        return Answer.of(browser(person).change(method, fill(path), body));
    }

    /** Sends a form of our pages, with the page's token. */
    Answer form(Person person, String page, String fields) {
        var token = browser(person).get("/sign-out").body().replaceFirst("(?s).*name=\"_csrf\" value=\"([^\"]*)\".*", "$1");
        return send(browser(person), "POST", page, "form:" + fields + "&_csrf=" + token);
    }

    /** Sends JSON, or several parts if the text begins like that. */
    Answer send(Browser browser, String method, String path, String body, String... headers) {
        var request = browser.request(fill(path)).header("Content-Type", body.startsWith("--x") ? "multipart/form-data; boundary=x"
                : body.startsWith("form:") ? "application/x-www-form-urlencoded" : "application/json");
        for (int i = 0; i < headers.length; i += 2) {
            request.setHeader(headers[i], headers[i + 1]);
        }
        return Answer.of(browser.send(request.method(method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(fill(body.replaceFirst("^form:", ""))))));
    }

    /** Sends these bytes, from this machine's address or another of its own. */
    Answer bytes(String request, String from) {
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), port, InetAddress.getByName(from), 0)) {
            socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
            return Answer.of(new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Sends the form of the sign-in page from another address of this machine, with a cookie of the browser if there is one. */
    Answer signInFrom(String address, String cookie, Map<String, String> fields) {
        var page = browsers.fresh();
        var body = page.encoded("/sign-in", fields);
        return bytes("POST /sign-in HTTP/1.1\r\nHost: localhost:%d\r\nConnection: close\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: %d\r\nCookie: %s%s\r\n\r\n%s".formatted(
                port, body.length(), "REDRESS-XSRF-TOKEN=" + page.cookie("REDRESS-XSRF-TOKEN"), cookie.isEmpty() ? "" : "; " + cookie, body), address);
    }

    /** A connection from another address of this machine. */
    Line line(String from) {
        return new Line(port, from);
    }

    /** Asks for a path exactly as it is written. */
    Answer raw(String method, String path, String... headers) {
        return bytes("%s %s HTTP/1.1\r\nHost: localhost:%d\r\nConnection: close\r\nAccept: application/json\r\n%s\r\n".formatted(method, fill(path), port,
                headers.length == 0 ? "" : String.join("\r\n", headers) + "\r\n"), "127.0.0.1");
    }

    /** The text with the names of what is in the cases replaced. */
    String fill(String text) {
        var filled = text;
        for (var name : names.entrySet()) {
            filled = filled.replace("{" + name.getKey() + "}", name.getValue());
        }
        return filled;
    }

    static String basic(String user, String password) {
        return "Basic " + Base64.getEncoder().encodeToString((user + ":" + password).getBytes(StandardCharsets.UTF_8));
    }
}
