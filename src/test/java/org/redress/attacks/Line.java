package org.redress.attacks;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;

/** One connection to the server, on which bytes are sent as slowly as somebody likes. */
final class Line implements AutoCloseable {
    private final Socket socket;

    /** From one of this machine's own addresses. */
    Line(int port, String from) {
        try {
            socket = new Socket(InetAddress.getLoopbackAddress(), port, InetAddress.getByName(from), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Line send(String text) {
        try {
            socket.getOutputStream().write(text.getBytes(StandardCharsets.ISO_8859_1));
        } catch (SocketException ended) {
            // what came before that is what counts
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return this;
    }

    /** There is nothing more to come. */
    Line end() {
        try {
            socket.shutdownOutput();
        } catch (IOException ended) {
            return this;
        }
        return this;
    }

    /** Sends a sign whenever nothing has come for a moment, at most so often, and reads what comes then. */
    String trickle(int most) {
        try {
            socket.setSoTimeout(200);
            for (int i = 0; i < most; i++) {
                send("a");
                try {
                    int sign = socket.getInputStream().read();
                    socket.setSoTimeout(0);
                    return sign < 0 ? "" : (char) sign + all();
                } catch (SocketTimeoutException nothingYet) {
                    continue;
                }
            }
            return "";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Everything until the server ends the connection. */
    String all() {
        var received = new ByteArrayOutputStream();
        try {
            for (int sign = socket.getInputStream().read(); sign >= 0; sign = socket.getInputStream().read()) {
                received.write(sign);
            }
        } catch (SocketException ended) {
            return received.toString(StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return received.toString(StandardCharsets.UTF_8);
    }

    Answer answer() {
        return Answer.of(all());
    }

    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
