package org.redress.complaint;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.history.HistoricProcessInstance;
import org.camunda.bpm.engine.history.HistoricVariableInstance;
import org.camunda.bpm.engine.runtime.Execution;
import org.jspecify.annotations.Nullable;
import org.redress.casefile.CaseFiles;
import org.redress.casefile.CaseStatus;
import org.redress.casefile.CaseSummary;
import org.redress.casefile.Dates;
import org.redress.casefile.LetterView;
import org.redress.casefile.Parties;
import org.redress.confirmation.Confirmation;
import org.redress.deadline.DeadlineView;
import org.redress.deadline.Deadlines;
import org.redress.decision.Tables;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/**
 * Takes up again what is over, where the law knows a way back: a new process of the case begins where the old one stood, with the
 * same reference, record, duties and days; whatever the old one still has open ends first (CHD-11, CHD-14, CHD-35, CHD-50, CORP-27).
 */
@Component
class TakingUp {
    static final String CASE_TAKEN_UP = "CaseTakenUp";

    private static final String COMPLAINT = "complaint";
    private static final String COUNCIL = "council";
    private static final String STATUTORY = "statutory";
    private static final DateTimeFormatter ISO = DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss");
    /** Letters with which a stage is answered. */
    private static final Set<String> RESPONSES = Set.of("response", "panel-answer");
    /** Letters that told somebody that the case is over. */
    private static final Set<String> ENDINGS = Set.of("withdrawal-confirmation", "refusal", "ombudsman-signpost", "duplicate-notice");
    private static final Set<String> CONCURRENT = Set.of("court-proceedings", "disciplinary", "criminal-investigation", "criminal-proceedings");

    private final CaseFiles cases;
    private final Parties parties;
    private final Deadlines deadlines;
    private final Tables tables;
    private final RuntimeService runtime;
    private final HistoryService history;
    private final RepositoryService repository;

    // lazily: these are the engine's services, and the engine needs the forms that take cases up
    TakingUp(CaseFiles cases, Parties parties, Deadlines deadlines, Tables tables, @Lazy RuntimeService runtime, @Lazy HistoryService history,
            @Lazy RepositoryService repository) {
        this.cases = cases;
        this.parties = parties;
        this.deadlines = deadlines;
        this.tables = tables;
        this.runtime = runtime;
        this.history = history;
        this.repository = repository;
    }

    /**
     * What is asked for.
     *
     * @param on the day on which it was asked for, or on which the mistake was found
     * @param by who asks, a value of the form's field "askedBy"
     * @param reasoned whether the request says why it is taken up although late
     * @param told whether the request holds a letter that tells the complainant
     */
    record Asked(String reference, Ground ground, LocalDate on, String by, boolean reasoned, boolean told) {}

    /** Whether the old process of a case waits to be ended by a taking-up: its signpost or the confirmation of a withdrawal is open. */
    boolean leftOpen(String reference) {
        return waiting(reference).isPresent();
    }

    /** Refuses with a sentence what has no way back, came too late without a reason, or does not fit the way in which the case ended. */
    void check(Asked asked) throws NotTakenUp {
        var complaint = cases.get(asked.reference());
        needOver(complaint, asked.ground());
        if (complaint.status() == CaseStatus.CLOSED_AFTER_DEATH && parties.complaining(asked.reference()).isEmpty()) {
            throw new NotTakenUp("ground", "nobody complains in it yet; record who does with People change, which a second person confirms, and then take it up.");
        }
        if (latest(asked.reference()).isEmpty()) {
            throw new NotTakenUp("caseReference", "this file holds the Ombudsman’s letters only; the council’s own procedure has not begun in it. Record a new complaint.");
        }
        switch (asked.ground()) {
            case NEXT_STAGE -> checkNextStage(asked, complaint);
            case WITHDRAWAL_TAKEN_BACK -> {
                notBefore(asked, complaint.statusSince(), "the case is withdrawn since ");
                if (COUNCIL.equals(asked.by())) {
                    throw new NotTakenUp("askedBy", "a withdrawal is taken back by whoever withdrew, or who speaks for them; if it was recorded by mistake, say so.");
                }
                inTime(asked, deadlines.lastDay("taking-back", null, facts(complaint, "withdrawnOn", complaint.statusSince())), "CORP-14");
            }
            case SUCCESSOR -> checkSuccessor(asked, complaint);
            case AFTER_PROCEEDINGS -> checkProceedings(asked, complaint);
            case MISTAKE -> {
                notBefore(asked, complaint.statusSince(), "the case is over since ");
                if (!COUNCIL.equals(asked.by())) {
                    throw new NotTakenUp("askedBy", "a mistake of the council is put right by the council.");
                }
                needLetter(asked, complaint);
            }
        }
    }

    /** Who has to confirm it before the case is taken up: nobody makes a late answer look in time by an end that is taken back. */
    Confirmation confirmation(Asked asked) {
        if (!asked.ground().takesBack()) {
            return Confirmation.none();
        }
        var moved = deadlines.givenBackAfterwards(asked.reference(), cases.get(asked.reference()).statusSince(), asked.on());
        return moved.isEmpty() ? Confirmation.none() : new Confirmation(Confirmation.By.SECOND, moved.stream()
                .map(day -> Confirmation.moves(day.title(), day.dueBefore(), false, day.dueAfter()) + " The end was recorded when that day had passed.").toList());
    }

    /** The case is open again, and its new process begins where the old one stood. */
    void begin(String reference, Ground ground, LocalDate on) {
        var before = cases.get(reference);
        // of the process that ended, or is to end now
        var variables = new HashMap<String, @Nullable Object>(kept(reference));
        var message = goingOn(before, ground, on, variables);
        // whoever takes back a withdrawal goes on; a mistake ended a pause that still holds
        boolean paused = ground == Ground.MISTAKE && deadlines.paused(reference);
        if (before.status().over()) {
            deadlines.goOn(reference, before.statusSince(), ground.takesBack() ? on : null);
            cases.takeUp(reference, paused ? CaseStatus.PAUSED : CaseStatus.OPEN, ground.words(), paused ? before.statusSince() : on);
        }
        if (ground == Ground.AFTER_PROCEEDINGS) {
            cases.comeAgain(reference, on);
        }
        cases.record(reference, on, CaseFiles.PRODUCT, "Taken up again: " + ground.words(), before.status() == CaseStatus.OPEN ? null
                : "It was " + before.status().text().toLowerCase(java.util.Locale.ROOT) + " since " + Dates.text(before.statusSince()) + ".", List.of());
        waiting(reference).ifPresent(execution -> runtime.messageEventReceived(CASE_TAKEN_UP, execution));
        var begun = runtime.createMessageCorrelation(message).processDefinitionId(newest()).processInstanceBusinessKey(reference)
                .setVariables(variables).correlateStartMessage();
        if (paused) {
            // by its number, because what has just begun cannot be looked up yet
            runtime.messageEventReceived("ProceedingsStarted", begun.getId(), Map.of("happenedOn", before.statusSince().toString()));
        }
    }

    private void needOver(CaseSummary complaint, Ground ground) throws NotTakenUp {
        var status = complaint.status();
        boolean signpostOpen = ground == Ground.NEXT_STAGE && status == CaseStatus.OPEN && leftOpen(complaint.reference());
        if (signpostOpen) {
            return;
        }
        if (!status.over()) {
            throw new NotTakenUp("caseReference", "the case is not over: " + status.text().toLowerCase(java.util.Locale.ROOT) + " since "
                    + Dates.text(complaint.statusSince()) + ". Record what happens to it with Case event.");
        }
        if (!ground.fits(status)) {
            var fitting = Ground.fitting(status);
            throw new NotTakenUp("ground", "the case is " + status.text().toLowerCase(java.util.Locale.ROOT) + " since " + Dates.text(complaint.statusSince())
                    + (fitting.isEmpty() ? "; that has no way back." : "; it can be taken up because " + fitting + "."));
        }
    }

    private void checkNextStage(Asked asked, CaseSummary complaint) throws NotTakenUp {
        var response = response(complaint).orElseThrow(() -> new NotTakenUp("ground",
                "no response of a stage was sent in this case, so there is no next stage to ask for."));
        var received = Optional.ofNullable(response.receivedOn()).orElse(response.sentOn());
        notBefore(asked, received, "the response of stage " + complaint.stage() + " came on ");
        if (lastStage(complaint)) {
            throw new NotTakenUp("ground", "stage " + complaint.stage() + " was the last one; the complainant can go to the Ombudsman (CORP-18). "
                    + "Note what they say with Case event, as a contact to note.");
        }
        boolean statutory = STATUTORY.equals(complaint.procedure());
        if (statutory && complaint.stage() == 1) {
            return; // no time limit (CHD-35)
        }
        inTime(asked, statutory ? lastDayForPanel(complaint, received)
                : deadlines.lastDay("next-stage-request", null, facts(complaint, "responseSentOn", response.sentOn())), statutory ? "CHD-50" : "CORP-27");
    }

    private LocalDate lastDayForPanel(CaseSummary complaint, LocalDate received) {
        return deadlines.of(complaint.reference()).stream().filter(deadline -> deadline.kind().equals("stage-3-request"))
                .reduce((earlier, later) -> later).map(DeadlineView::dueOn)
                .orElseGet(() -> deadlines.lastDay("stage-3-request", null, facts(complaint, "responseReceivedOn", received)));
    }

    private void checkSuccessor(Asked asked, CaseSummary complaint) throws NotTakenUp {
        notBefore(asked, complaint.statusSince(), "nobody carried it on, as is known since ");
        if (COUNCIL.equals(asked.by())) {
            throw new NotTakenUp("askedBy", "a successor asks for it, or who speaks for them; if it was ended by mistake, say so.");
        }
        inTime(asked, deadlines.lastDay("taking-back", null, facts(complaint, "withdrawnOn", complaint.statusSince())), "CORP-14");
    }

    private void checkProceedings(Asked asked, CaseSummary complaint) throws NotTakenUp {
        if (!CONCURRENT.contains(String.valueOf(complaint.statusBecause()))) {
            throw new NotTakenUp("ground", "the complaint was not refused because of proceedings.");
        }
        var time = deadlines.of(asked.reference()).stream().filter(deadline -> deadline.kind().equals("resubmission")).reduce((earlier, later) -> later)
                .orElseThrow(() -> new NotTakenUp("ground", "the end of the proceedings is not recorded; record it first with Case event (CHD-14)."));
        notBefore(asked, time.triggerOn(), "the proceedings ended on ");
        if (asked.on().isAfter(time.dueOn())) {
            throw new NotTakenUp("askedOn", "the year for coming again ended on " + Dates.text(time.dueOn())
                    + " (CHD-14); a new complaint can be considered although late, with its reasons (CHD-17).");
        }
    }

    private static void notBefore(Asked asked, LocalDate first, String what) throws NotTakenUp {
        if (asked.on().isBefore(first)) {
            throw new NotTakenUp("askedOn", what + Dates.text(first) + ".");
        }
    }

    private static void inTime(Asked asked, LocalDate last, String rule) throws NotTakenUp {
        if (asked.on().isAfter(last) && !asked.reasoned()) {
            throw new NotTakenUp("lateReason", "the time for it ended on " + Dates.text(last) + " (" + rule
                    + "); say why the case is taken up all the same, with Taking up again, or note the request and say why not.");
        }
    }

    /** Whoever was told by mistake that the case is over is told that it is not. */
    private void needLetter(Asked asked, CaseSummary complaint) throws NotTakenUp {
        var told = cases.letters(asked.reference()).stream().filter(letter -> ENDINGS.contains(letter.kind()) && !letter.sentOn().isBefore(complaint.statusSince()))
                .reduce((earlier, later) -> later);
        if (told.isPresent() && !asked.told()) {
            throw new NotTakenUp("letterText", "the complainant was told on " + Dates.text(told.get().sentOn())
                    + " that the case is over; write the letter that says it was a mistake, and when it was sent.");
        }
    }

    /** Where the case goes on, and with which facts: at the acknowledgement, with a stage, or where the complainant is told about the Ombudsman. */
    private String goingOn(CaseSummary before, Ground ground, LocalDate on, Map<String, @Nullable Object> variables) {
        variables.put("council", before.council());
        variables.put("caseReference", before.reference());
        variables.put("receivedOn", (ground == Ground.AFTER_PROCEEDINGS ? on : before.start().received()).toString());
        variables.put("receivedAt", ground == Ground.AFTER_PROCEEDINGS ? ISO.format(on.atTime(9, 0)) : variables.getOrDefault("receivedAt", ISO.format(before.receivedAt())));
        if (before.stage() == 0) {
            boolean acknowledged = cases.lastLetter(before.reference(), "acknowledgement").isPresent();
            variables.put("requestedOn", acknowledged ? on.toString() : variables.get("receivedOn"));
            variables.put("stageDone", 0);
            return "ComplaintTakenUp";
        }
        variables.put("procedure", before.procedure());
        if (ground == Ground.NEXT_STAGE) {
            variables.put("requestedOn", on.toString());
            variables.put("stageDone", before.stage());
            variables.put("wish", "next-stage");
            return "StageTakenUp";
        }
        if (response(before).isPresent() && lastStage(before)) {
            variables.put("stageDone", before.stage());
            variables.put("wish", "no-request");
            return "AnsweredCaseTakenUp";
        }
        keepWhatTheStageKnew(before, variables);
        variables.put("stageDone", before.stage() - 1);
        variables.put("wish", "next-stage");
        return "StageTakenUp";
    }

    /** A stage that goes on is not acknowledged, put into writing or received again, and counts from the same days (CORP-23, CHD-43, CHD-50). */
    private void keepWhatTheStageKnew(CaseSummary complaint, Map<String, @Nullable Object> variables) {
        cases.letters(complaint.reference()).stream().filter(letter -> letter.stage() == complaint.stage() && letter.kind().equals("acknowledgement"))
                .reduce((earlier, later) -> later).ifPresent(letter -> variables.put("acknowledgedOn", letter.sentOn().toString()));
        cases.facts(complaint.reference()).stream().filter(fact -> fact.form().equals("written-record") && fact.field().equals("recordFinalOn"))
                .reduce((earlier, later) -> later).ifPresent(fact -> variables.put("recordFinalOn", fact.value()));
        response(complaint).map(LetterView::receivedOn).ifPresent(day -> variables.put("responseReceivedOn", day.toString()));
    }

    /** Whether the stage was answered at which the case stands. */
    boolean answered(CaseSummary complaint) {
        return response(complaint).isPresent();
    }

    /** The letter with which the stage was answered at which the case stands. */
    private Optional<LetterView> response(CaseSummary complaint) {
        return cases.letters(complaint.reference()).stream()
                .filter(letter -> letter.stage() > 0 && letter.stage() == complaint.stage() && RESPONSES.contains(letter.kind()))
                .reduce((earlier, later) -> later);
    }

    private boolean lastStage(CaseSummary complaint) {
        var facts = new HashMap<String, @Nullable Object>();
        facts.put("procedure", complaint.procedure());
        facts.put("stageDone", complaint.stage() - 1);
        facts.put("straightToStage2", false);
        return Boolean.TRUE.equals(tables.rows("next-stage", null, facts).get(0).get("finalStage"));
    }

    private static Map<String, @Nullable Object> facts(CaseSummary complaint, String from, LocalDate day) {
        var facts = new HashMap<String, @Nullable Object>();
        facts.put("procedure", complaint.procedure());
        facts.put("stageNumber", complaint.stage());
        facts.put("council", complaint.council());
        facts.put("receivedAt", ISO.format(complaint.receivedAt()));
        facts.put(from, day.toString());
        return facts;
    }

    private Optional<String> waiting(String reference) {
        return runtime.createExecutionQuery().processInstanceBusinessKey(reference).messageEventSubscriptionName(CASE_TAKEN_UP).list().stream()
                .map(Execution::getId).findFirst();
    }

    private Optional<HistoricProcessInstance> latest(String reference) {
        return history.createHistoricProcessInstanceQuery().processInstanceBusinessKey(reference).processDefinitionKey(COMPLAINT)
                .orderByProcessInstanceStartTime().desc().list().stream().findFirst();
    }

    /** What the last process of the case knew: choices, days, numbers and yes or no, also of fields that a process owner has added. */
    private Map<String, @Nullable Object> kept(String reference) {
        var kept = new HashMap<String, @Nullable Object>();
        latest(reference).map(HistoricProcessInstance::getId).stream()
                .flatMap(instance -> history.createHistoricVariableInstanceQuery().processInstanceId(instance).executionIdIn(instance).list().stream())
                .filter(variable -> variable.getValue() instanceof String || variable.getValue() instanceof Number || variable.getValue() instanceof Boolean)
                .forEach(variable -> kept.put(variable.getName(), ((HistoricVariableInstance) variable).getValue()));
        return kept;
    }

    private String newest() {
        return repository.createProcessDefinitionQuery().processDefinitionKey(COMPLAINT).latestVersion().singleResult().getId();
    }
}
