package org.redress.access;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.redress.identity.ApiTokens;
import org.redress.identity.ApiTokens.Token;
import org.redress.identity.ApiTokens.TokenRefused;
import org.redress.identity.Reader;
import org.redress.identity.TokenScope;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.util.HtmlUtils;

/** For administrators: the tokens of programs, to make one, which is shown this once, and to revoke one. */
@Controller
@ConditionalOnWebApplication
@RequestMapping(TokensPage.PATH)
class TokensPage {
    static final String PATH = "/redress/tokens";
    private static final int USUAL_DAYS = 90;
    private static final int OK = 200;
    private static final int SEE_OTHER = 303;
    private static final int NOT_TAKEN = 400;
    private static final int FORBIDDEN = 403;

    private final Reader reader;
    private final ApiTokens tokens;
    private final Clock clock;

    TokensPage(Reader reader, ApiTokens tokens, Clock clock) {
        this.reader = reader;
        this.tokens = tokens;
        this.clock = clock;
    }

    /** A box for each scope; without any, the token is for the other calls. */
    private static String scopes() {
        return Stream.of(TokenScope.values()).map(scope -> "<div class=\"box\"><input type=\"checkbox\" id=\"scope-" + scope.name().toLowerCase(Locale.ROOT) + "\" name=\"scope\" value=\"" + scope.code()
                + "\"><label for=\"scope-" + scope.name().toLowerCase(Locale.ROOT) + "\">" + scope.text() + " (" + scope.code() + ")</label></div>\n").collect(Collectors.joining());
    }

    private static Set<TokenScope> scopes(HttpServletRequest request) {
        return TokenScope.read(String.join(" ", Objects.requireNonNullElse(request.getParameterValues("scope"), new String[0])));
    }

    @GetMapping
    ResponseEntity<String> list(HttpServletRequest request) {
        return reader.administers() ? answer(request, OK, "", "", "", LocalDate.now(clock).plusDays(USUAL_DAYS).toString()) : notForYou(request);
    }

    @PostMapping
    ResponseEntity<String> make(HttpServletRequest request) {
        if (!reader.administers()) {
            return notForYou(request);
        }
        var account = typed(request, "account");
        var program = typed(request, "program");
        var lastDay = typed(request, "last-day");
        try {
            var token = tokens.make(account, program, LocalDate.parse(lastDay), scopes(request));
            return answer(request, OK, "<p role=\"status\" class=\"said\">The token for " + text(program)
                    + ". It is shown this once; keep it where the program finds it and nobody else does.</p>\n<p><code>" + token + "</code></p>\n", "", "", lastDay);
        } catch (DateTimeParseException e) {
            return answer(request, NOT_TAKEN, refusal("Give the last day as a day, such as " + LocalDate.now(clock).plusDays(USUAL_DAYS) + "."), account, program, "");
        } catch (TokenRefused e) {
            return answer(request, NOT_TAKEN, refusal(String.valueOf(e.getMessage())), account, program, lastDay);
        }
    }

    @PostMapping("/{id}/revoke")
    ResponseEntity<String> revoke(HttpServletRequest request, @PathVariable long id) {
        if (!reader.administers()) {
            return notForYou(request);
        }
        tokens.revoke(id);
        return ResponseEntity.status(SEE_OTHER).location(URI.create(PATH)).build();
    }

    private ResponseEntity<String> answer(HttpServletRequest request, int status, String said, String account, String program, String lastDay) {
        var rows = tokens.all().stream().map(token -> "<tr><td>" + text(token.program()) + "</td><td>" + text(token.account()) + "</td><td>" + used(token) + "</td><td>" + token.madeAt().toLocalDate()
                + " by " + text(token.madeBy()) + "</td><td>" + state(request, token) + "</td></tr>\n").collect(Collectors.joining());
        return Pages.answer(status, Pages.page(request, (status == OK ? "" : "Not made: ") + "Tokens", """
                <p><a href="/camunda/app/admin/default/">Admin</a></p>
                <h1>Tokens of programs</h1>
                %s%s
                <h2>Make a token</h2>
                <form method="post" action="%s" class="narrow">
                %s
                <label for="account">Account of the program</label>
                <p class="hint" id="account-hint">Make it in Admin, under Users, with the roles and the council that the program works for.</p>
                <input id="account" name="account" value="%s" autocomplete="off" autocapitalize="none" spellcheck="false" required aria-describedby="account-hint">
                <label for="program">Which program gets it</label>
                <input id="program" name="program" value="%s" maxlength="100" autocomplete="off" required>
                <label for="last-day">Last day</label>
                <input id="last-day" name="last-day" type="date" value="%s" required>
                <fieldset class="scopes">
                <legend>What it may be used for at /redress/api/v1</legend>
                <p class="hint">With one of these it is good for nothing else; with none it is for the other calls of the account.</p>
                %s</fieldset>
                <button>Make the token</button>
                </form>
                """.formatted(said, Pages.scrolling("Tokens of programs", "<thead><tr><th scope=\"col\">Program</th><th scope=\"col\">Account</th><th scope=\"col\">For</th><th scope=\"col\">Made</th><th scope=\"col\">Good until</th></tr></thead>\n<tbody>\n"
                + (rows.isEmpty() ? "<tr><td colspan=\"5\">None yet.</td></tr>\n" : rows) + "</tbody>\n"), PATH, Pages.token(request), text(account), text(program), text(lastDay), scopes())));
    }

    private static String used(Token token) {
        return token.scopes().isEmpty() ? "other calls" : token.scopes().stream().map(TokenScope::code).collect(Collectors.joining(", "));
    }

    private String state(HttpServletRequest request, Token token) {
        if (token.revokedAt() != null) {
            return "revoked on " + token.revokedAt().toLocalDate() + " by " + text(String.valueOf(token.revokedBy()));
        }
        if (token.lastDay().isBefore(LocalDate.now(clock))) {
            return "ended on " + token.lastDay();
        }
        return token.lastDay() + "<form method=\"post\" action=\"" + PATH + "/" + token.id() + "/revoke\">" + Pages.token(request) + "<button aria-label=\"Revoke the token of "
                + text(token.program()) + "\">Revoke</button></form>";
    }

    private static ResponseEntity<String> notForYou(HttpServletRequest request) {
        return Pages.answer(FORBIDDEN, Pages.page(request, "Not for you", "<h1>Tokens of programs</h1>\n" + "<p class=\"refusal\">Administrators make the tokens of programs.</p>"));
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
