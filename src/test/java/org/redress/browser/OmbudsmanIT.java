package org.redress.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import java.time.LocalDate;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.redress.casefile.ActionState;
import org.redress.casefile.ActionView;
import org.redress.casefile.AgreedActions;
import org.redress.casefile.CaseFiles;
import org.redress.testing.Office;
import org.redress.testing.OmbudsmanAnswers;
import org.redress.testing.OmbudsmanCasework;
import org.springframework.beans.factory.annotation.Autowired;

/** Investigator, link officer, service and compliance officer at the real Tasklist: from an enquiry's reply to an accepted apology. */
@BrowserTest
class OmbudsmanIT {
    private static final LocalDate MON_2026_06_01 = LocalDate.of(2026, 6, 1);
    private static final String MINE = "My tasks";
    private static final String GROUPS = "My groups' tasks";

    @Autowired
    private Desks desks;

    @Autowired
    private Office office;

    @Autowired
    private OmbudsmanCasework ombudsman;

    @Autowired
    private AgreedActions actions;

    @Autowired
    private CaseFiles cases;

    @BeforeEach
    void openTheOffice() {
        office.on(MON_2026_06_01);
    }

    @Test
    void placesALetterThatNamesTheNumberOfSomebodyElse() {
        var theirs = office.receive("kent", Map.of());
        var right = office.receive("kent", Map.of("complainant", "Mr Q"));
        var reference = ombudsman.notified("Kent County Council", Map.of("councilReference", theirs, "complainant", "Mr Q"));

        var link = desks.of("kent-link-officer");
        link.open(GROUPS, "Place letter");
        link.claim();
        assertThat(link.page().locator(".fjs-container textarea").first()).hasValue(Pattern.compile("Against it: nobody who is named is in it"));
        link.picture("place-letter");
        link.complete(Map.of("Where does it belong?", "To a case on the list", "Which case", right + ", received on Mon 1 Jun 2026", "Placed on", "01/06/2026", "Why", "The letter is about bins."));

        assertThat(cases.linked("kent", "ombudsman", reference).orElseThrow().reference()).isEqualTo(right);
    }

    @Test
    void takesACaseFromTheEnquirysReplyToAnAcceptedApology() {
        var council = ombudsman.signposted("kent");
        var reference = ombudsman.notified("Kent County Council", Map.of("councilReference", council));
        office.complete(reference, "Weigh evidence", OmbudsmanAnswers.ask("council", office.today()));

        var link = desks.of("kent-link-officer");
        repliesToTheEnquiry(link);
        var investigator = desks.of("ombudsman-investigator");
        decides(investigator);
        approves(desks.of("ombudsman-manager"));
        sendsTheDraft(investigator);
        link.open(GROUPS, "Comment on draft");
        link.claim();
        assertThat(link.readCase()).containsText("Draft, confidential");
        link.picture("link-officer-draft");
        link.tab("Form");
        link.complete(Map.of("Are there comments?", "Yes", "Comments", "The date in paragraph 3 is wrong", "Dated", "01/06/2026"));
        finishes(investigator);
        var service = desks.of("kent-service");
        service.open(GROUPS, "Carry out action");
        service.claim();
        assertThat(service.readCase()).containsText("Apology");
        assertThat(service.readCase().locator(".case-remedy-due")).hasText("Remedy due: Wednesday 1 July 2026");
        service.picture("service-reads-the-action");
        service.tab("Form");
        service.complete(Map.of("Done on", "01/06/2026", "Done by", "Director of children’s services", "What was done", "Wrote to Mr X."));
        link.open(GROUPS, "Hand in evidence");
        link.claim();
        link.complete(Map.of("Evidence", "A copy of the letter.", "Sent on", "01/06/2026"));
        var compliance = desks.of("ombudsman-compliance");
        compliance.open(GROUPS, "Judge evidence");
        compliance.claim();
        assertThat(compliance.readCase()).containsText("A copy of the letter.");
        assertThat(compliance.readCase().locator(".case-remedy-due")).hasText("Remedy due: Wednesday 1 July 2026");
        compliance.picture("compliance-reads-the-evidence");
        compliance.tab("Form");
        compliance.complete(Map.of("Verdict", "Accepted", "Date of the verdict", "01/06/2026"));

        assertThat(actions.views(council)).extracting(ActionView::state).containsExactly(ActionState.COMPLETE);
        assertThat(actions.views(reference)).extracting(ActionView::state).containsExactly(ActionState.COMPLETE);
    }

    @Test
    void choosesTheCouncilFromTheRecordAndReadsHowItIsReached() {
        var intake = desks.of("ombudsman-intake");
        var form = intake.start("Complaint to the Ombudsman");
        assertThat(Desk.field(form, "Another authority")).isVisible();
        intake.picture("ombudsman-complaint-authority");
        intake.send(form, Map.of("Received on", "01/06/2026", "Received by", "E-mail", "Council", "Kent County Council", "Who complains", "Ms Q of this test",
                "They are", "The person affected", "What is complained of", "Nobody cuts the hedge of the library."));
        assertThat(form).hasCount(0);
        var reference = cases.all().stream().filter(file -> file.complainedOf().startsWith("Nobody cuts the hedge")).findFirst().orElseThrow().reference();
        openOf(intake, reference, "Assess jurisdiction");
        intake.claim();
        assertThat(intake.readCase()).containsText("https://www.kent.gov.uk");
        intake.picture("intake-reads-how-the-council-is-reached");
        office.complete(reference, "Assess jurisdiction", OmbudsmanAnswers.jurisdiction(MON_2026_06_01.minusMonths(20), MON_2026_06_01.minusMonths(15), Map.of()));
        intake.page().reload();
        openOf(intake, reference, "Assess issue");
        intake.claim();
        intake.tab("Form");
        intake.picture("assess-issue");
        assertThat(intake.field("Facts of this issue")).containsText("and so for every issue that is still to be assessed");
    }

    private static void openOf(Desk desk, String reference, String task) {
        desk.openCard(desk.filter(GROUPS).filter(new Locator.FilterOptions().setHasText(task)).filter(new Locator.FilterOptions().setHasText(reference)).first());
    }

    private static void repliesToTheEnquiry(Desk link) {
        link.open(GROUPS, "Reply to enquiry");
        link.claim();
        assertThat(link.readCase()).containsText("Send us the minutes.");
        link.picture("link-officer-enquiry");
        link.tab("Form");
        link.submit(reply("E-mail"));
        assertThat(link.refusal()).containsText("may not be given electronically");
        link.picture("notice-refused");
        link.page().reload();
        link.open(MINE, "Reply to enquiry");
        link.complete(reply("Letter"));
    }

    private static Map<String, String> reply(String noticeGivenBy) {
        return Map.of("Reply", "Here they are.", "Documents", "Minutes of the meeting", "Some must not be passed on", "yes",
                "Which documents", "Advice of our lawyer", "Notice given by", noticeGivenBy, "Answered on", "01/06/2026");
    }

    private static void decides(Desk investigator) {
        investigator.open(MINE, "Weigh evidence");
        assertThat(investigator.readCase()).containsText("Minutes of the meeting");
        investigator.picture("investigator-evidence");
        investigator.tab("Form");
        investigator.complete(Map.of("Is there enough to decide?", "Yes, on every issue"));
        for (int issue = 1; issue <= 2; issue++) {
            investigator.open(MINE, "Find on issue");
            investigator.complete(Map.of("Fault?", "Yes", "Injustice?", "Yes", "Reasons", "The minutes came after eleven days."));
        }
        investigator.open(MINE, "Draft decision");
        investigator.complete(Map.of("Draft decision", "We found fault.", "Agreed actions", "1"));
        investigator.open(MINE, "Propose action");
        investigator.picture("propose-action");
        investigator.complete(Map.of("Kind", "Apology", "For whom", "Mr X", "Within", "1 month", "Counted from", "The final decision",
                "What is agreed", "A letter of apology."));
    }

    private static void approves(Desk manager) {
        manager.open(GROUPS, "Approve draft");
        manager.claim();
        assertThat(manager.readCase()).containsText("We found fault.");
        manager.picture("manager-draft");
        manager.tab("Form");
        manager.complete(Map.of("Decision", "Approve"));
    }

    private static void sendsTheDraft(Desk investigator) {
        investigator.open(MINE, "Send draft");
        investigator.complete(Map.of("Sent on", "01/06/2026", "Sent by", "E-mail", "Nothing is sent that must not be", "yes",
                "It says that the draft is confidential and how to comment", "yes"));
    }

    private static void finishes(Desk investigator) {
        investigator.open("Waiting for somebody else", "Record complainant’s comments");
        investigator.complete(Map.of("Are there comments?", "No", "Received on", "01/06/2026"));
        investigator.open(MINE, "Consider comment");
        assertThat(investigator.readCase()).containsText("The date in paragraph 3 is wrong");
        investigator.picture("investigator-comments");
        investigator.tab("Form");
        investigator.complete(Map.of("What follows from it", "The date is put right."));
        investigator.open(MINE, "Decide on draft");
        investigator.complete(Map.of("Does the draft stand?", "Yes, it becomes final"));
        investigator.open(MINE, "Issue decision");
        investigator.complete(Map.of("Date of the decision", "01/06/2026", "As", "Statement of reasons", "Final decision", "We uphold the complaint.",
                "Powers cited", "s.26(1), 26A(1)", "Does it say that Ofsted is told?", "Yes", "It names no person", "yes",
                "It says that a review can be asked for within a month", "yes"));
    }
}
