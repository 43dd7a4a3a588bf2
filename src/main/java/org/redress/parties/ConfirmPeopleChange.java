package org.redress.parties;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.redress.casefile.Parties;
import org.redress.gate.Submission;
import org.redress.gate.SubmissionHandler;
import org.redress.identity.Role;
import org.redress.identity.SeparationOfDuties;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** A second person, who has no other part in the case, confirms a change of who complains, or refuses it (CORP-11, DAT-01). */
@Component
class ConfirmPeopleChange implements SubmissionHandler {
    /** Who answers, investigates or approves. */
    private static final String[] DECIDING = Stream.of(Role.RESPONDERS, Role.APPROVERS, Role.INVESTIGATING_OFFICERS, Role.INDEPENDENT_PERSONS, Role.ADJUDICATING_OFFICERS,
            Role.PANEL_MEMBERS, Role.OMBUDSMAN_INVESTIGATORS, Role.OMBUDSMAN_APPROVERS).map(Role::group).toArray(String[]::new);

    private final Parties parties;
    private final Changes changes;
    private final SeparationOfDuties separation;
    private final TaskService tasks;

    ConfirmPeopleChange(Parties parties, Changes changes, SeparationOfDuties separation, @Lazy TaskService tasks) {
        this.parties = parties;
        this.changes = changes;
        this.separation = separation;
        this.tasks = tasks;
    }

    @Override
    public String form() {
        return "confirm-people-change";
    }

    @Override
    public void accept(Submission decided) {
        int number = (Integer) decided.variable("changeNumber").orElseThrow();
        var change = parties.proposed(decided.reference()).stream().filter(proposed -> proposed.number() == number).findFirst().orElseThrow();
        if (change.by().equals(decided.user())) {
            throw decided.refuse("You proposed this change; a second person confirms it.");
        }
        separation.involvement(decided.reference(), decided.user()).ifPresent(why -> {
            throw decided.refuse(why);
        });
        work(decided).ifPresent(task -> {
            throw decided.refuse("You have \"" + task + "\" to do in this case: somebody who neither answers nor approves in it confirms this.");
        });
        boolean confirmed = decided.text("confirmation").equals("confirm");
        if (confirmed) {
            changes.objection(decided.reference(), change).ifPresent(objection -> {
                throw decided.refuse("confirmation", "the change cannot be made any more: " + objection.why() + " Refuse it.");
            });
            decided.set("personNumber", changes.make(decided.reference(), change, change.by()));
        }
        parties.decide(decided.reference(), number, confirmed, decided.user(), decided.today(), decided.optionalText("refusalReason").orElse(null));
    }

    /** What the person has to do beside this in the case, where it is for those who decide in it. */
    private Optional<String> work(Submission decided) {
        return tasks.createTaskQuery().processInstanceBusinessKey(decided.reference()).taskAssignee(decided.user())
                .taskCandidateGroupIn(List.of(DECIDING)).includeAssignedTasks().list().stream()
                .filter(task -> decided.processInstanceId().filter(task.getProcessInstanceId()::equals).isEmpty()).map(Task::getName).findFirst();
    }
}
