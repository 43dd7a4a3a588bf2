package org.redress.access;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/** Works on so many requests of one person at the same time and no more, so that nobody takes all the workers of the server. */
class AtOnce extends OncePerRequestFilter {
    private static final Logger LOG = LoggerFactory.getLogger(AtOnce.class);
    private static final int TOO_MANY = 429;

    private final int most;
    private final Map<String, Integer> worked = new ConcurrentHashMap<>();

    AtOnce(int most) {
        this.most = most;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain) throws ServletException, IOException {
        var signedIn = SecurityContextHolder.getContext().getAuthentication();
        if (signedIn == null) {
            chain.doFilter(request, response);
            return;
        }
        var person = signedIn.getName();
        try {
            if (worked.merge(person, 1, Integer::sum) > most) {
                LOG.warn("Refused: more than {} requests at the same time to {}.", most, person);
                response.setHeader("Retry-After", "1");
                Answers.send(request, response, TOO_MANY);
            } else {
                chain.doFilter(request, response);
            }
        } finally {
            worked.computeIfPresent(person, (same, number) -> number > 1 ? number - 1 : null);
        }
    }
}
