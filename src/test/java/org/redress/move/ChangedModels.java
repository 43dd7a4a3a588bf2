package org.redress.move;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.Deployment;

/** Versions of the models that a process owner makes one after the other, and takes back in the end. */
public class ChangedModels {
    private final RepositoryService repository;
    private final List<Deployment> made = new ArrayList<>();
    private final Map<String, UnaryOperator<String>> changes = new HashMap<>();

    public ChangedModels(RepositoryService repository) {
        this.repository = repository;
    }

    /** One more change of a file for the next version. */
    public ChangedModels with(String file, String before, String after) {
        changes.merge(file, text -> {
            assertThat(text).contains(before);
            return text.replace(before, after);
        }, (one, other) -> text -> other.apply(one.apply(text)));
        return this;
    }

    /** Deploys the models with all changes so far. */
    public Deployment deploy() {
        return deploy(Path.of(""));
    }

    /** Deploys the models of a folder with all changes so far. */
    Deployment deploy(Path models) {
        var deployment = repository.createDeployment().name("changed");
        for (var folder : List.of("processes", "forms")) {
            try (var files = Files.list(models.resolve(folder))) {
                for (var file : files.toList()) {
                    var text = changes.getOrDefault(file.getFileName().toString(), same -> same).apply(Files.readString(file));
                    deployment.addInputStream(folder + "/" + file.getFileName(), new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        made.add(deployment.deploy());
        return made.get(made.size() - 1);
    }

    /** What was deployed before is the newest again. */
    public void takeBack() {
        made.forEach(deployment -> repository.deleteDeployment(deployment.getId(), true));
        made.clear();
        changes.clear();
    }

    /** After the last test the models as they were come again: the engine begins nothing by timers and messages of an earlier version when a later one was deleted. */
    public static void restore(RepositoryService repository) {
        new ChangedModels(repository).deploy();
    }
}
