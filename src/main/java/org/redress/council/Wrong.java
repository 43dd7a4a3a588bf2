package org.redress.council;

/**
 * One thing that is wrong with what somebody says about a council.
 *
 * @param place the part it is about: {@code name}, {@code prefix} …, with its number from 0 in a list: {@code procedures.1.from}; empty for the whole
 * @param sentence what is wrong and what to do
 */
public record Wrong(String place, String sentence) {}
