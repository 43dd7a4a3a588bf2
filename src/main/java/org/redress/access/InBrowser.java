package org.redress.access;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.security.web.authentication.WebAuthenticationDetails;

/** From where a password came that somebody typed into the sign-in page, or the code that followed it, and whether the browser knows them. */
class InBrowser extends WebAuthenticationDetails {
    /** The field with the user name. */
    static final String NAME = "username";
    /** The field with what the page before sealed. */
    static final String STEP = "step";
    /** The field with the code. */
    static final String CODE = "code";
    /** The field that says that the second factor is set up another time. */
    static final String LATER = "later";

    private final String name;
    private final transient Function<String, @Nullable String> known;
    private final transient @Nullable String step;
    private final transient String code;
    private final boolean later;

    InBrowser(HttpServletRequest request, KnownBrowsers browsers) {
        super(request);
        this.name = TypedName.of(request.getParameter(NAME));
        this.known = person -> browsers.of(request, person).orElse(null);
        this.step = request.getParameter(STEP);
        this.code = Objects.requireNonNullElse(request.getParameter(CODE), "");
        this.later = request.getParameter(LATER) != null;
    }

    /** The browser's number, if it knows this person. */
    @Nullable String known(String person) {
        return known.apply(person);
    }

    /** The name that was typed, as it is taken. */
    String name() {
        return name;
    }

    /** What the page before sealed, if a code follows the password; nothing with the password itself. */
    @Nullable String step() {
        return step;
    }

    String code() {
        return code;
    }

    boolean later() {
        return later;
    }
}
