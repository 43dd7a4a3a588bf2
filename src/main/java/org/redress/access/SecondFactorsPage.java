package org.redress.access;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.Map;
import java.util.stream.Collectors;
import org.redress.access.SignInSettings.SecondFactor;
import org.redress.identity.Reader;
import org.redress.identity.SecondFactors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.util.HtmlUtils;

/** For administrators: who has a second factor, and to reset that of somebody else who has lost device and recovery codes. */
@Controller
@ConditionalOnWebApplication
@RequestMapping(SecondFactorsPage.PATH)
class SecondFactorsPage {
    static final String PATH = "/redress/second-factors";
    private static final Map<SecondFactor, String> WHO = Map.of(
            SecondFactor.REQUIRED, "Supervisors and administrators who sign in with a password set theirs up at their next sign-in.",
            SecondFactor.OFFERED, "Supervisors and administrators who sign in with a password are asked at each sign-in whether they set one up.",
            SecondFactor.OFF, "They are switched off here (redress.sign-in.second-factor); nobody is asked for a code.");
    private static final int OK = 200;
    private static final int SEE_OTHER = 303;
    private static final int NOT_DONE = 400;
    private static final int FORBIDDEN = 403;
    private static final Logger LOG = LoggerFactory.getLogger(SecondFactorsPage.class);

    private final Reader reader;
    private final SecondFactors factors;
    private final Sessions sessions;
    private final SignInSettings settings;

    SecondFactorsPage(Reader reader, SecondFactors factors, Sessions sessions, SignInSettings settings) {
        this.reader = reader;
        this.factors = factors;
        this.sessions = sessions;
        this.settings = settings;
    }

    @GetMapping
    ResponseEntity<String> list(HttpServletRequest request) {
        return reader.administers() ? answer(request, OK, "") : notForYou(request);
    }

    @PostMapping("/{account}/reset")
    ResponseEntity<String> reset(HttpServletRequest request, @PathVariable String account) {
        if (!reader.administers()) {
            return notForYou(request);
        }
        if (reader.user().filter(account::equals).isPresent()) {
            return answer(request, NOT_DONE, "Nobody resets their own second factor; another administrator does.");
        }
        if (!factors.reset(account)) {
            return answer(request, NOT_DONE, "This account has no second factor.");
        }
        sessions.end(account);
        LOG.info("The second factor of {} was reset by {}, and their sessions ended.", account, reader.user().orElseThrow());
        return ResponseEntity.status(SEE_OTHER).location(URI.create(PATH)).build();
    }

    private ResponseEntity<String> answer(HttpServletRequest request, int status, String wrong) {
        var rows = factors.all().stream().map(known -> "<tr><td>" + text(known.account()) + "</td><td>" + known.madeAt().toLocalDate() + "</td><td>" + known.recoveryCodes() + "</td><td>"
                + resetting(request, known.account()) + "</td></tr>\n").collect(Collectors.joining());
        return Pages.answer(status, Pages.page(request, (status == OK ? "" : "Not done: ") + "Second factors", """
                <p><a href="/camunda/app/admin/default/">Admin</a></p>
                <h1>Second factors</h1>
                %s<p>%s A reset is for somebody who has lost the device and the recovery codes:
                make sure that it is them. Their sessions end, and whoever has the password sets up a new one.</p>
                %s
                """.formatted(wrong.isEmpty() ? "" : "<p class=\"refusal\" role=\"alert\">" + wrong + "</p>\n", WHO.get(settings.secondFactor()), Pages.scrolling("Second factors", "<thead><tr><th scope=\"col\">Account</th><th scope=\"col\">Since</th><th scope=\"col\">Recovery codes left</th><th scope=\"col\">Reset</th></tr></thead>\n<tbody>\n"
                        + (rows.isEmpty() ? "<tr><td colspan=\"4\">None yet.</td></tr>\n" : rows) + "</tbody>\n"))));
    }

    private String resetting(HttpServletRequest request, String account) {
        return reader.user().filter(account::equals).isPresent() ? "by another administrator" : "<form method=\"post\" action=\"" + PATH + "/" + text(account) + "/reset\">" + Pages.token(request)
                + "<button aria-label=\"Reset the second factor of " + text(account) + "\">Reset</button></form>";
    }

    private static ResponseEntity<String> notForYou(HttpServletRequest request) {
        return Pages.answer(FORBIDDEN, Pages.page(request, "Not for you", "<h1>Second factors</h1>\n<p class=\"refusal\">Administrators keep the second factors.</p>"));
    }

    private static String text(String text) {
        return HtmlUtils.htmlEscape(text);
    }
}
