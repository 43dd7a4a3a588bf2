package org.redress.casefile;

import java.time.LocalDate;

/**
 * Something that does not fit, and what was said to it.
 *
 * @param code tells it from every other finding: another sentence has another code
 * @param kept whether it stays as it is, for the reason; else it is said to be corrected
 */
public record AnsweredFinding(String code, String rule, String sentence, boolean kept, String reason, String by, LocalDate on) {}
