package org.redress.access;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.regex.Pattern;
import org.springframework.web.filter.OncePerRequestFilter;

/** Lets the webapps ask for as many results as the engine gives, where they ask for all and the engine would refuse (versions of a process in Cockpit). */
class ResultLimit extends OncePerRequestFilter {
    private static final Pattern NAMED = Pattern.compile("(^|&)maxResults=");

    private final int limit;

    ResultLimit(int limit) {
        this.limit = limit;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !Asked.path(request).startsWith("/camunda/api/engine/") || request.getQueryString() != null && NAMED.matcher(request.getQueryString()).find();
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain) throws ServletException, IOException {
        chain.doFilter(new HttpServletRequestWrapper(request) {
            @Override
            public String getQueryString() {
                return (super.getQueryString() == null ? "" : super.getQueryString() + "&") + "maxResults=" + limit;
            }
        }, response);
    }
}
