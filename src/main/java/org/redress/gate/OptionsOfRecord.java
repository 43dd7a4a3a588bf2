package org.redress.gate;

import java.util.Map;

/** Choices that the record has for every form, start forms too, whose choice names them as its values key; the gate checks what was chosen against them. */
public interface OptionsOfRecord {
    /** The values key. */
    String key();

    /** The labels by their codes, as they are now, in the order in which they are offered. */
    Map<String, String> options();
}
