package org.redress.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import java.time.LocalDate;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.redress.attachments.Files;
import org.redress.casefile.ActionState;
import org.redress.casefile.ActionView;
import org.redress.casefile.AgreedActions;
import org.redress.casefile.CaseFiles;
import org.redress.testing.Office;
import org.redress.testing.OmbudsmanAnswers;
import org.redress.testing.OmbudsmanCasework;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * A link officer's day at a council: a letter of the Ombudsman to be placed, an enquiry answered with a document, and an agreed action from its
 * day to the evidence, which the Ombudsman accepts.
 */
@BrowserTest
class LinkOfficersDayIT {
    private static final LocalDate MON_2026_06_01 = LocalDate.of(2026, 6, 1);
    private static final String MINE = "My tasks";
    private static final String GROUPS = "My groups' tasks";

    @Autowired private Desks desks;
    @Autowired private Office office;
    @Autowired private OmbudsmanCasework ombudsman;
    @Autowired private AgreedActions actions;
    @Autowired private CaseFiles cases;

    @Test
    void isDoneWithTheOmbudsmansLetters() {
        office.on(MON_2026_06_01);
        var council = ombudsman.signposted("kent");
        var reference = ombudsman.notified("Kent County Council", Map.of("councilReference", council));
        office.complete(reference, "Weigh evidence", OmbudsmanAnswers.ask("council", office.today()));
        var theirs = office.receive("kent", Map.of("complainant", "Mr Wetherby"));
        var right = office.receive("kent", Map.of("complainant", "Mr Foxcroft"));
        var letter = ombudsman.notified("Kent County Council", Map.of("councilReference", theirs, "complainant", "Mr Foxcroft"));

        var link = desks.of("kent-link-officer");
        placesTheLetter(link, right);
        repliesToTheEnquiry(link);
        office.complete(reference, "Weigh evidence", OmbudsmanAnswers.enough());
        ombudsman.draft(reference, OmbudsmanAnswers.action("apology", "1 month", Map.of()));
        office.complete(reference, "Send draft", OmbudsmanAnswers.sendDraft(office.today()));
        commentsOnTheDraft(link);
        office.complete(reference, "Record complainant’s comments", OmbudsmanAnswers.complainantComments(office.today(), null));
        office.complete(reference, "Consider comment", OmbudsmanAnswers.consider());
        office.complete(reference, "Decide on draft", OmbudsmanAnswers.draftStands());
        office.complete(reference, "Issue decision", OmbudsmanAnswers.issue(office.today(), Map.of()));
        carriesOut(desks.of("kent-service"));
        handsInTheEvidence(link);
        judges(desks.of("ombudsman-compliance"));

        assertThat(cases.linked("kent", "ombudsman", letter).orElseThrow().reference()).isEqualTo(right);
        assertThat(actions.views(council)).extracting(ActionView::state).containsExactly(ActionState.COMPLETE);
        assertThat(actions.views(reference)).extracting(ActionView::state).containsExactly(ActionState.COMPLETE);
    }

    private static void placesTheLetter(Desk link, String right) {
        link.open(GROUPS, "Place letter");
        link.claim();
        assertThat(link.page().locator(".fjs-container textarea").first()).hasValue(Pattern.compile("Against it: nobody who is named is in it"));
        link.picture("place-letter");
        link.complete(Map.of("Where does it belong?", "To a case on the list", "Which case", right + ", received on Mon 1 Jun 2026", "Placed on", "01/06/2026", "Why", "The letter is about bins."));
    }

    /** With the minutes attached from beside the form; what was written before a refusal is still there after the page was loaded anew. */
    private static void repliesToTheEnquiry(Desk link) {
        var page = link.page();
        link.open(GROUPS, "Reply to enquiry");
        link.claim();
        assertThat(link.field("The enquiry").locator("textarea")).hasValue(Pattern.compile("Send us the minutes\\."));
        link.picture("link-officer-enquiry");
        link.submit(reply("E-mail"));
        assertThat(link.refusal()).containsText("may not be given electronically");
        link.picture("notice-refused");
        var panel = page.locator(".redress-panel");
        panel.getByText("The whole file").click();
        panel.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Add files")).click();
        panel.getByLabel("Choose files, or drag them here").setInputFiles(new FilePayload("minutes.pdf", "application/pdf", Files.pdf("minutes")));
        panel.getByLabel("With whom they may be shared").selectOption("Complainant and council");
        panel.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Add").setExact(true)).click();
        assertThat(panel.locator(".case-attachments > li").filter(new Locator.FilterOptions().setHasText("minutes.pdf"))).hasCount(1);
        link.picture("minutes-attached-beside-the-reply");
        page.reload();
        link.open(MINE, "Reply to enquiry");
        assertThat(link.field("Reply").locator("textarea")).hasValue("Here they are.");
        link.complete(reply("Letter"));
        assertThat(link.recorded()).containsText("No task of this case is open now; whatever the Ombudsman asks next (26 ");
        link.picture("enquiry-answered");
    }

    private static Map<String, String> reply(String noticeGivenBy) {
        return Map.of("Reply", "Here they are.", "Documents", "Minutes of the meeting", "Some must not be passed on", "yes",
                "Which documents", "Advice of our lawyer", "Notice given by", noticeGivenBy, "Answered on", "01/06/2026");
    }

    private static void commentsOnTheDraft(Desk link) {
        link.open(GROUPS, "Comment on draft");
        // what was recorded of the task before is read
        assertThat(link.page().locator(".redress-step.redress-step-empty")).isAttached();
        link.claim();
        assertThat(link.readCase()).containsText("Draft, confidential");
        link.picture("link-officer-draft");
        link.tab("Form");
        link.complete(Map.of("Are there comments?", "Yes", "Comments", "The date in paragraph 3 is wrong", "Dated", "01/06/2026"));
    }

    private static void carriesOut(Desk service) {
        service.open(GROUPS, "Carry out action");
        service.claim();
        assertThat(service.page().locator(".redress-panel")).containsText("due on Wednesday 1 July 2026");
        var file = service.readCase();
        assertThat(file).containsText("Apology");
        assertThat(file.locator(".case-remedy-due")).hasText("Remedy due: Wednesday 1 July 2026");
        service.picture("service-reads-the-action");
        service.tab("Form");
        service.complete(Map.of("Done on", "01/06/2026", "Done by", "Director of children’s services", "What was done", "Wrote to Mr Quill."));
    }

    private static void handsInTheEvidence(Desk link) {
        link.open(GROUPS, "Hand in evidence");
        link.claim();
        assertThat(link.field("The action").locator("textarea")).hasValue(Pattern.compile("Wednesday 1 July 2026"));
        link.picture("hand-in-evidence");
        link.complete(Map.of("Evidence", "A copy of the letter.", "Sent on", "01/06/2026"));
    }

    private static void judges(Desk compliance) {
        compliance.open(GROUPS, "Judge evidence");
        compliance.claim();
        var file = compliance.readCase();
        assertThat(file).containsText("A copy of the letter.");
        assertThat(file.locator(".case-remedy-due")).hasText("Remedy due: Wednesday 1 July 2026");
        compliance.picture("compliance-reads-the-evidence");
        compliance.tab("Form");
        compliance.complete(Map.of("Verdict", "Accepted", "Date of the verdict", "01/06/2026"));
    }
}
