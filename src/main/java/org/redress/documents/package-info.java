/**
 * Writes documents down: a letter, a statement, a report, as an accessible PDF (PDF/UA-1), in large print, as DOCX and as plain text. It knows
 * headings, paragraphs, lists and tables, and nothing of complaints; what a person typed is data to it, never markup, and it fetches nothing
 * from anywhere. What a font cannot show stands there in words, so that nothing vanishes (LGS-14, ACC-01).
 */
@NullMarked
package org.redress.documents;

import org.jspecify.annotations.NullMarked;
