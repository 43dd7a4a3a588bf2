package org.redress.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.redress.casefile.Dates;
import org.redress.testing.Answers;
import org.redress.testing.Casework;
import org.redress.testing.Office;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

/** The page on which supervisors see what was recorded after a deadline had passed, and what a recount would move (DAT-01). */
@HttpTest
class DeadlinesPageTests {
    @Autowired
    private Office office;

    @Autowired
    private Casework casework;

    @Autowired
    private Browsers browsers;

    @Autowired
    private JdbcTemplate jdbc;

    @Test
    void showsWithBothDaysWhatWasRecordedAfterTheDayHadPassedAndNotesWhoLooked() {
        var received = office.today().minusDays(21);
        var reference = recordedLate(received);

        var answer = browsers.signedIn("kent-supervisor").get("/redress/deadlines");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Cache-Control")).contains("no-store");
        assertThat(answer.body()).contains("<td><a href=\"/redress/cases/" + reference + "\">" + reference + "</a></td><td>Acknowledgement</td>", "<caption class=\"unseen\">Recorded after the day had passed</caption>")
                .contains("<td>done</td><td>" + Dates.dayInFull(received) + "</td><td>" + Dates.dayInFull(office.today())).contains("<td>Complaints officer (Kent)</td>")
                .contains("open deadlines, of which 0 would move")
                .contains("<a href=\"/camunda/app/tasklist/default/\">Tasklist</a>", "<a href=\"/camunda/app/cockpit/default/\">Cockpit</a>").doesNotContain("bank holidays are known");
        assertThat(jdbc.queryForObject("select count(*) from audit where reference = ? and operation = 'open' and who = 'kent-supervisor'", Integer.class, reference))
                .isEqualTo(1);
    }

    @Test
    void showsWhatWasExtendedFurtherForAGoodReason() {
        var reference = casework.accepted("kent");
        var further = office.deadline(reference, "response").dueOn().plusDays(40);
        office.event(reference, "extension", Answers.with(Answers.extension(further), Map.of("extends", "response-further", "details", "Only <she> was there.")));

        var body = browsers.signedIn("kent-supervisor").get("/redress/deadlines").body();

        assertThat(body).contains("Extended further for a good reason").contains(reference + "</a></td><td>Response, stage 1</td>")
                .contains("<td>" + Dates.dayInFull(further) + "</td>").contains("Only &lt;she&gt; was there.");
    }

    @Test
    void showsNothingOfAnotherCouncil() {
        var reference = recordedLate(office.today().minusDays(21));

        assertThat(browsers.signedIn("leicestershire-supervisor").get("/redress/deadlines").body()).contains("Deadlines").doesNotContain(reference);
    }

    @Test
    void isForSupervisors() {
        var answer = browsers.signedIn("kent-officer").get("/redress/deadlines");

        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(answer.body()).contains("Supervisors see this list, of their own council.");
    }

    @ParameterizedTest
    @CsvSource({"kent-supervisor, tasklist, true", "kent-supervisor, cockpit, true", "ombudsman-supervisor, cockpit, true", "kent-officer, tasklist, false",
            "admin, admin, false"})
    void isInTheMenuOfSupervisors(String user, String app, boolean linked) {
        var page = browsers.signedIn(user).get("/camunda/app/" + app + "/default/", "text/html").body();

        assertThat(page).contains("<ul cam-if-logged-in");
        assertThat(page.contains("<a href=\"/redress/deadlines\" target=\"_self\">Deadlines</a></li>")).isEqualTo(linked);
    }

    private String recordedLate(LocalDate received) {
        var reference = office.receive("kent", Map.of("receivedOn", received.toString()));
        office.completeAs("kent-officer", office.task(reference, "Acknowledge complaint"), Answers.acknowledge(received));
        return reference;
    }
}
