package org.redress.models;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.NullUnmarked;
import org.redress.engine.ModelsToDeploy;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.io.AbstractResource;
import org.springframework.core.io.FileSystemResource;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;

/**
 * Deploys the models, tables and forms, and the templates of letters: those of the folder {@code redress.models} if it is set, else those in the jar. The
 * resource names are the same in both, so an unchanged start deploys nothing; a change deploys all of them together, and a case
 * keeps the set with which it began.
 */
@Component
@NullUnmarked
class ModelDeployment implements ModelsToDeploy {
    private static final List<String> FOLDERS = List.of("processes", "forms");
    /** A folder without templates of letters has the product's. */
    private static final String LETTERS = "letters";
    private static final Pattern MODEL = Pattern.compile(".*\\.(bpmn|dmn|form)|.*/letters/.*\\.md");

    private final String folder;
    private final boolean deploys;

    // a String, because Spring would take a Path such as "." for a place on the classpath
    @Autowired
    ModelDeployment(@Value("${redress.models:}") String folder, @Value("${redress.deploys-models}") boolean deploys) {
        this.folder = folder;
        this.deploys = deploys;
    }

    ModelDeployment(String folder) {
        this(folder, true);
    }

    /** Whether a start deploys them; a command beside the server goes on with what the server has deployed. */
    boolean deploys() {
        return deploys;
    }

    @Override
    public String name() {
        return DeployedModels.NAME;
    }

    @Override
    public Set<Resource> toDeploy() {
        if (!deploys) {
            return Set.of();
        }
        VersionNote.of(folder);
        return resources();
    }

    /** All that there is to deploy. */
    Set<Resource> resources() {
        var resources = new LinkedHashSet<Resource>();
        try {
            if (folder.isBlank()) {
                for (var name : FOLDERS) {
                    fromJar(name, resources);
                }
                fromJar(LETTERS, resources);
            } else {
                var names = Files.isDirectory(Path.of(folder, LETTERS)) ? Stream.concat(FOLDERS.stream(), Stream.of(LETTERS)).toList() : FOLDERS;
                FolderOfModels.read(Path.of(folder), names).forEach((name, file) -> resources.add(new Named(new FileSystemResource(file), name)));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return resources;
    }

    /** What would be deployed, by the names under which it is. */
    Map<String, byte[]> contents() {
        var contents = new HashMap<String, byte[]>();
        try {
            for (var resource : resources()) {
                contents.put(resource.getDescription(), resource.getContentAsByteArray());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return contents;
    }

    private static void fromJar(String name, Set<Resource> resources) throws IOException {
        for (var resource : new PathMatchingResourcePatternResolver().getResources("classpath*:" + name + "/**/*.*")) {
            var url = resource.getURL().toString();
            if (MODEL.matcher(url).matches()) {
                resources.add(new Named(resource, url.substring(url.lastIndexOf("/" + name + "/") + 1)));
            }
        }
    }

    /** A resource under the name with which it is deployed, wherever it comes from. */
    private static final class Named extends AbstractResource {
        private final Resource resource;
        private final String name;

        Named(Resource resource, String name) {
            this.resource = resource;
            this.name = name;
        }

        @Override
        public String getDescription() {
            return name;
        }

        @Override
        public InputStream getInputStream() throws IOException {
            return resource.getInputStream();
        }
    }
}
