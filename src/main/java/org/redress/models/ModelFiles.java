package org.redress.models;

import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.core.io.Resource;

/** The models, tables and forms that a start would deploy, for whoever has to know them before there is an engine. */
public final class ModelFiles {
    private ModelFiles() {}

    /** The folder {@code redress.models} of a command, which has no other settings than the JVM's and the environment's; empty for those in the jar. */
    public static String folder() {
        return System.getProperty("redress.models", System.getenv().getOrDefault("REDRESS_MODELS", ""));
    }

    /** The files of a folder, or of the jar, by the names under which they are deployed. */
    public static Map<String, Resource> of(String folder) {
        var files = new LinkedHashMap<String, Resource>();
        for (var file : new ModelDeployment(folder).resources()) {
            files.put(file.getDescription(), file);
        }
        return files;
    }
}
