package org.redress.models;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** A copy of the models and forms in a folder of its own, as a process owner has one, to edit. */
public final class ModelFolder {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Path folder;

    private ModelFolder(Path folder) {
        this.folder = folder;
    }

    /** Copies the models, forms and letters of the project. */
    public static ModelFolder copyTo(Path folder) throws IOException {
        for (var name : List.of("processes", "forms", "letters", "letters/parts", "letters/proposals", "letters/easy-read", "letters/easy-read/parts")) {
            Files.createDirectories(folder.resolve(name));
            try (var files = Files.list(Path.of(name))) {
                for (var file : files.filter(Files::isRegularFile).toList()) {
                    Files.copy(file, folder.resolve(name).resolve(file.getFileName()));
                }
            }
        }
        return new ModelFolder(folder);
    }

    /** The folder for {@code redress.models}. */
    public Path path() {
        return folder;
    }

    /** Adds a field to a form, as the Modeler does. */
    public void addField(String form, String component) throws IOException {
        var file = folder.resolve("forms").resolve(form + ".form");
        var json = JSON.readTree(file.toFile());
        ((ArrayNode) json.path("components")).add(read(component));
        Files.writeString(file, JSON.writerWithDefaultPrettyPrinter().writeValueAsString(json));
    }

    /** Replaces text in a model; fails if it is not there. */
    public void replace(String file, String text, String by) throws IOException {
        var path = folder.resolve(file);
        var before = Files.readString(path);
        assertThat(before).contains(text);
        Files.writeString(path, before.replace(text, by));
    }

    private static JsonNode read(String component) throws IOException {
        return JSON.readTree(component);
    }
}
