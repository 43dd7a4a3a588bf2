/**
 * Keeps what a person has typed into a form and not sent yet, until they send it, throw it away, or may not send it any more. It knows
 * no form and no case from the inside, refuses what is too large or too much, and shows a draft to nobody but its writer (DAT-01): drafts
 * are no part of the record, so they are in no search, no bundle, and outside the chain of changes.
 */
@NullMarked
package org.redress.draft;

import org.jspecify.annotations.NullMarked;
