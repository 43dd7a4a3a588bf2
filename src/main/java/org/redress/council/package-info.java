/**
 * Councils, and Ombudsmen, as data: name, prefix of the references, contact, services, calendar, and for each kind of complaint the
 * procedure from a moment of receipt on (rule book 1.6). It refuses what the deployed tables do not know, and what would change what
 * was in force when a case was received.
 */
@NullMarked
package org.redress.council;

import org.jspecify.annotations.NullMarked;
