/**
 * What a service owes around a meeting, a conference or a named day in the matter of a case, with clocks of the same kind as every other.
 * CORP-35.
 */
@NullMarked
package org.redress.duty;

import org.jspecify.annotations.NullMarked;
