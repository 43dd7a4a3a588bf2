package org.redress.models;

import static org.assertj.core.api.Assertions.assertThat;
import static org.redress.models.Convention.unless;

import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.instance.BusinessRuleTask;
import org.camunda.bpm.model.bpmn.instance.CallActivity;
import org.camunda.bpm.model.bpmn.instance.EndEvent;
import org.camunda.bpm.model.bpmn.instance.FlowElement;
import org.camunda.bpm.model.bpmn.instance.IntermediateThrowEvent;
import org.camunda.bpm.model.bpmn.instance.MessageEventDefinition;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.ServiceTask;
import org.camunda.bpm.model.bpmn.instance.StartEvent;
import org.camunda.bpm.model.bpmn.instance.ThrowEvent;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaIn;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each task has what stands behind it: a form and a team, a delegate, a decision or a process. */
class TaskConventionTests {

    private static final Set<String> TEAMS = Set.of("complaints-team", "responders", "approvers",
            "investigating-officers", "independent-persons", "adjudicating-officers", "panel-clerks", "panel-members",
            "link-officers", "services", "supervisors", "ombudsman-intake", "ombudsman-investigators",
            "ombudsman-approvers", "ombudsman-compliance", "process-owners");
    private static final Pattern BEAN = Pattern.compile("\\$\\{([a-z][A-Za-z0-9]*)}");
    private static final String DEPLOYMENT = "deployment";

    private static final Convention<BpmnFile, UserTask> FORMS =
            new Convention<>(file -> file.all(UserTask.class), TaskConventionTests::noForm);
    private static final Convention<BpmnFile, StartEvent> START_FORMS =
            new Convention<>(TaskConventionTests::startsByHand, TaskConventionTests::noStartForm);
    private static final Convention<BpmnFile, UserTask> CANDIDATES =
            new Convention<>(file -> file.all(UserTask.class), TaskConventionTests::noTeam);
    private static final Convention<BpmnFile, ServiceTask> DELEGATES = new Convention<>(
            file -> file.all(ServiceTask.class),
            (file, task) -> noDelegate(file, task, task.getCamundaDelegateExpression()));
    private static final Convention<BpmnFile, MessageEventDefinition> SENT_MESSAGES =
            new Convention<>(TaskConventionTests::sentMessages, TaskConventionTests::noSender);
    private static final Convention<BpmnFile, ServiceTask> DELEGATE_NAMES =
            new Convention<>(file -> file.all(ServiceTask.class), TaskConventionTests::otherDelegateName);
    private static final Convention<BpmnFile, BusinessRuleTask> DECISIONS =
            new Convention<>(file -> file.all(BusinessRuleTask.class), TaskConventionTests::noDecision);
    private static final Convention<BpmnFile, CallActivity> CALLS =
            new Convention<>(file -> file.all(CallActivity.class), TaskConventionTests::noProcess);

    @Test
    void givesEveryUserTaskAForm() {
        FORMS.holdsIn(ProjectFiles.models());
    }

    @Test
    void givesEveryProcessThatPeopleStartAForm() {
        START_FORMS.holdsIn(ProjectFiles.models());
    }

    @Test
    void givesEveryUserTaskToAKnownTeam() {
        CANDIDATES.holdsIn(ProjectFiles.models());
    }

    @Test
    void hasADelegateBehindEveryServiceTask() {
        DELEGATES.holdsIn(ProjectFiles.models());
    }

    @Test
    void hasADelegateBehindEveryMessageThatIsSent() {
        SENT_MESSAGES.holdsIn(ProjectFiles.models());
    }

    @Test
    void callsTheDelegateByTheWordsOfTheTask() {
        DELEGATE_NAMES.holdsIn(ProjectFiles.models());
    }

    @Test
    void hasADecisionBehindEveryBusinessRuleTask() {
        DECISIONS.holdsIn(ProjectFiles.models());
    }

    @Test
    void hasAProcessBehindEveryCallAndHandsOverTheCaseReference() {
        CALLS.holdsIn(ProjectFiles.models());
    }

    @Test
    void findsNothingWrongWithTheSample() {
        assertThat(faults(Sample.model())).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            camunda:formRef="answer-letter"        | ''                                     | no form
            camunda:formRef="answer-letter"        | camunda:formRef="reply"                | forms/reply.form
            camunda:formRef="letter-received"      | camunda:formRef="arrival"              | forms/arrival.form
            camunda:formRef="letter-received"      | ''                                     | start
            camunda:formRefBinding="deployment"    | camunda:formRefBinding="latest"        | deployment
            camunda:candidateGroups="complaints-team" | camunda:assignee="anna"             | no team
            "responders,approvers"                 | "responders, writers"                  | writers
            "responders,approvers"                 | "${team}"                              | ${team}
            camunda:delegateExpression="${setDeadline}" | camunda:class="x.SetDeadline"     | no delegate
            ${setDeadline}                         | ${deadlines.set(execution)}            | no delegate
            ${setDeadline}                         | ${setReminder}                         | SetReminder.java
            "Set answer deadline"                  | "Remember answer deadline"             | words
            "Set answer deadline"                  | "Deadline set answer"                  | words
            ${remindOfDeadline}                    | ${remindTeam}                          | RemindTeam.java
            camunda:delegateExpression="${reportMissedDeadline}" | camunda:type="external"  | no delegate
            camunda:decisionRef="tone"             | ''                                     | no decision
            camunda:decisionRef="tone"             | camunda:decisionRef="style"            | processes/style.dmn
            camunda:decisionRefBinding="deployment" | camunda:decisionRefBinding="latest"   | deployment
            calledElement="post"                   | calledElement="mail"                   | processes/mail.bpmn
            calledElement="post"                   | ''                                     | no process
            camunda:calledElementBinding="deployment" | ''                                  | deployment
            businessKey="#{execution.processBusinessKey}" | source="council" target="council" | business key
            """)
    void findsWhatIsWrong(String now, String then, String fault) {
        assertThat(faults(Sample.model(now, then))).anySatisfy(text -> assertThat(text).contains("letter.bpmn", fault));
    }

    private static List<String> faults(BpmnFile file) {
        return Stream.of(FORMS, START_FORMS, CANDIDATES, DELEGATES, SENT_MESSAGES, DELEGATE_NAMES, DECISIONS, CALLS)
                .flatMap(rule -> rule.faultsIn(file)).toList();
    }

    private static Stream<String> noForm(BpmnFile file, UserTask task) {
        return noForm(file, task, task.getCamundaFormRef(), task.getCamundaFormRefBinding());
    }

    private static Stream<String> noStartForm(BpmnFile file, StartEvent start) {
        return noForm(file, start, start.getCamundaFormRef(), start.getCamundaFormRefBinding());
    }

    private static Stream<String> noForm(BpmnFile file, FlowElement element, String form, String binding) {
        if (form == null) {
            return Stream.of(file.at(element) + "has no form; choose a Camunda form of the folder forms/, "
                    + "or untick Startable in Tasklist if a process starts this one");
        }
        return Stream.concat(
                unless(file.project().forms().contains(form), file.at(element) + "shows a form that does not exist; "
                        + "add forms/" + form + ".form or choose another"),
                unless(DEPLOYMENT.equals(binding), file.at(element) + "takes its form from " + binding
                        + "; set Binding to deployment, so that model and form change together"));
    }

    private static Stream<StartEvent> startsByHand(BpmnFile file) {
        return file.all(StartEvent.class).filter(start -> start.getEventDefinitions().isEmpty())
                .filter(start -> start.getParentElement() instanceof Process process
                        && process.isCamundaStartableInTasklist());
    }

    private static Stream<String> noTeam(BpmnFile file, UserTask task) {
        List<String> unknown = task.getCamundaCandidateGroupsList().stream().map(String::strip)
                .filter(team -> !TEAMS.contains(team)).toList();
        return Stream.concat(
                unless(task.getCamundaCandidateGroups() != null, file.at(task)
                        + "has no team; set Candidate groups, so that somebody sees it when the assignee is away"),
                unless(unknown.isEmpty(), file.at(task) + "is offered to " + unknown
                        + ", which nobody belongs to; the teams are " + TEAMS.stream().sorted().toList()));
    }

    private static Stream<MessageEventDefinition> sentMessages(BpmnFile file) {
        return file.all(MessageEventDefinition.class).filter(message -> message.getParentElement() instanceof EndEvent
                || message.getParentElement() instanceof IntermediateThrowEvent);
    }

    private static Stream<String> noSender(BpmnFile file, MessageEventDefinition message) {
        return noDelegate(file, (ThrowEvent) message.getParentElement(), message.getCamundaDelegateExpression());
    }

    private static Stream<String> noDelegate(BpmnFile file, FlowElement element, String expression) {
        Matcher bean = BEAN.matcher(String.valueOf(expression));
        if (!bean.matches()) {
            return Stream.of(file.at(element) + "has no delegate; set Implementation to Delegate expression "
                    + "and the bean, like ${setDeadline}");
        }
        String name = bean.group(1);
        return unless(file.project().beans().contains(name), file.at(element) + "calls the bean " + name
                + ", but there is no " + name.substring(0, 1).toUpperCase() + name.substring(1)
                + ".java under src/main/java; write the delegate or correct the name");
    }

    private static Stream<String> otherDelegateName(BpmnFile file, ServiceTask task) {
        Matcher bean = BEAN.matcher(String.valueOf(task.getCamundaDelegateExpression()));
        return unless(!bean.matches() || Words.standIn(String.valueOf(task.getName()), bean.group(1)), file.at(task)
                + "does not use the words of " + task.getCamundaDelegateExpression()
                + " in their order; rename the task or call the delegate that does this");
    }

    private static Stream<String> noDecision(BpmnFile file, BusinessRuleTask task) {
        String decision = task.getCamundaDecisionRef();
        if (decision == null) {
            return Stream.of(file.at(task) + "has no decision; set Implementation to DMN and the decision");
        }
        return Stream.concat(
                unless(file.project().decisions().contains(decision), file.at(task) + "asks a decision that does not "
                        + "exist; add processes/" + decision + ".dmn or correct the reference"),
                unless(DEPLOYMENT.equals(task.getCamundaDecisionRefBinding()), file.at(task)
                        + "takes its decision from " + task.getCamundaDecisionRefBinding()
                        + "; set Binding to deployment"));
    }

    private static Stream<String> noProcess(BpmnFile file, CallActivity call) {
        String process = call.getCalledElement();
        if (process == null) {
            return Stream.of(file.at(call) + "calls no process; set Called element");
        }
        return Stream.of(
                unless(process.contains("${") || file.project().processes().contains(process), file.at(call)
                        + "calls a process that does not exist; add processes/" + process + ".bpmn or correct it"),
                unless(DEPLOYMENT.equals(call.getCamundaCalledElementBinding()), file.at(call)
                        + "calls the process from " + call.getCamundaCalledElementBinding()
                        + "; set Binding to deployment"),
                unless(handsOverBusinessKey(call), file.at(call) + "does not hand over the business key; tick it "
                        + "under In mappings, or the case cannot be found from the called process"))
                .flatMap(faults -> faults);
    }

    private static boolean handsOverBusinessKey(CallActivity call) {
        return call.getExtensionElements() != null && call.getExtensionElements().getElementsQuery()
                .filterByType(CamundaIn.class).list().stream().anyMatch(in -> in.getCamundaBusinessKey() != null);
    }
}
