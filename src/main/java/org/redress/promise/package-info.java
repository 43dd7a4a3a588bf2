/**
 * What the answers of a council promise: worded before the letter goes out, and a process of its own for each from then on, whichever stage
 * it is. CORP-32, CORP-35, CHD-48, CHD-56.
 */
@NullMarked
package org.redress.promise;

import org.jspecify.annotations.NullMarked;
