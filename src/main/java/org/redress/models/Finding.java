package org.redress.models;

/**
 * One thing that is wrong with models, tables and forms.
 *
 * @param rule the id of the {@link Rule} that is not kept
 * @param place where in the file, so that findings stand in the order of the file
 * @param line the line of the file on which the element begins, counted from 1; 0 where it is about the whole of it
 * @param element what in the file it is about
 * @param why what stands there, why it cannot stay, and what to do
 */
record Finding(String rule, String file, int place, int line, String element, String why) implements Comparable<Finding> {
    /** Its line is found by the place. */
    Finding(String rule, String file, int place, String element, String why) {
        this(rule, file, place, 0, element, why);
    }

    /** What a rule found; the rule that looked says which it is. */
    static Finding of(String file, int place, String element, String why) {
        return new Finding("", file, place, element, why);
    }

    Finding under(String id) {
        return new Finding(id, file, place, line, element, why);
    }

    Finding onLine(int number) {
        return new Finding(rule, file, place, number, element, why);
    }

    @Override
    public int compareTo(Finding other) {
        int byFile = file.compareTo(other.file);
        return byFile == 0 ? Integer.compare(place, other.place) : byFile;
    }

    /** As compilers write it, so that editors lead there: file, line, element, and what is wrong. */
    @Override
    public String toString() {
        return file + (line == 0 ? "" : ":" + line) + ", " + element + ": " + why + (why.endsWith("?") ? "" : ".");
    }
}
