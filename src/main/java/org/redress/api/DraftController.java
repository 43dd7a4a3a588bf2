package org.redress.api;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.redress.draft.DraftRefused;
import org.redress.draft.Drafts;
import org.redress.draft.Drafts.Outcome;
import org.redress.gate.Work;
import org.redress.gate.Work.Item;
import org.redress.identity.Reader;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * What whoever is signed in has typed into the form of a task or of a start, and not sent yet. Who may not send the form gets the same
 * answer as for one that does not exist; nobody gets anything that another person typed (DAT-01).
 */
@RestController
@RequestMapping("/redress/api/drafts")
class DraftController {
    private static final Logger LOG = LoggerFactory.getLogger(DraftController.class);
    private static final int CONFLICT = 409;
    private static final int TOO_LARGE = 413;

    private final Work work;
    private final Drafts drafts;
    private final Reader reader;

    DraftController(Work work, Drafts drafts, Reader reader) {
        this.work = work;
        this.drafts = drafts;
        this.reader = reader;
    }

    @GetMapping("/tasks/{task}")
    ResponseEntity<?> ofTask(@PathVariable String task) {
        return answer(work.task(task), item -> found(drafts.read(item)));
    }

    @PutMapping("/tasks/{task}")
    ResponseEntity<?> keepForTask(@PathVariable String task, HttpServletRequest request) throws IOException {
        var sent = body(request);
        return answer(work.task(task), item -> outcome(drafts.keep(item, sent)));
    }

    @DeleteMapping("/tasks/{task}")
    ResponseEntity<?> throwAwayOfTask(@PathVariable String task, @RequestParam int version, @RequestParam String writer) {
        return answer(work.task(task), item -> outcome(drafts.throwAway(item, version, writer)));
    }

    @GetMapping("/starts/{process}")
    ResponseEntity<?> ofStart(@PathVariable String process) {
        return answer(work.start(process), item -> found(drafts.read(item)));
    }

    @PutMapping("/starts/{process}")
    ResponseEntity<?> keepForStart(@PathVariable String process, HttpServletRequest request) throws IOException {
        var sent = body(request);
        return answer(work.start(process), item -> outcome(drafts.keep(item, sent)));
    }

    @DeleteMapping("/starts/{process}")
    ResponseEntity<?> throwAwayOfStart(@PathVariable String process, @RequestParam int version, @RequestParam String writer) {
        return answer(work.start(process), item -> outcome(drafts.throwAway(item, version, writer)));
    }

    @GetMapping("/starts/{process}/{reference}")
    ResponseEntity<?> ofStartFor(@PathVariable String process, @PathVariable String reference) {
        return answer(work.start(process, reference), item -> found(drafts.read(item)));
    }

    @PutMapping("/starts/{process}/{reference}")
    ResponseEntity<?> keepForStartFor(@PathVariable String process, @PathVariable String reference, HttpServletRequest request) throws IOException {
        var sent = body(request);
        return answer(work.start(process, reference), item -> outcome(drafts.keep(item, sent)));
    }

    @DeleteMapping("/starts/{process}/{reference}")
    ResponseEntity<?> throwAwayOfStartFor(@PathVariable String process, @PathVariable String reference, @RequestParam int version, @RequestParam String writer) {
        return answer(work.start(process, reference), item -> outcome(drafts.throwAway(item, version, writer)));
    }

    @GetMapping("/losses")
    ResponseEntity<?> losses() {
        return found(drafts.losses(reader.user().orElseThrow()));
    }

    @DeleteMapping("/losses/{loss}")
    ResponseEntity<?> told(@PathVariable long loss) {
        drafts.told(reader.user().orElseThrow(), loss);
        return ResponseEntity.noContent().build();
    }

    /** No more than may be kept is read, whatever was sent. */
    private byte[] body(HttpServletRequest request) throws IOException {
        return request.getInputStream().readNBytes(drafts.longestRequest() + 1);
    }

    private static ResponseEntity<?> answer(Optional<Item> item, Function<Item, ResponseEntity<?>> with) {
        return item.<ResponseEntity<?>>map(with).orElseGet(() -> refused(404, "There is no such form for you; it may have been sent, or given to somebody else."));
    }

    private static ResponseEntity<?> outcome(Outcome outcome) {
        return outcome.done() ? found(outcome.now().heading()) : ResponseEntity.status(CONFLICT).cacheControl(CacheControl.noStore()).body(Map.of(
                "message", "Another window has kept another text for this.", "now", outcome.now().heading()));
    }

    private static ResponseEntity<?> found(Object what) {
        return ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(what);
    }

    @ExceptionHandler
    ResponseEntity<?> refused(DraftRefused refused) {
        return refused(refused.tooLarge() ? TOO_LARGE : 400, String.valueOf(refused.getMessage()));
    }

    /** A database's message would repeat what was typed. */
    @ExceptionHandler
    ResponseEntity<?> failed(DataAccessException e) {
        LOG.warn("A draft could not be kept or read: {}", e.getClass().getName());
        return refused(503, "Drafts cannot be kept at the moment.");
    }

    private static ResponseEntity<?> refused(int status, String sentence) {
        return ResponseEntity.status(status).cacheControl(CacheControl.noStore()).body(Map.of("message", sentence));
    }
}
