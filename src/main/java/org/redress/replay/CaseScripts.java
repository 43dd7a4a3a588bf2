package org.redress.replay;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.redress.casefile.Reference;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/** The published cases that come with the product, and scripts from files. */
final class CaseScripts {
    private static final Pattern REFERENCE = Pattern.compile("(?m)^case: *[\"']?([^\"'#\\n]+?)[\"']? *$");

    private CaseScripts() {}

    /** The cases of the demonstration. */
    static List<CaseScript> published() {
        return shipped("classpath*:cases/*.yaml");
    }

    /** Further published cases, as examples; the demonstration does without them. */
    static List<CaseScript> further() {
        return shipped("classpath*:cases/further/*.yaml");
    }

    private static List<CaseScript> shipped(String where) {
        return texts(where).entrySet().stream().map(CaseScripts::read).toList();
    }

    private static CaseScript read(Map.Entry<String, String> file) {
        try {
            return ScriptReader.read(new StringReader(file.getValue()));
        } catch (ScriptRefused e) {
            throw new ScriptRefused(file.getKey() + ": " + e.getMessage());
        }
    }

    /** By the names of their files. */
    private static Map<String, String> texts(String where) {
        try {
            var texts = new LinkedHashMap<String, String>();
            for (var resource : new PathMatchingResourcePatternResolver().getResources(where)) {
                texts.put(String.valueOf(resource.getFilename()), resource.getContentAsString(StandardCharsets.UTF_8));
            }
            return texts;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A script by the Ombudsman's reference, however it is written, or from a file. */
    static CaseScript find(String referenceOrFile) {
        if (isFile(referenceOrFile)) {
            try {
                return ScriptReader.read(new StringReader(text(Files.readAllBytes(Path.of(referenceOrFile)))));
            } catch (IOException e) {
                throw new ScriptRefused("The file " + referenceOrFile + " cannot be read: " + e.getMessage());
            }
        }
        var wanted = Reference.read(referenceOrFile);
        var texts = new LinkedHashMap<>(texts("classpath*:cases/*.yaml"));
        texts.putAll(texts("classpath*:cases/further/*.yaml"));
        // only the one that is wanted is read as a whole
        return texts.entrySet().stream().filter(file -> wanted.same(reference(file.getValue()))).findFirst().map(CaseScripts::read)
                .orElseThrow(() -> new ScriptRefused("\"" + referenceOrFile + "\" is neither a file nor one of the published cases "
                        + String.join(", ", texts.values().stream().map(CaseScripts::reference).toList()) + "."));
    }

    /** The references of all published cases, those of the demonstration first. */
    static List<String> references() {
        return Stream.of("classpath*:cases/*.yaml", "classpath*:cases/further/*.yaml").flatMap(where -> texts(where).values().stream()).map(CaseScripts::reference).toList();
    }

    /** Whether it is a file or one of the published cases. */
    static boolean known(String referenceOrFile) {
        var wanted = Reference.read(referenceOrFile);
        return isFile(referenceOrFile) || Stream.of("classpath*:cases/*.yaml", "classpath*:cases/further/*.yaml")
                .flatMap(where -> texts(where).values().stream()).anyMatch(text -> wanted.same(reference(text)));
    }

    /** What the head of a published script calls its case. */
    private static String reference(String script) {
        var head = REFERENCE.matcher(script);
        return head.find() ? head.group(1) : "";
    }

    /** A byte that is no UTF-8 is mostly an apostrophe or a pound sign of Windows: the line helps to find it. */
    private static String text(byte[] bytes) {
        var decoded = CharBuffer.allocate(bytes.length);
        var from = ByteBuffer.wrap(bytes);
        var result = StandardCharsets.UTF_8.newDecoder().decode(from, decoded, true);
        var text = decoded.flip().toString();
        if (result.isError()) {
            throw new ScriptRefused((int) text.chars().filter(c -> c == '\n').count() + 1, "the byte %02X is no UTF-8; save the file as UTF-8."
                    .formatted(bytes[from.position()]));
        }
        return text.startsWith("\uFEFF") ? text.substring(1) : text;
    }

    static boolean isFile(String name) {
        try {
            return Files.isRegularFile(Path.of(name));
        } catch (InvalidPathException e) {
            // a pasted reference can hold what no file is called
            return false;
        }
    }
}
