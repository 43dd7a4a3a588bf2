/**
 * What supervisors see of all cases of their council at once, and what they do with many: counts, lists, what is stuck, and how the steps of the
 * procedures go. It reads what the other packages keep and counts in the database; what it does with many items goes through the gate one by one,
 * as the single step would, and it refuses what is no matter of many: a legal day follows facts.
 */
@NullMarked
package org.redress.board;

import org.jspecify.annotations.NullMarked;
