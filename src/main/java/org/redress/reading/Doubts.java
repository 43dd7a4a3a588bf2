package org.redress.reading;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Why it is not certain that words name an agreed action of its own. Such words are shown to a person and not proposed, so that nothing is proposed that is none; a sum makes it certain, unless it may be a part of the one before it.
 */
final class Doubts {
    private static final String PART = "It may belong to what is named before it.";
    private static final String NOT_KNOWN = "What these words ask for could not be read.";
    private static final String EVIDENCE = "It may be evidence for the Ombudsman.";
    private static final String SUM = "The sum may be a part of the one before it, or how that is made up.";
    /** It says that no time is named, so that this need not be said again. */
    static final String UNTIMED = "No time is given, though others have one: it may be part of one of them.";
    private static final String NAMED = "It may be what was named before.";

    /** Verbs of agreed actions that begin none behind another. */
    private static final Set<String> MORE_VERBS = Set.of("open", "present", "withhold", "alter", "apply", "approve", "bring", "call", "compare", "consult", "cut", "enter", "erect", "lend", "level", "lift", "mend", "paint", "plant", "quash", "re-fix", "rebuild", "recall", "recover", "reinstall",
            "relay", "renew", "reset", "re-site", "reverse", "settle", "shorten", "stop", "survey", "swap", "terminate", "test", "turn", "uphold", "vary", "accept", "adapt", "adjust", "admit", "advertise", "advise", "assign", "attend", "authorise", "bill", "block", "book", "build", "buy",
            "chase", "close", "co-ordinate", "coordinate", "collate", "communicate", "construct", "copy", "crown", "defer", "demolish", "designate", "destroy", "discharge", "disclose", "disregard", "distribute", "divert", "drain", "drop", "dismantle", "display", "drive", "empty", "end",
            "enforce", "engage", "enrol", "equip", "erase", "exchange", "exempt", "expedite", "explore", "facilitate", "fell", "fence", "fetch", "fill", "finish", "forward", "freeze", "gate", "gather", "grit", "halt", "hand", "hire", "honour", "include", "insulate", "invoice", "involve", "join",
            "keep", "lay", "liaise", "list", "lock", "lower", "maintain", "map", "measure", "mediate", "mow", "name", "negotiate", "nominate", "order", "overturn", "permit", "phone", "photograph", "pilot", "postpone", "post", "print", "procure", "protect", "prune", "purchase", "raise", "re-advertise",
            "reallocate", "reband", "re-band", "reclassify", "reconnect", "recruit", "redact", "redirect", "redraft", "regrade", "register", "relet", "repaint", "repoint", "reprint", "request", "rescind", "reserve", "resolve", "resubmit", "retain", "retract", "retrieve", "revert", "revoke", "reword", "ring",
            "run", "safeguard", "scan", "search", "seek", "simplify", "source", "submit", "supervise", "sweep", "switch", "trace", "track", "translate", "transport", "treat", "unblock", "unlock", "upgrade", "upload", "value", "warn", "weed", "widen");
    /** "Accept that it was at fault": a verb that is known, without a deed. */
    private static final Pattern ONLY_AGREES = Pattern.compile("^(?:admit|resolve to|seek to|aim to|respect|recogni[sz]e|treat [^,;]{2,60} as|keep (?:this|it|that))\\b|^accept (?:that|this|it|my|our|the (?:finding|fault|ombudsman|decision|recommendation)|fault|responsib|liab)", Pattern.CASE_INSENSITIVE);
    private static final Pattern HAS_OBJECT = Pattern.compile("[a-z-]+ (?:(?:mr|mrs|ms|miss|mx|dr|him|her|them|his|their|the|an?|its|any|up|out|off|on|over)\\b)", Pattern.CASE_INSENSITIVE);
    private static final Pattern HAS_IT_DONE = Pattern.compile("^(?:have|get) (?:an?|the|its|one|somebody|someone)\\b", Pattern.CASE_INSENSITIVE);
    private static final String TO_US = "(?:us|me|the ombudsman)\\b";
    private static final String PAPERS = "(?:evidence|proof|cop(?:y|ies)|screen ?(?:prints?|shots?)|photographs?|records?|sheets|notes|minutes)\\b";
    private static final Pattern EVIDENCE_FOR_US = Pattern.compile("^\\w+ (?:to )?" + TO_US + "(?: with)?,? (?:[\\w']+ ){0,4}?" + PAPERS + "|^\\w+ (?:[\\w']+ ){0,4}?" + PAPERS + ".{0,80}? (?:to|for) " + TO_US + "|^(?:upload|post|retain)\\b[^;]{0,60}\\bour\\b|^(?:provide|send|supply|submit|produce) (?:us |me |the ombudsman )?(?:with )?(?:[^;]{0,60}?, |(?:\\w+ ){0,2}?)(?:evidence|proof) of (?:payment|compliance|completion|postage|posting)\\b|^\\w+ (?:\\w+ ){0,2}?(?:evidence|proof) (?:of|that|to) (?:it |this |its |the |what |show |how )", Pattern.CASE_INSENSITIVE);
    private static final String HIM = "(?:(?:him|her|them|the (?:complainant|family|couple))\\b|(?:mr|mrs|ms|miss|mx|dr) [a-z]\\w*(?!\\w|'s))";
    /** The one who complained gets it, as well or alone. */
    private static final Pattern FOR_HIM = Pattern.compile("^\\w+ (?:to )?(?:" + TO_US + " and )?" + HIM + "|\\b(?:to|with) " + TO_US + " and (?:to |with )?" + HIM + "|" + HIM + " and (?:to |with )?" + TO_US, Pattern.CASE_INSENSITIVE);
    private static final Pattern NUMBER = Pattern.compile("\\d|\\b(?:one|two|three|four|five|six|seven|eight|nine|ten|twelve|more|further) (?:\\w+ )?(?:days?|weeks?|months?|hours?|sessions?)\\b", Pattern.CASE_INSENSITIVE);
    private static final Pattern OF_WHAT_WAS_NAMED = Pattern.compile("^\\w+(?: (?:up|out|off|on|over|back))? (?:it|this|that|these|those|them|so|both)(?: (?:sums?|amounts?|payments?|things|actions|steps|off|up|out))?(?:[ ,.;]*$|[,;.] )", Pattern.CASE_INSENSITIVE);
    private static final Pattern TO_US_ONLY = Pattern.compile("^(?:send|give|provide|show|supply|let|forward|submit|copy) (?:" + TO_US + "|[^,;]{1,60} to " + TO_US + ")", Pattern.CASE_INSENSITIVE);
    private static final Pattern PLAN = Pattern.compile("\\b(?:plan|update|how|strategy|timetable|leaflet)\\b", Pattern.CASE_INSENSITIVE);
    private static final Pattern ONE_OF_THEM = Pattern.compile("^(?:make|pay) the (?:first|second|last|final|next|other) (?:of|payments?|instalments?)\\b|^(?:make|pay) (?:these|those|the|both|all|each)(?: of)?(?: the| these)? (?:payments?|sums?|amounts?)\\b", Pattern.CASE_INSENSITIVE);
    private static final Pattern OF_THEM = Pattern.compile("^\\w+ them\\b", Pattern.CASE_INSENSITIVE);
    private static final Pattern TELLS_RESULT = Pattern.compile("^(?:tell|inform|notify|advise|let|send|give) (?:him|her|them|(?:mr|mrs|ms|miss|mx|dr)\\b[^,;]{0,40}?|[A-Z]|the (?:family|couple|complainant)) (?:of |about |know |with )?(?:the|its|this|that|their) (?:new |fresh )?(?:decision|outcome|results?|findings?|conclusions?)\\b", Pattern.CASE_INSENSITIVE);
    private static final Pattern OF_SOMETHING = Pattern.compile("^(?:the|this|that|these|those|over|once|if|should|where|when|because|as|at|of|on|for|with|its|their|his|her)\\b", Pattern.CASE_INSENSITIVE);
    private static final Pattern NAMES_DEED = Pattern.compile(Verbs.NOUN, Pattern.CASE_INSENSITIVE);
    private static final Pattern ALSO = Pattern.compile("(?:\\b(?:will|should|must|has|have|it|council|also)|'s) (?:further |also )(?:agreed )?|\\bin addition\\b", Pattern.CASE_INSENSITIVE);
    /** What is done again and again, or before something: it needs no day. */
    private static final Pattern FROM_THEN_ON = Pattern.compile("\\b(?:immediate|as soon as|until|every|each|before|the next|continue|over the next|for (?:\\w+|at least \\w+) (?:days|weeks|months|terms|years))\\b", Pattern.CASE_INSENSITIVE);
    private static final Pattern TIMED = Pattern.compile("\\b(?:within|no later than|by (?:the end of|\\d))\\b", Pattern.CASE_INSENSITIVE);
    private static final Pattern HOW = Pattern.compile("^(?:invite|choose|allow|keep|have regard|bear|listen|hear|address|cover|include)\\b", Pattern.CASE_INSENSITIVE);

    private Doubts() {}

    /**
     * Why it is doubtful, in a sentence for a person; none where it is not.
     *
     * @param timed whether by when others in the same paragraph and its list are to be done is said
     */
    static @Nullable String of(Draft draft, boolean timed) {
        var wording = draft.wording.strip();
        if (draft.secondSum) {
            return SUM;
        }
        if (draft.amount != null || draft.kind.equals("apology")) {
            return null;
        }
        if ((EVIDENCE_FOR_US.matcher(Steps.of(wording)).find() || TO_US_ONLY.matcher(Steps.of(wording)).find() && !PLAN.matcher(Steps.of(wording)).find()) && !FOR_HIM.matcher(Steps.of(wording)).find()) {
            return EVIDENCE;
        }
        boolean ownTime = TIMED.matcher(Steps.of(wording)).find() || !draft.further && draft.hasOwnTime();
        if (ONE_OF_THEM.matcher(Steps.of(wording)).find() || !ownTime && (OF_WHAT_WAS_NAMED.matcher(Steps.of(wording)).find() || draft.kind.equals("training") && OF_THEM.matcher(Steps.of(wording)).find())) {
            return NAMED;
        }
        if (OF_SOMETHING.matcher(Steps.of(wording)).find() && !NAMES_DEED.matcher(Steps.of(wording)).lookingAt() && !Clauses.isDoneToSomebody(wording)) {
            return NOT_KNOWN;
        }
        // a word with what it is done to, for somebody and by a day
        boolean known = draft.beneficiary != null && draft.period != null && HAS_OBJECT.matcher(Steps.of(wording)).lookingAt();
        if (draft.kind.equals("other") && (wording.contains("£") && !Verbs.isKnown(wording) || ONLY_AGREES.matcher(Steps.of(wording)).find() || !known && !HAS_IT_DONE.matcher(Steps.of(wording)).find() && !Verbs.isKnown(wording) && !MORE_VERBS.contains(Steps.split(wording, " ", 2)[0].toLowerCase(Locale.ROOT)))) {
            return NOT_KNOWN;
        }
        if (draft.further && !TIMED.matcher(Steps.of(wording)).find() && List.of("explanation", "provision", "reconsideration", "other").contains(draft.kind)) {
            return PART;
        }
        if (draft.afterAnother && !ownTime && TELLS_RESULT.matcher(Steps.of(wording)).find()) {
            return PART;
        }
        if (timed && draft.behind && draft.period == null && !ALSO.matcher(Steps.of(draft.passage.text())).find() && !draft.kind.equals("payment") && !draft.kind.equals("training") && !TIMED.matcher(Steps.of(wording)).find() && !FROM_THEN_ON.matcher(Steps.of(draft.front + draft.wording)).find() && !Phrasing.SOON.matcher(Steps.of(draft.front + draft.wording)).find()) {
            return UNTIMED;
        }
        return draft.behind && !ownTime && HOW.matcher(Steps.of(wording)).find() && !NUMBER.matcher(Steps.of(wording)).find() ? PART : null;
    }
}
