/**
 * All that knows the engine from inside: what the product changes in it, and what it asks of it beyond the engine's public API. The rest of the product works with the engine's
 * public API and with what is here: another engine, or another version, is met in this package alone (decision record 64). It knows no rule of complaint handling; what those have to
 * say at one of the engine's places they say as a bean of one of the interfaces here.
 */
@NullMarked
package org.redress.engine;

import org.jspecify.annotations.NullMarked;
