/**
 * The case file: complaint, people, issues, letters, answers and an append-only chronology of everything that happened.
 * It refuses changes to a case that is over, answers to issues that do not exist, and text that belongs to no case.
 * All free text and personal data live here and nowhere in the engine (DAT-01, CHD-21, CORP-31).
 */
@NullMarked
package org.redress.casefile;

import org.jspecify.annotations.NullMarked;
