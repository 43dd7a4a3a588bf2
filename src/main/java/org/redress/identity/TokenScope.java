package org.redress.identity;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What a program may do with a token at /redress/api/v1; a token that has any of these is good for nothing else. */
public enum TokenScope {
    COMPLAINTS_WRITE("Register complaints"),
    CASES_READ("Read cases"),
    DEADLINES_READ("List deadlines"),
    ATTACHMENTS_WRITE("Add attachments");

    private static final String AUTHORITY = "SCOPE_";

    private final String text;

    TokenScope(String text) {
        this.text = text;
    }

    /** As programs and servers write it, for example {@code complaints:write}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', ':');
    }

    /** As an administrator reads it. */
    public String text() {
        return text;
    }

    /** The right that a request has with it. */
    public String authority() {
        return AUTHORITY + code();
    }

    /** The scope with a code. */
    public static Optional<TokenScope> of(String code) {
        return Arrays.stream(values()).filter(scope -> scope.code().equals(code)).findFirst();
    }

    /** Those that stand in a text, separated by blanks; what else stands there is none of ours. */
    public static Set<TokenScope> read(@Nullable String text) {
        return text == null ? EnumSet.noneOf(TokenScope.class)
                : Arrays.stream(text.split("\\s+")).flatMap(code -> of(code).stream()).collect(Collectors.toCollection(() -> EnumSet.noneOf(TokenScope.class)));
    }

    static @Nullable String written(Set<TokenScope> scopes) {
        return scopes.isEmpty() ? null : scopes.stream().map(TokenScope::code).collect(Collectors.joining(" "));
    }
}
