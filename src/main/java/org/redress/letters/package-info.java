/**
 * Letters from templates. It knows which letters there are, what the law wants in each, and what of the record can be filled in; it proposes what a person then
 * writes, puts their words into the letter, and keeps each letter that was sent as it went out. It refuses templates in which a legal part is missing, or that
 * name what it does not know (CORP-16, CORP-20, CORP-22, CORP-32, CORP-33, CHD-46, CHD-56, LGS-13, LGS-14, LGS-22).
 */
@NullMarked
package org.redress.letters;

import org.jspecify.annotations.NullMarked;
