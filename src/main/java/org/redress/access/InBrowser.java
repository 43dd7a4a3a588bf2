package org.redress.access;

import jakarta.servlet.http.HttpServletRequest;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.security.web.authentication.WebAuthenticationDetails;

/** From where a password came that somebody typed into the sign-in page, and whether the browser knows them. */
class InBrowser extends WebAuthenticationDetails {
    private final transient Function<String, @Nullable String> known;

    InBrowser(HttpServletRequest request, KnownBrowsers browsers) {
        super(request);
        this.known = person -> browsers.of(request, person).orElse(null);
    }

    /** The browser's number, if it knows this person. */
    @Nullable String known(String person) {
        return known.apply(person);
    }
}
