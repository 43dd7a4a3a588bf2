package org.redress.models;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.redress.gate.Forms;

/** A small folder that keeps every rule, and what is said of it after something in it was changed. */
final class HouseSamples {
    /** File, what stands there, what shall stand there instead, and what is said then; several changes at once are joined by ++. */
    private static final String BROKEN = """
            processes/letter.bpmn ¦ <process id="letter" ¦ <process id="anotherName" ¦ named anotherName.bpmn
            processes/letter.bpmn ¦ <process id="letter" ¦ <process id="LETTER" ¦ lower case
            processes/letter.bpmn ¦ </process> ¦ </process><process id="letter-2" isExecutable="true" camunda:historyTimeToLive="P2192D"><startEvent id="StartEvent_More"/></process> ¦ it has 2 processes
            processes/letter.bpmn ¦ isExecutable="true" ¦ isExecutable="false" ¦ executable
            processes/letter.bpmn ¦ camunda:historyTimeToLive="P2192D" ¦ camunda:versionTag="1" ¦ history
            processes/letter.bpmn ¦ <process id="letter" name="Letter" ¦ <process id="letter" ¦ no name
            processes/letter.bpmn ¦ <documentation>A letter is answered. CORP-20.</documentation> ¦ '' ¦ no documentation
            processes/letter.bpmn ¦ camunda:formRef="answer-letter" ¦ '' ¦ no form
            processes/letter.bpmn ¦ camunda:formRef="answer-letter" ¦ camunda:formRef="reply" ¦ shows the form reply, which is not in the folder
            processes/letter.bpmn ¦ camunda:formRef="letter-received" ¦ camunda:formRef="arrival" ¦ shows the form arrival, which is not in the folder
            processes/letter.bpmn ¦ camunda:formRef="letter-received" ¦ '' ¦ start
            processes/letter.bpmn ¦ camunda:formRefBinding="deployment" ¦ camunda:formRefBinding="latest" ¦ deployment
            processes/letter.bpmn ¦ camunda:candidateGroups="complaints-team" ¦ camunda:assignee="anna" ¦ no team
            processes/letter.bpmn ¦ "responders,approvers" ¦ "responders, writers" ¦ writers
            processes/letter.bpmn ¦ "responders,approvers" ¦ "${team}" ¦ ${team}
            processes/letter.bpmn ¦ camunda:delegateExpression="${setDeadline}" ¦ camunda:class="x.SetDeadline" ¦ runs a Java class
            processes/letter.bpmn ¦ ${setDeadline} ¦ ${deadlines.set(execution)} ¦ is not the name of a delegate
            processes/letter.bpmn ¦ ${setDeadline} ¦ ${setReminder} ¦ the product has no delegate setReminder
            processes/letter.bpmn ¦ "Set answer deadline" ¦ "Remember answer deadline" ¦ words
            processes/letter.bpmn ¦ "Set answer deadline" ¦ "Deadline set answer" ¦ words
            processes/letter.bpmn ¦ ${remindOfDeadline} ¦ ${remindTeam} ¦ the product has no delegate remindTeam
            processes/letter.bpmn ¦ camunda:delegateExpression="${reportMissedDeadline}" ¦ camunda:type="external" ¦ is an external task
            processes/letter.bpmn ¦ camunda:decisionRef="tone" ¦ '' ¦ no decision
            processes/letter.bpmn ¦ camunda:decisionRef="tone" ¦ camunda:decisionRef="style" ¦ asks the table style, which is not in the folder
            processes/letter.bpmn ¦ camunda:decisionRefBinding="deployment" ¦ camunda:decisionRefBinding="latest" ¦ deployment
            processes/letter.bpmn ¦ calledElement="${tone.process}" ¦ calledElement="mail" ¦ calls mail, which is not in the folder; add processes/mail.bpmn
            processes/letter.bpmn ¦ calledElement="${tone.process}" ¦ '' ¦ calls no process; set Called element
            processes/letter.bpmn ¦ camunda:calledElementBinding="deployment" ¦ '' ¦ deployment
            processes/letter.bpmn ¦ businessKey="#{execution.processBusinessKey}" ¦ source="council" target="council" ¦ business key
            processes/letter.bpmn ¦ <timeDate>${dueSoon.of(answerDue)}</timeDate> ¦ <timeDuration>P3D</timeDuration> ¦ Type to Date
            processes/letter.bpmn ¦ <timeDate>${dueSoon.of(answerDue)}</timeDate> ¦ <timeCycle>R/P1D</timeCycle> ¦ Type to Date
            processes/letter.bpmn ¦ ${overdue.of(answerDue)} ¦ 2026-04-01T00:00:00 ¦ Type to Date
            processes/letter.bpmn ¦ ${overdue.of(answerDue)} ¦ ${answerDue} ¦ Type to Date
            processes/letter.bpmn ¦ ${overdue.of(answerDue)} ¦ ${overdue.of(replyDue)} ¦ no task sets reply
            processes/letter.bpmn ¦ ="deadline">answer< ¦ ="deadline">reply< ¦ no task sets answer
            processes/letter.bpmn ¦ ="deadline">answer< ¦ ="deadline">reply< ¦ no row
            processes/letter.bpmn ¦ <camunda:inputParameter name="deadline"> ¦ <camunda:inputParameter name="limit"> ¦ sets no deadline
            processes/letter.bpmn ¦ name="Answer due soon" cancelActivity="false" ¦ name="Answer due soon" ¦ interrupts
            processes/letter.bpmn ¦ name="Answer overdue" cancelActivity="false" ¦ name="Answer overdue" ¦ interrupts
            processes/letter.bpmn ¦ dueSoon.of ¦ overdue.of ¦ warning
            processes/letter.bpmn ¦ overdue.of ¦ dueSoon.of ¦ nothing happens
            processes/letter.bpmn ¦ "${answerDue}" ¦ "2026-04-01" ¦ due on 2026-04-01
            processes/letter.bpmn ¦ "${answerDue}" ¦ "${replyDue}" ¦ due on ${replyDue}
            processes/letter.bpmn ¦ camunda:dueDate="${answerDue}" ¦ '' ¦ not due
            processes/letter.bpmn ¦ source="tone" target="tone" ¦ variables="all" ¦ all variables
            processes/letter.bpmn ¦ ${answer == 'good'} ¦ ${answer == 'good but rather long for us'} ¦ 40 characters
            processes/letter.bpmn ¦ ${answer == 'good'} ¦ ${answers.are(good, true)} ¦ comma
            processes/letter.bpmn ¦ ${answer == 'good'} ¦ ${answer == 'good' or byPost} ¦ one comparison
            processes/letter.bpmn ¦ <conditionExpression>${byPost}</conditionExpression> ¦ '' ¦ no condition
            processes/letter.bpmn ¦ ${answerDue} ¦ ${calendar.dayBefore(deadlines.of(answer).latest)} ¦ 45 characters
            processes/letter.bpmn ¦ ${answerDue} ¦ ${calendar.of(council, answer)} ¦ comma
            processes/letter.bpmn ¦ ${overdue.of(answerDue)} ¦ ${overdue.of(answerDue, 'a day')} ¦ comma
            processes/letter.bpmn ¦ ServiceTask_SetAnswerDeadline ¦ Activity_0abc12d ¦ call it ServiceTask_SetAnswerDeadline
            processes/letter.bpmn ¦ "Answer letter" ¦ "Write to complainant’s" ¦ call it UserTask_WriteToComplainants
            processes/letter.bpmn ¦ Gateway_AnswerDelivered ¦ Gateway_0xyz98w ¦ Gateway_ and a phrase
            processes/letter.bpmn ¦ Flow_AnswerGoodYes ¦ Flow_1k2j3h4 ¦ call it Flow_AnswerGoodYes
            processes/letter.bpmn ¦ Flow_AnswerLetterToAnswerGood ¦ Flow_Next ¦ call it Flow_AnswerLetterToAnswerGood
            processes/letter.bpmn ¦ Message_LetterWithdrawn ¦ Message_2ab3cd4 ¦ call it Message_LetterWithdrawn
            processes/letter.bpmn ¦ name="Answer due soon" ¦ '' ¦ has no name
            processes/letter.bpmn ¦ name="Letter filed" ¦ name=" " ¦ has no name
            processes/letter.bpmn ¦ "File letter" ¦ "File letter " ¦ blank
            processes/letter.bpmn ¦ "File letter" ¦ "File  letter" ¦ blank
            processes/letter.bpmn ¦ "File letter" ¦ "file letter" ¦ capital
            processes/letter.bpmn ¦ "File letter" ¦ "File Letter" ¦ capital
            processes/letter.bpmn ¦ "File letter" ¦ "FileLetter" ¦ capital
            processes/letter.bpmn ¦ "Answer good?" ¦ "Answer good" ¦ question
            processes/letter.bpmn ¦ name="Answer good?" ¦ '' ¦ question
            processes/letter.bpmn ¦ name="No" ¦ '' ¦ answer
            processes/letter.bpmn ¦ id="Gateway_AnswerDelivered" ¦ id="Gateway_AnswerDelivered" name="Answer delivered" ¦ joins
            processes/letter.bpmn ¦ EndEvent_LetterFiled            | 422,492 36x36   | 398,533 84x14 ¦ '' ¦ is not drawn
            processes/letter.bpmn ¦ Flow_FileLetterToLetterFiled           | 320,510 422,510 ¦ '' ¦ is not drawn
            processes/letter.bpmn ¦ | 398,533 84x14 ¦ '' ¦ has no place for its name
            processes/letter.bpmn ¦ | 638,230 84x14 ¦ '' ¦ has no place for its name
            processes/letter.bpmn ¦ | 809,182 22x14 ¦ '' ¦ has no place for its name
            processes/letter.bpmn ¦ 190,160 100x80 ¦ 190,160 120x80 ¦ is 120 by 80
            processes/letter.bpmn ¦ 655,175 50x50 ¦ 655,175 60x50 ¦ is 60 by 50
            processes/letter.bpmn ¦ 1102,182 36x36 ¦ 1102,182 30x30 ¦ is 30 by 30
            processes/letter.bpmn ¦ 340,160 100x80 ¦ 280,160 100x80 ¦ lies over
            processes/letter.bpmn ¦ 220,470 100x80 ¦ 150,470 100x80 ¦ lies over
            processes/letter.bpmn ¦ 100,440 400x150 ¦ 100,330 400x150 ¦ lies over
            processes/letter.bpmn ¦ 482,222 36x36 ¦ 482,142 36x36 ¦ bottom edge
            processes/letter.bpmn ¦ 482,222 36x36 ¦ 400,222 36x36 ¦ bottom edge
            processes/letter.bpmn ¦ 422,492 36x36 ¦ 460,492 36x36 ¦ stands out of
            processes/letter.bpmn ¦ 422,492 36x36 ¦ 422,592 36x36 ¦ stands out of
            processes/letter.bpmn ¦ 78,223 84x28 ¦ 118,223 84x28 ¦ stands over the element
            processes/letter.bpmn ¦ 809,182 22x14 ¦ 839,182 22x14 ¦ stands over the element
            processes/letter.bpmn ¦ 398,533 84x14 ¦ 450,533 84x14 ¦ cut by the border
            processes/letter.bpmn ¦ 638,230 84x14 ¦ 738,156 84x14 ¦ stands over the name
            processes/letter.bpmn ¦ 638,230 84x14 ¦ 638,156 84x14 ¦ runs through
            processes/letter.bpmn ¦ 950,200 1000,200 ¦ 950,200 985,200 ¦ does not end at
            processes/letter.bpmn ¦ 138,200 190,200 ¦ 150,200 190,200 ¦ does not begin at
            processes/letter.bpmn ¦ 138,200 190,200 ¦ 138,200 190,210 ¦ slants
            processes/letter.bpmn ¦ 780,225 780,300 1025,300 1025,225 ¦ 780,225 780,230 1025,230 1025,225 ¦ runs through CallActivity
            processes/letter.bpmn ¦ 780,225 780,300 1025,300 1025,225 ¦ 780,225 780,190 1025,190 1025,225 ¦ runs through Gateway
            processes/letter.bpmn ¦ 680,175 680,110 540,110 540,160 ¦ 680,225 680,280 560,280 560,240 ¦ crosses
            processes/letter.bpmn ¦ 500,258 500,320 ¦ 500,258 500,300 590,300 590,330 ¦ crosses
            processes/letter.bpmn ¦ 168,510 220,510 ¦ 168,510 190,510 190,430 270,430 270,470 ¦ leaves its sub-process
            processes/letter.bpmn ¦ 680,175 680,110 540,110 540,160 ¦ 680,175 680,110 640,110 640,200 590,200 ¦ goes back
            processes/letter.bpmn ¦ 780,225 780,300 1025,300 1025,225 ¦ 780,225 780,300 700,300 700,350 1025,350 1025,225 ¦ goes left
            processes/letter.bpmn ¦ 805,200 850,200 ¦ 780,175 780,140 900,140 900,160 ¦ 0 lines go on
            processes/tone.dmn ¦ decision id="tone" ¦ decision id="style" ¦ named style.dmn
            processes/tone.dmn ¦ decision id="tone" ¦ decision id="Tone" ¦ lower case
            processes/tone.dmn ¦ camunda:historyTimeToLive="P2192D" ¦ '' ¦ history
            processes/tone.dmn ¦ name="Tone" ¦ name="" ¦ no name
            processes/tone.dmn ¦ hitPolicy="UNIQUE" ¦ hitPolicy="FIRST" ¦ hit policy FIRST
            processes/tone.dmn ¦ label="Who writes" ¦ '' ¦ no label
            processes/tone.dmn ¦ label="Tone of the answer" ¦ label=" " ¦ no label
            processes/tone.dmn ¦ name="tone" label ¦ name="Tone" label ¦ name a variable
            processes/tone.dmn ¦ Rule_Child ¦ DecisionRule_0abc12d ¦ telling id
            processes/tone.dmn ¦ Rule_Child ¦ Rule_0abc12d ¦ telling id
            processes/tone.dmn ¦ "CHD-16" ¦ '' ¦ has no clause
            processes/tone.dmn ¦ "CHD-16" ¦ "as usual" ¦ names no rule
            processes/tone.dmn ¦ name="clause" ¦ name="remark" ¦ names no rule
            processes/tone.dmn ¦ name="clause" label ++ name="tone" label ¦ name="remark" label ++ name="clause" label ¦ columns after clause
            processes/tone.dmn ¦ "child" ¦ '' ¦ applies to everything
            processes/tone.dmn ¦ "child" ¦ - ¦ applies to everything
            processes/tone.dmn ¦ "child" ¦ "adult" ¦ takes all its cases
            processes/tone.dmn ¦ "child" ¦ &lt; date and time("2013-04-01T00:00:00") ¦ only some days
            processes/tone.dmn ¦ "child" ¦ [date and time("2013-04-01T00:00:00")..date and time("2020-04-01T00:00:00")) ¦ only some days
            processes/tone.dmn ¦ </decision> ¦ </decision><decision id="more" name="More"/> ¦ 2 decisions
            forms/answer-letter.form ¦ "answer-letter" ¦ "reply" ¦ named reply.form
            forms/answer-letter.form ¦ "answer-letter" ¦ "answerLetter" ¦ lower case
            forms/answer-letter.form ¦ "Camunda Platform" ¦ "Camunda Cloud" ¦ Camunda Cloud
            forms/answer-letter.form ¦ "schemaVersion": 12 ¦ "schemaVersion": 17 ¦ schema version 17
            forms/answer-letter.form ¦ "schemaVersion": 12 ¦ "schema": 12 ¦ schema version
            forms/answer-letter.form ¦ "key": "answerText" ¦ "id": "x" ¦ names no variable
            forms/answer-letter.form ¦ "key": "answerText" ¦ "key": "answer-text" ¦ names no variable
            forms/answer-letter.form ¦ "key": "answerText" ¦ "key": "tone" ¦ twice
            forms/answer-letter.form ¦ "label": "Your answer" ¦ "id": "x" ¦ no label
            forms/answer-letter.form ¦ "label": "Your answer" ¦ "label": "Your Answer" ¦ sentence case
            forms/answer-letter.form ¦ "label": "Your answer" ¦ "label": "your answer" ¦ sentence case
            forms/answer-letter.form ¦ "dateLabel": "Sent on" ¦ "label": "Sent on" ¦ no dateLabel
            forms/answer-letter.form ¦ "dateLabel": "Sent on" ¦ "dateLabel": "Sent On" ¦ sentence case
            forms/answer-letter.form ¦ "maxLength": 2000 ¦ "minLength": 1 ¦ any length
            forms/answer-letter.form ¦ "value": "plain" ¦ "value": "Plain" ¦ lower case
            forms/answer-letter.form ¦ "value": "formal" ¦ "value": "plain" ¦ same value
            forms/answer-letter.form ¦ "radio", "key": "tone", "label": "Tone", "values" ¦ "select", "key": "tone", "label": "Tone", "x" ¦ options
            forms/answer-letter.form ¦ "textarea", "key": "answerText" ¦ "textfield", "description": "Its reference.", "key": "answerText" ¦ end in Reference
            forms/answer-letter.form ¦ "textarea", "key": "answerText" ¦ "textfield", "key": "caseReference" ¦ 100 characters
            processes/letter.bpmn ¦ camunda:delegateExpression="${setDeadline}" ¦ '' ¦ has no delegate; set Implementation
            processes/letter.bpmn ¦ default="Flow_ToBePostedNo" ¦ '' ¦ Flow_ToBePostedNo (“No”): has no condition; set one, or make it the default flow
            processes/letter.bpmn ¦ A letter is answered. CORP-20. ¦ As usual. ¦ letter: names no rule in its documentation (As usual.)
            processes/letter.bpmn ¦ CORP-22. ¦ As usual. ¦ BusinessRuleTask_DetermineTone (“Determine tone”): names no rule
            processes/letter.bpmn ¦ CORP-23. ¦ As usual. ¦ UserTask_AnswerLetter (“Answer letter”): names no rule
            processes/letter.bpmn ¦ CORP-25. ¦ As usual. ¦ BoundaryEvent_AnswerOverdue (“Answer overdue”): names no rule
            processes/letter.bpmn ¦ <businessRuleTask ++ </businessRuleTask> ¦ <manualTask ++ </manualTask> ¦ is a manualTask
            processes/letter.bpmn ¦ 780,225 780,300 1025,300 1025,225 ¦ 805,200 820,200 820,300 1025,300 1025,225 ¦ 2 lines go on
            processes/letter.bpmn ¦ 850,160 100x80 ++ 805,200 850,200 ++ 950,200 1000,200 ¦ 850,180 100x80 ++ 805,200 820,200 820,220 850,220 ++ 950,220 975,220 975,200 1000,200 ¦ bends the row
            processes/letter.bpmn ¦ sourceRef="Gateway_ToBePosted" targetRef="Gateway_AnswerDelivered" ++ 780,225 780,300 1025,300 1025,225 ¦ sourceRef="Gateway_ToBePosted" targetRef="BusinessRuleTask_DetermineTone" ++ 780,175 780,90 390,90 390,160 ¦ 2 lines go back
            processes/letter.bpmn ¦ sourceRef="Gateway_AnswerDelivered" targetRef="EndEvent_LetterAnswered" ¦ sourceRef="Gateway_AnswerDelivered" targetRef="CallActivity_PostAnswer" ¦ before an end event
            processes/letter.bpmn ¦ "Answer overdue" ¦ "Acknowledgement overdue" ¦ runs through
            processes/letter.bpmn ¦ SubProcess_LetterWithdrawn      | 100,440 400x150 ¦ SubProcess_LetterWithdrawn | 100,440 400x150 collapsed ¦ is collapsed
            processes/letter.bpmn ¦ <messageEventDefinition camunda:delegateExpression="${reportMissedDeadline}"/> ¦ <extensionElements><camunda:inputOutput><camunda:inputParameter name='deadline'>objection</camunda:inputParameter></camunda:inputOutput></extensionElements><messageEventDefinition camunda:delegateExpression="${reportMissedDeadline}"/> ¦ but reports objection
            processes/tone.dmn ¦ hitPolicy="UNIQUE"> ¦ hitPolicy="COLLECT"><description>How we write.</description> ¦ hit policy COLLECT
            processes/tone.dmn ¦ hitPolicy="UNIQUE"> ++ "child" ¦ hitPolicy="COLLECT"><description>Collect: all that applies.</description> ++ "adult" ¦ is for the same case as row 2
            processes/tone.dmn ¦ "post" ¦ "pigeon" ¦ chooses: pigeon, which is not in the folder; add processes/pigeon.bpmn
            processes/letter.bpmn ¦ ${tone.process} ¦ ${mood.process} ¦ which no decision of this model answers
            processes/letter.bpmn ¦ ${tone.process} ¦ ${tone.way} ¦ but the table tone has no column way
            processes/letter.bpmn ¦ <startEvent id="StartEvent_WithdrawalReceived" name="Withdrawal received"> ++ <messageEventDefinition messageRef="Message_LetterWithdrawn"/> ¦ <startEvent id="StartEvent_WithdrawalReceived" name="Withdrawal received"> ++ <timerEventDefinition><timeDate>${overdue.of(answerDue)}</timeDate></timerEventDefinition> ¦ begins when a day has come, and would begin once more
            processes/post.bpmn ¦ P2192D ¦ P30D ¦ keeps its history for P30D, which nobody asks
            processes/post.bpmn ¦ ${tone == 'plain'} ¦ ${paper == 'plain'} ¦ reads paper, which is not set on every way there: from “Post asked for”
            processes/letter.bpmn ¦ sourceRef="StartEvent_LetterReceived" targetRef="ServiceTask_SetAnswerDeadline" ¦ sourceRef="StartEvent_LetterReceived" targetRef="UserTask_AnswerLetter" ¦ reads answerDue, which is not set on every way there: from “Letter received” to “Answer letter”
            processes/letter.bpmn ¦ <conditionExpression>${answer == 'good'}</conditionExpression> ¦ '' ¦ Flow_AnswerGoodYes: has no condition, and is not the default flow of its gateway; set a condition
            processes/letter.bpmn ¦ default="Flow_AnswerGoodNo" ¦ default="Flow_Gone" ¦ Flow_Gone
            processes/letter.bpmn ¦ targetRef="Gateway_AnswerGood" ¦ targetRef="Gateway_Gone" ¦ leads to Gateway_Gone, which is not there or on another level
            processes/letter.bpmn ¦ EndEvent_LetterFiled ¦ EndEvent_ReminderSent ¦ EndEvent_ReminderSent
            processes/allowance.dmn ¦ "10 working days" ¦ "20 workdays" ¦ is not an allowance: write a number from 1 to 9999
            processes/allowance.dmn ¦ "5 working days" ¦ "some time" ¦ column Extended at most by: "some time" is not an allowance
            processes/allowance.dmn ¦ <inputEntry id="I2"><text>2</text></inputEntry> ¦ <inputEntry id="I2"><text>[1..3]</text></inputEntry> ¦ applies to cases to which row 1 (Rule_Answer) applies too
            forms/answer-letter.form ¦ { "type": "text", "id": "Text_Thanks" ¦ { "type": "number", "key": "copies", "label": "Copies", "validate": {"max": 20} }, { "type": "text", "id": "Text_Thanks" ¦ number copies: does not say how many digits
            forms/answer-letter.form ¦ { "type": "text", "id": "Text_Thanks" ¦ { "type": "number", "key": "copies", "label": "Copies", "validate": {"max": 1000000000000}, "decimalDigits": 2 }, { "type": "text", "id": "Text_Thanks" ¦ number copies: takes a number of any size
            forms/answer-letter.form ¦ "values": [ ¦ "values": [ {"label": "A", "value": "a"}, {"label": "B", "value": "b"}, {"label": "C", "value": "c"}, ¦ has 5 choices; a radio has 2 to 4
            processes/letter.bpmn ¦ ="answer-letter" ¦ ="letter-received" ¦ answer-letter.form, the form: no model shows it
            processes/letter.bpmn ¦ </process> ¦ <subProcess id="SubProcess_More"><extensionElements><camunda:inputOutput><camunda:inputParameter name="answer">${answer}</camunda:inputParameter></camunda:inputOutput></extensionElements><startEvent id="StartEvent_More"/><userTask id="UserTask_More" camunda:formRef="answer-letter" camunda:formRefBinding="deployment" camunda:candidateGroups="responders"/></subProcess></process> ¦ radio answer: begins empty although the model suggests it
            processes/tone.dmn ¦ <text>writer</text> ¦ <text>council</text> ¦ names the council child, which there is not
            processes/letter.bpmn ¦ ${byPost} ¦ ${council == 'Kent'} ¦ names the council Kent, which there is not; write one of kent, leicestershire; is it kent?
            forms/answer-letter.form ¦ "radio", "key": "tone" ¦ "radio", "key": "authority" ¦ names the council plain, which there is not
            processes/tone.dmn ¦ name="process" ¦ name="clause" ¦ has two columns of the same name
            processes/letter.bpmn ¦ camunda:delegateExpression="${setDeadline}" ¦ camunda:modelerTemplate="redress.remind-of-deadline" camunda:modelerTemplateVersion="1" camunda:delegateExpression="${setDeadline}" ¦ delegateExpression is ${setDeadline} instead of ${remindOfDeadline}
            processes/letter.bpmn ¦ camunda:delegateExpression="${setDeadline}" ¦ camunda:modelerTemplate="redress.set-numbered-deadline" camunda:modelerTemplateVersion="1" camunda:delegateExpression="${setDeadline}" ¦ nothing is chosen for One for
            processes/letter.bpmn ¦ camunda:delegateExpression="${setDeadline}" ¦ camunda:modelerTemplate="redress.set-deadline" camunda:modelerTemplateVersion="0" camunda:delegateExpression="${setDeadline}" ¦ was made with version 0 of the template “Set a deadline”, which has version 1 now
            processes/letter.bpmn ¦ camunda:delegateExpression="${setDeadline}" ¦ camunda:modelerTemplate="redress.set-day" camunda:modelerTemplateVersion="1" camunda:delegateExpression="${setDeadline}" ¦ was made with the template redress.set-day, which the product does not have
            processes/letter.bpmn ¦ camunda:delegateExpression="${setDeadline}" ¦ camunda:modelerTemplate="redress.ask-role" camunda:modelerTemplateVersion="1" camunda:delegateExpression="${setDeadline}" ¦ is no element that the template “Ask a role with a form” makes
            """;

    /** What stands in a file, what shall stand there instead, and part of what is said of it then. */
    record Broken(String file, String now, String then, String says) {
        @Override
        public String toString() {
            return says + " (" + file.replaceFirst(".*/", "") + ")";
        }

        Models models() {
            return HouseSamples.models(file, now.split(" \\+\\+ ", -1), then.split(" \\+\\+ ", -1));
        }

        /** The file as it is then. */
        String text() {
            return changed(file, now.split(" \\+\\+ ", -1), then.split(" \\+\\+ ", -1)).get(file);
        }
    }

    private static Map<Broken, List<Finding>> said;

    private HouseSamples() {}

    /** What is said of each sample, as far as it is what the sample shows; worked out once. */
    static synchronized Map<Broken, List<Finding>> said() {
        if (said == null) {
            said = new LinkedHashMap<>();
            broken().forEach(broken -> said.put(broken, findings(broken.models()).stream().filter(finding -> finding.toString().contains(broken.says())).toList()));
        }
        return said;
    }

    static Stream<Broken> broken() {
        return BROKEN.lines().map(line -> line.split(" ¦ ", 4)).map(row -> new Broken(row[0], row[1], row[2].equals("''") ? "" : row[2], row[3].strip()));
    }

    static Models models(String file, String[] now, String[] then) {
        return models(changed(file, now, then));
    }

    private static Map<String, String> changed(String file, String[] now, String[] then) {
        var files = files();
        if (file.equals(Sample.FILE)) {
            // its drawing is written in lines of its own
            files.put(file, Sample.text(IntStream.range(0, now.length).boxed().flatMap(i -> Stream.of(now[i], then[i])).toArray(String[]::new)));
            return files;
        }
        for (int i = 0; i < now.length; i++) {
            assertThat(files.get(file)).contains(now[i]);
            files.put(file, files.get(file).replace(now[i], then[i]));
        }
        return files;
    }

    static Models models(Map<String, String> files) {
        var bytes = new TreeMap<String, byte[]>();
        files.forEach((name, text) -> bytes.put(name, text.getBytes(StandardCharsets.UTF_8)));
        return Models.of(new Surroundings(Set.of("setDeadline", "remindOfDeadline", "reportMissedDeadline")::contains,
                Set.of("responders", "approvers", "complaints-team"), Set.of(), Set.of("kent", "leicestershire"), new Forms()::faults), bytes);
    }

    static TreeMap<String, String> files() {
        return new TreeMap<>(Map.of(Sample.FILE, Sample.text(), "processes/post.bpmn", Sample.POST, "processes/tone.dmn", SampleTable.text(),
                "processes/allowance.dmn", SampleTable.ALLOWANCE, "forms/answer-letter.form", SampleForm.text(), "forms/letter-received.form", SampleForm.RECEIVED));
    }

    static List<Finding> findings(Models models) {
        return Stream.concat(ModelRules.refused(models).stream(), ModelRules.advised(models).stream()).toList();
    }
}
