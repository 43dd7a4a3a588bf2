package org.redress.gate;

import java.util.List;
import org.springframework.stereotype.Component;

/** Tells of a form whether the gate could check its answers; otherwise only its first user would notice. */
@Component
public class Forms {
    /** What the server could not check in a form; a sentence each names the field. Its conditions are read elsewhere. */
    public List<String> faults(String json) {
        try {
            return FormReader.faults(json).stream().map(Forms::sentence).toList();
        } catch (FormRefused e) {
            return List.of(sentence(e));
        }
    }

    private static String sentence(FormRefused fault) {
        return String.valueOf(fault.getMessage()).replaceFirst("\\.$", "");
    }
}
