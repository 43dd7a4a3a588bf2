package org.redress.access;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.regex.Pattern;
import org.redress.identity.Throttle;
import org.redress.identity.TooManyTries;
import org.springframework.web.filter.OncePerRequestFilter;

/** Refuses more new complaints and events than a person can type: a script with somebody's password would fill the council's desks. */
class StartRate extends OncePerRequestFilter {
    private static final Pattern START = Pattern.compile(".*/process-definition/.+/(submit-form|start)/?|/redress/api/v1/complaints/?");
    private static final int TOO_MANY = 429;

    private final Throttle starts;

    StartRate(Throttle starts) {
        this.starts = starts;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain) throws ServletException, IOException {
        var person = request.getUserPrincipal();
        boolean starting = person != null && request.getMethod().equals("POST") && START.matcher(Asked.path(request)).matches();
        var wait = starting ? starts.take(person.getName()) : Optional.<Duration>empty();
        if (wait.isPresent()) {
            response.setHeader("Retry-After", TooManyTries.seconds(wait.get()));
            Answers.send(request, response, TOO_MANY, "You started too many in a short time. Try again in " + TooManyTries.inWords(wait.get()) + ".");
        } else {
            chain.doFilter(request, response);
        }
    }
}
