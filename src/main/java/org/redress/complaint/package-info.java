/**
 * The complaint as a whole: received, acknowledged, assessed, refused or accepted, its events, the complainant's wish, its end.
 * It refuses what the rules refuse: a refusal without its tests, a late complaint without a reason, an event that cannot apply now.
 * CORP-10 to CORP-18, CHD-10 to CHD-20, CHD-31, CHD-35.
 */
@NullMarked
package org.redress.complaint;

import org.jspecify.annotations.NullMarked;
