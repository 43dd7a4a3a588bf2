package org.redress.models;

import static org.assertj.core.api.Assertions.assertThat;
import static org.redress.models.Convention.unless;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.instance.Activity;
import org.camunda.bpm.model.bpmn.instance.BoundaryEvent;
import org.camunda.bpm.model.bpmn.instance.FlowElement;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.ServiceTask;
import org.camunda.bpm.model.bpmn.instance.StartEvent;
import org.camunda.bpm.model.bpmn.instance.TimerEventDefinition;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** One date for each deadline: computed once, due in Tasklist, and drawn as a warning and a breach. */
class DeadlineConventionTests {

    private static final Convention<BpmnFile, TimerEventDefinition> TIMERS =
            new Convention<>(file -> file.all(TimerEventDefinition.class), DeadlineConventionTests::noDeadline);
    private static final Convention<BpmnFile, BoundaryEvent> INTERRUPTIONS =
            new Convention<>(DeadlineConventionTests::boundaryTimers, DeadlineConventionTests::interrupts);
    private static final Convention<BpmnFile, Activity> WARNINGS =
            new Convention<>(file -> hosts(file).filter(host -> isOverdueDrawn(file, host)),
                    DeadlineConventionTests::noWarning);
    private static final Convention<BpmnFile, ServiceTask> BREACHES = new Convention<>(
            file -> file.all(ServiceTask.class).filter(Deadlines::isSet), DeadlineConventionTests::neverOverdue);
    private static final Convention<BpmnFile, ServiceTask> ALLOWANCES = new Convention<>(
            file -> file.all(ServiceTask.class).filter(Deadlines::isSet), DeadlineConventionTests::noAllowance);
    private static final Convention<BpmnFile, UserTask> DUE_DATES =
            new Convention<>(file -> file.all(UserTask.class).filter(task -> task.getCamundaDueDate() != null),
                    DeadlineConventionTests::unknownDueDate);
    private static final Convention<BpmnFile, UserTask> SHOWN_DATES =
            new Convention<>(file -> file.all(UserTask.class).filter(task -> running(file, task).isPresent()),
                    DeadlineConventionTests::otherDueDate);
    private static final Convention<BpmnFile, BoundaryEvent> ESCALATIONS =
            new Convention<>(DeadlineConventionTests::boundaryTimers, DeadlineConventionTests::otherEscalation);

    @Test
    void waitsOnlyForDeadlinesThatTheModelSets() {
        TIMERS.holdsIn(ProjectFiles.models());
    }

    @Test
    void neverInterruptsTheCouncilsWork() {
        INTERRUPTIONS.holdsIn(ProjectFiles.models());
    }

    @Test
    void warnsBeforeADeadlineOfTheCouncilPasses() {
        WARNINGS.holdsIn(ProjectFiles.models());
    }

    @Test
    void drawsWhatHappensWhenADeadlinePasses() {
        BREACHES.holdsIn(ProjectFiles.models());
    }

    @Test
    void setsOnlyDeadlinesThatTheAllowanceTableKnows() {
        ALLOWANCES.holdsIn(ProjectFiles.models());
    }

    @Test
    void makesTasksDueOnADeadlineThatTheModelSets() {
        DUE_DATES.holdsIn(ProjectFiles.models());
    }

    @Test
    void showsTheDeadlineOnEveryTaskThatItBinds() {
        SHOWN_DATES.holdsIn(ProjectFiles.models());
    }

    @Test
    void reportsTheDeadlineThatTheTimerWaitedFor() {
        ESCALATIONS.holdsIn(ProjectFiles.models());
    }

    @Test
    void findsNothingWrongWithTheSample() {
        assertThat(faults(Sample.model())).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            <timeDate>${dueSoon.of(answerDue)}</timeDate> | <timeDuration>P3D</timeDuration>     | Type to Date
            <timeDate>${dueSoon.of(answerDue)}</timeDate> | <timeCycle>R/P1D</timeCycle>         | Type to Date
            ${overdue.of(answerDue)}       | 2026-04-01T00:00:00                                 | Type to Date
            ${overdue.of(answerDue)}       | ${answerDue}                                        | Type to Date
            ${overdue.of(answerDue)}       | ${overdue.of(replyDue)}                             | no task sets reply
            ="deadline">answer<            | ="deadline">reply<                                  | no task sets answer
            ="deadline">answer<            | ="deadline">reply<                                  | no row
            <camunda:inputParameter name="deadline">  | <camunda:inputParameter name="limit">    | sets no deadline
            name="Answer due soon" cancelActivity="false" | name="Answer due soon"               | interrupts
            name="Answer overdue" cancelActivity="false"  | name="Answer overdue"                | interrupts
            dueSoon.of                     | overdue.of                                          | warning
            overdue.of                     | dueSoon.of                                          | nothing happens
            "${answerDue}"                 | "2026-04-01"                                        | due on 2026-04-01
            "${answerDue}"                 | "${replyDue}"                                       | due on ${replyDue}
            camunda:dueDate="${answerDue}" | ''                                                  | not due
            """)
    void findsWhatIsWrong(String now, String then, String fault) {
        assertThat(faults(Sample.model(now, then))).anySatisfy(text -> assertThat(text).contains("letter.bpmn", fault));
    }

    @Test
    void letsTheComplainantsTimeEndWithoutAWarning() {
        BpmnFile lapse = Sample.model("answerDue", "objectionDue", ">answer<", ">objection<",
                "dueSoon.of", "overdue.of", "cancelActivity=\"false\"", "");

        assertThat(faults(lapse)).isEmpty();
    }

    @Test
    void findsAReportOfAnotherDeadline() {
        String end = "<messageEventDefinition camunda:delegateExpression=\"${reportMissedDeadline}\"/>";
        String reply = "<extensionElements><camunda:inputOutput><camunda:inputParameter name='deadline'>reply"
                + "</camunda:inputParameter></camunda:inputOutput></extensionElements>";

        assertThat(faults(Sample.model(end, reply + end))).singleElement().asString().contains("letter.bpmn", "reply");
    }

    private static List<String> faults(BpmnFile file) {
        return Stream.of(TIMERS, INTERRUPTIONS, WARNINGS, BREACHES, ALLOWANCES, DUE_DATES, SHOWN_DATES, ESCALATIONS)
                .flatMap(rule -> rule.faultsIn(file)).toList();
    }

    private static Stream<String> noDeadline(BpmnFile file, TimerEventDefinition timer) {
        String where = file.at((FlowElement) timer.getParentElement());
        if (isDaily(timer)) {
            return Stream.of();
        }
        return Deadlines.of(timer)
                .map(wait -> unless(Deadlines.setIn(file).contains(wait.deadline()), where + "waits for a date, but "
                        + "no task sets " + wait.deadline() + " in this model; add a service task ${setDeadline} "
                        + "with the input parameter deadline"))
                .orElseGet(() -> Stream.of(where + "does not wait for a deadline; set Type to Date and the value to "
                        + "${dueSoon.of(responseDue)} or ${overdue.of(responseDue)} of a deadline"));
    }

    /** A process that begins by itself at one time of every day is bound to no deadline. */
    private static boolean isDaily(TimerEventDefinition timer) {
        return timer.getParentElement() instanceof StartEvent && timer.getTimeCycle() != null
                && timer.getTimeCycle().getTextContent().strip().matches("0 \\d{1,2} \\d{1,2} \\* \\* \\?");
    }

    private static Stream<String> interrupts(BpmnFile file, BoundaryEvent event) {
        boolean councils = Deadlines.of(event)
                .filter(wait -> wait.isDueSoon() || isCouncils(file, wait.deadline())).isPresent();
        return unless(!councils || !event.cancelActivity(), file.at(event) + "interrupts the work that is due; "
                + "make it a non-interrupting timer, the council still owes the result");
    }

    private static Stream<String> noWarning(BpmnFile file, Activity host) {
        return Deadlines.at(file, host).filter(Deadlines.Wait::isOverdue).map(Deadlines.Wait::deadline)
                .filter(deadline -> isCouncils(file, deadline))
                .filter(deadline -> Deadlines.at(file, host).filter(Deadlines.Wait::isDueSoon)
                        .noneMatch(wait -> wait.deadline().equals(deadline)))
                .map(deadline -> file.at(host) + "can become overdue without a warning; add a non-interrupting timer "
                        + "${dueSoon.of(…Due)} for " + deadline);
    }

    private static Stream<String> neverOverdue(BpmnFile file, ServiceTask task) {
        return Stream.ofNullable(BpmnFile.inputParameter(task, Deadlines.INPUT).orElse(null))
                .filter(deadline -> file.all(TimerEventDefinition.class).flatMap(timer -> Deadlines.of(timer).stream())
                        .noneMatch(wait -> (wait.isOverdue() || wait.isReached()) && wait.deadline().equals(deadline)))
                .map(deadline -> file.at(task) + "sets " + deadline + ", but nothing happens when it passes; "
                        + "add a timer ${overdue.of(…Due)} to the work that it is for");
    }

    private static Stream<String> noAllowance(BpmnFile file, ServiceTask task) {
        String deadline = BpmnFile.inputParameter(task, Deadlines.INPUT).orElse("no deadline");
        return unless(file.project().deadlines().containsKey(deadline), file.at(task) + "sets " + deadline
                + ", for which processes/allowance.dmn has no row; add the row, or set the input parameter deadline to "
                + "one of " + new TreeSet<>(file.project().deadlines().keySet()));
    }

    private static Stream<String> unknownDueDate(BpmnFile file, UserTask task) {
        boolean known = Deadlines.ofDueDate(task.getCamundaDueDate()).filter(Deadlines.setIn(file)::contains)
                .isPresent();
        return unless(known, file.at(task) + "is due on " + task.getCamundaDueDate() + ", which is no deadline of this "
                + "model; its deadlines are " + Deadlines.setIn(file));
    }

    private static Stream<String> otherDueDate(BpmnFile file, UserTask task) {
        String deadline = running(file, task).orElseThrow();
        boolean shown = Stream.ofNullable(task.getCamundaDueDate())
                .flatMap(due -> Deadlines.ofDueDate(due).stream()).anyMatch(deadline::equals);
        return unless(shown, file.at(task) + "is not due on the date of its timer; set Due date to the variable of "
                + deadline);
    }

    private static Stream<String> otherEscalation(BpmnFile file, BoundaryEvent event) {
        String deadline = Deadlines.of(event).map(Deadlines.Wait::deadline).orElse("");
        return file.outgoing(event).map(flow -> (FlowNode) flow.getTarget())
                .flatMap(next -> BpmnFile.inputParameter(next, Deadlines.INPUT).stream()
                        .filter(reported -> !reported.equals(deadline))
                        .map(reported -> file.at(next) + "follows the timer of " + deadline + ", but reports "
                                + reported + "; correct its input parameter deadline"));
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
        return !Set.of("complainant", "parties", "nobody", "within").contains(file.project().deadlines().getOrDefault(deadline, ""));
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
