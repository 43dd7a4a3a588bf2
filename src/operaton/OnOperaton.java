import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/**
 * Writes the project once more, for Operaton instead of Camunda: {@code OnOperaton PROJECT FOLDER}. What differs is names, of packages, artifacts and settings; they are written anew each time, so there is one
 * code only. Models, forms and tables stay as they are, and so do the addresses of pages and, but for the group of administrators, what stands in the database. Files that come out as they were are left alone, so that little is compiled again.
 */
final class OnOperaton {
    /** The newest that Central has whole with Spring Boot 3.5. */
    private static final String VERSION = "1.0.3";
    /** Of this part Central has no newer one; it needs nothing that has changed since. */
    private static final String JSON_VERSION = "1.0.0";

    private static final Set<String> LEFT_OUT = Set.of("target", ".git", "data", "node_modules");
    private static final Set<String> TEXT = Set.of("java", "yaml", "properties", "factories", "imports", "xml", "js");

    private static final Map<String, String> IN_CODE = new LinkedHashMap<>();
    private static final Map<String, String> IN_SETTINGS = new LinkedHashMap<>();
    private static final Map<String, String> IN_POM = new LinkedHashMap<>();
    /** What the part of Tasklist that shows forms is called in the browser. */
    private static final Map<String, String> IN_PAGES = Map.of("\\bcamTasklistFormCamunda", "camTasklistFormOperaton");
    private static final Map<String, String> IN_DOCS = Map.of("\\bcamunda-admin\\b", "operaton-admin");

    static {
        // the webapps look for administrators in a group of another name; take-over.sql renames it in a database
        IN_CODE.put("\\bCAMUNDA_ADMIN\\b", "OPERATON_ADMIN");
        IN_CODE.put("\\bcamunda-(admin|tasklist|cockpit|welcome)\\b", "operaton-$1");
        IN_CODE.put("org\\.camunda\\.bpm\\.model\\.bpmn\\.instance\\.camunda\\b", "org.operaton.bpm.model.bpmn.instance.operaton");
        IN_CODE.put("org\\.camunda\\.bpm\\.impl\\.juel\\.jakarta\\.el\\b", "jakarta.el");
        IN_CODE.put("\\bcamunda\\.bpm\\b", "operaton.bpm");
        IN_CODE.put("\\bCAMUNDA_CSRF_TOKEN\\b", "OPERATON_CSRF_TOKEN");
        IN_CODE.put("\\borg\\.camunda\\.spin\\b", "org.operaton.spin");
        IN_CODE.put("org/camunda/bpm\\b", "org/operaton/bpm");
        IN_CODE.put("webjars/camunda\\b", "webjars/operaton");
        IN_CODE.put("Set\\.of\\(\"camunda\", ", "Set.of(\"operaton\", ");
        // names of classes and methods; what people read has a space behind it
        IN_CODE.put("Camunda(?=[A-Z])", "Operaton");

        IN_SETTINGS.put("(?m)^camunda:", "operaton:");
        IN_SETTINGS.put("\\bcamunda\\.bpm\\b", "operaton.bpm");
        IN_SETTINGS.put("\\borg\\.camunda\\b", "org.operaton");
        IN_SETTINGS.put("strict-camunda-form", "strict-operaton-form");

        IN_POM.put("<groupId>org\\.camunda\\.", "<groupId>org.operaton.");
        IN_POM.put("<artifactId>camunda-", "<artifactId>operaton-");
        IN_POM.put("<camunda\\.version>[^<]*<", "<camunda.version>" + VERSION + "<");
        IN_POM.put("(<artifactId>operaton-spin-dataformat-json-jackson</artifactId>)\\s*</dependency>", "$1<version>" + JSON_VERSION
                + "</version><exclusions><exclusion><groupId>*</groupId><artifactId>*</artifactId></exclusion></exclusions></dependency>"
                + "<dependency><groupId>com.jayway.jsonpath</groupId><artifactId>json-path</artifactId></dependency>");
        // parts of it name what their own tests need as if whoever uses them needed it too
        IN_POM.put("(<groupId>org\\.operaton\\.[^<]*</groupId>\\s*<artifactId>[^<]*</artifactId>(?:\\s*<version>[^<]*</version>)?)\\s*</dependency>", "$1<exclusions>"
                + "<exclusion><groupId>org.junit.jupiter</groupId><artifactId>*</artifactId></exclusion><exclusion><groupId>org.assertj</groupId><artifactId>*</artifactId></exclusion></exclusions></dependency>");
        IN_POM.put("(?s)(</licenses>)", "$1<repositories><repository><id>missing-parts</id><url>file://\\${project.basedir}/src/operaton/repository</url></repository></repositories>");
    }

    public static void main(String[] arguments) throws IOException {
        var from = Path.of(arguments[0]).toAbsolutePath().normalize();
        var to = Path.of(arguments[1]).toAbsolutePath().normalize();
        var written = new HashSet<Path>();
        Files.walkFileTree(from, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
                return !folder.equals(from) && LEFT_OUT.contains(folder.getFileName().toString()) ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                var place = from.relativize(file);
                var target = to.resolve(place.toString().replace("webjars/camunda", "webjars/operaton"));
                written.add(target);
                write(target, renamed(place, Files.readAllBytes(file)));
                target.toFile().setExecutable(Files.isExecutable(file));
                return FileVisitResult.CONTINUE;
            }
        });
        remove(to, written);
    }

    private static byte[] renamed(Path place, byte[] content) {
        var name = place.getFileName().toString();
        var names = place.equals(Path.of("pom.xml")) ? IN_POM : place.startsWith("docs") && name.endsWith(".md") ? IN_DOCS
                : !place.startsWith("src") || place.startsWith(Path.of("src", "operaton")) || !TEXT.contains(name.substring(name.lastIndexOf('.') + 1)) ? Map.<String, String>of()
                : name.endsWith(".java") ? IN_CODE : name.endsWith(".js") ? IN_PAGES : IN_SETTINGS;
        if (names.isEmpty()) {
            return content;
        }
        var text = new String(content, StandardCharsets.UTF_8);
        for (var each : names.entrySet()) {
            text = text.replaceAll(each.getKey(), each.getValue());
        }
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static void write(Path file, byte[] content) throws IOException {
        if (!Files.exists(file) || !Arrays.equals(Files.readAllBytes(file), content)) {
            Files.createDirectories(file.getParent());
            Files.write(file, content);
        }
    }

    /** What the project has no more. */
    private static void remove(Path folder, Set<Path> written) throws IOException {
        Files.walkFileTree(folder, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path each, BasicFileAttributes attributes) {
                return !each.equals(folder) && LEFT_OUT.contains(each.getFileName().toString()) ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                if (!written.contains(file)) {
                    Files.delete(file);
                }
                return FileVisitResult.CONTINUE;
            }
        });
    }
}
