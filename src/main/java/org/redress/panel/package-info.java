/**
 * The statutory stage 3: the panel, its report and the council's answer.
 * It refuses a panel that is not three independent persons.
 * CHD-50 to CHD-57.
 */
@NullMarked
package org.redress.panel;

import org.jspecify.annotations.NullMarked;
