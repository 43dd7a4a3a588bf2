package org.redress.models;

import static org.assertj.core.api.Assertions.assertThat;

/** A small model that keeps every convention. A test breaks one thing in it and sees that the convention notices. */
final class Sample {

    static final String FILE = "processes/letter.bpmn";

    /** What is called. */
    static final String POST = """
            <definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:camunda="http://camunda.org/schema/1.0/bpmn"
                xmlns:bpmndi="http://www.omg.org/spec/BPMN/20100524/DI" xmlns:dc="http://www.omg.org/spec/DD/20100524/DC"
                xmlns:di="http://www.omg.org/spec/DD/20100524/DI" targetNamespace="sample">
              <process id="post" name="Post" isExecutable="true" camunda:isStartableInTasklist="false" camunda:historyTimeToLive="P2192D">
                <documentation>A letter is posted. CORP-20.</documentation>
                <startEvent id="StartEvent_PostAskedFor" name="Post asked for"/>
                <sequenceFlow id="Flow_PostAskedForToPlainPaper" sourceRef="StartEvent_PostAskedFor" targetRef="Gateway_PlainPaper"/>
                <exclusiveGateway id="Gateway_PlainPaper" name="Plain paper?" default="Flow_PlainPaperNo"/>
                <sequenceFlow id="Flow_PlainPaperYes" name="Yes" sourceRef="Gateway_PlainPaper" targetRef="EndEvent_PostedPlainly">
                  <conditionExpression>${tone == 'plain'}</conditionExpression>
                </sequenceFlow>
                <sequenceFlow id="Flow_PlainPaperNo" name="No" sourceRef="Gateway_PlainPaper" targetRef="EndEvent_PostedFormally"/>
                <endEvent id="EndEvent_PostedPlainly" name="Posted plainly"/>
                <endEvent id="EndEvent_PostedFormally" name="Posted formally"/>
              </process>
              <bpmndi:BPMNDiagram><bpmndi:BPMNPlane bpmnElement="post">
                <bpmndi:BPMNShape bpmnElement="StartEvent_PostAskedFor"><dc:Bounds x="102" y="182" width="36" height="36"/><bpmndi:BPMNLabel><dc:Bounds x="78" y="223" width="84" height="14"/></bpmndi:BPMNLabel></bpmndi:BPMNShape>
                <bpmndi:BPMNShape bpmnElement="Gateway_PlainPaper"><dc:Bounds x="205" y="175" width="50" height="50"/><bpmndi:BPMNLabel><dc:Bounds x="190" y="145" width="80" height="14"/></bpmndi:BPMNLabel></bpmndi:BPMNShape>
                <bpmndi:BPMNShape bpmnElement="EndEvent_PostedPlainly"><dc:Bounds x="342" y="182" width="36" height="36"/><bpmndi:BPMNLabel><dc:Bounds x="318" y="223" width="84" height="14"/></bpmndi:BPMNLabel></bpmndi:BPMNShape>
                <bpmndi:BPMNShape bpmnElement="EndEvent_PostedFormally"><dc:Bounds x="342" y="302" width="36" height="36"/><bpmndi:BPMNLabel><dc:Bounds x="318" y="343" width="84" height="14"/></bpmndi:BPMNLabel></bpmndi:BPMNShape>
                <bpmndi:BPMNEdge bpmnElement="Flow_PostAskedForToPlainPaper"><di:waypoint x="138" y="200"/><di:waypoint x="205" y="200"/></bpmndi:BPMNEdge>
                <bpmndi:BPMNEdge bpmnElement="Flow_PlainPaperYes"><di:waypoint x="255" y="200"/><di:waypoint x="342" y="200"/><bpmndi:BPMNLabel><dc:Bounds x="264" y="182" width="22" height="14"/></bpmndi:BPMNLabel></bpmndi:BPMNEdge>
                <bpmndi:BPMNEdge bpmnElement="Flow_PlainPaperNo"><di:waypoint x="230" y="225"/><di:waypoint x="230" y="320"/><di:waypoint x="342" y="320"/><bpmndi:BPMNLabel><dc:Bounds x="240" y="240" width="20" height="14"/></bpmndi:BPMNLabel></bpmndi:BPMNEdge>
              </bpmndi:BPMNPlane></bpmndi:BPMNDiagram>
            </definitions>
            """;

    private static final String PROCESS = """
            <process id="letter" name="Letter" isExecutable="true" camunda:historyTimeToLive="P2192D">
              <documentation>A letter is answered. CORP-20.</documentation>
              <startEvent id="StartEvent_LetterReceived" name="Letter received"
                  camunda:formRef="letter-received" camunda:formRefBinding="deployment"/>
              <serviceTask id="ServiceTask_SetAnswerDeadline" name="Set answer deadline"
                  camunda:delegateExpression="${setDeadline}">
                <documentation>CORP-21.</documentation>
                <extensionElements><camunda:inputOutput>
                  <camunda:inputParameter name="deadline">answer</camunda:inputParameter>
                </camunda:inputOutput></extensionElements>
              </serviceTask>
              <businessRuleTask id="BusinessRuleTask_DetermineTone" name="Determine tone" camunda:decisionRef="tone"
                  camunda:decisionRefBinding="deployment" camunda:resultVariable="tone">
                <documentation>CORP-22.</documentation>
              </businessRuleTask>
              <userTask id="UserTask_AnswerLetter" name="Answer letter" camunda:formRef="answer-letter"
                  camunda:formRefBinding="deployment" camunda:candidateGroups="responders,approvers"
                  camunda:dueDate="${answerDue}">
                <documentation>CORP-23.</documentation>
              </userTask>
              <boundaryEvent id="BoundaryEvent_AnswerDueSoon" name="Answer due soon" cancelActivity="false"
                  attachedToRef="UserTask_AnswerLetter">
                <documentation>CORP-24.</documentation>
                <timerEventDefinition><timeDate>${dueSoon.of(answerDue)}</timeDate></timerEventDefinition>
              </boundaryEvent>
              <endEvent id="EndEvent_ReminderSent" name="Reminder sent">
                <extensionElements><camunda:inputOutput>
                  <camunda:inputParameter name="deadline">answer</camunda:inputParameter>
                </camunda:inputOutput></extensionElements>
                <messageEventDefinition camunda:delegateExpression="${remindOfDeadline}"/>
              </endEvent>
              <boundaryEvent id="BoundaryEvent_AnswerOverdue" name="Answer overdue" cancelActivity="false"
                  attachedToRef="UserTask_AnswerLetter">
                <documentation>CORP-25.</documentation>
                <timerEventDefinition><timeDate>${overdue.of(answerDue)}</timeDate></timerEventDefinition>
              </boundaryEvent>
              <endEvent id="EndEvent_DelayReported" name="Delay reported">
                <messageEventDefinition camunda:delegateExpression="${reportMissedDeadline}"/>
              </endEvent>
              <exclusiveGateway id="Gateway_AnswerGood" name="Answer good?" default="Flow_AnswerGoodNo"/>
              <exclusiveGateway id="Gateway_ToBePosted" name="To be posted?" default="Flow_ToBePostedNo"/>
              <callActivity id="CallActivity_PostAnswer" name="Post answer" calledElement="${tone.process}"
                  camunda:calledElementBinding="deployment">
                <extensionElements>
                  <camunda:in businessKey="#{execution.processBusinessKey}"/>
                  <camunda:in source="tone" target="tone"/>
                </extensionElements>
              </callActivity>
              <exclusiveGateway id="Gateway_AnswerDelivered"/>
              <endEvent id="EndEvent_LetterAnswered" name="Letter answered"/>
              <subProcess id="SubProcess_LetterWithdrawn" name="Letter withdrawn" triggeredByEvent="true">
                <startEvent id="StartEvent_WithdrawalReceived" name="Withdrawal received">
                  <messageEventDefinition messageRef="Message_LetterWithdrawn"/>
                </startEvent>
                <userTask id="UserTask_FileLetter" name="File letter" camunda:formRef="answer-letter"
                    camunda:formRefBinding="deployment" camunda:candidateGroups="complaints-team">
                  <documentation>Rule book 2.</documentation>
                </userTask>
                <endEvent id="EndEvent_LetterFiled" name="Letter filed"/>
                <sequenceFlow id="Flow_WithdrawalReceivedToFileLetter"
                    sourceRef="StartEvent_WithdrawalReceived" targetRef="UserTask_FileLetter"/>
                <sequenceFlow id="Flow_FileLetterToLetterFiled"
                    sourceRef="UserTask_FileLetter" targetRef="EndEvent_LetterFiled"/>
              </subProcess>
              <sequenceFlow id="Flow_LetterReceivedToSetAnswerDeadline"
                  sourceRef="StartEvent_LetterReceived" targetRef="ServiceTask_SetAnswerDeadline"/>
              <sequenceFlow id="Flow_SetAnswerDeadlineToDetermineTone"
                  sourceRef="ServiceTask_SetAnswerDeadline" targetRef="BusinessRuleTask_DetermineTone"/>
              <sequenceFlow id="Flow_DetermineToneToAnswerLetter"
                  sourceRef="BusinessRuleTask_DetermineTone" targetRef="UserTask_AnswerLetter"/>
              <sequenceFlow id="Flow_AnswerDueSoonToReminderSent"
                  sourceRef="BoundaryEvent_AnswerDueSoon" targetRef="EndEvent_ReminderSent"/>
              <sequenceFlow id="Flow_AnswerOverdueToDelayReported"
                  sourceRef="BoundaryEvent_AnswerOverdue" targetRef="EndEvent_DelayReported"/>
              <sequenceFlow id="Flow_AnswerLetterToAnswerGood"
                  sourceRef="UserTask_AnswerLetter" targetRef="Gateway_AnswerGood"/>
              <sequenceFlow id="Flow_AnswerGoodYes" name="Yes"
                  sourceRef="Gateway_AnswerGood" targetRef="Gateway_ToBePosted">
                <conditionExpression>${answer == 'good'}</conditionExpression>
              </sequenceFlow>
              <sequenceFlow id="Flow_AnswerGoodNo" name="No"
                  sourceRef="Gateway_AnswerGood" targetRef="UserTask_AnswerLetter"/>
              <sequenceFlow id="Flow_ToBePostedYes" name="Yes"
                  sourceRef="Gateway_ToBePosted" targetRef="CallActivity_PostAnswer">
                <conditionExpression>${byPost}</conditionExpression>
              </sequenceFlow>
              <sequenceFlow id="Flow_ToBePostedNo" name="No"
                  sourceRef="Gateway_ToBePosted" targetRef="Gateway_AnswerDelivered"/>
              <sequenceFlow id="Flow_PostAnswerToAnswerDelivered"
                  sourceRef="CallActivity_PostAnswer" targetRef="Gateway_AnswerDelivered"/>
              <sequenceFlow id="Flow_AnswerDeliveredToLetterAnswered"
                  sourceRef="Gateway_AnswerDelivered" targetRef="EndEvent_LetterAnswered"/>
            </process>
            <message id="Message_LetterWithdrawn" name="LetterWithdrawn"/>
            """;

    /** One line for each shape or flow: its element, its place, and the place of its label. */
    private static final String DRAWING = """
            StartEvent_LetterReceived       | 102,182 36x36   | 78,223 84x28
            ServiceTask_SetAnswerDeadline   | 190,160 100x80
            BusinessRuleTask_DetermineTone  | 340,160 100x80
            UserTask_AnswerLetter           | 490,160 100x80
            BoundaryEvent_AnswerDueSoon     | 482,222 36x36   | 420,258 62x28
            EndEvent_ReminderSent           | 482,320 36x36   | 458,361 84x14
            BoundaryEvent_AnswerOverdue     | 572,222 36x36   | 600,258 62x28
            EndEvent_DelayReported          | 572,320 36x36   | 548,361 84x14
            Gateway_AnswerGood              | 655,175 50x50   | 638,230 84x14
            Gateway_ToBePosted              | 755,175 50x50   | 738,156 84x14
            CallActivity_PostAnswer         | 850,160 100x80
            Gateway_AnswerDelivered         | 1000,175 50x50
            EndEvent_LetterAnswered         | 1102,182 36x36  | 1078,223 84x14
            SubProcess_LetterWithdrawn      | 100,440 400x150
            StartEvent_WithdrawalReceived   | 132,492 36x36   | 108,533 84x28
            UserTask_FileLetter             | 220,470 100x80
            EndEvent_LetterFiled            | 422,492 36x36   | 398,533 84x14
            Flow_LetterReceivedToSetAnswerDeadline | 138,200 190,200
            Flow_SetAnswerDeadlineToDetermineTone  | 290,200 340,200
            Flow_DetermineToneToAnswerLetter       | 440,200 490,200
            Flow_AnswerDueSoonToReminderSent       | 500,258 500,320
            Flow_AnswerOverdueToDelayReported      | 590,258 590,320
            Flow_AnswerLetterToAnswerGood          | 590,200 655,200
            Flow_AnswerGoodYes                     | 705,200 755,200 | 709,182 22x14
            Flow_AnswerGoodNo        | 680,175 680,110 540,110 540,160 | 686,92 20x14
            Flow_ToBePostedYes                     | 805,200 850,200 | 809,182 22x14
            Flow_ToBePostedNo        | 780,225 780,300 1025,300 1025,225 | 786,231 20x14
            Flow_PostAnswerToAnswerDelivered       | 950,200 1000,200
            Flow_AnswerDeliveredToLetterAnswered   | 1050,200 1102,200
            Flow_WithdrawalReceivedToFileLetter    | 168,510 220,510
            Flow_FileLetterToLetterFiled           | 320,510 422,510
            """;

    private Sample() {
    }

    /** The sample after some replacements: what stands there, and what shall stand there instead. */
    static String text(String... replacements) {
        String process = PROCESS;
        String drawing = DRAWING;
        for (int i = 0; i < replacements.length; i += 2) {
            assertThat(process + drawing).contains(replacements[i]);
            process = process.replace(replacements[i], replacements[i + 1]);
            drawing = drawing.replace(replacements[i], replacements[i + 1]);
        }
        return SampleDrawing.draw(process, drawing);
    }
}
