/**
 * Puts right what was recorded wrongly: a day, an amount, the way a letter went. Knows what hangs on each fact and moves all of it in
 * one transaction, or tells beforehand what would move. Refuses what would open a way to make a late answer look in time without a
 * second person (CHD-21, DAT-01; the file keeps both versions).
 */
@NullMarked
package org.redress.correction;

import org.jspecify.annotations.NullMarked;
