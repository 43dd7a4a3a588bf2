package org.redress.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import java.time.LocalDate;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.redress.casefile.AgreedActions;
import org.redress.testing.Office;
import org.redress.testing.OmbudsmanCasework;
import org.springframework.beans.factory.annotation.Autowired;

/** A link officer records what a decision asks for: the form begins with what was read in it, beside the sentence, and what they put right is what counts. */
@BrowserTest
class ReadDecisionIT {
    private static final LocalDate MON_2026_06_01 = LocalDate.of(2026, 6, 1);
    private static final String GROUPS = "My groups' tasks";
    private static final String DECISION = """
            Kent County Council (26 771 234)

            Decision : Upheld

            Decision date : 01 Jun 2026

            The complaint
              1. Ms T complains about a delay.

            Agreed action
              1. Within 20 working days of my decision the Council will:
                • apologise to Ms T for the delay; and
                • remind its staff to answer letters.
              2. The Council will upload its training record for our inspection.
            """;

    @Autowired private Desks desks;
    @Autowired private Office office;
    @Autowired private OmbudsmanCasework ombudsman;
    @Autowired private AgreedActions actions;

    @Test
    void confirmsWhatWasReadInADecision() {
        office.on(MON_2026_06_01);
        var reference = ombudsman.letter("kent", "decision", Map.of("ombudsmanReference", "26 771 234", "actionCount", 2, "letterText", DECISION, "outcome", "upheld"));

        var link = desks.of("kent-link-officer");
        link.open(GROUPS, "Record agreed action");
        link.claim();
        assertThat(link.field("Read in the decision").locator("textarea")).hasValue(Pattern.compile("20 working days of my decision the Council will:”\n“"));
        assertThat(link.field("Within").locator("input")).hasValue("20 working days");
        link.picture("read-in-the-decision");
        readsTheAttachment(link);
        link.complete(Map.of("Within", "25 working days"));

        assertThat(actions.views(reference).stream().filter(action -> action.wording() != null)).singleElement()
                .satisfies(action -> {
                    assertThat(action.within()).isEqualTo("25 working days");
                    assertThat(action.kind()).isIn("apology", "training");
                });
    }

    private static void readsTheAttachment(Desk link) {
        var panel = link.page().locator(".redress-panel");
        panel.getByText("The whole file").click();
        panel.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Add files")).click();
        panel.getByLabel("Choose files, or drag them here").setInputFiles(new FilePayload("decision.txt", "text/plain", DECISION.getBytes(UTF_8)));
        panel.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Add").setExact(true)).click();
        var added = panel.locator(".case-attachments > li").filter(new Locator.FilterOptions().setHasText("decision.txt"));
        assertThat(added).hasCount(1);
        added.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("What it says")).click();
        assertThat(added).containsText("Agreed actions", new com.microsoft.playwright.assertions.LocatorAssertions.ContainsTextOptions().setTimeout(60_000));
        assertThat(added).containsText("apology, for Ms T");
        assertThat(added).containsText("within 20 working days of the decision");
        assertThat(added).containsText("May be agreed actions");
        assertThat(added).containsText("It may be evidence for the Ombudsman.");
        assertThat(added).not().containsText("null");
        link.picture("what-a-decision-says");
        added.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Close")).click();
    }
}
