/**
 * A change of a case is shown before it is made, and made when it is confirmed: by whoever asked for it, or by a second person where a
 * missed deadline would turn into a met one or a legal day would move later (CORP-22, CORP-26).
 * It refuses whoever would confirm their own request as the second person, and whoever has had a part in the case. What a change is, the features know that propose it; this one knows only its words and its days.
 */
@NullMarked
package org.redress.confirmation;

import org.jspecify.annotations.NullMarked;
