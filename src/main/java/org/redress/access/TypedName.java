package org.redress.access;

import org.jspecify.annotations.Nullable;
import org.redress.identity.Accounts;

/** The name that somebody gives who signs in, in a browser or as a program, as everything behind takes it. */
final class TypedName {
    /** Whatever no account can be called is one name to us: nothing of it is kept, and no database is asked for it. */
    private static final String NOBODY = "?";

    private TypedName() {}

    /** Without the blanks around it. */
    static String of(@Nullable String typed) {
        var name = typed == null ? "" : typed.strip();
        return Accounts.isName(name) ? name : NOBODY;
    }
}
