package org.redress.reading;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Where one sentence names several actions: "apologise to Mr X, pay him £100 and remind its staff". What belongs to what went wrong, or to what staff are told, is none of its own. */
final class Cuts {
    private Cuts() {}

    /** The positions at which another action begins, in their order. */
    static List<Integer> of(String text) {
        var cuts = new ArrayList<Integer>();
        boolean timed = text.contains("within ") || text.contains("by ") || text.contains("no later than ");
        for (var pattern : List.of(Phrasing.SPLIT, Phrasing.SPLIT_MODAL, Phrasing.SPLIT_PERIOD, Phrasing.SPLIT_NOUN)) {
            var found = pattern.matcher(Steps.of(text));
            while ((pattern != Phrasing.SPLIT_PERIOD || timed) && found.find()) {
                if (mayCut(text, found.start(), pattern, text.substring(found.end()))) {
                    cuts.add(found.start());
                }
            }
        }
        var commas = Phrasing.SPLIT_COMMAS.matcher(Steps.of(text)).results().filter(found -> !unfinished(text.substring(0, found.start())) && !isPurpose(found.group(), text.substring(found.end())) && !belongs(text.substring(found.end())) && !(Steps.matches(text.substring(found.end()), "(?is)consider (?:if|whether)\\b.*") && Steps.matches(text.substring(0, found.start()), "(?is)(?:visit|inspect|look|investigate|arrange for|examine|check|assess|gather|obtain|speak)\\b.*")) && !ofWhatWasNamed(text.substring(found.end())) && !Kinds.of(text).equals("training")).toList();
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
        var weak = Phrasing.SPLIT_WEAK.matcher(Steps.of(text));
        while (weak.find()) {
            int at = weak.start();
            int begin = cuts.stream().filter(cut -> cut < at).reduce((one, two) -> two).orElse(0);
            var first = Steps.replaceFirst(text.substring(begin, at), "^[,;]? ?(?:and )?", "");
            var kind = Kinds.of(first);
            var next = text.substring(weak.end());
            boolean free = cuts.stream().noneMatch(cut -> Math.abs(cut - at) < 4) && !unfinished(first) && !Kinds.of(next).equals(kind);
            boolean comma = weak.group().startsWith(",") || weak.group().startsWith(";");
            boolean personal = kind.equals("apology") && List.of("payment", "training", "procedure", "record").contains(Kinds.of(next)) || kind.equals("apology") && !Steps.matches(next, "(?is)(?:explain|confirm|send|write|include|tell|let|set out|give|say)\\b.*") || kind.equals("payment") && !Steps.matches(next, "(?is)(?:confirm|explain|send|tell|let)\\b.*");
            boolean ofHouse = comma && Steps.matches(next, "(?is)\\w+ (?:out )?its (?:\\w+ ){0,2}(?:polic(?:y|ies)|procedures?|process(?:es)?|guidance|templates?|website|practice)\\b.*");
            boolean filed = Kinds.of(next).equals("record") && Steps.matches(next, "(?is)(?:place|put|add)\\b.*") && !kind.equals("training");
            boolean evidence = Phrasing.EVIDENCE.matcher(Steps.of(first)).lookingAt() && !Steps.matches(next, "(?is)(?:confirm|provide|send|explain|tell|show|let|write|include|set out|report|give|publish|complete)\\b.*");
            if (free && (personal || filed || evidence) || ofHouse && cuts.stream().noneMatch(cut -> Math.abs(cut - at) < 4)) {
                cuts.add(at);
                cuts.sort(null);
            }
        }
        return cuts;
    }

    /** "Credit his account, cancel the summons and correct its register": three deeds of three kinds are no one deed. */
    private static boolean threeKinds(String first, String second, String third) {
        return Stream.of(Kinds.of(first), Kinds.of(second), Kinds.of(third)).distinct().count() == 3;
    }

    /** "And offer them …", "write to those people": what is done to what the first verb found goes on with it. */
    private static boolean ofWhatWasNamed(String next) {
        return Steps.matches(next, "(?is)(?!apologi|pay\\b|refund|remind|reimburse)\\w+ (?:to |with |on )?(?:those|these|them|it|any|such)\\b.*");
    }

    /** Behind "for failing to …" a verb belongs to what went wrong. */
    private static boolean unfinished(String first) {
        return Steps.matches(first, "(?is).*\\b(?:failing|failure|failed|not|unable|how it will|explain\\w*|what it will|steps to|plans to) (?:to )?\\w+[^,;]*$") && !Steps.matches(first, "(?is).*[,;]$");
    }

    /** ", to find out who else was affected" says what for. */
    private static boolean isPurpose(String joint, String next) {
        return Steps.matches(joint, "(?i), (?:also )?to (?:also )?") && Steps.matches(next, "(?is)(?:find out|see|ensure|make sure|make clear|prevent|avoid|check|identify|establish|confirm|show|improve|reflect|let|allow|help|reduce|decide|consider)\\b.*");
    }

    /** ", to see him" without "and to" behind it: what for, not the next of a list. */
    private static boolean isOnlyPurpose(String joint, String next) {
        return Steps.matches(joint, "(?i), to ") && !Steps.matches(next, "(?is)pay\\b.*") && !Steps.matches(next, "(?is).*,? and to .*");
    }

    /** What ends a deed that was begun: "and tell Mr X the outcome", "decide whether …", "and put right any error". */
    static boolean belongs(String next) {
        boolean says = Steps.matches(next, "(?is)(?:tell|inform|notify|advise|explain|write|confirm|let|share|give|send|report|provide|publish)\\b[^,;]{0,60}?\\b(?:the|its|any|their|his|her|full|written|with|him|them) (?:\\w+ )?(?:outcome|results?|decision|findings?|reasons?|conclusions?)\\b.*");
        boolean once = Steps.matches(next, "(?is)(?:tell|inform|notify|let|confirm|write)\\b[^,;]{0,40}?\\b(?:when|once|that) (?:it|this|they) (?:has|have|is|are) .*");
        // where an apology or a payment follows, each of them is one of a list
        return once || says && !Phrasing.SPLIT.matcher(Steps.of(next)).find() || Steps.matches(next, "(?is)(?:(?:decide|determine|establish|find out|identify|see) (?:if|whether|what|which|who)\\b|(?:decide|determine) (?:it|this|them|the (?:matter|application|claim|appeal|request))\\b|(?:record|note|set out|give|write down|explain) (?:its|the|their|his|her|full|written) (?:\\w+ )?(?:reasons?|decision|reasoning)\\b|let [^,;]{2,40} know (?:what|whether|how|the|its)\\b|(?:repay|refund|reimburse|pay|apologi[sz]e to|tell|compensate) (?:any|anyone|those|others) (?:who|else|other|affected)\\b|(?:put right|remedy|correct|rectify|act on|make|address) (?:any|what|whatever|such|the necessary)\\b).*");
    }

    private static boolean mayCut(String text, int at, Pattern pattern, String next) {
        var first = text.substring(0, at);
        if (!(pattern == Phrasing.SPLIT_MODAL && Steps.matches(text.substring(at, text.length() - next.length()), "(?i),? and to .*")) && belongs(next) && !Steps.matches(first, "(?is)^(?:to )?(?:apologi[sz]|pay)[^,;]*") || pattern != Phrasing.SPLIT_NOUN && isPurpose(text.substring(at, text.length() - next.length()), next)) {
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
        if (pattern == Phrasing.SPLIT_MODAL) {
            // "arrange for a panel to hear the appeal and to give its decision": the panel gives it
            return !(!text.startsWith(",", at) && Steps.matches(first, "(?is)(?:arrange|ask|invite|instruct|require|get)\\b[^;]*\\b(?:an?|the|its|another) [^;]* to \\w+ [^;]*")) && !Steps.matches(Steps.replaceAll(first, "(?i)\\b(?:recogni[sz]e|acknowledge|reflect|fact|sorry) that\\b", ""), "(?is).*\\b(?:that|how|explain\\w*|what|which|ensure|remind|train|brief|whether|need)\\b[^;]*$");
        }
        if (pattern == Phrasing.SPLIT_NOUN) {
            boolean nouns = Steps.matches(first, "(?is)(?:an? )?(?:\\w+ ){0,2}(?:apology|payment|refund)\\b.*");
            return nouns && !next.startsWith("£") && !Steps.matches(first, "(?is).*\\b(?:explain|failing|for not)\\b[^,;]*$") || (Steps.matches(next, "(?is)(?:an?|one|further)\\b.*(?:apology|payment|refund)\\b.*") && Steps.matches(first, "(?is).*\\b(?:apology|payment|refund|apologise)\\b.*") && !Steps.matches(first, "(?is).*\\b(?:explain|failing|for not)\\b[^,;]*$") || next.startsWith("£") && Steps.matches(first, "(?is)^(?:an? )?(?:\\w+ ){0,2}apolog.*"));
        }
        return !Steps.matches(first, "(?is).*\\b(?:failing|failure|failed|refus\\w+|whether|decid\\w+|agree\\w*|offer\\w*|how|if|when) to \\w+[^,;]*$") && !Steps.matches(first, "(?is).*\\b(?:how it will|will need to|whether to|explain how|decide whether|that it|ensure it)\\b[^,;]*$");
    }
}
