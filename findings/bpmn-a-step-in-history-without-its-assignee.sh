#!/usr/bin/env bash
# org.camunda.bpm:camunda-engine 7.24.0, in memory, full history.
#
# Behaviour: a task that is given to somebody and completed in one command has its assignee in the history of tasks, and none in the history of activities.
# Most would guess: that both say who did the step, as they do when it is given in one command and completed in the next; the list of what ran is made of activities.
# Seen: "pat" in both after two commands; "pat" for the task and nobody for the activity after one.
source "$(dirname "$0")/in-java"

seen=$(run_java org.camunda.bpm:camunda-engine:7.24.0 com.h2database:h2:2.3.232 <<'JAVA'
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.cfg.StandaloneInMemProcessEngineConfiguration;
import org.camunda.bpm.model.bpmn.Bpmn;

public class Finding {
    public static void main(String[] arguments) {
        var configuration = new StandaloneInMemProcessEngineConfiguration();
        var engine = configuration.setJdbcUrl("jdbc:h2:mem:finding;DB_CLOSE_DELAY=-1").buildProcessEngine();
        engine.getRepositoryService().createDeployment().addModelInstance("p.bpmn", Bpmn.createExecutableProcess("p").camundaHistoryTimeToLiveString("P1D").startEvent().userTask("step").endEvent().done()).deploy();
        var commands = ((ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration()).getCommandExecutorTxRequired();
        for (boolean atOnce : new boolean[] {false, true}) {
            var instance = engine.getRuntimeService().startProcessInstanceByKey("p").getId();
            var task = engine.getTaskService().createTaskQuery().processInstanceId(instance).singleResult().getId();
            if (atOnce) {
                commands.execute(context -> {
                    engine.getTaskService().setAssignee(task, "pat");
                    engine.getTaskService().complete(task);
                    return null;
                });
            } else {
                engine.getTaskService().setAssignee(task, "pat");
                engine.getTaskService().complete(task);
            }
            var ofTasks = engine.getHistoryService().createHistoricTaskInstanceQuery().processInstanceId(instance).singleResult().getAssignee();
            var ofActivities = engine.getHistoryService().createHistoricActivityInstanceQuery().processInstanceId(instance).activityId("step").singleResult().getAssignee();
            System.out.println((atOnce ? "in one command: " : "one after the other: ") + ofTasks + " and " + ofActivities);
        }
        engine.close();
    }
}
JAVA
)

expect "$seen" "one after the other: pat and pat" "in one command: pat and null"
