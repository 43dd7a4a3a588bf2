package org.redress.access;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.redress.database.Competition;
import org.redress.database.Outage;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/** What becomes of a request that met others, or no database, at whichever door: a sentence with what to do, and no fault of the server. It stands before everything else that asks the database. */
@Component
@ConditionalOnWebApplication
@Order(Ordered.HIGHEST_PRECEDENCE + 1)
class Faults extends OncePerRequestFilter {
    static final String AT_THE_SAME_MOMENT = "Somebody else was changing the same at the same moment, and nothing of this was done. Look at it again before you repeat it.";

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain) throws ServletException, IOException {
        try {
            chain.doFilter(request, response);
        } catch (ServletException | RuntimeException e) {
            if (!response.isCommitted() && Outage.is(e)) {
                response.reset();
                response.setHeader("Retry-After", Outage.RETRY_AFTER);
                Answers.send(request, response, HttpServletResponse.SC_SERVICE_UNAVAILABLE, Outage.SENTENCE);
            } else if (!response.isCommitted() && Competition.isCertain(e)) {
                response.reset();
                Answers.send(request, response, HttpServletResponse.SC_CONFLICT, AT_THE_SAME_MOMENT);
            } else {
                throw e;
            }
        }
    }
}
