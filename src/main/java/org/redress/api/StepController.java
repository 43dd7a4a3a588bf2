package org.redress.api;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.camunda.bpm.engine.AuthorizationException;
import org.jspecify.annotations.Nullable;
import org.redress.gate.AnswersRefused;
import org.redress.gate.AtTheSameMoment;
import org.redress.gate.BringForward;
import org.redress.identity.Reader;
import org.redress.identity.Role;
import org.redress.step.Cards;
import org.redress.step.Lists;
import org.redress.step.Recorded;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * Work in Tasklist, for whoever is signed in: the answer to what they have just sent, the cards of their lists, how much is in each, and
 * the day on which what waits comes back. A step or task of somebody else is answered like one that there is not.
 */
@RestController
@RequestMapping("/redress/api/steps")
class StepController {
    private final Recorded recorded;

    private final Cards cards;
    private final Lists lists;
    private final BringForward bringForward;
    private final Takers takers;
    private final Reader reader;

    StepController(Recorded recorded, Cards cards, Lists lists, BringForward bringForward, Takers takers, Reader reader) {
        this.recorded = recorded;
        this.cards = cards;
        this.lists = lists;
        this.bringForward = bringForward;
        this.takers = takers;
        this.reader = reader;
    }

    /** What the cards of tasks say, for those of them that there are for whoever asks. */
    @GetMapping("/cards")
    ResponseEntity<?> cards(@RequestParam List<String> task) {
        return found(cards.of(task));
    }

    /** How much is in each list, and what was done recently. */
    @GetMapping("/lists")
    ResponseEntity<?> lists() {
        return found(lists.ofReader());
    }

    /** A day on which a task comes back, as it was written, and why it waits until then. */
    record Day(@Nullable String day, @Nullable String reason) {}

    @PutMapping("/tasks/{task}/bring-forward")
    ResponseEntity<?> bringForward(@PathVariable String task, @RequestBody Day wanted) {
        try {
            bringForward.set(task, Objects.requireNonNullElse(wanted.day(), ""), Objects.requireNonNullElse(wanted.reason(), ""));
            return found(cards.of(List.of(task)));
        } catch (AnswersRefused e) {
            return refused(e instanceof AtTheSameMoment ? 409 : 400, String.join(" ", e.sentences()));
        } catch (AuthorizationException e) {
            return refused(404, "There is no such task for you; it may have been completed by somebody else.");
        }
    }

    @GetMapping("/tasks/{task}")
    ResponseEntity<?> afterTask(@PathVariable String task) {
        return answer(recorded.ofTask(task));
    }

    @GetMapping("/starts/{processInstance}")
    ResponseEntity<?> afterStart(@PathVariable String processInstance) {
        return answer(recorded.ofStart(processInstance));
    }

    /** To whom a supervisor can give a task, by name; the field for it in Tasklist and Cockpit takes the id. */
    @GetMapping("/tasks/{task}/takers")
    ResponseEntity<?> takers(@PathVariable String task) {
        // a card is there for whoever may see the task and its case
        boolean seen = reader.has(Role.SUPERVISORS) && cards.of(List.of(task)).stream().anyMatch(card -> card.reference() != null);
        return seen ? found(takers.ofTask(task)) : refused(404, "There is no such task for you; it may have been completed by somebody else.");
    }

    private static ResponseEntity<?> answer(Optional<?> found) {
        return found.<ResponseEntity<?>>map(StepController::found).orElseGet(() -> refused(404, "There is no such step of yours."));
    }

    private static ResponseEntity<?> found(Object what) {
        return ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(what);
    }

    private static ResponseEntity<?> refused(int status, String sentence) {
        return ResponseEntity.status(status).cacheControl(CacheControl.noStore()).body(Map.of("message", sentence));
    }
}
