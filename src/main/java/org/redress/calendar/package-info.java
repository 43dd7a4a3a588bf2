/**
 * Knows which days are working days in England and Wales: Monday to Friday without Good Friday, Christmas Day and the
 * bank holidays of the Banking and Financial Dealings Act 1971 (WD-05 to WD-09).
 * Refuses every question about a year whose bank holidays it has not been given, and every bank-holiday file that is
 * incomplete, because an unnoticed gap is a wrong legal deadline.
 * Counting follows WD-01: the day of the event is day 0.
 */
@NullMarked
package org.redress.calendar;

import org.jspecify.annotations.NullMarked;
