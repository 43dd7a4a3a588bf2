package org.redress.reading;

/** Something that was read, beside the words that say so. */
public record Found<T>(T value, Passage passage) {}
