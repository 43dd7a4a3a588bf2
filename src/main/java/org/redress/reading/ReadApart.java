package org.redress.reading;

import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Reads a file from outside, and what it says, in a process of its own, which has as much time and memory as the limits say and is ended then: a file that hangs a library or fills its memory
 * takes nothing else with it.
 */
public final class ReadApart {
    private static final int AT_ONCE = 2;
    private static final long WAITS_SECONDS = 5;
    /** Of the answer: the text, and beside what was read of it its sentences again. */
    private static final int BYTES_A_CHARACTER = 20;
    /** What a JVM needs of where it runs, and nothing that is secret. */
    private static final Set<String> ENVIRONMENT = Set.of("LANG", "LC_ALL", "TZ", "TEMP", "TMP", "TMPDIR", "SystemRoot");
    /** After that long the process ends by itself, if whoever began it has not ended it. */
    private static final long LATER_SECONDS = 5;
    private static final Semaphore ROOM = new Semaphore(AT_ONCE, true);
    private static final JsonMapper JSON = JsonMapper.builder().addModule(new JavaTimeModule()).disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS).build();

    private final Limits limits;

    private final @Nullable List<String> other;

    public ReadApart(Limits limits) {
        this(limits, null);
    }

    /** With another program instead of ours, which does not answer. */
    ReadApart(Limits limits, @Nullable List<String> other) {
        this.limits = limits;
        this.other = other;
    }

    /** How many bytes a file may have. */
    public long longest() {
        return limits.bytes();
    }

    /** What the process answers: what it read, or why it read nothing. */
    record Answer(@Nullable ReadFile file, @Nullable String refused) {}

    /**
     * What a file says.
     *
     * @throws NotReadable with a sentence, whatever is wrong with it
     */
    public ReadFile read(byte[] file, String name) {
        if (file.length > limits.bytes()) {
            throw new NotReadable("It is larger than " + limits.bytes() / 1_000_000 + " MB. Type or paste what it says.");
        }
        try {
            if (!ROOM.tryAcquire(WAITS_SECONDS, TimeUnit.SECONDS)) {
                throw new NotReadable("Other files are being read. Try again in a minute.");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new NotReadable("It was interrupted. Try again.");
        }
        try {
            return started(file, name);
        } finally {
            ROOM.release();
        }
    }

    private ReadFile started(byte[] file, String name) {
        try {
            var builder = new ProcessBuilder(other == null ? command() : other).redirectError(ProcessBuilder.Redirect.DISCARD);
            // passwords and keys of the product are there, and options that are meant for its own JVM
            builder.environment().keySet().retainAll(ENVIRONMENT);
            var process = builder.start();
            try {
                return answer(process, file, name);
            } finally {
                process.destroyForcibly();
            }
        } catch (IOException e) {
            throw new NotReadable("It could not be read here. Type or paste what it says.");
        }
    }

    private ReadFile answer(Process process, byte[] file, String name) throws IOException {
        CompletableFuture.runAsync(() -> give(process, file, name));
        var given = CompletableFuture.supplyAsync(() -> {
            try {
                return process.getInputStream().readNBytes(Math.min(Integer.MAX_VALUE - 8, limits.characters() * BYTES_A_CHARACTER + 100_000));
            } catch (IOException e) {
                return new byte[0];
            }
        });
        try {
            if (!process.waitFor(limits.seconds(), TimeUnit.SECONDS)) {
                throw new NotReadable("Reading it takes longer than " + limits.seconds() + " seconds. Type or paste what it says.");
            }
            var bytes = given.get(1, TimeUnit.SECONDS);
            if (process.exitValue() != 0 || bytes.length == 0) {
                throw new NotReadable("Reading it needs more than it may have (" + limits.megabytes() + " MB of memory). Type or paste what it says.");
            }
            var answer = JSON.readValue(bytes, Answer.class);
            if (answer.file() == null) {
                throw new NotReadable(answer.refused() == null ? "It could not be read." : answer.refused());
            }
            return answer.file();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new NotReadable("It was interrupted. Try again.");
        } catch (ExecutionException | java.util.concurrent.TimeoutException e) {
            throw new NotReadable("It could not be read. Try again, or paste what it says.");
        }
    }

    private void give(Process process, byte[] file, String name) {
        try (var out = new DataOutputStream(process.getOutputStream())) {
            out.writeUTF(name.length() > 200 ? name.substring(name.length() - 200) : name);
            out.writeLong(limits.bytes());
            for (int one : new int[] {limits.pages(), limits.characters(), limits.parts(), limits.nesting(), limits.times(), limits.seconds(), limits.megabytes()}) {
                out.writeInt(one);
            }
            out.writeInt(file.length);
            out.write(file);
        } catch (IOException e) {
            // the process ended before it had read all: what it answers says why
        }
    }

    private List<String> command() {
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        var words = new ArrayList<>(List.of(java, "-Xmx" + limits.megabytes() + "m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-XX:+ExitOnOutOfMemoryError", "-XX:MaxMetaspaceSize=128m", "-Djava.awt.headless=true",
                "-Djava.net.useSystemProxies=false", "-Xlog:disable", "-XX:+DisplayVMOutputToStderr", "-cp", System.getProperty("java.class.path")));
        // in the jar of Spring Boot our classes are inside another jar
        if (ReadApart.class.getClassLoader() == ClassLoader.getSystemClassLoader()) {
            words.add(ReadApart.class.getName());
        } else {
            words.add("-Dloader.main=" + ReadApart.class.getName());
            words.add("org.springframework.boot.loader.launch.PropertiesLauncher");
        }
        return words;
    }

    /** The process itself: reads what to read, answers once, and ends. */
    public static void main(String[] none) throws IOException {
        // libraries log to where the answer goes, and what they log may hold words of the file
        System.setOut(new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8));
        Answer answer;
        try (var in = new DataInputStream(new BufferedInputStream(new FileInputStream(FileDescriptor.in)))) {
            var name = in.readUTF();
            var limits = new Limits(in.readLong(), in.readInt(), in.readInt(), in.readInt(), in.readInt(), in.readInt(), in.readInt(), in.readInt());
            CompletableFuture.delayedExecutor(limits.seconds() + LATER_SECONDS, TimeUnit.SECONDS).execute(() -> Runtime.getRuntime().halt(1));
            answer = new Answer(ReadFile.of(TextOfFile.of(in.readNBytes(in.readInt()), name, limits)), null);
        } catch (NotReadable e) {
            answer = new Answer(null, e.getMessage());
        }
        try (var out = new FileOutputStream(FileDescriptor.out)) {
            out.write(JSON.writeValueAsString(answer).getBytes(StandardCharsets.UTF_8));
        }
    }
}
