package org.redress.reading;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The verbs of agreed actions, for patterns that ignore capitals. */
final class Verbs {
    /** Someone who can be paid, or what can. */
    private static final String PAYEE = "(?:£|mr |mrs |ms |miss |mx |dr |him\\b|her\\b|them\\b|the (?:complainant|family|couple|estate|young|sum|amount|remaining|outstanding|same|£)|a (?:further|total|symbolic|sum)|an (?:additional|extra|amount)|[a-z]\\b|each\\b|both\\b|to (?:mr|mrs|ms|miss|the)|his |their |any |(?:[a-z]+ )?(?:hundred|thousand) )";
    /** Verbs that begin an action of their own, wherever a list of such verbs goes on. */
    static final String STRONG = "(?:(?:apologi[sz]es?|sends? (?:\\w+ ){1,5}apology|says? sorry|makes? (?!changes|sure|clear|arrangements|it )(?:\\w+ ){0,7}payments?|refunds?|reimburses?|repays?|waives?|writes? (?:(?:this|it|that|these|them|the [a-z]+) )?off|reminds?|backdates?"
            + "|reconsiders?|reassess(?:es)?|re-assess(?:es)?)\\b|pays? (?=" + PAYEE + "))";
    /** Verbs that begin an action behind an apology or a payment. */
    private static final List<String> WEAK_VERBS = List.of("review", "mark", "flag", "file", "annotate", "attach", "reopen", "re-open", "rehear", "calculate", "recalculate", "rewrite", "draw up", "draft", "design", "devise", "compile",
            "convene", "evaluate", "examine", "extend", "grant", "inform", "instruct", "organise", "pause", "prioritise", "process", "rearrange", "reduce", "rehouse", "reissue", "reschedule",
            "retake", "retrain", "serve", "speak", "strengthen", "suspend", "telephone", "transfer", "withdraw", "work with", "email", "make good", "put right", "go through", "carry out",
            "complete", "arrange", "provide", "issue", "consider", "update", "amend", "correct", "place", "put", "add", "remove", "delete", "share", "circulate", "train", "deliver", "brief",
            "offer", "hold", "send", "write", "meet", "contact", "give", "produce", "prepare", "create", "introduce", "develop", "revise", "ensure", "make sure", "begin", "start", "restart",
            "appoint", "allocate", "decide", "finalise", "inspect", "repair", "credit", "cancel", "confirm", "explain", "undertake", "conduct", "make arrangements", "answer", "respond", "reply",
            "find", "identify", "check", "adopt", "commission", "reinstate", "resume", "clear", "install", "replace", "collect", "monitor", "visit", "discuss", "notify", "tell", "let", "publish",
            "obtain", "look", "assess", "move", "pursue", "take", "set", "refer", "invite", "record", "log", "redecorate", "fix", "clean", "return", "release", "award", "restore", "relocate",
            "interview", "investigate", "escalate", "progress", "secure", "agree", "ask", "establish", "improve", "change", "implement", "audit", "sign", "resurface", "trim", "fit", "supply",
            "reinspect", "re-inspect");
    static final String WEAK = "(?:" + String.join("|", WEAK_VERBS) + ")\\b";
    /** What is done to somebody or something, with the verb of each. */
    static final Map<String, String> PASSIVE = Map.ofEntries(Map.entry("paid", "pay"), Map.entry("repaid", "repay"), Map.entry("sent", "send"), Map.entry("given", "give"), Map.entry("made", "make"), Map.entry("held", "hold"), Map.entry("written to", "write to"), Map.entry("written off", "write off"),
            Map.entry("set up", "set up"), Map.entry("carried out", "carry out"), Map.entry("put in place", "put in place"), Map.entry("told", "tell"), Map.entry("drawn up", "draw up"), Map.entry("put right", "put right"), Map.entry("taken", "take"), Map.entry("found", "find"), Map.entry("provided", "provide"), Map.entry("offered", "offer"), Map.entry("reminded", "remind"), Map.entry("trained", "train"),
            Map.entry("briefed", "brief"), Map.entry("issued", "issue"), Map.entry("arranged", "arrange"), Map.entry("shared", "share"), Map.entry("circulated", "circulate"), Map.entry("reviewed", "review"), Map.entry("amended", "amend"), Map.entry("updated", "update"), Map.entry("revised", "revise"),
            Map.entry("completed", "complete"), Map.entry("cancelled", "cancel"), Map.entry("waived", "waive"), Map.entry("refunded", "refund"), Map.entry("reimbursed", "reimburse"), Map.entry("credited", "credit"), Map.entry("corrected", "correct"), Map.entry("removed", "remove"), Map.entry("deleted", "delete"),
            Map.entry("placed", "place"), Map.entry("added", "add"), Map.entry("reconsidered", "reconsider"), Map.entry("reassessed", "reassess"), Map.entry("assessed", "assess"), Map.entry("backdated", "backdate"), Map.entry("introduced", "introduce"), Map.entry("produced", "produce"), Map.entry("published", "publish"),
            Map.entry("changed", "change"), Map.entry("improved", "improve"), Map.entry("inspected", "inspect"), Map.entry("repaired", "repair"), Map.entry("installed", "install"), Map.entry("replaced", "replace"), Map.entry("appointed", "appoint"), Map.entry("allocated", "allocate"), Map.entry("informed", "inform"),
            Map.entry("invited", "invite"), Map.entry("visited", "visit"), Map.entry("delivered", "deliver"), Map.entry("audited", "audit"), Map.entry("apologised to", "apologise to"), Map.entry("convened", "arrange"), Map.entry("reopened", "reopen"), Map.entry("reinstated", "reinstate"), Map.entry("restored", "restore"),
            Map.entry("written", "write"), Map.entry("rewritten", "rewrite"), Map.entry("drafted", "draft"), Map.entry("redrafted", "rewrite"), Map.entry("redesigned", "design"), Map.entry("reworded", "rewrite"), Map.entry("reissued", "reissue"), Map.entry("reprinted", "reissue"), Map.entry("retrained", "retrain"),
            Map.entry("monitored", "monitor"), Map.entry("checked", "check"), Map.entry("explained", "explain"), Map.entry("strengthened", "strengthen"), Map.entry("adopted", "adopt"), Map.entry("developed", "develop"), Map.entry("prepared", "prepare"), Map.entry("returned", "return"));
    static final String DONE = "(?:" + PASSIVE.keySet().stream().sorted(Comparator.comparing(String::length).reversed().thenComparing(Comparator.naturalOrder())).collect(Collectors.joining("|")) + ")";
    /** What a list of actions names instead of doing. */
    static final String NOUN = "(?:(?:an?|the|a further|further|full|written|formal|one|two) )*(?:[a-z-]+ )?(?:apolog(?:y|ies)|payments?|refund|explanation|reconsideration|(?:fresh|new) (?:look|decision)|reimbursement|reassessment|review|training|refresher training|reminder|letter|procedure|protocol|named (?:officer|contact)|(?:single )?point of contact)\\b|(?:an?|one|two|a further|further)(?: [a-z-]+){0,2} (?:meeting|visit|assessment|explanation|inspection|audit|action plan|briefing|session)\\b";

    private static final Set<String> BASES = Stream.concat(WEAK_VERBS.stream(), Stream.of("apologise", "apologize", "pay", "make", "refund", "reimburse", "repay", "waive", "remind", "backdate", "reconsider", "reassess", "draw", "enclose", "assist", "help", "support", "fund", "allow")).collect(Collectors.toUnmodifiableSet());

    private static final Pattern KNOWN = Pattern.compile("(?:" + STRONG + "|" + WEAK + "|(?:" + String.join("|", BASES) + ")\\b)", Pattern.CASE_INSENSITIVE);

    private Verbs() {}

    /** Words that begin with "reviewing", "reviewed" or "written off" as "review" and "write off"; others as they are. */
    static String plain(String words) {
        var done = Pattern.compile("^" + DONE + "\\b", Pattern.CASE_INSENSITIVE).matcher(Steps.of(words));
        if (done.find()) {
            return PASSIVE.get(done.group().toLowerCase(Locale.ROOT)) + words.substring(done.end());
        }
        int end = words.indexOf(' ') < 0 ? words.length() : words.indexOf(' ');
        var base = base(words.substring(0, end));
        return base == null ? words : base + words.substring(end);
    }

    /** Whether words begin with a verb of an agreed action. */
    static boolean isKnown(String words) {
        return KNOWN.matcher(Steps.of(words)).lookingAt();
    }

    /** The verb of "reviewed" or "written off", where that is known. */
    static @Nullable String ofDone(String words) {
        return PASSIVE.get(words.toLowerCase(Locale.ROOT));
    }

    /** The verb of "reviewing"; none where it is no form of a verb that is known. */
    static @Nullable String base(String word) {
        var lower = word.toLowerCase(Locale.ROOT);
        if (!lower.endsWith("ing")) {
            return null;
        }
        var stem = lower.substring(0, lower.length() - 3);
        return Stream.of(stem, stem + "e", stem.isEmpty() ? stem : stem.substring(0, stem.length() - 1)).filter(BASES::contains).findFirst().orElse(null);
    }
}
