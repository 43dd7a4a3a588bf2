/**
 * Who gets in over HTTP, and with what: one sign-in for Tasklist, Cockpit, Admin and our own pages and API, the sessions, what a
 * browser is told, and how much of anything one may send. It refuses whoever has no account, what comes from another site, guesses
 * of passwords, and requests that are too large or too many (DAT-01).
 */
@NullMarked
package org.redress.access;

import org.jspecify.annotations.NullMarked;
