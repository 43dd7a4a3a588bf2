/**
 * Letters that the product sends itself: to whom and where, by which channel, and what came of each. It refuses what may not leave electronically (confidential drafts, what is restricted,
 * what is not for the addressee, notices under section 32(3)) and every address that is not recorded for a person of the case; a step counts as done on the day on which the channel has
 * accepted the letter, never before. DAT-04, DAT-05, CORP-30, WD-13.
 */
@NullMarked
package org.redress.sending;

import org.jspecify.annotations.NullMarked;
