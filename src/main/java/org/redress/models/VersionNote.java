package org.redress.models;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.ScalarNode;

/**
 * What a process owner says of a version in the file {@code version.yaml} beside the folders {@code processes} and {@code forms}.
 *
 * @param name what the version is called, at most 100 characters
 * @param author who changed the models, at most 200
 * @param reason what changed and why, at most 2,000
 * @param text the file to the letter
 */
public record VersionNote(String name, String author, String reason, String text) {
    /** The name of the file. */
    public static final String FILE = "version.yaml";

    static final String RULE = "version-note";
    /** What it has to say, and how much of each. */
    private static final Map<String, Integer> LONGEST = lengths();
    private static final int LARGEST = 8_000;
    private static final String EXAMPLE = "write three lines, such as  name: Spring 2027  /  author: Jane Doe  /  reason: Answers within 15 working days from 1 April 2027";

    private static Map<String, Integer> lengths() {
        var lengths = new LinkedHashMap<String, Integer>();
        lengths.put("name", 100);
        lengths.put("author", 200);
        lengths.put("reason", 2_000);
        return lengths;
    }

    /**
     * The note of a folder, none if there is no such file or the models are those of the product.
     *
     * @throws ModelsRefused if it cannot be read or does not say what it has to
     */
    public static Optional<VersionNote> of(String folder) {
        try {
            var bytes = bytes(folder);
            return bytes.isEmpty() ? Optional.empty() : Optional.of(read(bytes.get()));
        } catch (Wrong e) {
            throw new ModelsRefused(List.of(e.finding()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The file as it is, if there is one. */
    static Optional<byte[]> bytes(String folder) throws IOException {
        if (folder.isBlank()) {
            return Optional.empty();
        }
        var file = Path.of(folder, FILE);
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        // what is too large is refused for its size, and not read
        return Optional.of(Files.size(file) > LARGEST ? new byte[LARGEST + 1] : Files.readAllBytes(file));
    }

    static VersionNote read(byte[] bytes) throws Wrong {
        if (bytes.length > LARGEST) {
            throw new Wrong(0, "it has more than " + LARGEST + " bytes; say it shorter");
        }
        try {
            var text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
            var root = new Yaml(new SafeConstructor(new LoaderOptions())).compose(new StringReader(text));
            if (!(root instanceof MappingNode lines)) {
                throw new Wrong(0, "it says nothing that can be read; " + EXAMPLE);
            }
            var said = said(lines);
            for (var key : LONGEST.keySet()) {
                if (!said.containsKey(key)) {
                    throw new Wrong(0, "it does not say its " + key + "; " + EXAMPLE);
                }
            }
            return new VersionNote(said.getOrDefault("name", ""), said.getOrDefault("author", ""), said.getOrDefault("reason", ""), text);
        } catch (CharacterCodingException e) {
            throw new Wrong(0, "it is not written in UTF-8; save it so");
        } catch (MarkedYAMLException e) {
            throw new Wrong(e.getProblemMark() == null ? 0 : e.getProblemMark().getLine() + 1, "it cannot be read; " + EXAMPLE + "; a text with a colon stands in quotation marks");
        } catch (YAMLException e) {
            throw new Wrong(0, "it cannot be read; " + EXAMPLE);
        }
    }

    private static Map<String, String> said(MappingNode lines) throws Wrong {
        var said = new LinkedHashMap<String, String>();
        for (var line : lines.getValue()) {
            int number = line.getKeyNode().getStartMark().getLine() + 1;
            var key = line.getKeyNode() instanceof ScalarNode scalar ? scalar.getValue() : "";
            var longest = LONGEST.get(key);
            if (longest == null) {
                throw new Wrong(number, "it says " + (key.isEmpty() ? "something" : key) + ", which nobody reads; it says " + String.join(", ", LONGEST.keySet()) + " and nothing else");
            }
            var value = line.getValueNode() instanceof ScalarNode scalar ? scalar.getValue().strip() : "";
            if (value.isEmpty() || value.length() > longest || value.codePoints().anyMatch(one -> Character.isISOControl(one) && !(one == '\n' && key.equals("reason")) || Character.getType(one) == Character.FORMAT)) {
                throw new Wrong(number, key + " is " + (value.isEmpty() ? "empty" : value.length() > longest ? "longer than " + longest + " characters" : "no plain line of text") + "; " + EXAMPLE);
            }
            if (said.put(key, value) != null) {
                throw new Wrong(number, "it says " + key + " twice; keep one of the two");
            }
        }
        return said;
    }

    /** What is wrong with a note; the message says what to do. */
    static final class Wrong extends Exception {
        private final int line;

        Wrong(int line, String why) {
            super(why);
            this.line = line;
        }

        Finding finding() {
            return new Finding(RULE, FILE, line, line, "the note", String.valueOf(getMessage()));
        }
    }
}
