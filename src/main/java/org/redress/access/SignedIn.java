package org.redress.access;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.List;
import org.redress.identity.Accounts;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.client.authentication.OAuth2AuthenticationToken;
import org.springframework.security.web.context.HttpRequestResponseHolder;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.stereotype.Component;

/** What a session keeps of a person who signed in: who, with which means, from where, and what that rests on. Everything else is looked up with each request. */
@Component
@ConditionalOnWebApplication
class SignedIn implements SecurityContextRepository {
    private static final String MARK = SignedIn.class.getName() + ".mark";
    private static final SecureRandom RANDOM = new SecureRandom();

    private final Accounts accounts;
    private final boolean https;

    SignedIn(Accounts accounts, @Value("${redress.https}") boolean https) {
        this.accounts = accounts;
        this.https = https;
    }

    /** Who has signed in, as each request finds them: by name, and with which server. */
    static final class Person extends UsernamePasswordAuthenticationToken {
        private final String server;
        private final boolean withCode;

        Person(String id, String server, boolean withCode) {
            super(id, null, List.of());
            this.server = server;
            this.withCode = withCode;
        }

        /** Whether a code followed the password. */
        boolean withCode() {
            return withCode;
        }

        /** Empty for a password. */
        String server() {
            return server;
        }
    }

    /** Remembers what an account is known by before a password or a code is compared with it: one that changes meanwhile opens nothing. */
    void isAsked(HttpServletRequest request, String mark) {
        request.setAttribute(MARK, mark);
    }

    @Override
    @Deprecated
    public SecurityContext loadContext(HttpRequestResponseHolder asked) {
        var context = SecurityContextHolder.createEmptyContext();
        var session = asked.getRequest().getSession(false);
        if (session != null && session.getAttribute(KeptSession.PERSON) instanceof String person) {
            context.setAuthentication(new Person(person, String.valueOf(session.getAttribute(KeptSession.MEANS)),
                    session.getAttribute(KeptSession.WITH_CODE) != null));
        }
        return context;
    }

    @Override
    public void saveContext(SecurityContext context, HttpServletRequest request, HttpServletResponse response) {
        var person = context.getAuthentication();
        if (person != null) {
            keep(person, request, response);
        }
    }

    private void keep(Authentication person, HttpServletRequest request, HttpServletResponse response) {
        var account = accounts.find(person.getName());
        if (account.isEmpty()) {
            return;
        }
        var standing = request.getAttribute(MARK) instanceof String mark ? account.get().standing().marked(mark) : account.get().standing();
        var token = new byte[16];
        RANDOM.nextBytes(token);
        var session = request.getSession();
        session.setAttribute(KeptSession.PERSON, account.get().id());
        session.setAttribute(KeptSession.STANDING, standing.text());
        session.setAttribute(KeptSession.MEANS, person instanceof OAuth2AuthenticationToken other ? other.getAuthorizedClientRegistrationId() : "");
        session.setAttribute(KeptSession.WITH_CODE, person.getAuthorities().contains(PasswordSignIn.WITH_CODE) ? "yes" : null);
        session.setAttribute(KeptSession.ADDRESS, request.getRemoteAddr());
        session.setAttribute(KeptSession.BROWSER, BrowserName.of(request.getHeader(HttpHeaders.USER_AGENT)));
        session.setAttribute(KeptSession.WEBAPPS_TOKEN, HexFormat.of().withUpperCase().formatHex(token));
        // theirs would be made by the first request after it, and by two at the same time twice
        response.addHeader(HttpHeaders.SET_COOKIE, ResponseCookie.from("XSRF-TOKEN", (String) session.getAttribute(KeptSession.WEBAPPS_TOKEN))
                .path("/camunda").sameSite("Lax").secure(https).build().toString());
    }

    @Override
    public boolean containsContext(HttpServletRequest request) {
        var session = request.getSession(false);
        return session != null && session.getAttribute(KeptSession.PERSON) != null;
    }
}
