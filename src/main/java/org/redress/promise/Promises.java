package org.redress.promise;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.jspecify.annotations.Nullable;
import org.redress.casefile.AgreedActions;
import org.redress.casefile.CaseFiles;
import org.redress.engine.BeganWith;
import org.redress.gate.Submission;
import org.springframework.stereotype.Component;

/** What an answer of the council promises, from the moment at which the letter goes out (CORP-32, CHD-48). */
@Component
public class Promises {
    /** The procedure under which the tables know what is promised. */
    public static final String PROCEDURE = "promise";

    private static final String PROMISED = "ActionPromised";
    private static final String PROCESS = "agreed-action";
    private static final DateTimeFormatter ISO = DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss");

    private final CaseFiles cases;
    private final AgreedActions actions;

    Promises(CaseFiles cases, AgreedActions actions) {
        this.cases = cases;
        this.actions = actions;
    }

    /** Why a letter cannot go out yet: what it promises has to be worded. */
    public Optional<String> objection(String reference) {
        var open = actions.promisesToWord(reference);
        return open.isEmpty() ? Optional.empty() : Optional.of("promise " + open.stream().map(promise -> String.valueOf(promise.number())).collect(Collectors.joining(", "))
                + " is not worded yet, and a letter says what will be done and by when (CORP-32)");
    }

    /** Makes room for what an answer promises, for one issue or for none in particular; refuses more than a stage has numbers for. */
    public void make(Submission answer, @Nullable Integer issue, int count) {
        int room = actions.room(answer.reference(), answer.stage());
        if (count > room) {
            throw answer.refuse("promises", "the answers of one stage promise no more than " + AgreedActions.MOST_A_STAGE + " together, and there is room for " + room
                    + ". Put what belongs together into one action.");
        }
        actions.promise(answer.reference(), answer.stage(), issue, count);
    }

    /** Refuses a letter whose promises are not worded; those of one that goes out count from its day. */
    public void send(Submission sent, LocalDate on) {
        objection(sent.reference()).ifPresent(why -> {
            throw sent.refuse("Not yet: " + why + ".");
        });
        send(sent.reference(), sent.stage(), on);
    }

    /** The same for a case that the letter answers too. */
    public void send(String reference, int stage, LocalDate on) {
        actions.promised(reference, stage, on);
    }

    /** Starts a process for each promise of a case that has none, with the models of the process that makes them. */
    public void begin(DelegateExecution execution, String reference) {
        var engine = execution.getProcessEngineServices();
        for (int number : actions.promisesToBegin(reference)) {
            var deployment = engine.getRepositoryService().getProcessDefinition(execution.getProcessDefinitionId()).getDeploymentId();
            var definition = engine.getRepositoryService().createProcessDefinitionQuery().deploymentId(deployment).processDefinitionKey(PROCESS).singleResult();
            var file = cases.get(reference);
            engine.getRuntimeService().createMessageCorrelation(PROMISED).processDefinitionId(definition.getId()).processInstanceBusinessKey(reference)
                    .setVariables(BeganWith.handedOn(execution)).setVariable("council", file.council()).setVariable("caseReference", reference).setVariable("procedure", PROCEDURE)
                    .setVariable("stageNumber", file.stage()).setVariable("receivedOn", file.receivedAt().toLocalDate().toString())
                    .setVariable("receivedAt", ISO.format(file.receivedAt())).setVariable("actionNumber", number).correlateStartMessage();
        }
    }
}
