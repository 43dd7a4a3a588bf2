package org.redress.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import java.time.LocalDate;
import java.util.Map;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RepositoryService;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.redress.move.ChangedModels;
import org.redress.testing.Casework;
import org.redress.testing.Office;
import org.springframework.beans.factory.annotation.Autowired;

/** A process owner has running cases moved to the newest version in Tasklist, and a supervisor of the council agrees. */
@BrowserTest
class ProcessOwnersMoveIT {
    private static final LocalDate MON_2026_06_01 = LocalDate.of(2026, 6, 1);
    private static final String OWNER = "process-owner";

    @Autowired
    private Desks desks;

    @Autowired
    private Office office;

    @Autowired
    private Casework casework;

    @Autowired
    private IdentityService identity;

    @Autowired
    private RepositoryService repository;

    @Autowired
    private ManagementService management;

    @AfterEach
    void leavesTheCouncil() {
        identity.deleteTenantUserMembership("kent", OWNER);
    }

    @AfterAll
    static void restoreTheModels(@Autowired RepositoryService repository) {
        ChangedModels.restore(repository);
    }

    @Test
    void movesTheRunningCasesOfACouncil() {
        office.on(MON_2026_06_01);
        identity.createTenantUserMembership("kent", OWNER);
        var reference = casework.accepted("kent");
        var models = new ChangedModels(repository);
        models.with("stage.bpmn", "name=\"Decide who answers\"", "name=\"Choose who answers\"").deploy();
        try {
            asks();
            agrees();
            seesWhatMoved();
            org.assertj.core.api.Assertions.assertThat(office.openTasks(reference)).containsExactly("Choose who answers");
        } finally {
            models.takeBack();
        }
    }

    private void asks() {
        var owner = desks.of(OWNER);
        var form = owner.start("Move cases");
        owner.fillIn(form, Map.of("Council", "Kent County Council", "The change was tried", "true"), "Start");
        owner.picture("move-asked");
        owner.send(form, Map.of());
        assertThat(owner.recorded()).containsText("Recorded");
        goOn();

        owner.page().reload();
        owner.open("My groups' tasks", "Decide on move");
        assertThat(Desk.field(owner.page().locator(".task-card"), "What becomes of the running cases").locator("textarea")).hasValue(Pattern.compile("at Choose who answers instead of Decide who answers"));
        owner.picture("move-decided");
        owner.complete(Map.of("What happens with them?", "Propose to move them"));
    }

    private void agrees() {
        var supervisor = desks.of("kent-supervisor");
        supervisor.open("My groups' tasks", "Confirm move");
        supervisor.picture("move-confirmed");
        supervisor.complete(Map.of("Move these cases?", "Yes, move them"));
        goOn();
    }

    private void seesWhatMoved() {
        var owner = desks.of(OWNER);
        owner.open("My groups' tasks", "See what moved");
        assertThat(Desk.field(owner.page().locator(".task-card"), "What moved").locator("textarea")).hasValue(Pattern.compile("^Kent County Council: all running cases go on with this version\\."));
        owner.picture("move-seen");
        owner.complete(Map.of("I have read which cases stayed, and why", "true"));
    }

    /** What the engine does by itself. */
    private void goOn() {
        for (var jobs = management.createJobQuery().processDefinitionKey("move-cases").list(); !jobs.isEmpty(); jobs = management.createJobQuery().processDefinitionKey("move-cases").list()) {
            management.executeJob(jobs.get(0).getId());
        }
    }
}
