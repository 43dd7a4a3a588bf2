/**
 * Finding cases: what lists and search read of each case, kept in the transaction of every change, and the search over it. It finds nothing that is not there for
 * whoever asks, and shows nothing without a line in the record of readings (DAT-01).
 */
@NullMarked
package org.redress.find;

import org.jspecify.annotations.NullMarked;
