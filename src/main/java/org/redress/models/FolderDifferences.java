package org.redress.models;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.redress.letters.LetterFiles;

/**
 * Two folders of models, tables, forms and letters.
 *
 * @param files those that differ, in the order of their names
 * @param compared how many files there are with one or both of them
 * @param unread what could not be read, and so not compared
 */
record FolderDifferences(List<FileDifferences> files, int compared, List<Finding> unread) {
    private static final Surroundings ONLY_READ = new Surroundings(delegate -> true, Set.of(), Set.of(), Set.of(), form -> List.of());

    /**
     * Compares what two folders hold; an empty name stands for what is in the jar.
     *
     * @throws ModelsRefused if a folder is not there, or holds what cannot be looked at
     */
    static FolderDifferences of(String before, String after) {
        return of(read(before), read(after));
    }

    static FolderDifferences of(Map<String, byte[]> before, Map<String, byte[]> after) {
        var old = Models.of(ONLY_READ, before);
        var now = Models.of(ONLY_READ, after);
        var unread = Stream.concat(old.unread().map(finding -> inVersion(finding, "as it was")), now.unread().map(finding -> inVersion(finding, "as it is now"))).toList();
        var unreadable = Stream.of(old, now).flatMap(Models::unread).map(Finding::file).collect(Collectors.toSet());
        var files = new ArrayList<FileDifferences>();
        pairs(old.processes().toList(), now.processes().toList(), XmlFile::name, file -> ids(file, "process")).forEach(pair -> files.add(FileDifferences.ofModel(pair.before, pair.after)));
        pairs(old.tableFiles().toList(), now.tableFiles().toList(), XmlFile::name, file -> ids(file, "decision")).forEach(pair -> files.add(FileDifferences.ofTables(pair.before, pair.after)));
        pairs(old.forms().toList(), now.forms().toList(), FormFile::name, FormFile::id).forEach(pair -> files.add(FileDifferences.ofForm(pair.before, pair.after)));
        Stream.of(before, after).flatMap(one -> one.keySet().stream()).filter(LetterFiles::isLetter).distinct().sorted().forEach(name -> files.add(FileDifferences.ofLetter(name, letter(before, name), letter(after, name))));
        var names = Stream.of(before, after).flatMap(one -> one.keySet().stream()).distinct().count();
        var different = files.stream().filter(file -> !unreadable.contains(file.name())).filter(file -> file.formerName() != null || (LetterFiles.isLetter(file.name()) ? !Objects.equals(letter(before, file.name()), letter(after, file.name())) : !Arrays.equals(before.get(file.name()), after.get(file.name()))))
                .sorted((one, other) -> one.name().compareTo(other.name())).toList();
        return new FolderDifferences(different, (int) names, unread);
    }

    /** A folder that has no file for a letter has the product's. */
    private static @Nullable String letter(Map<String, byte[]> files, String name) {
        var own = files.get(name);
        return own == null ? LetterFiles.ofProduct(name).orElse(null) : new String(own, StandardCharsets.UTF_8);
    }

    private record Pair<T>(@Nullable T before, @Nullable T after) {}

    /** Files of one name, then those that got another name and hold what the old one held. */
    private static <T> List<Pair<T>> pairs(List<T> before, List<T> after, Function<T, String> name, Function<T, String> holds) {
        var now = new LinkedHashMap<String, T>();
        after.forEach(file -> now.put(name.apply(file), file));
        var pairs = new ArrayList<Pair<T>>();
        var left = new ArrayList<T>();
        for (var file : before) {
            var same = now.remove(name.apply(file));
            if (same == null) {
                left.add(file);
            } else {
                pairs.add(new Pair<>(file, same));
            }
        }
        for (var file : left) {
            var same = now.values().stream().filter(one -> !holds.apply(one).isEmpty() && holds.apply(one).equals(holds.apply(file))).findFirst();
            pairs.add(new Pair<>(file, same.orElse(null)));
            same.ifPresent(one -> now.remove(name.apply(one)));
        }
        now.values().forEach(file -> pairs.add(new Pair<>(null, file)));
        return pairs;
    }

    private static String ids(XmlFile file, String kind) {
        return file.all(kind).map(element -> element.getAttribute("id")).collect(Collectors.joining(" "));
    }

    private static Finding inVersion(Finding finding, String version) {
        return new Finding(finding.rule(), finding.file(), finding.place(), finding.line(), finding.element() + ", " + version, finding.why());
    }

    private static Map<String, byte[]> read(String folder) {
        var files = new TreeMap<String, byte[]>();
        try {
            for (var file : ModelFiles.of(folder).entrySet()) {
                files.put(file.getKey(), file.getValue().getContentAsByteArray());
            }
            return files;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Whether a case may meet anything of it. */
    boolean counts() {
        return files.stream().anyMatch(file -> file.kind().counts());
    }
}
