package org.redress.api;

import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.redress.api.CaseReader.NoCase;
import org.redress.api.CaseReader.NotNoted;
import org.redress.api.CaseReader.Opened;
import org.redress.gate.WhatRan;
import org.redress.identity.Authority;
import org.redress.identity.Sight.Content;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * A case for our scripts: by its reference, by a task, by a process. Who may not read it gets the same answer as for one that does not
 * exist; who reads it is noted before they see it (DAT-01).
 */
@RestController
@RequestMapping("/redress/api")
class CaseController {
    private static final int NOT_FOUND = 404;
    private static final String NO_TASK = "There is no such task for you; it may have been completed or given to somebody else.";
    static final String NO_CASE = "There is no such case for you. Look at the reference again.";
    private static final String NO_PROCESS = "There is no case for you that belongs to this process.";

    private final CaseReader reader;
    private final CaseDocuments documents;
    private final TaskCases taskCases;
    private final WhatRan ran;
    private final Authority authority;

    CaseController(CaseReader reader, CaseDocuments documents, TaskCases taskCases, WhatRan ran, Authority authority) {
        this.reader = reader;
        this.documents = documents;
        this.taskCases = taskCases;
        this.ran = ran;
        this.authority = authority;
    }

    @GetMapping("/tasks/{taskId}/case")
    ResponseEntity<?> ofTask(@PathVariable String taskId) {
        return answer(reader.ofTask(taskId).map(documents::of), NO_TASK);
    }

    /** What stands beside the form of the task; nothing where the task is not about one case. */
    @GetMapping("/tasks/{taskId}/about")
    ResponseEntity<?> aboutTask(@PathVariable String taskId) {
        try {
            return answer(reader.ofTask(taskId).flatMap(opened -> taskCases.of(opened, taskId)), NO_TASK);
        } catch (NoCase none) {
            return ResponseEntity.noContent().cacheControl(CacheControl.noStore()).build();
        }
    }

    @GetMapping("/cases/{reference}")
    ResponseEntity<?> byReference(@PathVariable String reference) {
        return answer(reader.open(reference, "case page").map(documents::of), NO_CASE);
    }

    /** What ran in the processes of a case; for those who see who can do what. */
    @GetMapping("/cases/{reference}/ran")
    ResponseEntity<?> ran(@PathVariable String reference) {
        return answer(reader.open(reference, "what ran", Content.OPEN_WORK).map(this::steps), NO_CASE);
    }

    @GetMapping("/processes/{instance}/case")
    ResponseEntity<?> ofProcess(@PathVariable String instance) {
        return answer(reader.ofProcess(instance).map(documents::of), NO_PROCESS);
    }

    @GetMapping("/processes/{instance}/ran")
    ResponseEntity<?> ranInProcess(@PathVariable String instance) {
        return answer(reader.ofProcess(instance, Content.OPEN_WORK).map(this::steps), NO_PROCESS);
    }

    /** A step with its person by name. */
    record Step(String process, String title, String kind, @Nullable String person, LocalDateTime from, @Nullable LocalDateTime until, boolean broken) {}

    /** What ran, by the reference of its case. */
    record Steps(String reference, List<Step> steps) {}

    private Steps steps(Opened opened) {
        var names = new Names(authority);
        var steps = ran.of(opened.file().reference(), opened.file().council());
        names.prepare(steps.stream().map(WhatRan.Step::person).filter(Objects::nonNull).toList());
        return new Steps(opened.file().reference(), steps.stream().map(step -> new Step(step.process(), step.title(), step.kind(),
                step.person() == null ? null : names.of(step.person()), step.from(), step.until(), step.broken())).toList());
    }

    private static ResponseEntity<?> answer(Optional<?> content, String none) {
        return content.<ResponseEntity<?>>map(found -> ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(found)).orElseGet(() -> refused(NOT_FOUND, none));
    }

    @ExceptionHandler
    ResponseEntity<?> noCase(NoCase none) {
        return refused(NOT_FOUND, "This task belongs to no single case; its form shows what it is about.");
    }

    @ExceptionHandler
    ResponseEntity<?> notNoted(NotNoted failed) {
        return refused(503, NotNoted.SENTENCE);
    }

    private static ResponseEntity<?> refused(int status, String sentence) {
        return ResponseEntity.status(status).cacheControl(CacheControl.noStore()).body(Map.of("message", sentence));
    }
}
