package org.redress.api;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
import org.redress.gate.Written;
import org.redress.identity.Reader;
import org.redress.identity.Role;
import org.redress.identity.Services;
import org.redress.identity.Sight;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

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
    private final Sight sight;
    private final Lessons lessons;
    private final Services services;
    private final ReadLog readings;
    private final Clock clock;

    LessonsPage(Reader reader, Sight sight, Lessons lessons, Services services, ReadLog readings, Clock clock) {
        this.reader = reader;
        this.sight = sight;
        this.lessons = lessons;
        this.services = services;
        this.readings = readings;
        this.clock = clock;
    }

    @GetMapping("/redress/lessons")
    ResponseEntity<String> show(HttpServletRequest request, @RequestParam(required = false) @Nullable String since) {
        if (!reader.has(Role.SUPERVISORS) || reader.councils().size() != 1) {
            return Pages.answer(403, Pages.page(request, "Not for you", "<h1>Lessons</h1>\n<p class=\"refusal\">Supervisors see this list, of their own council.</p>"));
        }
        var council = reader.councils().get(0);
        var written = since == null ? Optional.of(LocalDate.now(clock).minusYears(1)) : Written.asDay(since);
        if (written.isEmpty()) {
            return Pages.answer(400, Pages.page(request, "Lessons", BACK + "<h1>Lessons</h1>\n<p class=\"refusal\">Write the day as 1 April 2026 or 01/04/2026.</p>"));
        }
        var from = written.get();
        var learnt = lessons.of(council, from, LocalDate.now(clock).plusDays(1), sight.barred(reader.user().orElseThrow(), council), MOST_SHOWN);
        if (!learnt.isEmpty()) {
            readings.listed(learnt.stream().map(Learnt::reference).collect(Collectors.toCollection(TreeSet::new)), council, LIST);
        }
        var intro = BACK + "<h1>Lessons</h1>\n<p>Issues that were upheld since " + Dates.inFull(from) + (learnt.size() == MOST_SHOWN ? ", the newest " + MOST_SHOWN : "") + ".</p>\n"
                + "<form method=\"get\" action=\"/redress/lessons\">\n<label for=\"since\">Since</label>\n<input type=\"date\" id=\"since\" name=\"since\" value=\"" + from
                + "\" required>\n<button type=\"submit\">Show</button>\n</form>\n";
        return Pages.answer(200, Pages.page(request, "Lessons", intro + (learnt.isEmpty() ? "<p>Nothing.</p>\n" : tables(council, learnt))));
    }

    private String tables(String council, List<Learnt> learnt) {
        return "<h2>How often</h2>\n" + counted("Cause", learnt, one -> CaseDocuments.words(one.cause())) + counted("Where it went wrong", learnt, one -> service(council, one.service()))
                + "<h2>Each issue</h2>\n" + Pages.table("Each issue", List.of(Pages.CASE, "Issue", "Stage", "Answered", "Cause", "Where", "What is learnt", "Promised"), learnt.stream().map(one -> List.of(one.reference(),
                        String.valueOf(one.issue()), String.valueOf(one.stage()), Dates.dayInFull(one.on()), CaseDocuments.words(one.cause()), service(council, one.service()), one.lesson(),
                        promised(one.actions()))).toList());
    }

    private static String counted(String what, List<Learnt> learnt, Function<Learnt, String> by) {
        Map<String, Long> counts = learnt.stream().collect(Collectors.groupingBy(by, TreeMap::new, Collectors.counting()));
        return Pages.table("How often, by: " + what, List.of(what, "Issues"), counts.entrySet().stream().map(count -> List.of(count.getKey(), String.valueOf(count.getValue()))).toList());
    }

    private String service(String council, @Nullable String code) {
        return code == null ? "Whole council" : services.name(council, code);
    }

    private static String promised(List<ActionView> actions) {
        return actions.stream().map(action -> action.wording() + " (" + action.state().text() + ")").collect(Collectors.joining("; "));
    }
}
