package org.redress.gate;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/** Tells of a form whether the gate could check its answers; otherwise only its first user would notice. */
@Component
public class Forms {
    private final Supplier<Set<String>> texts;

    /** For forms alone, without the record whose texts they name. */
    public Forms() {
        this.texts = Set::of;
    }

    @Autowired
    Forms(ObjectProvider<FromRecord> texts) {
        this.texts = () -> texts.stream().map(FromRecord::name).collect(Collectors.toCollection(TreeSet::new));
    }

    /** What the server could not check in a form; a sentence each names the field. Its conditions are read elsewhere. */
    public List<String> faults(String json) {
        try {
            var faults = FormReader.faults(json);
            return faults.isEmpty() ? unknownTexts(json) : faults.stream().map(Forms::sentence).toList();
        } catch (FormRefused e) {
            return List.of(sentence(e));
        }
    }

    private List<String> unknownTexts(String json) {
        var known = texts.get();
        return known.isEmpty() ? List.of() : FormReader.read(json).ofRecord().entrySet().stream().filter(field -> !known.contains(field.getValue()))
                .map(field -> "Field " + field.getKey() + ": the record has no text " + field.getValue() + " for forms; it has " + String.join(", ", known)).toList();
    }

    private static String sentence(FormRefused fault) {
        return String.valueOf(fault.getMessage()).replaceFirst("\\.$", "");
    }
}
