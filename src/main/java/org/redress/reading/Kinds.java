package org.redress.reading;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** Which kind of action words are, in the list of the form "Propose action" (REM-06). */
final class Kinds {
    private static final String STAFF = "(?:staff|officers?|employees|workers?|social workers|managers|teams?|practitioners|colleagues|assessors|caseworkers|members|panels?|planners|schools?|contractors?|crews?|wardens|clerks|receptionists|drivers|care providers?|care home|home|provider|all those|those (?:who|involved))";
    private static final Pattern APOLOGY = start("apologi[sz]e|(?:send|write|provide|give|make|issue|offer)(?: \\w+){0,7}? (?:an? )?(?:\\w+ ){0,3}apolog(?:y|ies)|apolog(?:y|ies)|say sorry|(?:telephone|phone|call|visit|meet|see|contact|email)\\b.{0,40}\\bto apologi[sz]e|(?:acknowledge|accept|admit)\\b.{0,80}\\bapologi[sz]e|write to\\b.{0,40} apologising|(?:write|tell)\\b.{0,40}\\bto say (?:that )?(?:it is )?sorry|(?:write|send a letter)\\b.{0,40}\\b(?:to|and) apologi[sz]e|(?:an? |a further |the |full |written |formal |unreserved )*(?:letter of )?apolog(?:y|ies)|(?:arrange|ensure|ask)\\b.{0,60}\\bapologi[sz]es?");
    private static final Pattern PAYMENT = start("(?:ensure|make sure|see)\\b(?=[^;]*(?:£|\\b(?:mr|mrs|ms|miss|mx|dr|him|her|them|he|she|his|their|arrears|backdated|owed|outstanding|refund|the (?:complainant|family|couple))\\b))(?![^;]*\\b(?:in future|on time|within [\\w-]+ (?:\\w+ )?(?:days?|weeks?|months?) of (?!(?:the |this |my |our )?(?:date|final|decision))))[^;]{2,60}? (?:is|are|be) (?:reimbursed|refunded|repaid|paid)\\b|(?:withdraw|remove|take|drop|cancel|delete|strike out)\\b[^,;£]{0,40}\\b(?:costs?|charges?|fees?|invoice|bill|debt|arrears|penalty|fine)\\b[^,;£]{0,15}£|(?:withdraw|remove|take|drop|delete|strike out) (?:the |its |this |that |a |an )?£[\\d,.]+ (?:(?:of|in|for) )?(?:[a-z]+ ){0,3}(?:costs?|charges?|fees?|invoice|bill|debt|arrears|penalty|fine)\\b|(?!(?:make|take|issue|give)\\b[^£]{0,20}\\bdecision\\b)(?:(?:re)?pay\\b|(?:return|give back|hand back|send back|put back|release|restore|(?:give|hand|send|pay|put) [^,;£]{2,40}? back)\\b[^,;£]{0,40}£|write (?:this|it|that|these|them|the [a-z]+) off\\b|enclose\\b.{0,30}(?:cheque|£)|(?:bear|meet|cover|absorb) (?:the|its|his|her|their|all|any) (?:[a-z']+ ){0,4}(?:costs?|fees?|£|expenses?|charges?|bills?)|(?:place|put|transfer|add|set) (?:to (?:it|that|this) )?£|(?:continue|go on|carry on|keep(?: on)?|begin|start|resume) (?:to pay|paying)\\b|(?:honour|keep to|stand by|fulfil)\\b.{0,40}\\boffer\\b.{0,30}£|(?!.{0,40}\\b(?:guidance|training|briefing|reminder|policy|procedure|staff|officers|proof|evidence)\\b)(?:make|offer|send|provide|arrange|issue|reissue|give|award)\\b.{0,60}?(?:payments?|£|refund|financial remedy|reimbursement|cheque)|refund|reimburse|backdate\\b.{0,40}(?:payments?|allowances?|benefit|support|discount|award)\\b|compensate|contribute|fund\\b|waive|write off|credit|remit|cover (?:the )?(?:cost|mr|mrs|ms|miss|his|her|their)|(?:increase|raise)\\b.{0,40}(?:offer|payment|£)"
            + "|(?:an? |the |further |additional |total |symbolic |one-off )*(?:payments?|refund|reimbursement|cheque)|(?:one|another) of £|bring\\b[^,;]{0,40}\\bpayments?\\b[^,;]{0,20}\\bup to date|£|cancel\\b.{0,40}(?:£|charge|invoice|debt|bill|fee|penalty)|reduce\\b.{0,40}(?:charge|invoice|debt|bill|arrears|balance)|remove\\b.{0,30}(?:charges?|fees?)\\b|deduct)");
    private static final Pattern TRAINING = start("(?:tell|inform|remind|brief) [a-z][^,;]{2,60}? (?:of|in|at|within) (?:the council|its [a-z]+)\\b|(?:issue|circulate|send)\\b.{0,20}guidance (?:to|for) (?:(?:its|all|the|relevant|every)\\b|(?:\\w+ ){0,3}" + STAFF + "\\b)|(?:tell|inform|write to|email) (?:all|(?:all )?(?:of )?(?:its|the|relevant))\\b[^,;.]{0,30}\\b(?:staff|officers?|teams?|managers|clerks?|wardens|social workers|panel members)\\b(?! and (?:mr|mrs|ms|miss)\\b)|(?:re)?train\\b|give\\b.{0,40}\\b(?:guidance|training|briefing)\\b|remind|brief|(?:re)?issue\\b.{0,30}(?:reminder|briefing)|(?:an? )?(?:(?:written|further|general) )*reminders?|(?:refresher |further |staff |additional )*training|(?:provide|deliver|arrange|organise|offer|give|hold|carry out|ensure|make sure|roll out|run|commission|review|circulate|require)\\b.{0,90}?\\b(?:training|briefing|workshop|guidance to|reminder)s?\\b|(?:ensure|make sure|require|ask|instruct)\\b[^,;]{0,90}? to (?:re)?(?:train|brief|remind)\\b|(?:ensure|make sure)(?: that)?[ ,][^;]{2,100}? (?:is|are) (?:all )?(?:re)?(?:briefed|trained|reminded|told)\\b"
            + "|(?:share|circulate|discuss|cascade|distribute|disseminate|communicate)\\b.{0,120}?\\b" + STAFF + "|(?:ensure|make sure|confirm)\\b.{0,60}?\\b" + STAFF + "\\b.{0,40}\\b(?:aware|trained|understand|know|familiar|follow|are reminded|receive)|make\\b.{0,40}" + STAFF + " aware|send\\b(?! (?:mr|mrs|ms|miss|him|her|them)\\b).{0,60}(?:to )?(?:all |relevant )*" + STAFF
            + "|(?:hold (?:an? )?(?:\\w+ ){0,2}(?!\\w+ with (?:mr|mrs|ms|miss|him|her|them|the family)\\b)(?:sessions?|meetings?|workshops?|discussions?|briefings?)\\b.{0,40}|(?:speak|talk)\\b.{0,50})" + STAFF + "|instruct\\b.{0,60}" + STAFF + "|raise\\b.{0,40}" + STAFF + "|use this (?:case|complaint|decision)\\b.{0,60}(?:learning|training|example)|(?:issue|write|provide)\\b.{0,40}(?:guidance|advice|note|memo)\\b.{0,30}\\bto (?:all |relevant |its )*" + STAFF);
    private static final Pattern RECORD = start("take\\b.{0,30}\\b(?:off|out of) (?:its|the|his|her|their)\\b|(?:survey|check)\\b.{0,60}\\band (?:amend|correct|update)\\b.{0,40}\\b(?:plan|register|records?)\\b|(?:mark|flag|note)\\b|(?:correct|amend|put right|update)\\b.{0,90}\\b(?:registers?|lists?|entr(?:y|ies)|database|accounts?)\\b|record (?:the|this|that|it)\\b|correct (?:the|any|this|that|its) (?:error|mistake)s?\\b|(?:add|place|put|set|attach|keep) (?:an?|the) (?:[a-z]+ )?(?:marker|flag|alert|warning|indicator|note)\\b|(?:go through|check)\\b.{0,30}\\b(?:files?|records?)\\b|(?:amend|correct|alter|change|update|rectify|annotate|add|place|put|attach|remove|delete|destroy|record|note|file|store|insert|append|include)\\b.{0,110}?\\b(?:records?|files?|assessments?|minutes|case notes?|notes?|report|chronology|record system|entries|section of)\\b|(?:ensure|make sure|check)\\b.{0,60}\\b(?:flag|marker|note|record|entry|statement)\\b.{0,60}\\b(?:systems?|files?|records?|account)\\b|(?:correct|amend|put right)\\b.{0,40}\\b(?:registers?|accounts?)\\b|(?:correct|update|change)\\b.{0,40}\\b(?:systems?|database|address|details)\\b|(?:ensure|make sure|check)\\b.{0,60}\\b(?:placed|added|filed|kept)\\b.{0,40}\\b(?:file|records?)|(?:add|place|put|attach|file)\\b.{0,60}\\b(?:statement|decision|note|letter)\\b.{0,40}\\b(?:file|records?)\\b|(?:add|place|put|attach|file)\\b.{0,30}(?:copy of )?(?:this|the|our|my) (?:\\w+ )?(?:statement|decision)\\b");
    private static final Pattern RECONSIDER = start("(?:(?:ask|arrange for|have|get)\\b[^,;]{2,90}? (?:to )?(?:look at|consider|decide|review|go over|work out)|look at|consider|work out|calculate|decide|hear|assess (?=[^,;]{0,40}\\b(?:claim|application|contribution|charges?|eligibility|points|priority|banding)\\b))\\b[^,;]{0,60}\\bagain\\b|(?:put|place|bring)\\b.{0,40}\\b(?:appeal|case|application)\\b.{0,20}\\bbefore\\b.{0,20}\\bpanel|(?:carry out|complete|undertake|conduct|do|make|take|look at|consider|assess|work out|hold)\\b[^,;]{0,80}\\b(?:afresh|anew)\\b|(?:end|finish|conclude) (?:the )?(?:(?:first|second|third|next|last|final|informal) )?stage\\b|decide (?:again|how to|whether to)\\b|reconsider|re-consider|revisit|look again|reopen|re-open|rehear|(?:re-?make|retake|remake)|review (?!its (?:own )?(?:handling|approach|way|practice|use|management)\\b)(?:its|the|this|that|his|her|their|mr|mrs|ms|miss)\\b.{0,25}(?:'s \\w+ )?(?:decisions?|refusal|position|banding|priority|application|appeal|case\\b|request)|(?:make|take|issue|reach|come to)\\b.{0,20}(?:new|fresh|further|proper|formal|written)? ?decision"
            + "|(?:decide|determine|consider)\\b(?! (?:the |any |its )?(?:learning|lessons|findings|changes|changing|amending|how (?:it|to)|what|whether (?:it (?:needs|should|can)|its|staff|officers|all|any|further|there|more|to (?:amend|change|revise|introduce)|changes)))|(?:hold|arrange|convene|offer|set up)\\b.{0,40}(?:fresh|new|further|another|stage|independent)?.{0,20}(?:appeal|panel|hearing)|(?:start|begin|commence|carry out|complete|progress|escalate|accept|arrange|conduct|undertake|move)\\b.{0,50}\\bstage|re-?calculate|recalculate|re-?assess (?:(?:its|the) (?:decision|charge|claim|application|contribution)|(?:mr|mrs|ms|miss|his|her|their)\\b.{0,25}?(?:charges?|claim|contributions?|liability|points|priority|banding|eligibility))|(?:carry out|complete|make|undertake|conduct|do) an? (?:fresh|new|further|proper) (?:[a-z]+ )?assessment of .{0,25}(?:applications?|claim|charges?|contributions?|priority|banding)|(?:carry out|complete|undertake|conduct|do|arrange|hold|make|review) (?:an? |another |the )?(?:(?:fresh|new|further|proper|full|statutory|stage two) )*(?:review )?(?:of )?(?:(?:its|the|mr|mrs|ms|miss|his|her|their)\\b.{0,30}?(?:decision|refusal|priority|banding|band\\b|application|appeal|award)|(?:the )?suitability)|decide afresh|treat\\b.{0,60}\\bas (?:made|received|if|valid)|give\\b.{0,60}\\bconsideration\\b|arrange for\\b.{0,60}\\bto (?:reconsider|look again|decide|consider|hear|rehear)\\b|(?:a )?(?:fresh|new) (?:look|decision)\\b|reach\\b.{0,30}\\b(?:view|decision|conclusion)\\b|assess afresh|(?:re)?hear\\b.{0,40}\\b(?:appeal|case|complaint)|(?:investigate|look into|consider|deal with|respond to|put|take|accept|progress)\\b.{0,40}\\bcomplaint.{0,30}\\b(?:stage|through|under|statutory)\\b|(?:send|refer|forward|pass|submit)\\b.{0,40}\\bappeal\\b.{0,60}\\b(?:tribunal|hmcts|court)|arrange (?:for )?a (?:fresh|new|different|differently constituted) (?:panel|appeal|hearing)|backdate|re-?determine|(?:offer|give)\\b.{0,30}right of (?:review|appeal)");
    /** What a deed of several verbs comes to: a decision that is taken again, or the next stage of a complaint. */
    private static final Pattern ENDS_AFRESH = Pattern.compile("(?:,|;|,? and)(?: then| to)* (?:(?:make|take|reach|come to) an? (?:fresh|new|further) decision|(?:decide|determine|consider)\\b[^,;]{0,60}\\b(?:afresh|again|anew)|reconsider\\b|(?:start|begin|commence|open) (?:the |an? )?[^,;]{0,30}\\bstage)\\b", Pattern.CASE_INSENSITIVE);
    /** Words without which that pattern need not look. */
    private static final List<String> AFRESH = List.of("decision", "afresh", "again", "anew", "reconsider", "stage");
    private static final Pattern PROVISION = start("(?:ensure|make sure|see)\\b[^;]{2,60}? (?:starts?|begins?|completes?|finishe?s?|carry|carries) (?:out )?(?:the|his|her|their) (?:[a-z]+ ){0,2}?(?:installation|works?|repairs?|adaptations?|building)\\b|(?:re)?open (?:an?|the) (?:new |fresh )?(?:[a-z]+ )?investigation\\b|repair\\b|offer (?:mr |mrs |ms |miss )?[a-z]+ a place\\b|(?:name|nominate|designate|assign|find) (?:an?|one|another|the) (?:[a-z]+ ){0,3}(?:officer|worker|adviser|advisor|contact|manager|advocate|keyworker)\\b|have (?:an?|the|its|another) [^,;]{2,60} (?:visit|inspect|assess|survey|look at|meet|measure|examine|repair|mend|clean|clear|fit|install|replace|remove|renew|restore|test|treat|rebuild)\\b|(?:instruct|commission|engage) an? |(?:give|allocate|offer|provide)\\b.{0,40}\\b(?:named (?:officer|contact|worker)|point of contact|key worker)\\b|(?:ensure|make sure)\\b.{0,60}\\b(?:is|are) (?:collected|emptied|delivered|repaired|fixed|done|cleaned|completed|finished|carried out|put right|made good)\\b|put\\b.{0,30}\\bback on\\b|arrange\\b.{0,70}\\b(?:somewhere|accommodation|a place|facilities)\\b|deliver\\b|have (?:the|its|an?|his|her|their|mr|mrs|ms|miss|dr|mx)\\b[^,;]{2,60}? (?:[a-z-]{3,}ed|taken down|reset|put back|set up|rebuilt|relaid|rehung|re-hung|made good)\\b|(?:arrange|instruct|commission|ask|appoint|engage)\\b.{0,60}?\\bto (?:inspect|assess|survey|visit|repair|carry out|meet|look at|treat|clear|complete)\\b|(?:ensure|make sure)\\b.{0,80}\\b(?:installed|fitted|repaired|in working order|finished|adapted)\\b|make good\\b|provide (?:mr|mrs|ms|miss|him|her|them)\\b.{0,60}\\bplan\\b|hold\\b.{0,20}annual review|either repair\\b|(?:a |an )?(?:named (?:officer|contact)|single point of contact|point of contact)\\b|(?:watch|monitor) (?:his|her|their)\\b|re-?assess|(?:carry out|complete|undertake|conduct|arrange|offer|finish|do|begin|start|commission|provide|hold|progress|a|an|the)\\b.{0,60}?\\b(?:re-?assessments?|assessments?|annual review|review of (?:mr|mrs|ms|miss|his|her|their|[a-z]'s|the (?:care|ehc|plan))\\b.{0,50}|inspection|survey|repairs?|works?|site visit|visit|case review|contact|enquiry|investigation|meeting (?:with|between)|mediation|support|tuition|education|provision|respite|care|transport|therapy|sessions?|accommodation|placement|equipment|service|adaptations?|carer|interpreter|advocate|short breaks)\\b"
            + "|(?:amend|update|revise|rewrite) (?:mr|mrs|ms|miss|his|her|their|[a-z]'s|the)\\b.{0,30}\\bplan\\b|grant\\b|(?:issue|finalise|complete|produce|send)\\b.{0,40}(?:ehc|plan|care plan|support plan|housing plan|pathway plan|permit|certificate|badge|licence)|(?:inspect|survey|serve\\b|re-?inspect|redecorate|trim|restore|return|fit\\b|supply|repair|mend|rebuild|unblock|install|fix|clean|collect|replace|visit|resurface|instal\\b|clear|remove\\b.{0,30}(?:tree|bin|waste|rubbish|obstruction|sign|skip))|(?:make|offer)\\b.{0,40}(?:offer of accommodation|suitable|available|housing|place)|allocate|appoint|(?:move|rehouse|house|award|place|register|agree with (?:mr|mrs|ms|miss|him|her|them)|light)\\b|secure|put in place\\b.{0,60}(?:support|provision|tuition|education|care|package|services?|transport)|restart|reinstate|resume|continue|meet (?:with )?(?:mr|mrs|ms|miss|him|her|them|the family)|(?:invite|refer)\\b|review (?:the|its|their) (?:care|support|package|placement|needs|provision)\\b|find\\b|review the suitability\\b|review (?:mr|mrs|ms|miss|his|her|their|[a-z]'s)\\b.{0,40}(?:care|needs|plan|package|placement|support|timetable|provision|education|arrangements)|assess\\b|(?:take|begin|start|pursue)\\b.{0,30}enforcement|monitor\\b|(?:ensure|make sure|check)\\b.{0,60}(?:provision|support|tuition|care|package|education|therapy|transport|service)\\b.{0,30}\\b(?:in place|delivered|provided|given|available|starts?|continues?|made|received?)|add\\b.{0,60}(?:waiting list|register|list)|identify\\b.{0,40}(?:school|placement|accommodation)|hold (?:a|an)\\b.{0,30}(?:meeting|review)|(?:ensure|make sure) (?:that )?(?:mr|mrs|ms|miss|he|she|they|[a-z]) (?:[a-z] )?(?:receives?|gets?|has|have)\\b|provide\\b.{0,60}(?:service|bin|key worker|social worker)");
    private static final Pattern PROCEDURE = start("(?:issue|review|audit|test|bring in|amend|update|revise|change|improve|develop|introduce|produce|create|draw up|prepare|draft|write(?! to\\b)|(?:dip[ -])?sample|implement|put in place|put|establish|set up|devise|think about|consider|strengthen|publish|publicise|monitor|evaluate|ensure|make sure|identify|take|adopt|clarify|examine|check|complete|carry out|undertake|provide|conduct|establish|agree|set out|learn|look (?:at|through|into|back)|analyse|explore|design|rewrite|remove|add|include|stop|formalise|report|commission|reflect|address|satisfy itself|work with|arrange|make (?:changes|improvements|arrangements|it clear)|have)\\b");
    private static final Pattern EXPLANATION = start("give\\b.{0,40}\\b(?:undertaking|assurance|date|timescale)\\b|(?:an? )?(?:\\w+ ){0,2}explanation\\b|(?:write|explain|tell|inform|notify|advise|clarify|confirm|respond|reply|answer|contact|update|email|telephone|call|publish|disclose|signpost|let\\b|set out|discuss)\\b|(?:provide|give|send|share|supply|issue|offer)\\b.{0,90}?(?:name\\b|proof\\b|evidence\\b|telephone number|email address|copy|copies|explanation|information|details|update|response|reply|letter|report|breakdown|statement|records|answer|reasons|decision|timetable|(?<!named |of )contact|log|list|account|confirmation|documents?|notes|minutes|schedule|bill|version|invoice|number|rest of|file)");
    private static final Pattern TO_US = start("(?:tell|explain to|show|write to|send|provide|give|submit)\\b.{0,20}\\b(?:us|me|the ombudsman)\\b");
    private static final Pattern OF_PERSON = Pattern.compile("\\b(?:Mr|Mrs|Ms|Miss|Mx|Dr) (?:and (?:Mr|Mrs|Ms|Miss) )?[A-Z]|\\b(?:him|her|them|his|their)\\b|\\b[A-HJ-Z]'s\\b|\\bto [A-HJ-Z]\\b");
    private static final Pattern OF_HOUSE = Pattern.compile("\\b(?:policy|policies|procedures?|process(?:es)?|guidance|practices?|systems?|templates?|website|arrangements|protocols?|action plan|standard letters?|letters? (?:it sends|template)|information it|web pages?|leaflets?|forms?|strategy|checklists?|how (?:it|its)|care providers?|contractors?|the way (?:it|its)|ways of|what happened|working practices|oversight|monitoring|contract|commissioning|other (?:cases|families|people|children|residents)|audit|similar|capacity|staffing|backlog|tracker|improvements?|scheme|register of|record[- ]keeping|the reasons)\\b", Pattern.CASE_INSENSITIVE);

    /** Whoever comes and does it. */
    private static final Pattern WORKMAN = start("(?:arrange for|instruct|ask|get|send|have) (?:its|the|an?|another|different) (?:[a-z]+ ){0,2}(?:contractors?|surveyor|engineer|builder|plumber|electrician|crew|inspector|therapist) (?:to )?(?:visit|inspect|repair|clear|fit|remove|replace|take down|install|survey|measure|test|finish|complete)\\b");

    /** A check, a way or a plan for all, and what others that act for a council are to do from now on. */
    private static final Pattern CONTROL = start("(?:put in place|introduce|set up|create|establish|build in)\\b.{0,20}\\b(?:check|control|safeguard|system|process|mechanism|way)s?\\b|(?:produce|draw up|prepare|publish|agree|make|develop) (?:an? )?(?:[a-z]+ ){0,2}plan (?:to (?!support|meet|help)|of how it|for (?:ending|clearing|reducing))"
            + "|(?:ask|require|instruct|tell) (?:its|the|all(?: of)? its|both) (?:[a-z]+ ){0,2}(?:care )?(?:providers?|contractors?|agents?|agenc(?:y|ies)|homes?|partners?) to (?!apologi|pay|refund|contact|meet|visit|assess)|(?:a|an) (?:[a-z]+ ){0,2}(?:procedure|protocol)\\b|(?:a|an) (?:[a-z]+ ){0,2}(?:review|audit) of (?:its|how it|the way)\\b|(?:carry out|complete|undertake|conduct|do|commission) (?:an?|the) (?:[a-z]+ ){0,2}audit\\b|audit\\b");

    /** What is told to everybody. */
    private static final Pattern TO_PUBLIC = start("(?:publish|put|place|display|make available)\\b.{0,80}\\bon (?:its|the council's|the) (?:public )?(?:website|web ?pages?|web site)|(?:produce|publish|issue|write|create|prepare|provide|develop|design) (?:an? )?(?:[a-z]+ ){0,3}(?:leaflet|fact ?sheet|information sheet|guide|booklet|advice sheet|frequently asked questions)\\b(?!.{0,40}\\b(?:officers|staff)\\b)");

    /** What goes on against somebody ends. */
    private static final Pattern ENDS_FOR_ONE = start("(?:stop|halt|cease|pause|suspend|end) (?:(?:the|any|all) (?:further )?)?(?:[a-z]+ )?(?:deductions?|recovery|collection|enforcement|action|proceedings|charges|charging|demands?|reminders?|letters|bills?|billing|recovering|taking|deducting|collecting|chasing)\\b|(?:take|call|bring) (?:back|[^,;]{1,40} back) from\\b");

    /** Something is had or put in place for somebody. */
    private static final Pattern IN_PLACE = start("(?:(?:have|put|get) [^,;:]{3,90}|(?!" + Verbs.STRONG + "|" + Verbs.WEAK + ")[^,;:]{3,60}) in place for (?:(?:mr|mrs|ms|miss|mx|dr|him|her|them|his|their|the (?:complainant|family|couple|child|children|pupil|tenant))\\b|(?-i:[A-HJ-Z]\\b))|(?:have|put|get) (?:[a-z]+ ){0,4}?(?:tuition|care|transport|provision|therapy|support) in place for\\b");

    /** Somebody gets a place, whatever decided so. */
    private static final Pattern PLACE = start("(?:offer|give|find) (?:(?:mr|mrs|ms|miss|mx|dr) )?[a-z]+(?:'s [a-z]+)? a (?:[a-z]+ )?place\\b");

    private Kinds() {}

    private static Pattern start(String words) {
        return Pattern.compile("^(?:" + words + ")", Pattern.CASE_INSENSITIVE);
    }

    /** The kind of "a payment should be made" and "staff will be reminded". */
    static String ofPassive(String words) {
        var passive = Phrasing.PASSIVE.matcher(Steps.of(words));
        if (passive.matches() && passive.group("done") != null) {
            return of(Verbs.PASSIVE.get(passive.group("done").toLowerCase(Locale.ROOT)) + " " + passive.group("what").strip() + passive.group("how"));
        }
        var plain = words.toLowerCase(Locale.ROOT);
        var receives = Pattern.compile("^.{2,60}? (?:(?:should|will|must|is to|are to) (?:all )?(?:also )?(?:receive|have|get|attend|undergo|be given)|(?:is|are) (?:also )?(?:owed|due)) ", Pattern.CASE_INSENSITIVE).matcher(Steps.of(words));
        if (receives.find()) {
            return of("offer " + words.substring(receives.end()));
        }
        return Steps.matches(plain, "(?s).*\\b(?:training|trained|reminded|briefed|reminder)\\b.*") ? "training" : Steps.matches(plain, "(?s)^.{0,60}\\bapolog.*") ? "apology" : Steps.matches(plain, "(?s).*(?:£|\\bpaid\\b|\\bpayment\\b).*") ? "payment" : of(words);
    }

    /** "Reviews its policy" as "review its policy". */
    static String present(String words) {
        return Steps.replaceFirst(Steps.replaceFirst(Steps.replaceFirst(words, "^(\\w+)ies\\b", "$1y"), "^(\\w+(?:ss|sh|ch))es\\b", "$1"), "^(\\w+[^s\\W])s\\b", "$1");
    }

    static String of(String words) {
        String plain = Steps.replaceFirst(words, "^(?i)(?:(?:to|also|then|now|further|both|formally|again|promptly|fully|personally|agree to|arrange to|proactively|urgently) )+", "");
        plain = Steps.replaceFirst(Verbs.plain(present(plain)), "^(?i)(?:an? |the )?(?:\\w+ ){0,2}?(review|audit) of (?=\\w)", "$1 ");
        plain = Steps.replaceFirst(plain, "^(?i)(?:see to it|see|satisfy itself) that\\b", "make sure that");
        if (TO_US.matcher(Steps.of(plain)).find()) {
            return "procedure";
        }
        if (APOLOGY.matcher(Steps.of(plain)).find()) {
            return "apology";
        }
        if (PAYMENT.matcher(Steps.of(plain)).find()) {
            return "payment";
        }
        if (TRAINING.matcher(Steps.of(plain)).find()) {
            return "training";
        }
        if (TO_PUBLIC.matcher(Steps.of(plain)).find()) {
            return "explanation";
        }
        if (WORKMAN.matcher(Steps.of(plain)).find() || PLACE.matcher(Steps.of(plain)).find()) {
            return "provision";
        }
        boolean person = OF_PERSON.matcher(Steps.of(plain)).find();
        boolean house = OF_HOUSE.matcher(Steps.of(plain)).find();
        if (house && !person && PROCEDURE.matcher(Steps.of(plain)).find()) {
            return "procedure";
        }
        if (CONTROL.matcher(Steps.of(plain)).find()) {
            return "procedure";
        }
        if (RECONSIDER.matcher(Steps.of(plain)).find() || AFRESH.stream().anyMatch(plain::contains) && ENDS_AFRESH.matcher(Steps.of(plain)).find()) {
            return "reconsideration";
        }
        if (RECORD.matcher(Steps.of(plain)).find()) {
            return "record";
        }
        if (house && Steps.matches(plain.toLowerCase(Locale.ROOT), "(?s)(?:review|audit|amend|update|revise|produce|develop|introduce|put in place|create|draw up|prepare|implement|consider|publish|change|improve|monitor|identify|ensure|make sure|examine|evaluate|remove|include)\\b.*")) {
            return "procedure";
        }
        if (EXPLANATION.matcher(Steps.of(plain)).find() && (person || !house || Steps.matches(plain.toLowerCase(Locale.ROOT), "(?s)(?:write|explain|tell|inform|notify|send|share|publish)\\b.*"))) {
            return "explanation";
        }
        if (!house && ENDS_FOR_ONE.matcher(Steps.of(plain)).find()) {
            return "other";
        }
        if (PROVISION.matcher(Steps.of(plain)).find() || plain.contains(" in place for ") && IN_PLACE.matcher(Steps.of(plain)).find()) {
            return "provision";
        }
        return PROCEDURE.matcher(Steps.of(plain)).find() && !person ? "procedure" : EXPLANATION.matcher(Steps.of(plain)).find() ? "explanation" : Steps.matches(plain, "(?is).*\\bdecide\\b.*") ? "reconsideration" : "other";
    }
}
