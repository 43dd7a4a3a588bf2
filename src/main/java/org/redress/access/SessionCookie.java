package org.redress.access;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.springframework.session.web.http.CookieSerializer;
import org.springframework.session.web.http.DefaultCookieSerializer;

/** The cookie of a session, which scripts do not read and other sites do not send. */
final class SessionCookie implements CookieSerializer {
    /** A browser has one, and perhaps another one of a path; each is looked for in the database, before anybody has signed in. */
    private static final int MOST = 2;

    private final DefaultCookieSerializer cookie = new DefaultCookieSerializer();

    SessionCookie(boolean https) {
        cookie.setCookieName("JSESSIONID");
        cookie.setUseHttpOnlyCookie(true);
        cookie.setSameSite("Lax");
        cookie.setUseSecureCookie(https);
    }

    @Override
    public void writeCookieValue(CookieValue value) {
        cookie.writeCookieValue(value);
    }

    @Override
    public List<String> readCookieValues(HttpServletRequest request) {
        return cookie.readCookieValues(request).stream().limit(MOST).toList();
    }
}
