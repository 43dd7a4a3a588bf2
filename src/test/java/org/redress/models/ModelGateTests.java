package org.redress.models;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Path;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.RepositoryService;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.redress.testing.ProductTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.DefaultApplicationArguments;

/** What a model may not hold stops its deployment, with the file, the element, the reason and the way out. */
@ProductTest
class ModelGateTests {
    @Autowired
    private RepositoryService repository;

    @Autowired
    private IdentityService identity;

    @Autowired
    private GroupsOfModels groups;

    @Autowired
    private ModelGate gate;

    @Test
    void deploysWhatItKnows() {
        var deployment = repository.createDeployment().name("a test's").addString("visit.bpmn", SampleModels.MODEL).addString("tone.dmn", SampleModels.TABLE)
                .addString("visit.form", SampleModels.FORM).deploy();
        try {
            assertThat(repository.createProcessDefinitionQuery().processDefinitionKey("visit").count()).isEqualTo(1);
        } finally {
            repository.deleteDeployment(deployment.getId(), true);
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            <serviceTask id="Set" name="Set deadline" camunda:delegateExpression="${setDeadline}"/> | <scriptTask id="Set" scriptFormat="juel"><script>${1}</script></scriptTask> | Set: is a script
            camunda:delegateExpression="${setDeadline}" | camunda:class="java.lang.Runtime"                       | Set: runs a Java class
            camunda:delegateExpression="${setDeadline}" | camunda:expression="${setDeadline.execute(execution)}"  | Set: computes as its implementation
            camunda:delegateExpression="${setDeadline}" | camunda:delegateExpression="${dataSource}"              | Set: the product has no delegate dataSource
            camunda:delegateExpression="${setDeadline}" | camunda:delegateExpression="${people}"                  | Set: the product has no delegate people
            camunda:delegateExpression="${setDeadline}" | camunda:delegateExpression="${people.of('x').get('y')}" | is not the name of a delegate
            camunda:delegateExpression="${setDeadline}" | camunda:type="external" camunda:topic="t"               | Set: is an external task
            camunda:delegateExpression="${setDeadline}" | camunda:type="mail"                                     | Set: is an external task
            camunda:delegateExpression="${setDeadline}" | a:class="java.lang.Runtime"                             | Set: runs a Java class
            camunda:delegateExpression="${setDeadline}" | a:delegateExpression="${setDeadline}"                   | which the product does not know
            <extensionElements/> | <extensionElements><camunda:connector><camunda:connectorId>http-connector</camunda:connectorId></camunda:connector></extensionElements> | Work: has a connector
            <extensionElements/> | <extensionElements><camunda:taskListener event="create" class="java.lang.Runtime"/></extensionElements> | Work: has a listener
            <extensionElements/> | <extensionElements><camunda:executionListener event="start" expression="${x}"/></extensionElements>    | Work: has a listener
            <extensionElements/> | <extensionElements><camunda:field name="a" stringValue="b"/></extensionElements>                       | Work: sets a field
            <extensionElements/> | <extensionElements><x:executionListener event="start"/></extensionElements>                           | Work: has a listener
            <extensionElements/> | <extensionElements><camunda:inputOutput><camunda:inputParameter name="a"><camunda:script scriptFormat="juel">${1}</camunda:script></camunda:inputParameter></camunda:inputOutput></extensionElements> | Work: holds a script
            <extensionElements/> | <extensionElements><camunda:inputOutput><camunda:inputParameter name="a">${''.getClass()}</camunda:inputParameter></camunda:inputOutput></extensionElements> | Work: ${''.getClass()} calls a method
            <extensionElements/> | <extensionElements><camunda:inputOutput><camunda:inputParameter name="a">${seen.class.classLoader}</camunda:inputParameter></camunda:inputOutput></extensionElements> | reaches into the program
            <extensionElements/> | <extensionElements><camunda:formData/></extensionElements>                      | Work: generates a form
            <extensionElements/> | <multiInstanceLoopCharacteristics camunda:collection="${people.of(council).values().stream()}" camunda:elementVariable="x"/> | Work: ${people.of(council).values().stream()} calls a method
            <extensionElements/> | <multiInstanceLoopCharacteristics><completionCondition>${S(x).prop('y')}</completionCondition></multiInstanceLoopCharacteristics> | calls the function S
            <extensionElements/> | <multiInstanceLoopCharacteristics><loopCardinality>${people['of']}</loopCardinality></multiInstanceLoopCharacteristics> | in brackets
            <extensionElements/> | <documentation>${tables.rows('x')}</documentation>                            | Work: ${tables.rows('x')} calls a method
            xsi:type="tFormalExpression">${urgent}< | xsi:type="tFormalExpression" language="groovy">true<         | Flow_2: has a condition in another language
            >${urgent}<                          | >${agreedActions.record('x')}<                                  | Flow_2: ${agreedActions.record('x')} calls a method
            >${urgent}<                          | >${execution.engineServices.runtimeService.x()}<                | calls a method
            >${urgent}<                          | >${execution.engineServices}<                                   | reads engineServices of the engine
            >${urgent}<                          | >${task.execution}<                                             | uses task of the engine
            >${urgent}<                          | >${urgent &amp;&amp;}<                                          | cannot be read
            camunda:dueDate="${visitDue}"        | camunda:dueDate="${dateTime()}"                                 | calls the function dateTime
            camunda:formRef="visit" camunda:formRefBinding="deployment" camunda:candidateGroups | camunda:formKey="embedded:deployment:x.html" camunda:candidateGroups | Work: shows a form that is not a Camunda Form
            camunda:formRef="visit" camunda:formRefBinding="deployment" camunda:candidateGroups | camunda:formKey="camunda-forms:deployment:visit.form" camunda:candidateGroups | Work: shows a form that is not a Camunda Form
            camunda:formRef="visit" camunda:formRefBinding="deployment" camunda:candidateGroups | camunda:formRef="gone" camunda:candidateGroups | Work: shows the form gone, which is not in the folder forms
            camunda:candidateGroups="responders" | camunda:candidateGroups="responders, answerers"                | Work: is for the group answerers, which does not exist
            camunda:candidateGroups="responders" | camunda:candidateGroups="${currentUserGroups()}"               | which does not exist
            camunda:candidateGroups="responders" | camunda:candidateUsers="kent-officer"                          | Work: names people
            camunda:historyTimeToLive="P1D"      | ''                                                             | visit: does not say how long its history is kept
            <process id                          | <x:scriptTask id="Odd"/><process id                            | Odd: is a script
            """)
    void saysWhatAModelMayNotHold(String now, String then, String finding) {
        refuses("visit.bpmn", SampleModels.MODEL, now, then, finding);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            <inputExpression id="InE"       | <inputExpression id="InE" expressionLanguage="groovy"               | InE: is written in groovy
            <inputEntry id="Cell"           | <inputEntry id="Cell" expressionLanguage="javascript"               | Cell: is written in javascript
            <inputExpression id="InE"       | <inputExpression id="InE" expressionLanguage="juel"                 | InE: is written in juel
            <text>subject</text>            | <text>${''.getClass()}</text>                                       | InE: runs a program
            <text>"b"</text>                | <text>function(x) external {java: {class: "java.lang.Runtime", method signature: "x()"}}</text> | Answer: runs a program
            camunda:historyTimeToLive="P1D" | ''                                                                  | tone: does not say how long its history is kept
            <decisionTable id="Table">      | <invocation id="Call"/><decisionTable id="Table">                   | Call: holds invocation
            """)
    void saysWhatATableMayNotHold(String now, String then, String finding) {
        refuses("tone.dmn", SampleModels.TABLE, now, then, finding);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            visit.bpmn  | <!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]><a>&b;</a> | visit.bpmn, the file: it has a DOCTYPE
            tone.dmn    | <!DOCTYPE a><a/>                                                  | tone.dmn, the file: it has a DOCTYPE
            visit.bpmn  | <a>                                                               | the file: it is no XML
            form.html   | <form cam-script=""/>                                            | form.html, the file: it is neither a model
            run.groovy  | 1                                                                 | run.groovy, the file: it is neither a model
            case.cmmn   | <definitions/>                                                    | case.cmmn, the file: it is neither a model
            visit.bpmn20.xml | <definitions/>                                               | visit.bpmn20.xml, the file: it is neither a model
            visit.form  | {"id": "x", "components": [{"key": "a", "type": "filepicker"}]}   | the form: Field a: the type filepicker
            """)
    void saysWhichFilesItDoesNotTake(String file, String content, String finding) {
        refuses(file, content, "", "", finding);
    }

    /** What the engine notices itself, without where it noticed it. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            targetRef="Work"> | targetRef="Gone"> | Flow_2: leads to Gone, which is not there or on another level; draw the flow anew
            <userTask id="Work" | <exclusiveGateway id="Only" default="None"/><userTask id="Work" | Only: leads nowhere
            camunda:historyTimeToLive="P1D" | camunda:historyTimeToLive="P6Y" | visit: says how long its history is kept in a way that the engine does not read; write days
            """)
    void saysInItsOwnWordsWhatTheEngineCannotRead(String now, String then, String finding) {
        refuses("visit.bpmn", SampleModels.MODEL, now, then, finding);
    }

    @Test
    void saysEverythingAtOnce() {
        var broken = SampleModels.MODEL.replace("${setDeadline}", "${dataSource}").replace("responders", "nobody-here");

        var refused = catchThrowableOfType(ModelsRefused.class, () -> repository.createDeployment().addString("visit.bpmn", broken).deploy());

        assertThat(refused.findings()).extracting(Finding::element).containsExactly("Start", "Set", "Work", "Work");
        assertThat(refused).hasMessageStartingWith("Nothing was deployed, and the versions before stay, because of:\n  visit.bpmn:").hasMessageContaining(", Start: shows the form visit");
    }

    /** A start at which nothing changed, with another version of the product. */
    @Test
    void looksAlsoAtWhatIsDeployedAlready(@TempDir Path directory) throws IOException {
        var folder = ModelFolder.copyTo(directory.resolve("models"));
        var deployments = repository.createDeploymentQuery().count();
        gate.look(new ModelDeployment(folder.path().toString()).contents());
        folder.replace("processes/stage.bpmn", "${determineStartDate}", "${stageStarts}");

        assertThatThrownBy(() -> gate.look(new ModelDeployment(folder.path().toString()).contents())).isInstanceOf(ModelsRefused.class)
                .hasMessageContaining("processes/stage.bpmn:").hasMessageContaining("the product has no delegate stageStarts");
        assertThat(repository.createDeploymentQuery().count()).isEqualTo(deployments);
    }

    @Test
    void takesAGroupThatAnInstallationHasMade() {
        identity.saveGroup(identity.newGroup("visitors"));
        try {
            var deployment = repository.createDeployment().name("a test's").addString("visit.bpmn", SampleModels.MODEL.replace("responders", "visitors"))
                    .addString("visit.form", SampleModels.FORM).deploy();
            try {
                groups.run(new DefaultApplicationArguments());
                identity.deleteGroup("visitors");

                assertThatThrownBy(() -> groups.run(new DefaultApplicationArguments())).hasMessage("The models name groups that do not exist, so nobody could do"
                        + " their tasks: visitors (visit.bpmn, Work). Make the groups in Admin, or correct the models.");
            } finally {
                repository.deleteDeployment(deployment.getId(), true);
            }
        } finally {
            identity.deleteGroup("visitors");
        }
    }

    private void refuses(String file, String content, String now, String then, String finding) {
        assertThat(content).contains(now);
        var deployments = repository.createDeploymentQuery().count();
        var definitions = repository.createProcessDefinitionQuery().count() + repository.createDecisionDefinitionQuery().count();
        var deployment = repository.createDeployment().name("a test's").addString(file, content.replace(now, then));
        if (!file.endsWith(".form")) {
            deployment.addString("visit.form", SampleModels.FORM);
        }

        var refused = catchThrowableOfType(ModelsRefused.class, deployment::deploy);

        assertThat(refused).isNotNull();
        assertThat(refused.findings()).extracting(Finding::toString).anySatisfy(text -> assertThat(text).contains(finding).startsWith(file));
        assertThat(repository.createDeploymentQuery().count()).isEqualTo(deployments);
        assertThat(repository.createProcessDefinitionQuery().count() + repository.createDecisionDefinitionQuery().count()).isEqualTo(definitions);
    }
}
