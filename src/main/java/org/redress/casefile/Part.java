package org.redress.casefile;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What somebody is in a case; a role that was written down in words is read to one of these (CORP-11, CHD-02, LGA-06). */
public enum Part {
    COMPLAINANT("complainant"),
    JOINT_COMPLAINANT("joint complainant", "co-complainant", "second complainant", "also complains"),
    SUCCESSOR("successor"),
    REPRESENTATIVE("representative", "solicitor", "attorney", "deputy", "councillor", "mp", "member of parliament", "acts for", "speaks for", "executor", "personal representative"),
    ADVOCATE("advocate"),
    CHILD("child", "children", "young person", "boy", "girl"),
    AFFECTED("person affected", "affected", "service user"),
    STAFF("staff member complained about", "complained about", "staff", "member of staff", "officer", "social worker", "manager"),
    COUNCIL("council"),
    OTHER("witness or other person");

    /** "mother of the child", "friend of the complainant": what follows is about somebody else. */
    private static final Pattern ABOUT_OTHERS = Pattern.compile("\\b(of|to|by|for|from|with|in|at|who|whose|whom|paid)\\b.*", Pattern.DOTALL);

    private final String words;
    private final List<String> alsoWritten;

    Part(String words, String... alsoWritten) {
        this.words = words;
        this.alsoWritten = List.of(alsoWritten);
    }

    /** The value in forms, scripts and data, for example {@code joint-complainant}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The part as people read it. */
    public String words() {
        return words;
    }

    /** Whether they complain, so that they are answered and the case goes on as long as one of them is there. */
    public boolean complains() {
        return this == COMPLAINANT || this == JOINT_COMPLAINANT || this == SUCCESSOR;
    }

    /** Whether they speak for somebody else. */
    public boolean speaks() {
        return this == REPRESENTATIVE || this == ADVOCATE;
    }

    /** The part with this value; refuses any other. */
    public static Part of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT).replace('-', '_'));
    }

    /** The part that a role in words means: "joint complainant", "solicitor of Mr X"; what says nothing of it is another person. */
    public static Part read(String role) {
        var whole = role.toLowerCase(Locale.ROOT).replace('’', '\'').strip();
        var own = ABOUT_OTHERS.matcher(whole).replaceFirst("").strip();
        // the longer word first: a joint complainant is more than a complainant
        return Arrays.stream(values()).flatMap(part -> part.written().filter(word -> stands(word, word.contains(" ") ? whole : own)).map(word -> new Match(part, word)))
                .max((one, other) -> Integer.compare(one.word().length(), other.word().length())).map(Match::part).orElse(OTHER);
    }

    private record Match(Part part, String word) {}

    private Stream<String> written() {
        return Stream.concat(Stream.of(words), alsoWritten.stream());
    }

    private static boolean stands(String word, String text) {
        return Pattern.compile("(?<![\\w-])" + Pattern.quote(word) + "(?![\\w'-])").matcher(text).find();
    }
}
