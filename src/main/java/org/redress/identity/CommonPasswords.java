package org.redress.identity;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Passwords that many people choose, which are the first that somebody tries who guesses: a word of a list with a year behind it, keys
 * that lie beside each other, the same again and again. The list is a file of the product; an installation adds its own.
 */
@Component
class CommonPasswords {
    private static final String WORD = "This password is a word that many people choose, such as a season, a name or a council, with figures or signs around it."
            + " Choose one that nobody guesses, such as four words that have nothing to do with each other.";
    private static final String ROW = "This password is mostly keys that lie beside each other. Choose one that nobody guesses, such as four words that have nothing to do with each other.";
    private static final String SAME = "This password is the same few characters again and again. Choose one that nobody guesses, such as four words that have nothing to do with each other.";

    private static final String ROWS = "qwertyuiop asdfghjkl zxcvbnm qwertzuiop azertyuiop 01234567890 abcdefghijklmnopqrstuvwxyz";
    private static final Map<Character, Character> INSTEAD_OF_LETTERS = Map.of('0', 'o', '1', 'i', '!', 'i', '3', 'e', '4', 'a', '@', 'a', '5', 's', '$', 's', '7', 't', '8', 'b');
    private static final int ROW_OF = 4;
    private static final int SHORTEST_WORD = 4;
    private static final int MOST_WORDS = 2;
    private static final int MOST_LETTERS_MORE = 2;
    private static final int MOST_OTHERS = 8;
    private static final int FEWEST_BESIDE_A_ROW = 6;
    private static final int FEWEST_DIFFERENT = 5;

    private final Supplier<List<String>> councils;
    private final Set<String> words;

    @Autowired
    CommonPasswords(Tenants councils, @Value("${redress.sign-in.common-passwords:}") String file) throws IOException {
        this(councils::all, file);
    }

    CommonPasswords(Supplier<List<String>> councils, String file) throws IOException {
        this.councils = councils;
        this.words = new HashSet<>();
        try (var list = Objects.requireNonNull(CommonPasswords.class.getResourceAsStream("common-passwords.txt"))) {
            add(new String(list.readAllBytes(), StandardCharsets.UTF_8).lines());
        }
        if (!file.isBlank()) {
            try {
                add(Files.readAllLines(Path.of(file)).stream());
            } catch (IOException e) {
                throw new StartRefused("The list of common passwords (redress.sign-in.common-passwords) cannot be read: " + file + ".");
            }
        }
    }

    private void add(Stream<String> lines) {
        lines.map(line -> line.strip().toLowerCase(Locale.ROOT)).filter(line -> line.length() >= SHORTEST_WORD && !line.startsWith("#")).forEach(words::add);
    }

    /** Why this is one of them, as a sentence; nothing if it is none. */
    Optional<String> why(String password) {
        var small = password.toLowerCase(Locale.ROOT);
        if (small.chars().distinct().count() < FEWEST_DIFFERENT) {
            return Optional.of(SAME);
        }
        if (besideRows(small) < FEWEST_BESIDE_A_ROW) {
            return Optional.of(ROW);
        }
        var all = Stream.concat(words.stream(), councils.get().stream().flatMap(council -> Stream.of(council.split("-"))).filter(part -> part.length() >= SHORTEST_WORD))
                .collect(Collectors.toSet());
        boolean common = Stream.of(letters(small), letters(plain(small.replaceFirst("[^a-z]+$", ""))), letters(plain(small.replaceAll("^[^a-z]+|[^a-z]+$", ""))))
                .anyMatch(letters -> isMadeOf(all, letters, small.length(), MOST_WORDS));
        return common ? Optional.of(WORD) : Optional.empty();
    }

    /** Whether, with so many words taken out, hardly a letter is left, and not much besides. */
    private static boolean isMadeOf(Set<String> all, String letters, int left, int most) {
        return most > 0 && all.stream().filter(letters::contains).anyMatch(word -> {
            var others = letters.replaceFirst(Pattern.quote(word), "");
            return others.length() <= MOST_LETTERS_MORE && left - word.length() <= MOST_OTHERS || isMadeOf(all, others, left - word.length(), most - 1);
        });
    }

    private static String letters(String text) {
        return text.codePoints().filter(Character::isLetter).collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append).toString();
    }

    private static String plain(String text) {
        return text.chars().mapToObj(c -> String.valueOf(INSTEAD_OF_LETTERS.getOrDefault((char) c, (char) c))).collect(Collectors.joining());
    }

    /** How many characters there are beside the rows of keys. */
    private static int besideRows(String text) {
        int beside = 0;
        int at = 0;
        while (at < text.length()) {
            int end = at + 1;
            while (end < text.length() && isRow(text.substring(at, end + 1))) {
                end++;
            }
            boolean row = end - at >= ROW_OF;
            beside += row ? 0 : 1;
            at = row ? end : at + 1;
        }
        return beside;
    }

    private static boolean isRow(String part) {
        return List.of(part, new StringBuilder(part).reverse().toString()).stream().anyMatch(ROWS::contains);
    }
}
