package org.redress.identity;

import org.jspecify.annotations.Nullable;

/** Somebody who follows the e-mail addresses of accounts: told in the transaction of the change, by whichever door it came. */
public interface AddressWatch {
    /** The account of a person has another address, or none any more. */
    void addressChanged(String person, @Nullable String before, @Nullable String after);
}
