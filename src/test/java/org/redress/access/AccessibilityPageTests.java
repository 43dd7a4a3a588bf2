package org.redress.access;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;

/** The statement of docs/accessibility.md as a page, with whom to tell. */
class AccessibilityPageTests {
    @Test
    void isTheDocumentAsAPage() {
        var page = shown("");

        assertThat(page).contains("<h1>Accessibility statement</h1>", "<h2>What does not comply</h2>", "aria-label=\"What does not comply\"", "<caption class=\"unseen\">What does not comply</caption>\n<thead>", "<th scope=\"col\">Where</th>", "<td>Cockpit</td>", "<li>", "href=\"https://")
                .doesNotContain("](", "## ", "|---", "<p>- ");
        assertThat(page.split("<h1>")).hasSize(2);
    }

    @Test
    void saysWhomToTell() {
        assertThat(shown("Write to <help@example.gov.uk>.")).contains("Tell whoever runs Redress at your council. Write to &lt;help@example.gov.uk&gt;. Say which page");
    }

    /** Other documents are no pages of the product, and nothing in a document is markup but what Markdown makes of it. */
    @Test
    void leadsToNoOtherDocument() {
        assertThat(Documents.html("See [the **rules**](rules.md), <b>now</b>, and [others](https://example.org/).\n"))
                .isEqualTo("<p>See the <strong>rules</strong>, &lt;b&gt;now&lt;/b&gt;, and <a href=\"https://example.org/\">others</a>.</p>\n");
    }

    private static String shown(String contact) {
        return String.valueOf(new AccessibilityPage(contact).show(new MockHttpServletRequest()).getBody());
    }
}
