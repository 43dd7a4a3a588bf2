package org.redress.identity;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a sign-in rests on: this account and no later one with the same id, its password, and the groups and councils that it had. It is
 * compared with what holds at each request, so that it does not matter by which door, or on which node, something was taken away.
 */
public record Standing(String mark, Set<String> groups, Set<String> councils) {
    private static final String NO_PASSWORD = "-";

    Standing(String mark, Collection<String> groups, Collection<String> councils) {
        this(mark, Set.copyOf(groups), Set.copyOf(councils));
    }

    /** What a password is known by: the engine takes a new salt for each, also for the same one. */
    public static String mark(@Nullable String salt) {
        if (salt == null) {
            return NO_PASSWORD;
        }
        try {
            return Base64.getUrlEncoder().withoutPadding().encodeToString(MessageDigest.getInstance("SHA-256").digest(salt.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The same with the mark of another password. */
    public Standing marked(String other) {
        return new Standing(other, groups, councils);
    }

    /** Whether what it rests on is still there, beside what may have come to it since. */
    public boolean holdsWith(Standing now) {
        return mark.equals(now.mark) && now.groups.containsAll(groups) && now.councils.containsAll(councils);
    }

    /** It as a text. */
    public String text() {
        return mark + "|" + String.join(",", groups.stream().sorted().toList()) + "|" + String.join(",", councils.stream().sorted().toList());
    }

    /** What was written with {@link #text()}; nothing, if it was written by somebody else. */
    public static Optional<Standing> read(@Nullable String text) {
        var parts = text == null ? new String[0] : text.split("\\|", -1);
        return parts.length == 3 ? Optional.of(new Standing(parts[0], names(parts[1]), names(parts[2]))) : Optional.empty();
    }

    private static List<String> names(String list) {
        return list.isEmpty() ? List.of() : List.of(list.split(","));
    }
}
