/**
 * Who may do what: councils as tenants, roles as groups, people, how often a password may be tried, their Tasklist filters, and
 * separation of duties.
 * It refuses a second duty that one person may not have in the same complaint, and work of one council by people of another
 * (CORP-26, CHD-41, CHD-47, CHD-52).
 */
@NullMarked
package org.redress.identity;

import org.jspecify.annotations.NullMarked;
