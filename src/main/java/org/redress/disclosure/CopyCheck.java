package org.redress.disclosure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Looks in a copy for what must not be in it: every spelling of every name that is known, names that are nearly these, and what else tells of people: telephone numbers, addresses,
 * dates of birth, numbers of other records, people and places that are on no list (DAT-06, LGS-21).
 */
final class CopyCheck {
    private static final int LONG_WORD = 5;
    private static final int RUN_TOGETHER = 7;
    private static final int TELEPHONE = 7;
    private static final String CAPITALISED = "\\p{Lu}[\\p{L}'\u2019-]*\\p{Ll}[\\p{L}'\u2019-]*";
    /** Words with capitals that are in decisions and are nobody's name. */
    static final Set<String> OF_DECISIONS = Set.copyOf(List.of(("a about act acts adult after agreed all also although an and any apology april as at august authority authorities background because before both but by care case chapter chief child children "
            + "christmas commissioner committee community complaint complaints conference conclusion core corporate council council's county court courts crown data december decision department director disclosure district draft during each early easter education "
            + "england english equality executive family february fault final finally findings first following for framework freedom friday from full general good government guidance had has have he head health her high his home hospital house housing how however human i if in "
            + "independent information injustice into investigating investigation is it its january july june justice key lado law legal leader letter local london magistrates' march may meeting mental minister monday my national need nhs no none not november october of "
            + "office officer ofsted on one ombudsman or order our panel paragraph parliament part parts people person plan police policy practice practitioner procedure procedures protection public quality recommendation recommendations recommended regulation "
            + "regulations remedy report request response review rights safeguarding saturday schedule school section senior september service services she should sixth social society some special stage state statement statutory summary sunday support team terms that the their then there "
            + "they this thursday to trading tribunal tuesday under united until upheld wales we wednesday welsh were what when where which while who why with within work worker workers working year yes you young your second third fourth apologise pay consider guide getting best together keeping "
            + "issue issues background kingdom northern ireland scotland europe european union common standards standard assessment assessments allowance benefit tax not investigated point points unit bank holiday").split(" ")));

    private static final int INWARD = 3;
    private static final int WITHIN = 4;
    private static final int SHORT_WORD = 3;
    private static final Pattern PUT_TOGETHER = Pattern.compile("#[\\p{L}\\p{N}_'\u2019-]+|@?[\\p{L}\\p{N}'\u2019]+(?:[_.@/%+-]+[\\p{L}\\p{N}'\u2019]+)+|[\\p{L}'\u2019]*\\p{Ll}\\p{Lu}[\\p{L}\\p{N}'\u2019]*|@[\\p{L}\\p{N}]+|\\p{L}{4,}\\p{N}+");
    private static final Pattern WELSH = Pattern.compile("(?iu)(?<!\\p{L})(?:i|o|\u00E2|a|y|yn|ym|yng|ar|gan|dros|drwy|heb|wrth|gyda|fy|dy|ei|at|dan|hyd)\\s+((?-i:\\p{Lu})[\\p{L}'\u2019]+)");
    private static final List<List<String>> MUTATIONS = List.of(List.of("p", "b"), List.of("p", "mh"), List.of("p", "ph"), List.of("t", "d"), List.of("t", "nh"), List.of("t", "th"), List.of("c", "g"), List.of("c", "ngh"), List.of("c", "ch"), List.of("b", "f"),
            List.of("b", "m"), List.of("d", "dd"), List.of("d", "n"), List.of("g", ""), List.of("g", "ng"), List.of("m", "f"), List.of("ll", "l"), List.of("rh", "r"));
    private static final String POSTCODE = "[a-z]{1,2}\\d[a-z\\d]?[ .-]?\\d[a-z]{2}";
    private static final String STREETS = "road|rd|street|st|lane|ln|avenue|ave|close|cl|drive|dr|way|court|ct|terrace|terr|crescent|cres|gardens|gdns|place|pl|grove|gr|walk|mews|square|sq|hill|row|park|green|view|rise|villas?|cottages?|house|farm|lodge|parade|broadway|wharf|quay|end|mount";
    /** How streets are shortened, and what for. */
    static final Map<String, String> SHORTENED = Map.ofEntries(Map.entry("rd", "road"), Map.entry("st", "street"), Map.entry("ln", "lane"), Map.entry("ave", "avenue"), Map.entry("cl", "close"), Map.entry("dr", "drive"), Map.entry("ct", "court"),
            Map.entry("terr", "terrace"), Map.entry("cres", "crescent"), Map.entry("gdns", "gardens"), Map.entry("pl", "place"), Map.entry("gr", "grove"), Map.entry("sq", "square"));
    private static final Pattern NUMBERED = Pattern.compile("(?iu)(?<![\\p{L}\\p{N}])(\\d{1,4} ?[a-z]?)(?![\\p{L}\\p{N}]),? ((?:[\\p{L}'-]+\\.? ){1,4}?(?:" + STREETS + ")(?![\\p{L}\\p{N}])|(?-i:\\p{Lu})[\\p{L}'-]+(?: [\\p{L}'-]+)?)");
    private static final Pattern STREET = Pattern.compile("(?iu)(?<![\\p{L}\\p{N}])((?:[\\p{L}'-]+\\.? ){1,3}?(?:" + STREETS + ")|(?:heol|ffordd|stryd|lon|clos|maes|rhiw|bryn)(?: [\\p{L}'-]+){1,2})(?![\\p{L}\\p{N}])");

    private static final Map<Pattern, String> TELLS = tells();

    private CopyCheck() {}

    private static Map<Pattern, String> tells() {
        var tells = new LinkedHashMap<Pattern, String>();
        tells.put(Pattern.compile("[\\p{L}\\p{N}._%+'-]+\\s?(?:@|\\(at\\)|\\[at\\])\\s?[\\p{L}\\p{N}-]+(?:\\s?\\.\\s?[\\p{L}\\p{N}-]+)+"), "an e-mail address");
        tells.put(Pattern.compile("(?i)\\b(?:https?://|www\\.)\\S+|(?<![\\p{L}\\p{N}.])@[A-Za-z0-9_]{3,}"), "an address on the internet");
        tells.put(Pattern.compile("(?i)\\b(?:GIR ?0AA|[A-Z]{1,2}\\d[A-Z\\d]?\\s?\\d[A-Z]{2})\\b"), "a postcode");
        tells.put(Pattern.compile("(?<![\\p{N}\u00A3.,])(?:\\+|00)?\\(?\\d(?:[\\s().-]{0,2}\\d){9,13}(?![\\p{N}])"), "a telephone number, or another long number");
        tells.put(Pattern.compile("(?i)\\b(?:born|d\\.? ?o\\.? ?b\\.?|date of birth|birthday|birth date)\\b[^.\\n]{0,25}?\\d"), "a date of birth");
        tells.put(Pattern.compile("(?i)\\b[A-Z]{2}\\s?\\d{2}\\s?\\d{2}\\s?\\d{2}\\s?[A-D]\\b"), "a National Insurance number");
        tells.put(Pattern.compile("(?<!\\d)\\d{3}[ -]\\d{3}[ -]\\d{4}(?!\\d)"), "an NHS number");
        tells.put(Pattern.compile("\\b(?:[A-Z]{2}\\d{2}\\s?[A-Z]{3})\\b"), "a number plate");
        tells.put(Pattern.compile("(?i)\\b(?:ref(?:erence)?|case|file|claim|account|policy|crime|log|urn)(?: (?:no|number|nr))?\\.?:?\\s?#?[A-Z]{0,6}[-/ ]?\\d[\\w/-]{3,}|\\b[A-Z]{2,8}[-/]\\d{2,}[\\w/-]*"), "a number of a record");
        tells.put(Pattern.compile("(?i)\\b\\d{1,4}[a-z]?,? (?:[\\p{L}'\u2019-]+ ){1,4}(?:road|rd|street|st|lane|ln|avenue|ave|close|drive|way|court|terrace|crescent|gardens|place|grove|walk|mews|square|hill|row|park|green|view|rise)\\b"), "an address");
        tells.put(Pattern.compile("(?:(?:" + CAPITALISED + "|St\\.?) ){1,4}(?:(?:Church of England|C of E|CofE|Catholic|Primary|Secondary|Infant|Junior|Community|High|Grammar|Special|Nursery|Medical|Health|Care|Nursing|Residential|Children.s) ){0,3}"
                + "(?:School|Academy|Nursery|College|Hospital|Surgery|Hospice|Clinic|Centre|Center|House|Home|Hostel|Church|Mosque|Lodge|Pre-?[Ss]chool|Playgroup|University)\\b"), "a school, home or other place by name");
        tells.put(Pattern.compile("(?iu)(?<!\\p{L})(?:n\u00E9e?|nee|formerly(?: known as)?|also known as|maiden name(?: was| is)?|aka|a\\.k\\.a\\.):? (?-i:\\p{Lu})[\\p{L}'\u2019-]+"), "a former or another name");
        tells.put(Pattern.compile("(?<!\\p{L})\\p{Lu}[-\u2010\u2011]\\n?\\p{Lu}\\p{Ll}{2,}|\\p{Lu}\\p{Ll}{2,}[-\u2010\u2011](?:(?:Mr|Mrs|Ms|Miss|Mx|Dr) )?\\p{Lu}(?![\\p{L}-])"), "a part of a double name beside a letter");
        tells.put(Pattern.compile("\\b(?:Mr|Mrs|Ms|Miss|Mx|Dr|Prof(?:essor)?|Sir|Dame|Lady|Lord|Cllr|Councillor|Rev(?:d|erend)?|PC|DC|Sgt|Nurse|Judge|Auntie?|Uncle)\\.?[ \\u00a0](?:\\p{Lu}\\.? )?\\p{Lu}(?:['\u2019]\\p{Lu})?\\p{L}[\\p{L}'\u2019-]*"), "somebody by title and name");
        return tells;
    }

    /** What is left of the names on a list. */
    static List<LeftOver> ofNames(String copy, NameList names, String whose) {
        var found = new ArrayList<LeftOver>();
        for (var one : names.find(copy)) {
            add(found, copy, one.from(), one.to(), one.spelling().what() + " (" + whose + " " + (one.name() + 1) + ")", one.spelling().fate() != Spelling.Fate.DOUBTFUL);
        }
        nearly(copy, names, whose, found);
        withinWords(copy, names, whose, found);
        mutated(copy, names, whose, found);
        runTogether(copy, names, whose, found);
        return sorted(found);
    }

    /** Everything else that tells of people. */
    static List<LeftOver> ofPeople(String copy, String ownReference) {
        var found = new ArrayList<LeftOver>();
        TELLS.forEach((pattern, what) -> {
            var matcher = pattern.matcher(copy);
            while (matcher.find()) {
                if (!isAllowed(matcher, ownReference)) {
                    add(found, copy, matcher.start(), matcher.end(), what, false);
                }
            }
        });
        capitals(copy, found);
        return sorted(found);
    }

    private static boolean isAllowed(Matcher matcher, String ownReference) {
        var digits = matcher.group().replaceAll("\\D", "");
        return digits.length() > 4 && ownReference.replaceAll("\\D", "").equals(digits)
                || matcher.group().matches("(?s).*\\b(?:Act|Regulations?|section|Schedule|paragraph)\\b.*")
                || CapitalWords.ofDecision(matcher.group());
    }

    /** Two words with capitals one after the other, in the midst of a sentence, that decisions do not share: Emma Brown. */
    private static void capitals(String copy, List<LeftOver> found) {
        var matcher = Pattern.compile("(?<![.!?:\\n]\\s|^)(?<![\\p{L}'\u2019-])(" + CAPITALISED + ")[ \\u00a0](" + CAPITALISED + ")").matcher(copy);
        int from = 0;
        while (matcher.find(from)) {
            if (!CapitalWords.isOfDecisions(matcher.group(1)) && !CapitalWords.isOfDecisions(matcher.group(2))) {
                add(found, copy, matcher.start(), matcher.end(), "two words with capitals, which may be a name", false);
            }
            from = matcher.end(1);
        }
    }

    /** Words that decisions share. */
    private static final class CapitalWords {
        static boolean isOfDecisions(String word) {
            return OF_DECISIONS.contains(word.toLowerCase(Locale.ROOT).replaceAll("['\u2019]s?$", ""));
        }

        static boolean ofDecision(String words) {
            return Arrays.stream(words.split("[\\s\\u00a0]+")).allMatch(CapitalWords::isOfDecisions);
        }
    }

    /** One letter more, less, other, or two the other way round. */
    private static void nearly(String copy, NameList names, String whose, List<LeftOver> found) {
        var words = names.longWords(LONG_WORD);
        if (words.isEmpty()) {
            return;
        }
        var matcher = Pattern.compile("\\p{Lu}[\\p{L}\\p{N}'\u2019]+").matcher(copy);
        while (matcher.find()) {
            var word = Folded.of(matcher.group()).text().replaceFirst("'s$", "").replace("'", "");
            words.forEach((name, line) -> {
                if (!word.equals(name) && isNearly(word, name)) {
                    add(found, copy, matcher.start(), matcher.end(), "nearly a name (" + whose + " " + (line + 1) + ")", false);
                }
            });
        }
    }

    static boolean isNearly(String one, String other) {
        if (Math.abs(one.length() - other.length()) > 1 || one.length() < LONG_WORD - 1) {
            return false;
        }
        int same = 0;
        while (same < Math.min(one.length(), other.length()) && one.charAt(same) == other.charAt(same)) {
            same++;
        }
        var a = one.substring(same);
        var b = other.substring(same);
        boolean swapped = a.length() == b.length() && a.length() > 1 && a.charAt(0) == b.charAt(1) && a.charAt(1) == b.charAt(0) && a.substring(2).equals(b.substring(2));
        return swapped || a.length() == b.length() && !a.isEmpty() && a.substring(1).equals(b.substring(1)) || !a.isEmpty() && a.substring(1).equals(b) || !b.isEmpty() && b.substring(1).equals(a);
    }

    /** A whole name with anything between its letters: S-a-r-a-h S.m.i.t.h, sarah_smith1. */
    private static void runTogether(String copy, NameList names, String whose, List<LeftOver> found) {
        var folded = Folded.of(copy);
        var letters = new StringBuilder();
        var places = new ArrayList<Integer>();
        for (int i = 0; i < folded.text().length(); i++) {
            if (Character.isLetter(folded.text().charAt(i))) {
                letters.append(folded.text().charAt(i));
                places.add(i);
            }
        }
        for (int name = 0; name < names.size(); name++) {
            var one = names.all().get(name);
            if (!one.person()) {
                continue;
            }
            for (var whole : one.names().stream().map(Replacement.Parts::of).filter(parts -> !parts.given().isEmpty() && !parts.surname().isEmpty())
                    .flatMap(CopyCheck::wholes).map(CopyCheck::lettersOf).collect(Collectors.toSet())) {
                for (int at = letters.indexOf(whole); whole.length() >= RUN_TOGETHER && at >= 0; at = letters.indexOf(whole, at + 1)) {
                    add(found, copy, folded.from(places.get(at)), folded.to(places.get(at + whole.length() - 1) + 1), "a name with something between its letters (" + whose + " " + (name + 1) + ")", true);
                }
            }
        }
    }

    private static Stream<String> wholes(Replacement.Parts parts) {
        var given = String.join("", parts.given());
        var initials = parts.given().stream().skip(1).map(CopyCheck::lettersOf).filter(name -> !name.isEmpty()).map(name -> name.substring(0, 1)).collect(Collectors.joining());
        return Stream.of(Stream.of(given + parts.surname(), parts.surname() + given, parts.given().get(0) + initials + parts.surname()),
                Stream.concat(parts.called(), parts.further()).flatMap(one -> Stream.of(one + parts.surname(), parts.surname() + one))).flatMap(Function.identity());
    }

    /** Parts of hashtags, names of files and other words that were put together: #JusticeForSarah, SmithComplaint2.pdf. */
    private static void withinWords(String copy, NameList names, String whose, List<LeftOver> found) {
        var words = names.longWords(WITHIN);
        if (words.isEmpty()) {
            return;
        }
        var matcher = PUT_TOGETHER.matcher(copy);
        while (matcher.find()) {
            var parts = Arrays.stream(matcher.group().split("(?<=\\p{Ll})(?=\\p{Lu})|[^\\p{L}'\u2019]+")).map(CopyCheck::lettersOf).filter(part -> !part.isEmpty()).toList();
            boolean marked = !matcher.group().matches("[\\p{L}'\u2019-]+");
            var whole = lettersOf(matcher.group());
            words.forEach((name, line) -> {
                var letters = lettersOf(name);
                if (parts.size() > 1 && parts.contains(letters) || marked && letters.length() >= LONG_WORD && whole.contains(letters) || matcher.group().startsWith("#") && parts.contains(letters)) {
                    add(found, copy, matcher.start(), matcher.end(), "a name within a word (" + whose + " " + (line + 1) + ")", false);
                }
            });
        }
    }

    /** Names as Welsh changes their first letters: i Ddafydd, gan Fair, yng Nghaerdydd. */
    private static void mutated(String copy, NameList names, String whose, List<LeftOver> found) {
        var words = names.longWords(SHORT_WORD);
        var matcher = WELSH.matcher(copy);
        while (!words.isEmpty() && matcher.find()) {
            var word = lettersOf(matcher.group(1));
            words.forEach((name, line) -> {
                if (MUTATIONS.stream().anyMatch(one -> name.startsWith(one.get(0)) && !name.startsWith("ch") && word.equals(one.get(1) + name.substring(one.get(0).length())))) {
                    add(found, copy, matcher.start(1), matcher.end(1), "a name as Welsh changes it (" + whose + " " + (line + 1) + ")", false);
                }
            });
        }
    }

    private static String lettersOf(String name) {
        return Folded.of(name).text().replaceAll("[^\\p{L}]", "");
    }

    /** What was written down of how and where somebody is reached. */
    static List<LeftOver> ofContacts(String copy, List<String> contacts) {
        var found = new ArrayList<LeftOver>();
        var folded = Folded.of(copy, false);
        for (var contact : contacts) {
            addresses(folded, copy, contact, found);
            for (var piece : Folded.of(contact, false).text().split("[\\s,;<>()]+")) {
                if (piece.contains("@")) {
                    all(folded, copy, Pattern.quote(piece.replaceFirst("[.:]+$", "")).replace("@", "\\E ?(?:@|[(\\[]at[)\\]]) ?\\Q"), "an e-mail address of the case", true, found);
                    var before = piece.substring(0, piece.indexOf('@')).replaceFirst("^mailto:", "");
                    if (before.length() > TELEPHONE - 2) {
                        all(folded, copy, Pattern.quote(before) + "(?! ?(?:@|[(\\[]at))", "the name of an e-mail address of the case", false, found);
                    }
                }
            }
            var number = Pattern.compile("\\+?\\d(?:[\\s().-]{0,2}\\d){" + (TELEPHONE - 1) + ",}").matcher(contact);
            while (number.find()) {
                var digits = number.group().replaceAll("\\D", "").replaceFirst("^(?:44|0044|0)", "");
                var there = Pattern.compile(digits.chars().mapToObj(digit -> String.valueOf((char) digit)).collect(Collectors.joining("[^\\p{L}\\p{N}]{0,3}"))).matcher(copy);
                while (there.find()) {
                    add(found, copy, there.start(), there.end(), "a telephone number of the case", true);
                }
            }
        }
        return found;
    }

    /** Postcodes, houses with their numbers, and streets. */
    private static void addresses(Folded copy, String text, String contact, List<LeftOver> found) {
        var kept = Folded.of(contact, false);
        Pattern.compile("(?<![\\p{L}\\p{N}])" + POSTCODE + "(?![\\p{L}\\p{N}])").matcher(kept.text()).results().map(one -> one.group().replaceAll("[ .-]", "")).forEach(code -> {
            var first = Pattern.quote(code.substring(0, code.length() - INWARD));
            all(copy, text, first + "[ .-]{0,2}" + Pattern.quote(code.substring(code.length() - INWARD)), "a postcode of the case", true, found);
            all(copy, text, first, "the first half of a postcode of the case", false, found);
        });
        for (var line : contact.split("[\\n;,]+")) {
            var piece = Folded.of(line, false);
            var written = piece.written(0, piece.text().length());
            NUMBERED.matcher(written).results().filter(one -> !isTime(one.group(2).toLowerCase(Locale.ROOT))).forEach(one -> all(copy, text, "(?:no\\.? ?|number )?" + spaced(one.group(1).toLowerCase(Locale.ROOT)) + "[ ,.]{1,3}" + street(one.group(2).toLowerCase(Locale.ROOT)), "an address of the case", true, found));
            STREET.matcher(written.replaceAll("(?<![\\p{L}\\p{N}])\\d{1,4} ?[A-Za-z]?(?![\\p{L}\\p{N}])", ",")).results().map(one -> one.group(1)).forEach(street -> {
                var words = street.toLowerCase(Locale.ROOT).split("[ .]+");
                if (isOwn(words) || Character.isUpperCase(street.charAt(0))) {
                    all(copy, text, street(street.toLowerCase(Locale.ROOT)), "a street of the case", isOwn(words), found);
                }
                var last = Arrays.copyOfRange(words, Math.max(0, words.length - 2), words.length);
                if (words.length > 2 && isOwn(last)) {
                    all(copy, text, street(String.join(" ", last)), "a street of the case", true, found);
                }
            });
        }
    }

    private static boolean isOwn(String... words) {
        return Arrays.stream(words).anyMatch(word -> word.length() > SHORT_WORD && !Replacement.isWord(word));
    }

    /** "14 days", "5 pm to 7": when somebody is reached, and not where. */
    private static boolean isTime(String words) {
        return words.matches("(?:am|pm|days?|hours?|weeks?|months?|years?|o'clock|to|and|or|until|january|february|march|april|may|june|july|august|september|october|november|december)(?: .*)?");
    }

    private static String spaced(String number) {
        return number.replaceFirst(" ?([a-z])$", " ?$1");
    }

    /** A street as it may be written: St for Street, without dots and apostrophes, over two lines. */
    private static String street(String words) {
        return Arrays.stream(words.strip().split("[ .]+")).map(word -> SHORTENED.entrySet().stream().filter(one -> one.getKey().equals(word) || one.getValue().equals(word)).findFirst()
                .map(one -> "(?:" + one.getValue() + "|" + one.getKey() + "\\.?)").orElseGet(() -> Replacement.word(word))).collect(Collectors.joining("[ .,-]{1,3}"));
    }

    private static void all(Folded copy, String text, String regex, String what, boolean certain, List<LeftOver> found) {
        var matcher = Pattern.compile("(?<![\\p{L}\\p{N}])(?:" + regex + ")(?![\\p{L}\\p{N}])").matcher(copy.text());
        while (matcher.find()) {
            add(found, text, copy.from(matcher.start()), copy.to(matcher.end()), what, certain);
        }
    }

    private static void add(List<LeftOver> found, String copy, int from, int to, String what, boolean certain) {
        int paragraph = (int) copy.substring(0, from).lines().filter(line -> !line.isBlank()).count();
        boolean begins = from == 0 || copy.substring(copy.lastIndexOf('\n', from - 1) + 1, from).isBlank();
        found.add(new LeftOver(begins ? paragraph + 1 : paragraph, from, to, what, certain));
    }

    private static List<LeftOver> sorted(List<LeftOver> found) {
        found.sort(Comparator.comparingInt(LeftOver::from).thenComparing(LeftOver::what));
        return found;
    }
}
