package org.redress.access;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Set;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.availability.ApplicationAvailability;
import org.springframework.boot.availability.ReadinessState;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * The port is open before everything behind it is there: models, people, and in the demonstration the cases, which are played with a clock of their own. Until then whoever comes is
 * told so, and signs in to nothing that is half there.
 */
@Component
@ConditionalOnWebApplication
@Order(Ordered.HIGHEST_PRECEDENCE)
class NotReadyYet extends OncePerRequestFilter {
    private static final String AGAIN_AFTER_SECONDS = "10";
    /** What the page that says it is made of, and whether the product is up: a node that starts is alive. */
    private static final Set<String> OPEN = Set.of("/redress/page.css", "/camunda/favicon.ico", "/actuator/health", "/actuator/health/liveness");

    private final ApplicationAvailability availability;
    private final String sentence;

    NotReadyYet(ApplicationAvailability availability, @Value("${redress.demonstration}") boolean demonstration) {
        this.availability = availability;
        sentence = demonstration ? "The demonstration is being prepared: it plays its cases first, and says in its log when it is ready." : "Redress is starting. Try again in a moment.";
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return availability.getReadinessState() == ReadinessState.ACCEPTING_TRAFFIC || OPEN.contains(request.getRequestURI());
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain) throws ServletException, IOException {
        response.setHeader("Retry-After", AGAIN_AFTER_SECONDS);
        Answers.send(request, response, HttpServletResponse.SC_SERVICE_UNAVAILABLE, sentence);
    }
}
