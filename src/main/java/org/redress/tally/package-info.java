/**
 * Figures of how the procedures go: how long each step took in working days, and which deadlines were met and missed. It counts and keeps nothing else,
 * so nothing of a case is left in it when the case goes. It refuses no step for its own sake: an entry is one row, and folding comes afterwards. And the rows that
 * lists and figures read of each case, which follow the record of changes and go with the case.
 */
@NullMarked
package org.redress.tally;

import org.jspecify.annotations.NullMarked;
