package org.redress.models;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a cell of an input lets in, where it can be told without computing: anything, texts, all but some texts, or what lies between
 * two limits.
 */
record CellValues(String text, boolean anything, Set<String> texts, boolean allBut, @Nullable Limit from, @Nullable Limit to) {
    private static final String VALUE = "(-?\\d+(?:\\.\\d+)?|date\\(\"[^\"]*\"\\)|date and time\\(\"[^\"]*\"\\))";
    private static final Pattern RANGE = Pattern.compile("([\\[(\\]])\\s*" + VALUE + "\\s*\\.\\.\\s*" + VALUE + "\\s*([\\])\\[])");
    private static final Pattern COMPARISON = Pattern.compile("(<=|>=|<|>)?\\s*" + VALUE);
    private static final Pattern NOT = Pattern.compile("not\\((.*)\\)");

    /** One end of what is let in. */
    private record Limit(Comparable<?> value, boolean included) {
        static Optional<Limit> of(String text, boolean included) {
            try {
                var written = text.replaceAll("^.*\\(\"|\"\\)$", "");
                return Optional.of(new Limit(text.startsWith("date and time") ? LocalDateTime.parse(written) : text.startsWith("date") ? LocalDate.parse(written) : new BigDecimal(text), included));
            } catch (DateTimeException e) {
                return Optional.empty();
            }
        }

        /** Whether something can be at or after this and at or before the other. */
        @SuppressWarnings({"unchecked", "rawtypes"})
        boolean isBefore(Limit other) {
            int order = ((Comparable) value).compareTo(other.value);
            return order < 0 || order == 0 && included && other.included;
        }

        boolean isLike(Limit other) {
            return value.getClass() == other.value.getClass();
        }
    }

    static CellValues of(String cell) {
        if (Feel.any(cell)) {
            return new CellValues(cell, true, Set.of(), false, null, null);
        }
        var not = NOT.matcher(cell);
        var texts = Feel.texts(not.matches() ? not.group(1) : cell);
        if (texts.isPresent()) {
            return new CellValues(cell, false, new HashSet<>(texts.get()), not.matches(), null, null);
        }
        var range = RANGE.matcher(cell);
        if (range.matches()) {
            return between(cell, Limit.of(range.group(2), range.group(1).equals("[")), Limit.of(range.group(3), range.group(4).equals("]")));
        }
        var compared = COMPARISON.matcher(cell);
        if (compared.matches()) {
            var sign = compared.group(1) == null ? "=" : compared.group(1);
            var limit = Limit.of(compared.group(2), sign.contains("="));
            return limit.isEmpty() ? unknown(cell) : new CellValues(cell, false, Set.of(), false, sign.startsWith("<") ? null : limit.get(), sign.startsWith(">") ? null : limit.get());
        }
        return unknown(cell);
    }

    private static CellValues between(String cell, Optional<Limit> from, Optional<Limit> to) {
        return from.isPresent() && to.isPresent() ? new CellValues(cell, false, Set.of(), false, from.get(), to.get()) : unknown(cell);
    }

    private static CellValues unknown(String cell) {
        return new CellValues(cell, false, Set.of(), false, null, null);
    }

    /** Whether nobody can tell what it lets in without computing it. */
    boolean cannotBeTold() {
        return !anything && texts.isEmpty() && from == null && to == null;
    }

    /** Whether it certainly lets in whatever the other does. */
    boolean takes(CellValues other) {
        return anything || text.equals(other.text) || !allBut && !other.allBut && !other.texts.isEmpty() && texts.containsAll(other.texts);
    }

    /** Whether there is something that both let in; false also where it cannot be told. */
    boolean certainlyMeets(CellValues other) {
        if (anything || other.anything || text.equals(other.text)) {
            return true;
        }
        if (!texts.isEmpty() && !other.texts.isEmpty()) {
            return allBut ? other.allBut || !texts.containsAll(other.texts) : other.allBut ? !other.texts.containsAll(texts) : texts.stream().anyMatch(other.texts::contains);
        }
        var limits = Stream.of(from, to, other.from, other.to).filter(limit -> limit != null).toList();
        boolean compared = (from != null || to != null) && (other.from != null || other.to != null) && limits.stream().allMatch(limit -> limit.isLike(limits.get(0)));
        return compared && reaches(from, other.to) && reaches(other.from, to);
    }

    private static boolean reaches(@Nullable Limit from, @Nullable Limit to) {
        return from == null || to == null || from.isBefore(to);
    }
}
