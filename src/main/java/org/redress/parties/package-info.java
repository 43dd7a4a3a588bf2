/**
 * The people of a case while it runs: who joins, is named, changes and goes, who speaks for whom with whose consent, and who is kept
 * from what. It knows the case file and refuses a change of who complains that nobody else has confirmed, a letter to somebody who speaks
 * without consent, and an appeal that is decided by whoever it is against (CORP-11, ACC-01, ACC-02, ACC-05, CHD-11, CHD-72, LGA-06).
 */
@NullMarked
package org.redress.parties;

import org.jspecify.annotations.NullMarked;
