package org.redress.access;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.session.FindByIndexNameSessionRepository;
import org.springframework.session.Session;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;

/** Where somebody is signed in, for their own eyes: a sign-in that is not theirs they see, and end. */
@Controller
@ConditionalOnWebApplication
class SessionsPage {
    private static final String BACK = "<p><a href=\"/\">To the start page</a></p>\n";
    private static final String PAGE = "/redress/sessions";

    private final FindByIndexNameSessionRepository<? extends Session> kept;
    private final Sessions sessions;
    private final ObjectProvider<ClientRegistrationRepository> servers;
    private final DateTimeFormatter moment;
    private final int most;

    SessionsPage(FindByIndexNameSessionRepository<? extends Session> kept, Sessions sessions, ObjectProvider<ClientRegistrationRepository> servers, Clock clock,
            @Value("${redress.session.most}") int most) {
        this.kept = kept;
        this.sessions = sessions;
        this.servers = servers;
        this.moment = DateTimeFormatter.ofPattern("d MMMM yyyy, HH:mm", Locale.UK).withZone(clock.getZone());
        this.most = most;
    }

    @GetMapping(PAGE)
    ResponseEntity<String> show(HttpServletRequest request, Authentication person) {
        var all = kept.findByPrincipalName(person.getName()).values().stream()
                .sorted(Comparator.comparing((Session session) -> session.getLastAccessedTime()).reversed()).toList();
        var here = request.getSession().getId();
        var said = request.getParameter("ended") == null ? "" : "<p role=\"status\" class=\"said\">You are signed out everywhere else.</p>\n";
        return Pages.answer(200, Pages.page(request, "Where you are signed in", BACK + "<h1>Where you are signed in</h1>\n" + said
                + Pages.table("Where you are signed in", List.of("Since", "Somebody was last there", "Browser", "Address", "Signed in with", "Which"), all.stream().map(session -> row(session, here)).toList())
                + (all.size() > 1 ? others(request) : "<p>You are signed in nowhere else.</p>\n")
                + "<p>You can be signed in %d times. With one more, the one ends where nobody was there for the longest time.</p>\n".formatted(most)));
    }

    @PostMapping(PAGE + "/others")
    ResponseEntity<String> endOthers(HttpServletRequest request, Authentication person) {
        sessions.endOthers(person.getName(), request.getSession().getId());
        return ResponseEntity.status(303).header("Location", PAGE + "?ended").build();
    }

    private List<String> row(Session session, String here) {
        return List.of(text(session.getCreationTime()), text(session.getLastAccessedTime()), word(session, KeptSession.BROWSER), word(session, KeptSession.ADDRESS),
                means(word(session, KeptSession.MEANS)), session.getId().equals(here) ? "this one" : "");
    }

    private String means(String server) {
        return server.isEmpty() ? "password" : Optional.ofNullable(servers.getIfAvailable()).map(known -> known.findByRegistrationId(server))
                .map(ClientRegistration::getClientName).orElse(server);
    }

    private String text(Instant time) {
        return moment.format(time);
    }

    private static String word(Session session, String name) {
        return Optional.<String>ofNullable(session.getAttribute(name)).orElse("");
    }

    private static String others(HttpServletRequest request) {
        return """
                <p>If one of them is not you, sign out everywhere else, change your password, and tell an administrator.</p>
                <form method="post" action="%s/others">
                %s
                <button>Sign out everywhere else</button>
                </form>
                """.formatted(PAGE, Pages.token(request));
    }
}
