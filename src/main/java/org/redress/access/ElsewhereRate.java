package org.redress.access;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.redress.identity.PasswordTries;
import org.redress.identity.Throttle;
import org.redress.identity.TooManyTries;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.web.filter.OncePerRequestFilter;

/** Refuses more sign-ins with another server than people at one address begin: each is a row until it is answered, and nobody has signed in yet. */
class ElsewhereRate extends OncePerRequestFilter {
    private static final String BEGINS = "/oauth2/authorization/";
    private static final int TOO_MANY = 429;
    private static final Logger LOG = LoggerFactory.getLogger(ElsewhereRate.class);

    private final Throttle begun;
    private final PasswordTries tries;

    ElsewhereRate(Throttle begun, PasswordTries tries) {
        this.begun = begun;
        this.tries = tries;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !Asked.path(request).startsWith(BEGINS);
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain) throws ServletException, IOException {
        var address = Asked.network(request.getRemoteAddr());
        var wait = begun.take(address);
        if (wait.isPresent()) {
            if (tries.mayNote("begun elsewhere", address)) {
                LOG.warn("Sign-in refused: too many were begun with another server, from {}.", address);
            }
            response.setHeader("Retry-After", TooManyTries.seconds(wait.get()));
            Answers.send(request, response, TOO_MANY, "Too many began to sign in from here. Try again in " + TooManyTries.inWords(wait.get()) + ".");
        } else {
            chain.doFilter(request, response);
        }
    }
}
