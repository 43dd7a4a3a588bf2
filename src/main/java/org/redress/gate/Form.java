package org.redress.gate;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** A Camunda Form as far as the gate checks it: its id and its input fields in their order, groups unfolded. */
record Form(String id, List<Field> fields) {
    /** Whether it goes on with the last version of a text, and begins with all that was answered. */
    boolean goesOn() {
        return fields.stream().anyMatch(field -> field.ofRecord() != null && !field.readonly() && !Field.isProposal(field.ofRecord()));
    }

    /** The names of the texts of the record that stand on it, by the keys of their fields. */
    Map<String, String> ofRecord() {
        return fields.stream().filter(field -> field.ofRecord() != null).collect(Collectors.toMap(Field::key, field -> String.valueOf(field.ofRecord())));
    }
}
