package org.redress.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import java.io.IOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.redress.casefile.CaseFiles;
import org.redress.casefile.LetterView;
import org.redress.sending.PostRoom;
import org.redress.testing.Casework;
import org.redress.testing.Office;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/**
 * A response on its whole way: written from what is proposed, read as a whole and approved, confirmed with name and address, sent by e-mail through a real
 * server with TLS, and printed from the page of its case.
 */
@BrowserTest
class SendsAResponseIT {
    private static final LocalDate MON_2026_06_01 = LocalDate.of(2026, 6, 1);
    private static final String MAIL = "priya.raman@home.example";
    /** The last is no markup and no name of a template. */
    private static final List<String> OWN_WORDS = List.of("We are sorry for the weeks without a collection.",
            "The street is on the round of every Tuesday again. Whoever plans the rounds rings you in July and asks whether your bins were emptied.", "<b>{{7*7}}</b>");
    /** What the law and the Code want in every such letter, whatever is written for it. */
    private static final List<String> LEGAL_PARTS = List.of("Your complaint as we understand it", "Our decisions", "What we will do", "If you are not satisfied", "at stage 2 of our procedure", "Please ask by 29 June 2026", "Yours sincerely");

    @Autowired private Desks desks;
    @Autowired private Office office;
    @Autowired private Casework casework;
    @Autowired private CaseFiles cases;
    @Autowired private ApplicationContext product;

    private PostRoom post;
    private String reference;

    @BeforeEach
    void issuesAreAnswered() {
        office.on(MON_2026_06_01);
        post = new PostRoom(product);
        reference = casework.accepted("kent", Map.of("complainant", "Ms Priya Raman", "complaintText", "The bins in Mill Lane were not emptied."), Map.of());
        office.people("kent-officer", reference, "contact", Map.of("personNumber", 1, "details", "12 Mill Lane\nMaidstone\nME14 1XX\n" + MAIL));
        casework.answerIssues(reference, "kent-manager");
    }

    @AfterEach
    void thePostRoomCloses() {
        post.close();
    }

    @Test
    void isWrittenApprovedSentAndPrinted() throws IOException, MessagingException {
        writes();
        approves();
        var officer = desks.of("kent-officer");
        confirms(officer);

        post.serverIsGone();
        post.round();
        staysOpenUntilItIsAccepted(officer);

        post.serverIsBack();
        office.at(MON_2026_06_01.atTime(9, 45));
        post.round();
        isGone(officer);
        var pdf = received();
        standsOnItsPage(officer, pdf);
        isPrinted(officer.page());
        assertThat(cases.letters(reference)).filteredOn(letter -> letter.kind().equals("response")).extracting(LetterView::sentOn, LetterView::channel)
                .containsExactly(tuple(MON_2026_06_01, "email"));
    }

    private void writes() {
        var manager = desks.of("kent-manager");
        manager.open("My tasks", "Draft response");
        var draft = manager.field("Draft").locator("textarea");
        assertThat(draft).hasValue(Pattern.compile("Issue 1.*We have decided", Pattern.DOTALL));
        manager.picture("proposed-draft");
        manager.complete(Map.of("Draft", draft.inputValue() + "\n\n" + String.join("\n\n", OWN_WORDS)));
    }

    private void approves() {
        var approver = desks.of("kent-approver");
        approver.open("My groups' tasks", "Approve response");
        var letter = approver.field("What is to be approved").locator("textarea");
        assertThat(letter).hasValue(Pattern.compile("Ms Priya Raman\\n12 Mill Lane\\nMaidstone\\nME14 1XX", Pattern.DOTALL));
        saysAll(letter.inputValue());
        approver.picture("whole-letter-to-approve");
        approver.complete(Map.of("Decision", "Approve"));
    }

    private void confirms(Desk officer) {
        officer.open("My groups' tasks", "Send response");
        officer.claim();
        var answers = Map.of("Who sends it", "Redress, by e-mail");
        officer.fillIn(officer.page().locator(".task-card"), answers, "Complete");
        assertThat(officer.field("To whom and where").locator("textarea")).hasValue(Pattern.compile("Ms Priya Raman, number 1 \\(complainant\\)\nBy e-mail: " + MAIL.replace(".", "\\.")));
        officer.page().getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Complete")).click();
        assertThat(officer.field("These are the right people and addresses").locator(".fjs-form-field-error")).containsText("is required");
        officer.picture("name-and-address");
        officer.submit(Map.of("These are the right people and addresses", "yes"));
        assertThat(officer.recorded()).containsText("Redress sends the letter by e-mail. The step stays open until it has been accepted");
        officer.picture("on-its-way");
    }

    private void staysOpenUntilItIsAccepted(Desk officer) {
        var page = officer.page();
        page.reload();
        officer.open("My tasks", "Send response");
        assertThat(page.locator(".redress-panel")).containsText("Redress sends this letter by e-mail");
        assertThat(page.locator(".redress-panel")).containsText("waits to be sent. The mail server cannot be reached safely.");
        officer.picture("still-open");
        page.navigate("/redress/cases/" + reference);
        assertThat(page.locator(".case-sendings").first()).containsText("waits to be sent");
        officer.picture("on-its-way-on-the-page");
        assertThat(post.taken()).isEmpty();
    }

    private static void isGone(Desk officer) {
        officer.page().navigate("/camunda/app/tasklist/default/");
        assertThat(officer.filter("My tasks")).hasCount(0);
        officer.open("Waiting for somebody else", "Record complainant’s wish");
        officer.picture("after-it-was-accepted");
    }

    /** The mail that came: its text, and the same letter as PDF. */
    private byte[] received() throws IOException, MessagingException {
        assertThat(post.taken()).hasSize(1);
        var mail = post.taken().get(0);
        assertThat(mail.getAllRecipients()).extracting(Object::toString).containsExactly(MAIL);
        assertThat(mail.getSubject()).contains(reference);
        var parts = parts(mail);
        saysAll((String) parts.stream().filter(part -> is(part, "text/plain")).findFirst().orElseThrow().getContent());
        var pdf = parts.stream().filter(part -> is(part, "application/pdf")).findFirst().orElseThrow().getInputStream().readAllBytes();
        saysAll(text(pdf));
        Desk.pictureOfDocument(pdf, "letter-response");
        return pdf;
    }

    private void standsOnItsPage(Desk officer, byte[] pdf) {
        var page = officer.page();
        page.navigate("/redress/cases/" + reference);
        var letter = page.locator(".case-letters > li").filter(new Locator.FilterOptions().setHasText("Response to Ms Priya Raman"));
        assertThat(letter).containsText("As it was sent");
        assertThat(letter).containsText("SHA-256 " + sha256(pdf));
        assertThat(page.locator(".case-sendings")).containsText(new String[] {"sent on Mon 1 Jun 2026"});
        letter.scrollIntoViewIfNeeded();
        officer.picture("letter-on-the-page");
        letter.getByText("Sheet for printing").click();
        assertThat(page.locator(".sheet .letter h2").first()).isVisible();
        officer.picture("sheet-of-the-letter");
    }

    private void isPrinted(Page page) throws IOException {
        var printed = text(page.pdf(new Page.PdfOptions().setFormat("A4")));

        saysAll(printed);
        assertThat(printed).contains("1 June 2026").doesNotContain("Tasklist");
    }

    private void saysAll(String text) {
        var line = text.replaceAll("\\s+", " ");
        assertThat(line).contains("Dear", "Our reference: " + reference, "We have decided").doesNotContain("null");
        assertThat(line).contains(OWN_WORDS).contains(LEGAL_PARTS);
    }

    private static List<Part> parts(Part part) throws IOException, MessagingException {
        var all = new ArrayList<Part>();
        if (part.getContent() instanceof Multipart several) {
            for (int i = 0; i < several.getCount(); i++) {
                all.addAll(parts(several.getBodyPart(i)));
            }
        } else {
            all.add(part);
        }
        return all;
    }

    private static boolean is(Part part, String type) {
        try {
            return part.isMimeType(type);
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String text(byte[] pdf) throws IOException {
        try (var document = Loader.loadPDF(pdf)) {
            return new PDFTextStripper().getText(document);
        }
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
