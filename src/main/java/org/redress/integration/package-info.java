/**
 * What programs of others may do with a token that has the scope for it: register a complaint, read a case, list deadlines. Each call works for the account of the token, through the
 * same gate and the same question who reads what; it is switched off unless somebody switches it on. It refuses a key that was used for something else, and says of nothing whether it is there for others (DAT-01).
 */
@NullMarked
package org.redress.integration;

import org.jspecify.annotations.NullMarked;
