/**
 * Case scripts and simulated time: what is written in a script happens through the real models, forms, gate and case file, with the
 * timers firing in the order of their dates. It refuses a script with a line and a reason, and a replay that let happen what the
 * script says must be turned down. The demonstration, the tests and a process owner's what-if use this one mechanism (rule book 5).
 */
@NullMarked
package org.redress.replay;

import org.jspecify.annotations.NullMarked;
