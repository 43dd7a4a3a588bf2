package org.redress.faults;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.redress.testing.Office;

/** A node of the product as a process, which is started, killed and started again at the same port. */
final class NodeProcess implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofMinutes(6);
    private static final HttpClient ASKING = HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();

    private final int port = free();
    private final Path log;
    private final Path clock;
    private final List<String> settings;
    private @Nullable Process process;

    NodeProcess(Path folder, String name, List<String> settings) throws IOException {
        this.log = folder.resolve(name + ".log");
        this.clock = Files.writeString(folder.resolve(name + ".clock"), Duration.ZERO.toString());
        this.settings = settings;
    }

    int port() {
        return port;
    }

    void start() throws IOException {
        var command = new ArrayList<>(List.of(System.getProperty("java.home") + File.separator + "bin" + File.separator + "java", "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xmx600m",
                "-Dfaults.clock=" + clock, "-cp", System.getProperty("java.class.path"), Node.class.getName(), "--server.port=" + port, "--redress.https=false", "--redress.admin.id=admin",
                "--redress.admin.password=" + Office.PASSWORD, "--redress.sign-in.second-factor=off", "--redress.sign-in.hash-rounds=1000", "--redress.limits.starts-in-a-row=1000000", "--redress.session.most=1000"));
        command.addAll(settings);
        var started = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile())).start();
        // it does not outlive whoever tries it
        Runtime.getRuntime().addShutdownHook(new Thread(started::destroyForcibly));
        process = started;
    }

    /** Starts it, and waits until it takes people. */
    NodeProcess up() throws IOException, InterruptedException {
        start();
        awaitReady();
        return this;
    }

    void awaitReady() {
        if (!Lab.await(() -> isReady() || !isAlive(), PATIENCE)) {
            throw new IllegalStateException("The node is not ready: see " + log);
        }
        if (!isAlive()) {
            throw new IllegalStateException("The node ended: see " + log);
        }
    }

    boolean isReady() {
        return health("readiness") == 200;
    }

    /** The status of a group of health; 0 where nobody answers. */
    int health(String group) {
        try {
            return ASKING.send(HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/actuator/health/" + group)).timeout(Duration.ofSeconds(10)).build(), BodyHandlers.discarding()).statusCode();
        } catch (IOException e) {
            return 0;
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The clock of its machine goes so much ahead of the true time, or behind it. */
    void clock(Duration ahead) throws IOException {
        var next = Files.writeString(clock.resolveSibling(clock.getFileName() + ".next"), ahead.toString());
        Files.move(next, clock, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    }

    boolean isAlive() {
        return process != null && process.isAlive();
    }

    /** As a power cut does. */
    void kill() throws InterruptedException {
        if (process != null) {
            process.destroyForcibly().waitFor();
        }
    }

    /** The exit code; -1 where it has not ended by then. */
    int awaitEnd(Duration most) throws InterruptedException {
        return process != null && process.waitFor(most.toMillis(), TimeUnit.MILLISECONDS) ? process.exitValue() : -1;
    }

    List<String> log() {
        try {
            return Files.readAllLines(log);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** As a balancer's administrator does. */
    void stop() throws InterruptedException {
        if (process != null) {
            process.destroy();
            if (!process.waitFor(30, TimeUnit.SECONDS)) {
                kill();
            }
        }
    }

    @Override
    public void close() {
        try {
            stop();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static int free() {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
