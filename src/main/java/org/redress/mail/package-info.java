/**
 * The one mail server to which the product connects, as {@code spring.mail} names it, and what an e-mail address is. Whoever sends waits for it a bounded time. It refuses to send
 * letters of cases without encryption, or to a server whose certificate nobody checks (DAT-04).
 */
@NullMarked
package org.redress.mail;

import org.jspecify.annotations.NullMarked;
