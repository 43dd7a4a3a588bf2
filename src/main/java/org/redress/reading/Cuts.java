package org.redress.reading;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Where one sentence names several actions: "apologise to Mr X, pay him £100 and remind its staff". What belongs to what went wrong, or to what staff are told, is none of its own. */
final class Cuts {
    /** What joins two parts of a sentence. */
    private static final List<String> JOINTS = List.of(",", ";", " and", " that", " as well as", " plus", " together with");

    private Cuts() {}

    /** The positions at which another action begins, in their order. */
    static List<Integer> of(String text) {
        var cuts = new ArrayList<Integer>();
        boolean timed = text.contains("within ") || text.contains("by ") || text.contains("no later than ") || text.contains("with the ");
        for (var pattern : List.of(Phrasing.SPLIT, Phrasing.SPLIT_MODAL, Phrasing.SPLIT_PERIOD, Phrasing.SPLIT_NOUN)) {
            for (var found : pattern != Phrasing.SPLIT_PERIOD || timed ? Steps.all(pattern, text, JOINTS) : List.<MatchResult>of()) {
                if (mayCut(text, found.start(), pattern, text.substring(found.end()))) {
                    cuts.add(found.start());
                }
            }
        }
        var commas = Steps.all(Phrasing.SPLIT_COMMAS, text, JOINTS).stream().filter(found -> !unfinished(text.substring(0, found.start())) && !isPurpose(found.group(), text.substring(found.end())) && !belongs(text.substring(found.end())) && !(Steps.matches(text.substring(found.end()), "(?is)consider (?:if|whether)\\b.*") && Steps.matches(text.substring(0, found.start()), "(?is)(?:visit|inspect|look|investigate|arrange for|examine|check|assess|gather|obtain|speak)\\b.*")) && !ofWhatWasNamed(text.substring(found.end())) && !Kinds.of(text).equals("training")).toList();
        var last = Pattern.compile(" and (?=(?:" + Verbs.STRONG + "|" + Verbs.WEAK + ") )", Pattern.CASE_INSENSITIVE).matcher(Steps.of(text));
        if (commas.size() == 1 && last.find(commas.get(0).end()) && !belongs(text.substring(last.end())) && !ofWhatWasNamed(text.substring(last.end())) && !unfinished(text.substring(0, last.start())) && threeKinds(text.substring(0, commas.get(0).start()), text.substring(commas.get(0).end(), last.start()), text.substring(last.end()))) {
            cuts.add(commas.get(0).start());
            cuts.add(last.start());
        }
        if (commas.size() > 1 && commas.stream().anyMatch(found -> found.group().contains("and"))) {
            commas.stream().map(MatchResult::start).filter(at -> cuts.stream().noneMatch(cut -> Math.abs(cut - at) < 4)).forEach(cuts::add);
        }
        if (Steps.matches(text, "(?is)(?:to )?(?:ensure|make sure|see to it|confirm|write to [^,;]{2,60} to (?:confirm|explain|say)|tell [^,;]{2,40}) that (?:it|they|officers?|staff|all|its|the \\w+)\\b.*")) {
            // what stands behind "that" is what is to be sure, unless a sum or another "will" begins
            cuts.removeIf(at -> !text.substring(0, at).contains(";") && !Steps.matches(text.substring(at), "(?is)[,;]? ?(?:and )?(?:(?:it |they |the council )?(?:will|has agreed to)\\b|(?:to )?pays? [^,;]{0,30}£).*"));
        }
        cuts.sort(null);
        // "and, within two months, remind": the verb behind a period begins nothing more
        if (timed && cuts.size() > 1) {
            Phrasing.SPLIT_PERIOD.matcher(Steps.of(text)).results().forEach(found -> cuts.removeIf(cut -> cut > found.start() && cut <= text.indexOf(',', found.end())));
        }
        for (var weak : Steps.all(Phrasing.SPLIT_WEAK, text, JOINTS)) {
            int at = weak.start();
            int begin = cuts.stream().filter(cut -> cut < at).reduce((one, two) -> two).orElse(0);
            var first = Steps.replaceFirst(text.substring(begin, at), "^[,;]? ?(?:and )?", "");
            var kind = Kinds.of(first);
            var next = text.substring(weak.end());
            var nextKind = Kinds.of(next);
            boolean wanted = Steps.matches(first, "(?is).*\\b(?:left to|had to|having to|able to|obliged to|forced to|trying to|failing to|failure to|failed to|(?:giv(?:e|es|ing)|offer(?:s|ing)?|allow(?:s|ing)?) [^,;]{2,60}?(?:opportunit(?:y|ies)|chances?) to|(?<!lost |missed )opportunities to|wish(?:es|ed)? to) \\w+[^;]*") && !comma(weak.group());
            // "at a time and place of their choosing"
            wanted |= Steps.matches(next, "(?i)place of\\b.*");
            boolean free = !wanted && cuts.stream().noneMatch(cut -> Math.abs(cut - at) < 4) && !unfinished(first) && !nextKind.equals(kind);
            boolean comma = comma(weak.group());
            boolean personal = kind.equals("apology") && weak.group().contains("also") || kind.equals("apology") && List.of("payment", "training", "procedure", "record").contains(nextKind) || kind.equals("apology") && !Steps.matches(next, "(?is)(?:explain|confirm|send|write|include|tell|let|set out|give|say)\\b.*") || kind.equals("payment") && !Steps.matches(next, "(?is)(?:confirm|explain|send|tell|let)\\b.*");
            boolean ofHouse = comma && Steps.matches(next, "(?is)\\w+ (?:out )?its (?:\\w+ ){0,2}(?:polic(?:y|ies)|procedures?|process(?:es)?|guidance|templates?|website|practice)\\b.*");
            boolean filed = nextKind.equals("record") && Steps.matches(next, "(?is)(?:place|put|add)\\b.*") && !kind.equals("training");
            boolean evidence = Phrasing.EVIDENCE.matcher(Steps.of(first)).lookingAt() && !Steps.matches(next, "(?is)(?:confirm|provide|send|explain|tell|show|let|write|include|set out|report|give|publish|complete)\\b.*");
            boolean shared = nextKind.equals("training") && Steps.matches(next, "(?is)(?:share|circulate) (?:a copy of )?(?:this|our|my) (?:final )?(?:decision|statement|report)\\b.*");
            // "visit by 15 May and send this to the team by 30 June": each with a time of its own
            boolean timedEach = timed && !unfinished(first) && ENDS_WITH_TIME.matcher(Steps.of(first)).find() && (!Phrasing.SUBORDINATE.matcher(Steps.of(first)).find() || Steps.matches(next, "(?is)ensure that\\b.*")) && HAS_TIME.matcher(Steps.of(next)).find() && cuts.stream().noneMatch(cut -> Math.abs(cut - at) < 4);
            boolean behindClause = comma && weak.group().contains("and") && kind.equals("training") && !nextKind.equals("training") && !goesOnWith(next) && ENDS_WITH_CLAUSE.matcher(Steps.of(first)).find();
            if (timedEach && !wanted || behindClause && !wanted && cuts.stream().noneMatch(cut -> Math.abs(cut - at) < 4) || free && (personal || filed || evidence || shared) || ofHouse && cuts.stream().noneMatch(cut -> Math.abs(cut - at) < 4)) {
                cuts.add(at);
                cuts.sort(null);
            }
        }
        // what stands in brackets says more of what stands before them
        cuts.removeIf(at -> text.lastIndexOf('(', at) > text.lastIndexOf(')', at) && text.indexOf(')', at) > 0);
        cuts.removeIf(at -> goesOn(text, at, cuts));
        return cuts;
    }

    /** What the first verb finds, makes or ends with. */
    private static final String RESULT = "(?:results?|outcomes?|findings?|conclusions?|reasons?|recordings?|readings|measurements|schedule|timetable|costings?|quotation|report|minutes|notes|answers?|replies|responses?|errors?|changes|works?|repairs|recommendations?|lessons|learning|matters?|position|next steps|way forward|drafts?|comments|views|remarks|mistakes|version)";
    private static final String SOMEBODY = "(?:him|her|them|(?:(?:mr|mrs|ms|miss|mx|dr) )?(?-i:[A-Z])[\\w'-]*|the (?:complainant|family|couple|parents|school|provider))";
    private static final Pattern REFERS = Pattern.compile("^(?:\\w+)(?: (?:up|out|off|on|over|back|right))?(?: (?:to|with|about|at|into|of|from|for|upon|in))? (?:(?:each|all|both|any|none|some|every one|copies|a copy|a summary|details|a note|the contents?|the effect) of )?(?:(?:this|it|those|these|the same|such|(?:each|every one|both)(?= (?:with|against|for|in)\\b)|that(?= " + RESULT + "\\b| (?:plan|assessment|review|letter|meeting)\\b))(?! (?:month|week|year|policy|procedure|case|complaint|statement|decision|final decision|term))\\b|(?:the|its|any|their|his|her|what) (?:\\w+ ){0,2}?" + RESULT + "\\b|what (?:it|they|he|she|is|was|has been|the \\w+) (?:\\w+ ){0,2}?(?:finds?|found|shows|decides?|decided|learns?|learned|learnt|shown?|heard|said|agreed|recommends?|recommended)\\b)|^\\w+ " + SOMEBODY + " (?:the|its|any|their) (?:\\w+ ){0,2}?(?:outcomes?|results?|findings?|conclusions?)\\b", Pattern.CASE_INSENSITIVE);
    /** "Tell Ms V whether …": what somebody is to hear of it. */
    private static final Pattern TELLS_OF_IT = Pattern.compile("^(?:(?:tell|inform|notify|advise|show|let)\\b(?! (?:its|all|relevant|officers|staff))[^,;]{1,50}?|(?:write|report|reply|explain|confirm|say|set out)\\b(?! (?:its|all|relevant|officers|staff))[^,;]{0,50}?) (?:know )?(?:with |of |about |to (?:say|explain|confirm) )?(?:(?:that )?(?:it|this|they) (?:has|have|is|are)\\b|whether|if it|what (?:it|they|he|she|was|is|has)|which|when (?:it|they|this|the)|how (?:it|they|this)|(?:the|its|their|any|his|her) (?:\\w+ ){0,2}" + RESULT + ")\\b", Pattern.CASE_INSENSITIVE);
    /** "Have a therapist visit …": whoever that is does what follows as well. */
    private static final Pattern HAS_DONE = Pattern.compile("^(?:to )?(?:have|get|arrange for|ask|instruct|commission|invite|require|appoint|engage|send|find) (?:an?|the|another|one of|(?:its|their) (?!staff|officers))\\b[^,;]{2,90}", Pattern.CASE_INSENSITIVE);
    private static final Pattern NEVER_GOES_ON = Pattern.compile("^(?:apologi[sz]e|say sorry|(?:give|provide|deliver|arrange|offer) (?:[a-z]+ )?training|(?:re)?pay|refund|reimburse|remind|(?:re-?)?train|brief|waive|write off|backdate|credit|make (?:\\w+ ){0,7}payments?)\\b|^[^,;]{0,80}£", Pattern.CASE_INSENSITIVE);
    private static final Pattern OF_ITS_OWN = Pattern.compile("\\b(?:(?:also|in addition|separately|within|no later than)\\b|by (?:the end of\\b|\\d))", Pattern.CASE_INSENSITIVE);
    private static final Pattern OF_COUNCIL = Pattern.compile("^\\w+(?: \\w+)? (?:its|all|relevant)\\b|\\b(?:polic(?:y|ies)|procedures?|guidance|templates?|website|staff|officers|training)\\b", Pattern.CASE_INSENSITIVE);

    private static final Pattern ENDS_WITH_TIME = Pattern.compile("\\b(?:within|no later than|by (?:the end of\\b|\\d))[^,;]{3,40}$", Pattern.CASE_INSENSITIVE);
    private static final Pattern HAS_TIME = Pattern.compile("^[^,;]*\\b(?:within|no later than|by (?:the end of\\b|\\d))", Pattern.CASE_INSENSITIVE);

    /** Whether a verb goes on with what the one before it made or had: "and share it with the school", "and tell her whether …". */
    private static boolean goesOn(String text, int at, List<Integer> cuts) {
        int begin = cuts.stream().filter(cut -> cut < at).reduce((one, two) -> two).orElse(0);
        int end = cuts.stream().filter(cut -> cut > at).findFirst().orElse(text.length());
        var part = text.substring(at, end);
        int joint = Steps.replaceFirst(part, "^(?i)(?:[,;]? ?(?:and then|and|as well as|plus|together with),? (?:that,? )?|[,;] )?(?:(?:it|they|the council) )?(?:(?:will|should|must|has agreed to|to|then) )*", "").length();
        var own = part.substring(0, part.length() - joint);
        var next = part.substring(part.length() - joint);
        var first = Steps.replaceFirst(text.substring(begin, at), "^(?i)[,;]? ?(?:and )?(?:then )?(?:to )?", "");
        if (Steps.matches(next, "(?is)at (?:the rate of |a rate of )?[£\\d].*")) {
            return true;
        }
        // each with a time of its own, or "and to" again: as much as what stands before it
        boolean timed = OF_ITS_OWN.matcher(Steps.of(next)).find() && Steps.matches(first, "(?is).*\\b(?:within|no later than|by \\d).*");
        // "reconsider it, tell her the outcome, and apologise": one of a list with an apology or a payment
        boolean listed = own.startsWith(",") && !own.contains(" and ") && end < text.length() && Phrasing.SPLIT.matcher(Steps.of(text)).region(end, text.length()).lookingAt() && !ofWhatWasNamed(next);
        if (timed || listed || Steps.matches(own, "(?i),? and to ") && belongs(next)) {
            return false;
        }
        return !OF_ITS_OWN.matcher(Steps.of(own)).find() && !OF_ITS_OWN.matcher(Steps.of(next.substring(0, Math.min(next.length(), 12)))).find() && continues(first, next) || HAS_DONE.matcher(Steps.of(first)).lookingAt() && !OF_ITS_OWN.matcher(Steps.of(part)).find() && !NEVER_GOES_ON.matcher(Steps.of(next)).find() && !OF_COUNCIL.matcher(Steps.of(next)).find() && !Steps.matches(next, "(?is)(?:an?|£)\\b.*");
    }

    /** "- audit 20 files - report the results to the committee": an item that says what is done with what the one before it finds. */
    static boolean goesOnAsItem(Draft before, String next, @Nullable String complainant) {
        boolean finds = Steps.matches(before.wording, "(?is)(?:to )?(?:carry out|complete|undertake|conduct|arrange|do|review|audit|examine|check|inspect|survey|assess|investigate|visit|hold|look|identify|sample)\\b.*");
        boolean looks = Steps.matches(before.wording, "(?is)(?:to )?(?:visit|inspect|look at|look into|examine|survey|measure|interview|speak to|investigate)\\b.*");
        // "- decide whether to act - tell her the decision": what it ends with
        boolean decides = Steps.matches(before.wording, "(?is)(?:to )?(?:decide|determine|reconsider|consider)\\b.*");
        if ((finds || decides) && !next.contains("£") && endsWithResult(next) && tellsWhomItIsFor(before, next, complainant) && !OF_ITS_OWN.matcher(Steps.of(next)).find() && !before.kind.equals("procedure") && !before.kind.equals("training")) {
            return true;
        }
        if (looks && decides(next) && !next.contains("£") && !OF_ITS_OWN.matcher(Steps.of(next)).find()) {
            return true;
        }
        return finds && !OF_ITS_OWN.matcher(Steps.of(next)).find() && !NEVER_GOES_ON.matcher(Steps.of(next)).find() && Steps.matches(next, "(?is)(?:report|act on|act upon|list|write (?:up|down)|set out|order|put right|correct|remedy|rectify|respond to|publish|use|consider|share|send|make|implement|present|take)\\b.*") && !Kinds.of(next).equals("training") && (REFERS.matcher(Steps.of(next)).find() || Steps.matches(next, "(?is)(?:publish|use|adopt) the (?:revised|new|updated|amended|final) \\w+\\b.*"));
    }

    private static final Pattern TELLS_SOMEBODY = Pattern.compile("(?:tell|inform|notify|advise|let) (?:(?:him|her|them|both)\\b(?! and\\b)|the (?:complainant|family|couple)\\b(?! and\\b)|(?=(?-i:[A-Z])))", Pattern.CASE_INSENSITIVE);

    /** "Tell her the result": she for whom it was done, and nobody else, hears of it. */
    private static boolean tellsWhomItIsFor(Draft before, String next, @Nullable String complainant) {
        if (!TELLS_SOMEBODY.matcher(Steps.of(next)).lookingAt() || Steps.matches(next, "(?s)\\w+ [^,;]{1,40}? and (?:his|her|their|its|the)\\b.*")) {
            return false;
        }
        return People.names(next).stream().allMatch(name -> name.equals(complainant) || name.equals(before.beneficiary) || name.equals("the complainant") || name.equals("the family") || name.equals("the couple"));
    }

    /** "Decide whether to act" behind what is looked at for it. */
    static boolean decides(String next) {
        return Steps.matches(next, "(?is)(?:to |then )*(?:decide|determine) (?:if|whether|what|which)\\b.*");
    }

    /** Whether what a verb is about is what the first one made, had or found. */
    static boolean continues(String first, String next) {
        if (!next.contains("£") && Steps.matches(next, "(?is)[^,;]*\\bas it (?:thinks|sees) (?:fit|right|best)\\b.*") && Steps.matches(first, "(?is)(?:review|look|consider|investigate|check|examine|audit|find out)\\b.*")) {
            return true;
        }
        // "and ensure that the payment reaches her", "and consider who might sign it"
        if (!next.contains("£") && Steps.matches(first, "(?is)(?:to )?(?:(?:formally|also|now) )?(?:apologi[sz]|pay\\b|refund|send|write|make).*") && Steps.matches(next, "(?is)(?:ensure|make sure|check|see)\\b[^,;]{0,12} (?:the|this|that|its) (?:payment|sum|money|refund|apology|letter)\\b.*|(?:consider|think about|decide) (?:whether|who|how|when)\\b[^,;]* (?:it|the letter|the apology)[ .]*")) {
            return true;
        }
        if (NEVER_GOES_ON.matcher(Steps.of(next)).find() || Steps.matches(first, "(?is)(?:to )?(?:apologi[sz]|pay\\b|refund|reimburse|(?:an? )?(?:\\w+ )?(?:apology|payment)).*") && !Steps.matches(next, "(?is)\\w+(?: (?:up|out|off|on))? (?:this|it|these|those)\\b(?! (?:decision|statement|case|complaint|report)).*") && !namesAgain(first, next)) {
            return false;
        }
        // "have her seen by an assessor, decide her application"
        if (Steps.matches(first, "(?is)(?:to )?(?:have|get|arrange|ask|visit|see|inspect|assess|obtain|meet|examine|look|gather|consider)\\b.*") && Steps.matches(next, "(?is)(?:decide|determine) (?:his|her|their|the|its|on|(?:mr|mrs|ms|miss) [A-Z]\\w*'s)\\b.*")) {
            return true;
        }
        // "set up a panel, give him notice of its date, hear him and decide his appeal"
        if (Steps.matches(first, "(?is)(?:to )?(?:set up|arrange|convene|hold|organise)\\b[^;]{0,40}\\b(?:panel|hearing|meeting)\\b.*") && Steps.matches(next, "(?is)(?:hear|listen|decide|invite|give [^,;]{1,40}\\bnotice of (?:its|the))\\b.*")) {
            return true;
        }
        boolean ifFound = next.contains(" if ") && Steps.matches(next, "(?is)[^,;]*\\bif (?:the|this|that|it|its|they|these) [^,;]{0,40}?\\b(?:supports?|shows?|finds?|suggests?|recommends?|says?|warrants?|justif(?:y|ies))\\b.*");
        boolean ofSomebody = Steps.matches(next, "(?is)\\w+ (?:whether|if|how|what) (?:he|she|they)\\b.*|[^,;]*\\bif (?:he|she|they) (?:does|do|has|have|is|are)\\b.*|(?:give|send) [^,;]{1,40} (?:proof|confirmation|notice)\\b[^,;]*");
        boolean made = !Steps.matches(first, "(?is)(?:to )?(?:apologi[sz]|pay\\b|refund|reimburse|(?:an? )?(?:\\w+ )?(?:apology|payment)).*");
        boolean asNeeded = made && Steps.matches(next, "(?is)[^,;]*\\b(?:as it (?:thinks|sees) (?:fit|right)|(?:if|where|when|as) (?:it is )?(?:necessary|needed|appropriate|required|called for))\\b.*") && Steps.matches(first, "(?is)(?:review|look|consider|investigate|check|examine|audit|find out)\\b.*");
        return ifFound || asNeeded || made && ofSomebody || made && ofWhatWasNamed(next) || REFERS.matcher(Steps.of(next)).find() || TELLS_OF_IT.matcher(Steps.of(next)).find() || belongs(next) || namesAgain(first, next);
    }

    private static final Pattern OBJECT = Pattern.compile("^\\w+(?: (?:up|out|off|on|over|with|to|at|through))? the (?!(?:council|complainant|family|couple|same)\\b)[a-z]+(?: [a-z]{4,})?\\b", Pattern.CASE_INSENSITIVE);

    /** "Install recording equipment … and assess the recordings". */
    private static boolean namesAgain(String first, String next) {
        var object = OBJECT.matcher(Steps.of(next));
        return object.find() && Stream.of(Steps.split(object.group(), " ", 0)).skip(2).filter(noun -> noun.length() > 3 && !noun.equals("with")).anyMatch(noun -> Pattern.compile("\\b" + Pattern.quote(noun.substring(0, Math.min(6, noun.length()))), Pattern.CASE_INSENSITIVE).matcher(Steps.of(first)).find());
    }

    private static boolean goesOnWith(String next) {
        return belongs(next) || ofWhatWasNamed(next);
    }

    private static boolean comma(String joint) {
        return joint.startsWith(",") || joint.startsWith(";");
    }

    /** "Credit his account, cancel the summons and correct its register": three deeds of three kinds are no one deed. */
    private static boolean threeKinds(String first, String second, String third) {
        var kinds = Stream.of(Kinds.of(first), Kinds.of(second), Kinds.of(third)).distinct().toList();
        return kinds.size() == 3 && !kinds.contains("other");
    }

    /** "And offer them …", "write to those people": what is done to what the first verb found goes on with it. */
    private static boolean ofWhatWasNamed(String next) {
        return Steps.matches(next, "(?is)(?!apologi|pay\\b|refund|remind|reimburse)\\w+ (?:to |with |on )?(?:those|these|them|it|any|such)\\b.*");
    }

    /** Words without which nothing is unfinished. */
    private static final List<String> UNFINISHED = List.of("fail", "not", "unable", "how it will", "explain", "what it will", "steps to", "plans to");

    /** Behind "for failing to …" a verb belongs to what went wrong. */
    private static boolean unfinished(String first) {
        return UNFINISHED.stream().anyMatch(first.toLowerCase(Locale.ROOT)::contains) && Steps.matches(first, "(?is).*\\b(?:failing|failure|failed|not|unable|how it will|explain\\w*|what it will|steps to|plans to) (?:to )?\\w+[^,;]*$") && !Steps.matches(first, "(?is).*[,;]$");
    }

    /** ", to find out who else was affected" says what for. */
    private static boolean isPurpose(String joint, String next) {
        return Steps.matches(joint, "(?i), (?:also )?to (?:also )?") && Steps.matches(next, "(?is)(?:find out|see|ensure|make sure|make clear|prevent|avoid|check|identify|establish|confirm|show|improve|reflect|let|allow|help|reduce|decide|consider)\\b.*");
    }

    /** ", to see him" without "and to" behind it: what for, not the next of a list. */
    private static boolean isOnlyPurpose(String joint, String next) {
        return Steps.matches(joint, "(?i), to ") && !Steps.matches(next, "(?is)pay\\b.*") && !Steps.matches(next, "(?is).*,? and(?:, [^,;]{3,40},)? to .*");
    }

    private static final Pattern TELLS_RESULT = Pattern.compile("(?:^|,? and (?:(?:it|they|the council|will|should|must|then|to) )*)(?:tell|inform|notify|advise|give|send|show|report|write|explain|share|provide|publish)\\b[^,;]{0,60}?\\b(?:(?:the|its|their|his|her|with|him|them) (?:\\w+ )?(?:outcomes?|results?|decision|findings?|conclusions?|reports?)|what (?:was|is|has been|it|they) (?:\\w+ )?(?:found|finds?|learnt|learns?|learned|decided?|decides))\\b[^,;]*(?:, (?:which|so that|including|together with)\\b.*|[,;] ?(?:and)?)?$", Pattern.CASE_INSENSITIVE);

    /** Whether what ends a deed is that somebody hears of its outcome. */
    static boolean endsWithResult(String deed) {
        return TELLS_RESULT.matcher(Steps.of(deed)).find();
    }

    /** What ends a deed that was begun: "and tell Mr X the outcome", "decide whether …", "and put right any error". */
    static boolean belongs(String next) {
        boolean says = Steps.matches(next, "(?is)(?:tell|inform|notify|advise|explain|write|confirm|let|share|give|send|report|provide|publish)\\b[^,;]{0,60}?\\b(?:the|its|any|their|his|her|full|written|with|him|them) (?:\\w+ )?(?:outcome|results?|decision|findings?|reasons?|conclusions?)\\b.*");
        boolean once = Steps.matches(next, "(?is)(?:tell|inform|notify|let|confirm|write)\\b[^,;]{0,40}?\\b(?:when|once|that) (?:it|this|they) (?:has|have|is|are) .*");
        // where an apology or a payment follows, each of them is one of a list
        boolean rights = next.contains(" right") && Steps.matches(next, "(?is)(?:tell|inform|notify|advise|write to|give|explain to)\\b[^,;£]{0,60}?\\brights? (?:of|to) (?:(?:an?|ask for an?|seek an?|request an?) )?(?:\\w+ )?(?:review|appeal)\\b.*");
        return once || rights && !Phrasing.SPLIT.matcher(Steps.of(next)).find() || says && !Phrasing.SPLIT.matcher(Steps.of(next)).find() || Steps.matches(next, "(?is)(?:(?:decide|determine|establish|find out|identify|see) (?:if|whether|what|which|who)\\b|(?:decide|determine) (?:it|this|them|the (?:matter|application|claim|appeal|request))\\b|(?:record|note|set out|give|write down|explain) (?:its|the|their|his|her|full|written) (?:\\w+ )?(?:reasons?|decision|reasoning)\\b|let [^,;]{2,40} know (?:what|whether|how|the|its)\\b|(?:repay|refund|reimburse|pay|apologi[sz]e to|tell|compensate) (?:any|anyone|those|others) (?:who|else|other|affected)\\b|(?:put right|remedy|correct|rectify|act on|make|address) (?:any|what|whatever|such|the necessary)\\b).*");
    }

    /** ", which is not for the shed but for his worry": said of what stands before it, and over with the comma behind it. */
    private static final Pattern ENDS_WITH_ASIDE = Pattern.compile("^[^,;]{3,80}, (?:which|who|whom|whose|that being|being|of which|for which)\\b(?:(?! to [a-z])[^,;]){3,120}$", Pattern.CASE_INSENSITIVE);
    /** "Remind its staff that the duty stays with it": a verb in its base form can be no part of such a clause. */
    private static final Pattern ENDS_WITH_CLAUSE = Pattern.compile("\\b(?:remind|tell|train|brief|inform|write to|explain to)\\b[^;]*?\\bthat (?!(?:they|staff|officers|all|both|many|some|any|these|those|councils|people|its)\\b)(?:(?!\\b(?:must|should|will|would|can|could|may|might|shall|need|have to|has to|are|were|to [a-z]+)\\b)[^;]){3,200}$", Pattern.CASE_INSENSITIVE);

    private static boolean mayCut(String text, int at, Pattern pattern, String next) {
        var first = text.substring(0, at);
        if (belongs(next) && !Steps.matches(first, "(?is)^(?:to )?(?:apologi[sz]|pay)[^,;]*") || pattern != Phrasing.SPLIT_NOUN && isPurpose(text.substring(at, text.length() - next.length()), next)) {
            return false;
        }
        if (!first.strip().contains(" ") && !Steps.matches(first, "(?i)apologi[sz]es?")) {
            return false;
        }
        if (Steps.matches(first, "(?is).*\\b(?:if|where) (?:so|not|necessary|appropriate|needed|required)$")) {
            return false;
        }
        if (first.isBlank() || Steps.matches(first, "(?is).*\\bwrite to [^;]{0,80}$") && Steps.matches(next, "(?is)apologi[sz].*") && (!first.contains(",") || Steps.matches(text.substring(at, text.length() - next.length()), "(?i), to "))) {
            return false;
        }
        if (Steps.matches(next, "(?is)remind\\b.*") && Steps.matches(first, "(?is).*\\b(?:training|guidance) [^,;]{0,20}$")) {
            return false;
        }
        if (Steps.matches(next, "(?is)(?:let|give|send) [^,;]{2,40}? (?:have )?(?:an?|the|its) (?:[a-z]+ ){0,2}(?:decision|outcome|result)s?\\b.*") && Kinds.of(first).equals("reconsideration")) {
            return false;
        }
        if (isOnlyPurpose(text.substring(at, text.length() - next.length()), next)) {
            return false;
        }
        if (pattern == Phrasing.SPLIT_PERIOD) {
            return true;
        }
        if (pattern == Phrasing.SPLIT_MODAL && next.startsWith("be ")) {
            // "an apology is due to Mr X, and will be sent within a week": what is done to the same thing
            return false;
        }
        if (pattern == Phrasing.SPLIT_MODAL && text.startsWith(",", at) && ENDS_WITH_ASIDE.matcher(Steps.of(first)).find()) {
            return true;
        }
        if (pattern == Phrasing.SPLIT_MODAL && text.startsWith(", and ", at) && Steps.matches(text.substring(at, text.length() - next.length()), "(?i), and (?:it |they |the council )?(?:will|has agreed to)(?: also)? ") && NEVER_GOES_ON.matcher(Steps.of(next)).find() && !Steps.matches(first, "(?is)(?:to )?(?:ensure|make sure|see|explain|tell|confirm|write)\\b.*")) {
            // "change it so that it agrees with the law, and will brief its officers"
            return true;
        }
        if (pattern == Phrasing.SPLIT_MODAL) {
            // "arrange for a panel to hear the appeal and to give its decision": the panel gives it
            return !(!text.startsWith(",", at) && Steps.matches(first, "(?is)(?:arrange|ask|invite|instruct|require|get)\\b[^;]*\\b(?:an?|the|its|another) [^;]* to \\w+ [^;]*")) && !Steps.matches(Steps.replaceAll(first, "(?i)\\b(?:recogni[sz]e|acknowledge|reflect|fact|sorry) that\\b|,? (?:and )?that (?:it|they|the council)(?= (?:(?:will|should|would|must) )?(?:also )?(?:" + Verbs.STRONG + "|" + Verbs.WEAK + "))", ""), "(?is).*\\b(?:that|how|explain\\w*|what|which|ensure|remind|train|brief|whether|need)\\b[^;]*$");
        }
        if (pattern == Phrasing.SPLIT_NOUN) {
            boolean free = !Steps.matches(first, "(?is).*\\b(?:explain|failing|for not)\\b[^,;]*$");
            boolean nouns = Steps.matches(first, "(?is)(?:an? )?(?:\\w+ ){0,2}(?:apology|payment|refund)\\b.*");
            if (Steps.matches(next, "(?is)an? (?:[a-z]+ )?(?:total|sum) of\\b.*|£[\\d,.]+ (?:in total|in all|altogether|overall)\\b.*")) {
                // what the sums before it come to
                return false;
            }
            boolean another = Steps.matches(next, "(?is)(?:an?|one|further)\\b.*(?:apology|payment|refund|cheque)\\b.*") && Steps.matches(first, "(?is).*\\b(?:apology|payment|refund|apologise)\\b.*");
            return free && (nouns && !next.startsWith("£") || another) || next.startsWith("£") && !first.contains("£") && Steps.matches(first, "(?is)^(?:[^,;]{2,60}? (?:have|receive|get|owed|due) )?(?:an? )?(?:\\w+ ){0,2}apolog.*|(?:to )?(?:send|give|offer|provide) [^,;]{1,40}? an? (?:\\w+ ){0,2}apology\\b[^,;]*");
        }
        return !Steps.matches(first, "(?is).*\\b(?:failing|failure|failed|refus\\w+|whether|decid\\w+|agree\\w*|offer\\w*|how|if|when) to \\w+[^,;]*$") && !Steps.matches(first, "(?is).*\\b(?:how it will|will need to|whether to|explain how|decide whether|that it|ensure it)\\b[^,;]*$");
    }
}
