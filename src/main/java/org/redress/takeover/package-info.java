/**
 * Open cases of another system, taken over at the stage where they stand: each is played through the same forms, checks and deadlines as any case, with the days on which things
 * happened, in one transaction, known by its old number. It refuses a line as a whole, with what stands in which column and what to write (CORP-20, WD-09).
 */
@NullMarked
package org.redress.takeover;

import org.jspecify.annotations.NullMarked;
