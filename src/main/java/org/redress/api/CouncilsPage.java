package org.redress.api;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.List;
import java.util.stream.Collectors;
import org.redress.access.Pages;
import org.redress.council.Choices;
import org.redress.council.CouncilRefused;
import org.redress.council.Councils;
import org.redress.council.Profile;
import org.redress.council.Wrong;
import org.redress.identity.Reader;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.util.HtmlUtils;

/** For administrators: the councils, to add one, change one, and remove one that was added by mistake. No restart. */
@Controller
@ConditionalOnWebApplication
@RequestMapping(CouncilsPage.PATH)
class CouncilsPage {
    static final String PATH = "/redress/councils";
    private static final int OK = 200;
    private static final int SEE_OTHER = 303;
    private static final int NOT_TAKEN = 400;
    private static final int FORBIDDEN = 403;
    private static final int NOT_FOUND = 404;
    private static final String BACK = "<p><a href=\"" + PATH + "\">All councils</a></p>\n";

    private final Reader reader;
    private final Councils councils;
    private final Choices choices;

    CouncilsPage(Reader reader, Councils councils, Choices choices) {
        this.reader = reader;
        this.councils = councils;
        this.choices = choices;
    }

    @GetMapping
    ResponseEntity<String> list(HttpServletRequest request) {
        if (!reader.administers()) {
            return notForYou(request);
        }
        var rows = councils.all().stream().map(council -> """
                <tr><td><a href="%s/of/%s">%s</a></td><td>%s</td><td>%s</td><td>%s</td></tr>
                """.formatted(PATH, text(council.id()), text(council.name()), text(council.id()), council.ombudsman() ? "an Ombudsman" : text(String.valueOf(council.prefix())),
                text(council.procedures().stream().map(Profile.Procedure::kind).distinct().map(Choices::words).collect(Collectors.joining(", ")))))
                .collect(Collectors.joining());
        return Pages.answer(OK, Pages.page(request, "Councils", """
                <p><a href="/camunda/app/admin/default/">Admin</a></p>
                <h1>Councils</h1>
                <p><a href="%s/new">Add a council</a></p>
                %s
                """.formatted(PATH, Pages.scrolling("Councils", "<thead><tr><th scope=\"col\">Name</th><th scope=\"col\">Id</th><th scope=\"col\">Prefix</th><th scope=\"col\">Procedures for</th></tr></thead>\n<tbody>\n"
                        + rows + "</tbody>\n"))));
    }

    @GetMapping("/new")
    ResponseEntity<String> add(HttpServletRequest request) {
        return reader.administers() ? Pages.answer(OK, form(request, CouncilForm.empty(), List.of(), "Add a council", "")) : notForYou(request);
    }

    @PostMapping("/new")
    ResponseEntity<String> added(HttpServletRequest request) {
        if (!reader.administers()) {
            return notForYou(request);
        }
        var form = CouncilForm.read(request, null);
        if (councils.find(form.profile().id()).isPresent()) {
            return Pages.answer(NOT_TAKEN, form(request, form, List.of(new Wrong("id", "There is a council " + form.profile().id() + " already.")), "Add a council", ""));
        }
        return kept(request, form, "Add a council");
    }

    @GetMapping("/of/{id}")
    ResponseEntity<String> show(HttpServletRequest request, @PathVariable String id) {
        if (!reader.administers()) {
            return notForYou(request);
        }
        var said = switch (String.valueOf(request.getParameter("said"))) {
            case "added" -> "Added. People can now be added to it in Admin: under Users their account, there their groups and this tenant.";
            case "changed" -> "Changed.";
            case "unchanged" -> "Nothing was different.";
            default -> "";
        };
        return councils.find(id).map(council -> Pages.answer(OK, form(request, CouncilForm.of(council), List.of(), council.name(), said)
        )).orElseGet(() -> none(request));
    }

    @PostMapping("/of/{id}")
    ResponseEntity<String> changed(HttpServletRequest request, @PathVariable String id) {
        if (!reader.administers()) {
            return notForYou(request);
        }
        return councils.find(id).map(council -> kept(request, CouncilForm.read(request, council), council.name())).orElseGet(() -> none(request));
    }

    private ResponseEntity<String> kept(HttpServletRequest request, CouncilForm form, String title) {
        if (!form.wrong().isEmpty()) {
            return Pages.answer(NOT_TAKEN, form(request, form, form.wrong(), title, ""));
        }
        try {
            var kept = councils.keep(form.profile(), form.seen());
            return ResponseEntity.status(SEE_OTHER).location(URI.create(PATH + "/of/" + form.profile().id() + "?said=" + kept.name().toLowerCase(java.util.Locale.ROOT))).build();
        } catch (CouncilRefused e) {
            return Pages.answer(NOT_TAKEN, form(request, form, form.places(e.wrong()), title, ""));
        } catch (DataIntegrityViolationException | OptimisticLockingFailureException e) {
            return Pages.answer(NOT_TAKEN, form(request, form, List.of(new Wrong("", "Somebody else was changing the councils at the same moment; send it again.")), title, ""));
        }
    }

    @GetMapping("/of/{id}/remove")
    ResponseEntity<String> askToRemove(HttpServletRequest request, @PathVariable String id) {
        if (!reader.administers()) {
            return notForYou(request);
        }
        return councils.find(id).map(council -> Pages.answer(OK, removal(request, council, List.of()))).orElseGet(() -> none(request));
    }

    @PostMapping("/of/{id}/remove")
    ResponseEntity<String> removed(HttpServletRequest request, @PathVariable String id) {
        if (!reader.administers()) {
            return notForYou(request);
        }
        var council = councils.find(id);
        if (council.isEmpty()) {
            return none(request);
        }
        try {
            councils.remove(id);
            return ResponseEntity.status(SEE_OTHER).location(URI.create(PATH)).build();
        } catch (CouncilRefused e) {
            return Pages.answer(NOT_TAKEN, removal(request, council.get(), e.wrong()));
        }
    }

    private static String removal(HttpServletRequest request, Profile council, List<Wrong> wrong) {
        return Pages.page(request, "Remove " + council.name(), BACK + "<h1>Remove " + text(council.name()) + "?</h1>\n"
                + wrong.stream().map(one -> "<p class=\"refusal\" role=\"alert\">" + text(one.sentence()) + "</p>\n").collect(Collectors.joining())
                + "<p>Only a council that was added by mistake is removed: one with cases stays.</p>\n<form method=\"post\">\n" + Pages.token(request)
                + "\n<button>Remove</button>\n</form>\n");
    }

    private String form(HttpServletRequest request, CouncilForm form, List<Wrong> wrong, String title, String said) {
        var id = form.profile().id();
        var removal = form.isNew() ? "" : "<p><a href=\"" + PATH + "/of/" + text(id) + "/remove\">Remove this council</a></p>\n";
        return Pages.page(request, (wrong.isEmpty() ? "" : "Not taken: ") + title, BACK + "<h1>" + text(title) + "</h1>\n"
                + (said.isEmpty() ? "" : "<p role=\"status\" class=\"said\">" + text(said) + "</p>\n")
                + form.markup(choices.all(), wrong, Pages.token(request), !form.isNew() && councils.hasCases(id)) + removal);
    }

    private static ResponseEntity<String> notForYou(HttpServletRequest request) {
        return Pages.answer(FORBIDDEN, Pages.page(request, "Not for you", "<h1>Councils</h1>\n<p class=\"refusal\">Administrators keep the councils.</p>"));
    }

    private static ResponseEntity<String> none(HttpServletRequest request) {
        return Pages.answer(NOT_FOUND, Pages.page(request, "No such council", BACK + "<h1>Councils</h1>\n<p class=\"refusal\">There is no such council.</p>"));
    }

    private static String text(String text) {
        return HtmlUtils.htmlEscape(text);
    }
}
