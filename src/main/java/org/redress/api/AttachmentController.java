package org.redress.api;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.redress.attachments.AttachmentRefused;
import org.redress.attachments.Attachments;
import org.redress.reading.NotReadable;
import org.redress.reading.ReadApart;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.dao.DataAccessException;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The attachments of a case. A case or file that is not there for whoever asks is answered like one that does not exist (DAT-01). */
@RestController
@RequestMapping("/redress/api/cases/{reference}/attachments")
class AttachmentController {
    private static final Logger LOG = LoggerFactory.getLogger(AttachmentController.class);
    private static final int PIECE = 64 * 1024;

    private final Attachments attachments;
    private final ReadApart reading;
    private final Clock clock;
    private final Duration within;

    AttachmentController(Attachments attachments, ReadApart reading, Clock clock, @Value("${redress.attachments.within}") Duration within) {
        this.attachments = attachments;
        this.reading = reading;
        this.clock = clock;
        this.within = within;
    }

    @GetMapping
    ResponseEntity<?> all(@PathVariable String reference) {
        return answer(200, attachments.of(reference));
    }

    @PostMapping
    ResponseEntity<?> add(@PathVariable String reference, HttpServletRequest request) throws IOException {
        // before a byte of it is read
        attachments.ask(reference);
        var added = AttachmentForm.read(request, (details, content) -> attachments.add(reference, details, content));
        return answer(added.already() ? 200 : 201, added);
    }

    @GetMapping("/{number}/content")
    void open(@PathVariable String reference, @PathVariable int number, @RequestParam(required = false) @Nullable String show, @RequestParam(required = false) @Nullable String copy, HttpServletResponse response)
            throws IOException {
        var opened = attachments.open(reference, number, show != null, copy != null);
        response.setContentType(opened.type());
        response.setContentLengthLong(opened.bytes());
        response.setHeader("Content-Disposition", opened.disposition());
        response.setHeader("X-Content-Type-Options", "nosniff");
        // nothing in it does anything, whatever it is
        response.setHeader("Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'; sandbox");
        response.setHeader("Cache-Control", "no-store");
        response.setHeader("Accept-Ranges", "none");
        try (var content = opened.content()) {
            var piece = new byte[PIECE];
            var out = response.getOutputStream();
            var end = clock.instant().plus(within);
            for (int length = content.read(piece); length >= 0; length = content.read(piece)) {
                out.write(piece, 0, length);
                if (clock.instant().isAfter(end)) {
                    throw new SocketTimeoutException("A file was taken too slowly.");
                }
            }
        }
    }

    /** What an attachment says, read as a decision of the Ombudsman's; nothing of it is kept, and a person confirms it in the forms. */
    @GetMapping("/{number}/reading")
    ResponseEntity<?> read(@PathVariable String reference, @PathVariable int number) throws IOException {
        var file = attachments.read(reference, number, reading.longest());
        return answer(200, reading.read(file.content(), file.name()));
    }

    @ExceptionHandler
    ResponseEntity<?> refused(NotReadable refused) {
        return refused(422, String.valueOf(refused.getMessage()));
    }

    /** With whom it may be shared, and what is done with what it says of itself. */
    record Marking(@Nullable String marking, @Nullable String metadata) {}

    @PutMapping("/{number}/marking")
    ResponseEntity<?> mark(@PathVariable String reference, @PathVariable int number, @RequestBody Marking marking) {
        return answer(200, attachments.mark(reference, number, marking.marking() == null ? "" : marking.marking(), marking.metadata()));
    }

    /** Why it does not belong here. */
    record Reason(@Nullable String reason) {}

    @PutMapping("/{number}/set-aside")
    ResponseEntity<?> setAside(@PathVariable String reference, @PathVariable int number, @RequestBody Reason reason) {
        return answer(200, attachments.setAside(reference, number, reason.reason()));
    }

    @ExceptionHandler
    ResponseEntity<?> refused(AttachmentRefused refused) {
        return refused(switch (refused.because()) {
            case NONE -> 404;
            case NOT_ALLOWED -> 403;
            case WRONG -> 400;
            case TOO_LARGE -> 413;
            case NOT_TAKEN -> 415;
            case CLOSED, ASKED_BACK -> 409;
            case FAULT -> 500;
        }, String.valueOf(refused.getMessage()));
    }

    @ExceptionHandler
    ResponseEntity<?> refused(AttachmentForm.Unreadable refused) {
        return refused(400, String.valueOf(refused.getMessage()));
    }

    /** The connection was lost, or somebody sent too slowly: nothing of it is kept. */
    @ExceptionHandler
    @Nullable ResponseEntity<?> lost(IOException lost, HttpServletResponse response) {
        if (response.isCommitted()) {
            return null;
        }
        return lost instanceof SocketTimeoutException ? refused(408, "The file took too long to arrive, and nothing of it is kept. Try again with a better connection.")
                : refused(400, "The file did not arrive whole, and nothing of it is kept. Send it again.");
    }

    /** A database's message would repeat what was written. */
    @ExceptionHandler
    ResponseEntity<?> failed(DataAccessException e) {
        LOG.warn("An attachment could not be kept or read: {}", e.getClass().getName());
        return refused(503, "Attachments cannot be kept or read at the moment. Try again.");
    }

    private static ResponseEntity<?> answer(int status, Object what) {
        return ResponseEntity.status(status).cacheControl(CacheControl.noStore()).body(what);
    }

    private static ResponseEntity<?> refused(int status, String sentence) {
        return answer(status, Map.of("message", sentence));
    }
}
