package org.redress.api;

import java.util.Map;
import java.util.Optional;
import org.redress.step.Recorded;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The answer to what whoever is signed in has just sent. A step of somebody else is answered like one that nobody took. */
@RestController
@RequestMapping("/redress/api/steps")
class StepController {
    private final Recorded recorded;

    StepController(Recorded recorded) {
        this.recorded = recorded;
    }

    @GetMapping("/tasks/{task}")
    ResponseEntity<?> afterTask(@PathVariable String task) {
        return answer(recorded.ofTask(task));
    }

    @GetMapping("/starts/{processInstance}")
    ResponseEntity<?> afterStart(@PathVariable String processInstance) {
        return answer(recorded.ofStart(processInstance));
    }

    private static ResponseEntity<?> answer(Optional<?> found) {
        return found.<ResponseEntity<?>>map(what -> ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(what))
                .orElseGet(() -> ResponseEntity.status(404).cacheControl(CacheControl.noStore()).body(Map.of("message", "There is no such step of yours.")));
    }
}
