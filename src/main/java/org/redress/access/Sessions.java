package org.redress.access;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.regex.Pattern;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Ends sessions in which nobody did anything for a while, and every session after a working day. Tasklist asks again for the tasks
 * of its filter as long as it is open somewhere: that is nobody doing something.
 */
class Sessions extends OncePerRequestFilter {
    private static final Pattern BY_ITSELF = Pattern.compile("/camunda/api/engine/engine/[^/]+/filter/[^/]+/(list|count)|/camunda/api/admin/auth/user/[^/]+");
    private static final String BEGAN = "redress.began";
    private static final String LAST = "redress.last";

    private final Clock clock;
    private final Duration idle;
    private final Duration longest;

    Sessions(Clock clock, Duration idle, Duration longest) {
        this.clock = clock;
        this.idle = idle;
        this.longest = longest;
    }

    /** Ends the session of a request and what it knows of a person. */
    static void end(HttpServletRequest request) {
        var session = request.getSession(false);
        if (session != null) {
            session.invalidate();
        }
        SecurityContextHolder.clearContext();
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain) throws ServletException, IOException {
        var session = request.getSession(false);
        if (session != null) {
            var now = clock.instant();
            var began = (Instant) session.getAttribute(BEGAN);
            var last = (Instant) session.getAttribute(LAST);
            if (began != null && began.plus(longest).isBefore(now) || last != null && last.plus(idle).isBefore(now)) {
                session.invalidate();
            } else {
                if (began == null) {
                    session.setAttribute(BEGAN, now);
                }
                if (last == null || !BY_ITSELF.matcher(Asked.path(request)).matches()) {
                    session.setAttribute(LAST, now);
                }
            }
        }
        chain.doFilter(request, response);
    }
}
