/**
 * What does not fit in a case file, and the answers to it: corrected, or kept with a reason. DQ-1 to DQ-18.
 */
@NullMarked
package org.redress.finding;

import org.jspecify.annotations.NullMarked;
