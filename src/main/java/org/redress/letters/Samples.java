package org.redress.letters;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Something in every place, to see what a template makes of it. */
final class Samples {
    static final Map<String, Object> VALUES = values();

    private Samples() {}

    private static Map<String, Object> values() {
        var values = new LinkedHashMap<String, Object>();
        var within = new HashMap<String, Map<String, Object>>();
        Names.inOrder().keySet().forEach(name -> {
            int point = name.indexOf('.');
            if (point < 0) {
                values.put(name, "Something");
            } else {
                within.computeIfAbsent(name.substring(0, point), list -> new HashMap<>()).put(name.substring(point + 1), "Something");
            }
        });
        within.forEach((name, parts) -> values.put(name, name.equals("issues") || name.equals("actions") ? List.of(parts, parts) : parts));
        values.put("panel", false);
        return values;
    }
}
