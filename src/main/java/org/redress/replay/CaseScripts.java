package org.redress.replay;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.redress.casefile.Reference;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/** The published cases that come with the product, and scripts from files. */
final class CaseScripts {
    private CaseScripts() {}

    static List<CaseScript> published() {
        try {
            var scripts = new ArrayList<CaseScript>();
            for (var resource : new PathMatchingResourcePatternResolver().getResources("classpath*:cases/*.yaml")) {
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
            try (var reader = Files.newBufferedReader(Path.of(referenceOrFile))) {
                return ScriptReader.read(reader);
            } catch (IOException e) {
                throw new ScriptRefused("The file " + referenceOrFile + " cannot be read: " + e.getMessage());
            }
        }
        var wanted = Reference.read(referenceOrFile);
        var published = published();
        return published.stream().filter(script -> wanted.same(script.reference())).findFirst()
                .orElseThrow(() -> new ScriptRefused("\"" + referenceOrFile + "\" is neither a file nor one of the published cases "
                        + String.join(", ", published.stream().map(CaseScript::reference).toList()) + "."));
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
