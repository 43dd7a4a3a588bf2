/**
 * What does not fit together in the record of a case: an event after the decision, stages out of order, a year that is out of line,
 * people nobody has introduced, formal steps on closed days, a decision that keeps from Ofsted what it should tell, an action that
 * does not say from when it counts, words that say something else than the figures beside them. It finds and says; it corrects nothing (DQ-1 to DQ-10, DQ-12 to DQ-17).
 */
@NullMarked
package org.redress.quality;

import org.jspecify.annotations.NullMarked;
