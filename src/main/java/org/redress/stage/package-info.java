/**
 * A corporate stage or the statutory stage 1: who answers, the answers, the letter.
 * It refuses a responder who decided an earlier stage and a letter that leaves an issue without an answer.
 * CORP-20 to CORP-35, CHD-30 to CHD-34.
 */
@NullMarked
package org.redress.stage;

import org.jspecify.annotations.NullMarked;
