/**
 * Agreed actions on both sides: proposed, carried out, shown, judged, escalated. It refuses a period that nobody can count, and a
 * payment of another amount that is not explained. REM-01 to REM-06, CMP-01 to CMP-06.
 */
@NullMarked
package org.redress.remedy;

import org.jspecify.annotations.NullMarked;
