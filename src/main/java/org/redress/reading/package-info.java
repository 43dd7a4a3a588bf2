/**
 * Reads what came from outside: the text in a letter, and what an Ombudsman's decision says, each beside the sentence it was read from (LGS-16, REM-05, DQ-10).
 * The grammar is of its own and asks nobody; it rather says that something could not be read than guesses, and nothing it reads is kept before a person confirms it.
 */
@NullMarked
package org.redress.reading;

import org.jspecify.annotations.NullMarked;
