package org.redress.reading;

/** The verbs of agreed actions, for patterns that ignore capitals. */
final class Verbs {
    /** Someone who can be paid, or what can. */
    private static final String PAYEE = "(?:£|mr |mrs |ms |miss |mx |dr |him\\b|her\\b|them\\b|the (?:complainant|family|couple|estate|young|sum|amount|remaining|outstanding|same|£)|a (?:further|total|symbolic|sum)|an (?:additional|extra|amount)|[a-z]\\b|each\\b|both\\b|to (?:mr|mrs|ms|miss|the)|his |their |any |(?:[a-z]+ )?(?:hundred|thousand) )";
    /** Verbs that begin an action of their own, wherever a list of such verbs goes on. */
    static final String STRONG = "(?:apologi[sz]es?|sends? (?:\\w+ ){1,5}apology\\b|says? sorry|pays? (?=" + PAYEE + ")|makes? (?!changes|sure|clear|arrangements|it )(?:\\w+ ){0,7}payments?|refunds?|reimburses?|repays?|waives?|writes? off|reminds?|backdates?"
            + "|reconsiders?|reassess(?:es)?|re-assess)";
    /** Verbs that begin an action behind an apology or a payment. */
    static final String WEAK = "(?:review|carry out|complete|arrange|provide|issue|consider|update|amend|correct|place|put|add|remove|delete|share|circulate|train|deliver|brief|offer|hold|send|write|meet|contact|give|produce|prepare|create|introduce|"
            + "develop|revise|ensure|make sure|begin|start|restart|appoint|allocate|decide|finalise|inspect|repair|credit|cancel|confirm|explain|undertake|conduct|make arrangements|answer|respond|reply|find|identify|check|adopt|commission|reinstate|resume|clear|install|replace|collect|monitor|visit|discuss|notify|tell|let|publish|"
            + "obtain|look|assess|move|pursue|take|set|refer|invite|record|log|redecorate|fix|clean|return|release|award|restore|relocate|interview|investigate|escalate|progress|secure|agree|ask|establish|improve|change|implement|audit|sign|resurface|trim|fit|supply|reinspect|re-inspect)";
    /** What a list of actions names instead of doing. */
    static final String NOUN = "(?:(?:an?|the|a further|further|full|written|formal|one|two) )*(?:[a-z-]+ )?(?:apolog(?:y|ies)|payments?|refund|reimbursement|reassessment|review|training|refresher training|reminder|letter|procedure|protocol|named (?:officer|contact)|(?:single )?point of contact)\\b|(?:an?|one|two|a further|further)(?: [a-z-]+){0,2} (?:meeting|visit|assessment|explanation|inspection|audit|action plan|briefing|session)\\b";

    private Verbs() {}
}
