package org.redress.api;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.exc.ValueInstantiationException;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import org.redress.find.CaseSearch;
import org.redress.find.CaseSearch.TookTooLong;
import org.redress.find.Wanted;
import org.redress.find.Wanted.NotAQuestion;
import org.redress.identity.Reader;
import org.redress.identity.Throttle;
import org.redress.identity.Throttles;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.dao.DataAccessException;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * The search for cases. What is looked for comes in the body, so that it stands in no address and no log, and what cannot be understood is not repeated. Each person may look so many times in a row,
 * and then once in a while (ADR 34).
 */
@RestController
class CaseSearchController {
    static final String PATH = "/redress/api/cases/search";
    private static final Logger LOG = LoggerFactory.getLogger(CaseSearchController.class);
    private static final String NOT_UNDERSTOOD = "The search is not understood. A stage is a number, and a day one of the calendar, such as 29 November 2026.";
    private static final int LARGEST = 4096;
    private static final int MANY = 429;

    private final CaseSearch search;
    private final Reader reader;
    private final ObjectMapper json;
    private final Throttle throttle;

    CaseSearchController(CaseSearch search, Reader reader, ObjectMapper json, Throttles throttles, @Value("${redress.search.in-a-row:60}") int inARow,
            @Value("${redress.search.one-more-after:1s}") Duration oneMore) {
        this.search = search;
        this.reader = reader;
        this.json = json;
        this.throttle = throttles.named("searches", inARow, oneMore);
    }

    @PostMapping(PATH)
    ResponseEntity<?> find(HttpServletRequest request) throws IOException {
        var body = request.getInputStream().readNBytes(LARGEST + 1);
        if (body.length > LARGEST) {
            return refused(413, "That is too much to look for.");
        }
        var wanted = json.readValue(body, Wanted.class);
        if (wanted == null) {
            return refused(400, NOT_UNDERSTOOD);
        }
        var wait = throttle.take(reader.user().orElse(""));
        if (wait.isPresent()) {
            return ResponseEntity.status(MANY).header("Retry-After", String.valueOf(Math.max(1, wait.get().toSeconds()))).cacheControl(CacheControl.noStore())
                    .body(Map.of("message", "You have looked for cases very often just now; wait a moment."));
        }
        return ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(search.find(wanted));
    }

    /** What was sent is not repeated. */
    @ExceptionHandler
    ResponseEntity<?> notUnderstood(JsonProcessingException e) {
        return refused(400, e instanceof ValueInstantiationException && e.getCause() instanceof NotAQuestion why ? String.valueOf(why.getMessage())
                : NOT_UNDERSTOOD);
    }

    @ExceptionHandler
    ResponseEntity<?> tookTooLong(TookTooLong e) {
        return refused(503, String.valueOf(e.getMessage()));
    }

    /** A database's message would repeat what was looked for. */
    @ExceptionHandler
    ResponseEntity<?> failed(DataAccessException e) {
        LOG.warn("A search failed: {}", e.getClass().getName());
        return refused(503, "Cases cannot be looked for at the moment.");
    }

    private static ResponseEntity<?> refused(int status, String sentence) {
        return ResponseEntity.status(status).cacheControl(CacheControl.noStore()).body(Map.of("message", sentence));
    }
}
