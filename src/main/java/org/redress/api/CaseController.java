package org.redress.api;

import java.util.Map;
import org.camunda.bpm.engine.TaskService;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The case of a task, for the Case tab. Who may not read the task gets the same answer as for a task that does not exist. */
@RestController
@RequestMapping("/redress/api")
class CaseController {
    private final TaskService tasks;
    private final CaseDocuments documents;

    CaseController(TaskService tasks, CaseDocuments documents) {
        this.tasks = tasks;
        this.documents = documents;
    }

    @GetMapping("/tasks/{taskId}/case")
    ResponseEntity<?> caseOf(@PathVariable String taskId) {
        var task = tasks.createTaskQuery().taskId(taskId).singleResult();
        var reference = task == null ? null : (String) tasks.getVariable(taskId, "caseReference");
        if (reference == null) {
            return ResponseEntity.status(404).cacheControl(CacheControl.noStore())
                    .body(Map.of("message", "There is no such task for you; it may have been completed or given to somebody else."));
        }
        return ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(documents.of(reference));
    }
}
