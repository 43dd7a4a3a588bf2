package org.redress.api;

import java.util.List;
import java.util.Map;
import org.redress.access.Csv;
import org.redress.board.StepFigures;
import org.redress.casefile.Dates;
import org.redress.identity.Reader;
import org.redress.identity.Role;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What supervisors see in Cockpit: of the councils to which they belong, and nothing of others. Process owners see figures of steps. */
@RestController
@RequestMapping("/redress/api/board")
class BoardController {
    private final Reader reader;
    private final StepFigures steps;

    BoardController(Reader reader, StepFigures steps) {
        this.reader = reader;
        this.steps = steps;
    }

    @GetMapping("/definitions/{id}")
    ResponseEntity<?> definition(@PathVariable String id) {
        return mayNotSeeFigures() ? notForYou() : steps.of(id).<ResponseEntity<?>>map(BoardController::found).orElseGet(BoardController::noDefinition);
    }

    @GetMapping("/definitions/{id}/steps.csv")
    ResponseEntity<?> steps(@PathVariable String id) {
        return mayNotSeeFigures() ? notForYou() : steps.of(id).<ResponseEntity<?>>map(view -> Csv.answer(view.process() + "-steps",
                List.of("Step", "Cases there now", "Completed since " + Dates.text(view.since()), "Median, working days", "90th percentile, working days"),
                view.steps().stream().map(step -> java.util.Arrays.asList((Object) step.name(), step.standing(), step.completed(), step.median(), step.ninetieth())).toList()))
                .orElseGet(BoardController::noDefinition);
    }

    private boolean mayNotSeeFigures() {
        return !reader.has(Role.SUPERVISORS) && !reader.has(Role.PROCESS_OWNERS);
    }

    private static ResponseEntity<?> found(Object what) {
        return ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(what);
    }

    private static ResponseEntity<?> notForYou() {
        return refused(403, "Supervisors see this, of their own council.");
    }

    private static ResponseEntity<?> noDefinition() {
        return refused(404, "There is no such procedure.");
    }

    private static ResponseEntity<?> refused(int status, String sentence) {
        return ResponseEntity.status(status).cacheControl(CacheControl.noStore()).body(Map.of("message", sentence));
    }
}
