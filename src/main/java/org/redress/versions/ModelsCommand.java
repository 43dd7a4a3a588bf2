package org.redress.versions;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.redress.identity.StartRefused;
import org.redress.models.VersionNote;
import org.redress.start.ExistingDatabase;
import org.redress.start.ExitCode;
import org.redress.start.SchemaVersion;

/** {@code redress models}: the versions of models, tables and forms in the configured database, and the files of one of them; it changes nothing there. */
public final class ModelsCommand {
    private static final String USAGE = "Say: redress models [--json], or: redress models write VERSION FOLDER; VERSION is its number, or its name if only one has it. [--spring.datasource.url=…]";
    private static final ZoneId LONDON = ZoneId.of("Europe/London");
    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("d MMMM yyyy, HH:mm", Locale.UK);

    private ModelsCommand() {}

    /** Something that is asked for is not there, or cannot be told. */
    private static final class NotFound extends RuntimeException {
        private static final long serialVersionUID = 1;

        NotFound(String sentence) {
            super(sentence);
        }
    }

    /** What was read. */
    private record Read(List<Version> versions, Nodes nodes) {}

    private record Written(Version version, Map<String, byte[]> files, String note, boolean changed) {}

    /**
     * Prints the versions, in words or as data, or writes the files of one.
     *
     * @return 0 if it is done, 1 if nodes have different models for longer than a restart takes, or the files are not those that were deployed, 2 with one sentence if it is not done
     */
    public static int run(List<String> arguments, PrintStream out, PrintStream err) {
        var words = new ArrayList<>(arguments);
        boolean json = words.remove("--json");
        var settings = words.stream().filter(word -> word.startsWith("--spring.")).toList();
        words.removeAll(settings);
        boolean write = words.size() == 3 && words.get(0).equals("write") && !json;
        if (!words.isEmpty() && !write || words.stream().anyMatch(word -> word.startsWith("--"))) {
            err.println(USAGE);
            return ExitCode.NOT_DONE.code();
        }
        try {
            return write ? write(settings, words.get(1), Path.of(words.get(2)), out, err) : list(settings, json, out);
        } catch (SQLException e) {
            err.println(ExistingDatabase.whyNotOpened(e, "Stop it, or look at a copy; with PostgreSQL it may run meanwhile.")
                    .orElseGet(() -> "The database cannot be read (SQL state " + e.getSQLState() + ")."));
        } catch (InvalidPathException e) {
            err.println("There can be no folder " + words.get(2) + ".");
        } catch (IOException e) {
            err.println("The folder cannot be written: " + e.getMessage());
        } catch (StartRefused | NotFound | FilesOfVersion.NotWritten e) {
            err.println(e.getMessage());
        }
        return ExitCode.NOT_DONE.code();
    }

    private static int list(List<String> settings, boolean json, PrintStream out) throws SQLException {
        var read = ExistingDatabase.read(settings, connection -> {
            SchemaVersion.of(connection).refuseOlder();
            return new Read(StoredVersions.all(connection), StoredVersions.nodes(connection));
        });
        if (json) {
            out.println(data(read));
        } else {
            lines(read).forEach(out::println);
        }
        return read.nodes().difference().filter(Nodes.Difference::lasting).isPresent() ? ExitCode.FINDINGS.code() : ExitCode.DONE.code();
    }

    private static List<String> lines(Read read) {
        var lines = new ArrayList<String>();
        for (var version : read.versions()) {
            var title = version.title();
            lines.add(title.substring(0, 1).toUpperCase(Locale.ROOT) + title.substring(1) + ": " + (version.newest() ? "new cases begin with it; " : "")
                    + (version.cases() == 0 ? "no case runs on it" : version.cases() == 1 ? "1 case runs on it" : "%,d cases run on it".formatted(version.cases())) + ".");
            if (version.reason() != null) {
                lines.add("  " + (version.author() == null ? "" : version.author() + ": ") + version.reason().replace("\n", "\n  "));
            }
            lines.add("  Deployed on " + MOMENT.format(version.madeAt()) + (version.node() == null ? "" : " by " + version.node()) + "; " + version.files() + " files, SHA-256 " + version.digest() + ".");
        }
        if (read.versions().isEmpty()) {
            lines.add("No version is there: no server has started on this database yet.");
        }
        lines.add("");
        if (read.nodes().all().isEmpty()) {
            lines.add("No node runs at this moment.");
        }
        read.nodes().all().forEach(node -> lines.add(node.name() + " runs since " + MOMENT.format(node.startedAt().atZone(LONDON)) + ", started with " + node.version() + "."));
        read.nodes().difference().ifPresent(difference -> lines.add(difference.sentence()));
        return lines;
    }

    private static String data(Read read) {
        var data = new LinkedHashMap<String, Object>();
        data.put("versions", read.versions().stream().map(version -> {
            var one = new LinkedHashMap<String, Object>();
            one.put("number", version.number());
            one.put("name", version.name());
            one.put("author", version.author());
            one.put("reason", version.reason());
            one.put("deployedAt", version.madeAt().toString());
            one.put("node", version.node());
            one.put("sha256", version.digest());
            one.put("files", version.files());
            one.put("newCasesBeginWithIt", version.newest());
            one.put("runningCases", version.cases());
            one.put("runningForNoCase", version.others());
            return one;
        }).toList());
        data.put("nodes", read.nodes().all().stream().map(node -> Map.of("name", node.name(), "startedAt", node.startedAt().toString(), "version", node.version(), "sha256", node.digest())).toList());
        read.nodes().difference().ifPresent(difference -> data.put("difference", Map.of("says", difference.sentence(), "lasting", difference.lasting())));
        try {
            return JsonMapper.builder().build().writerWithDefaultPrettyPrinter().writeValueAsString(data);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static int write(List<String> settings, String wanted, Path folder, PrintStream out, PrintStream err) throws SQLException, IOException, FilesOfVersion.NotWritten {
        var found = ExistingDatabase.read(settings, connection -> {
            SchemaVersion.of(connection).refuseOlder();
            return find(connection, wanted);
        });
        FilesOfVersion.write(found.files(), folder);
        if (!found.note().isEmpty()) {
            Files.writeString(folder.resolve(VersionNote.FILE), found.note(), StandardCharsets.UTF_8);
        }
        if (found.changed()) {
            err.println("The files were written, and are not those that were deployed as " + found.version().title() + ": somebody changed the database. The record of changes has their SHA-256, " + found.version().digest() + ".");
            return ExitCode.FINDINGS.code();
        }
        out.println("Wrote " + found.version().title() + ", " + found.files().size() + " files" + (found.note().isEmpty() ? "" : " and its note") + ", into " + folder + ".");
        return ExitCode.DONE.code();
    }

    private static Written find(Connection connection, String wanted) throws SQLException {
        var all = StoredVersions.all(connection);
        var numbered = all.stream().filter(version -> String.valueOf(version.number()).equals(wanted)).toList();
        var found = numbered.isEmpty() ? all.stream().filter(version -> wanted.equalsIgnoreCase(version.name())).toList() : numbered;
        if (found.size() != 1) {
            throw new NotFound(found.isEmpty() ? "There is no version " + wanted + "; there is " + String.join("; ", all.stream().map(Version::title).toList()) + "."
                    : "Several versions are called " + wanted + ": name one by its number, " + String.join("; ", found.stream().map(Version::title).toList()) + ".");
        }
        return new Written(found.get(0), StoredVersions.files(connection, found.get(0)), StoredVersions.note(connection, found.get(0)).orElse(""), StoredVersions.changed(connection, found.get(0)));
    }
}
