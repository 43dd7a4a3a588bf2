package org.redress.figures;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.redress.access.Pages;
import org.redress.casefile.Dates;
import org.redress.documents.Documents;
import org.redress.documents.Format;
import org.redress.figures.Figures.Count;
import org.redress.figures.Topic.Part;
import org.redress.figures.YearlyAnswers.Said;
import org.redress.figures.YearlyAnswers.Words;
import org.redress.gate.Written;
import org.redress.identity.Authority;
import org.redress.identity.Organisations;
import org.redress.identity.Reader;
import org.redress.identity.Role;
import org.redress.identity.Sight;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.util.HtmlUtils;

/**
 * Where a council's supervisors write what the documents of a year say beside the figures: the words of the yearly report, and for each provision of the Complaint Handling Code whether it is followed, what shows
 * it, and what will be done by when. Whoever sees the figures of a council reads it and gets the self-assessment as a document (CORP-41, CORP-42).
 */
@Controller
@ConditionalOnWebApplication
class YearlyPage {
    static final String PATH = FiguresPage.PATH + "/words";
    static final String DOCUMENT = FiguresPage.PATH + "/self-assessment";
    private static final String TITLE = "Yearly report and self-assessment";
    private static final int OK = 200;
    private static final int SEE_OTHER = 303;
    private static final int NOT_TAKEN = 400;
    private static final int FORBIDDEN = 403;
    private static final int NOT_FOUND = 404;

    private final Reader reader;
    private final Sight sight;
    private final Figures figures;
    private final YearlyAnswers answers;
    private final Organisations organisations;
    private final Authority authority;
    private final Clock clock;

    YearlyPage(Reader reader, Sight sight, Figures figures, YearlyAnswers answers, Organisations organisations, Authority authority, Clock clock) {
        this.reader = reader;
        this.sight = sight;
        this.figures = figures;
        this.answers = answers;
        this.organisations = organisations;
        this.authority = authority;
        this.clock = clock;
    }

    /** What was typed into the form of a topic, and what is wrong with it. */
    private record Typed(String follows, String words, String planned, String plannedBy, String seen, List<String> wrong) {}

    /** All topics of a year, what stands of each, and the documents. */
    @GetMapping(PATH)
    ResponseEntity<String> show(HttpServletRequest request, @RequestParam(required = false) @Nullable String year) {
        var council = council();
        var asked = ReportYear.read(year, today());
        if (council.isEmpty()) {
            return forbidden(request);
        }
        if (asked.isEmpty()) {
            return noSuch(request);
        }
        var said = answers.of(council.get(), asked.get().from());
        var content = "<p><a href=\"" + FiguresPage.PATH + "\">Figures</a></p>\n<h1>" + TITLE + "</h1>\n<p>" + text(organisations.name(council.get())) + ", " + asked.get().text() + ". What is written here is published: name nobody and no case.</p>\n"
                + years(asked.get()) + documents(asked.get()) + Arrays.stream(Part.values()).map(part -> part(part, asked.get(), said)).collect(Collectors.joining());
        return Pages.answer(OK, Pages.page(request, TITLE, content));
    }

    /** What was said to one topic, and the form to say it anew. */
    @GetMapping(PATH + "/{year}/{topic}")
    ResponseEntity<String> topic(HttpServletRequest request, @PathVariable String year, @PathVariable String topic) {
        return of(request, year, topic, (council, asked, about) -> {
            var all = answers.history(council, asked.from()).getOrDefault(about.id(), List.of());
            return Pages.answer(OK, form(request, council, asked, about, all, typed(all.isEmpty() ? null : all.get(all.size() - 1))));
        });
    }

    @PostMapping(PATH + "/{year}/{topic}")
    ResponseEntity<String> keep(HttpServletRequest request, @PathVariable String year, @PathVariable String topic) {
        return of(request, year, topic, (council, asked, about) -> {
            if (!reader.has(Role.SUPERVISORS)) {
                return forbidden(request);
            }
            var typed = typed(request);
            var day = typed.plannedBy().isEmpty() ? Optional.<LocalDate>empty() : Written.asDay(typed.plannedBy());
            var said = new Words(about.isProvision() ? Follows.of(typed.follows()).orElse(null) : null, typed.words(), about.isProvision() && !typed.planned().isEmpty() ? typed.planned() : null,
                    about.isProvision() ? day.orElse(null) : null);
            var wrong = new ArrayList<>(answers.wrong(council, about, said));
            if (about.isProvision() && !typed.plannedBy().isEmpty() && day.isEmpty()) {
                wrong.add("Write the day as 1 April 2026 or 01/04/2026.");
            }
            if (wrong.isEmpty() && !kept(council, asked, about, said, typed.seen())) {
                wrong.add("Somebody else has written meanwhile; what they wrote stands below. Look at it, and send yours again.");
            }
            if (wrong.isEmpty()) {
                return ResponseEntity.status(SEE_OTHER).location(URI.create(PATH + "?year=" + asked.from() + "#" + about.id())).build();
            }
            var all = answers.history(council, asked.from()).getOrDefault(about.id(), List.of());
            var stands = String.valueOf(all.isEmpty() ? 0 : all.get(all.size() - 1).number());
            return Pages.answer(NOT_TAKEN, form(request, council, asked, about, all, new Typed(typed.follows(), typed.words(), typed.planned(), typed.plannedBy(), stands, wrong)));
        });
    }

    private boolean kept(String council, ReportYear year, Topic topic, Words said, String seen) {
        try {
            return answers.keep(council, year.from(), topic, said, seen.matches("\\d{1,6}") ? Integer.parseInt(seen) : 0, person());
        } catch (DataIntegrityViolationException e) {
            // two at the same moment
            return false;
        }
    }

    /** The self-assessment as a document. */
    @GetMapping({DOCUMENT + ".pdf", DOCUMENT + ".docx"})
    ResponseEntity<?> document(HttpServletRequest request, @RequestParam(required = false) @Nullable String year) {
        var council = council();
        var asked = ReportYear.read(year, today());
        if (council.isEmpty()) {
            return forbidden(request);
        }
        if (asked.isEmpty()) {
            return noSuch(request);
        }
        var counts = counts(council.get(), asked.get());
        var document = SelfAssessment.of(organisations.name(council.get()), asked.get(), today(), answers.of(council.get(), asked.get().from()), counts);
        var format = request.getRequestURI().endsWith(".pdf") ? Format.PDF : Format.DOCX;
        return ResponseEntity.ok().header("Content-Type", format.type())
                .header("Content-Disposition", "attachment; filename=\"self-assessment-" + asked.get().first() + "-" + asked.get().last() + "." + format.ending() + "\"").body(Documents.write(document, format));
    }

    private interface Answer {
        ResponseEntity<String> of(String council, ReportYear year, Topic topic);
    }

    private ResponseEntity<String> of(HttpServletRequest request, String year, String topic, Answer answer) {
        var council = council();
        if (council.isEmpty()) {
            return forbidden(request);
        }
        var asked = ReportYear.read(year, today());
        var about = Topic.find(topic);
        return asked.isPresent() && about.isPresent() ? answer.of(council.get(), asked.get(), about.get()) : noSuch(request);
    }

    /** The one council whose figures the reader sees; an Ombudsman has no self-assessment. */
    private Optional<String> council() {
        return reader.councils().size() == 1 ? Optional.of(reader.councils().get(0)).filter(council -> sight.seesAllOfTheCouncil(person(), council) && !figures.ombudsman(council)) : Optional.empty();
    }

    private String person() {
        return reader.user().orElse("");
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }

    private Map<String, Map<String, Long>> counts(String council, ReportYear year) {
        var counts = new HashMap<String, Map<String, Long>>();
        figures.counts(person(), council, year.period()).forEach((figure, counted) -> counts.put(figure, Count.byKind(counted)));
        return counts;
    }

    private static Typed typed(HttpServletRequest request) {
        return new Typed(sent(request, "follows"), sent(request, "words"), sent(request, "planned"), sent(request, "planned-by"), sent(request, "seen"), List.of());
    }

    private static String sent(HttpServletRequest request, String field) {
        return Objects.requireNonNullElse(request.getParameter(field), "").replace("\r\n", "\n").replaceAll("[\\p{Cntrl}&&[^\\n\\t]]", "").strip();
    }

    private static Typed typed(@Nullable Said said) {
        if (said == null) {
            return new Typed("", "", "", "", "0", List.of());
        }
        var words = said.words();
        return new Typed(words.follows() == null ? "" : words.follows().code(), words.words(), words.planned() == null ? "" : words.planned(), words.plannedBy() == null ? "" : Dates.inFull(words.plannedBy()),
                String.valueOf(said.number()), List.of());
    }

    private String years(ReportYear shown) {
        return "<form method=\"get\" action=\"" + PATH + "\">\n<label for=\"year\">Year from 1 April</label>\n<select id=\"year\" name=\"year\">"
                + ReportYear.all(today()).stream().map(year -> "<option" + (year.equals(shown) ? " selected" : "") + ">" + year.from() + "</option>").collect(Collectors.joining())
                + "</select>\n<button type=\"submit\">Show</button>\n</form>\n";
    }

    private static String documents(ReportYear year) {
        var period = "?from=" + year.first() + "&amp;to=" + year.last();
        return "<p>Self-assessment: <a href=\"" + DOCUMENT + ".pdf?year=" + year.from() + "\">as PDF</a> · <a href=\"" + DOCUMENT + ".docx?year=" + year.from() + "\">as Word</a>. Yearly report: <a href=\"" + FiguresPage.PATH + ".pdf"
                + period + "\">as PDF</a> · <a href=\"" + FiguresPage.PATH + ".docx" + period + "\">as Word</a></p>\n";
    }

    private static String part(Part part, ReportYear year, Map<String, Said> said) {
        var rows = Topic.of(part).stream().map(topic -> {
            var stands = said.get(topic.id());
            var words = stands == null ? null : stands.words();
            var follows = words == null || words.follows() == null ? "" : words.follows().text();
            var planned = words == null || words.planned() == null ? "" : words.planned() + (words.plannedBy() == null ? "" : " (by " + Dates.inFull(words.plannedBy()) + ")");
            return "<tr id=\"" + topic.id() + "\"><td>" + text(topic.section()) + "</td><td><a href=\"" + PATH + "/" + year.from() + "/" + topic.id() + "\">" + text(topic.text()) + "</a></td>"
                    + (topic.isProvision() ? "<td>" + text(follows) + "</td>" : "") + "<td>" + (words == null ? "Not written yet" : text(words.words())) + "</td>" + (topic.isProvision() ? "<td>" + text(planned) + "</td>" : "") + "</tr>\n";
        }).collect(Collectors.joining());
        var heads = part == Part.REPORT ? List.of("Part", "Question", "Words") : List.of("Section", "Provision, in our own words", "Followed", "What shows it", "What will be done");
        return "<h2>" + part.title() + "</h2>\n" + Pages.scrolling(part.title(), "<thead><tr>" + heads.stream().map(head -> "<th scope=\"col\">" + head + "</th>").collect(Collectors.joining()) + "</tr></thead>\n<tbody>\n" + rows + "</tbody>\n");
    }

    private String form(HttpServletRequest request, String council, ReportYear year, Topic topic, List<Said> all, Typed typed) {
        var page = new StringBuilder("<p><a href=\"").append(PATH).append("?year=").append(year.from()).append('#').append(topic.id()).append("\">").append(TITLE).append("</a></p>\n<h1>").append(text(topic.text())).append("</h1>\n<p>")
                .append(year.text()).append(". <span class=\"hint\">").append(text(topic.source())).append("</span></p>\n");
        if (!typed.wrong().isEmpty()) {
            page.append("<div class=\"refusal\" role=\"alert\"><p>Not kept:</p>\n<ul>\n").append(typed.wrong().stream().map(one -> "<li>" + text(one) + "</li>\n").collect(Collectors.joining())).append("</ul></div>\n");
        }
        if (!topic.figures().isEmpty()) {
            page.append("<h2>Figures of the year</h2>\n").append(figures(topic, year, counts(council, year)));
        }
        if (reader.has(Role.SUPERVISORS)) {
            page.append("<form method=\"post\" class=\"council\" novalidate>\n").append(Pages.token(request)).append("\n<input type=\"hidden\" name=\"seen\" value=\"").append(text(typed.seen())).append("\">\n");
            if (topic.isProvision()) {
                page.append("<fieldset><legend>Do we follow it?</legend>\n").append(Arrays.stream(Follows.values()).map(follows -> "<span class=\"choice\"><input type=\"radio\" id=\"follows-%1$s\" name=\"follows\" value=\"%1$s\"%2$s><label for=\"follows-%1$s\">%3$s</label></span>\n"
                        .formatted(follows.code(), follows.code().equals(typed.follows()) ? " checked" : "", follows.text())).collect(Collectors.joining())).append("</fieldset>\n");
            }
            page.append(area("words", topic.isProvision() ? "What shows it, or why not" : "Words of the report", "It is published: name nobody and no case. A blank line begins a paragraph.", typed.words()));
            if (topic.isProvision()) {
                page.append(area("planned", "What will be done", "Where it is not followed, or not wholly.", typed.planned()))
                        .append("<label for=\"planned-by\">By when</label>\n<p class=\"hint\" id=\"planned-by-hint\">A day such as 30 September 2026; leave it empty if there is none.</p>\n<input id=\"planned-by\" name=\"planned-by\" aria-describedby=\"planned-by-hint\" maxlength=\"40\" value=\"")
                        .append(text(typed.plannedBy())).append("\">\n");
            }
            page.append("<button>Keep</button>\n</form>\n");
        }
        return Pages.page(request, (typed.wrong().isEmpty() ? "" : "Not kept: ") + topic.text(), page.append(history(topic, all)).toString());
    }

    private static String area(String id, String label, String hint, String value) {
        return "<label for=\"%1$s\">%2$s</label>\n<p class=\"hint\" id=\"%1$s-hint\">%3$s</p>\n<textarea id=\"%1$s\" name=\"%1$s\" rows=\"8\" maxlength=\"%5$d\" aria-describedby=\"%1$s-hint\">\n%4$s</textarea>\n"
                .formatted(id, text(label), text(hint), text(value), YearlyAnswers.LONGEST);
    }

    private static String figures(Topic topic, ReportYear year, Map<String, Map<String, Long>> counts) {
        return topic.figures().stream().map(Figure::find).filter(Objects::nonNull).map(figure -> {
            var counted = counts.getOrDefault(figure.id(), Map.of());
            return "<p><a href=\"" + FiguresPage.PATH + "?from=" + year.first() + "&amp;to=" + year.last() + "#" + figure.id() + "\">" + text(figure.title()) + "</a>: "
                    + (counted.isEmpty() ? "none" : counted.entrySet().stream().map(one -> text(Figure.words(one.getKey())) + " " + one.getValue()).collect(Collectors.joining("; "))) + ".</p>\n";
        }).collect(Collectors.joining());
    }

    private String history(Topic topic, List<Said> all) {
        if (all.isEmpty()) {
            return "";
        }
        var names = authority.people(all.stream().map(Said::by).distinct().toList()).stream().collect(Collectors.toMap(one -> one.id(), one -> one.name().isBlank() ? one.id() : one.name(), (one, other) -> one));
        var heads = topic.isProvision() ? List.of("Written", "By", "Followed", "What shows it", "What will be done") : List.of("Written", "By", "Words");
        var rows = all.stream().sorted((one, other) -> other.number() - one.number()).map(one -> {
            var words = one.words();
            var when = Dates.inFull(one.at().toLocalDate()) + ", " + one.at().toLocalTime().truncatedTo(java.time.temporal.ChronoUnit.MINUTES);
            var by = names.getOrDefault(one.by(), one.by());
            return topic.isProvision() ? List.of(when, by, words.follows() == null ? "" : words.follows().text(), words.words(),
                    (words.planned() == null ? "" : words.planned()) + (words.plannedBy() == null ? "" : " (by " + Dates.inFull(words.plannedBy()) + ")")) : List.of(when, by, words.words());
        }).toList();
        return "<h2>What was written</h2>\n<p>The first line stands.</p>\n" + Pages.table("What was written", heads, rows);
    }

    private static ResponseEntity<String> forbidden(HttpServletRequest request) {
        return Pages.answer(FORBIDDEN, Pages.page(request, "Not for you", "<h1>" + TITLE + "</h1>\n<p class=\"refusal\">Supervisors write it, of their own council; the complaints team reads it. An Ombudsman has none.</p>"));
    }

    private static ResponseEntity<String> noSuch(HttpServletRequest request) {
        return Pages.answer(NOT_FOUND, Pages.page(request, "No such year", "<h1>" + TITLE + "</h1>\n<p class=\"refusal\">There is nothing about that year or topic. Choose from the list.</p>\n<p><a href=\"" + PATH + "\">" + TITLE + "</a></p>"));
    }

    private static String text(String text) {
        return HtmlUtils.htmlEscape(text);
    }
}
