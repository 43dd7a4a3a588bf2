package org.redress.notices;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.redress.identity.StartRefused;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * The texts of the notices: files of a folder that {@code redress.notices.templates} names, or as they are shipped. The first line is the subject, the second is empty, and
 * what stands in braces is filled in. A file that says something else refuses the start.
 */
@Component
class Templates {
    private static final Set<String> OF_WORK = Set.of("reference", "day", "link", "choices");
    private static final Map<String, Set<String>> FIELDS = new HashMap<>(Map.of(Outbox.DIGEST, Set.of("lines", "day", "link", "choices"), Outbox.CONFIRM_ADDRESS, Set.of("code", "day", "choices"),
            Outbox.ADDRESS_CHANGED, Set.of("day")));
    private static final Pattern FIELD = Pattern.compile("\\{([A-Za-z -]*)}");
    private static final String SUBJECT = "Subject: ";

    static {
        Stream.of(NoticeKind.values()).forEach(kind -> FIELDS.put(kind.code(), OF_WORK));
    }

    private final Map<String, Template> templates = new HashMap<>();

    private record Template(String subject, String text) {}

    Templates(@Value("${redress.notices.templates:}") String folder) {
        FIELDS.forEach((name, fields) -> templates.put(name, read(folder, name, fields)));
    }

    /** A subject in one line, and a text. */
    record Filled(String subject, String text) {}

    /** The text of a kind of notice with these values; none of them makes a line of its own but the lines of a digest. */
    Filled fill(String name, Map<String, String> values) {
        var template = Objects.requireNonNull(templates.get(name));
        return new Filled(oneLine(filled(template.subject(), values)), filled(template.text(), values));
    }

    private static String filled(String text, Map<String, String> values) {
        return FIELD.matcher(text).replaceAll(field -> {
            var value = values.getOrDefault(field.group(1), "");
            return Matcher.quoteReplacement(field.group(1).equals("lines") ? value : oneLine(value));
        });
    }

    private static String oneLine(String text) {
        return text.replaceAll("[\\p{Cntrl}\\u2028\\u2029]+", " ").strip();
    }

    private static Template read(String folder, String name, Set<String> fields) {
        var file = name + ".txt";
        var lines = lines(folder, file);
        if (lines.size() < 3 || !lines.get(0).startsWith(SUBJECT) || lines.get(0).substring(SUBJECT.length()).isBlank() || !lines.get(1).isBlank()) {
            throw new StartRefused("redress.notices.templates: the first line of " + file + " is \"Subject: \" with a subject, the second is empty, and the text follows.");
        }
        var text = String.join("\n", lines);
        var unknown = new TreeSet<>(FIELD.matcher(text).results().map(field -> field.group(1)).toList());
        unknown.removeAll(fields);
        if (!unknown.isEmpty()) {
            throw new StartRefused("redress.notices.templates: " + file + " has {" + unknown.first() + "}; what can be filled in there is {" + String.join("}, {", new TreeSet<>(fields)) + "}.");
        }
        return new Template(lines.get(0).substring(SUBJECT.length()), String.join("\n", lines.subList(2, lines.size())) + "\n");
    }

    private static List<String> lines(String folder, String file) {
        try {
            var own = Path.of(folder, file);
            if (!folder.isBlank() && !Files.isDirectory(Path.of(folder))) {
                throw new StartRefused("redress.notices.templates: there is no folder " + folder + ".");
            }
            if (!folder.isBlank() && Files.exists(own)) {
                return Files.readString(own).lines().toList();
            }
            try (var shipped = Objects.requireNonNull(Templates.class.getResourceAsStream(file))) {
                return new String(shipped.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
