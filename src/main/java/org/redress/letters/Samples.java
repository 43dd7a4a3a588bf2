package org.redress.letters;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Something in every place, to see what a template makes of it, and what is in all letters where the record says little. */
final class Samples {
    static final Map<String, Object> VALUES = values();
    /** What a letter may have to say: a next stage, a panel, none after this one, and nothing but who writes to whom. */
    static final List<Map<String, Object>> LETTERS = List.of(VALUES, with("panel", true), without("nextStage", "panel"), few());

    private Samples() {}

    /** What stands for a name, other than for any other. */
    static String said(String name) {
        return "What " + name.replace('.', ' ') + " says";
    }

    /** Whether a letter has a text for a name, so that what stands there for it says it. */
    static boolean has(Map<String, Object> letter, String name) {
        int point = name.indexOf('.');
        return point < 0 ? letter.get(name) instanceof String : letter.containsKey(name.substring(0, point));
    }

    private static Map<String, Object> with(String name, Object value) {
        var values = new LinkedHashMap<>(VALUES);
        values.put(name, value);
        return values;
    }

    private static Map<String, Object> without(String... names) {
        var values = new LinkedHashMap<>(VALUES);
        List.of(names).forEach(values::remove);
        return values;
    }

    private static Map<String, Object> few() {
        var values = new LinkedHashMap<String, Object>();
        List.of(Names.WORDS, "salutation", "reference", "ombudsman", "council").forEach(name -> values.put(name, VALUES.get(name)));
        return values;
    }

    private static Map<String, Object> values() {
        var values = new LinkedHashMap<String, Object>();
        var within = new HashMap<String, Map<String, Object>>();
        Names.inOrder().keySet().forEach(name -> {
            int point = name.indexOf('.');
            if (point < 0) {
                values.put(name, said(name));
            } else {
                within.computeIfAbsent(name.substring(0, point), list -> new HashMap<>()).put(name.substring(point + 1), said(name));
            }
        });
        within.forEach((name, parts) -> values.put(name, List.of("issues", "actions", "late").contains(name) ? List.of(parts, parts) : parts));
        List.of("panel", "investigation", "onlyStage", "request", "accessRequest").forEach(name -> values.put(name, false));
        return values;
    }
}
