/**
 * How long a case is kept after it is over, what keeps it longer, and how it goes: looked for by one supervisor, confirmed by another,
 * removed from the case file and from the engine in one transaction, with a certificate of numbers. It refuses to remove what is held,
 * what is not over for long enough, and what belongs to another council (DAT-09).
 */
@NullMarked
package org.redress.retention;

import org.jspecify.annotations.NullMarked;
