package org.redress.access;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.ContentCachingResponseWrapper;

/**
 * The four pages of the webapps, as they leave: the sign-in is ours instead of theirs, the demonstration says that it is one, and
 * the content security policy names the one script that stands in the page. Their own policy allows scripts of every site, and takes
 * the script's mark from a place that all requests share.
 */
class WebappPages extends OncePerRequestFilter {
    private static final Pattern PAGE = Pattern.compile("/camunda/app/[a-z]+/[^/]+/");
    private static final Pattern MARK = Pattern.compile("nonce=\"([\\w-]+)\"");
    private static final String POLICY = "default-src 'self'; script-src 'self' 'nonce-%s'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; "
            + "font-src 'self' data:; base-uri 'self'; form-action 'self'; frame-ancestors 'none'; object-src 'none'; "
            + "sandbox allow-forms allow-scripts allow-same-origin allow-popups allow-downloads allow-modals";
    private static final String OURS = "<link rel=\"stylesheet\" href=\"/redress/webapps.css\">\n<script src=\"/redress/webapps.js\"></script>\n</head>";

    private final boolean demonstration;

    WebappPages(boolean demonstration) {
        this.demonstration = demonstration;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !PAGE.matcher(Asked.path(request)).matches();
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain) throws ServletException, IOException {
        var kept = new ContentCachingResponseWrapper(response);
        chain.doFilter(request, kept);
        var page = new String(kept.getContentAsByteArray(), StandardCharsets.UTF_8);
        var mark = MARK.matcher(page);
        if (!mark.find()) {
            kept.copyBodyToResponse();
            return;
        }
        var ours = page.replace("</head>", OURS);
        var marked = demonstration ? ours.replaceFirst("<body[^>]*>", "$0\n" + Pages.DEMONSTRATION) : ours;
        response.setHeader("Content-Security-Policy", POLICY.formatted(mark.group(1)));
        response.setContentType("text/html;charset=UTF-8");
        response.getOutputStream().write(marked.getBytes(StandardCharsets.UTF_8));
    }
}
