package org.redress.api;

import jakarta.servlet.http.HttpServletRequest;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.redress.access.Csv;
import org.redress.attachments.Attachments;
import org.redress.audit.ReadLog;
import org.redress.board.Bulk;
import org.redress.board.Due;
import org.redress.board.Failed;
import org.redress.board.FinishedCases;
import org.redress.board.MonthlyList;
import org.redress.board.OpenDeadlines;
import org.redress.board.OpenTasks;
import org.redress.board.StepFigures;
import org.redress.board.Stuck;
import org.redress.board.UnsentLetters;
import org.redress.board.Watch;
import org.redress.casefile.CaseStatus;
import org.redress.casefile.Dates;
import org.redress.council.Councils;
import org.redress.documents.Documents;
import org.redress.documents.Format;
import org.redress.identity.CaseRole;
import org.redress.identity.Services;
import org.redress.identity.Warning;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;

/**
 * What supervisors see in Cockpit: of the one council where they work, without what is restricted to others. Process owners see the figures of
 * steps and nothing else.
 */
@RestController
@RequestMapping("/redress/api/board")
class BoardController {
    /** How many rows a file holds. */
    static final int MOST_IN_A_FILE = 10_000;
    /** The same of cases that are over: each gets an entry in the record of who read. */
    private static final int MOST_FINISHED_IN_A_FILE = 2000;
    private static final int LAST_PAGE = 1000;
    private static final int FIRST_YEAR = 1900;

    private final Watch watch;
    private final OpenDeadlines deadlines;
    private final OpenTasks tasks;
    private final FinishedCases finished;
    private final Failed failed;
    private final Stuck stuck;
    private final Attachments attachments;
    private final UnsentLetters unsent;
    private final StepFigures steps;
    private final Bulk bulk;
    private final MonthlyList monthly;
    private final ReadLog readings;
    private final Councils councils;
    private final Services services;
    private final List<Warning> warnings;

    BoardController(Watch watch, OpenDeadlines deadlines, OpenTasks tasks, FinishedCases finished, Failed failed, Stuck stuck, Attachments attachments, UnsentLetters unsent, StepFigures steps, Bulk bulk, MonthlyList monthly, ReadLog readings,
            Councils councils, Services services, List<Warning> warnings) {
        this.watch = watch;
        this.deadlines = deadlines;
        this.tasks = tasks;
        this.finished = finished;
        this.failed = failed;
        this.stuck = stuck;
        this.attachments = attachments;
        this.unsent = unsent;
        this.steps = steps;
        this.bulk = bulk;
        this.monthly = monthly;
        this.readings = readings;
        this.councils = councils;
        this.services = services;
        this.warnings = warnings;
    }

    /** The days that count, what is due, who has how much, what stands still; and what lists can be narrowed to. */
    @GetMapping
    ResponseEntity<?> board() {
        return supervised(council -> {
            var board = new LinkedHashMap<String, @Nullable Object>();
            board.put("council", councils.find(council).map(one -> one.name()).orElse(council));
            board.put("today", watch.today());
            board.put("until", watch.until());
            board.put("warning", Warning.of(warnings).orElse(null));
            board.put("deadlines", deadlines.counts(council));
            board.put("kept", deadlines.kept(council));
            board.put("keptSince", org.redress.tally.Tally.quarter(watch.today()));
            board.put("people", tasks.loads(council));
            var standing = failed.of(council);
            board.put("failed", standing.lines());
            board.put("moreFailed", standing.more());
            board.put("stuck", stuck.of(council));
            board.put("unscanned", attachments.waiting(council));
            board.put("unsent", unsent.of(council));
            board.put("services", services.open(council).stream().map(one -> Map.of("key", one.code(), "label", one.name())).toList());
            boolean ombudsman = councils.find(council).filter(one -> one.ombudsman()).isPresent();
            board.put("roles", Arrays.stream(CaseRole.values()).filter(role -> role.ombudsmans() == ombudsman).map(role -> Map.of("key", role.key(), "label", role.title())).toList());
            board.put("outcomes", FinishedCases.outcomes());
            return found(board);
        });
    }

    @GetMapping("/counts.csv")
    ResponseEntity<?> countsFile() {
        return supervised(council -> {
            var counts = deadlines.counts(council);
            var rows = new ArrayList<List<Object>>();
            Map.of("Council", counts.councils(), "Service", counts.services(), "Stage", counts.stages(), "Kind of deadline", counts.kinds(), "All", List.of(counts.all()))
                    .entrySet().stream().sorted(Map.Entry.comparingByKey()).forEach(by -> by.getValue()
                            .forEach(group -> rows.add(List.of(by.getKey(), group.label(), group.overdue(), group.today(), group.soon(), ""))));
            tasks.loads(council).forEach(load -> rows.add(List.of("Tasks of", load.label(), load.overdue(), load.today(), load.soon(), load.later())));
            return Csv.answer("board", List.of("By", "Which", Due.OVERDUE.title(), Due.TODAY.title(), Due.SOON.title(), "Later or no day"), rows);
        });
    }

    @GetMapping("/kept.csv")
    ResponseEntity<?> keptFile() {
        return supervised(council -> Csv.answer("deadlines-met-and-missed", List.of("Deadline", "Met", "Missed"),
                deadlines.kept(council).stream().map(kept -> List.<Object>of(kept.title(), kept.met(), kept.missed())).toList()));
    }

    /** The list of a month, by itself of the last one, as a document. */
    @GetMapping({"/month.pdf", "/month.docx"})
    ResponseEntity<?> month(HttpServletRequest request, @RequestParam(required = false) @Nullable YearMonth month) {
        return supervised(council -> {
            var asked = month == null ? YearMonth.from(watch.today()).minusMonths(1) : month;
            if (asked.isAfter(YearMonth.from(watch.today())) || asked.getYear() < FIRST_YEAR) {
                return refused(400, "Choose a month that has begun, such as 2026-10.");
            }
            var made = monthly.of(council, asked);
            if (!made.references().isEmpty()) {
                readings.listed(made.references(), council, "monthly list");
            }
            var format = request.getRequestURI().endsWith(".pdf") ? Format.PDF : Format.DOCX;
            return ResponseEntity.ok().cacheControl(CacheControl.noStore()).header("Content-Type", format.type())
                    .header("Content-Disposition", "attachment; filename=\"monthly-list-" + asked + "." + format.ending() + "\"").body(Documents.write(made.document(), format));
        });
    }

    @GetMapping("/deadlines")
    ResponseEntity<?> deadlines(@RequestParam(required = false) @Nullable Due due, @RequestParam(required = false) @Nullable String council,
            @RequestParam(required = false) @Nullable String service, @RequestParam(required = false) @Nullable Integer stage,
            @RequestParam(required = false) @Nullable String kind, @RequestParam(defaultValue = "0") int page) {
        return supervised(own -> found(deadlines.list(own, new OpenDeadlines.Which(due, council, service, stage, kind), bounded(page))));
    }

    @GetMapping("/deadlines.csv")
    ResponseEntity<?> deadlinesFile(@RequestParam(required = false) @Nullable Due due, @RequestParam(required = false) @Nullable String council,
            @RequestParam(required = false) @Nullable String service, @RequestParam(required = false) @Nullable Integer stage,
            @RequestParam(required = false) @Nullable String kind) {
        return supervised(own -> Csv.answer("deadlines", List.of("Case", "Deadline", "Day", "Working days late", "Owed by", "Service", "Council"),
                deadlines.first(own, new OpenDeadlines.Which(due, council, service, stage, kind), MOST_IN_A_FILE + 1), MOST_IN_A_FILE,
                line -> List.of(line.reference(), line.title(), line.dueOn().toString(), line.late(), line.owedBy(), line.service(), line.council())));
    }

    @GetMapping("/tasks")
    ResponseEntity<?> tasks(@RequestParam(required = false) @Nullable Due due, @RequestParam(required = false) @Nullable String person,
            @RequestParam(required = false) @Nullable String reference, @RequestParam(defaultValue = "0") int page) {
        return supervised(own -> found(tasks.list(own, new OpenTasks.Which(due, person, reference), bounded(page))));
    }

    @GetMapping("/tasks.csv")
    ResponseEntity<?> tasksFile(@RequestParam(required = false) @Nullable Due due, @RequestParam(required = false) @Nullable String person,
            @RequestParam(required = false) @Nullable String reference) {
        return supervised(own -> Csv.answer("tasks", List.of("Case", "Task", "With", "Due", "Brought forward on", "Priority"),
                tasks.first(own, new OpenTasks.Which(due, person, reference), MOST_IN_A_FILE + 1), MOST_IN_A_FILE,
                line -> Arrays.<@Nullable Object>asList(line.reference(), line.title(), line.name(), day(line.dueOn()), day(line.bringForward()), line.priority())));
    }

    @GetMapping("/finished")
    ResponseEntity<?> finished(@RequestParam(required = false) @Nullable String service, @RequestParam(required = false) @Nullable CaseStatus outcome,
            @RequestParam(required = false) @Nullable LocalDate from, @RequestParam(required = false) @Nullable LocalDate until,
            @RequestParam(required = false) @Nullable String procedure, @RequestParam(defaultValue = "0") int page) {
        return supervised(own -> {
            var found = finished.list(own, new FinishedCases.Which(service, outcome, from, until, procedure), bounded(page));
            noted(own, found.rows());
            return found(found);
        });
    }

    @GetMapping("/finished.csv")
    ResponseEntity<?> finishedFile(@RequestParam(required = false) @Nullable String service, @RequestParam(required = false) @Nullable CaseStatus outcome,
            @RequestParam(required = false) @Nullable LocalDate from, @RequestParam(required = false) @Nullable LocalDate until,
            @RequestParam(required = false) @Nullable String procedure) {
        return supervised(own -> {
            var found = finished.first(own, new FinishedCases.Which(service, outcome, from, until, procedure), MOST_FINISHED_IN_A_FILE + 1);
            noted(own, found.subList(0, Math.min(found.size(), MOST_FINISHED_IN_A_FILE)));
            return Csv.answer("finished-cases", List.of("Case", "Outcome", "Ended", "Received", "Service", "Stage"), found, MOST_FINISHED_IN_A_FILE,
                    line -> List.of(line.reference(), line.outcome(), line.endedOn().toString(), line.receivedOn().toString(), line.service(), line.stage()));
        });
    }

    /** Who may do these tasks, or have this role of these cases, by name. */
    @PostMapping("/people")
    ResponseEntity<?> people(@RequestBody Bulk.Asked asked) {
        return supervised(council -> found(bulk.takers(council, asked)));
    }

    /** One thing with many, and what became of each. */
    @PostMapping("/bulk")
    ResponseEntity<?> bulk(@RequestBody Bulk.Asked asked) {
        return supervised(council -> found(bulk.doAll(council, asked)));
    }

    @GetMapping("/definitions/{id}")
    ResponseEntity<?> definition(@PathVariable String id) {
        return figures(id, BoardController::found);
    }

    @GetMapping("/definitions/{id}/steps.csv")
    ResponseEntity<?> stepsFile(@PathVariable String id) {
        return figures(id, view -> Csv.answer(view.process() + "-steps",
                List.of("Step", "Cases there now", "Completed since " + Dates.text(view.since()), "Half took at most, working days", "Nine of ten took at most, working days"),
                view.steps().stream().map(step -> Arrays.<@Nullable Object>asList(step.name(), step.standing(), step.completed(), step.median(), step.ninetieth())).toList()));
    }

    /** A day or a word that is none of those that are known. */
    @ExceptionHandler
    ResponseEntity<?> unreadable(MethodArgumentTypeMismatchException e) {
        return refused(400, "This list cannot be narrowed like that: " + e.getName() + ". Choose a day of the calendar, such as 1 April 2026.");
    }

    @ExceptionHandler
    ResponseEntity<?> refused(Bulk.Refused e) {
        return refused(400, String.valueOf(e.getMessage()));
    }

    @ExceptionHandler
    ResponseEntity<?> unreadable(HttpMessageNotReadableException e) {
        return refused(400, "What is to be done cannot be read.");
    }

    private ResponseEntity<?> figures(String definition, Function<StepFigures.View, ResponseEntity<?>> answer) {
        if (!watch.seesFigures()) {
            return refused(403, "Supervisors and process owners see these figures.");
        }
        return steps.of(definition).<ResponseEntity<?>>map(answer).orElseGet(() -> refused(404, "There is no such procedure."));
    }

    private ResponseEntity<?> supervised(Function<String, ResponseEntity<?>> answer) {
        return watch.council().<ResponseEntity<?>>map(answer).orElseGet(() -> refused(403, "Supervisors see this, of their own council."));
    }

    /** How a case ended is something of the case: who is shown it is noted in its record (DAT-01). */
    private void noted(String council, List<FinishedCases.Line> shown) {
        if (!shown.isEmpty()) {
            readings.listed(shown.stream().map(FinishedCases.Line::reference).toList(), council, "list of finished cases");
        }
    }

    private static int bounded(int page) {
        return Math.max(0, Math.min(page, LAST_PAGE));
    }

    private static @Nullable String day(@Nullable LocalDate day) {
        return day == null ? null : day.toString();
    }

    private static ResponseEntity<?> found(Object what) {
        return ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(what);
    }

    private static ResponseEntity<?> refused(int status, String sentence) {
        return ResponseEntity.status(status).cacheControl(CacheControl.noStore()).body(Map.of("message", sentence));
    }
}
