package org.redress.disclosure;

import java.util.List;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * What was taken out of a file: where, and not what.
 *
 * @param places in the order of the file
 * @param notes what else is not in the copy, or was not searched, in sentences
 */
record TakenOut(List<Place> places, List<String> notes) {
    private static final int MOST = 200;

    TakenOut {
        places = List.copyOf(places);
        notes = List.copyOf(notes);
    }

    /**
     * One place.
     *
     * @param number the page, or the paragraph of a text
     * @param extent in words
     */
    record Place(int number, String extent) {}

    /** For the record: every place, or as many as one reads and how many more. */
    String text() {
        var first = places.stream().limit(MOST).map(Place::extent).collect(Collectors.joining("; "));
        return first + (places.size() > MOST ? "; and " + (places.size() - MOST) + " more" : "");
    }

    /** The pages or paragraphs in which something was. */
    String numbers() {
        return places.stream().map(Place::number).collect(Collectors.toCollection(TreeSet::new)).stream().map(String::valueOf).collect(Collectors.joining(", "));
    }
}
