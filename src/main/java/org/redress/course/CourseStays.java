package org.redress.course;

/** A course cannot be put right like this; the sentence says why and what is possible instead. */
public class CourseStays extends Exception {
    private final String field;

    /** @param field of the form "course-correction" that the sentence is about */
    public CourseStays(String field, String sentence) {
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
