package org.redress.models;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Something in a model, table or form that people see as one, such as a step, a flow, a row or a field, with all that is said of it.
 *
 * @param key the id or key by which another version of the file has it too
 * @param kind what it is, in the words of the Modeler
 * @param name the name that people see, empty if it has none
 * @param what kind, name and where it stands, as a sentence names it
 * @param facts what is said of it, by words of the Modeler
 * @param place how it is drawn or laid out, which means nothing for a case
 */
record Thing(String key, String kind, String name, String what, Map<String, Fact> facts, String place) {
    /** The fact that says what it is; {@link #what} has it already. */
    static final String KIND = "kind";
    /** The fact that says how it is called; {@link #what} has it already. */
    static final String NAME = "name";

    private static final int ENOUGH = 2;

    /**
     * One thing that is said.
     *
     * @param text as it stands in the file
     * @param means the same text without what makes no difference, such as blanks in a cell
     * @param others the keys of other things of the file that it names; where there are any, they are compared and not the text
     * @param use what a difference in it is for a case
     */
    record Fact(String text, String means, List<String> others, Use use) {
        static Fact of(String text) {
            return new Fact(text, text, List.of(), Use.COUNTS);
        }

        /** What is compared with the other version, in which things may have other keys. */
        List<String> compared(Map<String, String> renamed) {
            return others.isEmpty() ? List.of(means) : others.stream().map(key -> renamed.getOrDefault(key, key)).toList();
        }
    }

    /** What a difference in a fact is for a case. */
    enum Use {
        /** Something differs. */
        COUNTS,
        /** Only the order of those things counts that both versions have; what is there with one of them only is a difference of its own. */
        ORDER,
        /** Nothing differs but how the file is written. */
        NOTHING
    }

    /** Whether the same is said of both, and enough to tell them from others; name and key may differ. */
    boolean saysTheSameAs(Thing other) {
        var said = said();
        return kind.equals(other.kind) && said.size() >= ENOUGH && said.equals(other.said());
    }

    private Map<String, Fact> said() {
        var said = new HashMap<>(facts);
        said.keySet().removeAll(Set.of(KIND, NAME));
        return said;
    }
}
