package org.redress.figures;

import java.util.List;
import java.util.Set;
import org.redress.figures.Figure.Of;

/** What an Ombudsman's annual letter counts (rule book 3.3), from the file of either side. */
final class OmbudsmanFigures {
    private static final String LETTER = "Ombudsman’s annual letter (rule book 3.3)";

    private static final String ENDS = "(%1$s.kind in ('decision', 'report', 'intake-decision') or %1$s.outcome is not null) and (%1$s.marking is null or %1$s.marking = 'final')";

    /** The last letter that ends a complaint and stands; it may have gone to several people, and one of them may say less than the others. */
    private static final String STANDING = """
            (select l.complaint_id, l.sent_on, min(l.outcome) as outcome from letter l
               where {those l.complaint_id} and %s
                 and not exists (select 1 from letter later where later.complaint_id = l.complaint_id and later.sent_on > l.sent_on and %s)
               group by l.complaint_id, l.sent_on)""".formatted(ENDS.formatted("l"), ENDS.formatted("later"));

    private OmbudsmanFigures() {}

    static List<Figure> all() {
        return List.of(
                new Figure("with-ombudsman", Of.COUNCIL, "Complaints that went to the Ombudsman",
                        "Files of the council into which the Ombudsman’s first letter came in the period. Of what the Ombudsman ends without a word to the council it has no file.",
                        LETTER, "complaints", List.of(), """
                        select f.id, f.place, min(l.received_on) as happened_on, case when f.channel = 'ombudsman' then 'not-known-before' else 'own-complaint' end as kind
                          from {files} f join letter l on l.complaint_id = f.id
                          where l.received_on is not null and l.kind in ('notice', 'enquiry', 'draft-decision', 'decision', 'report', 'intake-decision')
                          group by f.id, f.place, f.channel"""),
                new Figure("ombudsman-received", Of.OMBUDSMAN, "Complaints received",
                        "Complaints to the Ombudsman whose day of receipt is in the period.", LETTER, "complaints", List.of(), """
                        select f.id, f.place, cast(f.received_at as date) as happened_on, 'received' as kind
                          from {files} f"""),
                new Figure("decisions", Of.BOTH, "Decisions by outcome",
                        "Complaints that the Ombudsman ended in the period, by the day and the outcome of the decision that stands. Upheld rate: upheld, of those upheld or not upheld.",
                        LETTER + "; Local Government Act 1974 s.30 (LGA-18)", "complaints",
                        List.of(CouncilFigures.share("Upheld", Set.of("UPHELD", "UPHELD_REMEDIED"), Set.of("UPHELD", "UPHELD_REMEDIED", "NOT_UPHELD")),
                                CouncilFigures.share("Satisfactory remedy before the complaint reached the Ombudsman, of those upheld", Set.of("UPHELD_REMEDIED"), Set.of("UPHELD", "UPHELD_REMEDIED"))), """
                        select f.id, f.place, l.sent_on as happened_on, coalesce(l.outcome, 'not-recorded') as kind
                          from {files} f join %s l on l.complaint_id = f.id""".formatted(STANDING)),
                new Figure("agreed", Of.BOTH, "Remedies agreed with the Ombudsman",
                        "Actions agreed in the decisions of the period, by kind. Training and reviews of procedures are improvements of the service, everything else is for the person.",
                        "Compliance Manual (REM-05, REM-06)", "actions", List.of(), """
                        select f.id, f.place, l.sent_on as happened_on, coalesce(x.kind, 'not-worded-yet') as kind
                          from {files} f join %s l on l.complaint_id = f.id join agreed_action x on x.complaint_id = f.id
                          where x.promised_at_stage is null and x.state not in ('SUPERSEDED', 'PROPOSED', 'RECOMMENDED')""".formatted(STANDING)),
                new Figure("compliance", Of.BOTH, "Compliance with agreed actions",
                        "Decisions whose last agreed action got its verdict in the period. Complete: every action was; late: one of them was; not satisfied: one was not done. Compliance rate: complete, also late, of all.",
                        LETTER + "; Compliance Manual (CMP-03)", "decisions",
                        List.of(CouncilFigures.share("Compliance rate", Set.of("satisfied", "satisfied-late"), Set.of("satisfied", "satisfied-late", "not-satisfied")),
                                CouncilFigures.share("Late", Set.of("satisfied-late"), Set.of("satisfied", "satisfied-late", "not-satisfied"))), """
                        select f.id, f.place, max(x.verdict_on) as happened_on, case
                                 when sum(case when x.state = 'NOT_COMPLETE' then 1 else 0 end) > 0 then 'not-satisfied'
                                 when sum(case when x.state = 'COMPLETE_LATE' then 1 else 0 end) > 0 then 'satisfied-late' else 'satisfied' end as kind
                          from {files} f join agreed_action x on x.complaint_id = f.id
                          where x.promised_at_stage is null and x.state not in ('SUPERSEDED', 'PROPOSED', 'RECOMMENDED')
                          group by f.id, f.place
                          having sum(case when x.state in ('COMPLETE', 'COMPLETE_LATE', 'NOT_COMPLETE') then 0 else 1 end) = 0"""));
    }
}
