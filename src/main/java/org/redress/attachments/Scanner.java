package org.redress.attachments;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/** Has files looked at by clamd, or whatever else speaks its INSTREAM, if one is named; off by default. */
@Component
class Scanner implements DisposableBean {
    private static final int PIECE = 64 * 1024;
    private static final int LONGEST_ANSWER = 1024;
    private static final int LONGEST_NAME = 150;
    private static final Pattern FOUND = Pattern.compile("stream: (.+) FOUND");

    private static final String ADDRESS = "redress.attachments.scanner";

    private final Environment settings;
    private final Duration within;
    private final ScheduledExecutorService watch = Executors.newSingleThreadScheduledExecutor(task -> {
        var thread = new Thread(task, "redress-scanner-watch");
        thread.setDaemon(true);
        return thread;
    });

    Scanner(Environment settings, @Value("${redress.attachments.scan-within}") Duration within) {
        this.settings = settings;
        this.within = within;
        // a wrong one is said at the start
        address();
    }

    private @Nullable SocketAddress address() {
        var address = settings.getProperty(ADDRESS, "").strip();
        return address.isEmpty() ? null : read(address);
    }

    private static SocketAddress read(String address) {
        if (address.startsWith("unix:/")) {
            return UnixDomainSocketAddress.of(address.substring("unix:".length()));
        }
        var parts = Pattern.compile("tcp:(.+):(\\d{1,5})").matcher(address);
        if (!parts.matches()) {
            throw new IllegalArgumentException("redress.attachments.scanner: write unix:/run/clamav/clamd.ctl or tcp:HOST:3310, not " + address + ".");
        }
        return InetSocketAddress.createUnresolved(parts.group(1), Integer.parseInt(parts.group(2)));
    }

    /** Whether files have to be looked at before anybody opens them. */
    boolean isOn() {
        return address() != null;
    }

    /**
     * What is found in a file, if anything is.
     *
     * @throws IOException if nothing looked at it: nobody is there, it took too long, it is larger than the scanner takes
     */
    Optional<String> look(InputStream content) throws IOException {
        return found(ask(channel -> send(channel, content)));
    }

    /** Whether it answers at all. */
    boolean isThere() {
        try {
            return ask(channel -> write(channel, ByteBuffer.wrap("zPING\0".getBytes(StandardCharsets.US_ASCII)))).equals("PONG");
        } catch (IOException e) {
            return false;
        }
    }

    private interface Question {
        void to(SocketChannel channel) throws IOException;
    }

    private String ask(Question question) throws IOException {
        var address = Objects.requireNonNull(address());
        try (var channel = address instanceof UnixDomainSocketAddress ? SocketChannel.open(StandardProtocolFamily.UNIX) : SocketChannel.open()) {
            var end = watch.schedule(() -> close(channel), within.toMillis(), TimeUnit.MILLISECONDS);
            try {
                channel.connect(resolved(address));
                question.to(channel);
                return answer(channel);
            } catch (ClosedChannelException e) {
                throw new IOException("The scanner took longer than " + within.toSeconds() + " seconds.", e);
            } finally {
                end.cancel(false);
            }
        }
    }

    /** Each time anew: a name may lead elsewhere tomorrow. */
    private static SocketAddress resolved(SocketAddress address) throws IOException {
        if (address instanceof InetSocketAddress named) {
            var now = new InetSocketAddress(named.getHostString(), named.getPort());
            if (now.isUnresolved()) {
                throw new IOException("Nobody knows the scanner’s host.");
            }
            return now;
        }
        return address;
    }

    private static void close(SocketChannel channel) {
        try {
            channel.close();
        } catch (IOException e) {
            // it is closed then
            return;
        }
    }

    private static void send(SocketChannel channel, InputStream content) throws IOException {
        write(channel, ByteBuffer.wrap("zINSTREAM\0".getBytes(StandardCharsets.US_ASCII)));
        for (var piece = content.readNBytes(PIECE); piece.length > 0; piece = content.readNBytes(PIECE)) {
            write(channel, ByteBuffer.allocate(Integer.BYTES).putInt(piece.length).flip());
            write(channel, ByteBuffer.wrap(piece));
        }
        write(channel, ByteBuffer.allocate(Integer.BYTES).putInt(0).flip());
    }

    private static void write(SocketChannel channel, ByteBuffer bytes) throws IOException {
        while (bytes.hasRemaining()) {
            channel.write(bytes);
        }
    }

    private static String answer(SocketChannel channel) throws IOException {
        var answer = ByteBuffer.allocate(LONGEST_ANSWER);
        while (answer.hasRemaining() && channel.read(answer) >= 0) {
            if (answer.position() > 0 && answer.get(answer.position() - 1) == 0) {
                break;
            }
        }
        return new String(answer.array(), 0, answer.position(), StandardCharsets.US_ASCII).replace("\0", "").strip();
    }

    private static Optional<String> found(String answer) throws IOException {
        if (answer.equals("stream: OK")) {
            return Optional.empty();
        }
        var found = FOUND.matcher(answer);
        if (!found.matches()) {
            // what it says is not ours, so it is not repeated
            throw new IOException(answer.contains("size limit exceeded") ? "The file is larger than the scanner takes." : "The scanner gave no answer that says anything.");
        }
        var name = found.group(1).replaceAll("[^\\x20-\\x7E]", "");
        return Optional.of(name.substring(0, Math.min(LONGEST_NAME, name.length())));
    }

    @Override
    public void destroy() {
        watch.shutdownNow();
    }
}
