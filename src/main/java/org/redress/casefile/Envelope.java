package org.redress.casefile;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Name and address of somebody, line by line, as they stand on a letter and in the window of its envelope. The file says in a person's own words how somebody is reached, so an address is taken from it only where nothing
 * else can be meant: one postcode, and beside the address nothing but names, telephone numbers, e-mail addresses and when to ring. Whatever more is said ("do not write there") is for a person to read.
 */
public final class Envelope {
    private static final Pattern POSTCODE = Pattern.compile("\\b[A-Za-z]{1,2}\\d[A-Za-z\\d]?\\s*\\d[A-Za-z]{2}\\b");
    /** What stands between the lines of an address, and between an address and a remark; a full stop after a short word may be of an abbreviation. */
    private static final Pattern PARTS = Pattern.compile("\\s*(?:[,;\\n()]|\\s[-–—]\\s|(?<=[\\p{L}\\p{N}]{4}|\\d[A-Za-z]{2})\\.(?=\\s|$))\\s*");
    /** A telephone number, with what it is called; no address has so long a number with 0 before it. */
    private static final Pattern TELEPHONE = Pattern.compile("(?i:(?:tel\\w*+|phone|mobile|mob|landline|home|work)[.:]*+\\s*+){0,2}(?<![\\p{L}\\p{N}])(?:\\+\\d{1,3}(?:[ ().-]{0,2}\\d){8,10}|\\(?0(?:[ ().-]{0,2}\\d){8,10})(?!\\d)");
    private static final Pattern MAIL = Pattern.compile("\\S+@\\S+");
    /** A number by itself, such as one without its code. */
    private static final Pattern NUMBER = Pattern.compile("(?i:tel\\S*|phone|mobile|mob)?[:.]?[ ]*[+0-9 ()-]{7,}");
    /** What people write before an address. */
    private static final Pattern BEFORE = Pattern.compile("^(?:please )?(?:(?:(?:only|always|new|my|our|home|postal|current|present) )*(?:by post|by letter|(?:send )?(?:letters|post) to|write to|address|(?:i|we) live at)(?:\\s*:\\s*|\\s+(?:is\\s+)?|$)|post\\s*:\\s*)", Pattern.CASE_INSENSITIVE);
    /** When and how to ring or e-mail, which is nothing about an address. */
    private static final Pattern RING = Pattern.compile("(?:(?:please|do not|don['’]?t|never|not|only|best|preferably|prefers?|preferred|you|can|may|always|or|and|but|to|by|on|at|from|after|before|between|the|in|is|leave|send|any|an?|no|me|her|him|them|us|texts?|ring|rings|calls?|phone|telephone|tel"
            + "|mobile|landline|voicemails?|messages?|e-?mails?|mornings?|afternoons?|evenings?|nights?|daytime|weekdays?|weekends?|mondays?|tuesdays?|wednesdays?|thursdays?|fridays?|saturdays?|sundays?|noon|midday|one|two|three|four|five|six|seven|eight|nine|ten"
            + "|\\d{1,2}(?:[:.]\\d\\d)?\\s*(?:[ap]m|o['’]clock)?|work|office|hours)[:.]?(?:\\s+|$))+", Pattern.CASE_INSENSITIVE);
    /** Is no part of an address, but of what somebody says. */
    private static final Pattern SPEECH = Pattern.compile("\\b(?:not|do|don['’]?t|never|no longer|no (?:post|letters?|mail)|lives?|lived|living (?:at|with|there)|moved?|moving|stays?|staying|write|writing|send (?:\\w+ )?(?:post|letters?|mail|it|them|to|anything|nothing)|use|address|please|until|instead"
            + "|i (?:am|have|no|live|moved|want)|me|my|he|his|she|her|they|their|husband|wife|partner|ex)\\b", Pattern.CASE_INSENSITIVE);
    /** Behind an address, whatever speaks of letters or places may be about it. */
    private static final Pattern OF_POST = Pattern.compile("\\b(?:post|postal|posted|letters?|mail|papers|documents|there|here|contact|only)\\b", Pattern.CASE_INSENSITIVE);
    private static final Set<String> TITLES = Set.of("mr", "mrs", "ms", "miss", "mx", "dr", "doctor", "prof", "professor", "cllr", "councillor", "revd", "rev", "reverend", "sir", "dame", "lord", "lady");

    private final PartyView person;
    private final List<String> lines = new ArrayList<>();
    private boolean plain = true;

    private Envelope(PartyView person) {
        this.person = person;
        var contact = person.contact() == null ? "" : person.contact();
        var postcodes = POSTCODE.matcher(contact).results().map(found -> found.group().replaceAll("\\s", "").toUpperCase(Locale.ROOT)).collect(Collectors.toSet());
        if (postcodes.size() == 1) {
            boolean behind = false;
            for (var part : PARTS.split(contact)) {
                read(part.strip(), behind);
                behind |= POSTCODE.matcher(part).find();
            }
        }
        plain &= postcodes.isEmpty() || postcodes.size() == 1 && POSTCODE.matcher(String.join(" ", lines)).replaceAll("").strip().length() > 1;
    }

    /** The lines; the name alone where the file has no plain address with a postcode. */
    public static List<String> of(PartyView person) {
        var lines = new ArrayList<String>();
        lines.add(person.label());
        lines.addAll(home(person));
        return lines;
    }

    /** The lines below the name: the address with its postcode, without their name, telephone numbers and e-mail addresses; none where there is none, and where a person has to read what is said beside it. */
    public static List<String> home(PartyView person) {
        var read = new Envelope(person);
        return read.plain ? List.copyOf(read.lines) : List.of();
    }

    /** Whether there is a postcode, and more is said than one address, or less: nobody may take an address from it without having read it. */
    public static boolean isForAPerson(PartyView person) {
        return !new Envelope(person).plain;
    }

    private void read(String part, boolean behind) {
        boolean whole = POSTCODE.matcher(part).find();
        var place = MAIL.matcher(part).replaceAll("").strip();
        if (NUMBER.matcher(place).matches()) {
            return;
        }
        var number = TELEPHONE.matcher(place);
        if (number.find()) {
            var rest = place.substring(number.end()).strip();
            // whose the last digit is, the number's or the house's
            plain &= rest.isEmpty() || Character.isDigit(rest.charAt(0)) || RING.matcher(rest).matches();
            place = (place.substring(0, number.start()) + " " + rest).strip();
        }
        place = BEFORE.matcher(place).replaceFirst("").strip();
        if (place.isEmpty() || TITLES.contains(place.toLowerCase(Locale.ROOT)) || person.calledWithout(TITLES, place) || !whole && RING.matcher(place).matches()) {
            return;
        }
        plain &= !SPEECH.matcher(place).find() && !(behind && OF_POST.matcher(place).find());
        if (!behind) {
            lines.add(place);
        }
    }
}
