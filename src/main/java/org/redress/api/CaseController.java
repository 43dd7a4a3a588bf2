package org.redress.api;

import java.util.Map;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.exception.NullValueException;
import org.redress.audit.ReadLog;
import org.redress.gate.Work;
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
    private final Work work;

    CaseController(TaskService tasks, CaseDocuments documents, ReadLog readings, Work work) {
        this.tasks = tasks;
        this.documents = documents;
        this.readings = readings;
        this.work = work;
    }

    @GetMapping("/tasks/{taskId}/case")
    ResponseEntity<?> caseOf(@PathVariable String taskId) {
        var task = tasks.createTaskQuery().taskId(taskId).singleResult();
        if (task == null) {
            return notTheirs(taskId);
        }
        String reference;
        try {
            reference = (String) tasks.getVariable(taskId, "caseReference");
        } catch (NullValueException | AuthorizationException goneMeanwhile) {
            return notTheirs(taskId);
        }
        if (reference == null) {
            return refused(404, "This task belongs to no single case; its form shows what it is about.");
        }
        try {
            readings.opened(reference, task.getTenantId(), taskId);
        } catch (RuntimeException e) {
            LOG.error("The opening of a file cannot be noted, so nobody is shown one: {}", e.toString());
            return refused(503, "The file is not shown, because it cannot be noted that you open it.");
        }
        return ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(documents.of(reference));
    }

    /** A task that there is, but not for them, is noted; the answer is that of a task that there is not. */
    private ResponseEntity<?> notTheirs(String taskId) {
        try {
            work.place(taskId).filter(place -> place.reference() != null).ifPresent(place -> readings.refused(String.valueOf(place.reference()), place.council(), taskId));
        } catch (RuntimeException e) {
            LOG.error("It cannot be noted that somebody asked for a file that is not theirs: {}", e.toString());
        }
        return refused(404, "There is no such task for you; it may have been completed or given to somebody else.");
    }

    private static ResponseEntity<?> refused(int status, String sentence) {
        return ResponseEntity.status(status).cacheControl(CacheControl.noStore()).body(Map.of("message", sentence));
    }
}
