package org.redress.access;

import java.io.IOException;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.coyote.Processor;
import org.apache.coyote.http11.Http11NioProtocol;
import org.apache.tomcat.util.net.AbstractEndpoint.Handler;
import org.apache.tomcat.util.net.NioChannel;
import org.apache.tomcat.util.net.NioEndpoint;
import org.apache.tomcat.util.net.SocketEvent;
import org.apache.tomcat.util.net.SocketWrapperBase;
import org.jspecify.annotations.Nullable;
import org.redress.identity.Throttle;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tomcat's HTTP with two bounds that it has not: a time for the whole head of a request, where Tomcat knows one for each piece of it, and
 * how many connections may come from one address. Whoever sends a head slowly holds no worker, but one of all connections.
 */
public final class BoundedHttp extends Http11NioProtocol {
    private static final Logger LOG = LoggerFactory.getLogger(BoundedHttp.class);

    /** For Tomcat, which makes it by its name. */
    public BoundedHttp() {
        super(new Connections());
    }

    void bound(Clock clock, Duration head, int perAddress) {
        ((Connections) getEndpoint()).bounds = new Bounds(clock, head, perAddress, new Throttle(clock, 3, Duration.ofMinutes(1)));
    }

    private record Bounds(Clock clock, Duration head, int perAddress, Throttle lines) {}

    private static final class Connections extends NioEndpoint {
        /** There are none until they are given, before the server starts. */
        private volatile @Nullable Bounds bounds;

        private Bounds bounds() {
            return Objects.requireNonNull(bounds);
        }

        @Override
        public void setHandler(Handler<NioChannel> handler) {
            super.setHandler(new Timed(handler));
        }

        @Override
        protected boolean setSocketOptions(SocketChannel socket) {
            var address = socket.socket().getInetAddress();
            var from = address == null ? "" : address.getHostAddress();
            if (getConnections().stream().filter(other -> from.equals(other.getRemoteAddr())).count() < bounds().perAddress()) {
                return super.setSocketOptions(socket);
            }
            if (bounds().lines().take(from).isEmpty()) {
                LOG.warn("Refused: more than {} connections from {}.", bounds().perAddress(), from);
            }
            destroySocket(socket);
            return false;
        }

        /** Looks at the clock whenever something of a head has come. */
        private final class Timed implements Handler<NioChannel> {
            private final Handler<NioChannel> handler;
            private final Map<SocketWrapperBase<NioChannel>, Instant> began = new ConcurrentHashMap<>();

            Timed(Handler<NioChannel> handler) {
                this.handler = handler;
            }

            @Override
            public SocketState process(SocketWrapperBase<NioChannel> socket, SocketEvent event) {
                var now = bounds().clock().instant();
                var first = began.get(socket);
                if (first != null && first.plus(bounds().head()).isBefore(now) && !isWorkedOn(socket)) {
                    began.remove(socket);
                    sayThatItWasTooLong(socket);
                    return handler.process(socket, SocketEvent.ERROR);
                }
                var state = handler.process(socket, event);
                if (state == SocketState.LONG) {
                    began.putIfAbsent(socket, now);
                } else {
                    began.remove(socket);
                }
                return state;
            }

            /** The head is there, and what follows has a time of its own. */
            private boolean isWorkedOn(SocketWrapperBase<NioChannel> socket) {
                return socket.getCurrentProcessor() instanceof Processor processor && processor.isAsync();
            }

            @Override
            public Object getGlobal() {
                return handler.getGlobal();
            }

            @Override
            public void release(SocketWrapperBase<NioChannel> socket) {
                began.remove(socket);
                handler.release(socket);
            }

            @Override
            public void pause() {
                handler.pause();
            }

            @Override
            public void recycle() {
                began.clear();
                handler.recycle();
            }
        }

        private static void sayThatItWasTooLong(SocketWrapperBase<NioChannel> socket) {
            var answer = ("HTTP/1.1 408 \r\nConnection: close\r\nContent-Length: " + Answers.TOO_SLOW.length() + "\r\n"
                    + Headers.lines() + "Content-Type: text/plain;charset=UTF-8\r\n\r\n" + Answers.TOO_SLOW).getBytes(StandardCharsets.US_ASCII);
            try {
                socket.write(false, answer, 0, answer.length);
                socket.flush(false);
            } catch (IOException e) {
                LOG.debug("Nobody was there any more to be told.");
            }
        }
    }
}
