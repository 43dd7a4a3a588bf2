package org.redress.council;

import java.io.IOException;
import java.io.Reader;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.redress.calendar.WorkingCalendar;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/**
 * A file of councils in YAML. What it says of a council is so; what it leaves out stays as it is, and councils that are not in it too.
 */
final class CouncilsFile {
    private static final Set<String> FILE = Set.of("councils");
    private static final Set<String> COUNCIL = Set.of("id", "ombudsman", "name", "prefix", "calendar", "address", "email", "telephone", "web", "services", "procedures");
    private static final Set<String> PROCEDURE = Set.of("kind", "procedure", "from");

    private final List<Entry> entries;

    private CouncilsFile(List<Entry> entries) {
        this.entries = entries;
    }

    /** What the file says of one council, laid over what was known of it. */
    static final class Entry {
        private final String id;
        private final Fields said;
        private final List<Profile.Service> services = new ArrayList<>();
        private final List<Profile.Procedure> procedures = new ArrayList<>();
        private final Map<String, Integer> lines = new HashMap<>();

        private Entry(Fields said) {
            this.said = said;
            this.id = said.text("id");
            lines.put("", said.line);
            said.values.forEach((key, value) -> lines.put(key, line(value)));
            readServices();
            readProcedures();
        }

        String id() {
            return id;
        }

        /** The profile that the file wants. */
        Profile over(@Nullable Profile known) {
            var contact = known == null ? Profile.Contact.UNKNOWN : known.contact();
            return new Profile(id,
                    said.has("ombudsman") ? said.yes("ombudsman") : known != null && known.ombudsman(),
                    Objects.requireNonNullElse(said.or("name", known == null ? null : known.name()), ""),
                    said.or("prefix", known == null ? null : known.prefix()),
                    Objects.requireNonNullElse(said.or("calendar", known == null ? null : known.calendar()), WorkingCalendar.ENGLAND_AND_WALES),
                    new Profile.Contact(said.or("address", contact.address()), said.or("email", contact.email()), said.or("telephone", contact.telephone()),
                            said.or("web", contact.web())),
                    said.has("services") || known == null ? services : known.services(),
                    said.has("procedures") || known == null ? procedures : known.procedures());
        }

        /** What is wrong, with the line that says it; the council's where none does. */
        String sentence(Wrong wrong) {
            var place = wrong.place();
            while (!lines.containsKey(place)) {
                place = place.contains(".") ? place.substring(0, place.lastIndexOf('.')) : "";
            }
            return "Line " + lines.get(place) + ": " + id + ": " + wrong.sentence();
        }

        private void readServices() {
            if (said.values.get("services") instanceof MappingNode node) {
                said.of(node, null).values.forEach((code, name) -> {
                    lines.put("services." + services.size(), line(name));
                    services.add(new Profile.Service(code, scalar(name)));
                });
            } else if (said.has("services")) {
                throw new FileRefused(said.lineOf("services"), "write code and name of each service below, for example  highways: Highways and transport.");
            }
        }

        private void readProcedures() {
            if (!said.has("procedures")) {
                return;
            }
            if (!(said.values.get("procedures") instanceof SequenceNode rows)) {
                throw new FileRefused(said.lineOf("procedures"), "write each procedure below as  - { kind: corporate, procedure: code, from: 2026-04-01 }.");
            }
            for (var node : rows.getValue()) {
                var row = said.of(node, PROCEDURE);
                var place = "procedures." + procedures.size();
                lines.put(place, row.line);
                row.values.forEach((key, value) -> lines.put(place + "." + key, line(value)));
                procedures.add(new Profile.Procedure(row.text("kind"), row.text("procedure"), row.moment("from")));
            }
        }
    }

    static CouncilsFile read(Path path) {
        try (var reader = Files.newBufferedReader(path)) {
            return read(reader);
        } catch (CharacterCodingException e) {
            throw new FileRefused(List.of("The file " + path + " is not written in UTF-8."));
        } catch (IOException e) {
            throw new FileRefused(List.of("The file " + path + " cannot be read; give a file of councils that is there."));
        }
    }

    static CouncilsFile read(Reader yaml) throws IOException {
        try {
            var root = new Yaml(new SafeConstructor(new LoaderOptions())).compose(yaml);
            if (root == null) {
                throw new FileRefused(List.of("The file is empty; begin with  councils:"));
            }
            var entries = new ArrayList<Entry>();
            var ids = new HashSet<String>();
            for (var node : Fields.of(root, FILE, "councils").sequence("councils")) {
                var entry = new Entry(Fields.of(node, COUNCIL, "id"));
                if (!ids.add(entry.id())) {
                    throw new FileRefused(line(node), entry.id() + " stands in the file twice.");
                }
                entries.add(entry);
            }
            return new CouncilsFile(List.copyOf(entries));
        } catch (MarkedYAMLException e) {
            throw new FileRefused(e.getProblemMark().getLine() + 1, e.getProblem() + ".");
        } catch (YAMLException e) {
            if (e.getCause() instanceof IOException unreadable) {
                throw unreadable;
            }
            throw new FileRefused(List.of("The file cannot be read as YAML: " + String.valueOf(e.getMessage()).lines().findFirst().orElse("") + "."));
        }
    }

    List<Entry> entries() {
        return entries;
    }

    private static int line(Node node) {
        return node.getStartMark().getLine() + 1;
    }

    private static String scalar(Node node) {
        if (node instanceof ScalarNode text) {
            return text.getValue().strip();
        }
        throw new FileRefused(line(node), "a text is expected here.");
    }

    /** A mapping of the file with the lines of its values. */
    private static final class Fields {
        private final int line;
        private final Map<String, Node> values;

        private Fields(int line, Map<String, Node> values) {
            this.line = line;
            this.values = values;
        }

        static Fields of(Node node, Set<String> known, String needed) {
            var fields = new Fields(line(node), Map.of()).of(node, known);
            fields.text(needed, fields.values.get(needed));
            return fields;
        }

        Fields of(Node node, @Nullable Set<String> known) {
            if (!(node instanceof MappingNode mapping)) {
                throw new FileRefused(line(node), known == null ? "write code and name." : "write one of " + String.join(", ", known.stream().sorted().toList()) + ", a colon and what it is.");
            }
            var values = new LinkedHashMap<String, Node>();
            mapping.getValue().forEach(tuple -> {
                var key = scalar(tuple.getKeyNode());
                if (known != null && !known.contains(key)) {
                    throw new FileRefused(line(tuple.getKeyNode()), "\"" + key + "\" is not known here; known are " + String.join(", ", known.stream().sorted().toList()) + ".");
                }
                if (values.put(key, tuple.getValueNode()) != null) {
                    throw new FileRefused(line(tuple.getKeyNode()), "\"" + key + "\" stands here twice.");
                }
            });
            return new Fields(line(node), values);
        }

        boolean has(String key) {
            return values.containsKey(key);
        }

        int lineOf(String key) {
            return Optional.ofNullable(values.get(key)).map(CouncilsFile::line).orElse(line);
        }

        String text(String key) {
            return text(key, values.get(key));
        }

        private String text(String key, @Nullable Node value) {
            if (value == null || value instanceof ScalarNode text && text.getValue().isBlank()) {
                throw new FileRefused(lineOf(key), "\"" + key + "\" is missing.");
            }
            return value instanceof ScalarNode ? scalar(value) : "";
        }

        List<Node> sequence(String key) {
            if (values.get(key) instanceof SequenceNode list) {
                return list.getValue();
            }
            throw new FileRefused(lineOf(key), "write each council below \"" + key + ":\", beginning with  - id:");
        }

        /** What the file says; nothing where it says nothing of it, an empty text where it takes it away. */
        @Nullable String or(String key, @Nullable String known) {
            if (!has(key)) {
                return known;
            }
            var said = scalar(Objects.requireNonNull(values.get(key)));
            return said.isEmpty() ? null : said;
        }

        boolean yes(String key) {
            return switch (text(key)) {
                case "true", "yes" -> true;
                case "false", "no" -> false;
                default -> throw new FileRefused(lineOf(key), "write true or false.");
            };
        }

        /** A day, or a day and a time. */
        LocalDateTime moment(String key) {
            var text = text(key).replaceFirst("\\s+", "T");
            return read(text, LocalDateTime::parse).or(() -> read(text, day -> LocalDate.parse(day).atTime(LocalTime.MIDNIGHT)))
                    .orElseThrow(() -> new FileRefused(lineOf(key), "\"" + text(key) + "\" is no day; write 2026-04-01, or 2026-01-16 17:00."));
        }

        private static Optional<LocalDateTime> read(String text, Function<String, LocalDateTime> as) {
            try {
                return Optional.of(as.apply(text));
            } catch (DateTimeException e) {
                return Optional.empty();
            }
        }
    }
}
