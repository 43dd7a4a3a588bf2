package org.redress.reading;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Why it is not certain that words name an agreed action of its own. Such words are shown to a person and not proposed, so that nothing is proposed that is none; a sum makes it certain.
 */
final class Doubts {
    private static final String PART = "It may belong to what is named before it.";
    private static final String NOT_KNOWN = "What these words ask for could not be read.";
    private static final String EVIDENCE = "It may be evidence for the Ombudsman.";
    private static final String SUM = "The sum may be a part of the one before it, or how that is made up.";
    private static final String UNTIMED = "By when it is to be done is not said, though it is of others: it may say how one of them is carried out.";
    private static final String NAMED = "It may be what was named before.";

    /** Verbs of agreed actions that begin none behind another. */
    private static final Set<String> MORE_VERBS = Set.of("open", "present", "withhold", "alter", "apply", "approve", "bring", "call", "compare", "consult", "cut", "enter", "erect", "lend", "level", "lift", "mend", "paint", "plant", "quash", "re-fix", "rebuild", "recall", "recover", "reinstall",
            "relay", "renew", "reset", "re-site", "reverse", "settle", "shorten", "stop", "survey", "swap", "terminate", "test", "turn", "uphold", "vary");
    private static final Pattern HAS_IT_DONE = Pattern.compile("^(?:have|get) (?:an?|the|its|one|somebody|someone)\\b", Pattern.CASE_INSENSITIVE);
    private static final String TO_US = "(?:us|me|the ombudsman)\\b";
    private static final String PAPERS = "(?:evidence|proof|cop(?:y|ies)|screen ?(?:prints?|shots?)|photographs?|records?|sheets|notes|minutes)\\b";
    private static final Pattern EVIDENCE_FOR_US = Pattern.compile("^\\w+ (?:to )?" + TO_US + "(?: with)?,? (?:[\\w']+ ){0,4}?" + PAPERS + "|^\\w+ (?:[\\w']+ ){0,4}?" + PAPERS + ".{0,80}? (?:to|for) " + TO_US + "|^\\w+ (?:\\w+ ){0,2}?(?:evidence|proof) (?:of|that|to) (?:it |this |its |the |what |show |how )", Pattern.CASE_INSENSITIVE);
    private static final Pattern OF_WHAT_WAS_NAMED = Pattern.compile("^\\w+(?: (?:up|out|off|on|over|back))? (?:it|this|that|these|those|them|so|both)(?: (?:sums?|amounts?|payments?|things|actions|steps|off|up|out))?(?:[ ,.;]*$|[,;.] )", Pattern.CASE_INSENSITIVE);
    private static final Pattern TO_US_ONLY = Pattern.compile("^(?:send|give|provide|show|supply|let|forward|submit|copy) (?:" + TO_US + "|[^,;]{1,60} to " + TO_US + ")", Pattern.CASE_INSENSITIVE);
    private static final Pattern PLAN = Pattern.compile("\\b(?:plan|update|how|strategy|timetable|leaflet)\\b", Pattern.CASE_INSENSITIVE);
    private static final Pattern ONE_OF_THEM = Pattern.compile("^(?:make|pay) the (?:first|second|last|final|next|other) (?:of|payments?|instalments?)\\b|^(?:make|pay) (?:these|those|the|both|all|each)(?: of)?(?: the| these)? (?:payments?|sums?|amounts?)\\b", Pattern.CASE_INSENSITIVE);
    private static final Pattern OF_THEM = Pattern.compile("^\\w+ (?:them|him|her)\\b", Pattern.CASE_INSENSITIVE);
    private static final Pattern TELLS_RESULT = Pattern.compile("^(?:tell|inform|notify|advise|let|send|give) (?:him|her|them|(?:mr|mrs|ms|miss|mx|dr)\\b[^,;]{0,40}?|[A-Z]|the (?:family|couple|complainant)) (?:of |about |know |with )?(?:the|its|this|that|their) (?:new |fresh )?(?:decision|outcome|results?|findings?|conclusions?)\\b", Pattern.CASE_INSENSITIVE);
    private static final Pattern OF_SOMETHING = Pattern.compile("^(?:the|this|that|these|those|over|once|if|should|where|when|because|as|at|of|on|for|with|its|their|his|her)\\b", Pattern.CASE_INSENSITIVE);
    private static final Pattern NAMES_DEED = Pattern.compile(Verbs.NOUN, Pattern.CASE_INSENSITIVE);
    private static final Pattern ALSO = Pattern.compile("(?:\\b(?:will|should|must|has|have|it|council|also)|'s) (?:further |also )(?:agreed )?|\\bin addition\\b", Pattern.CASE_INSENSITIVE);
    private static final Pattern SOON = Pattern.compile("\\b(?:at once|immediate(?:ly)?|straight away|forthwith|without delay|as soon as|from now on|until|every|each|before|the next|continue|over the next|for (?:\\w+|at least \\w+) (?:days|weeks|months|terms|years))\\b", Pattern.CASE_INSENSITIVE);
    private static final Pattern TIMED = Pattern.compile("\\b(?:within|no later than|by (?:the end of|\\d))\\b", Pattern.CASE_INSENSITIVE);
    private static final Pattern HOW = Pattern.compile("^(?:invite|choose|allow|keep|have regard|bear|listen|hear|address|cover|include)\\b", Pattern.CASE_INSENSITIVE);

    private Doubts() {}

    /**
     * Why it is doubtful, in a sentence for a person; none where it is not.
     *
     * @param timed whether the decision says of others by when they are to be done
     */
    static @Nullable String of(Draft draft, boolean timed) {
        var wording = draft.wording.strip();
        if (draft.secondSum) {
            return SUM;
        }
        if (draft.amount != null || draft.kind.equals("apology")) {
            return null;
        }
        if (EVIDENCE_FOR_US.matcher(Steps.of(wording)).find() || TO_US_ONLY.matcher(Steps.of(wording)).find() && !PLAN.matcher(Steps.of(wording)).find()) {
            return EVIDENCE;
        }
        if (OF_WHAT_WAS_NAMED.matcher(Steps.of(wording)).find() || ONE_OF_THEM.matcher(Steps.of(wording)).find()) {
            return NAMED;
        }
        if (draft.kind.equals("training") && OF_THEM.matcher(Steps.of(wording)).find()) {
            return NAMED;
        }
        if (OF_SOMETHING.matcher(Steps.of(wording)).find() && !NAMES_DEED.matcher(Steps.of(wording)).lookingAt() && !Clauses.isDoneToSomebody(wording)) {
            return NOT_KNOWN;
        }
        if (draft.kind.equals("other") && !HAS_IT_DONE.matcher(Steps.of(wording)).find() && !Verbs.isKnown(wording) && !MORE_VERBS.contains(Steps.split(wording, " ", 2)[0].toLowerCase(Locale.ROOT))) {
            return NOT_KNOWN;
        }
        if (draft.further && !TIMED.matcher(Steps.of(wording)).find() && List.of("explanation", "provision", "reconsideration", "other").contains(draft.kind)) {
            return PART;
        }
        if (TELLS_RESULT.matcher(Steps.of(wording)).find()) {
            return PART;
        }
        if (timed && draft.period == null && !ALSO.matcher(Steps.of(draft.passage.text())).find() && !draft.kind.equals("payment") && !draft.kind.equals("training") && !TIMED.matcher(Steps.of(wording)).find() && !SOON.matcher(Steps.of(draft.front + draft.wording)).find() && !Phrasing.SOON.matcher(Steps.of(draft.front + draft.wording)).find()) {
            return UNTIMED;
        }
        return draft.behind && HOW.matcher(Steps.of(wording)).find() ? PART : null;
    }
}
