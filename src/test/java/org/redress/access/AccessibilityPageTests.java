package org.redress.access;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;

/** The statement of docs/accessibility.md as a page, with whom to tell. */
class AccessibilityPageTests {
    @Test
    void isTheDocumentAsAPage() {
        var page = shown("");

        assertThat(page).contains("<h1>Accessibility statement</h1>", "<h2>What does not comply</h2>", "aria-label=\"What does not comply\"", "<td>Cockpit</td>", "<li>", "href=\"https://")
                .doesNotContain("](", "## ", "|---", "<p>- ");
        assertThat(page.split("<h1>")).hasSize(2);
    }

    @Test
    void saysWhomToTell() {
        assertThat(shown("Write to <help@example.gov.uk>.")).contains("Tell whoever runs Redress at your council. Write to &lt;help@example.gov.uk&gt;. Say which page");
    }

    private static String shown(String contact) {
        return String.valueOf(new AccessibilityPage(contact).show(new MockHttpServletRequest()).getBody());
    }
}
