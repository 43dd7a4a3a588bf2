package org.redress.figures;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.redress.access.Csv;
import org.redress.access.Pages;
import org.redress.audit.ReadLog;
import org.redress.casefile.CaseAddress;
import org.redress.casefile.Dates;
import org.redress.casefile.Lessons;
import org.redress.casefile.Lessons.Learnt;
import org.redress.casefile.Part;
import org.redress.casefile.Parties;
import org.redress.documents.Documents;
import org.redress.documents.Format;
import org.redress.figures.Figures.Count;
import org.redress.figures.Figures.Line;
import org.redress.figures.Figures.Period;
import org.redress.gate.Written;
import org.redress.identity.Organisations;
import org.redress.identity.Reader;
import org.redress.identity.Role;
import org.redress.identity.Services;
import org.redress.identity.Sight;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.util.HtmlUtils;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * The figures of a period as page, chart and file, for whoever sees all cases of their own council or Ombudsman (CORP-41, CORP-42). Figures name
 * nobody (DAT-08); the list behind a number shows cases, and who looks at it is noted in the record of each (DAT-01).
 */
@Controller
@ConditionalOnWebApplication
class FiguresPage {
    static final String PATH = "/redress/figures";
    /** How many cases a list shows. */
    static final int MOST_SHOWN = 200;
    private static final int MOST_LESSONS = 2000;
    private static final String LIST = "list of figures";
    private static final String WHOLE = "Whole council";

    private final Reader reader;
    private final Figures figures;
    private final Sight sight;
    private final Services services;
    private final Organisations organisations;
    private final ReadLog readings;
    private final Lessons lessons;
    private final Parties parties;
    private final YearlyAnswers answers;
    private final TransactionTemplate transaction;
    private final Clock clock;

    FiguresPage(Reader reader, Figures figures, Sight sight, Services services, Organisations organisations, ReadLog readings, Lessons lessons, Parties parties, YearlyAnswers answers, TransactionTemplate transaction, Clock clock) {
        this.answers = answers;
        this.lessons = lessons;
        this.parties = parties;
        this.transaction = transaction;
        this.reader = reader;
        this.figures = figures;
        this.sight = sight;
        this.services = services;
        this.organisations = organisations;
        this.readings = readings;
        this.clock = clock;
    }

    /** A figure with its counts. */
    private record Counted(Figure figure, List<Count> counts) {
        Map<String, Long> byKind() {
            return Count.byKind(counts);
        }

        List<String> places() {
            return counts.stream().map(Count::place).distinct().sorted().toList();
        }

        /** The sums by place, of all kinds or of some. */
        static Map<String, Long> byPlace(Stream<Count> counts) {
            return counts.collect(Collectors.groupingBy(Count::place, Collectors.summingLong(Count::count)));
        }
    }

    /** What the places of counts are called, read once for a page. */
    private record Places(boolean ombudsman, Map<String, String> services) {
        String name(String place) {
            return place.isEmpty() ? WHOLE : services.getOrDefault(place, place);
        }

        String head() {
            return ombudsman ? "Council" : "Service";
        }
    }

    /** All figures of a period: the year to the last 31 March, if none is asked for. */
    @GetMapping(PATH)
    ResponseEntity<String> show(HttpServletRequest request, @RequestParam(required = false) @Nullable String from, @RequestParam(required = false) @Nullable String to) {
        var council = council();
        if (council.isEmpty()) {
            return forbidden(request);
        }
        var period = period(from, to);
        if (period.isEmpty()) {
            return notADay(request);
        }
        var counted = counted(council.get(), period.get());
        var places = places(council.get());
        var content = back() + "<h1>Figures</h1>\n" + intro(council.get(), period.get()) + form(period.get(), places.ombudsman())
                + counted.stream().map(one -> section(places, one, period.get())).collect(Collectors.joining());
        return Pages.answer(200, Pages.page(request, "Figures", content));
    }

    /** The same as a file. */
    @GetMapping(PATH + ".csv")
    ResponseEntity<?> file(HttpServletRequest request, @RequestParam(required = false) @Nullable String from, @RequestParam(required = false) @Nullable String to) {
        var council = council();
        if (council.isEmpty()) {
            return forbidden(request);
        }
        var period = period(from, to);
        if (period.isEmpty()) {
            return notADay(request);
        }
        var places = places(council.get());
        var rows = counted(council.get(), period.get()).stream().flatMap(one -> one.counts().stream().map(count -> List.of(one.figure().id(), one.figure().title(),
                Figure.words(count.kind()), places.name(count.place()), String.valueOf(count.count()), one.figure().unit(), period.get().from().toString(),
                period.get().until().minusDays(1).toString(), one.figure().source()))).toList();
        return Csv.answer("figures-" + period.get().from() + "-" + period.get().until().minusDays(1),
                List.of("Figure", "Title", "Kind", places.head(), "Count", "Of", "From", "To", "Source"), rows);
    }

    /** The same as a document to be read, or to be written on in: the draft of the yearly report (CORP-42, CORP-43, DAT-08). */
    @GetMapping({PATH + ".pdf", PATH + ".docx"})
    ResponseEntity<?> document(HttpServletRequest request, @RequestParam(required = false) @Nullable String from, @RequestParam(required = false) @Nullable String to) {
        var council = council();
        if (council.isEmpty()) {
            return forbidden(request);
        }
        var period = period(from, to);
        if (period.isEmpty()) {
            return notADay(request);
        }
        var last = period.get().until().minusDays(1);
        var learnt = learnt(council.get(), period.get());
        var anonymous = transaction.execute(status -> learnt.stream().filter(this::namesNobody).toList());
        var counted = counted(council.get(), period.get()).stream().map(one -> new YearlyReport.Counted(one.figure(), one.byKind())).toList();
        var document = YearlyReport.of(organisations.name(council.get()), period.get().from(), last, LocalDate.now(clock), counted, anonymous, learnt.size() - anonymous.size(),
                ReportYear.of(period.get()).map(year -> answers.of(council.get(), year.from())).orElse(Map.of()));
        var format = request.getRequestURI().endsWith(".pdf") ? Format.PDF : Format.DOCX;
        return ResponseEntity.ok().header("Content-Type", format.type())
                .header("Content-Disposition", "attachment; filename=\"complaints-report-" + period.get().from() + "-" + last + "." + format.ending() + "\"").body(Documents.write(document, format));
    }

    /** What supervisors see of the lessons; that they look is in the record of each case. */
    private List<Learnt> learnt(String council, Period period) {
        if (!reader.has(Role.SUPERVISORS) || figures.ombudsman(council)) {
            return List.of();
        }
        var learnt = lessons.of(council, period.from(), period.until(), sight.barred(person(), council), MOST_LESSONS);
        if (!learnt.isEmpty()) {
            readings.listed(learnt.stream().map(Learnt::reference).collect(Collectors.toCollection(TreeSet::new)), council, "yearly report");
        }
        return learnt;
    }

    private boolean namesNobody(Learnt one) {
        var words = one.lesson() + " " + one.actions().stream().map(action -> action.wording()).collect(Collectors.joining(" "));
        return parties.of(one.reference()).stream().filter(person -> person.part() != Part.COUNCIL).noneMatch(person -> person.namedIn(words));
    }

    /** The cases behind a number. */
    @GetMapping(PATH + "/cases")
    ResponseEntity<String> cases(HttpServletRequest request, @RequestParam String figure, @RequestParam(required = false) @Nullable String kind,
            @RequestParam(required = false) @Nullable String place, @RequestParam(required = false) @Nullable String from, @RequestParam(required = false) @Nullable String to) {
        var council = council();
        if (council.isEmpty()) {
            return forbidden(request);
        }
        var period = period(from, to);
        var counted = Figure.find(figure);
        var places = places(council.get());
        if (period.isEmpty() || counted == null || !counted.isFor(places.ombudsman())) {
            return notADay(request);
        }
        var lines = figures.cases(counted, person(), council.get(), period.get(), kind, place, MOST_SHOWN);
        if (!lines.isEmpty()) {
            readings.listed(lines.stream().map(Line::reference).collect(Collectors.toCollection(TreeSet::new)), council.get(), LIST);
        }
        var title = counted.title() + (kind == null ? "" : ": " + Figure.words(kind)) + (place == null ? "" : ", " + places.name(place));
        var content = "<p><a href=\"" + HtmlUtils.htmlEscape(address(PATH, period.get())) + "\">Figures</a></p>\n<h1>" + HtmlUtils.htmlEscape(title) + "</h1>\n<p>"
                + days(period.get()) + ". " + HtmlUtils.htmlEscape(counted.means()) + "</p>\n"
                + (lines.size() == MOST_SHOWN ? "<p>The first " + MOST_SHOWN + " are shown.</p>\n" : "") + (lines.isEmpty() ? "<p>Nothing.</p>\n" : list(places, lines));
        return Pages.answer(200, Pages.page(request, title, content));
    }

    /** The one council whose figures the reader sees. */
    private Optional<String> council() {
        return reader.councils().size() == 1 ? Optional.of(reader.councils().get(0)).filter(council -> sight.seesAllOfTheCouncil(person(), council)) : Optional.empty();
    }

    private String person() {
        return reader.user().orElse("");
    }

    private List<Counted> counted(String council, Period period) {
        boolean ombudsman = figures.ombudsman(council);
        var counts = figures.counts(person(), council, period);
        return Figure.all().stream().filter(figure -> figure.isFor(ombudsman)).map(figure -> new Counted(figure, counts.getOrDefault(figure.id(), List.of()))).toList();
    }

    /** Both days in it; by itself the year that ended with the last March, which the yearly reports are about (CHD-21). */
    private Optional<Period> period(@Nullable String from, @Nullable String to) {
        var written = Stream.of(Optional.ofNullable(from), Optional.ofNullable(to)).map(day -> day.filter(text -> !text.isBlank()).map(Written::asDay)).toList();
        if (written.stream().anyMatch(day -> day.isPresent() && day.get().isEmpty())) {
            return Optional.empty();
        }
        var first = written.get(0).flatMap(day -> day).orElse(ReportYear.before(LocalDate.now(clock)).first());
        var last = written.get(1).flatMap(day -> day).orElse(first.plusYears(1).minusDays(1));
        return last.isBefore(first) || first.getYear() < 1900 || last.getYear() > 9998 ? Optional.empty() : Optional.of(new Period(first, last.plusDays(1)));
    }

    private String intro(String council, Period period) {
        return "<p>" + HtmlUtils.htmlEscape(organisations.name(council)) + ", " + days(period) + ". Each number leads to the cases behind it. A case that is restricted to named people is counted"
                + " only for these people, so somebody among them makes the yearly figures. What a figure means and who asks for it stands below its title.</p>\n";
    }

    private String form(Period period, boolean ombudsman) {
        var today = LocalDate.now(clock);
        var begins = ReportYear.of(today).first();
        return "<form method=\"get\" action=\"" + PATH + "\">\n<label for=\"from\">From</label>\n<input type=\"date\" id=\"from\" name=\"from\" value=\"" + period.from()
                + "\" required>\n<label for=\"to\">To</label>\n<input type=\"date\" id=\"to\" name=\"to\" value=\"" + period.until().minusDays(1)
                + "\" required>\n<button type=\"submit\">Show</button>\n</form>\n<p>" + link("The year to 31 March " + begins.getYear(), address(PATH, new Period(begins.minusYears(1), begins)))
                + " · " + link("This year so far", address(PATH, new Period(begins, today.plusDays(1)))) + " · " + link("As a file (CSV)", address(PATH + ".csv", period)) + " · " + link("As a document (PDF)", address(PATH + ".pdf", period))
                + " · " + link("As a document (Word)", address(PATH + ".docx", period)) + "</p>\n"
                + (ombudsman ? "" : "<p>" + link("Words of the yearly report and self-assessment", YearlyPage.PATH) + "</p>\n");
    }

    private static String section(Places places, Counted one, Period period) {
        var figure = one.figure();
        var head = "<section class=\"figure\">\n<h2 id=\"" + figure.id() + "\">" + HtmlUtils.htmlEscape(figure.title()) + "</h2>\n<p>" + HtmlUtils.htmlEscape(figure.means())
                + "</p>\n<p class=\"hint\">" + HtmlUtils.htmlEscape(figure.source()) + "</p>\n";
        var byKind = one.byKind();
        if (byKind.isEmpty()) {
            return head + "<p>None.</p>\n</section>\n";
        }
        var rates = figure.rates().stream().flatMap(rate -> rate.percent(byKind).stream().map(percent -> "<li>" + HtmlUtils.htmlEscape(rate.title()) + ": <strong>" + percent + " %</strong> ("
                + rate.sum(byKind, rate.of()) + " of " + rate.sum(byKind, rate.among()) + ")</li>\n")).collect(Collectors.joining());
        return head + (rates.isEmpty() ? "" : "<ul>\n" + rates + "</ul>\n") + "<div class=\"beside\">\n" + table(places, one, byKind, period) + Chart.of(figure.title(), byKind) + "</div>\n</section>\n";
    }

    /** A line for each kind, a column for each service or council that has any, and the sums. */
    private static String table(Places called, Counted one, Map<String, Long> byKind, Period period) {
        var places = one.places();
        boolean several = places.size() > 1;
        var table = new StringBuilder("<div class=\"wide scrolls\" role=\"region\" aria-label=\"Table of: " + HtmlUtils.htmlEscape(one.figure().title()) + "\" tabindex=\"0\"><table>\n<caption class=\"hint\">Number of " + HtmlUtils.htmlEscape(one.figure().unit()) + "</caption>\n<thead><tr><th scope=\"col\">Kind</th>");
        if (several) {
            places.forEach(place -> table.append("<th scope=\"col\" class=\"number\">").append(HtmlUtils.htmlEscape(called.name(place))).append("</th>"));
        }
        table.append("<th scope=\"col\" class=\"number\">All</th></tr></thead>\n<tbody>\n");
        var ofKinds = one.counts().stream().collect(Collectors.groupingBy(Count::kind, Collectors.collectingAndThen(Collectors.toList(), some -> Counted.byPlace(some.stream()))));
        byKind.forEach((kind, all) -> {
            var here = ofKinds.getOrDefault(kind, Map.of());
            table.append("<tr><th scope=\"row\">").append(HtmlUtils.htmlEscape(Figure.words(kind))).append("</th>");
            if (several) {
                places.forEach(place -> table.append(number(here.getOrDefault(place, 0L), behind(one.figure(), period, kind, place))));
            }
            table.append(number(all, behind(one.figure(), period, kind, null))).append("</tr>\n");
        });
        if (byKind.size() > 1) {
            table.append("<tr><th scope=\"row\">All</th>");
            if (several) {
                var here = Counted.byPlace(one.counts().stream());
                places.forEach(place -> table.append(number(here.getOrDefault(place, 0L), behind(one.figure(), period, null, place))));
            }
            table.append(number(byKind.values().stream().mapToLong(Long::longValue).sum(), behind(one.figure(), period, null, null))).append("</tr>\n");
        }
        return table.append("</tbody>\n</table></div>\n").toString();
    }

    private static String number(long count, String address) {
        return "<td class=\"number\">" + (count == 0 ? "0" : link(String.valueOf(count), address)) + "</td>";
    }

    private static String list(Places places, List<Line> lines) {
        var rows = new ArrayList<String>();
        lines.forEach(line -> rows.add("<tr><td>" + Pages.caseLink(line.reference())
                + "</td>" + Stream.of(Dates.dayInFull(line.on()), Figure.words(line.kind()), places.name(line.place())).map(text -> "<td>" + HtmlUtils.htmlEscape(text) + "</td>").collect(Collectors.joining())
                + "</tr>\n"));
        return Pages.scrolling("Cases", "<thead><tr><th scope=\"col\">Case</th><th scope=\"col\">Day</th><th scope=\"col\">Kind</th><th scope=\"col\">" + places.head() + "</th></tr></thead>\n<tbody>\n"
                + String.join("", rows) + "</tbody>\n");
    }

    private Places places(String council) {
        boolean ombudsman = figures.ombudsman(council);
        return new Places(ombudsman, ombudsman ? Map.of() : services.names(council));
    }

    private static String behind(Figure figure, Period period, @Nullable String kind, @Nullable String place) {
        var address = UriComponentsBuilder.fromPath(PATH + "/cases").queryParam("figure", figure.id()).queryParam("from", period.from()).queryParam("to", period.until().minusDays(1));
        var values = new ArrayList<Object>();
        if (kind != null) {
            address.queryParam("kind", "{kind}");
            values.add(kind);
        }
        if (place != null) {
            address.queryParam("place", "{place}");
            values.add(place);
        }
        return address.encode().buildAndExpand(values.toArray()).toUriString();
    }

    private static String address(String path, Period period) {
        return UriComponentsBuilder.fromPath(path).queryParam("from", period.from()).queryParam("to", period.until().minusDays(1)).toUriString();
    }

    private static String days(Period period) {
        return Dates.inFull(period.from()) + " to " + Dates.inFull(period.until().minusDays(1));
    }

    private static String link(String text, String address) {
        return "<a href=\"" + HtmlUtils.htmlEscape(address) + "\">" + HtmlUtils.htmlEscape(text) + "</a>";
    }

    private static String back() {
        return "<p><a href=\"/camunda/app/tasklist/default/\">Tasklist</a> · <a href=\"/redress/lessons\">Lessons</a> · <a href=\"/redress/deadlines\">Deadlines</a></p>\n";
    }

    private static ResponseEntity<String> forbidden(HttpServletRequest request) {
        return Pages.answer(403, Pages.page(request, "Not for you", "<h1>Figures</h1>\n<p class=\"refusal\">Supervisors and the complaints team see these, of their own council, and those who see all cases of an Ombudsman.</p>"));
    }

    private static ResponseEntity<String> notADay(HttpServletRequest request) {
        return Pages.answer(400, Pages.page(request, "Figures", "<h1>Figures</h1>\n<p class=\"refusal\">Write days as 1 April 2026 or 01/04/2026, the first not after the last, and open figures from their page.</p>\n<p><a href=\"" + PATH
                + "\">Figures</a></p>"));
    }
}
