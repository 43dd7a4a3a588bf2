package org.redress.reading;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** What a clause is by its own words, wherever it stands: what it begins with, who does what in it, and whether that is done, refused or said of what was named before. */
final class Clauses {
    private static final Pattern MAY_BE_COUNCIL = Pattern.compile("[A-Z]|(?:the|it|they|both|an?|its|their|another|each)\\b");

    /** What stands behind it belongs to what is said of something else. */
    private static final Pattern IN_A_CLAUSE = Pattern.compile("(?:^|[ ,])(?:which|whichever|whom|whose|what|whatever|whether|if|where|when|how|why|because|until|unless)$", Pattern.CASE_INSENSITIVE);

    /** Words without which nothing is refused. */
    private static final List<String> REFUSALS = List.of("refuse", "decline", "reject", "disagree", " not ", "n't ");

    private Clauses() {}

    static boolean isVerbFirst(String text) {
        return Pattern.compile("^(?:to )?(?:also )?(?:" + Verbs.STRONG + "|" + Verbs.WEAK + "|" + Verbs.NOUN + ")", Pattern.CASE_INSENSITIVE).matcher(Steps.of(text)).find();
    }

    /** Whether the council agreed to what is recommended, as any other place of the decision says. */
    static boolean saysAgreed(String text) {
        if (!text.toLowerCase(Locale.ROOT).contains("agree") && !text.toLowerCase(Locale.ROOT).contains("accept")) {
            return false;
        }
        return (Phrasing.AGREED.matcher(Steps.of(text)).find() || Steps.matches(text.strip(), "(?i)(?:the council|it|they) (?:has |have )?(?:now |fully )?(?:agreed|accepted)\\.?")) && !Phrasing.REFUSED.matcher(Steps.of(text)).find();
    }

    /** Whether a sentence says that the council refuses: not that it had refused what the sentence is about. */
    static boolean refuses(String text) {
        var lower = text.toLowerCase(Locale.ROOT);
        if (REFUSALS.stream().noneMatch(lower::contains)) {
            return false;
        }
        var refusal = Phrasing.REFUSES.matcher(Steps.of(text));
        if (!refusal.find() || Phrasing.DOES.matcher(Steps.of(text)).find()) {
            return false;
        }
        var before = Steps.replaceFirst(text.substring(0, refusal.start()), "(?i)(?:\\bthe|\\bit)? *$", "");
        return before.isBlank() || Steps.matches(before, "(?is).*(?:[,;:-]|\\b(?:but|and|however|although|though|while|yet|so))") || !Steps.matches(before, "(?is).*\\b(?:will|should|must|agree[ds]?|accept(?:s|ed)?|recommend\\w*|asked?|that|which|for|because)\\b.*");
    }

    /** Where the council comes behind "To remedy the injustice caused by these faults,"; 0 if it does not. */
    static int behindOpener(String rest) {
        if (!Phrasing.OPENER.matcher(Steps.of(rest)).find() || Pattern.compile("^(?:to|in)\\b.{0,60}(?:another|other|similar|previous) (?:case|complaint|investigation)", Pattern.CASE_INSENSITIVE).matcher(Steps.of(rest)).find()) {
            return 0;
        }
        int last = Math.min(rest.length() - 1, Phrasing.LONGEST_OPENER);
        for (int i = 6; i < last; i++) {
            if (rest.charAt(i) == '"' || rest.charAt(i) == ':') {
                return 0;
            }
            if (rest.charAt(i) == ' ') {
                var behind = rest.substring(i + 1);
                boolean comma = rest.charAt(i - 1) == ',';
                if (!comma && IN_A_CLAUSE.matcher(Steps.of(rest.substring(Math.max(0, i - 8), i))).find()) {
                    continue;
                }
                var says = Phrasing.SAYS.matcher(Steps.of(behind));
                if (says.matches() && !Phrasing.NOT.matcher(Steps.of(says.group("rest"))).find() && (comma || Steps.matches(says.group("who"), "(?is)(?:the .*|it|they|.* council)")) || Phrasing.ASKS.matcher(Steps.of(behind)).matches() || comma && Steps.matches(behind, "(?is)(?:within|by|in the next) .{3,120}(?:council|it|they|trust|authority)\\b.*")) {
                    return i + 1;
                }
            }
        }
        return 0;
    }

    /** Where the council comes behind any other words and a comma; 0 if it does not. */
    static int behindWords(String rest) {
        if (Phrasing.SAYS.matcher(Steps.of(rest)).matches()) {
            return 0;
        }
        for (int i = rest.indexOf(", "); i > 0 && i < Phrasing.LONGEST_OPENER; i = rest.indexOf(", ", i + 1)) {
            var behind = rest.substring(i + 2);
            var front = rest.substring(0, i);
            if (Phrasing.NOT_IN_FRONT.matcher(Steps.of(front)).find()) {
                return 0;
            }
            if (!MAY_BE_COUNCIL.matcher(Steps.of(behind)).lookingAt()) {
                continue;
            }
            var says = Phrasing.SAYS.matcher(Steps.of(behind));
            if (says.matches()) {
                return Phrasing.CONDITION_WORD.matcher(Steps.of(front)).find() ? 0 : i + 2;
            }
        }
        return 0;
    }

    static boolean begins(String rest) {
        return Phrasing.SAYS.matcher(Steps.of(rest)).matches() || Phrasing.ASKS.matcher(Steps.of(rest)).matches() || isPassive(rest) || Phrasing.THERE_WILL_BE.matcher(Steps.of(rest)).find() || Phrasing.PREFIX.matcher(Steps.of(rest)).find() || Phrasing.CONDITION.matcher(Steps.of(rest)).find();
    }

    static boolean isItem(String rest) {
        return Phrasing.ITEM.matcher(Steps.of(rest)).find() && !Phrasing.INVERTED.matcher(Steps.of(rest)).lookingAt() && !Phrasing.NO_ITEM.matcher(Steps.of(rest)).find() && !Phrasing.NOTE.matcher(Steps.of(rest)).find() && (Character.isLowerCase(rest.charAt(0)) || isVerbFirst(rest) || rest.charAt(0) == '£' || Character.isUpperCase(rest.charAt(0)) && Steps.matches(rest, "(?s)[A-Z][a-z]+ .*") && !Steps.matches(rest, "(?s)(?:I|We|He|She|It|You|This|That) .*"));
    }

    /** Words that name no other body than the council that the decision is about. */
    static boolean isItself(String who) {
        return Steps.matches(who, "(?i)(?:(?:the )?councils?|it|they|both|(?:the )?(?:local )?authority|the organisations?|both councils|each council|" + Phrasing.OFFICER + ")");
    }

    static boolean agreesToDo(String after) {
        return Phrasing.AGAIN.matcher(Steps.of(after.strip())).find() || Phrasing.ASIDE_AGAIN.matcher(Steps.of(after.strip())).find() || Phrasing.PROPOSAL.matcher(Steps.of(after.strip())).find() || Steps.matches(after, "(?is)[ ,]+(?:to |that |it (?:will|would|should|has) |within |by (?:\\d|the |[a-z]+day)|in (?:the next|one|two|three|four)|an? (?:\\w+ )?(?:apology|payment)|the following|and |: ).*|[ ,]*:.*") && !Steps.matches(after, "(?is)[ ,]+(?:that )?(?:it|its|there|this|the|with|my|our|he|she|mr|mrs|ms|that it (?:was|is|had|did|could)) (?:was|is|were|had|did|could|should have|failed|fault|finding).*");
    }

    static boolean isBackwards(String rest) {
        return Steps.matches(rest, "(?is)(?:to )?(?:take|do|carry out|complete|undertake|implement|perform|finish|deliver|action|comply with|act on|fulfil|provide|make)\\b ?(?:all (?:of )?|each of |both (?:of )?)?(?:(?<=both |all )(?:(?:the |these )?(?:payments|sums|amounts)|apologies|actions|steps|of (?:this|these|them)|within|by|no later)|this|these|so|that|it|the (?:above|agreed|recommended|actions?|recommendations?|remed(?:y|ies)|payments?|personal|service|apology)|above|my recommendations|our recommendations|everything|all)\\b.{0,120}");
    }

    static boolean isDoneToSomebody(String rest) {
        return isPassive(rest) || Phrasing.RECEIVES.matcher(Steps.of(rest)).matches() && !Phrasing.ANYWAY.matcher(Steps.of(rest)).find();
    }

    /** Whether something will be done to somebody or something that was not named before. */
    static boolean isPassive(String rest) {
        if (!rest.contains(" be ") && !rest.contains(" happen") && !rest.contains(" take place")) {
            return false;
        }
        if (Phrasing.ANYWAY.matcher(Steps.of(rest)).find()) {
            return false;
        }
        if (Phrasing.DOES.matcher(Steps.of(rest)).find()) {
            return false;
        }
        var passive = Phrasing.PASSIVE.matcher(Steps.of(rest));
        return passive.matches() && !(rest.contains(" by ") && Steps.matches(rest, "(?is)[^,;]*?\\bbe \\w+ " + Phrasing.BY_OTHERS + "(?! (?:transfer|details|secretary))(?!.*\\band (?:£|the |an? )[^,;]* be\\b).*")) && !(rest.contains(" to ") && Steps.matches(rest, "(?is)(?:(?! be )[^,;])* be (?:also )?(?:sent|given|shown|copied|forwarded|provided|supplied) to (?:us|me|the ombudsman|(?:my|our) office)\\b(?!.*\\b(?:and|mr|mrs|ms|miss|mx|him|her|them)\\b).*")) && (!Phrasing.NOTE.matcher(Steps.of(rest)).find() || Steps.matches(rest, "(?is)(?:mr|mrs|ms|miss|mx)\\b.*|the (?:training|review|letter|policy|code|guidance)\\b.*\\b(?:will|is to|are to) .*")) && !Phrasing.EVIDENCE.matcher(Steps.of(passive.group("what"))).find();
    }

    static boolean isDone(String text) {
        return Steps.matches(text, "(?is)already .*|(?:has|have) (?:already |since |now )?\\w+(?:ed|id|en|ne|nt|de)\\b.*");
    }

    /** A line that is no sentence and stands over a list: "Personal remedy", "Service improvements". */
    static boolean isTitle(Paragraph paragraph, String plain) {
        return !paragraph.marked() && paragraph.text().strip().equals(plain) && Steps.matches(plain, "(?i)(?:the )?(?:agreed |recommended |personal |individual |service |wider |other |further )*(?:actions?|remed(?:y|ies)|improvements?|recommendations?|changes)(?: for (?:the )?(?:mr |mrs |ms |miss |council|complainant|others|service|future)\\w*)?");
    }

    static boolean isRow(Paragraph paragraph) {
        return paragraph.text().contains(" | ") || paragraph.text().contains("\t");
    }

    /** Which of what was named before a sentence about its time means, as a sentence that begins with the verb would say it. */
    static String whatIsDue(String rest) {
        return Steps.matches(rest, "(?is).*\\b(?:both|either|neither|each of (?:them|these|those))\\b.*") ? "do both" : Steps.matches(rest, "(?is).*\\b(?:all|everything|these|they|none)\\b.*") ? "do all of these" : "do this";
    }

    /** Whether a word is the past of the verb that an action begins with. */
    static boolean isPastOf(String word, String wording) {
        var verb = Steps.split(Steps.replaceFirst(wording, "^(?i)(?:to )?", ""), " ", 2)[0].toLowerCase(Locale.ROOT);
        var past = word.toLowerCase(Locale.ROOT);
        return verb.length() > 2 && (verb.equals(Verbs.ofDone(past)) || past.equals(verb + "ed") || past.equals(verb + "d") || past.equals(verb + verb.charAt(verb.length() - 1) + "ed") || verb.endsWith("y") && past.equals(verb.substring(0, verb.length() - 1) + "ied"));
    }

    static String head(String rest) {
        var words = Steps.split(rest, " ", 5);
        return String.join(" ", List.of(words).subList(0, Math.min(3, words.length)));
    }

    static int leading(String text, String pattern) {
        var found = Pattern.compile(pattern, Pattern.CASE_INSENSITIVE).matcher(Steps.of(text));
        return found.find() ? found.end() : 0;
    }

    static int leading(String text, Pattern pattern) {
        var found = pattern.matcher(Steps.of(text));
        return found.lookingAt() ? found.end() : 0;
    }
}
