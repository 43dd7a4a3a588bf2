package org.redress.models;

import static org.redress.models.Convention.unless;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.instance.Activity;
import org.camunda.bpm.model.bpmn.instance.BoundaryEvent;
import org.camunda.bpm.model.bpmn.instance.FlowElement;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.ServiceTask;
import org.camunda.bpm.model.bpmn.instance.StartEvent;
import org.camunda.bpm.model.bpmn.instance.TimerEventDefinition;
import org.camunda.bpm.model.bpmn.instance.UserTask;

/** One date for each deadline: computed once, due in Tasklist, and drawn as a warning and a breach. */
final class DeadlineConventions {

    static final List<Rule> ALL = List.of(
            Convention.model("deadline-timers", "A timer waits for a deadline that the model sets, or begins a process at one time of every day",
                    file -> file.all(TimerEventDefinition.class), DeadlineConventions::noDeadline),
            Convention.model("deadline-interruptions", "A deadline of the council interrupts no work when it passes",
                    DeadlineConventions::boundaryTimers, DeadlineConventions::interrupts),
            Convention.model("deadline-warnings", "Before a deadline of the council passes, somebody is warned",
                    file -> hosts(file).filter(host -> isOverdueDrawn(file, host)), DeadlineConventions::noWarning),
            Convention.model("deadline-breaches", "Something happens when a deadline passes",
                     file -> file.all(ServiceTask.class).filter(Deadlines::isSet), DeadlineConventions::neverOverdue),
            Convention.model("deadline-due-dates", "A task is due on a deadline that its model sets",
                    file -> file.all(UserTask.class).filter(task -> task.getCamundaDueDate() != null), DeadlineConventions::unknownDueDate),
            Convention.model("deadline-shown", "A task is due on the deadline that its timer waits for",
                    file -> file.all(UserTask.class).filter(task -> running(file, task).isPresent()), DeadlineConventions::otherDueDate),
            Convention.model("deadline-reports", "What follows a timer reports the deadline for which the timer waited",
                    DeadlineConventions::boundaryTimers, DeadlineConventions::otherEscalation));

    private DeadlineConventions() {}

    private static Stream<Finding> noDeadline(BpmnFile file, TimerEventDefinition timer) {
        var where = file.at((FlowElement) timer.getParentElement());
        if (isDaily(timer)) {
            return Stream.of();
        }
        return Deadlines.of(timer)
                .map(wait -> unless(Deadlines.setIn(file).contains(wait.deadline()), where.says("waits for a date, but "
                        + "no task sets " + wait.deadline() + " in this model; add a service task ${setDeadline} "
                        + "with the input parameter deadline")))
                .orElseGet(() -> Stream.of(where.says("does not wait for a deadline; set Type to Date and the value to "
                        + "${dueSoon.of(responseDue)} or ${overdue.of(responseDue)} of a deadline")));
    }

    /** A process that begins by itself at one time of every day is bound to no deadline. */
    private static boolean isDaily(TimerEventDefinition timer) {
        return timer.getParentElement() instanceof StartEvent && timer.getTimeCycle() != null
                && timer.getTimeCycle().getTextContent().strip().matches("0 \\d{1,2} \\d{1,2} \\* \\* \\?");
    }

    private static Stream<Finding> interrupts(BpmnFile file, BoundaryEvent event) {
        boolean councils = Deadlines.of(event)
                .filter(wait -> wait.isDueSoon() || isCouncils(file, wait.deadline())).isPresent();
        return unless(!councils || !event.cancelActivity(), file.at(event).says("interrupts the work that is due; "
                + "make it a non-interrupting timer, the council still owes the result"));
    }

    private static Stream<Finding> noWarning(BpmnFile file, Activity host) {
        return Deadlines.at(file, host).filter(Deadlines.Wait::isOverdue).map(Deadlines.Wait::deadline)
                .filter(deadline -> isCouncils(file, deadline))
                .filter(deadline -> Deadlines.at(file, host).filter(Deadlines.Wait::isDueSoon)
                        .noneMatch(wait -> wait.deadline().equals(deadline)))
                .map(deadline -> file.at(host).says("can become overdue without a warning; add a non-interrupting timer "
                        + "${dueSoon.of(…Due)} for " + deadline));
    }

    private static Stream<Finding> neverOverdue(BpmnFile file, ServiceTask task) {
        return Stream.ofNullable(BpmnFile.inputParameter(task, Deadlines.INPUT).orElse(null))
                .filter(deadline -> file.all(TimerEventDefinition.class).flatMap(timer -> Deadlines.of(timer).stream())
                        .noneMatch(wait -> (wait.isOverdue() || wait.isReached()) && wait.deadline().equals(deadline)))
                .map(deadline -> file.at(task).says("sets " + deadline + ", but nothing happens when it passes; "
                        + "add a timer ${overdue.of(…Due)} to the work that it is for"));
    }

    private static Stream<Finding> unknownDueDate(BpmnFile file, UserTask task) {
        boolean known = Deadlines.ofDueDate(task.getCamundaDueDate()).filter(Deadlines.setIn(file)::contains)
                .isPresent();
        return unless(known, file.at(task).says("is due on " + task.getCamundaDueDate() + ", which is no deadline of this "
                + "model; its deadlines are " + Deadlines.setIn(file)));
    }

    private static Stream<Finding> otherDueDate(BpmnFile file, UserTask task) {
        String deadline = running(file, task).orElseThrow();
        boolean shown = Stream.ofNullable(task.getCamundaDueDate())
                .flatMap(due -> Deadlines.ofDueDate(due).stream()).anyMatch(deadline::equals);
        return unless(shown, file.at(task).says("is not due on the date of its timer; set Due date to the variable of "
                + deadline));
    }

    private static Stream<Finding> otherEscalation(BpmnFile file, BoundaryEvent event) {
        String deadline = Deadlines.of(event).map(Deadlines.Wait::deadline).orElse("");
        return file.outgoing(event).map(flow -> (FlowNode) flow.getTarget())
                .flatMap(next -> BpmnFile.inputParameter(next, Deadlines.INPUT).stream()
                        .filter(reported -> !reported.equals(deadline))
                        .map(reported -> file.at(next).says("follows the timer of " + deadline + ", but reports "
                                + reported + "; correct its input parameter deadline")));
    }

    /** The deadline that runs while the task is open: of its own timer, or of the sub-process around it. */
    private static Optional<String> running(BpmnFile file, UserTask task) {
        return Stream.concat(Stream.of(task), BpmnFile.enclosing(task).stream())
                .flatMap(host -> Deadlines.at(file, host).filter(Deadlines.Wait::isOverdue)
                        // a time of the parties that runs around a task is not the task's
                        .filter(wait -> host == task || isCouncils(file, wait.deadline())))
                .map(Deadlines.Wait::deadline).findFirst();
    }

    /** When the complainant’s or the parties’ own time is over, nobody is late: nobody is warned, and the right ends with the day; nor of work within the council that is for the next working day. */
    private static boolean isCouncils(BpmnFile file, String deadline) {
        return !Set.of("complainant", "parties", "nobody", "within").contains(file.models().deadlines().getOrDefault(deadline, ""));
    }

    private static boolean isOverdueDrawn(BpmnFile file, Activity host) {
        return Deadlines.at(file, host).anyMatch(Deadlines.Wait::isOverdue);
    }

    private static Stream<Activity> hosts(BpmnFile file) {
        return file.all(Activity.class);
    }

    private static Stream<BoundaryEvent> boundaryTimers(BpmnFile file) {
        return file.all(BoundaryEvent.class).filter(event -> Deadlines.of(event).isPresent());
    }
}
