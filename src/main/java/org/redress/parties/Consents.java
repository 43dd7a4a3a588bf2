package org.redress.parties;

import java.time.format.DateTimeFormatter;
import java.util.Map;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.jspecify.annotations.Nullable;
import org.redress.casefile.CaseFiles;
import org.redress.casefile.Parties;
import org.redress.casefile.Part;
import org.redress.casefile.PartyView;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** Has the consent asked for of whoever is spoken for (ACC-02, CHD-72, LGA-06). */
@Component
public class Consents {
    private static final String PROCESS = "consent";
    private static final String NEEDED = "ConsentNeeded";
    private static final DateTimeFormatter ISO = DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss");

    private final CaseFiles cases;
    private final Parties parties;
    private final RuntimeService runtime;
    private final RepositoryService repository;

    // lazily: these are the engine's services, and the engine needs the features that start processes
    Consents(CaseFiles cases, Parties parties, @Lazy RuntimeService runtime, @Lazy RepositoryService repository) {
        this.cases = cases;
        this.parties = parties;
        this.runtime = runtime;
        this.repository = repository;
    }

    /** Whether nobody knows yet if the person agrees; an advocate comes at the wish of whom they help. */
    static boolean needed(PartyView person) {
        return person.present() && person.part() == Part.REPRESENTATIVE && person.unsettled();
    }

    /** Has it asked for wherever somebody of a new case speaks for another. */
    public void ask(String reference) {
        parties.of(reference).stream().filter(Consents::needed).forEach(person -> ask(reference, person.number(), null, Map.of()));
    }

    /** Has it asked for of one person, with the models of a deployment, or with the newest, and what the process that asks for it hands on. */
    void ask(String reference, int person, @Nullable String deployment, Map<String, Object> handedOn) {
        var query = repository.createProcessDefinitionQuery().processDefinitionKey(PROCESS);
        var definition = deployment == null ? query.latestVersion().singleResult() : query.deploymentId(deployment).singleResult();
        var c = cases.get(reference);
        runtime.createMessageCorrelation(NEEDED).processDefinitionId(definition.getId()).processInstanceBusinessKey(reference)
                .setVariables(handedOn).setVariable("caseReference", reference).setVariable("council", c.council()).setVariable("receivedAt", ISO.format(c.receivedAt()))
                .setVariable("side", c.ombudsmans() ? "ombudsman" : "council").setVariable("personNumber", person).correlateStartMessage();
    }
}
