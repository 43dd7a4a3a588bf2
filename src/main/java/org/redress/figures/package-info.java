/**
 * The counts of a period that a council's yearly reports and the Ombudsman's annual letter ask for, each with its definition, its clause and the list
 * of cases behind it. It reads the case files and changes nothing, and counts no case that the reader may not know of (CORP-41, CORP-42, CHD-21, rule book 3.3).
 */
@NullMarked
package org.redress.figures;

import org.jspecify.annotations.NullMarked;
