package org.redress.api;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.redress.access.Pages;
import org.redress.audit.ReadLog;
import org.redress.casefile.ActionView;
import org.redress.casefile.Dates;
import org.redress.casefile.Lessons;
import org.redress.casefile.Lessons.Learnt;
import org.redress.identity.Reader;
import org.redress.identity.Role;
import org.redress.identity.Services;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.util.HtmlUtils;

/**
 * For supervisors, of their own council: what is learnt from the issues that were upheld, the source of the yearly report on improvements
 * (CORP-42, CORP-43). It counts by cause and service and names nobody of a case (DAT-08); who looks is noted in the record of each case (DAT-01).
 */
@Controller
@ConditionalOnWebApplication
class LessonsPage {
    /** How many lines are shown; the newest. */
    static final int MOST_SHOWN = 200;
    private static final String LIST = "list of lessons";
    private static final String BACK = "<p><a href=\"/camunda/app/tasklist/default/\">Tasklist</a> · <a href=\"/redress/deadlines\">Deadlines</a></p>\n";

    private final Reader reader;
    private final Lessons lessons;
    private final Services services;
    private final ReadLog readings;
    private final Clock clock;

    LessonsPage(Reader reader, Lessons lessons, Services services, ReadLog readings, Clock clock) {
        this.reader = reader;
        this.lessons = lessons;
        this.services = services;
        this.readings = readings;
        this.clock = clock;
    }

    @GetMapping("/redress/lessons")
    ResponseEntity<String> show(HttpServletRequest request, @RequestParam(required = false) @Nullable String since) {
        if (!reader.has(Role.SUPERVISORS) || reader.councils().size() != 1) {
            return page(403, Pages.page(request, "Not for you", "<h1>Lessons</h1>\n<p class=\"refusal\">Supervisors see this list, of their own council.</p>"));
        }
        var council = reader.councils().get(0);
        LocalDate from;
        try {
            from = since == null ? LocalDate.now(clock).minusYears(1) : LocalDate.parse(since);
        } catch (DateTimeParseException e) {
            return page(400, Pages.page(request, "Lessons", "<h1>Lessons</h1>\n<p class=\"refusal\">A day is written as 2026-04-01.</p>"));
        }
        var learnt = lessons.of(council, from, MOST_SHOWN);
        if (!learnt.isEmpty()) {
            readings.listed(learnt.stream().map(Learnt::reference).collect(Collectors.toCollection(TreeSet::new)), council, LIST);
        }
        return page(200, Pages.page(request, "Lessons", BACK + "<h1>Lessons</h1>\n<p>Issues that were upheld since " + Dates.text(from) + (learnt.size() == MOST_SHOWN ? ", the newest " + MOST_SHOWN : "")
                + "; another day with ?since=2026-04-01.</p>\n" + counted("Cause", learnt, one -> words(one.cause())) + counted("Where it went wrong", learnt, one -> service(council, one.service()))
                + table(List.of("Case", "Issue", "Stage", "Answered", "Cause", "Where", "What is learnt", "Promised"), learnt.stream().map(one -> List.of(one.reference(), String.valueOf(one.issue()),
                        String.valueOf(one.stage()), Dates.text(one.on()), words(one.cause()), service(council, one.service()), one.lesson(), promised(one.actions()))).toList())));
    }

    private static String counted(String what, List<Learnt> learnt, Function<Learnt, String> by) {
        Map<String, Long> counts = learnt.stream().collect(Collectors.groupingBy(by, TreeMap::new, Collectors.counting()));
        return table(List.of(what, "Issues"), counts.entrySet().stream().map(count -> List.of(count.getKey(), String.valueOf(count.getValue()))).toList());
    }

    private String service(String council, @Nullable String code) {
        return code == null ? "Whole council" : services.name(council, code);
    }

    private static String promised(List<ActionView> actions) {
        return actions.stream().map(action -> action.wording() + " (" + action.state().text() + ")").collect(Collectors.joining("; "));
    }

    private static String words(String slug) {
        var words = slug.replace('-', ' ');
        return Character.toUpperCase(words.charAt(0)) + words.substring(1);
    }

    private static String table(List<String> head, List<List<String>> rows) {
        return rows.isEmpty() ? "" : "<table>\n<thead><tr>" + cells("th scope=\"col\"", "th", head) + "</tr></thead>\n<tbody>\n"
                + rows.stream().map(row -> "<tr>" + cells("td", "td", row) + "</tr>\n").collect(Collectors.joining()) + "</tbody>\n</table>\n";
    }

    private static String cells(String open, String close, List<String> texts) {
        return texts.stream().map(text -> "<" + open + ">" + HtmlUtils.htmlEscape(text) + "</" + close + ">").collect(Collectors.joining());
    }

    private static ResponseEntity<String> page(int status, String markup) {
        return ResponseEntity.status(status).cacheControl(CacheControl.noStore()).contentType(MediaType.valueOf("text/html;charset=UTF-8")).body(markup);
    }
}
