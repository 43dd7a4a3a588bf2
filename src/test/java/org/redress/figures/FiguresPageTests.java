package org.redress.figures;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.redress.api.Browsers;
import org.redress.api.HttpTest;
import org.redress.testing.Answers;
import org.redress.testing.Casework;
import org.redress.testing.Office;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

/** The figures of a period as page, list and file, for whoever sees all of the council (CORP-41, CORP-42, DAT-01). */
@HttpTest
class FiguresPageTests {
    @Autowired
    private Office office;

    @Autowired
    private Casework casework;

    @Autowired
    private Browsers browsers;

    @Autowired
    private JdbcTemplate jdbc;

    @Test
    void countsWhatWasAnsweredAndLeadsToTheCases() {
        var reference = answered();
        var period = "from=" + office.today() + "&to=" + office.today();

        var page = browsers.signedIn("kent-supervisor").get("/redress/figures?" + period);
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.headers().firstValue("Cache-Control")).contains("no-store");
        assertThat(page.body()).contains("Complaints answered, by stage", "Stage 1 in time: <strong>100 %</strong>", "Stage 1: partly upheld", "<svg class=\"chart\" role=\"img\"",
                "/redress/figures/cases?figure=outcome&amp;from=" + office.today() + "&amp;to=" + office.today() + "&amp;kind=1%3Apartly-upheld").doesNotContain("<script", reference);

        var list = browsers.signedIn("kent-officer").get("/redress/figures/cases?figure=outcome&kind=1:partly-upheld&" + period);
        assertThat(list.body()).contains("/redress/cases/" + reference);
        assertThat(jdbc.queryForObject("select count(*) from audit where reference = ? and operation = 'open' and who = 'kent-officer' and task = 'list of figures'", Integer.class, reference)).isEqualTo(1);

        var file = browsers.signedIn("kent-supervisor").get("/redress/figures.csv?" + period);
        assertThat(file.headers().firstValue("Content-Disposition").orElseThrow()).contains("figures-" + office.today());
        assertThat(file.body()).contains("Figure,Title,Kind,Service,Count").contains("outcome,\"Outcome, by stage\",Stage 1: partly upheld,Whole council,").doesNotContain(reference);

        assertThat(browsers.signedIn("leicestershire-supervisor").get("/redress/figures/cases?figure=outcome&" + period).body()).doesNotContain(reference);
    }

    @Test
    void isForWhoeverSeesAllOfTheCouncil() {
        assertThat(browsers.signedIn("kent-manager").get("/redress/figures").statusCode()).isEqualTo(403);
        assertThat(browsers.signedIn("kent-manager").get("/redress/figures.csv").statusCode()).isEqualTo(403);
        assertThat(browsers.signedIn("kent-manager").get("/redress/figures/cases?figure=received").statusCode()).isEqualTo(403);
    }

    @Test
    void refusesWhatIsNoPeriodAndNoFigure() {
        var supervisor = browsers.signedIn("kent-supervisor");

        assertThat(supervisor.get("/redress/figures?from=soon").statusCode()).isEqualTo(400);
        assertThat(supervisor.get("/redress/figures?from=soon").body()).contains("Write days as 1 April 2026 or 01/04/2026");
        assertThat(supervisor.get("/redress/figures?from=01/04/2025&to=31+March+2026").body()).contains("1 April 2025 to 31 March 2026.");
        assertThat(supervisor.get("/redress/figures?from=2026-05-01&to=2026-04-01").statusCode()).isEqualTo(400);
        assertThat(supervisor.get("/redress/figures/cases?figure=none").statusCode()).isEqualTo(400);
    }

    @Test
    void countsAtTheOmbudsmansByCouncil() {
        assertThat(browsers.signedIn("ombudsman-supervisor").get("/redress/figures").body()).contains("Decisions by outcome", "Compliance with agreed actions").doesNotContain("Service requests received");
    }

    /** Each figure stands in docs/figures.md with the words and the source of the page. */
    @Test
    void isDescribedInTheDocumentation() throws IOException {
        var documentation = Files.readString(Path.of("docs/figures.md"));

        assertThat(Figure.all()).isNotEmpty().allSatisfy(figure -> assertThat(documentation).contains("| " + figure.title() + " | " + figure.means() + " | " + figure.source() + " |"));
    }

    private String answered() {
        LocalDate today = office.today();
        var reference = casework.accepted("kent");
        office.complete(reference, "Decide who answers", Answers.responder("kent-manager"));
        office.complete(reference, "Investigate complaint", Answers.investigate());
        office.complete(office.taskOfIssue(reference, "Answer issue", 1), Answers.issue(Map.of()));
        office.complete(office.taskOfIssue(reference, "Answer issue", 2), Answers.issue(Map.of("finding", "not-upheld")));
        office.complete(reference, "Draft response", Answers.draft());
        office.complete(reference, "Approve response", Answers.approve());
        office.complete(reference, "Send response", Answers.send(today));
        return reference;
    }
}
