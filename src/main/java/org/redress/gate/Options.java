package org.redress.gate;

import java.util.LinkedHashMap;
import java.util.Map;
import org.camunda.spin.json.SpinJsonNode;
import org.jspecify.annotations.Nullable;

/** Options of a choice that come from a process variable: a JSON list of texts, or of objects with label and value. */
final class Options {
    private Options() {}

    static Map<String, String> read(@Nullable Object variable) {
        var options = new LinkedHashMap<String, String>();
        if (variable instanceof SpinJsonNode json && json.isArray()) {
            json.elements().forEach(option -> {
                if (option.isString()) {
                    options.put(option.stringValue(), option.stringValue());
                } else if (option.isObject() && option.hasProp("value")) {
                    var value = text(option.prop("value"));
                    options.put(value, option.hasProp("label") ? text(option.prop("label")) : value);
                }
            });
        }
        return options;
    }

    private static String text(SpinJsonNode node) {
        return node.isString() ? node.stringValue() : node.toString();
    }
}
