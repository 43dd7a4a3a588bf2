/**
 * Takes files into cases and gives them out again: evidence, letters received, photographs. It knows of a file what its bytes show, whatever
 * its name says, and what it tells without being seen; it refuses what is too large, what runs, and what a scanner finds something in, and it
 * gives nothing out that waits. A file goes with its case and in no other way (DAT-04, DAT-09, LGS-11).
 */
@NullMarked
package org.redress.attachments;

import org.jspecify.annotations.NullMarked;
