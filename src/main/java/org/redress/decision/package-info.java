/**
 * Decision tables in the version with which a case began. It refuses a table that has no row for a case, or a row that nobody can
 * read, with a sentence for the process owner; it never guesses and never takes a newer table for an older case (rule book 1.6).
 */
@NullMarked
package org.redress.decision;

import org.jspecify.annotations.NullMarked;
