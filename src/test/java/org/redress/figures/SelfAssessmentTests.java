package org.redress.figures;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.poi.xwpf.extractor.XWPFWordExtractor;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.junit.jupiter.api.Test;
import org.redress.api.Browsers;
import org.redress.api.HttpTest;
import org.redress.audit.Verifications;
import org.redress.documents.Accessible;
import org.redress.documents.Documents;
import org.redress.documents.Format;
import org.redress.figures.Topic.Part;
import org.redress.figures.YearlyAnswers.Said;
import org.redress.figures.YearlyAnswers.Words;
import org.redress.testing.Office;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

/** What a council says each year of how it follows the Code, beside the figures: written by its supervisors, kept with its history, read by those who see the figures, and made a document (CORP-01, CORP-42). */
@HttpTest
class SelfAssessmentTests {
    @Autowired
    private Office office;

    @Autowired
    private Browsers browsers;

    @Autowired
    private JdbcTemplate jdbc;

    @Test
    void keepsWhatASupervisorWritesWithItsHistoryAndMakesADocumentOfIt() throws IOException {
        var supervisor = browsers.signedIn("kent-supervisor");
        var year = String.valueOf(ReportYear.before(office.today()).from());
        var topic = YearlyPage.PATH + "/" + year + "/acknowledged-1";
        assertThat(supervisor.get(topic).body()).contains("within five working days of its receipt", "Acknowledgements", "Complaint Handling Code 6.2 (CORP-20)");

        assertThat(supervisor.submit(topic, Map.of("follows", "partly", "words", "Over Christmas <two> were late.", "seen", "0")).body())
                .contains("Not kept", "Say what will be done about it", "Over Christmas &lt;two&gt; were late.");
        assertThat(supervisor.submit(topic, Map.of("follows", "no", "words", "See KENT-2026-00021.", "planned", "More people.", "seen", "0")).body()).contains("Leave out the numbers of cases");
        assertThat(supervisor.submit(topic, Map.of("follows", "partly", "words", "Over Christmas <two> were late.", "planned", "A rota for holidays.", "planned-by", "soon", "seen", "0")).body())
                .contains("Write the day as 1 April 2026");
        var kept = supervisor.submit(topic, Map.of("follows", "partly", "words", "Over Christmas <two> were late.", "planned", "A rota for holidays.", "planned-by", "30/09/2027", "seen", "0"));
        assertThat(kept.statusCode()).as(kept.body()).isEqualTo(303);
        assertThat(supervisor.submit(topic, Map.of("follows", "yes", "words", "All were in time.", "seen", "0")).body()).contains("Somebody else has written meanwhile", "Over Christmas &lt;two&gt; were late.");
        assertThat(supervisor.submit(topic, Map.of("follows", "yes", "words", "All were in time.", "seen", "1")).statusCode()).isEqualTo(303);

        assertThat(supervisor.get(topic).body()).contains("What was written", "A rota for holidays. (by 30 September 2027)", "name=\"seen\" value=\"2\"");
        assertThat(browsers.signedIn("kent-officer").get(YearlyPage.PATH + "?year=" + year).body()).contains("All were in time.").doesNotContain("Over Christmas");
        assertThat(jdbc.queryForList("select distinct who from audit where table_name = 'yearly_answer' and operation = 'insert'", String.class)).containsExactly("kent-supervisor");
        assertThat(Verifications.findings(jdbc)).noneMatch(finding -> finding.contains("yearly_answer"));

        var pdf = supervisor.file(YearlyPage.DOCUMENT + ".pdf?year=" + year);
        assertThat(pdf.headers().firstValue("Content-Disposition").orElseThrow()).contains("self-assessment-" + year + "-04-01-");
        assertThat(pdf.headers().firstValue("Cache-Control").orElseThrow()).contains("no-store");
        try (var document = Loader.loadPDF(pdf.body())) {
            assertThat(new PDFTextStripper().getText(document).replaceAll("\\s+", " ")).contains("Draft: not complete", "Kent County Council", "All were in time.", "Do we follow it? Yes.").doesNotContain("Over Christmas");
        }
        try (var word = new XWPFWordExtractor(new XWPFDocument(new ByteArrayInputStream(supervisor.file(YearlyPage.DOCUMENT + ".docx?year=" + year).body())))) {
            assertThat(word.getText()).contains("All were in time.", "6. The stages");
        }
    }

    @Test
    void putsTheWordsOfTheReportIntoTheReport() throws IOException {
        var supervisor = browsers.signedIn("leicestershire-supervisor");
        var year = ReportYear.before(office.today());
        var topic = YearlyPage.PATH + "/" + year.from() + "/response";

        assertThat(supervisor.submit(topic, Map.of("words", "The Cabinet welcomes this report.", "seen", "0")).statusCode()).isEqualTo(303);

        try (var document = Loader.loadPDF(supervisor.file(FiguresPage.PATH + ".pdf").body())) {
            assertThat(new PDFTextStripper().getText(document)).contains("What the council answers", "The Cabinet welcomes this report.");
        }
        try (var document = Loader.loadPDF(supervisor.file(FiguresPage.PATH + ".pdf?from=" + year.first() + "&to=" + year.last().minusDays(1)).body())) {
            assertThat(new PDFTextStripper().getText(document)).doesNotContain("The Cabinet welcomes this report.");
        }
        try (var document = Loader.loadPDF(browsers.signedIn("kent-supervisor").file(FiguresPage.PATH + ".pdf").body())) {
            assertThat(new PDFTextStripper().getText(document)).doesNotContain("The Cabinet welcomes this report.");
        }
    }

    @Test
    void isWrittenBySupervisorsAndReadByWhoSeesTheFigures() {
        var topic = YearlyPage.PATH + "/" + ReportYear.before(office.today()).from() + "/lead";

        assertThat(browsers.signedIn("kent-officer").get(topic).body()).contains("Somebody senior").doesNotContain("<textarea");
        assertThat(browsers.signedIn("kent-officer").submit(YearlyPage.PATH, Map.of()).statusCode()).isNotEqualTo(303);
        assertThat(browsers.signedIn("kent-manager").get(topic).statusCode()).isEqualTo(403);
        assertThat(browsers.signedIn("ombudsman-supervisor").get(topic).statusCode()).isEqualTo(403);
        assertThat(browsers.signedIn("kent-supervisor").get(YearlyPage.PATH + "/1999/lead").statusCode()).isEqualTo(404);
        assertThat(browsers.signedIn("kent-supervisor").get(YearlyPage.PATH + "/" + (office.today().getYear() + 1) + "/lead").statusCode()).isEqualTo(404);
        assertThat(browsers.signedIn("kent-supervisor").get(YearlyPage.PATH + "/2024/none").statusCode()).isEqualTo(404);
        var officer = browsers.signedIn("kent-officer");
        var sent = officer.send(officer.form(topic, browsersPage(officer), Map.of("follows", "yes", "words", "We do.", "seen", "0")));
        assertThat(sent.statusCode()).isEqualTo(403);
        assertThat(jdbc.queryForObject("select count(*) from yearly_answer where topic = 'lead' and council = 'kent'", Integer.class)).isZero();
    }

    @Test
    void isAccessibleAndShowsNoSmallNumber() throws Exception {
        var today = LocalDate.of(2026, 5, 5);
        var said = new HashMap<String, Said>();
        Topic.of(Part.SELF_ASSESSMENT).forEach(topic -> said.put(topic.id(), new Said(topic.id(), 1, new Words(Follows.NO, "Not yet.\n\nSoon.", "A new policy.", today.plusDays(9)), "kent-supervisor", LocalDateTime.of(2026, 5, 5, 9, 0))));

        var document = SelfAssessment.of("Kent County Council", new ReportYear(2025), today, said, Map.of("acknowledged", Map.of("in-time", 12L, "late", 3L)));

        assertThat(document.marking()).isNull();
        assertThat(Documents.text(document).replaceAll("\\s+", " ")).contains("fewer than 5", "not shown", "What will be done by 14 May 2026:", "A new policy.", "1 April 2025 to 31 March 2026").contains("Complaint Handling Code 6.2").doesNotContain("Not answered yet", "kent-supervisor", "CORP-");
        var pdf = Documents.write(document, Format.PDF);
        assertThat(Accessible.faults(pdf)).isEmpty();
    }

    /** Each provision has a clause that the rules know, and figures that are counted; docs/figures.md has all of them. */
    @Test
    void namesAClauseAndFiguresThatThereAre() throws IOException {
        var documentation = Files.readString(Path.of("docs/figures.md"));

        assertThat(Topic.all()).hasSizeGreaterThan(25).allSatisfy(topic -> {
            assertThat(topic.source()).startsWith("Complaint Handling Code ");
            assertThat(topic.figures()).allSatisfy(figure -> assertThat(Figure.find(figure)).isNotNull());
            assertThat(documentation).contains("| " + topic.text() + " | " + topic.source() + " | " + topic.figures().stream().map(id -> Figure.find(id).title()).collect(Collectors.joining("; ")) + " |");
        });
        assertThat(Topic.all().stream().map(Topic::id).distinct()).hasSameSizeAs(Topic.all());
    }

    private static String browsersPage(Browsers.Browser browser) {
        // a page of ours that has a form with a token
        return browser.get("/redress/notices").body();
    }

    @Test
    void knowsTheYearsOfReports() {
        var march = LocalDate.of(2026, 3, 31);

        assertThat(ReportYear.before(march)).isEqualTo(new ReportYear(2024));
        assertThat(ReportYear.before(march.plusDays(1))).isEqualTo(new ReportYear(2025));
        assertThat(ReportYear.read("2026", march)).isEmpty();
        assertThat(ReportYear.read("2026", march.plusDays(1))).contains(new ReportYear(2026));
        assertThat(List.of("2022", "20255", "x")).allSatisfy(year -> assertThat(ReportYear.read(year, march)).isEmpty());
    }
}
