package org.redress.reading;

/**
 * The words from which something was read.
 *
 * @param text on one line
 * @param from the position of its first character in the text that was read, from 0
 * @param to the position behind its last one
 */
public record Passage(String text, int from, int to) {}
