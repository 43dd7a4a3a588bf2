package org.redress.access;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.time.Clock;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AuthenticationTrustResolverImpl;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.util.unit.DataSize;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Reads the whole body of whoever is signed in before anything is done with it, up to a size and within a time, but those of files
 * ({@link FileTransfers}); of everybody else none is read but that of the sign-in page ({@link SignInBody}). What a stranger is answered ends the connection, so that nothing can wait
 * in it for another answer.
 */
class BodyLimit extends OncePerRequestFilter {
    static final int TOO_SLOW = 408;
    static final int TOO_LARGE = 413;

    private final Clock clock;
    private final int limit;
    private final Duration within;
    private final FileTransfers files;
    private final AuthenticationTrustResolverImpl trust = new AuthenticationTrustResolverImpl();

    BodyLimit(Clock clock, DataSize limit, Duration within, FileTransfers files) {
        this.clock = clock;
        this.files = files;
        this.limit = Math.toIntExact(limit.toBytes());
        this.within = within;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain) throws ServletException, IOException {
        files.pass(request, response, (asked, answer) -> limit((HttpServletRequest) asked, (HttpServletResponse) answer, chain));
    }

    private void limit(HttpServletRequest request, HttpServletResponse response, FilterChain chain) throws ServletException, IOException {
        boolean stranger = !trust.isAuthenticated(SecurityContextHolder.getContext().getAuthentication());
        if (stranger) {
            response.setHeader("Connection", "close");
        }
        if (ReadBody.of(request) != null || !hasBody(request) || FileTransfers.isPassed(request)) {
            chain.doFilter(request, response);
        } else if (stranger) {
            Answers.send(request, response, request.getContentLengthLong() > limit ? TOO_LARGE : HttpServletResponse.SC_UNAUTHORIZED);
        } else if (request.getHeader("Content-Encoding") != null) {
            Answers.send(request, response, HttpServletResponse.SC_UNSUPPORTED_MEDIA_TYPE);
        } else {
            read(request, response, chain);
        }
    }

    static boolean hasBody(HttpServletRequest request) {
        return request.getContentLengthLong() > 0 || request.getHeader("Transfer-Encoding") != null;
    }

    private void read(HttpServletRequest request, HttpServletResponse response, FilterChain chain) throws ServletException, IOException {
        ReadBody read;
        try {
            var body = bytes(request);
            if (body == null) {
                Answers.send(request, response, TOO_LARGE);
                return;
            }
            read = new ReadBody(request, body);
        } catch (SocketTimeoutException e) {
            Answers.send(request, response, TOO_SLOW);
            return;
        } catch (IOException | IllegalArgumentException e) {
            // a body that ends too early, pieces that are none, a form that is none
            Answers.send(request, response, HttpServletResponse.SC_BAD_REQUEST);
            return;
        }
        chain.doFilter(read, response);
    }

    /** Nothing if it is too large; then some more was read, and thrown away, so that a browser gets to hear it. */
    private byte @Nullable [] bytes(HttpServletRequest request) throws IOException {
        var end = clock.instant().plus(within);
        var body = new ByteArrayOutputStream();
        var in = request.getInputStream();
        var piece = new byte[8 * 1024];
        long read = 0;
        for (int length = in.read(piece); length >= 0 && read <= 2L * limit; length = in.read(piece)) {
            read += length;
            if (read <= limit) {
                body.write(piece, 0, length);
            }
            if (clock.instant().isAfter(end)) {
                throw new SocketTimeoutException();
            }
        }
        return read > limit ? null : body.toByteArray();
    }
}
