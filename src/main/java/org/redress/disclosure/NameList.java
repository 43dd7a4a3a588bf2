package org.redress.disclosure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What stands instead of which name, as it is written down: one line each, "Sarah Smith; Sally = Mrs X". A copy is made from a text and such a list and nothing else, so that nothing
 * but names can differ from what was issued (DAT-06, LGS-21).
 */
final class NameList {
    /** A line with which no copy can be made; the sentence says which and why, and not what it says. */
    static final class NotUnderstood extends RuntimeException {
        NotUnderstood(int line, String why) {
            super("line " + line + ": " + why);
        }
    }

    /** Something that is written in a text. */
    record Found(int from, int to, Spelling spelling, int name) {}

    private static final int LONGEST = 200;
    private static final String TAKEN_OUT = "taken out";
    private static final Set<String> WHOLE = Set.of("the whole name", "the whole name, surname first", "as it was written down");

    private final List<Replacement> all;
    private final List<List<Spelling>> spellings;

    NameList(List<Replacement> all) {
        this.all = List.copyOf(all);
        var shared = moreThanOnce(all.stream().flatMap(one -> one.alone().stream()));
        var titled = moreThanOnce(all.stream().filter(Replacement::person).flatMap(one -> Title.of(one.with() + " ").stream().flatMap(title -> one.alone().stream().map(name -> title + " " + name)).distinct()));
        this.spellings = all.stream().map(one -> one.spellings(shared, titled)).toList();
    }

    private static Set<String> moreThanOnce(Stream<String> names) {
        var counted = names.collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
        return counted.entrySet().stream().filter(one -> one.getValue() > 1).map(Map.Entry::getKey).collect(Collectors.toSet());
    }

    /**
     * Reads a list.
     *
     * @throws NotUnderstood if a line says no name, nothing instead of it, or a letter that would tell the name or stands for somebody else
     */
    static NameList read(String written) {
        var lines = written.lines().toList();
        var letters = new HashMap<String, Integer>();
        var all = new ArrayList<Replacement>();
        for (int i = 0; i < lines.size(); i++) {
            if (!lines.get(i).isBlank()) {
                all.add(read(lines.get(i), i + 1, letters));
            }
        }
        return new NameList(all);
    }

    private static Replacement read(String line, int number, Map<String, Integer> letters) {
        int equals = line.lastIndexOf('=');
        if (equals < 0) {
            throw new NotUnderstood(number, "write the name, an equals sign and what stands instead, for example: Sarah Smith; Sally = Mrs X");
        }
        var names = Arrays.stream(line.substring(0, equals).split(";")).map(String::strip).filter(name -> !name.isEmpty()).toList();
        var with = line.substring(equals + 1).strip();
        if (names.isEmpty() || names.stream().anyMatch(name -> name.length() > LONGEST || name.codePoints().noneMatch(Character::isLetterOrDigit))) {
            throw new NotUnderstood(number, "there is no name before the equals sign, or a very long one.");
        }
        if (with.isEmpty() || with.startsWith("?")) {
            throw new NotUnderstood(number, "say what stands instead: title and letter for an adult, a letter for a child, words for a place (LGS-21).");
        }
        var read = new Replacement(names, with);
        Title.letter(with).ifPresent(letter -> {
            if (names.stream().map(Replacement.Parts::of).anyMatch(parts -> Stream.concat(parts.given().stream(), Stream.of(parts.surname())).anyMatch(name -> begins(name, letter)))) {
                throw new NotUnderstood(number, "the letter is an initial of the name; take another (LGS-21).");
            }
            var before = letters.putIfAbsent(with, number);
            if (before != null) {
                throw new NotUnderstood(number, "the same stands for the name of line " + before + "; write both spellings on one line, or take another letter (LGS-21).");
            }
        });
        if (new NameList(List.of(read)).find(with).stream().anyMatch(found -> found.spelling().fate() != Spelling.Fate.DOUBTFUL)) {
            throw new NotUnderstood(number, "what stands instead says the name.");
        }
        return read;
    }

    private static boolean begins(String name, String letter) {
        var folded = Folded.of(name).text().replaceAll("[^\\p{L}]", "");
        return folded.startsWith(Folded.of(letter).text());
    }

    /** What is to be taken out of a file, one line each, further spellings after a semicolon: somebody in every spelling, and every line as it is written. */
    static NameList toTakeOut(List<String> lines) {
        var all = new ArrayList<Replacement>();
        for (int i = 0; i < lines.size(); i++) {
            var names = Arrays.stream(lines.get(i).split(";")).map(String::strip).filter(name -> name.codePoints().anyMatch(Character::isLetterOrDigit)).toList();
            if (names.isEmpty() || names.stream().anyMatch(name -> name.length() > LONGEST)) {
                throw new NotUnderstood(i + 1, "write a name or a passage of at most " + LONGEST + " signs, further spellings after a semicolon.");
            }
            all.add(new Replacement(names, TAKEN_OUT));
            var people = names.stream().filter(Replacement::looksLikeSomebody).toList();
            if (!people.isEmpty()) {
                all.add(new Replacement(people, "X"));
            }
        }
        return new NameList(all);
    }

    /** What of a text is to be taken out: also what may be a first name or a surname and a word, because too little would be told and too much is not. */
    List<Found> toTakeOut(String text) {
        return find(text).stream().filter(one -> one.spelling().fate() != Spelling.Fate.DOUBTFUL || one.spelling().look() != Spelling.Look.ANY && all.get(one.name()).person()).toList();
    }

    /** Whether this is one of the names, whole or as it was written down, and nothing beside it: "Mr Smith" may be somebody else than Sarah Smith, and "a friend of Sarah Smith" is. */
    boolean isName(String written) {
        var name = written.strip();
        return find(name).stream().anyMatch(one -> one.from() == 0 && one.to() == name.length() && WHOLE.contains(one.spelling().what()));
    }

    List<Replacement> all() {
        return all;
    }

    /** How many lines it has. */
    int size() {
        return all.size();
    }

    /** Everything that is written of these names in a text, whatever becomes of it, from its beginning on. */
    List<Found> find(String text) {
        var found = new ArrayList<Found>();
        var joined = Folded.of(text);
        findIn(joined, found);
        // Quill-feather over two lines is one word, Smith-Jones over two lines is two
        var apart = Folded.of(text, false);
        if (!apart.text().equals(joined.text())) {
            var more = new ArrayList<Found>();
            findIn(apart, more);
            more.stream().filter(one -> !found.contains(one)).forEach(found::add);
        }
        found.sort(Comparator.comparingInt(Found::from).thenComparing(Comparator.comparingInt(Found::to).reversed()).thenComparing(one -> one.spelling().fate()));
        return found;
    }

    private void findIn(Folded folded, List<Found> found) {
        for (int name = 0; name < spellings.size(); name++) {
            for (var spelling : spellings.get(name)) {
                var matcher = spelling.pattern().matcher(folded.text());
                while (matcher.find()) {
                    if (matcher.end() > matcher.start() && spelling.looks(folded.written(matcher.start(), matcher.end()))) {
                        found.add(new Found(folded.from(matcher.start()), folded.to(matcher.end()), spelling, name));
                    }
                }
            }
        }
    }

    /** The text with everything that is certain replaced; where spellings overlap, the longest counts. */
    String replaceIn(String text) {
        var copy = new StringBuilder();
        int at = 0;
        for (var found : longest(text)) {
            copy.append(text, at, found.from()).append(all.get(found.name()).with());
            at = found.to();
            // the brothers James' house: what stands instead has no s of its own
            if (at > 0 && at < text.length() && "'\u2019".indexOf(text.charAt(at)) >= 0 && isS(text.charAt(at - 1)) && (at + 1 == text.length() || !Character.isLetter(text.charAt(at + 1)))) {
                copy.append(text.charAt(at)).append('s');
                at++;
            }
        }
        return copy.append(text.substring(at)).toString();
    }

    private static boolean isS(char sign) {
        return sign == 's' || sign == 'S';
    }

    private List<Found> longest(String text) {
        var taken = new ArrayList<Found>();
        var found = find(text).stream().filter(one -> one.spelling().fate() != Spelling.Fate.DOUBTFUL).sorted(Comparator.comparingInt((Found one) -> one.from() - one.to())
                .thenComparing(one -> one.spelling().fate()).thenComparingInt(Found::from)).toList();
        for (var one : found) {
            if (taken.stream().noneMatch(other -> one.from() < other.to() && other.from() < one.to())) {
                taken.add(one);
            }
        }
        taken.removeIf(one -> one.spelling().fate() != Spelling.Fate.REPLACED);
        taken.sort(Comparator.comparingInt(Found::from));
        return taken;
    }

    /** Words of the names that are long enough for one wrong letter to be told from another word. */
    Map<String, Integer> longWords(int atLeast) {
        var words = new LinkedHashMap<String, Integer>();
        for (int name = 0; name < all.size(); name++) {
            if (all.get(name).person()) {
                for (var one : all.get(name).words()) {
                    var word = one.replace("'", "");
                    if (word.length() >= atLeast && word.codePoints().allMatch(Character::isLetter)) {
                        words.putIfAbsent(word, name);
                    }
                }
            }
        }
        return words;
    }

}
