/**
 * The product and its database: which it is, how long it waits for it, what is done again because others were at work at the same moment, and what is said when it is
 * gone. It knows nothing of cases and refuses nothing: whoever asked gets a sentence, the log one line, and neither a word that somebody wrote (DAT-01, DAT-04).
 */
@NullMarked
package org.redress.database;

import org.jspecify.annotations.NullMarked;
