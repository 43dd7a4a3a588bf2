package org.redress.replay;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.redress.casefile.Reference;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/** The published cases that come with the product, and scripts from files. */
final class CaseScripts {
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
        try {
            var scripts = new ArrayList<CaseScript>();
            for (var resource : new PathMatchingResourcePatternResolver().getResources(where)) {
                try (var reader = new InputStreamReader(resource.getInputStream(), StandardCharsets.UTF_8)) {
                    scripts.add(ScriptReader.read(reader));
                } catch (ScriptRefused e) {
                    throw new ScriptRefused(resource.getFilename() + ": " + e.getMessage());
                }
            }
            return scripts;
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
        var published = Stream.concat(published().stream(), further().stream()).toList();
        return published.stream().filter(script -> wanted.same(script.reference())).findFirst()
                .orElseThrow(() -> new ScriptRefused("\"" + referenceOrFile + "\" is neither a file nor one of the published cases "
                        + String.join(", ", published.stream().map(CaseScript::reference).toList()) + "."));
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

    private static boolean isFile(String name) {
        try {
            return Files.isRegularFile(Path.of(name));
        } catch (InvalidPathException e) {
            // a pasted reference can hold what no file is called
            return false;
        }
    }
}
