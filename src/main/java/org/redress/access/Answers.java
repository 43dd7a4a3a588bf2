package org.redress.access;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.util.HtmlUtils;

/** Refusals and errors as people and programs get them: a sentence, as a page or as JSON, and nothing about the inside. */
final class Answers {
    static final String TOO_SLOW = "This took too long to arrive.";

    private static final Map<Integer, String> SENTENCES = Map.ofEntries(
            Map.entry(400, "This request cannot be read."),
            Map.entry(401, "Sign in first."),
            Map.entry(403, "You may not do this."),
            Map.entry(404, "There is nothing here."),
            Map.entry(405, "This cannot be done here."),
            Map.entry(406, "This cannot be given in the form that was asked for."),
            Map.entry(408, TOO_SLOW),
            Map.entry(413, "This is too large."),
            Map.entry(414, "This is too large."),
            Map.entry(415, "This cannot be read in the form in which it was sent."),
            Map.entry(429, "This was too often in a short time. Try again later."),
            Map.entry(431, "This is too large."),
            Map.entry(501, "This cannot be done here."),
            Map.entry(505, "This cannot be read in the form in which it was sent."));
    private static final Pattern DATA = Pattern.compile("^/(camunda/api|redress/api|engine-rest|actuator)/");
    private static final String FAULT = "Something went wrong here, and nothing has changed; the log says what.";

    private Answers() {}

    static void send(HttpServletRequest request, HttpServletResponse response, int status) throws IOException {
        send(request, response, status, sentence(status));
    }

    /** What is said of a status where there is nothing more to say. */
    static String sentence(int status) {
        return SENTENCES.getOrDefault(status, status < 500 ? "This request cannot be read." : FAULT);
    }

    /** Sends a sentence that needs no escaping in JSON. */
    static void send(HttpServletRequest request, HttpServletResponse response, int status, String sentence) throws IOException {
        response.setStatus(status);
        response.setHeader("Cache-Control", "no-store");
        Headers.complete(response);
        response.setCharacterEncoding(StandardCharsets.UTF_8.name());
        if (wantsPage(request)) {
            response.setContentType(MediaType.TEXT_HTML_VALUE);
            response.getWriter().write(Pages.page(request, sentence, "<h1>" + HtmlUtils.htmlEscape(sentence) + "</h1>\n<p><a href=\"/\">To the start page</a></p>"));
        } else {
            boolean problem = isOfPrograms(request);
            response.setContentType(problem ? MediaType.APPLICATION_PROBLEM_JSON_VALUE : MediaType.APPLICATION_JSON_VALUE);
            response.getWriter().write(problem ? "{\"type\":\"about:blank\",\"title\":\"" + title(response.getStatus()) + "\",\"status\":" + response.getStatus() + ",\"detail\":\"" + sentence + "\"}"
                    : "{\"message\":\"" + sentence + "\"}");
        }
    }

    /** Whether it is a call of the API for programs, whose errors are as RFC 9457 has them. */
    static boolean isOfPrograms(HttpServletRequest request) {
        return asked(request).startsWith("/redress/api/v1/");
    }

    private static String title(int status) {
        var known = HttpStatus.resolve(status);
        return known == null ? "Error" : known.getReasonPhrase();
    }

    private static String asked(HttpServletRequest request) {
        return Objects.requireNonNullElse((String) request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI), request.getRequestURI());
    }

    /** Whether a person looks at a page, in difference to a script or a program that asks for data. */
    static boolean wantsPage(HttpServletRequest request) {
        var accept = request.getHeader("Accept");
        return accept != null && accept.contains("text/html") && !DATA.matcher(asked(request)).find();
    }
}
