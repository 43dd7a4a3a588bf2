package org.redress.api;

import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.IdentityService;
import org.redress.access.Pages;
import org.redress.api.OwnWork.Next;
import org.redress.casefile.CaseAddress;
import org.redress.handover.UnseenWork;
import org.redress.identity.Organisations;
import org.redress.identity.Reader;
import org.redress.identity.Role;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.util.HtmlUtils;

/** Where people arrive after they have signed in: what waits for them, what comes next, and the way to everything that they may use. */
@Controller
@ConditionalOnWebApplication
class StartPage {
    private static final String TASKLIST = "/camunda/app/tasklist/default/";
    private static final String LATE = "Overdue";
    private static final String COCKPIT = "/camunda/app/cockpit/default/";

    private final Reader reader;
    private final OwnWork work;
    private final Organisations organisations;
    private final IdentityService identity;
    private final UnseenWork unseen;

    StartPage(Reader reader, OwnWork work, Organisations organisations, IdentityService identity, UnseenWork unseen) {
        this.reader = reader;
        this.work = work;
        this.organisations = organisations;
        this.identity = identity;
        this.unseen = unseen;
    }

    /** A page that somebody may use, with what it is for. */
    private record Way(String address, String name, String purpose) {}

    @GetMapping("/")
    ResponseEntity<String> show(HttpServletRequest request) {
        var person = reader.user().orElseThrow();
        var content = new StringBuilder("<h1>Your work</h1>\n").append(who(person));
        if (onCases()) {
            content.append(numbers());
            content.append(next(work.next(person)));
            content.append(search());
        }
        if (reader.administers()) {
            content.append(unseen());
        }
        content.append(ways());
        var page = "<div class=\"start\">\n" + content + "</div>\n";
        return onCases() ? Pages.drawn(request, "Start", page, "/redress/start.js") : Pages.answer(200, Pages.page(request, "Start", page));
    }

    private boolean onCases() {
        return !reader.councils().isEmpty() && Stream.of(Role.values()).anyMatch(role -> role != Role.PROCESS_OWNERS && reader.has(role));
    }

    private boolean supervises() {
        return reader.has(Role.SUPERVISORS) && reader.councils().size() == 1;
    }

    private String who(String person) {
        var user = identity.createUserQuery().userId(person).singleResult();
        var name = user == null ? person : (Optional.ofNullable(user.getFirstName()).orElse("") + " " + Optional.ofNullable(user.getLastName()).orElse("")).strip();
        var roles = Stream.concat(Stream.of(Role.values()).filter(reader::has).map(Role::title), reader.administers() ? Stream.of("Administrators") : Stream.empty())
                .collect(Collectors.joining(", "));
        var at = reader.councils().stream().map(organisations::name).collect(Collectors.joining(", "));
        return "<p class=\"hint\">" + Stream.of(name.isEmpty() ? person : name, roles, at).filter(part -> !part.isEmpty()).map(HtmlUtils::htmlEscape).collect(Collectors.joining(" · ")) + "</p>\n";
    }

    /** Each number is that of the list to which it leads. */
    private String numbers() {
        return "<h2>Your lists</h2>\n<ul class=\"numbers\">\n" + work.lists().stream().map(list -> "<li" + (list.name().equals(LATE) && list.tasks() > 0 ? " class=\"late\"" : "") + "><a href=\"" + TASKLIST
                + "#/?filter=" + HtmlUtils.htmlEscape(list.filter()) + "\"><b>" + list.tasks() + "</b> " + HtmlUtils.htmlEscape(list.name()) + "</a></li>\n").collect(Collectors.joining()) + "</ul>\n";
    }

    private static String next(List<Next> next) {
        if (next.isEmpty()) {
            return "<h2>Next</h2>\n<p>Nothing waits for you.</p>\n";
        }
        return "<h2>Next</h2>\n<ol class=\"next\">\n" + next.stream().map(StartPage::line).collect(Collectors.joining()) + "</ol>\n";
    }

    private static String line(Next next) {
        return "<li><a href=\"" + TASKLIST + "#/?task=" + HtmlUtils.htmlEscape(next.task()) + "\">" + HtmlUtils.htmlEscape(next.title()) + "</a>"
                + next.reference().map(reference -> " <a class=\"case\" href=\"" + CaseAddress.of(reference) + "\">" + HtmlUtils.htmlEscape(reference) + "</a>").orElse("")
                + "<br><span" + (next.overdue() ? " class=\"late\"" : "") + ">" + HtmlUtils.htmlEscape(next.due()) + "</span>" + (next.mine() ? "" : " · for your groups; nobody has it yet") + "</li>\n";
    }

    /** To the only ones who can help; which case it is they do not learn. */
    private String unseen() {
        return unseen.councils().stream().map(council -> "<p class=\"refusal\">Work at " + HtmlUtils.htmlEscape(organisations.name(council))
                + " that nobody can do has nobody who may see it. Give somebody there the role of a supervisor.</p>\n").collect(Collectors.joining());
    }

    private static String search() {
        return """
                <h2 id="find">Find a case</h2>
                <form id="search" role="search" aria-labelledby="find" class="search" hidden>
                <label for="words">Number, name, or words of the complaint; open and closed cases</label>
                <div><input id="words" name="words" type="search" maxlength="200" autocomplete="off" required><button>Find</button></div>
                </form>
                <div id="found" aria-live="polite"></div>
                <noscript><p>To find cases here your browser has to run JavaScript.</p></noscript>
                """;
    }

    private String ways() {
        return "<h2>Go to</h2>\n<ul class=\"ways\">\n" + all().stream().map(way -> "<li><a href=\"" + way.address() + "\">" + way.name() + "</a><br>" + way.purpose() + "</li>\n")
                .collect(Collectors.joining()) + "</ul>\n<p><a href=\"/sign-out\">Sign out</a></p>\n";
    }

    private List<Way> all() {
        var ways = new ArrayList<Way>();
        boolean supervises = supervises();
        boolean administers = reader.administers();
        if (onCases() || administers) {
            ways.add(new Way(TASKLIST, "Tasklist", administers ? "Filters of tasks" : "Do your tasks and start cases"));
        }
        if (onCases() && reader.councils().size() == 1) {
            ways.add(new Way("/redress/cases", "Find a case", "By everything that you know of it, open or closed"));
        }
        if (reader.has(Role.SUPERVISORS) || reader.has(Role.PROCESS_OWNERS)) {
            ways.add(new Way(COCKPIT, "Cockpit", "See where cases stand in the procedure"));
        }
        if (supervises) {
            ways.add(new Way("/redress/deadlines", "Deadlines", "What was recorded late, and what a recount would move"));
            ways.add(new Way("/redress/lessons", "Lessons", "What is learnt from issues that were upheld"));
        }
        if (supervises || reader.has(Role.COMPLAINTS_TEAM)) {
            ways.add(new Way("/redress/figures", "Figures", "What yearly reports count"));
        }
        if (administers) {
            ways.add(new Way("/camunda/app/admin/default/", "Admin", "Accounts, roles and councils of people"));
            ways.add(new Way("/redress/councils", "Councils", "Names, services and procedures"));
            ways.add(new Way("/redress/tokens", "Tokens", "With which programs sign in"));
            ways.add(new Way("/redress/second-factors", "Second factors", "Who has one, and to reset one"));
        }
        if (supervises || administers) {
            ways.add(new Way("/redress/access", "Access", "Who was given what"));
        }
        ways.add(new Way("/redress/notices", "Notices", "By e-mail and in your calendar"));
        ways.add(new Way("/redress/sessions", "Sign-ins", "Where you are signed in"));
        return ways;
    }
}
