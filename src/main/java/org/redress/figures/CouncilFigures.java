package org.redress.figures;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.redress.figures.Figure.Of;
import org.redress.figures.Figure.Rate;

/** What a council counts of its own procedure, for the yearly report and self-assessment of the Code and the yearly report on the statutory procedure (CORP-41, CORP-42, CHD-21). */
final class CouncilFigures {
    private static final String CODE = "Complaint Handling Code 8 (CORP-42)";

    /** The stages that a procedure can have. */
    private static final List<String> STAGES = List.of("1", "2", "3");

    /** The first day of the answer of each stage, which may have gone to several people. */
    private static final String ANSWERS = """
            (select l.complaint_id, l.stage, min(l.sent_on) as sent_on from letter l where l.kind in ('response', 'panel-answer') and {those l.complaint_id} group by l.complaint_id, l.stage)""";

    private CouncilFigures() {}

    static List<Figure> all() {
        return List.of(
                new Figure("received", Of.COUNCIL, "Complaints received",
                        "Complaints whose day of receipt is in the period, by the procedure that they follow. Service requests, duplicates, and files that were opened only for letters of an Ombudsman are no complaints received.",
                        CODE + "; Representations Procedure Regulations 2006 reg 13 (CHD-21)", "complaints", List.of(), """
                        select o.id, o.place, cast(o.received_at as date) as happened_on, coalesce(o.procedure_key, 'not-assessed-yet') as kind
                          from {own} o"""),
                new Figure("requests", Of.COUNCIL, "Service requests received",
                        "Requests that something be provided, put right or reconsidered, by their day of receipt. They are recorded and looked at, and are no complaints.",
                        "Complaint Handling Code 1.2, 1.7, 1.8 (CORP-10)", "requests", List.of(), """
                        select f.id, f.place, cast(f.received_at as date) as happened_on, f.procedure_key as kind
                          from {files} f where f.procedure_key in ('service-request', 'access-request')"""),
                new Figure("not-accepted", Of.COUNCIL, "Complaints not accepted",
                        "Complaints whose refusal, of the whole or of some issues, was sent in the period. Whole: nothing of it was considered, as the file stands today.",
                        "Complaint Handling Code 2.1, 2.4, 2.5, 8 (CORP-13, CORP-16, CORP-42)", "complaints", List.of(), """
                        select o.id, o.place, l.sent_on as happened_on, case when o.status = 'REFUSED' then 'whole' else 'part' end as kind
                          from {own} o join letter l on l.complaint_id = o.id
                          where l.kind = 'refusal'
                          group by o.id, o.place, o.status, l.sent_on"""),
                new Figure("acknowledged", Of.COUNCIL, "Acknowledgements",
                        "Acknowledgements of complaints and of requests for a next stage that were sent in the period. In time: on or before the last day that the procedure gives, after extensions.",
                        "Complaint Handling Code 6.2, 6.11 (CORP-20, CORP-23); reg 13 (CHD-21)", "acknowledgements",
                        List.of(share("In time", Set.of("in-time"), Set.of("in-time", "late"))), """
                        select o.id, o.place, d.closed_on as happened_on, case when coalesce(d.days_late, 0) > 0 then 'late' else 'in-time' end as kind
                          from {own} o join deadline d on d.reference = o.reference
                          where d.kind = 'acknowledgement' and d.state = 'MET'"""),
                new Figure("answered", Of.COUNCIL, "Complaints answered, by stage",
                        "Responses of a stage, and answers to a review panel, that were sent in the period. In time: on or before the last day, after extensions and pauses of which notice was given.",
                        "Complaint Handling Code 6.3, 6.14, 8 (CORP-21, CORP-24, CORP-42); regs 14, 17, 20 (CHD-30, CHD-42, CHD-56)", "responses",
                        STAGES.stream().map(stage -> share("Stage " + stage + " in time", Set.of(stage + ":in-time"), Set.of(stage + ":in-time", stage + ":late"))).toList(), """
                        select o.id, o.place, d.closed_on as happened_on,
                               cast(d.stage as varchar(10)) || case when coalesce(d.days_late, 0) > 0 then ':late' else ':in-time' end as kind
                          from {own} o join deadline d on d.reference = o.reference
                          where d.kind in ('response', 'panel-response') and d.state = 'MET'"""),
                new Figure("not-answered", Of.COUNCIL, "Not answered, and overdue",
                        "Responses whose last day was in the period and that have not been sent, as the files stand today.",
                        "Complaint Handling Code 6.3, 6.14 (CORP-21, CORP-24)", "responses", List.of(), """
                        select o.id, o.place, d.due_on as happened_on, cast(d.stage as varchar(10)) as kind
                          from {own} o join deadline d on d.reference = o.reference
                          where d.kind in ('response', 'panel-response') and d.state = 'OPEN' and d.overdue_since is not null"""),
                new Figure("extended", Of.COUNCIL, "Responses extended",
                        "Notices of an extension of a response that were given in the period, by stage.",
                        "Complaint Handling Code 6.4, 6.5, 6.15 (CORP-21, CORP-22, CORP-24); reg 17 (CHD-42)", "notices", List.of(), """
                        select o.id, o.place, e.noticed_on as happened_on, cast(d.stage as varchar(10)) as kind
                          from {own} o join deadline d on d.reference = o.reference join deadline_extension e on e.deadline_id = d.id
                          where d.kind in ('response', 'panel-response')"""),
                new Figure("escalated", Of.COUNCIL, "Escalated to a next stage",
                        "Complaints for which a stage after the first was asked for, by the day of the request.",
                        "Complaint Handling Code 6.10, 8 (CORP-27, CORP-42); regs 17, 18 (CHD-50)", "complaints", List.of(), """
                        select o.id, o.place, min(d.trigger_on) as happened_on, cast(d.stage as varchar(10)) as kind
                          from {own} o join deadline d on d.reference = o.reference
                          where d.stage >= 2 and d.trigger_name = 'requestedOn'
                          group by o.id, o.place, d.stage"""),
                new Figure("outcome", Of.COUNCIL, "Outcome, by stage",
                        "Complaints answered in the period with findings on their issues. Upheld: every issue was; not upheld: none was, and one was not; partly upheld: anything between; unable to determine: the rest.",
                        CODE + "; reg 13 (CHD-21)", "complaints",
                        STAGES.stream().map(stage -> share("Stage " + stage + " upheld or partly upheld", kinds(stage, "upheld", "partly-upheld"),
                                kinds(stage, "upheld", "partly-upheld", "not-upheld", "no-finding"))).toList(), """
                        select o.id, o.place, l.sent_on as happened_on, cast(l.stage as varchar(10)) || case
                                 when sum(case when a.finding in ('upheld', 'partly-upheld') then 1 else 0 end) = 0
                                   then case when sum(case when a.finding = 'not-upheld' then 1 else 0 end) > 0 then ':not-upheld' else ':no-finding' end
                                 when sum(case when a.finding = 'upheld' then 1 else 0 end) = count(*) then ':upheld' else ':partly-upheld' end as kind
                          from {own} o join %s l on l.complaint_id = o.id join issue i on i.complaint_id = o.id
                          join issue_answer a on a.issue_id = i.id and a.stage = l.stage and a.set_aside_on is null
                          group by o.id, o.place, l.sent_on, l.stage""".formatted(ANSWERS)),
                new Figure("issues", Of.COUNCIL, "Issues by finding",
                        "Answers to single issues in the responses of the period, by finding; one that does not stand any more is not counted.",
                        "Complaint Handling Code 6.7 (CORP-31); reg 13 (CHD-21)", "issues", List.of(), ofAnswers("a.finding", "")),
                new Figure("cause", Of.COUNCIL, "Causes of what was upheld",
                        "Issues upheld, in whole or in part, in the responses of the period, by cause. What is learnt from each is in the list of lessons.",
                        "Complaint Handling Code 7, 9.1 (CORP-35, CORP-43)", "issues", List.of(), ofAnswers("a.cause", " and a.cause is not null")),
                new Figure("promised", Of.COUNCIL, "Remedies promised",
                        "Actions promised in the responses of the period, by kind.",
                        "Complaint Handling Code 7 (CORP-35)", "actions", List.of(), """
                        select o.id, o.place, l.sent_on as happened_on, coalesce(x.kind, 'not-worded-yet') as kind
                          from {own} o join %s l on l.complaint_id = o.id
                          join agreed_action x on x.complaint_id = o.id and x.promised_at_stage = l.stage and x.state <> 'SUPERSEDED'""".formatted(ANSWERS)),
                new Figure("kept", Of.COUNCIL, "Promises kept",
                        "Promised actions of whose end the complainant was told in the period.",
                        "Complaint Handling Code 6.6, 7 (CORP-30, CORP-35)", "actions",
                        List.of(share("Kept", Set.of("COMPLETE", "COMPLETE_LATE"), Set.of("COMPLETE", "COMPLETE_LATE", "NOT_COMPLETE"))), """
                        select o.id, o.place, x.told_on as happened_on, x.state as kind
                          from {own} o join agreed_action x on x.complaint_id = o.id
                          where x.promised_at_stage is not null and x.state in ('COMPLETE', 'COMPLETE_LATE', 'NOT_COMPLETE')"""),
                new Figure("ended", Of.COUNCIL, "Complaints ended",
                        "Complaints that ended in the period, as the files stand today; one that is with an Ombudsman has not.",
                        CODE, "complaints", List.of(), """
                        select o.id, o.place, o.status_since as happened_on, case when o.status = 'CLOSED' then 'ended-closed' else o.status end as kind
                          from {own} o where o.status not in ('OPEN', 'PAUSED', 'WITH_OMBUDSMAN')"""));
    }

    private static String ofAnswers(String kind, String which) {
        return """
                select o.id, o.place, l.sent_on as happened_on, %s as kind
                  from {own} o join %s l on l.complaint_id = o.id join issue i on i.complaint_id = o.id
                  join issue_answer a on a.issue_id = i.id and a.stage = l.stage and a.set_aside_on is null%s""".formatted(kind, ANSWERS, which);
    }

    static Rate share(String title, Set<String> of, Set<String> among) {
        return new Rate(title, of, among);
    }

    private static Set<String> kinds(String stage, String... kinds) {
        return Stream.of(kinds).map(kind -> stage + ":" + kind).collect(Collectors.toUnmodifiableSet());
    }
}
