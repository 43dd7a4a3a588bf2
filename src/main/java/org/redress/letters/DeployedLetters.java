package org.redress.letters;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import org.camunda.bpm.engine.RepositoryService;
import org.jspecify.annotations.Nullable;
import org.redress.engine.Engine;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** The templates that were deployed last: a letter says what holds on its day, so a running case has the newest. */
@Component
class DeployedLetters {
    /** As the models are deployed (models.DeployedModels); what an administrator deploys beside them has no letters. */
    private static final String NAME = "Redress";

    private final Engine engine;
    private final RepositoryService repository;
    private volatile @Nullable Deployed deployed;

    private record Deployed(String id, LetterFiles files) {}

    // lazily: the engine needs the features that write letters
    DeployedLetters(Engine engine, @Lazy RepositoryService repository) {
        this.engine = engine;
        this.repository = repository;
    }

    /** They are the product's, whoever is signed in. */
    LetterFiles now() {
        return engine.unrestricted(() -> {
            var newest = repository.createDeploymentQuery().deploymentName(NAME).orderByDeploymentTime().desc().listPage(0, 1);
            var id = newest.isEmpty() ? "" : newest.get(0).getId();
            var known = deployed;
            if (known == null || !known.id().equals(id)) {
                known = new Deployed(id, read(id));
                deployed = known;
            }
            return known.files();
        });
    }

    private LetterFiles read(String id) {
        var texts = new HashMap<String, String>();
        if (!id.isEmpty()) {
            repository.getDeploymentResourceNames(id).stream().filter(name -> name.startsWith(LetterFiles.FOLDER)).forEach(name -> {
                try (var text = repository.getResourceAsStream(id, name)) {
                    texts.put(name, new String(text.readAllBytes(), StandardCharsets.UTF_8));
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
        }
        return new LetterFiles(Map.copyOf(texts), ProductLetters::text);
    }
}
