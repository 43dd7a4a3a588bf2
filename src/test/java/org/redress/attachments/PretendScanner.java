package org.redress.attachments;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;
import java.util.Map;

/** Speaks as much of clamd's language as the product does, and finds the word SIGNATURE; named in the settings until it is closed. */
public final class PretendScanner implements AutoCloseable {
    /** What it finds. */
    public static final String SIGNATURE = "a harmless line that our own signature names";
    private static final String SOURCE = "pretend scanner";

    private final ConfigurableEnvironment settings;
    private final ServerSocket server;
    private volatile boolean knows = true;

    public PretendScanner(ConfigurableEnvironment settings) {
        this.settings = settings;
        try {
            server = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        settings.getPropertySources().addFirst(new MapPropertySource(SOURCE, Map.of("redress.attachments.scanner", "tcp:127.0.0.1:" + server.getLocalPort())));
        var thread = new Thread(this::serve, SOURCE);
        thread.setDaemon(true);
        thread.start();
    }

    /** It learns that what it found is harmless. */
    public void forget() {
        knows = false;
    }

    /** Nobody answers any more, and the settings still name it. */
    public void goAway() {
        try {
            server.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void serve() {
        while (!server.isClosed()) {
            try (var socket = server.accept()) {
                answer(socket);
            } catch (IOException e) {
                // closed, or somebody did not wait
                continue;
            }
        }
    }

    private void answer(Socket socket) throws IOException {
        var in = new DataInputStream(socket.getInputStream());
        var command = new StringBuilder();
        for (int one = in.read(); one > 0; one = in.read()) {
            command.append((char) one);
        }
        var answer = "PONG";
        if (command.toString().equals("zINSTREAM")) {
            var content = new StringBuilder();
            for (int length = in.readInt(); length > 0; length = in.readInt()) {
                content.append(new String(in.readNBytes(length), StandardCharsets.ISO_8859_1));
            }
            answer = knows && content.indexOf(SIGNATURE) >= 0 ? "stream: Redress.Harmless.Test FOUND" : "stream: OK";
        }
        socket.getOutputStream().write((answer + "\0").getBytes(StandardCharsets.US_ASCII));
    }

    @Override
    public void close() {
        settings.getPropertySources().remove(SOURCE);
        goAway();
    }
}
