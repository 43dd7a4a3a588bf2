package org.redress.api;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import java.util.stream.Collectors;
import org.redress.access.Pages;
import org.redress.api.CaseReader.NotNoted;
import org.redress.api.CaseReader.Opened;
import org.redress.casefile.CaseAddress;
import org.redress.casefile.Dates;
import org.redress.casefile.LetterView;
import org.redress.documents.Documents;
import org.redress.identity.Organisations;
import org.redress.identity.Reader;
import org.redress.identity.Role;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.util.HtmlUtils;

/**
 * The page of a case, open or closed, under its reference as people write it, and its sheets for paper: the case, and each letter as it
 * was sent. Who may not see the case gets the page for one that does not exist (DAT-01).
 */
@Controller
@ConditionalOnWebApplication
class CasePage {
    private static final String PATH = "/redress/cases/{reference}";
    private static final String BACK = "<nav class=\"no-print\" aria-label=\"Where to go\"><a href=\"/\">Start</a> <a href=\"/redress/cases\">Find a case</a>"
            + " <a href=\"/camunda/app/tasklist/default/\">Tasklist</a>%s%s</nav>\n";
    private static final String NEEDS_SCRIPT = "<noscript><p class=\"refusal\">This page needs JavaScript; the sheets of single letters do not.</p></noscript>\n";

    private final CaseReader reader;
    private final CaseDocuments documents;
    private final KeptLetters kept;
    private final Organisations organisations;
    private final Reader person;

    CasePage(CaseReader reader, CaseDocuments documents, KeptLetters kept, Organisations organisations, Reader person) {
        this.reader = reader;
        this.documents = documents;
        this.kept = kept;
        this.organisations = organisations;
        this.person = person;
    }

    @GetMapping(PATH)
    ResponseEntity<String> show(HttpServletRequest request, @PathVariable String reference) {
        return reader.knows(reference, "case page").map(known -> Pages.drawn(request, "Case " + known, back(" <a href=\"" + CaseAddress.of(known) + "/print\">Print sheet</a>")
                + "<div id=\"case\" data-reference=\"" + HtmlUtils.htmlEscape(known) + "\"></div>\n" + NEEDS_SCRIPT, "/redress/case-page.js")).orElseGet(() -> none(request));
    }

    @GetMapping(PATH + "/print")
    ResponseEntity<String> print(HttpServletRequest request, @PathVariable String reference) {
        return reader.knows(reference, "case page").map(known -> Pages.drawn(request, "Case " + known, back(" <a href=\"" + CaseAddress.of(known) + "\">Case</a>")
                + "<div id=\"case\" data-print=\"print\" data-reference=\"" + HtmlUtils.htmlEscape(known) + "\"></div>\n" + NEEDS_SCRIPT, "/redress/case-page.js")).orElseGet(() -> none(request));
    }

    @GetMapping(PATH + "/letters/{number}")
    ResponseEntity<String> letter(HttpServletRequest request, @PathVariable String reference, @PathVariable String number) {
        var opened = reader.open(reference, "letter " + (number.matches("\\d{1,4}") ? number : ""));
        var letter = opened.flatMap(file -> documents.letters(file).stream().filter(one -> String.valueOf(one.number()).equals(number)).findFirst());
        return letter.map(one -> Pages.answer(200, Pages.page(request, "Letter " + number + " of case " + opened.get().file().reference(),
                sheet(opened.get().file().reference(), organisations.name(opened.get().file().council()), one.letter(), whole(opened.get(), one.number()))))).orElseGet(() -> none(request));
    }

    /** The letter as it was kept, once for each address; empty for one that was sent by another system or before letters were kept. */
    private String whole(Opened opened, int number) {
        return kept.of(opened).stream().filter(one -> one.letter() == number).flatMap(one -> kept.document(one).stream())
                .map(document -> "<div class=\"letter letter-whole\" dir=\"auto\">" + Documents.html(document, 1) + "</div>\n").collect(Collectors.joining());
    }

    /** A letter as it was sent: who sent it, when and how, to whom, and all that it says; of one that is not kept, the words that were written for it. */
    private String sheet(String reference, String council, LetterView letter, String whole) {
        var rows = fact("Case", reference) + fact("Of", council) + fact("To", letter.to()) + fact("Sent on", Dates.inFull(letter.sentOn()))
                + Optional.ofNullable(letter.receivedOn()).map(day -> fact("Received on", Dates.inFull(day))).orElse("")
                + Optional.ofNullable(letter.channel()).map(channel -> fact("By", CaseDocuments.channel(channel))).orElse("")
                + Optional.ofNullable(letter.marking()).map(marking -> fact("Marked", CaseDocuments.marking(marking))).orElse("");
        return back(" <a href=\"" + CaseAddress.of(reference) + "\">Case</a>") + "<article class=\"sheet\">\n<h1>" + HtmlUtils.htmlEscape(CaseDocuments.words(letter.kind()))
                + "</h1>\n<dl>" + rows + "</dl>\n" + (whole.isEmpty() ? "<div class=\"letter\" dir=\"auto\">" + HtmlUtils.htmlEscape(letter.text()) + "</div>\n" : whole) + "</article>\n";
    }

    /** Where to go from here; Cockpit for those who have it. */
    private String back(String more) {
        return BACK.formatted(person.has(Role.SUPERVISORS) ? " <a href=\"/camunda/app/cockpit/default/\">Cockpit</a>" : "", more);
    }

    private static String fact(String label, String value) {
        return "<div><dt>" + label + "</dt><dd dir=\"auto\">" + HtmlUtils.htmlEscape(value) + "</dd></div>";
    }

    private ResponseEntity<String> none(HttpServletRequest request) {
        return Pages.answer(404, Pages.page(request, "No such case", back("") + "<h1>No such case</h1>\n<p class=\"refusal\">" + CaseController.NO_CASE + "</p>"));
    }

    @ExceptionHandler
    ResponseEntity<String> notNoted(HttpServletRequest request, NotNoted failed) {
        return Pages.answer(503, Pages.page(request, "Not shown", "<h1>Not shown</h1>\n<p class=\"refusal\">" + NotNoted.SENTENCE + "</p>"));
    }
}
