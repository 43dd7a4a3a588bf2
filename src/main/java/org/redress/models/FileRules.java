package org.redress.models;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/** What files and folders keep before anything in them is read. */
final class FileRules {
    /** A link that leads nowhere or back to where it began. */
    static final String LINKS = "links";
    /** A folder in which there is nothing. */
    static final String FOLDER = "folder";

    static final List<Rule> ALL = List.of(
            Rule.ofReading(FOLDER, "The folders `processes` and `forms` are there and hold models and forms, `letters` holds templates if it is there; what begins with a point is not looked at"),
            Rule.ofReading(LINKS, "A link leads to a file or folder, and not back to a folder that it lies in; it counts as what it leads to"),
            Rule.ofReading("kind", "Files are models (`.bpmn`), tables (`.dmn`), forms (`.form`) and, in `letters`, templates of letters (`.md`)"),
            Rule.ofReading(VersionNote.RULE, "The note `" + VersionNote.FILE + "` beside the folders, if there is one, says `name`, `author` and `reason` and nothing else"),
            Rule.ofReading("size", "A file has at most 2,000,000 bytes"),
            Rule.ofReading("doctype", "No file has a DOCTYPE, which could reach out of it"),
            Rule.ofReading("depth", "At most " + XmlFile.DEEPEST + " elements of a model or table lie within each other, and " + Models.DEEPEST_FORM + " objects and lists of a form"),
            Rule.ofReading("readable", "Models and tables are XML, forms are JSON"),
            new Rule("id-once", Rule.About.FILES, "The id of a process, a decision or a form is in one file only", FileRules::sameIds),
            new Rule("file-once", Rule.About.FILES, "No two files have the same content", FileRules::sameContent));

    private FileRules() {}

    private static Stream<Finding> sameIds(Models models) {
        return Stream.of(
                twice("process", models.processes(), file -> file.all("process").map(process -> process.getAttribute("id")), XmlFile::name),
                twice("decision", models.tableFiles(), file -> file.all("decision").map(decision -> decision.getAttribute("id")), XmlFile::name),
                twice("form", models.forms(), form -> Stream.of(form.id()).filter(id -> !id.isEmpty()), FormFile::name)).flatMap(found -> found);
    }

    private static <F> Stream<Finding> twice(String kind, Stream<F> files, Function<F, Stream<String>> ids, Function<F, String> name) {
        var first = new HashMap<String, String>();
        var found = new ArrayList<Finding>();
        files.forEach(file -> ids.apply(file).forEach(id -> {
            var before = first.putIfAbsent(id, name.apply(file));
            if (before != null) {
                found.add(new Finding("id-once", name.apply(file), -1, "the file", "it holds the " + kind + " " + id + ", and so does " + before
                        + "; keep one of the two, or give one another id"));
            }
        }));
        return found.stream();
    }

    private static Stream<Finding> sameContent(Models models) {
        return models.twins().map(names -> new Finding("file-once", names.get(1), -1, "the file",
                "it has the same content as " + names.get(0) + (names.size() > 2 ? ", and so have " + String.join(", ", names.subList(2, names.size())) : "") + "; keep one of them"));
    }
}
