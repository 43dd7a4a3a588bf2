package org.redress.api;

import java.util.Map;
import org.camunda.bpm.engine.TaskService;
import org.redress.audit.ReadLog;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * The case of a task, for the Case tab. Who may not read the task gets the same answer as for a task that does not exist; who reads it is
 * noted before they see it (DAT-01).
 */
@RestController
@RequestMapping("/redress/api")
class CaseController {
    private static final Logger LOG = LoggerFactory.getLogger(CaseController.class);

    private final TaskService tasks;
    private final CaseDocuments documents;
    private final ReadLog readings;

    CaseController(TaskService tasks, CaseDocuments documents, ReadLog readings) {
        this.tasks = tasks;
        this.documents = documents;
        this.readings = readings;
    }

    @GetMapping("/tasks/{taskId}/case")
    ResponseEntity<?> caseOf(@PathVariable String taskId) {
        var task = tasks.createTaskQuery().taskId(taskId).singleResult();
        var reference = task == null ? null : (String) tasks.getVariable(taskId, "caseReference");
        if (reference == null) {
            return ResponseEntity.status(404).cacheControl(CacheControl.noStore())
                    .body(Map.of("message", "There is no such task for you; it may have been completed or given to somebody else."));
        }
        try {
            readings.opened(reference, task.getTenantId(), taskId);
        } catch (RuntimeException e) {
            LOG.error("The opening of a file cannot be noted, so nobody is shown one: {}", e.toString());
            return ResponseEntity.status(503).cacheControl(CacheControl.noStore())
                    .body(Map.of("message", "The file is not shown, because it cannot be noted that you open it."));
        }
        return ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(documents.of(reference));
    }
}
