package org.redress.deadline;

import java.util.stream.Stream;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** The processes that are under way because another one called them. */
@Component
public class CalledProcesses {
    private final RuntimeService runtime;

    // lazily: it is the engine's service, and the engine needs what ends deadlines
    CalledProcesses(@Lazy RuntimeService runtime) {
        this.runtime = runtime;
    }

    /** The ids of the instances that an instance has called, and of those that they have called. */
    public Stream<String> of(String instance) {
        return runtime.createProcessInstanceQuery().superProcessInstanceId(instance).list().stream().map(ProcessInstance::getId)
                .flatMap(child -> Stream.concat(Stream.of(child), of(child)));
    }
}
