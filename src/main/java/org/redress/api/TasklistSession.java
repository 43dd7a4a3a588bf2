package org.redress.api;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.webapp.impl.security.auth.AuthenticationUtil;
import org.camunda.bpm.webapp.impl.security.auth.UserAuthentication;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.filter.OncePerRequestFilter;

/** Our own data is for whom Tasklist knows: the engine sees each request as that person, with their groups and council. */
@Configuration
class TasklistSession {
    @Bean
    FilterRegistrationBean<OncePerRequestFilter> signedIn(IdentityService identity) {
        var registration = new FilterRegistrationBean<OncePerRequestFilter>(new OncePerRequestFilter() {
            @Override
            protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
                    throws ServletException, IOException {
                var person = person(request);
                if (person == null) {
                    response.setStatus(HttpServletResponse.SC_UNAUTHORIZED);
                    response.setContentType("application/json");
                    response.getWriter().write("{\"message\":\"Sign in to Tasklist first.\"}");
                    return;
                }
                try {
                    identity.setAuthentication(person.getIdentityId(), person.getGroupIds(), person.getTenantIds());
                    chain.doFilter(request, response);
                } finally {
                    identity.clearAuthentication();
                }
            }
        });
        registration.addUrlPatterns("/redress/api/*");
        return registration;
    }

    private static @Nullable UserAuthentication person(HttpServletRequest request) {
        var session = request.getSession(false);
        var all = session == null ? null : AuthenticationUtil.getAuthsFromSession(session);
        return all == null ? null : (UserAuthentication) all.getAuthenticationForProcessEngine("default");
    }
}
