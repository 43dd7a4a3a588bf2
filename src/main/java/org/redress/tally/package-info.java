/**
 * Figures of how the procedures go: how long each step took in working days, and which deadlines were met and missed. It counts and keeps nothing else,
 * so nothing of a case is left in it when the case goes. It refuses no step for its own sake: an entry is one row, and folding comes afterwards.
 */
@NullMarked
package org.redress.tally;

import org.jspecify.annotations.NullMarked;
