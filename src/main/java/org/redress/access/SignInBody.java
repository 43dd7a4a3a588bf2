package org.redress.access;

import jakarta.servlet.AsyncContext;
import jakarta.servlet.AsyncEvent;
import jakarta.servlet.AsyncListener;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.util.unit.DataSize;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Reads what is sent to the pages for signing in and out, the only bodies that are read of people who are not signed in: a small one,
 * within a short time, and without a worker of the server that waits for it. So slow strangers keep nobody from working, or from
 * signing in.
 */
@Component
@ConditionalOnWebApplication
@Order(Ordered.HIGHEST_PRECEDENCE + 1)
class SignInBody extends OncePerRequestFilter {
    private static final Set<String> PAGES = Set.of(SignInPages.SIGN_IN, SignInPages.SIGN_OUT);
    private static final String BODY = SignInBody.class.getName();
    /** So much more than the limit is read, and thrown away, that a browser gets to hear that it was too much. */
    private static final int THROWN_AWAY = 512 * 1024;

    private final int limit;
    private final Duration within;

    SignInBody(@Value("${redress.limits.body-before-sign-in}") DataSize limit, @Value("${redress.limits.body-before-sign-in-within}") Duration within) {
        this.limit = Math.toIntExact(limit.toBytes());
        this.within = within;
    }

    @Override
    protected boolean shouldNotFilterAsyncDispatch() {
        return false;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain) throws ServletException, IOException {
        if (request.getDispatcherType() == DispatcherType.ASYNC && request.getAttribute(BODY) instanceof byte[] body) {
            goOn(request, response, body, chain);
        } else if (!PAGES.contains(Asked.path(request))) {
            chain.doFilter(request, response);
        } else if (!BodyLimit.hasBody(request)) {
            chain.doFilter(request.getMethod().equals("POST") ? new ReadBody(request, new byte[0], SignInPages.TO::equals) : request, response);
        } else if (request.getContentLengthLong() > THROWN_AWAY) {
            Answers.send(request, response, BodyLimit.TOO_LARGE);
        } else if (request.getHeader("Content-Encoding") != null) {
            Answers.send(request, response, HttpServletResponse.SC_UNSUPPORTED_MEDIA_TYPE);
        } else {
            var reading = request.startAsync(request, response);
            reading.setTimeout(within.toMillis());
            var body = new Reading(request, response, reading);
            reading.addListener(body);
            request.getInputStream().setReadListener(body);
        }
    }

    /** As if the request came with its body now; everything behind treats it like any other. */
    private static void goOn(HttpServletRequest request, HttpServletResponse response, byte[] body, FilterChain chain) throws ServletException, IOException {
        ReadBody read;
        try {
            read = new ReadBody(request, body, SignInPages.TO::equals) {
                @Override
                public DispatcherType getDispatcherType() {
                    return DispatcherType.REQUEST;
                }
            };
        } catch (IllegalArgumentException e) {
            Answers.send(request, response, HttpServletResponse.SC_BAD_REQUEST);
            return;
        }
        chain.doFilter(read, response);
    }

    private final class Reading implements ReadListener, AsyncListener {
        private final HttpServletRequest request;
        private final HttpServletResponse response;
        private final AsyncContext reading;
        private final ByteArrayOutputStream body = new ByteArrayOutputStream();
        private int read;
        private final AtomicBoolean over = new AtomicBoolean();

        Reading(HttpServletRequest request, HttpServletResponse response, AsyncContext reading) {
            this.request = request;
            this.response = response;
            this.reading = reading;
        }

        @Override
        public void onDataAvailable() throws IOException {
            ServletInputStream in = request.getInputStream();
            var piece = new byte[1024];
            while (in.isReady() && !in.isFinished()) {
                int length = Math.max(0, in.read(piece));
                read += length;
                if (read <= limit) {
                    body.write(piece, 0, length);
                } else if (read > THROWN_AWAY) {
                    refuse(BodyLimit.TOO_LARGE);
                    return;
                }
            }
        }

        @Override
        public void onAllDataRead() throws IOException {
            if (read > limit) {
                refuse(BodyLimit.TOO_LARGE);
            } else if (over.compareAndSet(false, true)) {
                request.setAttribute(BODY, body.toByteArray());
                reading.dispatch();
            }
        }

        @Override
        public void onError(Throwable fault) {
            if (over.compareAndSet(false, true)) {
                reading.complete();
            }
        }

        @Override
        public void onTimeout(AsyncEvent event) throws IOException {
            refuse(BodyLimit.TOO_SLOW);
        }

        private void refuse(int status) throws IOException {
            if (over.compareAndSet(false, true)) {
                response.setHeader("Connection", "close");
                Answers.send(request, response, status);
                response.flushBuffer();
                UnreadBodies.leave(request);
                reading.complete();
            }
        }

        @Override
        public void onError(AsyncEvent event) {
            onError(event.getThrowable());
        }

        @Override
        public void onComplete(AsyncEvent event) {
            // nothing is kept
        }

        @Override
        public void onStartAsync(AsyncEvent event) {
            // it is started once
        }
    }
}
