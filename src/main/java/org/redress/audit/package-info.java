/**
 * The record of changes: who changed which row of a case file and when, and who opened it, as one chain that is only added to. It holds
 * nothing that people wrote, only keyed digests, and it is checked against the rows as they are. It refuses to let a change or a
 * reading happen without its entry (DAT-01).
 */
@NullMarked
package org.redress.audit;

import org.jspecify.annotations.NullMarked;
