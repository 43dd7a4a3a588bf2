package org.redress.access;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.security.authentication.AuthenticationTrustResolverImpl;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.util.unit.DataSize;

/**
 * Files that come and go, the only requests that may be large. Their bodies are read by whoever knows that the person may add something to
 * the case, and not before; here they get a size, a time for the whole, and a number at the same time, so that slow ones never take the
 * workers of all others.
 */
@Component
@ConditionalOnWebApplication
class FileTransfers {
    /** The whole of a request beside its file: what is said of it. */
    private static final long WHAT_IS_SAID = 64L * 1024;
    private static final Pattern FILES = Pattern.compile("/redress/api/(v1/)?cases/[^/]+/attachments(/[^/]+/(content|reading))?/?");
    private static final String PASSED = FileTransfers.class.getName();
    private static final int TOO_MANY = 429;
    private static final Logger LOG = LoggerFactory.getLogger(FileTransfers.class);

    private final Clock clock;
    private final long most;
    private final Duration within;
    private final Semaphore free;
    private final int forOne;
    private final Map<String, Integer> busy = new ConcurrentHashMap<>();
    private final AuthenticationTrustResolverImpl trust = new AuthenticationTrustResolverImpl();

    FileTransfers(Clock clock, @Value("${redress.attachments.file}") DataSize file, @Value("${redress.attachments.within}") Duration within,
            @Value("${redress.attachments.at-once}") int atOnce, @Value("${redress.attachments.at-once-for-one}") int forOne) {
        this.clock = clock;
        this.most = file.toBytes() + WHAT_IS_SAID;
        this.within = within;
        this.free = new Semaphore(atOnce);
        this.forOne = forOne;
    }

    /** Whether it is one of them and has been counted; its body is not read before its turn. */
    static boolean isPassed(HttpServletRequest request) {
        return request.getAttribute(PASSED) != null;
    }

    /** Lets a file of whoever is signed in pass, if there is room for one more; everything else passes as it is. */
    void pass(HttpServletRequest request, HttpServletResponse response, FilterChain chain) throws ServletException, IOException {
        var signedIn = SecurityContextHolder.getContext().getAuthentication();
        boolean upload = request.getMethod().equals("POST") && Asked.path(request).matches(".*/attachments/?");
        boolean file = FILES.matcher(Asked.path(request)).matches() && (upload || Asked.path(request).matches(".*/(?:content|reading)/?"));
        if (!file || !trust.isAuthenticated(signedIn) || isPassed(request)) {
            chain.doFilter(request, response);
            return;
        }
        if (upload && (request.getContentLengthLong() > most || request.getHeader("Content-Encoding") != null)) {
            Answers.send(request, response, request.getContentLengthLong() > most ? BodyLimit.TOO_LARGE : HttpServletResponse.SC_UNSUPPORTED_MEDIA_TYPE);
            return;
        }
        var person = signedIn.getName();
        boolean mine = busy.merge(person, 1, Integer::sum) <= forOne;
        boolean taken = mine && free.tryAcquire();
        try {
            if (taken) {
                request.setAttribute(PASSED, true);
                chain.doFilter(upload ? new Bounded(request, clock.instant().plus(within)) : request, response);
            } else {
                LOG.warn("Refused: more files at the same time than are let through, to {}.", person);
                response.setHeader("Retry-After", "5");
                Answers.send(request, response, TOO_MANY, "Too many files come and go at the moment. Try again in a few seconds.");
            }
        } finally {
            if (taken) {
                free.release();
            }
            busy.computeIfPresent(person, (same, number) -> number > 1 ? number - 1 : null);
        }
    }

    /** Its body ends with a fault when it is too large or takes too long. */
    private final class Bounded extends HttpServletRequestWrapper {
        private final Instant end;

        Bounded(HttpServletRequest request, Instant end) {
            super(request);
            this.end = end;
        }

        @Override
        public ServletInputStream getInputStream() throws IOException {
            return new BoundedBody(super.getInputStream(), end);
        }
    }

    private final class BoundedBody extends ServletInputStream {
        private final ServletInputStream body;
        private final Instant end;
        private long read;

        BoundedBody(ServletInputStream body, Instant end) {
            this.body = body;
            this.end = end;
        }

        @Override
        public int read() throws IOException {
            var one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : Byte.toUnsignedInt(one[0]);
        }

        @Override
        public int read(byte[] into, int from, int length) throws IOException {
            int now = body.read(into, from, length);
            read += Math.max(0, now);
            if (clock.instant().isAfter(end)) {
                throw new SocketTimeoutException("A file took too long to arrive.");
            }
            if (read > most) {
                throw new IOException("More came than one file and what is said of it.");
            }
            return now;
        }

        @Override
        public boolean isFinished() {
            return body.isFinished();
        }

        @Override
        public boolean isReady() {
            return body.isReady();
        }

        @Override
        public void setReadListener(ReadListener listener) {
            throw new UnsupportedOperationException("A file is read by waiting for it.");
        }
    }
}
