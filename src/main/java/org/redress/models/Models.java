package org.redress.models;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.redress.letters.Fault;
import org.redress.letters.LetterFiles;

/** Models, tables and forms that would be deployed together, read as far as they can be, and what they may count on. */
final class Models {
    /** The largest table of the product has 230,000 bytes. */
    static final int LARGEST = 2_000_000;
    /** Objects and lists within each other; a form with a group in a group has nine. */
    static final int DEEPEST_FORM = 30;

    private static final ObjectMapper JSON = new ObjectMapper(JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder().maxNestingDepth(DEEPEST_FORM).build()).build());

    private final Map<String, byte[]> files = new TreeMap<>();
    private final Map<String, byte[]> letters = new TreeMap<>();
    private final List<Finding> unread = new ArrayList<>();
    private final List<XmlFile> processes = new ArrayList<>();
    private final List<Table> tables = new ArrayList<>();
    private final List<XmlFile> tableFiles = new ArrayList<>();
    private final List<FormFile> forms = new ArrayList<>();
    private final List<BpmnRules.Part> parts = new ArrayList<>();
    private final Map<String, ExpressionCheck> expressions = new HashMap<>();
    private final Feel feel = new Feel();
    private final Surroundings surroundings;
    private final Names names;
    private @Nullable List<Finding> conditions;
    private @Nullable List<Fault> inLetters;
    private @Nullable EngineParser engine;
    private @Nullable List<BpmnFile> drawn;
    private @Nullable List<Drawing> drawings;
    private @Nullable Map<String, String> deadlines;

    private Models(Surroundings surroundings, Map<String, byte[]> given) {
        this.surroundings = surroundings;
        files.putAll(given);
        files.forEach(this::read);
        processes.forEach(file -> file.elements().forEach(element -> parts.add(BpmnRules.Part.of(file, element))));
        names = new Names(this);
    }

    /** What these files hold, by the names under which they are deployed. */
    static Models of(Surroundings surroundings, Map<String, byte[]> files) {
        return new Models(surroundings, files);
    }

    private void read(String name, byte[] bytes) {
        if (bytes.length > LARGEST) {
            unread.add(new Finding("size", name, -1, "the file", tooLarge()));
            return;
        }
        try {
            if (name.endsWith(".bpmn")) {
                processes.add(XmlFile.read(name, bytes));
            } else if (name.endsWith(".dmn")) {
                var file = XmlFile.read(name, bytes);
                tableFiles.add(file);
                tables.addAll(Table.of(file));
            } else if (name.endsWith(".form")) {
                form(name, bytes);
            } else if (LetterFiles.isLetter(name)) {
                letters.put(name, bytes);
            } else if (name.equals(VersionNote.FILE)) {
                note(bytes);
            } else {
                unread.add(new Finding("kind", name, -1, "the file", "it is neither a model (.bpmn), a table (.dmn), a form (.form) nor a letter (letters/….md); leave it out"));
            }
        } catch (XmlFile.Unreadable e) {
            unread.add(e.of(name));
        }
    }

    private void note(byte[] bytes) {
        try {
            VersionNote.read(bytes);
        } catch (VersionNote.Wrong e) {
            unread.add(e.finding());
        }
    }

    private void form(String name, byte[] bytes) {
        try {
            var root = JSON.readTree(bytes);
            var components = new ArrayList<JsonNode>();
            collect(root, components);
            forms.add(new FormFile(name, new String(bytes, StandardCharsets.UTF_8), root, List.copyOf(components), lines(bytes, components.size())));
        } catch (StreamConstraintsException e) {
            unread.add(new Finding("depth", name, -1, "the file", "it has more than " + DEEPEST_FORM + " objects and lists within each other; draw the form flat"));
        } catch (JsonProcessingException e) {
            unread.add(new Finding("readable", name, -1, e.getLocation() == null ? 0 : Math.max(0, e.getLocation().getLineNr()), "the form", "This is not a Camunda Form: " + e.getOriginalMessage()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<Integer> lines(byte[] bytes, int components) throws IOException {
        try (var parser = JSON.getFactory().createParser(bytes)) {
            return FormFile.lines(parser, components);
        }
    }

    /** The line of a place in a file, 0 where it has none. */
    int line(String file, int place) {
        var lines = Stream.concat(Stream.concat(processes.stream(), tableFiles.stream()).filter(one -> one.name().equals(file)).map(XmlFile::lines),
                forms.stream().filter(one -> one.name().equals(file)).map(FormFile::lines)).findFirst().orElse(List.of());
        return place >= 0 && place < lines.size() ? lines.get(place) : 0;
    }

    private static void collect(JsonNode parent, List<JsonNode> components) {
        for (var component : parent.path("components")) {
            components.add(component);
            collect(component, components);
        }
    }

    static String tooLarge() {
        return "it has more than " + LARGEST + " bytes; divide it";
    }

    /** What showed while the files were read. */
    Stream<Finding> unread() {
        return unread.stream();
    }

    Stream<XmlFile> processes() {
        return processes.stream();
    }

    /** The elements of all models. */
    Stream<BpmnRules.Part> parts() {
        return parts.stream();
    }

    /** An expression of a model; equal texts are read once. */
    ExpressionCheck expression(String text) {
        return expressions.computeIfAbsent(text, ExpressionCheck::of);
    }

    Stream<XmlFile> tableFiles() {
        return tableFiles.stream();
    }

    Stream<Table> tables() {
        return tables.stream();
    }

    Stream<FormFile> forms() {
        return forms.stream();
    }

    /** What is wrong with templates of letters, all of which are read at the first question. */
    Stream<Fault> inLetters() {
        if (inLetters == null) {
            inLetters = LetterFiles.faults(letters, StagePeriods.stages(this));
        }
        return inLetters.stream();
    }

    Names names() {
        return names;
    }

    Surroundings surroundings() {
        return surroundings;
    }

    /** Reads FEEL, equal texts once. */
    Feel feel() {
        return feel;
    }

    /** What the engine's own parsers say of these files, which are asked once. */
    EngineParser engine() {
        if (engine == null) {
            engine = EngineParser.read(files, processes, tableFiles);
        }
        return engine;
    }

    /** The models that the engine can read, each with what is drawn. */
    Stream<BpmnFile> drawn() {
        if (drawn == null) {
            drawn = processes.stream().filter(file -> engine().reads(file.name())).map(file -> BpmnFile.read(file, files.get(file.name()), this)).toList();
        }
        return drawn.stream();
    }

    Stream<Drawing> drawings() {
        if (drawings == null) {
            drawings = drawn().map(Drawing::of).toList();
        }
        return drawings.stream();
    }

    /** The tables that the engine can read. */
    Stream<DmnFile> decided() {
        return tableFiles.stream().flatMap(file -> engine().table(file.name()).map(model -> new DmnFile(file, model)).stream());
    }

    /** The names of the deadlines that the allowance table knows, with who owes each. */
    Map<String, String> deadlines() {
        if (deadlines == null) {
            deadlines = Deadlines.owed(tables);
        }
        return deadlines;
    }

    boolean hasProcess(String id) {
        return processes().anyMatch(file -> file.all("process").anyMatch(process -> id.equals(process.getAttribute("id"))));
    }

    /** What is wrong with cells and conditions after a rule; all of them are read at the first question. */
    Stream<Finding> inConditions(String rule) {
        if (conditions == null) {
            conditions = ConditionRules.findings(this);
        }
        return conditions.stream().filter(finding -> finding.rule().equals(rule));
    }

    /** Names of files with the same content. */
    Stream<List<String>> twins() {
        var seen = new ArrayList<Map.Entry<String, byte[]>>(files.entrySet());
        return seen.stream().map(one -> seen.stream().filter(other -> Arrays.equals(one.getValue(), other.getValue())).map(Map.Entry::getKey).toList())
                .filter(same -> same.size() > 1).distinct();
    }
}
