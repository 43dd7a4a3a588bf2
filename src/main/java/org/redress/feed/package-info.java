/**
 * Deadlines as a calendar that other programs read: reference, kind and day, nothing else of a case. The address is the key, so it is shown once, kept as a digest, ends after a
 * year at most, and shows what its owner may see at the moment of asking. Off until whoever runs the product switches it on and the owner makes an address.
 */
@NullMarked
package org.redress.feed;

import org.jspecify.annotations.NullMarked;
