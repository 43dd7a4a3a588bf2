package org.redress.access;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Set;
import java.util.regex.Pattern;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.ServletRequestPathUtils;

/**
 * Refuses paths of which the server and Spring understand different things, before Spring fails over them with a line in the log for
 * each; methods that nothing here has; and what describes the APIs to programs.
 */
@Component
@ConditionalOnWebApplication
@Order(Ordered.HIGHEST_PRECEDENCE)
class StraightPaths extends OncePerRequestFilter {
    private static final Set<String> METHODS = Set.of("GET", "HEAD", "POST", "PUT", "DELETE");
    /** Where the webapps ask which buttons somebody gets. */
    private static final Pattern OPTIONS = Pattern.compile("/(camunda/api/engine|engine-rest)(/engine/[^/]+)?/(authorization|filter|group|tenant|user)(/[^/]+(/(members|user-members|group-members))?)?/?");
    private static final Pattern DESCRIPTION = Pattern.compile("/application\\.wadl(/|$)");

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain) throws ServletException, IOException {
        try {
            ServletRequestPathUtils.parseAndCache(request);
            ServletRequestPathUtils.clearParsedRequestPath(request);
        } catch (IllegalArgumentException e) {
            Answers.send(request, response, HttpServletResponse.SC_BAD_REQUEST);
            return;
        }
        if (!METHODS.contains(request.getMethod()) && !asksForButtons(request)) {
            response.setHeader("Allow", "GET, HEAD, POST, PUT, DELETE");
            Answers.send(request, response, HttpServletResponse.SC_METHOD_NOT_ALLOWED);
        } else if (DESCRIPTION.matcher(Asked.path(request)).find()) {
            Answers.send(request, response, HttpServletResponse.SC_NOT_FOUND);
        } else {
            chain.doFilter(request, response);
        }
    }

    private static boolean asksForButtons(HttpServletRequest request) {
        return request.getMethod().equals("OPTIONS") && OPTIONS.matcher(Asked.path(request)).matches() && !String.valueOf(request.getHeader("Accept")).contains("wadl");
    }
}
