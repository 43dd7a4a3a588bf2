package org.redress.access;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.core.io.ClassPathResource;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.util.HtmlUtils;

/**
 * The accessibility statement that a council publishes with its software (regulation 8 of the Public Sector Bodies (Websites and Mobile Applications) (No. 2) Accessibility
 * Regulations 2018): docs/accessibility.md as a page. Whoever cannot sign in reads it too.
 */
@Controller
@ConditionalOnWebApplication
class AccessibilityPage {
    static final String PATH = "/redress/accessibility";
    /** Where the page says whom to tell; the document says how that is set. */
    private static final String WHOM = "Tell whoever runs Redress at your council.";

    private final String statement;

    AccessibilityPage(@Value("${redress.accessibility.contact}") String contact) {
        try {
            var text = new ClassPathResource("accessibility.md", AccessibilityPage.class).getContentAsString(StandardCharsets.UTF_8);
            var page = Documents.html(text);
            statement = contact.isBlank() ? page : page.replace(WHOM, WHOM + " " + HtmlUtils.htmlEscape(contact.strip()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @GetMapping(PATH)
    ResponseEntity<String> show(HttpServletRequest request) {
        return Pages.answer(200, Pages.page(request, "Accessibility", "<p><a href=\"/\">To the start page</a></p>\n<div class=\"statement\">\n" + statement + "</div>\n"));
    }
}
