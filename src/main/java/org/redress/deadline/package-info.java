/**
 * Knows how a period in a rule becomes a date: working days, days, weeks, months and years, after a day or
 * beginning with it, and the sentences that explain the result (WD-01 to WD-04, WD-11).
 * Refuses an allowance that it does not understand and a date that would need unknown bank holidays.
 * A due date is worked out once and kept with its steps, never worked out again in passing.
 */
@NullMarked
package org.redress.deadline;

import org.jspecify.annotations.NullMarked;
