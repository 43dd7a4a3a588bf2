#!/usr/bin/env bash
# org.camunda.bpm:camunda-engine 7.24.0, in memory.
#
# Behaviour: a task that is done for each element of a list, one after the other (sequential multi-instance), has a list given by an expression. The expression is evaluated twice for the first element and once more before
# every further one, while the number of elements stays the one of the beginning. If the list has become shorter meanwhile, because what is done is off it, completing an element fails with a bare NoSuchElementException.
# Most would guess: that the list is read once, when the activity is entered, as its number is, and that each of its elements comes to its turn.
# Seen: for three elements "asked 2 times, first: a", "asked 3 times, then: b", "asked 4 times, then: c"; for a list that loses what is done: "NoSuchElementException: null".
source "$(dirname "$0")/in-java"

seen=$(run_java org.camunda.bpm:camunda-engine:7.24.0 com.h2database:h2:2.3.232 <<'JAVA'
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.impl.cfg.StandaloneInMemProcessEngineConfiguration;

public class Finding {
    private static final String MODEL = """
            <definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:camunda="http://camunda.org/schema/1.0/bpmn" targetNamespace="t">
              <process id="each" isExecutable="true" camunda:historyTimeToLive="P1D">
                <startEvent id="begin" />
                <sequenceFlow id="f1" sourceRef="begin" targetRef="one" />
                <userTask id="one">
                  <multiInstanceLoopCharacteristics isSequential="true" camunda:collection="${lists.left()}" camunda:elementVariable="element" />
                </userTask>
              </process>
            </definitions>
            """;

    public static class Lists {
        final List<String> left = new ArrayList<>(List.of("a", "b", "c"));
        int asked;

        public List<String> left() {
            asked++;
            return List.copyOf(left);
        }
    }

    public static void main(String[] arguments) {
        var lists = new Lists();
        var configuration = new StandaloneInMemProcessEngineConfiguration();
        configuration.setBeans(new HashMap<>(Map.of("lists", lists)));
        var engine = configuration.setJdbcUrl("jdbc:h2:mem:finding;DB_CLOSE_DELAY=-1").buildProcessEngine();
        engine.getRepositoryService().createDeployment().addInputStream("p.bpmn", new ByteArrayInputStream(MODEL.getBytes(StandardCharsets.UTF_8))).deploy();
        engine.getRuntimeService().startProcessInstanceByKey("each");
        for (var word : List.of("first", "then", "then")) {
            var task = engine.getTaskService().createTaskQuery().singleResult();
            System.out.println("asked " + lists.asked + " times, " + word + ": " + engine.getTaskService().getVariable(task.getId(), "element"));
            engine.getTaskService().complete(task.getId());
        }
        engine.getRuntimeService().startProcessInstanceByKey("each");
        try {
            while (true) {
                var task = engine.getTaskService().createTaskQuery().singleResult();
                lists.left.remove(engine.getTaskService().getVariable(task.getId(), "element"));
                engine.getTaskService().complete(task.getId());
            }
        } catch (RuntimeException e) {
            System.out.println(e.getClass().getSimpleName() + ": " + e.getMessage());
        }
        engine.close();
    }
}
JAVA
)

expect "$seen" "asked 2 times, first: a" "asked 3 times, then: b" "asked 4 times, then: c" "NoSuchElementException: null"
