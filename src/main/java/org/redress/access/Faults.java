package org.redress.access;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
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
    private static final String MAY_BE_DONE = "Somebody else was changing the same at the same moment. Look first whether what you sent last was recorded.";

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain) throws ServletException, IOException {
        try {
            chain.doFilter(request, response);
        } catch (ServletException | RuntimeException e) {
            if (response.isCommitted() || status(e) == 0) {
                // of an answer that is complete and not gone yet the server makes another, in Errors
                throw e;
            }
            response.reset();
            answer(request, response, e, AT_THE_SAME_MOMENT);
        }
    }

    /** Answers a request that met others, or no database, after its own answer was complete: it may have been done. Says whether it did. */
    static boolean answerInstead(HttpServletRequest request, HttpServletResponse response, @Nullable Throwable thrown) throws IOException {
        return answer(request, response, thrown, MAY_BE_DONE);
    }

    private static boolean answer(HttpServletRequest request, HttpServletResponse response, @Nullable Throwable thrown, String atTheSameMoment) throws IOException {
        int status = status(thrown);
        if (status == HttpServletResponse.SC_SERVICE_UNAVAILABLE) {
            response.setHeader("Retry-After", Outage.RETRY_AFTER);
            Answers.send(request, response, status, Outage.SENTENCE);
        } else if (status == HttpServletResponse.SC_CONFLICT) {
            Answers.send(request, response, status, atTheSameMoment);
        }
        return status != 0;
    }

    private static int status(@Nullable Throwable thrown) {
        return Outage.is(thrown) ? HttpServletResponse.SC_SERVICE_UNAVAILABLE : Competition.isCertain(thrown) ? HttpServletResponse.SC_CONFLICT : 0;
    }
}
