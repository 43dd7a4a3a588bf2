package org.redress.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.redress.casefile.Words;
import org.redress.testing.Answers;
import org.redress.testing.Casework;
import org.redress.testing.Office;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

/** Supervisors see what their council learns from issues that were upheld, and nothing of another (CORP-42, CORP-43). */
@HttpTest
class LessonsPageTests {
    @Autowired
    private Office office;

    @Autowired
    private Casework casework;

    @Autowired
    private Browsers browsers;

    @Autowired
    private JdbcTemplate jdbc;

    @Test
    void countsByCauseAndServiceAndShowsTheLessonWithItsAction() {
        var reference = upheld();

        var answer = browsers.signedIn("kent-supervisor").get("/redress/lessons");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Cache-Control")).contains("no-store");
        assertThat(answer.body()).contains("<th scope=\"col\">Cause</th>").contains("<td><a href=\"/redress/cases/" + reference + "\">" + reference + "</a></td><td>1</td><td>1</td>").contains("<td>Delay</td><td>Whole council</td><td>&lt;b&gt;Rounds are checked.</td>")
                .contains("The manager apologises. (To be done)").doesNotContain("Ms T")
                .contains("name=\"since\" value=\"" + office.today().minusYears(1) + "\"");
        assertThat(jdbc.queryForObject("select count(*) from audit where reference = ? and operation = 'open' and who = 'kent-supervisor'", Integer.class, reference)).isEqualTo(1);
    }

    @Test
    void showsNothingOfAnotherCouncilAndNothingOfEarlierDays() {
        var reference = upheld();

        assertThat(browsers.signedIn("leicestershire-supervisor").get("/redress/lessons").body()).contains("Lessons").doesNotContain(reference);
        assertThat(browsers.signedIn("kent-supervisor").get("/redress/lessons?since=" + office.today().plusDays(1)).body()).contains("Nothing.").doesNotContain(reference);
        assertThat(browsers.signedIn("kent-supervisor").get("/redress/lessons?since=1+April+2020").body()).contains("upheld since 1 April 2020");
        var refused = browsers.signedIn("kent-supervisor").get("/redress/lessons?since=soon");
        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(refused.body()).contains("Write the day as 1 April 2026 or 01/04/2026.");
    }

    @Test
    void showsAndCountsNothingOfAComplaintAboutWhoeverLooks() {
        var reference = upheld();
        jdbc.update("insert into case_staff (complaint_id, council, reference, name) select id, council, reference, ? from complaint where reference = ?", Words.sorted("kent-supervisor"), reference);

        assertThat(browsers.signedIn("kent-supervisor").get("/redress/lessons").body()).contains("Lessons").doesNotContain(reference);
        assertThat(browsers.signedIn("kent-supervisor-two").get("/redress/lessons").body()).contains(reference);
    }

    @Test
    void isForSupervisors() {
        assertThat(browsers.signedIn("kent-officer").get("/redress/lessons").statusCode()).isEqualTo(403);
    }

    private String upheld() {
        LocalDate today = office.today();
        var reference = casework.accepted("kent");
        office.complete(reference, "Decide who answers", Answers.responder("kent-manager"));
        office.complete(reference, "Investigate complaint", Answers.investigate());
        office.complete(office.taskOfIssue(reference, "Answer issue", 1), Answers.issue(Map.of("promises", 1, "lesson", "<b>Rounds are checked.")));
        office.complete(office.taskOfIssue(reference, "Answer issue", 2), Answers.issue(Map.of("finding", "not-upheld")));
        office.complete(reference, "Promise action", Answers.promise(Map.of()));
        office.complete(reference, "Draft response", Answers.draft());
        office.complete(reference, "Approve response", Answers.approve());
        office.complete(reference, "Send response", Answers.send(today));
        return reference;
    }
}
