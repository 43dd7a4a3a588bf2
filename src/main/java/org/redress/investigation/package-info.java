/**
 * The statutory stage 2: its people, the written record, the adjudication, its receipt and the way on.
 * It refuses people who are not independent of each other, a refused panel in time, and early referral without all five conditions.
 * CHD-40 to CHD-51, CHD-60.
 */
@NullMarked
package org.redress.investigation;

import org.jspecify.annotations.NullMarked;
