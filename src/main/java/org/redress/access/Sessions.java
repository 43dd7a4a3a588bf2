package org.redress.access;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Ends sessions in which nobody did anything for a while, and every session after a working day. An open page asks for this and that
 * without end, and no list of what it asks for by itself would ever be complete: so no request says that somebody is there but the one
 * that the page sends when a person presses a key, clicks, scrolls or opens it.
 */
class Sessions extends OncePerRequestFilter {
    static final String PRESENT = "/redress/present";

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

    /** Somebody is there. */
    static void isHere(HttpSession session, Instant now) {
        session.setAttribute(LAST, now);
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
                if (last == null) {
                    isHere(session, now);
                }
            }
        }
        chain.doFilter(request, response);
    }
}
