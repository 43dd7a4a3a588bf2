package org.redress.access;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.regex.Pattern;
import org.redress.identity.PasswordTries;
import org.redress.identity.TooManyTries;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Whoever is signed in and gives too many wrong passwords of their own has somebody else's session: it ends with the last of them, and
 * nothing is compared for a while.
 */
class OwnPassword extends OncePerRequestFilter {
    private static final Pattern ASKS = Pattern.compile("/(camunda/api/engine|engine-rest)(/engine/[^/]+)?/user/[^/]+/credentials/?");
    private static final int TOO_MANY = 429;

    private final PasswordTries tries;

    OwnPassword(PasswordTries tries) {
        this.tries = tries;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain) throws ServletException, IOException {
        var person = request.getUserPrincipal();
        if (person == null) {
            chain.doFilter(request, response);
            return;
        }
        var wait = tries.waitOfOwn(person.getName());
        if (wait.isPresent() && ASKS.matcher(Asked.path(request)).matches()) {
            tries.noteOwn(person.getName());
            Sessions.end(request);
            response.setHeader("Retry-After", TooManyTries.seconds(wait.get()));
            Answers.send(request, response, TOO_MANY, new TooMany(wait.get()).getMessage());
            return;
        }
        chain.doFilter(request, response);
        if (wait.isEmpty() && tries.waitOfOwn(person.getName()).isPresent()) {
            tries.noteOwn(person.getName());
            Sessions.end(request);
        }
    }
}
