package org.redress.disclosure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Somebody or something that a published text must not name, and what stands there instead: a title and a letter for an adult, a letter for a child, words for a place (LGS-21).
 *
 * @param names every name and further spelling that was written down; the first is the name
 */
record Replacement(List<String> names, String with) {
    private static final String SEPARATES = "[ .,-]{1,3}";
    private static final String ADDRESSED = "(?:" + Title.ANY + "\\.?[ .]+){1,2}";
    private static final String MAYBE_ADDRESSED = "(?:" + Title.ANY + "\\.?[ .]+){0,2}";
    private static final Set<String> PARTICLES = Set.of("de", "da", "del", "della", "di", "du", "la", "le", "van", "von", "der", "den", "ter", "bin", "bint", "ibn", "al", "el", "ap", "ab", "ferch", "st", "saint", "mac", "mc", "fitz", "o");
    /** Names that are words too: alone they are asked about, and not replaced. */
    private static final Set<String> WORDS = Set.copyOf(List.of(("abbot ash baker banks barber bell berry best bird bishop black bond bridge brook brooks brown bush butler carter case chance chase church clay close cole cook cooper cross "
            + "dale daisy day dean drew down east faith farmer field finch fisher flower ford forest fox frank freeman french gardener gates gay glass gold good grace grant gray green grey guy hall hand harper hart heath heather hill holly home "
            + "hope hunter iris ivy jack jewel joy june king kitty knight lake lamb lane law lily little long love major marina mark marsh mason may miles mill miller moon moore morning nelson newman noble north olive page park parker parsons "
            + "pat patience penny piper pitt pool poole pope porter potter price prior rain ray read reed reeve rich river rob robin rock rod rose rowan ruby rush sage sally scarlet sharp shepherd short silver singer smart snow south speaker "
            + "spring stone street strong summer sunny swan sue taylor teal terry tiger tower trinity turner violet wade walker wall ward waters way weaver webb wells west white will willow winter wise wood woods worth young april august bill bob don "
            + "art carol chip dawn dot drew earl eve fern gene ginger gill hazel jay jean jo max mercy nick norm patty pearl peg sandy sky star stew tab vic warren court mother father care england wales kent essex paris london").split(" ")));
    /** Words that places share; what is left of a name is its own. */
    private static final Set<String> SHARED_BY_PLACES = Set.copyOf(List.of(("the of and at for in on a an c e st saint saints school primary secondary infant junior infants juniors academy college nursery grammar high comprehensive community church england catholic special trust university "
            + "sixth form centre center house home care nursing residential hospital surgery practice clinic medical health hub road street avenue lane close drive way court place terrace crescent gardens park hill green grove walk mews row square view "
            + "north south east west upper lower great little old new flat apartment unit block council county borough city town district service services team office offices limited ltd plc llp group family children social").split(" ")));
    /** What people are, in labels that name nobody. */
    private static final Set<String> ROLES = Set.copyOf(List.of(("mr mrs ms miss mx dr doctor officer officers social worker workers manager team leader head teacher headteacher nurse child children baby mother father parent parents grandmother grandfather "
            + "grandparent grandparents brother sister sibling aunt uncle partner husband wife son daughter friend neighbour carer carers foster tenant landlord school council provider company home care witness person resident solicitor advocate "
            + "councillor ombudsman ofsted police the a an of investigating independent adjudicating reviewing service group complainant representative young anonymous").split(" ")));
    /** Words of such labels that are said of a body or a place, or of anything. */
    private static final Set<String> NOT_OF_PEOPLE = Set.of("school", "council", "provider", "company", "home", "care", "service", "group", "team", "police", "ofsted", "ombudsman", "social", "head", "independent", "foster", "a", "an", "of", "the", "young", "anonymous");
    private static final Set<String> FURTHER_ROLES = Set.of("gp", "psychologist", "therapist", "investigator", "adviser", "advisor", "assistant", "colleague", "clerk", "psychiatrist", "consultant", "caseworker", "supervisor", "man", "woman", "boy", "girl",
            "people", "someone", "somebody", "relative", "applicant", "employee", "staff", "pupil", "student", "lawyer", "barrister", "mediator", "assessor", "inspector", "chair", "judge", "driver", "owner", "employer", "foster-carer", "director", "governor", "governors", "senco");
    /** Between two names of one person: Sarah Smith née Jones. */
    private static final Pattern FORMERLY = Pattern.compile("(?iu)[\\s,(]+(?:n\u00E9e?|nee|born|formerly(?: known as)?|previously(?: known as)?|also known as|known as|a\\.?k\\.?a\\.?|maiden name)[\\s:]+");
    private static final Pattern CALLED = Pattern.compile("\\(([^)]*)\\)|[\"\u201C\u201D\u201E\u2018]([^\"\u201C\u201D\u2019]*)[\"\u201D\u201C\u2019](?!\\p{L})|(?<!\\p{L})'([^']*)'(?!\\p{L})");
    /** What two capitals are in decisions, more often than somebody's initials. */
    private static final Set<String> ABBREVIATIONS = Set.of("am", "ad", "as", "at", "ba", "cc", "cp", "ea", "eh", "ep", "gp", "ha", "hr", "id", "in", "it", "iv", "la", "lo", "mp", "ni", "no", "ot", "pa", "pc", "pm", "re", "so", "st", "sw", "ta", "tv", "uk", "us", "vi",
            "ehc", "nhs", "sen", "dfe", "lgo", "ico", "hmo", "dwp", "ccg", "icb", "irp", "cla", "iro", "pep", "asd", "faq", "pip");
    /** Particles without which the rest of a surname is another name: St John. */
    private static final Set<String> WITH_THE_NEXT = Set.of("st", "saint", "mac", "mc", "fitz", "o");
    private static final String BETWEEN_PARTS = "[-\\u2010-\\u2015 ]";
    /** An initial that is a word too: Sarah, a friend. */
    private static final Set<String> NO_INITIALS = Set.of("a", "i");
    private static final int OWN_WORD = 3;
    private static final int MOST_NAMES = 6;
    private static final int LONG_ENOUGH_IN_SMALL_LETTERS = 4;

    Replacement {
        boolean somebody = Title.letter(with).isPresent() || isRole(with);
        names = names.stream().flatMap(name -> somebody ? each(name) : Stream.of(name)).distinct().toList();
    }

    /** Each of the names that one spelling says: "Sarah Smith (née Jones)" is Sarah Smith and Sarah Jones. */
    private static Stream<String> each(String name) {
        var called = CALLED.matcher(name);
        var further = new ArrayList<String>();
        var left = called.replaceAll(match -> {
            var said = match.group(1) != null ? match.group(1) : match.group(2) != null ? match.group(2) : match.group(3);
            further.add(said.strip());
            return FORMERLY.matcher(" " + said).lookingAt() ? " " + java.util.regex.Matcher.quoteReplacement(said) : " ";
        });
        var parts = Stream.of(FORMERLY.split(left)).map(String::strip).filter(part -> part.codePoints().anyMatch(Character::isLetterOrDigit)).toList();
        if (parts.isEmpty()) {
            return Stream.of(name);
        }
        further.removeIf(said -> FORMERLY.matcher(" " + said).lookingAt() || namesNobody(said));
        var first = Parts.of(parts.get(0));
        var before = parts.stream().skip(1).map(part -> part.contains(" ") || first.given().isEmpty() ? part : String.join(" ", first.given()) + " " + part);
        return Stream.of(Stream.of(parts.get(0)), before, further.stream()).flatMap(Function.identity());
    }

    /** Whether it is somebody: by what stands instead, or as somebody is named. */
    boolean person() {
        return Title.letter(with).isPresent() || isRole(with) && names.stream().noneMatch(name -> name.codePoints().anyMatch(Character::isDigit))
                || names.stream().noneMatch(Replacement::isLikeAPlace) && names.stream().allMatch(Replacement::looksLikeSomebody) && names.stream().anyMatch(name -> Title.of(name).isPresent() || wordsIn(name).filter(Replacement::capital).count() > 1);
    }

    private static Stream<String> wordsIn(String name) {
        return Arrays.stream(name.strip().split("[\\s\\u00a0,]+")).filter(word -> word.codePoints().anyMatch(Character::isLetterOrDigit));
    }

    /** A place is told by a word that places share, a number, or whose it is. */
    private static boolean isLikeAPlace(String name) {
        return name.codePoints().anyMatch(Character::isDigit) || wordsIn(name).anyMatch(word -> SHARED_BY_PLACES.contains(Folded.of(word).text().replace(".", "")) || word.matches("\\p{Lu}.*['\u2019]s"));
    }

    private static boolean capital(String word) {
        return word.codePoints().filter(Character::isLetter).findFirst().stream().anyMatch(Character::isUpperCase);
    }

    private static boolean isRole(String label) {
        return wordsIn(label.toLowerCase(Locale.ROOT)).anyMatch(word -> FURTHER_ROLES.contains(word) || ROLES.contains(word) && !NOT_OF_PEOPLE.contains(word));
    }

    /** Whether a name is a word too, so that alone it may be either. */
    static boolean isWord(String folded) {
        return WORDS.contains(folded) || SHARED_BY_PLACES.contains(folded) || CopyCheck.OF_DECISIONS.contains(folded);
    }

    /** Whether a label of the record names nobody: a title and a letter, a letter, what somebody is. */
    static boolean namesNobody(String label) {
        var words = List.of(label.strip().split("[\\s\\u00a0]+"));
        var before = words.get(words.size() - 1).matches("\\p{Lu}{1,2}\\d?") ? words.subList(0, words.size() - 1) : words;
        return Title.letter(label).isPresent() || before.stream().allMatch(word -> ROLES.contains(word.toLowerCase(Locale.ROOT)) || word.codePoints().noneMatch(Character::isUpperCase));
    }

    /** Whether words may be somebody's name: a few of them, with capitals, and none that places share. */
    static boolean looksLikeSomebody(String name) {
        var words = List.of(Title.without(name).split("[\\s,\\u00a0]+"));
        return words.size() <= MOST_NAMES && words.stream().allMatch(word -> word.matches("[\\p{L}\\p{M}'\u2019.-]+") && !SHARED_BY_PLACES.contains(word.toLowerCase(Locale.ROOT)))
                && words.stream().anyMatch(word -> Character.isUpperCase(word.codePointAt(0)));
    }

    /** The parts of a name of somebody, in small letters without accents. */
    record Parts(List<String> given, String surname) {
        static Parts of(String name) {
            var plain = Title.without(name);
            int comma = plain.indexOf(',');
            if (comma > 0) {
                plain = plain.substring(comma + 1).strip() + " " + plain.substring(0, comma).strip();
            }
            var tokens = Arrays.stream(plain.strip().split("[\\s\\u00a0]+")).filter(token -> token.codePoints().anyMatch(Character::isLetter)).toList();
            if (tokens.isEmpty()) {
                return new Parts(List.of(), "");
            }
            if (tokens.size() == 1) {
                // "Mrs Smith" says a surname, "Sally" how somebody is called
                return Title.of(name).isPresent() ? new Parts(List.of(), tokens.get(0)) : new Parts(tokens, "");
            }
            if (comma <= 0 && isAllCapitals(tokens.get(0)) && tokens.stream().skip(1).noneMatch(Parts::isAllCapitals) && tokens.stream().skip(1).allMatch(Replacement::capital)) {
                // SMITH Sarah
                return new Parts(tokens.subList(1, tokens.size()), tokens.get(0));
            }
            if ((Title.of(name).isPresent() || tokens.get(0).equals(tokens.get(0).toLowerCase(Locale.ROOT))) && isParticle(tokens.get(0)) && tokens.subList(1, tokens.size() - 1).stream().allMatch(Parts::isParticle)) {
                // Mrs van der Berg
                return new Parts(List.of(), String.join(" ", tokens));
            }
            int last = tokens.size() - 1;
            while (last > 1 && isParticle(tokens.get(last - 1))) {
                last--;
            }
            return new Parts(tokens.subList(0, last), String.join(" ", tokens.subList(last, tokens.size())));
        }

        private static boolean isParticle(String token) {
            return PARTICLES.contains(token.toLowerCase(Locale.ROOT).replace("'", "").replace("\u2019", ""));
        }

        private static boolean isAllCapitals(String token) {
            return token.codePoints().filter(Character::isLetter).count() >= OWN_WORD && token.codePoints().filter(Character::isLetter).allMatch(Character::isUpperCase);
        }

        /** The name by which they are called: the first that is more than an initial. */
        Stream<String> called() {
            return given.stream().filter(Parts::isMoreThanAnInitial).limit(1);
        }

        /** The other given names, and the parts of those with a dash: Louise of Sarah Louise, Jane of Sarah-Jane. */
        Stream<String> further() {
            var parts = given.stream().flatMap(name -> Stream.of(name.split(BETWEEN_PARTS))).filter(part -> !given.contains(part));
            return Stream.concat(given.stream().filter(Parts::isMoreThanAnInitial).skip(1), parts).filter(Parts::isMoreThanAnInitial).distinct();
        }

        private static boolean isMoreThanAnInitial(String name) {
            return Folded.of(name).text().codePoints().filter(Character::isLetter).count() > 1 && !name.matches("(?:\\p{Lu}\\.){2,}");
        }

        /** All that may stand alone for them: what they are called, surname, and the parts of a double one. */
        Stream<String> alone() {
            return Stream.concat(called(), surnames()).map(one -> Folded.of(one).text()).filter(one -> one.codePoints().filter(Character::isLetter).count() > 1);
        }

        Stream<String> surnames() {
            if (surname.isEmpty()) {
                return Stream.empty();
            }
            var parts = Arrays.stream(surname.split(BETWEEN_PARTS)).filter(part -> part.length() >= LONG_ENOUGH_IN_SMALL_LETTERS || part.length() == OWN_WORD && !isParticle(part)).toList();
            return WITH_THE_NEXT.contains(surname.split(BETWEEN_PARTS)[0].toLowerCase(Locale.ROOT).replace(".", "")) ? Stream.of(surname) : Stream.concat(Stream.of(surname), parts.stream()).distinct();
        }
    }

    /** Their names as they may stand alone. */
    Set<String> alone() {
        return person() ? names.stream().flatMap(name -> Parts.of(name).alone()).collect(Collectors.toSet()) : Set.of();
    }

    /** Every word of their names. */
    Set<String> words() {
        return person() ? names.stream().map(Parts::of).flatMap(parts -> Stream.concat(parts.alone(), parts.further().map(one -> Folded.of(one).text()))).collect(Collectors.toSet()) : Set.of();
    }

    /**
     * Every way in which it may be written.
     *
     * @param shared names that stand alone for more than one, so that nobody knows whose they are
     * @param titled titles with a surname that are more than one's: "mrs smith"
     */
    List<Spelling> spellings(Set<String> shared, Set<String> titled) {
        var all = new ArrayList<Spelling>();
        for (var name : names) {
            if (person()) {
                var parts = Parts.of(name);
                of(parts, shared, titled, all);
                if (parts.surname().isEmpty() && !parts.given().isEmpty()) {
                    // what somebody is called stands before their surname too
                    names.stream().map(Parts::of).flatMap(Parts::surnames).distinct().forEach(surname -> whole(parts, surname, all));
                }
                if (Title.letter(with).isEmpty() && name.contains(" ")) {
                    all.add(asWritten(name));
                }
            } else {
                place(name, all);
            }
        }
        return all;
    }

    private void of(Parts parts, Set<String> shared, Set<String> titled, List<Spelling> all) {
        if (!parts.given().isEmpty()) {
            parts.surnames().forEach(surname -> {
                whole(parts, surname, all);
                further(parts, surname, shared, all);
            });
        }
        parts.surnames().forEach(surname -> surname(surname, shared, titled, all));
        parts.further().forEach(given -> {
            all.add(Spelling.of("a further name with a title", "(?:mister|mr|mrs|ms|miss|mx|doctor|dr)\\.?[ .]+" + word(given), parts.surname().isEmpty() || isWord(Folded.of(given).text()) ? Spelling.Fate.DOUBTFUL : Spelling.Fate.LEFT, Spelling.Look.LAST_CAPITAL));
            all.add(Spelling.of("a further name", word(given), Spelling.Fate.DOUBTFUL, Spelling.Look.CAPITAL));
            if (!isWord(Folded.of(given).text()) && given.length() >= LONG_ENOUGH_IN_SMALL_LETTERS) {
                all.add(Spelling.of("a further name in small letters", word(given), Spelling.Fate.DOUBTFUL, Spelling.Look.ANY));
            }
            parts.called().filter(Predicate.not(given::equals)).filter(one -> !one.contains(given))
                    .forEach(one -> all.add(Spelling.of("first names", MAYBE_ADDRESSED + word(one) + "[ -]?" + word(given), Spelling.Fate.REPLACED, Spelling.Look.LAST_CAPITAL)));
        });
        parts.called().forEach(given -> {
            if (!shared.contains(Folded.of(given).text())) {
                all.add(Spelling.of("title and first name", ADDRESSED + word(given), Spelling.Fate.REPLACED, withTitle(given)));
                if (parts.surname().isEmpty()) {
                    // who writes a name down by itself says that it is one
                    all.add(Spelling.of("a first name", word(given), Spelling.Fate.REPLACED, Spelling.Look.CAPITAL));
                }
            }
            alone("a first name", given, shared, all);
        });
    }

    private static void whole(Parts parts, String last, List<Spelling> all) {
        var given = word(parts.given().get(0));
        var surname = word(last);
        var further = parts.given().stream().skip(1).map(Replacement::word).collect(Collectors.joining("|"));
        var between = "(?:" + SEPARATES + "\\p{L}(?![\\p{L}'])\\.?" + (further.isEmpty() ? "" : "|[ .,-]{0,3}(?:" + further + ")") + ")*";
        var initial = Pattern.quote(first(parts.given().get(0)));
        var initials = initial + "\\.?(?: ?\\p{L}(?![\\p{L}'])\\.?){0,3}";
        all.add(Spelling.of("the whole name", MAYBE_ADDRESSED + given + between + SEPARATES + surname, Spelling.Fate.REPLACED, Spelling.Look.ANY));
        all.add(Spelling.of("the whole name, surname first", surname + "(?: ?,| -|[ ]) ?" + MAYBE_ADDRESSED + given + between, Spelling.Fate.REPLACED, Spelling.Look.ANY));
        all.add(Spelling.of("surname and initial", surname + " ?, ?" + MAYBE_ADDRESSED + initial + "\\.?", Spelling.Fate.REPLACED, Spelling.Look.ANY));
        all.add(Spelling.of("surname and initial", surname + " " + initials, Spelling.Fate.REPLACED, Spelling.Look.LAST_CAPITAL));
        if (!NO_INITIALS.contains(first(last))) {
            all.add(Spelling.of("first name and initial", given + between + "[ .-]{1,2}" + first(last), Spelling.Fate.REPLACED, Spelling.Look.LAST_CAPITAL));
        }
        all.add(Spelling.of("initials and surname", MAYBE_ADDRESSED + "(?:" + initials + ")[ .-]{1,2}" + surname, Spelling.Fate.REPLACED, Spelling.Look.ANY));
        all.add(Spelling.of("the name run together", given + "[_.]?" + surname + "|" + surname + "[_.]?" + given + "|" + initial + "[_.]?" + surname + "|" + surname + "[_.]" + initial, Spelling.Fate.LEFT, Spelling.Look.ANY));
        var letters = parts.given().stream().map(Replacement::first).collect(Collectors.toCollection(ArrayList::new));
        letters.add(first(last));
        all.add(Spelling.of("initials", letters.stream().map(Pattern::quote).collect(Collectors.joining("\\. ?")) + "\\.?", Spelling.Fate.DOUBTFUL, Spelling.Look.CAPITALS));
        Stream.of(String.join("", letters), letters.get(0) + first(last)).distinct().filter(Predicate.not(ABBREVIATIONS::contains))
                .forEach(few -> all.add(Spelling.of("initials", Pattern.quote(few), Spelling.Fate.DOUBTFUL, Spelling.Look.CAPITALS)));
    }

    /** Louise Smith and L. Smith for Sarah Louise Smith: theirs, if nobody else has the surname. */
    private static void further(Parts parts, String last, Set<String> shared, List<Spelling> all) {
        var fate = shared.contains(Folded.of(last).text()) ? Spelling.Fate.LEFT : Spelling.Fate.REPLACED;
        parts.further().forEach(given -> {
            all.add(Spelling.of("a further name and surname", MAYBE_ADDRESSED + word(given) + "(?:" + SEPARATES + "\\p{L}(?![\\p{L}'])\\.?)*" + SEPARATES + word(last) + "|" + word(last) + "(?: ?, ?| )" + word(given), fate, Spelling.Look.ANY));
            all.add(Spelling.of("a further initial and surname", MAYBE_ADDRESSED + Pattern.quote(first(given)) + "\\.?[ .-]{1,2}" + word(last) + "|" + word(last) + " ?, ?" + Pattern.quote(first(given)) + "\\.?", fate, Spelling.Look.LAST_CAPITAL));
            all.add(Spelling.of("the name run together", word(given) + "[_.]?" + word(last) + "|" + Pattern.quote(first(given)) + "[_.]?" + word(last), Spelling.Fate.LEFT, Spelling.Look.ANY));
        });
        if (parts.given().size() > 1) {
            var letters = parts.given().stream().map(Replacement::first).map(Pattern::quote).collect(Collectors.joining("[_.-]?"));
            all.add(Spelling.of("the name run together", letters + "[_.-]?" + word(last) + "|" + word(last) + "[_.-]?" + letters + "|" + word(parts.given().get(0)) + "[_.-]?\\p{L}[_.-]?" + word(last), Spelling.Fate.LEFT, Spelling.Look.ANY));
        }
    }

    /** With a title any spelling is the name, unless it is a word too: the judge may, Judge May. */
    private static Spelling.Look withTitle(String name) {
        return isWord(Folded.of(name).text()) ? Spelling.Look.LAST_CAPITAL : Spelling.Look.ANY;
    }

    private void surname(String name, Set<String> shared, Set<String> titled, List<Spelling> all) {
        var surname = word(name);
        var folded = Folded.of(name).text();
        if (shared.contains(folded)) {
            Title.of(with + " ").filter(own -> !titled.contains(own + " " + folded))
                    .ifPresent(own -> all.add(Spelling.of("title and surname", own + "\\.?[ .]+" + surname, Spelling.Fate.REPLACED, withTitle(name))));
            all.add(Spelling.of("title and surname, of more than one", ADDRESSED + surname, Spelling.Fate.LEFT, withTitle(name)));
        } else {
            all.add(Spelling.of("title and surname", ADDRESSED + surname, Spelling.Fate.REPLACED, withTitle(name)));
        }
        alone("a surname", name, shared, all);
        var plural = surname + "(?:e?s)" + (folded.endsWith("y") ? "|" + word(name.substring(0, name.length() - 1)) + "ies" : "");
        all.add(Spelling.of("a surname in the plural", plural, isWord(folded) ? Spelling.Fate.DOUBTFUL : Spelling.Fate.LEFT, Spelling.Look.CAPITAL));
    }

    private static void alone(String what, String name, Set<String> shared, List<Spelling> all) {
        var folded = Folded.of(name).text();
        if (shared.contains(folded)) {
            all.add(Spelling.of(what + " of more than one", word(name), isWord(folded) ? Spelling.Fate.DOUBTFUL : Spelling.Fate.LEFT, Spelling.Look.CAPITAL));
        } else if (isWord(folded) || folded.length() < OWN_WORD) {
            all.add(Spelling.of(what + ", or a word", word(name), Spelling.Fate.DOUBTFUL, Spelling.Look.CAPITAL));
        } else {
            all.add(Spelling.of(what, word(name), Spelling.Fate.REPLACED, name.contains(" ") ? Spelling.Look.LAST_CAPITAL : Spelling.Look.CAPITAL));
            if (folded.length() >= LONG_ENOUGH_IN_SMALL_LETTERS) {
                all.add(Spelling.of(what + " in small letters", word(name), Spelling.Fate.DOUBTFUL, Spelling.Look.ANY));
            }
        }
    }

    private static List<String> wordsOf(String name) {
        return Arrays.stream(Folded.of(name).text().split("[^\\p{L}\\p{N}']+")).filter(word -> !word.isEmpty()).toList();
    }

    private static Spelling asWritten(String name) {
        return Spelling.of("as it was written down", wordsOf(name).stream().map(Replacement::wordOfAPlace).collect(Collectors.joining("[^\\p{L}\\p{N}\\n]{1,3}")), Spelling.Fate.REPLACED, Spelling.Look.ANY);
    }

    private static String wordOfAPlace(String word) {
        if (word.equals("st") || word.equals("saint")) {
            return "(?:saint|st|street)";
        }
        return CopyCheck.SHORTENED.entrySet().stream().filter(one -> one.getKey().equals(word) || one.getValue().equals(word)).findFirst().map(one -> "(?:" + one.getValue() + "|" + one.getKey() + ")").orElseGet(() -> word(word));
    }

    private static void place(String name, List<Spelling> all) {
        var words = wordsOf(name);
        all.add(asWritten(name));
        var own = words.stream().filter(word -> !SHARED_BY_PLACES.contains(word) && word.length() >= OWN_WORD && word.codePoints().noneMatch(Character::isDigit)).toList();
        own.forEach(word -> all.add(Spelling.of("a part of a name", word(word), Spelling.Fate.DOUBTFUL, Spelling.Look.CAPITAL)));
        if (words.size() >= OWN_WORD) {
            all.add(Spelling.of("the first letters of a name", words.stream().map(word -> Pattern.quote(word.substring(0, 1)) + "\\.?").collect(Collectors.joining()), Spelling.Fate.DOUBTFUL, Spelling.Look.CAPITALS));
        }
    }

    /** The letter with which it begins; a name can be a number too. */
    private static String first(String name) {
        var text = Folded.of(name).text();
        var letters = text.replaceAll("[^\\p{L}]", "");
        var from = letters.isEmpty() ? text : letters;
        return from.isEmpty() ? from : from.substring(0, 1);
    }

    /** A word in the ways in which people write it: apostrophes and dashes left out, Mac and Mc, Saint and St, ü as ue. */
    static String word(String written) {
        var regex = new StringBuilder();
        var lower = written.strip().toLowerCase(Locale.ROOT);
        int from = 0;
        var saint = Pattern.compile("(?:saint|st\\.?)(?=[\\s-])").matcher(lower);
        var irish = Pattern.compile("o(?:['\u2018\u2019\u02BC`] ?)?(?=[^aeiou\\W]\\p{L}{2})|o['\u2018\u2019\u02BC`] ?(?=\\p{L}{3})").matcher(lower);
        var mac = Pattern.compile("ma?c ?(?=\\p{L}{3})").matcher(lower);
        if (saint.lookingAt()) {
            regex.append("(?:saint|st\\.?)");
            from = saint.end();
        } else if (mac.lookingAt()) {
            regex.append("ma?c ?");
            from = mac.end();
        } else if (irish.lookingAt()) {
            // O'Neil, ONeil, O Neil
            regex.append("o['. ]?");
            from = irish.end();
        }
        for (int i = from; i < lower.length(); i++) {
            regex.append(sign(lower.charAt(i)));
        }
        return regex.toString();
    }

    private static String sign(char sign) {
        return switch (sign) {
            case 'ä' -> "ae?";
            case 'ö', 'ø' -> "oe?";
            case 'ü' -> "ue?";
            case 'å' -> "aa?";
            case 'æ' -> "ae?";
            default -> {
                var folded = Folded.of("x" + sign + "x").text();
                var plain = folded.substring(1, folded.length() - 1);
                yield switch (plain) {
                    case "'" -> "' ?".replace("'", "'?");
                    case "-", " ", "\n" -> "[ -]?";
                    case "." -> "\\.?";
                    default -> plain.isEmpty() ? "" : Pattern.quote(plain);
                };
            }
        };
    }
}
