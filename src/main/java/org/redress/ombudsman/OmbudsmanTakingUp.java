package org.redress.ombudsman;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.Execution;
import org.jspecify.annotations.Nullable;
import org.redress.casefile.CaseFiles;
import org.redress.casefile.CaseStatus;
import org.redress.casefile.CaseSummary;
import org.redress.casefile.Dates;
import org.redress.casefile.LetterView;
import org.redress.casefile.Parties;
import org.redress.gate.Submission;
import org.redress.gate.SubmissionHandler;
import org.redress.post.Post;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/**
 * Takes up a case of the Ombudsman that ended before a decision; a decision is reviewed instead. The tests of jurisdiction are applied
 * anew, with the facts of today (LGA-02, LGA-10, LGA-11, LGS-22).
 */
@Component
class OmbudsmanTakingUp implements SubmissionHandler {
    private static final String CASE_TAKEN_UP = "CaseTakenUp";
    private static final String PROCESS = "ombudsman-case";
    /** The ground of a review, which has said so in the file already. */
    private static final String NOT_SOUND = "not-sound";

    /** The endings that each ground fits. */
    private static final Map<String, Set<CaseStatus>> ENDINGS = Map.of(
            "withdrawal-taken-back", Set.of(CaseStatus.WITHDRAWN),
            "resumed", Set.of(CaseStatus.DISCONTINUED),
            "council-has-answered", Set.of(CaseStatus.REFERRED_BACK),
            "successor", Set.of(CaseStatus.CLOSED_AFTER_DEATH),
            "mistake", Set.of(CaseStatus.WITHDRAWN, CaseStatus.DISCONTINUED, CaseStatus.REFERRED_BACK, CaseStatus.NOT_INVESTIGATED, CaseStatus.DUPLICATE,
                    CaseStatus.CLOSED_AFTER_DEATH));

    private static final Set<String> OF_THE_INTAKE_BEFORE = Set.of("intakeAgain");

    private final CaseFiles cases;
    private final Parties parties;
    private final Post post;
    private final RuntimeService runtime;
    private final HistoryService history;
    private final RepositoryService repository;

    // lazily: these are the engine's services, and the engine needs the forms that take cases up
    OmbudsmanTakingUp(CaseFiles cases, Parties parties, Post post, @Lazy RuntimeService runtime, @Lazy HistoryService history, @Lazy RepositoryService repository) {
        this.cases = cases;
        this.parties = parties;
        this.post = post;
        this.runtime = runtime;
        this.history = history;
        this.repository = repository;
    }

    @Override
    public String form() {
        return "ombudsman-taking-up";
    }

    @Override
    public void accept(Submission asked) {
        // the same answer for a council's case and for none, so that nobody can find out which exist
        var complaint = cases.find(asked.council(), asked.text("caseReference")).filter(CaseSummary::ombudsmans)
                .orElseThrow(() -> asked.refuse("caseReference", "there is no case " + asked.text("caseReference") + " here."));
        asked.about(complaint.reference());
        asked.titled(asked.option("ground"));
        var ended = ending(complaint).orElseThrow(() -> asked.refuse("caseReference", "the case is " + words(complaint.status()) + " since "
                + Dates.text(complaint.statusSince()) + ", so there is nothing to take up."));
        if (ended == CaseStatus.DECIDED || ended == CaseStatus.COMPLETED) {
            throw asked.refuse("caseReference", "the case was decided; a decision is reviewed within a month, with Event in an Ombudsman case (LGS-22).");
        }
        if (!ENDINGS.get(asked.text("ground")).contains(ended)) {
            throw asked.refuse("ground", "the case is " + words(ended) + "; that does not fit."
                    + (ended == CaseStatus.NOT_INVESTIGATED ? " A decision not to investigate is taken up only if it was a mistake; what is new is a new complaint." : ""));
        }
        if (ended == CaseStatus.CLOSED_AFTER_DEATH && parties.complaining(complaint.reference()).isEmpty()) {
            throw asked.refuse("ground", "nobody complains in it yet; record who does with People change, which a second person confirms, and then take it up.");
        }
        if (asked.date("askedOn").isBefore(complaint.statusSince())) {
            throw asked.refuse("askedOn", "the case is " + words(complaint.status()) + " since " + Dates.text(complaint.statusSince()) + ".");
        }
    }

    /** The case is open again; whatever its old process has still open ends first, and a new one begins with the tests of jurisdiction. */
    void begin(String reference, String ground, LocalDate on) {
        var before = cases.get(reference);
        var variables = kept(reference);
        variables.put("takenUpOn", on.toString());
        // how it ended before decides nothing any more
        variables.putAll(Map.of("course", "investigation", "remedyAccepted", "no"));
        variables.put("closingReasons", null);
        // found anew by the tests that are applied now
        variables.keySet().removeAll(OF_THE_INTAKE_BEFORE);
        var words = cases.lastAnswer(reference, form(), "ground").orElse(ground);
        if (before.status().over()) {
            cases.takeUp(reference, CaseStatus.OPEN, "taken up: " + ground.replace('-', ' '), on);
        }
        // what a review set aside says so already, and has ended
        if (!ground.equals(NOT_SOUND)) {
            cases.record(reference, on, CaseFiles.PRODUCT, "Taken up again: " + words,
                    "It was " + words(before.status()) + " since " + Dates.text(before.statusSince()) + ".", List.of());
            cases.overtakeDecision(reference, on, LetterView.TAKEN_UP);
            post.councilCase(reference).ifPresent(council -> cases.overtakeDecision(council, on, LetterView.TAKEN_UP));
            waiting(reference).ifPresent(execution -> runtime.messageEventReceived(CASE_TAKEN_UP, execution));
        }
        var newest = repository.createProcessDefinitionQuery().processDefinitionKey(PROCESS).latestVersion().singleResult().getId();
        runtime.createMessageCorrelation("OmbudsmansCaseTakenUp").processDefinitionId(newest).processInstanceBusinessKey(reference).setVariables(variables)
                .correlateStartMessage();
    }

    /** How the case ended, or is about to end as soon as its closing statement is written. */
    private Optional<CaseStatus> ending(CaseSummary complaint) {
        if (complaint.status().over() || complaint.status() == CaseStatus.DECIDED) {
            return Optional.of(complaint.status());
        }
        return waiting(complaint.reference()).map(execution -> Course.named(String.valueOf(runtime.getVariable(execution, "happening"))).status());
    }

    private Optional<String> waiting(String reference) {
        return runtime.createExecutionQuery().processInstanceBusinessKey(reference).messageEventSubscriptionName(CASE_TAKEN_UP).list().stream()
                .map(Execution::getId).findFirst();
    }

    /** What the last process of the case knew. */
    private Map<String, @Nullable Object> kept(String reference) {
        var kept = new HashMap<String, @Nullable Object>();
        history.createHistoricProcessInstanceQuery().processInstanceBusinessKey(reference).processDefinitionKey(PROCESS).orderByProcessInstanceStartTime().desc()
                .list().stream().limit(1).map(instance -> instance.getId())
                .flatMap(instance -> history.createHistoricVariableInstanceQuery().processInstanceId(instance).executionIdIn(instance).list().stream())
                .filter(variable -> variable.getValue() instanceof String || variable.getValue() instanceof Number || variable.getValue() instanceof Boolean)
                .forEach(variable -> kept.put(variable.getName(), variable.getValue()));
        return kept;
    }

    private static String words(CaseStatus status) {
        return status.text().toLowerCase(Locale.ROOT);
    }
}
