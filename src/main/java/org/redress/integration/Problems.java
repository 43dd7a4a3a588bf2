package org.redress.integration;

import java.util.List;
import java.util.Map;
import org.redress.gate.AnswersRefused;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.web.bind.MissingRequestHeaderException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;

/** Why a call did not do what it asked for, as RFC 9457 has it; nothing of it tells of a person. */
@RestControllerAdvice(basePackageClasses = Problems.class)
class Problems {

    /** A problem of ours, with the status that goes with it. */
    static final class Problem extends RuntimeException {
        private final HttpStatus status;
        private final transient Map<String, Object> more;

        Problem(HttpStatus status, String detail, Map<String, Object> more) {
            super(detail);
            this.status = status;
            this.more = Map.copyOf(more);
        }

        Problem(HttpStatus status, String detail) {
            this(status, detail, Map.of());
        }
    }

    @ExceptionHandler
    ProblemDetail ours(Problem problem) {
        var said = ProblemDetail.forStatusAndDetail(problem.status, String.valueOf(problem.getMessage()));
        problem.more.forEach(said::setProperty);
        return said;
    }

    @ExceptionHandler
    ProblemDetail withoutKey(MissingRequestHeaderException missing) {
        return ProblemDetail.forStatusAndDetail(HttpStatus.BAD_REQUEST, "The header " + missing.getHeaderName() + " is missing.");
    }

    /** Spring's own answer would write into the log what was sent. */
    @ExceptionHandler
    ProblemDetail unreadable(HttpMessageNotReadableException unreadable) {
        return ProblemDetail.forStatusAndDetail(HttpStatus.BAD_REQUEST, "This cannot be read; days are written as 2026-04-01, and the rest as the description says.");
    }

    @ExceptionHandler
    ProblemDetail unreadable(MethodArgumentTypeMismatchException unreadable) {
        return ProblemDetail.forStatusAndDetail(HttpStatus.BAD_REQUEST, "The parameter " + unreadable.getName() + " cannot be read.");
    }

    @ExceptionHandler
    ProblemDetail refused(AnswersRefused refused) {
        var said = ProblemDetail.forStatusAndDetail(HttpStatus.UNPROCESSABLE_ENTITY, "The complaint is not registered.");
        said.setProperty("errors", List.copyOf(refused.sentences()));
        return said;
    }
}
