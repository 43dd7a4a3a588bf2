package org.redress.api;

import java.util.Map;
import org.redress.api.CaseReader.NotNoted;
import org.redress.casefile.CannotBeKept;
import org.redress.letters.WrittenLetters.Printed;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The approved letter of a task for the printer, before it is recorded as sent: what is printed is what is kept then (DAT-04). */
@RestController
@RequestMapping("/redress/api/tasks/{taskId}/letters")
class PrintController {
    private static final int NOT_FOUND = 404;
    private static final int CONFLICT = 409;

    private final CaseReader reader;
    private final TaskCases tasks;

    PrintController(CaseReader reader, TaskCases tasks) {
        this.reader = reader;
        this.tasks = tasks;
    }

    /** One paper, counted from 1. */
    @PostMapping("/{paper}/print")
    ResponseEntity<?> print(@PathVariable String taskId, @PathVariable int paper) {
        return reader.ofTask(taskId).flatMap(opened -> tasks.print(opened, taskId)).filter(papers -> paper >= 1 && paper <= papers.size())
                .<ResponseEntity<?>>map(papers -> pdf(papers.get(paper - 1))).orElseGet(() -> refused(NOT_FOUND, "There is no approved letter to print in this task."));
    }

    private static ResponseEntity<byte[]> pdf(Printed printed) {
        return ResponseEntity.ok().header("Content-Type", "application/pdf").header("X-Content-Type-Options", "nosniff").cacheControl(CacheControl.noStore())
                .header("Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'; sandbox")
                .header("Content-Disposition", "attachment; filename=\"" + printed.name().replaceAll("[^A-Za-z0-9 -]", "-") + ".pdf\"").body(printed.pdf());
    }

    private static ResponseEntity<?> refused(int status, String sentence) {
        return ResponseEntity.status(status).cacheControl(CacheControl.noStore()).body(Map.of("message", sentence));
    }

    /** It is not what was approved any more, or Redress sends it. */
    @ExceptionHandler
    ResponseEntity<?> changed(CannotBeKept changed) {
        return refused(CONFLICT, String.valueOf(changed.getMessage()));
    }

    @ExceptionHandler
    ResponseEntity<?> noCase(CaseReader.NoCase none) {
        return refused(NOT_FOUND, "This task belongs to no single case.");
    }

    @ExceptionHandler
    ResponseEntity<?> notNoted(NotNoted failed) {
        return refused(503, NotNoted.SENTENCE);
    }
}
