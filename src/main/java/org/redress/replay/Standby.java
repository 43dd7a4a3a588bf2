package org.redress.replay;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.Channels;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.redress.models.ModelFiles;

/**
 * An application that stays and plays what other commands of the same person ask for, through a socket in a folder that nobody else may
 * enter. It plays for whoever has the same product, models and settings only; everybody else plays alone.
 */
final class Standby implements AutoCloseable {
    private static final String SOCKET = "socket";
    private static final int SAME = 0;
    private static final int OTHER = 1;
    /** Instead of the settings of whoever wants something played. */
    private static final String TO_END = "end";
    private static final int END = 0;
    private static final int PRINTED = 1;
    private static final int SAID = 2;
    /** As of what could not be played. */
    private static final int ENDED = 2;

    private final Path socket;
    private final ServerSocketChannel server;
    private final SavedFiles built = builtNow();
    private final String settings = settings();

    private Standby(Path socket, ServerSocketChannel server) {
        this.socket = socket;
        this.server = server;
    }

    /** Where the script that starts the product says that one may stay; without that nowhere, because nobody says whose folder it is. */
    static Optional<Path> folder() {
        return Optional.ofNullable(System.getProperty("redress.standby")).map(Path::of);
    }

    /**
     * Waits for others in this folder.
     *
     * @throws ScriptRefused if one waits there already
     */
    static Standby in(Path folder) {
        try {
            Files.createDirectories(folder);
            Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
            var socket = folder.resolve(SOCKET);
            if (Files.exists(socket) && answers(socket)) {
                throw new ScriptRefused("One stays already and plays for every redress replay; end it with Ctrl-C where it runs.");
            }
            Files.deleteIfExists(socket);
            var server = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
            server.bind(UnixDomainSocketAddress.of(socket));
            server.configureBlocking(false);
            return new Standby(socket, server);
        } catch (IOException | UnsupportedOperationException e) {
            throw new ScriptRefused("Nothing can stay here: " + e.getMessage());
        }
    }

    private static boolean answers(Path socket) {
        try (var channel = SocketChannel.open(UnixDomainSocketAddress.of(socket))) {
            return channel.isConnected();
        } catch (IOException e) {
            return false;
        }
    }

    /** Plays one after the other until nobody has asked for so long, or the product was built anew. */
    void play(Player player, Duration idle, PrintStream log) {
        try (var selector = Selector.open()) {
            server.register(selector, SelectionKey.OP_ACCEPT);
            while (selector.select(idle.toMillis()) > 0) {
                selector.selectedKeys().clear();
                try (var channel = server.accept()) {
                    var over = channel == null ? null : answer(player, channel);
                    if (over != null) {
                        log.println(over);
                        return;
                    }
                } catch (IOException e) {
                    log.println("Somebody asked and went away: " + e.getMessage());
                }
            }
            log.println("Nobody has asked for " + idle.toMinutes() + " minutes.");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Why nothing is played any more, once that is so. */
    private @Nullable String answer(Player player, SocketChannel channel) throws IOException {
        channel.configureBlocking(true);
        var in = new DataInputStream(Channels.newInputStream(channel));
        var out = new DataOutputStream(Channels.newOutputStream(channel));
        var asked = in.readUTF();
        if (asked.equals(TO_END)) {
            out.writeByte(SAME);
            return "It was asked to end.";
        }
        boolean current = built.equals(builtNow());
        if (!asked.equals(settings) || !current) {
            out.writeByte(OTHER);
            return current ? null : "The product was built anew; start again, so that what was built plays.";
        }
        out.writeByte(SAME);
        var trial = in.readBoolean() ? new Trial(in.readUTF(), in.readUTF()) : null;
        boolean json = in.readBoolean();
        var scripts = new ArrayList<String>();
        for (int left = in.readInt(); left > 0; left--) {
            scripts.add(in.readUTF());
        }
        // as it comes, so that whoever waits sees how far it is
        var printed = new PrintStream(new Piece(out, PRINTED), true, StandardCharsets.UTF_8);
        var said = new PrintStream(new Piece(out, SAID), true, StandardCharsets.UTF_8);
        int code = trial == null ? player.play(scripts, json, printed, said) : player.compare(trial, scripts, json, printed, said);
        out.writeByte(END);
        out.writeInt(code);
        return null;
    }

    /** Two folders of models to be compared; the first may be empty for those of the product. */
    record Trial(String before, String after) {}

    /** What is printed on one of the two streams, in pieces that say on which. */
    private static final class Piece extends OutputStream {
        private final DataOutputStream out;
        private final int stream;

        Piece(DataOutputStream out, int stream) {
            this.out = out;
            this.stream = stream;
        }

        @Override
        public void write(int one) throws IOException {
            write(new byte[] {(byte) one}, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int from, int length) throws IOException {
            out.writeByte(stream);
            out.writeInt(length);
            out.write(bytes, from, length);
        }
    }

    /** Has one that stays in this folder play them; empty if there is none, or one with another product, other models or settings. */
    static OptionalInt ask(Path folder, List<String> scripts, boolean json, PrintStream out, PrintStream err) {
        return ask(folder, null, scripts, json, out, err);
    }

    /** The same with two folders that are compared, where they are given. */
    static OptionalInt ask(Path folder, @Nullable Trial trial, List<String> scripts, boolean json, PrintStream out, PrintStream err) {
        var socket = folder.resolve(SOCKET);
        if (!Files.exists(socket)) {
            return OptionalInt.empty();
        }
        boolean there = false;
        boolean begun = false;
        try (var channel = SocketChannel.open(UnixDomainSocketAddress.of(socket))) {
            there = true;
            var to = new DataOutputStream(Channels.newOutputStream(channel));
            var from = new DataInputStream(Channels.newInputStream(channel));
            to.writeUTF(settings());
            if (from.readByte() != SAME) {
                err.println("One stays for replays, with another build, other models or other settings; this one plays alone.");
                return OptionalInt.empty();
            }
            to.writeBoolean(trial != null);
            if (trial != null) {
                to.writeUTF(absolute(trial.before()));
                to.writeUTF(absolute(trial.after()));
            }
            to.writeBoolean(json);
            to.writeInt(scripts.size());
            for (var script : scripts) {
                to.writeUTF(CaseScripts.isFile(script) ? absolute(script) : script);
            }
            begun = true;
            for (int stream = from.readByte(); stream != END; stream = from.readByte()) {
                var printed = stream == PRINTED ? out : err;
                printed.write(from.readNBytes(from.readInt()));
                printed.flush();
            }
            return OptionalInt.of(from.readInt());
        } catch (IOException e) {
            if (begun) {
                err.println("The one that stays ended meanwhile; ask again.");
                return OptionalInt.of(ENDED);
            }
            if (!there) {
                left(socket);
            }
            return OptionalInt.empty();
        }
    }

    /** What was killed left its socket behind; the next one that stays is not kept from starting by it. */
    private static void left(Path socket) {
        try {
            Files.deleteIfExists(socket);
        } catch (IOException e) {
            // it is somebody else's, and plays for nobody
        }
    }

    /** Asks the one that stays in this folder to end, when it has played what others asked for before; tells whether there was one. */
    static boolean end(Path folder) {
        try (var channel = SocketChannel.open(UnixDomainSocketAddress.of(folder.resolve(SOCKET)))) {
            new DataOutputStream(Channels.newOutputStream(channel)).writeUTF(TO_END);
            return new DataInputStream(Channels.newInputStream(channel)).readByte() == SAME;
        } catch (IOException e) {
            return false;
        }
    }

    private static String absolute(String path) {
        return path.isBlank() ? path : Path.of(path).toAbsolutePath().toString();
    }

    /** What has to be the same for two replays to come out the same: what was built, the models and the settings of the environment. */
    private static String settings() {
        var settings = new TreeMap<String, String>();
        System.getenv().forEach((name, value) -> {
            if (name.startsWith("REDRESS_") || name.startsWith("SPRING_") || name.startsWith("CAMUNDA_")) {
                settings.put(name, value);
            }
        });
        return builtNow() + " " + Path.of(ModelFiles.folder()).toAbsolutePath() + " " + settings.hashCode();
    }

    /** The product as it was built, where the script that starts it says so. */
    static SavedFiles builtNow() {
        return SavedFiles.below(Path.of(System.getProperty("redress.built", "redress.jar")));
    }

    @Override
    public void close() {
        try {
            server.close();
            Files.deleteIfExists(socket);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
