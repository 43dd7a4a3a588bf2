package org.redress.replay;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.jspecify.annotations.Nullable;
import org.redress.council.CouncilsFromFiles;
import org.redress.gate.FormField;
import org.redress.models.ModelFiles;
import org.springframework.core.io.Resource;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/** The words that scripts are made of, as the models, forms and tables of the product have them: what can be started and done, what is asked, which deadlines there are. */
final class Vocabulary {
    private static final String CAMUNDA = "http://camunda.org/schema/1.0/bpmn";
    private static final String BPMN = "http://www.omg.org/spec/BPMN/20100524/MODEL";
    private static final String TEXT = "\"[^\"]*\"";
    private static final Pattern APOSTROPHES = Pattern.compile("[’‘`´]");
    private static final Pattern DASHES = Pattern.compile("[\\p{Pd}\\u2212]");
    private static final Pattern BLANKS = Pattern.compile("[\\s\\p{Z}]+");
    private static final int NEAR = 3;
    private static final int FEW = 3;

    private final SortedSet<String> starts = new TreeSet<>();
    private final SortedSet<String> tasks = new TreeSet<>();
    /** The forms of a task, or of a start, by its name. */
    private final Map<String, Set<String>> forms = new TreeMap<>();
    private final SortedSet<String> deadlines = new TreeSet<>();
    private final Map<String, Map<String, FormField>> fields = new LinkedHashMap<>();
    /** What is asked, by the name of a task or start, put together once. */
    private final Map<String, Map<String, FormField>> asked = new ConcurrentHashMap<>();

    private static volatile @Nullable Vocabulary current;

    private Vocabulary(Map<String, Resource> files) {
        each(files, "processes/[^/]*\\.bpmn", this::process);
        each(files, "processes/allowance\\.dmn", this::allowances);
        each(files, "forms/[^/]*\\.form", this::form);
        forms.keySet().stream().filter(name -> !starts.contains(name)).forEach(tasks::add);
    }

    /** That of the models that this product deploys. */
    static Vocabulary ofTheProduct() {
        var known = current;
        if (known == null) {
            known = new Vocabulary(ModelFiles.of(ModelFiles.folder()));
            current = known;
        }
        return known;
    }

    /** From now on that of the models of a folder, or of those in the jar if it is empty. */
    static void take(String folder) {
        current = new Vocabulary(ModelFiles.of(folder));
    }

    /** The models are others now: they are read when the next word is asked for. */
    static void forget() {
        current = null;
    }

    /** The councils' names by their ids. */
    static Map<String, String> councils() {
        return CouncilsFromFiles.publishedNames();
    }

    SortedSet<String> starts() {
        return starts;
    }

    /** The names of the tasks in Tasklist. */
    SortedSet<String> tasks() {
        return tasks;
    }

    SortedSet<String> deadlines() {
        return deadlines;
    }

    /** What is asked by a task or start, by key; where several tasks have one name, what any of them asks. */
    Map<String, FormField> fields(String name) {
        return asked.computeIfAbsent(name, wanted -> {
            var all = new LinkedHashMap<String, FormField>();
            forms.getOrDefault(wanted, Set.of()).forEach(form -> fields.getOrDefault(form, Map.of()).forEach((key, field) -> all.merge(key, field, Vocabulary::either)));
            return Collections.unmodifiableMap(all);
        });
    }

    /** Those in which something is asked, a few of them, by their names in order; none where it is asked in more. */
    List<String> asking(String key) {
        var asking = forms.keySet().stream().filter(name -> fields(name).containsKey(key)).sorted().toList();
        return asking.size() > FEW ? List.of() : asking;
    }

    private static FormField either(FormField one, FormField other) {
        var options = new LinkedHashMap<>(one.options());
        options.putAll(other.options());
        boolean open = one.options().isEmpty() || other.options().isEmpty();
        return new FormField(one.key(), one.type(), one.label(), one.required() && other.required(), one.readonly() && other.readonly(), open ? Map.of() : options,
                one.optionsFrom() == null ? other.optionsFrom() : one.optionsFrom());
    }

    /** Two spellings of one name: apostrophes, hyphens, blanks and capitals do not count. */
    static boolean same(String one, String other) {
        return one.equals(other) || evened(one).equals(evened(other));
    }

    static String evened(String name) {
        return BLANKS.matcher(DASHES.matcher(APOSTROPHES.matcher(name).replaceAll("'")).replaceAll("-")).replaceAll(" ").strip().toLowerCase(Locale.ROOT);
    }

    /** The nearest of some words, if one is so near that it may be meant. */
    static @Nullable String nearest(String word, Collection<String> words) {
        String nearest = null;
        int best = Math.min(NEAR, word.length() / 3) + 1;
        for (var candidate : words) {
            int distance = distance(evened(word), evened(candidate));
            if (distance < best) {
                best = distance;
                nearest = candidate;
            }
        }
        return nearest;
    }

    private static int distance(String one, String other) {
        int[] before = IntStream.rangeClosed(0, other.length()).toArray();
        for (int i = 1; i <= one.length(); i++) {
            int[] row = new int[other.length() + 1];
            row[0] = i;
            for (int j = 1; j <= other.length(); j++) {
                int same = before[j - 1] + (one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1);
                row[j] = Math.min(same, 1 + Math.min(before[j], row[j - 1]));
            }
            before = row;
        }
        return before[other.length()];
    }

    private void process(InputStream file) throws IOException {
        var root = xml(file);
        for (var process : elements(root, "process")) {
            for (var event : elements(process, "startEvent")) {
                if (event.getParentNode() == process && !form(event).isEmpty()) {
                    starts.add(process.getAttribute("id"));
                    forms.computeIfAbsent(process.getAttribute("id"), name -> new LinkedHashSet<>()).add(form(event));
                }
            }
        }
        elements(root, "userTask").forEach(task -> forms.computeIfAbsent(task.getAttribute("name"), name -> new LinkedHashSet<>()).add(form(task)));
    }

    private void allowances(InputStream file) throws IOException {
        elements(xml(file), "rule").forEach(rule -> {
            var deadline = elements(rule, "inputEntry").get(0).getTextContent().strip();
            if (deadline.matches(TEXT + "(\\s*,\\s*" + TEXT + ")*")) {
                Stream.of(deadline.split(",")).map(one -> one.strip().replace("\"", "")).forEach(deadlines::add);
            }
        });
    }

    private void form(InputStream file) throws IOException {
        var json = new String(file.readAllBytes(), StandardCharsets.UTF_8);
        var id = json.replaceFirst("(?s).*\\n  \"id\"\\s*:\\s*\"([^\"]+)\".*", "$1");
        var asked = new LinkedHashMap<String, FormField>();
        FormField.of(json).forEach(field -> asked.put(field.key(), field));
        fields.put(id, asked);
    }

    private static String form(Element element) {
        return element.getAttributeNS(CAMUNDA, "formRef");
    }

    private static Element xml(InputStream file) throws IOException {
        try {
            var factory = DocumentBuilderFactory.newInstance();
            factory.setNamespaceAware(true);
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            return factory.newDocumentBuilder().parse(file).getDocumentElement();
        } catch (ParserConfigurationException | SAXException e) {
            throw new IOException(e);
        }
    }

    private static List<Element> elements(Element parent, String name) {
        NodeList bpmn = parent.getElementsByTagNameNS(BPMN, name);
        NodeList found = bpmn.getLength() > 0 ? bpmn : parent.getElementsByTagNameNS("*", name);
        return IntStream.range(0, found.getLength()).mapToObj(i -> (Element) found.item(i)).toList();
    }

    /** Reads one file. */
    private interface Reading {
        void of(InputStream file) throws IOException;
    }

    private static void each(Map<String, Resource> files, String names, Reading reading) {
        new TreeMap<>(files).forEach((name, resource) -> {
            if (name.matches(names)) {
                try (var file = resource.getInputStream()) {
                    reading.of(file);
                } catch (IOException e) {
                    throw new UncheckedIOException(name + ": " + e.getMessage(), e);
                }
            }
        });
    }
}
