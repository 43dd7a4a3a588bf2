package org.redress.models;

/**
 * One thing that is wrong with models, tables and forms.
 *
 * @param rule the id of the {@link Rule} that is not kept
 * @param place where in the file, so that findings stand in the order of the file
 * @param element what in the file it is about
 * @param why what stands there, why it cannot stay, and what to do
 */
record Finding(String rule, String file, int place, String element, String why) implements Comparable<Finding> {
    /** What a rule found; the rule that looked says which it is. */
    static Finding of(String file, int place, String element, String why) {
        return new Finding("", file, place, element, why);
    }

    Finding under(String id) {
        return new Finding(id, file, place, element, why);
    }

    @Override
    public int compareTo(Finding other) {
        int byFile = file.compareTo(other.file);
        return byFile == 0 ? Integer.compare(place, other.place) : byFile;
    }

    @Override
    public String toString() {
        return file + ", " + element + ": " + why + (why.endsWith("?") ? "" : ".");
    }
}
