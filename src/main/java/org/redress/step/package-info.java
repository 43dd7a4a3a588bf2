/**
 * What somebody stands before and after a step: what was recorded and what comes next, for whom, by when; what the cards of tasks say, the lists
 * of work with their numbers, and what was done recently. It knows the record, the deadlines and the open work, keeps nothing of its own, and
 * tells people only what they sent themselves or may do.
 */
@NullMarked
package org.redress.step;

import org.jspecify.annotations.NullMarked;
