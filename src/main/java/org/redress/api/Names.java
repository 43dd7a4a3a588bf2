package org.redress.api;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.redress.casefile.CaseFiles;
import org.redress.identity.Authority;

/** The people of one document by name instead of their user ids; each is looked up once. */
final class Names {
    /** What the product writes itself when work goes to somebody; it names them by user id, because a name is not the same person for ever. */
    private static final List<String> WORK_MOVED = List.of("Task given", "Task taken", "Deputy", "Handed over: ", "Open tasks handed over", "Given to ", "The case is there for the supervisors");
    private static final Pattern ID = Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{N}._@-]*[\\p{L}\\p{N}]");

    private final Authority authority;
    private final Map<String, Optional<String>> known = new HashMap<>();

    Names(Authority authority) {
        this.authority = authority;
    }

    /** These people come up: they are looked up together. */
    void prepare(Collection<String> ids) {
        var unknown = ids.stream().filter(id -> !known.containsKey(id)).distinct().toList();
        unknown.forEach(id -> known.put(id, Optional.empty()));
        authority.people(unknown).forEach(person -> known.put(person.id(), Optional.of(person.name()).filter(name -> !name.isBlank())));
    }

    /** A person's name, of one without an account any more the id; the product has a name of its own. */
    String of(String id) {
        if (id.equals(CaseFiles.PRODUCT)) {
            return id;
        }
        prepare(List.of(id));
        return known.get(id).orElse(id);
    }

    /** What a line says, or its detail, with names if it is about to whom work went; any other as it was written. */
    String in(String what, String text) {
        return WORK_MOVED.stream().anyMatch(what::startsWith) ? ID.matcher(text).replaceAll(found -> Matcher.quoteReplacement(of(found.group()))) : text;
    }

    /** Who comes up in such a line. */
    static Stream<String> mentioned(String what, @Nullable String detail) {
        return WORK_MOVED.stream().anyMatch(what::startsWith) ? ID.matcher(what + " " + detail).results().map(found -> found.group()) : Stream.of();
    }
}
