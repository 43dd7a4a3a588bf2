/**
 * Agreed actions on both sides: proposed, carried out, shown, judged, escalated; and the promises of the council's own answers, of which
 * the complainant is told. It refuses a period that nobody can count, and a
 * payment of another amount that is not explained. REM-01 to REM-06, CMP-01 to CMP-06, CORP-32, CORP-35.
 */
@NullMarked
package org.redress.remedy;

import org.jspecify.annotations.NullMarked;
