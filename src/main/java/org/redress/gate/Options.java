package org.redress.gate;

import java.util.LinkedHashMap;
import java.util.Map;
import org.camunda.spin.json.SpinJsonNode;
import org.jspecify.annotations.Nullable;

/** Options of a choice that come from a process variable: a JSON list of objects with label and value. */
final class Options {
    private Options() {}

    static Map<String, String> read(@Nullable Object variable) {
        var options = new LinkedHashMap<String, String>();
        if (variable instanceof SpinJsonNode json && json.isArray()) {
            json.elements().forEach(o -> options.put(o.prop("value").stringValue(), o.prop("label").stringValue()));
        }
        return options;
    }
}
