package org.redress.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.LoadState;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.FormService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.ExtendWith;
import org.redress.api.Browsers;
import org.redress.attachments.MadeFiles;
import org.redress.casefile.AttachmentKind;
import org.redress.casefile.AttachmentView;
import org.redress.casefile.CaseFiles;
import org.redress.identity.Sight.Content;
import org.redress.replay.Replay;
import org.redress.testing.Answers;
import org.redress.testing.Casework;
import org.redress.testing.Office;
import org.redress.testing.OmbudsmanAnswers;
import org.redress.testing.OmbudsmanCasework;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.util.ReflectionTestUtils;
import org.springframework.transaction.support.TransactionTemplate;

/** What people write is text and stays text: in the case file, in every page of a real browser, and out of the engine and the log. */
@BrowserTest
@ExtendWith(OutputCaptureExtension.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class PayloadIT {
    private static final LocalDate MON_2026_06_01 = LocalDate.of(2026, 6, 1);
    private static final LocalDate MON_2026_07_13 = LocalDate.of(2026, 7, 13);
    private static final String KENT = "Kent County Council";

    @Autowired private Desks desks;
    @Autowired private FormService forms;
    @Autowired private TaskService tasks;
    @Autowired private RuntimeService runtime;
    @Autowired private ManagementService management;
    @Autowired private CaseFiles cases;
    @Autowired private Replay replay;
    @Autowired @Qualifier("caseDocuments") private Object documents;
    @Autowired @Qualifier("caseReader") private Object reader;
    @Autowired private JdbcTemplate database;
    @Autowired private MadeFiles files;
    @Autowired private TransactionTemplate transaction;

    private FedForms fed;
    private Office office;
    private Casework casework;
    private OmbudsmanCasework ombudsman;
    private final List<Watch> watches = new ArrayList<>();

    @BeforeAll
    void writePayloadsEverywhere(@Autowired Office staff) throws Exception {
        fed = new FedForms(forms, transaction);
        office = staff.sending(fed.service());
        casework = new Casework(office);
        ombudsman = new OmbudsmanCasework(office, casework);
        playThePublishedCases();
        office.on(MON_2026_06_01);
        complain();
        refuse();
        link();
        oversee();
        people();
        putRight();
        goOn();
        promise();
        answerFinding(staff);
        decideJointly(staff);
        report();
        placeLetters();
        restrict();
        disclose();
    }

    @AfterEach
    void nothingElseHappened() {
        var alarms = watches.stream().flatMap(watch -> watch.alarms().stream()).toList();
        watches.clear();

        assertThat(alarms).isEmpty();
    }

    private void playThePublishedCases() throws ClassNotFoundException {
        ReflectionTestUtils.setField(replay, "forms", fed.service());
        List<?> scripts = ReflectionTestUtils.invokeMethod(Class.forName("org.redress.replay.CaseScripts"), "published");
        for (var script : scripts) {
            ReflectionTestUtils.invokeMethod(replay, "play", script);
        }
        ReflectionTestUtils.setField(replay, "forms", forms);
    }

    /** A council's cases: to the second stage with everything that can happen on the way, withdrawn, told by telephone, late. */
    private void complain() {
        var reference = casework.acknowledged("kent", Map.of("otherPeople", "Mrs Z – mother of Y\nY – child"));
        office.complete(reference, "Assess complaint", Answers.accept(LocalDate.of(2025, 5, 31), Map.of()));
        office.complete(reference, "Consider lateness", Map.of("lateDecision", "consider", "lateReason", "She was in hospital."));
        office.event(reference, "note", Map.of());
        casework.answerIssues(reference, "kent-manager");
        office.complete(reference, "Draft response", Answers.draft());
        office.complete(reference, "Approve response", Map.of("approval", "return", "comments", "Say more."));
        office.complete(reference, "Draft response", Answers.draft());
        office.complete(reference, "Approve response", Answers.approve());
        office.complete(reference, "Send response", Answers.send(office.today()));
        casework.wish(reference, "next-stage");
        casework.acknowledgeNextStage(reference);

        var withdrawn = casework.accepted("kent", Map.of(), Map.of("earlierReference", reference));
        office.event(withdrawn, "proceedings-started", Answers.with(Answers.prejudice(), Map.of("affectedIssues", "1")));
        office.event(withdrawn, "withdrawal", Map.of());
        office.complete(withdrawn, "Confirm withdrawal", Answers.confirmWithdrawal(office.today()));

        var told = casework.accepted("kent", Map.of("complainantRole", "parent", "channel", "phone"),
                Map.of("subject", "child-in-need", "straightToStage2On", office.today().toString()));
        office.complete(told, "Agree written record", Answers.writtenRecord(office.today()));
        casework.adjudicate(told, "kent");
        casework.wish(told, "next-stage");
        office.complete(told, "Decide on stage 3 request", Answers.earlyReferral(Map.of()));

        var care = casework.accepted("kent", Map.of(), Map.of("subject", "adult-care"));
        office.complete(care, "Agree plan", Answers.with(Answers.plan(office.today(), "6 weeks"), Map.of("nhsConcerned", true)));
        office.complete(care, "Arrange joint handling", Map.of("nhsBody", "The hospital trust", "shareConsent", "no"));

        var today = office.today().toString();
        var request = office.as("kent-officer").start("service-request", Map.of("receivedOn", today, "channel", "email", "requester", "Ms L", "contact", "1 Mill Lane", "requestText", "A new bin."));
        office.complete(request, "Do what was asked", Map.of("requestDone", "done", "requestDoneOn", today, "whatWasDone", "Delivered."));
        office.complete(request, "Answer request", Map.of("requestAnsweredOn", today, "letterChannel", "email", "letterText", "You have a new bin."));
        casework.acknowledged("kent", Map.of("requestReference", request));
    }

    /** Two cases that belong together, one that is a duplicate, an issue that stands twice. */
    private void link() {
        var one = casework.accepted("kent");
        var other = casework.accepted("kent");
        var link = Map.<String, Object>of("caseReference", other, "otherReference", one, "linkedOn", office.today().toString(), "reason", "The same bins.");
        office.as("kent-officer").start("link-cases", Answers.with(link, Map.of("link", "same-issue", "issue", "2", "otherIssue", "1")));
        office.as("kent-officer").start("link-cases", Answers.with(link, Map.of("link", "related")));
        office.as("kent-officer").start("link-cases", Answers.with(link, Map.of("link", "duplicate", "letterText", "Both are one case.")));
        office.signOut();
    }

    private void refuse() {
        var reference = casework.acknowledged("kent", Map.of());
        office.complete(reference, "Assess complaint", Answers.accept(office.today(), Map.of("assessment", "refuse")));
        office.complete(reference, "Send refusal", Answers.refusal(office.today(), Map.of("refused", "part", "refusedIssues", "1",
                "ground", "court-proceedings", "proceedings", "County court.", "prejudice", "The judge decides the same question.")));
        office.as("kent-supervisor").start("legal-hold", Map.of("caseReference", reference, "hold", "place", "decidedOn", office.today().toString(),
                "reason", "An inquiry asks for it."));
    }

    /** The Ombudsman's cases: turned away, withdrawn, asked of others and late, a review, an action that was not done. */
    private void oversee() {
        var away = ombudsman.receive(KENT, Map.of());
        ombudsman.assess(away, Map.of("exclusion", "schools"));
        ombudsman.decideAtIntake(away, "enquiry", Map.of());
        office.complete(away, "Ask council", OmbudsmanAnswers.askQuickly(office.today(), Map.of()));
        office.completeAs("ombudsman-intake", office.task(away, "Record reply to enquiry"), OmbudsmanAnswers.reply(office.today(), Map.of()));
        ombudsman.endAtIntake(away, "advice", Map.of());

        ombudsman.receive(Payloads.LINES.get(12), Map.of());

        var withdrawn = ombudsman.investigated(KENT, Map.of("councilReference", Payloads.LINES.get(2)));
        ombudsman.event(withdrawn, "excluded", Map.of("excludedIssues", "1", "excludedGround", "schools"));
        ombudsman.event(withdrawn, "withdrawn", Map.of());
        ombudsman.state(withdrawn);

        var asked = ombudsman.notified(KENT, Map.of());
        office.complete(asked, "Weigh evidence", OmbudsmanAnswers.ask("other", office.today()));
        office.complete(asked, "Record reply to enquiry", OmbudsmanAnswers.reply(office.today(),
                Map.of("withholds", true, "withheld", "Strategy meeting", "noticeChannel", "letter")));

        var council = ombudsman.signposted("kent");
        var decided = ombudsman.decided(KENT, Map.of("councilReference", council),
                OmbudsmanAnswers.action("payment", "1 month", Map.of("amount", 200)), OmbudsmanAnswers.action("apology", "1 month", Map.of()));
        ombudsman.show(council, 1, Map.of("amountPaid", 150, "difference", "Set off against rent."));
        ombudsman.show(council, 2, Map.of());
        ombudsman.judge(decided, 2, "not-complete", Map.of());
        office.complete(decided, "Escalate non-compliance", Map.of("step", "chief-executive", "reason", "We insist.", "escalatedOn", office.today().toString()));
        ombudsman.event(decided, "review", Map.of("reviewGround", "new-information"));
        office.completeAs("ombudsman-reviewer", office.task(decided, "Decide on review"), Answers.with(OmbudsmanAnswers.review("amended", office.today()),
                Map.of("amendedText", "The date is put right.", "lateReason", "He was in hospital.")));

        var changed = ombudsman.investigated(KENT, Map.of());
        ombudsman.draft(changed);
        office.complete(changed, "Send draft", OmbudsmanAnswers.sendDraft(office.today()));
        office.complete(changed, "Record complainant’s comments", OmbudsmanAnswers.complainantComments(office.today(), "The date is wrong."));
        office.complete(changed, "Record council’s comments", OmbudsmanAnswers.councilComments(office.today(), "The sum is wrong."));
        office.tasks(changed, "Consider comment").forEach(task -> office.complete(task, OmbudsmanAnswers.consider()));
        office.complete(changed, "Decide on draft", Map.of("draftStands", "change", "changes", "The first finding."));
    }

    /** Somebody wants to join and is turned down, speaks for another, is restricted and appeals; somebody complains for another. */
    private void people() {
        var today = office.today().toString();
        var reference = casework.acknowledged("kent", Map.of("otherPeople", "Ms R – representative"));
        office.people("kent-officer", reference, "add", Map.of("personName", "Mr V", "part", "joint-complainant"));
        office.completeAs("kent-supervisor", office.task(reference, "Confirm people change"), Answers.refusePeople());
        office.complete(reference, "Ask for consent", Map.of("consent", "asked", "consentAskedOn", today, "consentEvidence", "A letter."));
        office.complete(reference, "Record consent answer", Map.of("consentAnswer", "refused", "consentAnsweredOn", today, "consentEvidence", "Her letter."));
        office.as("kent-supervisor").start("contact-restriction", Answers.restriction(reference, 1, office.today()));
        office.completeAs("kent-supervisor", office.task(reference, "Review contact restriction"),
                Map.of("restrictionReview", "appeal", "appealedOn", today, "reviewReasons", "It is not true."));
        office.completeAs("kent-supervisor-two", office.task(reference, "Decide restriction appeal"),
                Map.of("appealOutcome", "not-upheld", "appealDecidedOn", today, "appealReasons", "The log shows it."));
        ombudsman.receive("Northshire Council", Map.of("standing", "authorised", "personAffected", "Mrs P", "contact", "1 Mill Lane"));
    }

    /** A day that a second person does not change, and a case that was about something else. */
    private void putRight() {
        var corrected = office.receive("kent", Map.of("receivedOn", MON_2026_06_01.minusDays(5).toString(), "contact", "1 Mill Lane"));
        office.as("kent-officer").start("correction", Map.of("caseReference", corrected, "mistake", "The envelope is stamped otherwise."));
        var received = cases.facts(corrected).stream().filter(fact -> fact.field().equals("receivedOn")).findFirst().orElseThrow();
        office.complete(corrected, "Say what is right", Map.of("kind", "day", "fact", "day-" + received.id(), "rightDay", office.today().toString()));
        office.completeAs("kent-supervisor", office.task(corrected, "Confirm colleague’s change"),
                Map.of("confirmation", "leave", "confirmationReason", "The stamp was misread."));

        var wrongCourse = casework.statutory("kent");
        office.as("kent-officer").start("course-correction", Map.of("caseReference", wrongCourse, "mistake", "subject",
                "foundOn", office.today().toString(), "reason", "The first page was read only.", "rightSubject", "other-service"));
        office.signOut();
    }

    /** Two people share the answer and one hands it over; what was withdrawn is taken up again, at the council and at the Ombudsman. */
    private void goOn() {
        var today = office.today().toString();
        var shared = casework.accepted("kent");
        office.complete(shared, "Decide who answers", Map.of("service", "highways", "responder", "kent-director", "sharedOut", true,
                "otherIssues", "2", "otherService", "waste", "otherResponder", "kent-assistant-director"));
        office.as("kent-officer").start("hand-over", Map.of("caseReference", shared, "caseRole", "answers"));
        office.complete(shared, "Choose successor", Map.of("onlyIssues", "1", "successor", "kent-manager", "fromDay", today, "handingReason", "She has another task."));

        var withdrawn = casework.accepted("kent");
        office.event(withdrawn, "withdrawal", Map.of());
        office.complete(withdrawn, "Confirm withdrawal", Answers.confirmWithdrawal(office.today()));
        office.as("kent-officer").start("taking-up", Answers.takingUp(withdrawn, "withdrawal-taken-back", office.today(),
                Map.of("lateReason", "She was in hospital.", "letterText", "It goes on.", "letterSentOn", today)));

        var atTheOmbudsman = ombudsman.notified(KENT, Map.of());
        ombudsman.event(atTheOmbudsman, "withdrawn", Map.of());
        office.as("ombudsman-intake").start("ombudsman-taking-up",
                Map.of("caseReference", atTheOmbudsman, "ground", "withdrawal-taken-back", "askedOn", today, "details", "As said."));
        office.signOut();
    }

    /** An action that an answer promises, minutes that are owed, and a case that nobody carries on. */
    private void promise() {
        var today = office.today().toString();
        var reference = casework.accepted("kent");
        office.complete(reference, "Decide who answers", Answers.responder("kent-manager"));
        office.complete(reference, "Investigate complaint", Answers.investigate());
        office.complete(office.taskOfIssue(reference, "Answer issue", 1), Answers.issue(Map.of("promises", 1)));
        office.complete(office.taskOfIssue(reference, "Answer issue", 2), Answers.issue(Map.of("finding", "not-upheld")));
        office.complete(reference, "Promise action", Answers.promise(Map.of()));
        office.as("kent-officer").start("service-duty", Map.of("caseReference", reference, "duty", "minutes", "dutyDay", today, "dutyText", "The minutes for the family."));
        office.complete(reference, "Record duty done", Map.of("dutyBecame", "done", "dutyDoneOn", today, "dutyNote", "Sent."));

        var carriedOnByNobody = casework.acknowledged("kent", Map.of());
        casework.die(carriedOnByNobody, "kent");
        office.complete(carriedOnByNobody, "Find out who carries on", Answers.nobodyCarriesOn(office.today()));
    }

    /** A finding that plain words cause. */
    private void answerFinding(Office plainly) {
        plainly.on(office.today());
        var reference = new Casework(plainly).acknowledged("kent", Map.of("complainant", "Mr X", "complainantRole", "parent", "otherPeople", "Mrs P – teacher"));
        plainly.event(reference, "note", Map.of("details", "Mr Z rang."));
        plainly.as("kent-supervisor");
        Optional<?> opened = ReflectionTestUtils.invokeMethod(reader, "open", reference, "test", (Object) new Content[0]);
        Object document = ReflectionTestUtils.invokeMethod(documents, "of", opened.orElseThrow());
        plainly.signOut();
        List<?> findings = ReflectionTestUtils.invokeMethod(document, "findings");
        Object finding = findings.get(0);
        String code = ReflectionTestUtils.invokeMethod(finding, "code");
        office.as("kent-officer").start("answer-finding", Map.of("caseReference", reference, "findingCode", code, "findingAnswer", "kept", "findingReason", "He is the postman."));
        office.signOut();
    }

    /** The common part may name nobody whom the other does not know, so the people have plain names. */
    private void decideJointly(Office plainly) {
        var plain = new OmbudsmanCasework(plainly, new Casework(plainly));
        var one = plain.investigated(KENT, Map.of());
        var other = plain.investigated(KENT, Map.of("confirmed", "same-matter"));
        office.as("ombudsman-intake").start("link-cases", Map.of("caseReference", one, "link", "jointly", "otherReference", other, "linkedOn", office.today().toString(),
                "reason", "One matter."));
        office.signOut();
        office.tasks(one, "Find on issue").forEach(task -> office.complete(task, OmbudsmanAnswers.finding("yes", "yes")));
        office.complete(one, "Draft decision", OmbudsmanAnswers.draft(0, Map.of("commonPart", "Both waited.")));
        office.complete(one, "Approve draft", Answers.approve());
        office.complete(one, "Send draft", OmbudsmanAnswers.sendDraft(office.today()));
        office.complete(one, "Record complainant’s comments", OmbudsmanAnswers.complainantComments(office.today(), null));
        office.complete(one, "Record council’s comments", OmbudsmanAnswers.councilComments(office.today(), null));
        office.complete(one, "Decide on draft", OmbudsmanAnswers.draftStands());
        office.complete(one, "Issue decision", OmbudsmanAnswers.issue(office.today(), Map.of("commonPart", "Both waited.")));
    }

    private String reported() {
        var reference = ombudsman.investigated(KENT, Map.of());
        ombudsman.draft(reference);
        ombudsman.decide(reference, Map.of("statementKind", "report"));
        return reference;
    }

    private Map<String, Object> notSatisfied(String day, String verdict) {
        var today = office.today().toString();
        return Map.of(day, today, "reportVerdict", verdict, "furtherReportSentOn", today, "letterText", "We are not satisfied.");
    }

    /** A public report and its answer, a letter of an Ombudsman outside, and what is late after six weeks. */
    private void report() {
        var reference = reported();
        var council = cases.linked("kent", "ombudsman", reference).orElseThrow().reference();
        var today = office.today().toString();
        office.complete(council, "Give public notice", Map.of("noticeGivenOn", today, "newspapers", "The Gazette", "inspectionFrom", today));
        office.complete(council, "Report to members", Map.of("membersReportedOn", today, "membersReport", "The cabinet considers it next week."));
        office.complete(council, "Respond to report", Map.of("laidBefore", "The council", "letterText", "We have trained our staff.", "reportAnsweredOn", today));
        office.complete(reference, "Judge response to report", notSatisfied("reportAnsweredOn", "further-report"));
        office.complete(reference, "Judge response to report", notSatisfied("reportAnsweredOn", "newspaper"));
        office.complete(reference, "Settle statement", Map.of("statementAgreed", "no", "statementSettledOn", today, "newspapers", "The Gazette", "firstEdition", today));
        office.complete(reference, "Record editions", Map.of("firstEditionOn", today, "secondEditionOn", today, "costs", "£300."));
        var promised = reported();
        office.complete(promised, "Judge response to report", Map.of("reportAnsweredOn", today, "reportVerdict", "promised"));
        office.complete(cases.linked("kent", "ombudsman", promised).orElseThrow().reference(), "Confirm report action", Map.of("letterText", "All staff are trained.", "reportConfirmedOn", today));
        office.complete(promised, "Judge confirmation", notSatisfied("reportConfirmedOn", "further-report"));
        ombudsman.letter("kent", "enquiry", Map.of("ombudsmanReference", Payloads.LINES.get(2)));
        ombudsman.letter("kent", "enquiry", Map.of("caseReference", casework.accepted("kent")));

        var late = ombudsman.notified(KENT, Map.of());
        office.complete(late, "Weigh evidence", OmbudsmanAnswers.ask("council", office.today()));
        var unpublished = ombudsman.decided(KENT, Map.of());
        office.on(MON_2026_07_13);
        office.complete(unpublished, "Prepare publication copy", Map.of("copyMade", "not-to-be-published"));
        office.complete(unpublished, "Publish decision", Map.of("publication", "back", "copyWrong", "It can be published."));
        office.complete(unpublished, "Prepare publication copy", Map.of("copyMade", "not-to-be-published"));
        office.complete(unpublished, "Publish decision", Map.of("publication", "no", "publicationException", "consent", "exceptionReason", "The child would be known."));
        office.complete(late, "Chase council", Map.of("lateFlag", "delay-responding", "letterText", "We wait.", "chasedOn", office.today().toString()));
    }

    /** A letter in the wrong case is taken back, and placed in another. */
    private void placeLetters() {
        var today = office.today().toString();
        var wrong = casework.accepted("kent");
        var reference = ombudsman.notified(KENT, Map.of("councilReference", wrong));
        office.as("kent-link-officer");
        office.start("wrong-file", Map.of("caseReference", wrong, "foundOn", today, "reason", "Another person of that name."));
        office.signOut();
        office.complete(cases.linked("kent", "ombudsman", reference).orElseThrow().reference(), "Place letter", Map.of("belongsTo", "case", "otherCaseReference", casework.accepted("kent"),
                "letterPlacedOn", today, "reason", "The papers show it."));
    }

    /** A copy of a file without somebody's name, which a second person turns down. */
    private void disclose() {
        var reference = casework.accepted("kent");
        int number = transaction.execute(status -> files.keep(reference, new MadeFiles.Made("note.txt", AttachmentKind.EVIDENCE, null, AttachmentView.NOT_YET, MON_2026_06_01, "kent-officer", "text/plain"),
                out -> out.write("The neighbour, Mr Peverell, called.".getBytes(StandardCharsets.UTF_8)))).number();
        office.as("kent-officer").start("disclosure", Map.of("caseReference", reference, "made", "redaction", "attachmentNumber", number, "takenOut", "Ernest Peverell", "areas", "", "withholdingGround", "third-party",
                "groundReason", "He has not agreed.", "forWhom", "complainant"));
        office.signOut();
        office.completeAs("kent-supervisor", office.task(reference, "Check disclosure"), Map.of("disclosure", "leave", "leftReason", "The number is left in it."));
    }

    /** A case that its named people read and nobody else. */
    private void restrict() {
        var reference = office.receive("kent", Map.of());
        office.as("kent-supervisor");
        office.start("case-restriction", Map.of("caseReference", reference, "restriction", "restrict", "readers", "Complaints officer (Kent)", "about", "kent-manager", "reason", "It is about a colleague."));
        office.signOut();
    }

    @Test
    void reachesEveryFieldForText() throws Exception {
        assertThat(fed.hungry()).isEmpty();
        assertThat(fed.taken()).containsExactly("ombudsman-complaint.councilReference");
    }

    @Test
    @Order(Integer.MAX_VALUE)
    void staysOutOfTheEngineAndTheLog(CapturedOutput log) {
        assertThat(database.queryForObject("select count(*) from answer where content like '%" + Payloads.MARK + "%'", Integer.class)).isGreaterThan(300);
        assertThat(Rows.of(database, "ACT\\_%")).hasSizeGreaterThan(500).filteredOn(PayloadIT::marked).isEmpty();
        assertThat(log.getAll().lines()).filteredOn(PayloadIT::marked).isEmpty();
    }

    private static boolean marked(String text) {
        var lower = text.toLowerCase(Locale.ROOT);
        return lower.contains(Payloads.MARK) || lower.contains(Payloads.ELSEWHERE);
    }

    @Test
    void isShownAsTextInEveryCaseOfTasklist() {
        var read = new ArrayList<String>();
        for (var tenant : List.of("kent", "ombudsman")) {
            var person = tenant + "-supervisor";
            var desk = desk(person);
            desk.page().reload();
            for (var task : open(tenant)) {
                read.addAll(reads(desk, task));
            }
            desk.page().locator(".case-chronology").scrollIntoViewIfNeeded();
            desk.picture("payloads-" + tenant);
            assertThat(desk.tab("Description")).isVisible();
            assertThat(desk.filter("All of my council")).not().hasCount(0);
            // who complains and of what stands on the cards, as text
            assertThat(desk.page().locator(".redress-card").first()).isVisible();
            assertThat(desk.page().locator(".redress-card").locator("script, img, svg, iframe, a")).hasCount(0);
            desk.picture("payloads-cards-" + tenant);
            readsOnItsPage(desk, open(tenant).iterator().next());
        }
        assertThat(read).hasSizeGreaterThan(150);
    }

    /** One task of every case that a council or the Ombudsman works on. */
    private Collection<Task> open(String tenant) {
        office.signOut();
        var references = new HashMap<String, Task>();
        tasks.createTaskQuery().tenantIdIn(tenant).orderByTaskName().asc().list()
                .forEach(task -> references.putIfAbsent(runtime.createProcessInstanceQuery().processInstanceId(task.getProcessInstanceId()).singleResult().getBusinessKey(), task));
        references.remove(null);
        return references.values();
    }

    /** Opens form and case of a task; gives what was written into the case. */
    private List<String> reads(Desk desk, Task task) {
        var reference = runtime.createProcessInstanceQuery().processInstanceId(task.getProcessInstanceId()).singleResult().getBusinessKey();
        desk.page().navigate("/camunda/app/tasklist/default/#/?task=" + task.getId());
        assertThat(desk.page().locator(".task-card h2")).hasText(task.getName());
        desk.tab("Form");
        assertThat(desk.page().locator(".task-card .fjs-form-field").first()).isVisible();
        var file = desk.readCase();
        assertThat(file.locator("h3")).containsText(reference);
        file.locator("details").evaluateAll("all => all.forEach(one => one.open = true)");
        var text = file.textContent();
        var written = written(reference);
        assertThat(written.entrySet()).as(reference).allSatisfy(answer -> assertThat(text.contains(answer.getValue())).as(answer.getKey()).isTrue());
        assertThat(file.locator("script, img, svg, iframe, style, b, a:not([href^='/redress/cases/']):not([href^='/redress/api/cases/']):not([href^='/camunda/app/tasklist/default/#/?']), [onerror], [onload], [ng-click]")).hasCount(0);
        assertThat(text).doesNotContain("49 " + Payloads.MARK).doesNotContain("2 " + Payloads.MARK);
        return List.copyOf(written.values());
    }

    /** The same file on its page, and a letter on its sheet. */
    private void readsOnItsPage(Desk desk, Task task) {
        var reference = runtime.createProcessInstanceQuery().processInstanceId(task.getProcessInstanceId()).singleResult().getBusinessKey();
        var page = desk.page();
        page.navigate("/redress/cases/" + reference.replace(' ', '-') + "/print");
        assertThat(page.locator("#case .case-chronology")).isVisible();
        var text = page.locator("#case").textContent();
        assertThat(written(reference).values()).allSatisfy(answer -> assertThat(text).contains(answer));
        assertThat(page.locator("#case").locator("script, img, svg, iframe, style, b, [onerror], [onload]")).hasCount(0);
        page.navigate("/redress/cases/" + reference.replace(' ', '-') + "/letters/1");
        assertThat(page.locator("main").locator("script, img, svg, iframe, style, b, [onerror], [onload]")).hasCount(0);
        page.navigate("/camunda/app/tasklist/default/");
    }

    /** What was written into the fields of a case, by form, field and number; whom a letter of the Ombudsman names is shown to link officers only. */
    private Map<String, String> written(String reference) {
        var written = new TreeMap<String, String>();
        database.query("select concat(a.form, '.', a.field, ' ', a.id), a.content from answer a join chronology c on c.id = a.chronology_id join complaint p on p.id = c.complaint_id"
                + " where p.reference = ? and a.content like '%" + Payloads.MARK + "%'"
                // what is said of a confidential draft is for those who comment on it, and no supervisor's (LGS-14)
                + " and a.form <> 'comment-on-draft'"
                + " and not (a.form = 'ombudsman-letter' and a.field = 'complainant')", row -> {
                    written.put(row.getString(1), row.getString(2));
                }, reference);
        return written;
    }

    @Test
    void isShownAsTextWhereItIsWrittenInTheBrowser(@Autowired Office staff) {
        var officer = desk("kent-officer");
        officer.page().reload();
        var all = String.join("\n", Payloads.LINES);
        // almost the same words, so that the complaint in the browser is asked back
        staff.receive("kent", Map.of("complaintText", all + "\nOnce more."));
        var form = officer.start("Complaint");
        officer.send(form, Map.of("Received on", "13/07/2026", "Received by", "E-mail", "Who complains", Payloads.LINES.get(10), "They are", "Anybody else",
                "What is complained of", all, "What they want", all));
        officer.confirmsAllThatIsAskedBack();
        officer.picture("payloads-asked-back");
        officer.send(form, Map.of());
        assertThat(form).hasCount(0);
        var reference = cases.all().stream().filter(file -> file.complainedOf().equals(Payloads.seen(all))).findFirst().orElseThrow().reference();
        reads(officer, office.task(reference, "Acknowledge complaint"));
        assertThat(officer.page().locator(".tab-content .redress-case .case-prose").filter(new Locator.FilterOptions().setHasText(Payloads.LINES.get(2))).first()).isVisible();
        assertThat(officer.page().locator(".tab-content .redress-case").innerText()).contains(Payloads.LINES.stream().filter(line -> !line.contains("\t")).toList());
        officer.picture("payloads-written-in-the-browser");

        var event = officer.start("Case event");
        for (var line : List.of(Payloads.LINES.get(2), "<svg onload=alert(1)>", "<img src=//pwned.example/>", "[a](javascript:alert(1))")) {
            officer.send(event, Map.of("Case", line, "What happened", "A contact to note", "When", "13/07/2026", "What exactly", all));
            assertThat(officer.refusal()).containsText("your council has no case " + line + ".");
        }
        officer.picture("payload-refused");
        for (var line : List.of(Payloads.LINES.get(2), Payloads.LINES.get(3), Payloads.LINES.get(12))) {
            officer.page().navigate("/camunda/app/tasklist/default/#/?task=" + encoded(line));
            officer.page().reload();
            assertThat(officer.page().locator(".task-filter.active")).isVisible();
            assertThat(officer.page().locator(".task-card")).hasCount(0);
        }
    }

    /** The engine holds none of it, and an address can carry what it likes. */
    @Test
    void isNotShownInCockpit() {
        var supervisor = desk("kent-supervisor");
        var job = management.createJobQuery().tenantIdIn("kent").timers().list().get(0);
        management.setJobRetries(job.getId(), 0);
        var page = supervisor.page();
        page.navigate("/camunda/app/cockpit/default/#/process-instance/" + job.getProcessInstanceId() + "/runtime");
        page.reload();
        for (var tab : List.of("Incidents", "User Tasks", "Jobs", "Variables")) {
            page.locator(".nav-tabs").getByText(tab, new Locator.GetByTextOptions().setExact(true)).click();
            page.waitForLoadState(LoadState.NETWORKIDLE);
            supervisor.picture("payloads-cockpit-" + tab.toLowerCase(Locale.ROOT).replace(' ', '-'));
            assertThat(page.locator("body")).containsText(Map.of("Incidents", "Failed Job", "User Tasks", "Assignee", "Jobs", "Due Date", "Variables", "Value").get(tab));
            assertThat(page.locator("body")).not().containsText(Payloads.MARK);
        }
        for (var line : Payloads.LINES) {
            page.navigate("/camunda/app/cockpit/default/#/process-instance/" + encoded(line) + "/runtime?searchQuery=" + encoded("[{\"type\":\"" + line.replace("\"", "") + "\"}]"));
        }
        page.waitForLoadState(LoadState.NETWORKIDLE);
    }

    @Test
    void isNotShownOnOurOwnPages() {
        var context = desks.chromium().browser().newContext(new Browser.NewContextOptions().setBaseURL(desks.address()));
        var page = context.newPage();
        watches.add(Watch.over(page, desks.port()));
        var opened = new ArrayList<String>();
        page.onDialog(dialog -> {
            opened.add(dialog.message());
            dialog.dismiss();
        });
        for (var line : Payloads.LINES) {
            page.navigate("/sign-in?to=" + encoded(line) + "&error=" + encoded(line));
            page.getByLabel("User name").fill(line);
            page.getByLabel("Password").fill(line);
            page.getByRole(AriaRole.BUTTON).click();
            assertThat(page.locator("#refusal")).isVisible();
            assertThat(page.locator("body")).not().containsText(Payloads.MARK);
            for (var address : List.of("/", "/redress/", "/redress/api/tasks/", "/camunda/app/", "/sign-out?", "/camunda/app/tasklist/default/?")) {
                page.navigate(address + encoded(line));
                assertThat(page.content()).doesNotContain(line).doesNotContain("49 " + Payloads.MARK);
            }
        }
        page.navigate("/sign-in?to=" + encoded("//" + Payloads.ELSEWHERE + "/") + "&to=" + encoded("javascript:alert(1)"));
        Desk.pictureOfAll(page, "payloads-sign-in");
        page.getByLabel("User name").fill("kent-officer");
        page.getByLabel("Password").fill(Office.PASSWORD);
        page.getByRole(AriaRole.BUTTON).click();
        assertThat(page).hasURL(desks.address() + "/");

        assertThat(opened).isEmpty();
        assertThat(watches).flatExtracting(Watch::alarms).isEmpty();
        context.close();
        watches.clear();
    }

    @Test
    void isTurnedDownWhereItIsNoText() throws Exception {
        var officer = new Browsers(desks.port()).signedIn("kent-officer");
        var before = cases.all().size();
        for (var field : List.of("complainant", "complaintText", "outcomeWanted", "otherPeople")) {
            for (var text : Payloads.NO_TEXT) {
                assertThat(sent(officer, Map.of(field, text))).as(field).contains("control characters are not text");
            }
            assertThat(sent(officer, Map.of(field, "=".repeat(1_000_000)))).as(field).containsPattern("at most \\d+ characters, these are 1000000");
        }
        assertThat(cases.all()).hasSize(before);
    }

    private String sent(Browsers.Browser officer, Map<String, Object> different) throws Exception {
        var variables = new HashMap<String, Object>();
        Answers.complaint(office.today(), different).forEach((key, value) -> variables.put(key, Map.of("value", value, "type", "String")));
        // half a character can be sent as an escape only
        var json = new ObjectMapper().configure(JsonGenerator.Feature.ESCAPE_NON_ASCII, true).writeValueAsString(Map.of("variables", variables));
        var answer = officer.send(officer.request("/camunda/api/engine/engine/default/process-definition/key/complaint/submit-form")
                .header("Content-Type", "application/json").POST(HttpRequest.BodyPublishers.ofString(json)));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(400);
        return answer.body();
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    private Desk desk(String person) {
        var desk = desks.of(person);
        watches.add(Watch.over(desk.page(), desks.port()));
        return desk;
    }
}
