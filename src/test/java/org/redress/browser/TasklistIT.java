package org.redress.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.GetByRoleOptions;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.redress.attachments.Files;
import org.redress.casefile.CaseFiles;
import org.redress.casefile.CaseStatus;
import org.redress.casefile.Happening;
import org.redress.deadline.DeadlineState;
import org.redress.deadline.Deadlines;
import org.redress.identity.Role;
import org.redress.testing.Answers;
import org.redress.testing.Office;
import org.springframework.beans.factory.annotation.Autowired;

/** People of a council at the real Tasklist in a real browser, on their own days; pictures of it are in target/screenshots with -Dredress.pictures. */
@BrowserTest
class TasklistIT {
    private static final LocalDate MON_2019_06_03 = LocalDate.of(2019, 6, 3);
    private static final LocalDate MON_2026_06_01 = LocalDate.of(2026, 6, 1);
    private static final LocalDate MON_2026_06_08 = LocalDate.of(2026, 6, 8);
    private static final LocalDate TUE_2026_06_09 = LocalDate.of(2026, 6, 9);
    private static final LocalDate FRI_2026_06_12 = LocalDate.of(2026, 6, 12);

    /** What a browser must show as it was written. */
    private static final String MISCHIEF = "<img src=x onerror=alert(1)> {{7*7}}";

    @Autowired
    private Desks desks;

    @Autowired
    private Office office;

    @Autowired
    private CaseFiles cases;

    @Autowired
    private Deadlines deadlines;

    @BeforeEach
    void openTheOffice() {
        office.on(MON_2026_06_01);
    }

    @Test
    void takesAComplaintFromReceiptToASatisfiedComplainant() {
        var officer = desks.of("kent-officer");
        officer.picture("signed-in");
        var reference = receives(officer);
        acknowledges(officer, reference);
        accepts(officer);
        var manager = desks.of("kent-manager");
        investigates(manager);
        answersEachIssue(manager);
        var approver = desks.of("kent-approver");
        givesBack(approver);
        draftsAgain(manager);
        approves(approver);
        office.on(FRI_2026_06_12);
        officer.on(FRI_2026_06_12);
        sendsAndCloses(officer);

        assertThat(cases.get(reference).status()).isEqualTo(CaseStatus.RESOLVED);
        assertThat(office.running(reference)).isFalse();
        assertThat(cases.chronology(reference)).extracting(Happening::what).containsSubsequence("Complaint received",
                "Acknowledge complaint", "Assess complaint", "Decide who answers", "Investigate complaint", "Answer issue 1",
                "Answer issue 2", "Draft response", "Approve response", "Send response", "Record complainant’s wish");
        assertThat(cases.issues(reference)).extracting(issue -> issue.answers().get(0).finding()).containsExactly("upheld", "not-upheld");
        assertThat(cases.letters(reference)).extracting(letter -> letter.kind() + ": " + letter.text())
                .contains("response: We uphold your complaint. " + MISCHIEF);
        assertThat(deadlines.of(reference)).extracting(deadline -> deadline.state()).containsOnly(DeadlineState.MET);
    }

    @Test
    void startsOnAPageWithTheirNumbersAndFindsACaseThere() {
        var reference = office.receive("kent", Map.of());
        var officer = desks.of("kent-officer");
        var page = officer.page();
        page.navigate("/");
        assertThat(page.getByRole(AriaRole.HEADING, new GetByRoleOptions().setName("Your work"))).isVisible();

        page.getByRole(AriaRole.SEARCHBOX).fill(reference);
        page.getByRole(AriaRole.BUTTON, new GetByRoleOptions().setName("Find")).click();

        assertThat(page.locator("#found a")).hasText(reference);
        assertThat(page.locator("#found")).containsText("1 case.");
        officer.picture("start-page");
        page.setViewportSize(360, 800);
        assertThat(page.evaluate("document.documentElement.scrollWidth <= window.innerWidth")).as("fits into a narrow window").isEqualTo(true);
        officer.picture("start-page-narrow");
        assertThat(page.url()).doesNotContain(reference);
        page.locator("#found a").click();
        assertThat(page).hasURL(Pattern.compile("/redress/cases/" + reference));
        assertThat(officer.alarms()).isEmpty();
    }

    @Test
    void findsACaseFromTheHeaderAndOnThePage() {
        var reference = office.receive("kent", Map.of("complainant", "Ms Quillfeather", "complaintText", "The ferry was late. <b>{{8*8}}</b>"));
        var supervisor = desks.of("kent-supervisor");
        var page = supervisor.page();
        for (var place : List.of("/camunda/app/tasklist/default/", "/camunda/app/cockpit/default/")) {
            page.navigate(place);
            var box = page.getByLabel("Find a case");
            box.fill("quillf");
            box.press("Enter");
            assertThat(page.locator(".redress-found .found-count")).hasText("1 case");
            assertThat(page.locator(".redress-found .found-case")).containsText("The ferry was late. <b>{{8*8}}</b>");
            assertThat(page.locator(".redress-found .found-case")).containsText("is with Complaints team since 1 June 2026, due Monday 8 June 2026");
            supervisor.picture("found-in-the-header");
            box.press("ArrowDown");
            assertThat(page.locator(".redress-found a").first()).isFocused();
            page.keyboard().press("Escape");
            assertThat(page.locator(".redress-found")).isHidden();
            assertThat(box).isFocused();
        }
        page.navigate("/redress/cases");
        page.getByLabel("Reference, person or words of the complaint").fill("ferry");
        page.getByLabel("State").selectOption("open");
        page.getByLabel("Received from").fill("2026-06-01");
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Find")).click();
        assertThat(page.locator("#found-count")).hasText("1 case");
        supervisor.picture("found-on-the-page");
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(reference)).click();
        assertThat(page).hasURL(Pattern.compile("/redress/cases/" + reference + "$"));
    }

    /** A date in the future is turned down first; the form keeps what was written. */
    private String receives(Desk officer) {
        var form = officer.start("Complaint");
        officer.send(form, Map.of("Received on", "02/06/2026", "Received by", "E-mail", "Who complains", "Ms T " + MISCHIEF,
                "They are", "Anybody else", "What is complained of", "The bins were not emptied. " + MISCHIEF, "What they want", "An apology."));
        assertThat(officer.refusal()).containsText("Received on: is in the future.");
        assertThat(officer.refusal()).not().containsText("Cannot instantiate");
        officer.picture("date-in-the-future-refused");
        officer.send(form, Map.of("Received on", "01/06/2026"));
        assertThat(form).hasCount(0);
        assertThat(officer.recorded()).containsText("Complaint received.");
        assertThat(officer.page().locator(".task-card h2")).hasText("Acknowledge complaint");
        officer.picture("recorded-and-in-the-first-task");
        // the place that is read out is never hidden, and who closes it goes on with the task
        assertThat(officer.page().locator(".redress-step [role=status]")).isVisible();
        officer.page().locator(".redress-step").getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Close").setExact(true)).press("Enter");
        assertThat(officer.page().locator(".redress-step.redress-step-empty [role=status]")).isAttached();
        assertThat(officer.page().locator(".task-card h2")).isFocused();
        return cases.all().stream().filter(file -> file.complainedOf().contains(MISCHIEF)).findFirst().orElseThrow().reference();
    }

    private void acknowledges(Desk officer, String reference) {
        var card = officer.open("My groups' tasks", "Acknowledge complaint");
        assertThat(card).containsText(reference + " · Ms T " + MISCHIEF);
        assertThat(card).containsText("The bins were not emptied. " + MISCHIEF);
        assertThat(card).containsText("Due Monday 8 June 2026, in 5 working days");
        officer.picture("task-found");
        officer.claim();
        assertThat(officer.due()).containsText("Mon 8 Jun 2026");
        var file = officer.readCase();
        assertThat(file).containsText("The bins were not emptied. " + MISCHIEF);
        assertThat(file).containsText("Ms T " + MISCHIEF);
        assertThat(file.locator(".case-deadline-open")).containsText("Acknowledgement");
        assertThat(file.locator(".case-deadline-open")).containsText("Monday 8 June 2026");
        assertThat(file.locator(".case-deadline-open")).containsText("Mon 1 Jun 2026 is day 0: the day of the event does not count.");
        assertThat(file.locator(".case-chronology")).containsText("Complaint received");
        officer.picture("case-tab-before-the-acknowledgement");
        officer.tab("Form");
        officer.complete(Map.of("Sent on", "01/06/2026", "Sent by", "E-mail", "What we understand", "You complain about bins. " + MISCHIEF,
                "Contact", "Complaints team", "Help and advocacy were offered", "yes"));
        officer.picture("acknowledged");
    }

    private void accepts(Desk officer) {
        officer.open("My groups' tasks", "Assess complaint");
        officer.claim();
        assertThat(officer.page().getByText("sufficient interest")).hasCount(0);
        officer.complete(Map.of("What it is about", "Another council service", "They first knew of the matter on", "15/05/2026",
                "Do we accept it?", "Yes, as a whole", "Issues", "Bins not emptied " + MISCHIEF + "\nNobody answered the telephone"));
        officer.open("My groups' tasks", "Decide who answers");
        officer.claim();
        assertThat(officer.due()).containsText("Mon 15 Jun 2026");
        var issues = officer.readCase().locator("article");
        assertThat(issues).containsText(new String[] {"Bins not emptied " + MISCHIEF, "Nobody answered the telephone"});
        officer.picture("issues-in-the-case-tab");
        officer.tab("Form");
        officer.complete(Map.of("Who answers", "Service manager (Kent)"));
    }

    private void investigates(Desk manager) {
        manager.open("My tasks", "Investigate complaint");
        manager.picture("responder");
        manager.complete(Map.of("What was found", "The round was missed six times.", "Spoke to the complainant on", "01/06/2026"));
    }

    private void answersEachIssue(Desk manager) {
        assertThat(manager.filter("My tasks")).hasCount(2);
        answers(manager, Map.of("1", "Upheld", "2", "Not upheld"));
        answers(manager, Map.of("1", "Upheld", "2", "Not upheld"));
        manager.open("My tasks", "Draft response");
        var issues = manager.readCase().locator("article");
        assertThat(issues).containsText(new String[] {"Stage 1: Upheld", "Stage 1: Not upheld"});
        manager.picture("issues-answered");
        manager.tab("Form");
        manager.complete(Map.of("Draft", "We answer."));
    }

    private static void answers(Desk manager, Map<String, String> findings) {
        manager.open("My tasks", "Answer issue");
        var number = manager.field("Issue").locator("input").inputValue();
        manager.picture("issue-" + number);
        var answer = new LinkedHashMap<>(Map.of("Finding", findings.get(number)));
        answer.putAll(Map.of("Reasons", "As the round book shows. " + MISCHIEF, "Remedy", "An apology."));
        if (findings.get(number).equals("Upheld")) {
            answer.putAll(Map.of("What caused it", "Delay", "What is learnt", "Rounds are checked."));
        }
        manager.complete(answer);
    }

    private static void givesBack(Desk approver) {
        approver.open("My groups' tasks", "Approve response");
        approver.claim();
        var draft = approver.readCase().locator(".case-letters > li").filter(new Locator.FilterOptions().setHasText("Not sent yet"));
        assertThat(draft).containsText("We answer.");
        draft.scrollIntoViewIfNeeded();
        approver.picture("draft-to-approve");
        approver.tab("Form");
        approver.complete(Map.of("Decision", "Give back", "What must change", "Say that it is upheld. " + MISCHIEF));
    }

    private static void draftsAgain(Desk manager) {
        manager.open("My tasks", "Draft response");
        var draft = manager.readCase().locator(".case-letters > li").filter(new Locator.FilterOptions().setHasText("Not sent yet"));
        assertThat(draft).containsText("Say that it is upheld. " + MISCHIEF);
        assertThat(draft).containsText("We answer.");
        draft.scrollIntoViewIfNeeded();
        manager.picture("draft-given-back");
        manager.tab("Form");
        manager.complete(Map.of("Draft", "We uphold your complaint. " + MISCHIEF));
    }

    private static void approves(Desk approver) {
        approver.open("My groups' tasks", "Approve response");
        approver.claim();
        assertThat(approver.readCase().locator(".case-letters:not(.case-attachments)")).containsText("We uphold your complaint. " + MISCHIEF);
        approver.tab("Form");
        approver.complete(Map.of("Decision", "Approve"));
    }

    private static void sendsAndCloses(Desk officer) {
        officer.open("My groups' tasks", "Send response");
        officer.claim();
        assertThat(officer.due()).containsText("Mon 15 Jun 2026");
        officer.complete(Map.of("Sent on", "12/06/2026", "Sent by", "E-mail"));
        assertThat(officer.recorded()).containsText("Record complainant’s wish; now with the complaints team, brought forward on Friday 26 June 2026.");
        officer.open("Waiting for somebody else", "Record complainant’s wish");
        officer.claim();
        var file = officer.readCase();
        assertThat(file).containsText("met on Fri 12 Jun 2026");
        assertThat(file.locator(".case-letters:not(.case-attachments)")).containsText("Sent on 12 June 2026");
        officer.picture("case-tab-before-the-end");
        officer.tab("Form");
        officer.complete(Map.of("What does the complainant want?", "Satisfied, nothing more", "Said on", "12/06/2026"));
        assertThat(officer.filter("My groups' tasks")).hasCount(0);
        officer.picture("closed");
    }

    /** Twelve forms and three people, as before; it took 34 clicks. */
    @Test
    void takesAComplaintToItsSignpostWithFewClicks() {
        office.on(MON_2019_06_03);
        var day = "03/06/2019";
        var officer = desks.of("kent-officer");
        officer.send(officer.start("Complaint"), Map.of("Received on", day, "Received by", "E-mail", "Who complains", "Ms Few", "They are", "Anybody else", "What is complained of", "Few clicks."));
        stands(officer, "Acknowledge complaint");
        officer.complete(Map.of("Sent on", day, "Sent by", "E-mail", "What we understand", "You complain.", "Contact", "Complaints team", "Help and advocacy were offered", "yes"));
        stands(officer, "Assess complaint");
        officer.complete(Map.of("What it is about", "Another council service", "They first knew of the matter on", "15/05/2019", "Do we accept it?", "Yes, as a whole", "Issues", "Late\nRude\nWrong"));
        stands(officer, "Decide who answers");
        officer.complete(Map.of("Who answers", "Service manager (Kent)"));
        assertThat(officer.recorded()).containsText("Next: Investigate complaint");
        assertThat(officer.recorded()).containsText("now with Service manager (Kent)");
        officer.picture("with-somebody-else-now");

        var manager = desks.of("kent-manager");
        manager.open("My tasks", "Investigate complaint");
        manager.complete(Map.of("What was found", "It was late.", "Spoke to the complainant on", day));
        for (int issue = 1; issue <= 3; issue++) {
            stands(manager, "Answer issue");
            manager.complete(Map.of("Finding", "Not upheld", "Reasons", "As the book shows.", "Remedy", "None."));
        }
        stands(manager, "Draft response");
        assertThat(manager.field("The issues and what was answered").locator("textarea")).hasValue(Pattern.compile("1\\. Late\\nNot upheld\\. As the book shows\\..*3\\. Wrong", Pattern.DOTALL));
        assertThat(manager.field("Why it came back")).hasCount(0);
        manager.picture("draft-with-the-issues");
        manager.complete(Map.of("Draft", "We answer."));

        var approver = desks.of("kent-approver");
        approver.open("My groups' tasks", "Approve response");
        assertThat(approver.field("What is to be approved").locator("textarea")).hasValue(Pattern.compile("Dear .*We answer\\..*Our decisions.*Yours sincerely.*", Pattern.DOTALL));
        approver.picture("to-be-approved");
        approver.complete(Map.of("Decision", "Approve"));

        officer.open("My groups' tasks", "Send response");
        officer.complete(Map.of("Sent on", day, "Sent by", "E-mail"));
        stands(officer, "Signpost the Ombudsman");
        officer.complete(Map.of("Sent on", day, "How they were told", "In the final response"));
        assertThat(officer.recorded()).containsText("Nothing more is to be done");
        officer.picture("signposted");

        assertThat(officer.clicks() + manager.clicks() + approver.clicks()).as("clicks beside the fields").isBetween(12, 22);
    }

    private static void stands(Desk desk, String task) {
        assertThat(desk.recorded()).containsText("Recorded.");
        assertThat(desk.page().locator(".task-card h2")).hasText(task);
    }

    @Test
    void saysWhoCannotAnswerAndTurnsThemDownWithTheSameSentence() {
        var why = "Service manager (Kent) decided stage 1 of this complaint: another person decides the next stage (CORP-26).";
        var reference = office.receive("kent", Map.of());
        respond(reference);
        office.complete(reference, "Record complainant’s wish", Answers.wish("next-stage", MON_2026_06_01));
        office.complete(reference, "Acknowledge complaint", Answers.acknowledge(MON_2026_06_01));

        var officer = desks.of("kent-officer");
        officer.open("My groups' tasks", "Decide who answers");
        officer.claim();
        var manager = "Service manager (Kent), not possible: " + why;
        assertThat(officer.offered("Who answers")).containsExactly("Assistant Director (Kent)", "Director (Kent)", manager);
        officer.submit(Map.of("Who answers", manager));

        assertThat(officer.refusal()).containsText("Who answers: " + why);
        assertThat(officer.refusal()).not().containsText("Cannot submit");
        officer.picture("same-responder-refused");
    }

    @Test
    void tellsWhoApprovesTheirOwnWorkWhenTheyClaimIt() {
        office.joins("kent-manager", Role.APPROVERS.group());
        var reference = office.receive("kent", Map.of());
        prepare(reference);

        var manager = desks.of("kent-manager");
        manager.open("My groups' tasks", "Approve response");
        manager.page().locator(".task-card .assignee").getByText("Claim").click();

        assertThat(manager.refusal()).containsText("Service manager (Kent) answered at stage 1: a second person approves it.");
        assertThat(manager.refusal()).not().containsText("ENGINE");
        manager.picture("own-work-refused");
    }

    @Test
    void leadsToTheSignInAndBackToTheTask() {
        var reference = office.receive("kent", Map.of());
        var task = "/camunda/app/tasklist/default/#/?task=" + office.task(reference, "Acknowledge complaint").getId();
        var officer = desks.of("kent-officer");
        officer.signOut();
        officer.picture("signed-out");

        officer.page().navigate(task);
        assertThat(officer.page()).hasURL(Pattern.compile("/sign-in\\?to="));
        officer.fillInSignIn("kent-officer");

        assertThat(officer.page().locator(".task-card h2")).hasText("Acknowledge complaint");
    }

    @Test
    void recordsWhatHappensAtAnyTime() {
        var reference = office.receive("kent", Map.of());
        var ofAnotherCouncil = office.receive("leicestershire", Map.of());

        var officer = desks.of("kent-officer");
        var form = officer.start("Case event");
        officer.send(form, Map.of("Case", ofAnotherCouncil, "What happened", "A contact to note", "When", "01/06/2026",
                "What exactly", "They telephoned. " + MISCHIEF));
        assertThat(officer.refusal()).containsText("Case: your council has no case " + ofAnotherCouncil + ".");
        officer.picture("case-event-refused");
        officer.send(form, Map.of("Case", reference));
        assertThat(form).hasCount(0);
        officer.open("My groups' tasks", "Acknowledge complaint");
        assertThat(officer.readCase().locator(".case-chronology")).containsText("They telephoned. " + MISCHIEF);
        officer.picture("note-in-the-chronology");
        officer.send(officer.start("Case event"), Map.of("Case", reference, "What happened", "The complaint is withdrawn",
                "When", "01/06/2026", "What exactly", "By telephone."));
        var supervisor = desks.of("kent-supervisor");
        supervisor.open("My groups' tasks", "Confirm colleague’s change");
        assertThat(supervisor.page().locator("textarea[readonly]").first()).hasValue(Pattern.compile("An answer to the complaint: not owed any more\\."));
        supervisor.picture("withdrawal-to-confirm");
        office.confirmEnd(reference);
        officer.open("My groups' tasks", "Confirm withdrawal");
        assertThat(officer.readCase()).containsText("Withdrawn");
        officer.picture("withdrawn");

        assertThat(cases.get(reference).status()).isEqualTo(CaseStatus.WITHDRAWN);
    }

    /** Pressing Start again changes nothing as long as the box is not ticked. */
    @Test
    void asksBackBeforeTheSameMatterIsRegisteredTwice() {
        var complaint = Map.of("Received on", "01/06/2026", "Received by", "E-mail", "Who complains", "Ms Twice", "They are", "Anybody else",
                "What is complained of", "The same matter twice. " + MISCHIEF);
        var officer = desks.of("kent-officer");
        var first = officer.start("Complaint");
        officer.send(first, complaint);
        assertThat(first).hasCount(0);

        var second = officer.start("Complaint");
        officer.send(second, complaint);
        var question = officer.page().locator(".redress-asked-back");
        assertThat(question).containsText("You sent exactly the same at");
        var refusal = officer.page().locator("[notifications-panel] .alert-danger");
        assertThat(refusal).containsText("Nothing is recorded yet. Please check what is asked below the form.");
        assertThat(refusal).not().containsText("You sent exactly the same at");
        officer.picture("asked-back");
        officer.send(second, Map.of());
        assertThat(question.locator("li")).hasCount(1);
        assertThat(second).isVisible();
        question.getByLabel("Yes, I have checked this").check();
        officer.send(second, Map.of());

        assertThat(second).hasCount(0);
        assertThat(cases.all()).filteredOn(file -> file.complainedOf().startsWith("The same matter twice.")).hasSize(2);
    }

    @Test
    void showsWhoHasTheCaseAndWhoStandsIn() {
        var reference = office.receive("kent", Map.of());
        office.complete(reference, "Acknowledge complaint", Answers.acknowledge(office.today()));
        office.complete(reference, "Assess complaint", Answers.accept(office.today(), Map.of()));
        office.complete(reference, "Decide who answers", Answers.with(Answers.responder("kent-director"), Map.of("service", "highways")));
        office.as("kent-director").start("leave", Map.of("whose", "own", "absence", "away", "awayFrom", office.today().toString(), "awayUntil", office.today().toString()));
        office.signOut();
        office.complete(office.tasksAt("kent", "leave").get(0), Map.of("deputy", "kent-manager"));

        var director = desks.of("kent-director");
        director.open("My tasks", "Investigate complaint");
        var file = director.readCase();

        assertThat(file).containsText("Given to Highways and transport.");
        assertThat(file.locator(".case-holders tbody tr")).containsText("Answers the complaint, stage 1");
        assertThat(file.locator(".case-holders tbody tr")).containsText("Director (Kent)");
        assertThat(file.locator(".case-holders .case-warning")).containsText("Service manager (Kent) stands in");
        file.locator(".case-holders").first().scrollIntoViewIfNeeded();
        director.picture("who-has-the-case");
        office.as("kent-director").start("leave", Map.of("whose", "own", "absence", "back"));
        office.signOut();
    }

    @Test
    void showsWhatDoesNotFitOnlyWhereSomethingDoesNot() {
        var reference = office.receive("kent", Map.of("complainant", "Mr X", "otherPeople", "Mrs Z – mother of Y\nY – child"));
        var officer = desks.of("kent-officer");
        officer.open("My groups' tasks", "Acknowledge complaint");
        assertThat(officer.readCase()).not().containsText("What does not fit");

        office.event(reference, "note", Map.of("details", "Mr Z called. " + MISCHIEF));
        officer.page().locator(".redress-case").getByText("Refresh").click();

        assertThat(officer.page().locator(".redress-case .case-findings li")).containsText("Mr Z is not in the register of people, which has Mrs Z (mother of Y)");
        officer.picture("what-does-not-fit");
    }

    @Test
    void addsSeveralFilesAtOnceAndShowsWhatAPictureSaysOfItself() {
        var reference = office.receive("kent", Map.of());
        var officer = desks.of("kent-officer");
        officer.open("My groups' tasks", "Acknowledge complaint");
        var file = officer.readCase();
        var page = officer.page();

        // by keyboard alone
        var add = file.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Add files"));
        add.focus();
        page.keyboard().press("Enter");
        var chooser = file.getByLabel("Choose files, or drag them here");
        assertThat(chooser).isFocused();
        chooser.setInputFiles(new FilePayload[] {new FilePayload("photo.jpg", "image/jpeg", Files.photograph(40)), new FilePayload("letter.pdf", "application/pdf", Files.pdf("a letter"))});
        // and by dragging
        page.evaluate("""
                () => {
                  const dragged = new DataTransfer();
                  dragged.items.add(new File(['<html><script>alert(1)</script></html>'], 'page <b>.html', { type: 'text/html' }));
                  document.querySelector('.case-drop').dispatchEvent(new DragEvent('drop', { dataTransfer: dragged, bubbles: true, cancelable: true }));
                }""");
        assertThat(file.locator(".case-chosen li")).hasCount(3);
        file.getByLabel("What they are").selectOption("Photograph");
        file.getByLabel("From whom").fill("Ms T " + MISCHIEF);
        file.getByLabel("With whom they may be shared").selectOption("Complainant and council");
        file.locator(".case-drop").scrollIntoViewIfNeeded();
        officer.picture("attachments-chosen");
        var send = file.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Add").setExact(true));
        // while the server does not answer nothing is lost
        page.route("**/redress/api/token", Route::abort);
        send.press("Enter");
        assertThat(file.locator(".case-chosen li .case-outcome").first()).containsText("The connection was lost");
        assertThat(send).isFocused();
        page.unroute("**/redress/api/token");
        send.press("Enter");

        assertThat(file.locator(".case-attachments > li")).hasCount(2);
        assertThat(file.locator("section:has(.case-attachments) > .case-status")).containsText("2 files were added.");
        assertThat(file.locator(".case-chosen")).containsText("page <b>.html");
        assertThat(file.locator(".case-chosen")).containsText("Files that can run, and web pages, are not taken");
        var photograph = file.locator(".case-attachments > li").first();
        assertThat(photograph).containsText("Where it was taken: " + Files.PLACE);
        assertThat(photograph).containsText("Not decided yet");
        assertThat(photograph).containsText(MISCHIEF);
        officer.picture("attachments-added");

        var marking = photograph.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Who may see it"));
        marking.press("Enter");
        photograph.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Cancel")).press("Enter");
        assertThat(marking).isFocused();
        marking.press("Enter");
        photograph.getByLabel("With whom it may be shared").selectOption("Complainant and council");
        photograph.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Save")).press("Enter");
        assertThat(photograph).containsText("Say whether that is shared as well");
        officer.picture("attachments-metadata");
        photograph.getByLabel("Share a copy without it").press(" ");
        photograph.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Save")).press("Enter");
        assertThat(photograph).containsText("as the copy without what it says of itself");
        assertThat(photograph.locator(".case-part-title")).isFocused();
        var kept = page.waitForDownload(() -> photograph.getByRole(AriaRole.LINK, new Locator.GetByRoleOptions().setName("Copy without what it says of itself")).press("Enter"));
        assertThat(kept.suggestedFilename()).isEqualTo("copy of photo.jpg");
        assertThat(cases.chronology(reference)).extracting(Happening::what).contains("Attachment added: photograph", "Attachment marked");
    }

    @Test
    void findsWhatIsDueTodayAndWhatIsOverdue() {
        var reference = office.receive("kent", Map.of());
        office.on(MON_2026_06_08);
        var officer = desks.of("kent-officer");
        assertThat(officer.filter("Due today")).hasText(Pattern.compile("Acknowledge complaint.*" + reference + ".*Due Monday 8 June 2026, today", Pattern.DOTALL));
        assertThat(officer.filter("Overdue")).hasCount(0);

        office.on(TUE_2026_06_09);
        officer.on(TUE_2026_06_09);
        officer.page().reload();

        assertThat(officer.filter("Due today")).hasCount(0);
        assertThat(officer.filter("Overdue").locator(".redress-card-overdue")).containsText("Was due Monday 8 June 2026, 1 working day late");
        officer.open("Overdue", "Acknowledge complaint");
        assertThat(officer.readCase().locator(".case-deadline-overdue")).containsText("overdue since Tue 9 Jun 2026");
        officer.picture("overdue");
    }

    @Test
    void showsATaskToItsOwnCouncilOnly() {
        var reference = office.receive("kent", Map.of());
        var task = office.task(reference, "Acknowledge complaint").getId();

        var stranger = desks.of("leicestershire-officer");
        assertThat(stranger.filter("My groups' tasks").filter(new Locator.FilterOptions().setHasText("Acknowledge"))).hasCount(0);
        var answer = stranger.page().request().get("/redress/api/tasks/" + task + "/case");
        assertThat(answer.status()).isEqualTo(404);
        stranger.page().navigate("/camunda/app/tasklist/default/#/?task=" + task);
        assertThat(stranger.refusal()).containsText("The task does not exist anymore");
        assertThat(stranger.page().locator(".task-card")).hasCount(0);
        stranger.picture("another-council");
    }

    private void respond(String reference) {
        prepare(reference);
        office.complete(reference, "Approve response", Answers.approve());
        office.complete(reference, "Send response", Answers.send(MON_2026_06_01));
    }

    private void prepare(String reference) {
        office.complete(reference, "Acknowledge complaint", Answers.acknowledge(MON_2026_06_01));
        office.complete(reference, "Assess complaint", Answers.accept(MON_2026_06_01, Map.of()));
        office.complete(reference, "Decide who answers", Answers.responder("kent-manager"));
        office.complete(reference, "Investigate complaint", Answers.investigate());
        office.tasks(reference, "Answer issue").forEach(task -> office.complete(task, Answers.issue(Map.of())));
        office.complete(reference, "Draft response", Answers.draft());
    }
}
