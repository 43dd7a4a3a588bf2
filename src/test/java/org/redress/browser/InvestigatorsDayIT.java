package org.redress.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.time.LocalDate;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.redress.casefile.CaseFiles;
import org.redress.testing.Office;
import org.redress.testing.OmbudsmanAnswers;
import org.redress.testing.OmbudsmanCasework;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * An investigator's day at the Ombudsman: from the start page to the case, its evidence and findings, a draft that comes back and begins again
 * with its last version, comments on it, and the decision.
 */
@BrowserTest
class InvestigatorsDayIT {
    private static final LocalDate MON_2026_06_01 = LocalDate.of(2026, 6, 1);
    private static final String MINE = "My tasks";
    private static final String GROUPS = "My groups' tasks";

    @Autowired private Desks desks;
    @Autowired private Office office;
    @Autowired private OmbudsmanCasework ombudsman;
    @Autowired private CaseFiles cases;

    @Test
    void endsWithADecision() {
        office.on(MON_2026_06_01);
        var reference = ombudsman.notified("Kent County Council", Map.of("councilReference", ombudsman.signposted("kent")));
        office.complete(reference, "Weigh evidence", OmbudsmanAnswers.ask("council", office.today()));
        office.complete(cases.linked("kent", "ombudsman", reference).orElseThrow().reference(), "Reply to enquiry", OmbudsmanAnswers.reply(office.today(), Map.of()));

        var investigator = desks.of("ombudsman-investigator");
        readsTheCase(investigator, reference);
        decides(investigator);
        var manager = desks.of("ombudsman-manager");
        approves(manager, Map.of("Decision", "Give back", "What must change", "Say which minutes."), "We found fault.");
        draftsAgain(investigator);
        approves(manager, Map.of("Decision", "Approve"), "We found fault: the minutes of May came late.");
        sendsTheDraft(investigator);
        office.complete(cases.linked("kent", "ombudsman", reference).orElseThrow().reference(), "Comment on draft", OmbudsmanAnswers.councilComments(office.today(), "The date in paragraph 3 is wrong"));
        finishes(investigator, reference);

        assertThat(cases.letters(reference)).extracting(letter -> letter.text()).contains("We uphold the complaint.");
    }

    /** From the start page. */
    private static void readsTheCase(Desk investigator, String reference) {
        var page = investigator.page();
        page.navigate("/");
        assertThat(page.getByRole(AriaRole.SEARCHBOX)).isVisible();
        assertThat(page.locator("main")).containsText("Weigh evidence");
        investigator.picture("investigator-start-page");
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(reference)).first().click();
        assertThat(page.locator(".case-now")).containsText(Pattern.compile("Weigh evidence.* with Investigator"));
        assertThat(page.locator(".case-evidence")).containsText("Minutes of the meeting");
        investigator.picture("investigator-case-page");
        page.locator(".case-now a").first().click();
        assertThat(page.locator(".task-card h2")).hasText("Weigh evidence");
    }

    private static void decides(Desk investigator) {
        assertThat(investigator.field("The council’s reply").locator("textarea")).hasValue(Pattern.compile("Here are the minutes\\."));
        // an enquiry was asked before: that there was not enough then says nothing of now
        assertThat(investigator.field("Is there enough to decide?").getByLabel("No, somebody is asked")).not().isChecked();
        investigator.picture("investigator-evidence");
        investigator.complete(Map.of("Is there enough to decide?", "Yes, on every issue"));
        for (int issue = 1; issue <= 2; issue++) {
            investigator.open(MINE, "Find on issue");
            investigator.complete(Map.of("Fault?", "Yes", "Injustice?", "Yes", "Reasons", "The minutes came after eleven days."));
        }
        investigator.open(MINE, "Draft decision");
        investigator.complete(Map.of("Draft decision", "We found fault.", "Agreed actions", "1"));
        investigator.open(MINE, "Propose action");
        investigator.picture("propose-action");
        investigator.complete(Map.of("Kind", "Apology", "For whom", "Mr Quill", "Within", "1 month", "Counted from", "The final decision",
                "What is agreed", "A letter of apology."));
    }

    private static void approves(Desk manager, Map<String, String> answers, String draft) {
        manager.open(GROUPS, "Approve draft");
        manager.claim();
        assertThat(manager.field("What is to be approved").locator("textarea")).hasValue(Pattern.compile(draft.replace(".", "\\.")));
        manager.picture("manager-draft");
        manager.complete(answers);
    }

    private static void draftsAgain(Desk investigator) {
        investigator.page().reload();
        investigator.open(MINE, "Draft decision");
        assertThat(investigator.field("Why it came back").locator("textarea")).hasValue(Pattern.compile("Say which minutes\\."));
        assertThat(investigator.field("Draft decision").locator("textarea")).hasValue("We found fault.");
        investigator.picture("draft-decision-given-back");
        investigator.complete(Map.of("Draft decision", "We found fault: the minutes of May came late.", "Agreed actions", "1"));
    }

    private static void sendsTheDraft(Desk investigator) {
        investigator.open(MINE, "Send draft");
        investigator.complete(Map.of("Sent on", "01/06/2026", "Sent by", "E-mail", "Nothing is sent that must not be", "yes"));
        investigator.picture("draft-sent");
    }

    private static void finishes(Desk investigator, String reference) {
        investigator.open("Waiting for somebody else", "Record complainant’s comments");
        investigator.complete(Map.of("Are there comments?", "No", "Received on", "01/06/2026"));
        investigator.open(MINE, "Consider comment");
        assertThat(investigator.field("The comment").locator("textarea")).hasValue(Pattern.compile("The date in paragraph 3 is wrong"));
        investigator.picture("investigator-comments");
        investigator.complete(Map.of("What follows from it", "The date is put right."));
        investigator.open(MINE, "Decide on draft");
        investigator.complete(Map.of("Does the draft stand?", "Yes, it becomes final"));
        investigator.open(MINE, "Issue decision");
        investigator.complete(Map.of("Date of the decision", "01/06/2026", "As", "Statement of reasons", "Final decision", "We uphold the complaint.",
                "Powers cited", "s.26(1), 26A(1)", "Does it say that Ofsted is told?", "Yes", "It names no person", "yes"));
        investigator.picture("decision-issued");
        investigator.page().navigate("/redress/cases/" + reference);
        investigator.page().locator(".case-remedy-due").scrollIntoViewIfNeeded();
        assertThat(investigator.page().locator(".case-remedy-due")).hasText("Remedy due: Wednesday 1 July 2026");
        investigator.picture("decided-case-page");
    }
}
