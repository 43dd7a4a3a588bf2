package org.redress.disclosure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

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
    private static final Set<String> OF_DECISIONS = Set.copyOf(List.of(("a about act acts adult after agreed all also although an and any apology april as at august authority authorities background because before both but by care case chapter chief child children "
            + "christmas commissioner committee community complaint complaints conference conclusion core corporate council council's county court courts crown data december decision department director disclosure district draft during each early easter education "
            + "england english equality executive family february fault final finally findings first following for framework freedom friday from full general good government guidance had has have he head health her high his home hospital house housing how however human i if in "
            + "independent information injustice into investigating investigation is it its january july june justice key lado law legal leader letter local london magistrates' march may meeting mental minister monday my national need nhs no none not november october of "
            + "office officer ofsted on one ombudsman or order our panel paragraph parliament part parts people person plan police policy practice practitioner procedure procedures protection public quality recommendation recommendations recommended regulation "
            + "regulations remedy report request response review rights safeguarding saturday schedule school section senior september service services she should sixth social society some special stage state statement statutory summary sunday support team terms that the their then there "
            + "they this thursday to trading tribunal tuesday under united until upheld wales we wednesday welsh were what when where which while who why with within work worker workers working year yes you young your second third fourth apologise pay consider guide getting best together keeping "
            + "issue issues background kingdom northern ireland scotland europe european union common standards standard assessment assessments allowance benefit tax not investigated point points unit bank holiday").split(" ")));

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
                    .flatMap(parts -> java.util.stream.Stream.of(parts.given().get(0) + parts.surname(), parts.surname() + parts.given().get(0))).map(CopyCheck::lettersOf).collect(Collectors.toSet())) {
                for (int at = letters.indexOf(whole); whole.length() >= RUN_TOGETHER && at >= 0; at = letters.indexOf(whole, at + 1)) {
                    add(found, copy, folded.from(places.get(at)), folded.to(places.get(at + whole.length() - 1) + 1), "a name with something between its letters (" + whose + " " + (name + 1) + ")", true);
                }
            }
        }
    }

    private static String lettersOf(String name) {
        return Folded.of(name).text().replaceAll("[^\\p{L}]", "");
    }

    /** What was written down of how somebody is reached. */
    static List<LeftOver> ofContacts(String copy, List<String> contacts) {
        var found = new ArrayList<LeftOver>();
        var small = copy.toLowerCase(Locale.ROOT);
        for (var contact : contacts) {
            for (var piece : contact.toLowerCase(Locale.ROOT).split("[\\s,;<>]+")) {
                if (piece.contains("@") && small.contains(piece)) {
                    add(found, copy, small.indexOf(piece), small.indexOf(piece) + piece.length(), "an e-mail address of the case", true);
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
