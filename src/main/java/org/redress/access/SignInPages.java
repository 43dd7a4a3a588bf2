package org.redress.access;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.http.MediaType;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.util.HtmlUtils;

/** The pages on which people sign in and out. */
@Controller
@ConditionalOnWebApplication
class SignInPages {
    static final String SIGN_IN = "/sign-in";
    static final String SIGN_OUT = "/sign-out";
    /** Where the person wanted to go: the only field that these pages take from an address, because the form is sent to the one it came from. */
    static final String TO = "to";

    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9._@-]{1,64}");

    private final ObjectProvider<ClientRegistrationRepository> providers;
    private final SignInSettings settings;

    SignInPages(ObjectProvider<ClientRegistrationRepository> providers, SignInSettings settings) {
        this.providers = providers;
        this.settings = settings;
    }

    @GetMapping(SIGN_IN)
    void signIn(HttpServletRequest request, HttpServletResponse response) throws IOException {
        var said = request.getParameter("signed-out") == null ? "" : "<p role=\"status\">You are signed out.</p>";
        show(request, response, HttpServletResponse.SC_OK, "Sign in", said);
    }

    /** The sign-in page again, with the reason why it did not work. */
    void refuse(HttpServletRequest request, HttpServletResponse response, int status, @Nullable String sentence) throws IOException {
        var alert = "<p role=\"alert\" class=\"refusal\" id=\"refusal\">" + HtmlUtils.htmlEscape(String.valueOf(sentence)) + "</p>";
        show(request, response, status, "Not signed in", alert);
    }

    /** The page between password and sign-in. */
    void ask(HttpServletRequest request, HttpServletResponse response, SecondStep step) throws IOException {
        write(response, step.isAskedAgain() ? HttpServletResponse.SC_UNAUTHORIZED : HttpServletResponse.SC_OK, SecondStepPage.of(request, step));
    }

    @GetMapping(SIGN_OUT)
    void signOut(HttpServletRequest request, HttpServletResponse response) throws IOException {
        write(response, HttpServletResponse.SC_OK, Pages.page(request, "Sign out", """
                <h1>Sign out of Redress</h1>
                <form method="post">
                %s
                <button>Sign out</button>
                </form>
                """.formatted(Pages.token(request))));
    }

    private void show(HttpServletRequest request, HttpServletResponse response, int status, String title, String said) throws IOException {
        write(response, status, Pages.page(request, title, "<h1>Sign in to Redress</h1>\n" + said + "\n"
                + (settings.password() ? form(request, said.contains("alert")) : "") + others()));
    }

    private static String form(HttpServletRequest request, boolean refused) {
        // the form is sent to the address it came from, so that the browser keeps where the person wanted to go, and the task after the "#"
        return """
                <form method="post"%s>
                %s
                <label for="username">User name</label>
                <input id="username" name="username" autocomplete="username" autocapitalize="none" spellcheck="false" required%s%s>
                <label for="password">Password</label>
                <input id="password" name="password" type="password" autocomplete="current-password" required%s>
                <button>Sign in</button>
                </form>
                """.formatted(SIGN_IN.equals(request.getRequestURI()) ? "" : " action=\"" + SIGN_IN + "\"", Pages.token(request),
                refused ? " aria-describedby=\"refusal\"" : "", refused ? kept(request) : "", refused ? " autofocus" : "");
    }

    /** The name that somebody typed stands there again after a refusal, if it is written as names of accounts are; nothing else that was typed does. */
    private static String kept(HttpServletRequest request) {
        var typed = request.getParameter("username");
        return typed == null || !NAME.matcher(typed.strip()).matches() ? "" : " value=\"" + typed.strip() + "\"";
    }

    /** The ways to sign in that were configured beside passwords. */
    private String others() {
        if (!(providers.getIfAvailable() instanceof Iterable<?> registrations)) {
            return "";
        }
        return StreamSupport.stream(registrations.spliterator(), false).map(ClientRegistration.class::cast)
                .map(provider -> "<p><a href=\"/oauth2/authorization/%s\">Sign in with %s</a></p>\n".formatted(
                        HtmlUtils.htmlEscape(provider.getRegistrationId()), HtmlUtils.htmlEscape(provider.getClientName())))
                .collect(Collectors.joining());
    }

    private static void write(HttpServletResponse response, int status, String page) throws IOException {
        response.setStatus(status);
        response.setContentType(MediaType.TEXT_HTML_VALUE);
        response.setCharacterEncoding(StandardCharsets.UTF_8.name());
        response.getWriter().write(page);
    }
}
