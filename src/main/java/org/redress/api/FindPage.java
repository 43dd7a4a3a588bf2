package org.redress.api;

import jakarta.servlet.http.HttpServletRequest;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.redress.access.Pages;
import org.redress.identity.Reader;
import org.redress.identity.Services;
import org.redress.identity.Sight;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.util.HtmlUtils;

/** The page on which cases are found. It holds the questions only: what is looked for goes to the search in the body of a request, so that it stands in no address. */
@Controller
@ConditionalOnWebApplication
class FindPage {
    static final String PATH = "/redress/cases";

    private static final Map<String, String> STATES = new LinkedHashMap<>();

    static {
        STATES.put("open", "Open");
        STATES.put("waiting", "Waiting for somebody else");
        STATES.put("closed", "Closed");
    }

    private final Reader reader;
    private final Sight sight;
    private final Services services;

    FindPage(Reader reader, Sight sight, Services services) {
        this.reader = reader;
        this.sight = sight;
        this.services = services;
    }

    @GetMapping(PATH)
    ResponseEntity<String> show(HttpServletRequest request) {
        var councils = reader.councils();
        if (councils.size() != 1 || !sight.readsCases(reader.user().orElse(""), councils.get(0))) {
            return Pages.answer(403, Pages.page(request, "Not for you", "<p><a href=\"/\">Start</a></p>\n<h1>Find a case</h1>\n<p class=\"refusal\">Whoever works on cases of one council finds them here.</p>"));
        }
        var open = services.open(councils.get(0)).stream().collect(Collectors.toMap(Services.Service::code, Services.Service::name, (one, other) -> one, LinkedHashMap::new));
        // without the script, the form would be sent here, and not with what is looked for in the address
        return Pages.drawn(request, "Find a case", "<p><a href=\"/\">Start</a></p>\n<h1>Find a case</h1>\n<form id=\"find\" method=\"post\" action=\"" + PATH + "\">\n" + Pages.token(request)
                + text("words", "Reference, person or words of the complaint", "search") + "<fieldset>\n<legend class=\"case-unseen\">Only cases with</legend>\n" + text("person", "Person", "text")
                + choice("state", "State", STATES) + stage() + (open.isEmpty() ? "" : choice("service", "Service", open)) + text("holder", "Who has it", "text") + "</fieldset>\n" + days()
                + "<button>Find</button>\n</form>\n<noscript><p class=\"refusal\">This page needs JavaScript.</p></noscript>\n"
                + "<p id=\"found-count\" class=\"found-count\" role=\"status\"></p>\n<ul id=\"found-cases\" class=\"found-cases\"></ul>\n<p id=\"found-more\"></p>\n", "/redress/find-page.js");
    }

    private static String days() {
        return "<fieldset>\n<legend class=\"case-unseen\">Only cases with these days</legend>\n" + List.of(Map.entry("received", "Received"), Map.entry("due", "Due next"), Map.entry("closed", "Closed"))
                .stream().map(day -> text(day.getKey() + "From", day.getValue() + " from", "date") + text(day.getKey() + "Until", day.getValue() + " until", "date"))
                .collect(Collectors.joining()) + "</fieldset>\n";
    }

    private static String text(String key, String label, String type) {
        return "<div><label for=\"%1$s\">%2$s</label><input id=\"%1$s\" name=\"%1$s\" type=\"%3$s\" maxlength=\"200\" autocomplete=\"off\"></div>\n".formatted(key, label, type);
    }

    private static String stage() {
        return "<div><label for=\"stage\">Stage</label><input id=\"stage\" name=\"stage\" type=\"number\" min=\"0\" max=\"9\"></div>\n";
    }

    private static String choice(String key, String label, Map<String, String> options) {
        return "<div><label for=\"%1$s\">%2$s</label><select id=\"%1$s\" name=\"%1$s\"><option value=\"\">Any</option>%3$s</select></div>\n".formatted(key, label, options.entrySet().stream()
                .map(option -> "<option value=\"" + HtmlUtils.htmlEscape(option.getKey()) + "\">" + HtmlUtils.htmlEscape(option.getValue()) + "</option>").collect(Collectors.joining()));
    }
}
