package org.redress.complaint;

/** A course cannot be put right like this; the sentence says why and what is possible instead. */
class CourseStays extends Exception {
    private final String field;

    /** @param field of the form "course-correction" that the sentence is about */
    CourseStays(String field, String sentence) {
        super(sentence);
        this.field = field;
    }

    String field() {
        return field;
    }

    String sentence() {
        return String.valueOf(getMessage());
    }
}
