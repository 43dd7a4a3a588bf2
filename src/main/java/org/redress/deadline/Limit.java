package org.redress.deadline;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * The end of a time that is only checked, such as that for complaining (CORP-14, CHD-16).
 *
 * @param from the name of the day that it counts from
 * @param period how long it is, in the words of its row
 * @param needs what the row asks for beyond it, none where it asks for nothing
 */
public record Limit(LocalDate lastDay, String from, String period, @Nullable String needs, String rule) {}
