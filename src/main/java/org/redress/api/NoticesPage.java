package org.redress.api;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.time.Clock;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.redress.access.Pages;
import org.redress.casefile.Dates;
import org.redress.feed.Feeds;
import org.redress.feed.Feeds.Feed;
import org.redress.feed.Feeds.FeedRefused;
import org.redress.gate.Written;
import org.redress.identity.Authority;
import org.redress.identity.Reader;
import org.redress.identity.Role;
import org.redress.notices.NoticeKind;
import org.redress.notices.NoticeSettings;
import org.redress.notices.Notices;
import org.redress.notices.Notices.NoticesRefused;
import org.redress.notices.Notices.Own;
import org.redress.notices.When;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.util.HtmlUtils;

/** What everybody chooses for themselves: which notices come by e-mail, to which address, and deadlines in a calendar. Supervisors and administrators see what could not be sent. */
@Controller
@ConditionalOnWebApplication
@RequestMapping(NoticesPage.PATH)
class NoticesPage {
    static final String PATH = "/redress/notices";
    private static final int USUAL_DAYS = 180;
    private static final int OK = 200;
    private static final int NOT_TAKEN = 400;

    private final Reader reader;
    private final NoticeSettings settings;
    private final Notices notices;
    private final Feeds feeds;
    private final Authority authority;
    private final Clock clock;

    NoticesPage(Reader reader, NoticeSettings settings, Notices notices, Feeds feeds, Authority authority, Clock clock) {
        this.reader = reader;
        this.settings = settings;
        this.notices = notices;
        this.feeds = feeds;
        this.authority = authority;
        this.clock = clock;
    }

    @GetMapping
    ResponseEntity<String> show(HttpServletRequest request) {
        var said = switch (typed(request, "said")) {
            case "chosen" -> said("Kept.");
            case "asked" -> said("A code is on its way to the address. Type it below when it has come.");
            case "confirmed" -> said("Notices go to this address from now on.");
            case "revoked" -> said("The address for your calendar has ended.");
            default -> "";
        };
        return answer(request, OK, said);
    }

    @PostMapping
    ResponseEntity<String> choose(HttpServletRequest request) {
        var when = new EnumMap<NoticeKind, When>(NoticeKind.class);
        for (var kind : NoticeKind.values()) {
            When.of(request.getParameter(kind.code())).ifPresent(how -> when.put(kind, how));
        }
        notices.choose(person(), when);
        return back("chosen");
    }

    @PostMapping("/address")
    ResponseEntity<String> use(HttpServletRequest request) {
        return unlessRefused(request, "asked", () -> {
            refuseUnlessOn();
            notices.use(person(), typed(request, "address"));
        });
    }

    @PostMapping("/code")
    ResponseEntity<String> confirm(HttpServletRequest request) {
        return unlessRefused(request, "confirmed", () -> {
            refuseUnlessOn();
            notices.confirm(person(), typed(request, "code"));
        });
    }

    @PostMapping("/calendar")
    ResponseEntity<String> makeFeed(HttpServletRequest request) {
        if (!feeds.enabled()) {
            return answer(request, NOT_TAKEN, refusal("Deadlines in a calendar are switched off."));
        }
        try {
            var lastDay = Written.asDay(typed(request, "last-day"));
            if (lastDay.isEmpty()) {
                return answer(request, NOT_TAKEN, refusal("Write the last day as a day, such as " + Dates.inFull(LocalDate.now(clock).plusDays(USUAL_DAYS)) + "."));
            }
            var token = feeds.make(person(), lastDay.get());
            return answer(request, OK, "<p role=\"status\" class=\"said\">Give this address to your calendar program (\"subscribe\" or \"from the internet\"). It is shown this once. "
                    + "Whoever has it sees your deadlines: keep it like a password.</p>\n<p><code>" + HtmlUtils.htmlEscape(product(request) + "/redress/feeds/" + token + ".ics") + "</code></p>\n");
        } catch (FeedRefused e) {
            return answer(request, NOT_TAKEN, refusal(String.valueOf(e.getMessage())));
        }
    }

    @PostMapping("/calendar/{id}/revoke")
    ResponseEntity<String> revoke(@PathVariable long id) {
        feeds.revoke(id, reader.administers() ? null : person());
        return back("revoked");
    }

    private void refuseUnlessOn() {
        if (!settings.enabled()) {
            throw new NoticesRefused("Notices by e-mail are switched off.");
        }
    }

    private ResponseEntity<String> unlessRefused(HttpServletRequest request, String said, Runnable deed) {
        try {
            deed.run();
            return back(said);
        } catch (NoticesRefused e) {
            return answer(request, NOT_TAKEN, refusal(String.valueOf(e.getMessage())));
        }
    }

    private ResponseEntity<String> answer(HttpServletRequest request, int status, String said) {
        return Pages.answer(status, Pages.page(request, (status == OK ? "" : "Not kept: ") + "Notices", "<p><a href=\"/\">To the start page</a></p>\n<h1>Notices</h1>\n" + said
                + byMail(request) + calendar(request) + givenUp()));
    }

    private String byMail(HttpServletRequest request) {
        if (!settings.enabled()) {
            return "<h2>By e-mail</h2>\n<p>Notices by e-mail are switched off. Whoever runs the product can switch them on.</p>\n";
        }
        var own = notices.of(person());
        return "<h2>By e-mail</h2>\n<p>A notice says the number of the case, what it is and the day, and has a link; nothing else of the case.</p>\n" + address(request, own) + choices(request, own);
    }

    private String address(HttpServletRequest request, Own own) {
        var address = own.address();
        var state = address == null ? "Your account has no address." : !own.allowed() ? "Your account's address is not within the domains to which notices go." : own.confirmed()
                ? "Notices go to this address." : own.asked() ? "A code was sent to this address. Notices go there when you have typed it." : "Nobody has confirmed this address yet, so no notices go there.";
        var code = own.allowed() && !own.confirmed() ? """
                <form method="post" action="%s/code" class="narrow">
                %s
                <label for="code">The code that was sent there</label>
                <input id="code" name="code" autocomplete="one-time-code" autocapitalize="characters" spellcheck="false" required>
                <button>Confirm</button>
                </form>
                """.formatted(PATH, Pages.token(request)) : "";
        return """
                <h3>Where to</h3>
                <p>%s</p>
                %s<form method="post" action="%s/address" class="narrow">
                %s
                <label for="address">Your address</label>
                <p class="hint" id="address-hint">Within %s. It is the address of your account; when it changes, the one before is told.</p>
                <input id="address" name="address" type="email" value="%s" maxlength="100" autocomplete="email" required aria-describedby="address-hint">
                <button%s>Send a code there</button>
                </form>
                """.formatted(HtmlUtils.htmlEscape(state), code, PATH, Pages.token(request), text(String.join(", ", settings.domains())), text(Objects.requireNonNullElse(address, "")),
                own.confirmed() || own.asked() ? " class=\"second\"" : "");
    }

    private static String choices(HttpServletRequest request, Own own) {
        var rows = Stream.of(NoticeKind.values()).map(kind -> "<fieldset>\n<legend>" + text(kind.title()) + "</legend>\n" + Stream.of(When.values()).map(when -> {
            var id = kind.code() + "-" + when.code();
            return "<span class=\"choice\"><input type=\"radio\" id=\"%s\" name=\"%s\" value=\"%s\"%s><label for=\"%s\">%s</label></span>\n".formatted(id, kind.code(), when.code(),
                    own.when().get(kind) == when ? " checked" : "", id, text(when.title()));
        }).collect(Collectors.joining()) + "</fieldset>\n").collect(Collectors.joining());
        return "<h3>Which, and how</h3>\n<form method=\"post\" action=\"" + PATH + "\" class=\"notices\">\n" + Pages.token(request) + "\n" + rows
                + "<p class=\"hint\">The digest and what is due soon or overdue come on the mornings of working days.</p>\n<button>Keep</button>\n</form>\n";
    }

    private String calendar(HttpServletRequest request) {
        if (!feeds.enabled()) {
            return "<h2>In your calendar</h2>\n<p>Deadlines in a calendar are switched off. Whoever runs the product can switch them on.</p>\n";
        }
        return """
                <h2>In your calendar</h2>
                <p>The deadlines of the cases that you have, and of your services, for a calendar program: number of the case, kind and day.</p>
                %s<form method="post" action="%s/calendar" class="narrow">
                %s
                <label for="last-day">Until</label>
                <input id="last-day" name="last-day" type="date" value="%s" required>
                <button>Make an address</button>
                </form>
                """.formatted(feeds(request, reader.administers() ? feeds.all() : feeds.of(person())), PATH, Pages.token(request), LocalDate.now(clock).plusDays(USUAL_DAYS));
    }

    private String feeds(HttpServletRequest request, List<Feed> all) {
        var names = new Names(authority);
        names.prepare(all.stream().map(Feed::person).toList());
        return all.isEmpty() ? "" : Pages.scrolling("Addresses for calendars", "<thead><tr><th scope=\"col\">Whose</th><th scope=\"col\">Made</th><th scope=\"col\">Good until</th><th scope=\"col\"><span class=\"unseen\">Revoke</span></th></tr></thead>\n<tbody>\n"
                + all.stream().map(feed -> "<tr><td>" + text(names.of(feed.person())) + "</td><td>" + Dates.inFull(feed.madeAt().toLocalDate()) + "</td><td>" + Dates.inFull(feed.lastDay())
                        + "</td><td><form method=\"post\" action=\"" + PATH + "/calendar/" + feed.id() + "/revoke\">" + Pages.token(request) + "<button aria-label=\"Revoke the address of "
                        + text(names.of(feed.person())) + ", made " + Dates.inFull(feed.madeAt().toLocalDate()) + "\">Revoke</button></form></td></tr>\n").collect(Collectors.joining()) + "</tbody>\n");
    }

    private String givenUp() {
        boolean supervises = reader.has(Role.SUPERVISORS) && reader.councils().size() == 1;
        if (!settings.enabled() || !supervises && !reader.administers()) {
            return "";
        }
        var all = notices.givenUp(reader.administers() ? null : reader.councils().get(0));
        var names = new Names(authority);
        names.prepare(all.stream().map(Notices.GivenUp::person).toList());
        return "<h2>What could not be sent</h2>\n" + (all.isEmpty() ? "<p>Nothing.</p>\n" : Pages.table("What could not be sent", List.of("To", "What", "Since", "Why"),
                all.stream().map(one -> List.of(names.of(one.person()), kind(one.kind()), Dates.inFull(one.madeAt().toLocalDate()), one.because())).toList()));
    }

    /** What it tells of, as people chose it; what is no choice of theirs is about their address. */
    private static String kind(String code) {
        return Stream.of(NoticeKind.values()).filter(kind -> kind.code().equals(code)).map(NoticeKind::title).findFirst().orElse("About the address for notices");
    }

    private String product(HttpServletRequest request) {
        return Optional.of(settings.product()).filter(said -> !said.isEmpty()).orElseGet(() -> request.getRequestURL().toString().replaceFirst("(?<=[^/:])/redress/.*", ""));
    }

    private String person() {
        return reader.user().orElseThrow();
    }

    private static ResponseEntity<String> back(String said) {
        return ResponseEntity.status(303).location(URI.create(PATH + "?said=" + said)).build();
    }

    private static String said(String sentence) {
        return "<p role=\"status\" class=\"said\">" + sentence + "</p>\n";
    }

    private static String refusal(String sentence) {
        return "<p class=\"refusal\" role=\"alert\">" + text(sentence) + "</p>\n";
    }

    private static String typed(HttpServletRequest request, String name) {
        return Objects.requireNonNullElse(request.getParameter(name), "").strip();
    }

    private static String text(String text) {
        return HtmlUtils.htmlEscape(text);
    }
}
