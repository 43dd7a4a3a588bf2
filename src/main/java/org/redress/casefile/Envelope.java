package org.redress.casefile;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Name and address of somebody, line by line, as they stand on a letter and in the window of its envelope. */
public final class Envelope {
    private static final Pattern POSTCODE = Pattern.compile("\\b[A-Za-z]{1,2}\\d[A-Za-z\\d]?\\s*\\d[A-Za-z]{2}\\b");
    private static final Pattern LINES = Pattern.compile("\\s*[,;\\n]\\s*");
    /** A telephone number, with what it is called; no address has so long a number with 0 before it. */
    private static final Pattern TELEPHONE = Pattern.compile("(?i:(?:tel\\w*+|phone|mobile|mob|landline|home|work)[.:]*+\\s*+){0,2}(?<![\\p{L}\\p{N}])(?:\\+\\d{1,3}(?:[ ().-]{0,2}\\d){8,10}|\\(?0(?:[ ().-]{0,2}\\d){8,10})(?!\\d)");
    /** A number by itself, such as one without its code. */
    private static final Pattern NUMBER = Pattern.compile("(?i:tel\\S*|phone|mobile|mob)?[:.]?[ ]*[+0-9 ()-]{7,}");
    /** What people write before an address. */
    private static final Pattern BEFORE = Pattern.compile("^[. ]*(?:please )?(?:(?:only|always|new|my|our|home|postal|current|present) )*(?:(?:by post|by letter|letters to|write to|address)(?:\\s*:\\s*|\\s+(?:is\\s+)?)|post\\s*:\\s*)", Pattern.CASE_INSENSITIVE);
    /** Says that nobody should write to the address beside it, or that nobody they know lives there. */
    private static final Pattern NOT_THERE = Pattern.compile("\\b(?:do not|don['’]?t|never|not to|must not|should not|no longer)\\s+(?:ever\\s+)?(?:\\w+ or )?(?:write\\b|post\\b|send\\s+(?:\\w+\\s+)?(?:post|letters?|mail|papers|anything)\\b"
            + "|use\\s+(?:(?:this|that|the|my|her|his|their)\\b[^,;\\n]*\\baddress\\b|\\d)|at\\b|lives?\\b)|\\bno (?:post|letters?) to\\b|\\b(?:old|former|previous) address\\b|\\bmoved (?:away )?from\\b", Pattern.CASE_INSENSITIVE);
    /** Says that something is said of an address before it. */
    private static final Pattern THERE = Pattern.compile("\\b(?:there|here|this address|that address)\\b", Pattern.CASE_INSENSITIVE);
    /** The same at the end of what is said; before a colon, it is of what follows. */
    private static final Pattern ENDS_THERE = Pattern.compile(THERE.pattern() + "\\s*[,;.)\\n]$", Pattern.CASE_INSENSITIVE);
    private static final Pattern CLAUSES = Pattern.compile("(?<=[,;.:)\\n])");
    private static final Pattern STOPS = Pattern.compile("^[\\s,;.:)]+");
    /** Says something else than where somebody lives. */
    private static final Pattern REMARK = Pattern.compile("(?:please|do not|don['’]?t|never)\\b.*", Pattern.CASE_INSENSITIVE);
    private static final Set<String> TITLES = Set.of("mr", "mrs", "ms", "miss", "mx", "dr", "doctor", "prof", "professor", "cllr", "councillor", "revd", "rev", "reverend", "sir", "dame", "lord", "lady");

    private Envelope() {}

    /** The lines; the name alone where the file has no address with a postcode. */
    public static List<String> of(PartyView person) {
        var lines = new ArrayList<String>();
        lines.add(person.label());
        lines.addAll(home(person));
        return lines;
    }

    /** The lines below the name: the first address with a postcode of which it is not said that nobody should write there, without their name, telephone numbers and e-mail addresses. */
    public static List<String> home(PartyView person) {
        var contact = person.contact() == null ? "" : person.contact();
        var end = POSTCODE.matcher(contact);
        for (int from = 0; end.find(); from = end.end()) {
            var address = from == 0 ? contact.substring(0, end.end()) : withoutWhatIsSaidOfTheOneBefore(contact.substring(from, end.end()));
            if (!NOT_THERE.matcher(address).find() && !isRefused(contact.substring(end.end()))) {
                return LINES.splitAsStream(STOPS.matcher(address).replaceFirst("").strip()).flatMap(line -> place(person, line)).toList();
            }
        }
        return List.of();
    }

    /** Whether what stands behind an address says that nobody should write there: in its line or, of "there", in the next; where that names another address, only what ends with "there" is said of this one. */
    private static boolean isRefused(String behind) {
        var here = behind.lines().findFirst().orElse("");
        var said = here.isBlank() ? behind.lines().filter(line -> !line.isBlank()).findFirst().filter(line -> THERE.matcher(line).find()).orElse("") : here;
        var next = POSTCODE.matcher(said);
        return next.find() ? CLAUSES.splitAsStream(said.substring(0, next.start())).anyMatch(Envelope::isOfTheOneBefore) : NOT_THERE.matcher(said).find();
    }

    private static boolean isOfTheOneBefore(String clause) {
        return NOT_THERE.matcher(clause).find() && ENDS_THERE.matcher(clause).find();
    }

    private static String withoutWhatIsSaidOfTheOneBefore(String address) {
        return CLAUSES.splitAsStream(address).filter(clause -> !isOfTheOneBefore(clause)).collect(Collectors.joining());
    }

    private static Stream<String> place(PartyView person, String line) {
        boolean whole = POSTCODE.matcher(line).find();
        if (line.contains("@") || NUMBER.matcher(line).matches() || !whole && (TELEPHONE.matcher(line).find() || REMARK.matcher(line).matches())) {
            return Stream.empty();
        }
        var place = BEFORE.matcher(TELEPHONE.matcher(line).replaceAll("")).replaceFirst("").strip();
        return place.isEmpty() || person.calledWithout(TITLES, place) ? Stream.empty() : Stream.of(place);
    }
}
