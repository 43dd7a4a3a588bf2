/**
 * The one way in: every answer to a task and every start of a process is checked on the server against the deployed form.
 * It refuses forms that it could not check, unknown keys, missing or wrong answers, tasks of others and combinations of duties; it
 * keeps every answer in the case file and gives only choices, dates, numbers and yes or no to the engine (CORP-16, CORP-26, DAT-01).
 * Beside that, who is signed in only reads and keeps accounts.
 */
@NullMarked
package org.redress.gate;

import org.jspecify.annotations.NullMarked;
