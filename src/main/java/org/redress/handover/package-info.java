/**
 * Work that passes from one person to another: handing over a role of a case, leave with a deputy, and work that nobody can do.
 * It refuses people who may not do what they are given, whoever gives it: other role, other service, a part in the case that excludes
 * them, no account, away (CORP-26, CHD-22, CHD-41, CHD-47, CHD-48).
 */
@NullMarked
package org.redress.handover;

import org.jspecify.annotations.NullMarked;
