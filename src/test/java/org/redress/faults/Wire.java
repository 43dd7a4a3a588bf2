package org.redress.faults;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;

/** The network between a node and its database: it can be cut, and it can go silent, which nobody at either end is told. */
final class Wire implements Closeable {
    private final int to;
    private final int port;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private volatile ServerSocket server;
    private volatile CountDownLatch heard = new CountDownLatch(0);

    Wire(int to) throws IOException {
        this.to = to;
        server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        port = server.getLocalPort();
        listen();
    }

    int port() {
        return port;
    }

    /** Nothing arrives any more, in either direction. */
    void silence() {
        heard = new CountDownLatch(1);
    }

    /** Every connection breaks, and there is no new one. */
    void cut() {
        close(server);
        hangUp();
    }

    void mend() throws IOException {
        // first, and then it carries again: a connection that answers and breaks a moment later is another outage
        hangUp();
        heard.countDown();
        if (server.isClosed()) {
            server = new ServerSocket(port, 50, InetAddress.getLoopbackAddress());
            listen();
        }
    }

    @Override
    public void close() {
        heard.countDown();
        cut();
    }

    private void hangUp() {
        open.forEach(Wire::close);
        open.clear();
    }

    private void listen() {
        var listening = server;
        thread(() -> {
            while (!listening.isClosed()) {
                var here = listening.accept();
                var there = new Socket(InetAddress.getLoopbackAddress(), to);
                open.add(here);
                open.add(there);
                thread(() -> pass(here.getInputStream(), there.getOutputStream(), here, there));
                thread(() -> pass(there.getInputStream(), here.getOutputStream(), here, there));
            }
        });
    }

    private void pass(InputStream from, OutputStream into, Socket here, Socket there) throws IOException, InterruptedException {
        var some = new byte[16 * 1024];
        try {
            for (int read = from.read(some); read >= 0; read = from.read(some)) {
                heard.await();
                into.write(some, 0, read);
                into.flush();
            }
        } finally {
            close(here);
            close(there);
        }
    }

    private interface Work {
        void run() throws IOException, InterruptedException;
    }

    private static void thread(Work work) {
        var thread = new Thread(() -> {
            try {
                work.run();
            } catch (IOException | InterruptedException e) {
                // a wire that breaks says nothing
                return;
            }
        }, "wire");
        thread.setDaemon(true);
        thread.start();
    }

    private static void close(Closeable what) {
        try {
            what.close();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
