package org.redress.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.TaskService;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.redress.testing.Office;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

/** Supervisors read who was given what at their council, and who asked for a file that is not theirs; administrators what was done to accounts (DAT-01). */
@HttpTest
class AccessPageTests {
    @Autowired private Office office;
    @Autowired private Browsers browsers;
    @Autowired private TaskService tasks;
    @Autowired private IdentityService identity;
    @Autowired private JdbcTemplate jdbc;

    private String reference;
    private String task;

    @BeforeEach
    void anOfficerTakesATask() {
        reference = office.receive("kent", Map.of());
        task = office.task(reference, "Acknowledge complaint").getId();
        office.as("kent-officer");
        tasks.claim(task, "kent-officer");
        office.signOut();
    }

    @Test
    void showsASupervisorTheirCouncilOnly() {
        var answer = browsers.signedIn("kent-supervisor").get("/redress/access");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Cache-Control")).contains("no-store");
        assertThat(answer.body()).contains("<td>Complaints officer (Kent)</td><td>took a task</td><td>Complaints officer (Kent)</td><td><a href=\"/redress/cases/" + reference + "\">" + reference + "</a></td><td>Acknowledge complaint</td>");
        assertThat(browsers.signedIn("leicestershire-supervisor").get("/redress/access").body()).doesNotContain(reference);
    }

    @Test
    void showsWhoAskedForAFileThatIsNotTheirs() {
        var refused = browsers.signedIn("leicestershire-officer").get("/redress/api/tasks/" + task + "/case");

        assertThat(refused.statusCode()).isEqualTo(404);
        assertThat(browsers.signedIn("kent-supervisor").get("/redress/access").body())
                .contains("<td>Complaints officer (Leicestershire)</td><td>asked for a file that is not theirs</td><td></td><td><a href=\"/redress/cases/" + reference + "\">");
        assertThat(browsers.signedIn("leicestershire-supervisor").get("/redress/access").body()).doesNotContain(reference);
    }

    @Test
    void notesNothingOfATaskThatThereIsNot() {
        var before = jdbc.queryForObject("select count(*) from audit", Long.class);

        assertThat(browsers.signedIn("leicestershire-officer").get("/redress/api/tasks/00000000-0000-0000-0000-000000000000/case").statusCode()).isEqualTo(404);

        assertThat(jdbc.queryForObject("select count(*) from audit", Long.class)).isEqualTo(before);
    }

    @Test
    void showsAnAdministratorAccountsAndNoCase() {
        office.signOut();
        var user = identity.newUser("kent-passer-by");
        user.setFirstName("New");
        user.setLastName("Person");
        user.setPassword(Office.PASSWORD);
        identity.saveUser(user);
        identity.createMembership("kent-passer-by", "approvers");
        identity.createTenantUserMembership("kent", "kent-passer-by");
        assertThat(browsers.signedIn("kent-supervisor").get("/redress/access").body()).contains("<td>let into the council kent, with the roles approvers</td><td>New Person</td>");
        assertThat(browsers.signedIn("admin").get("/redress/access").body()).contains("<td>made an account</td><td>New Person (kent-passer-by)</td>");
        identity.deleteUser("kent-passer-by");

        var body = browsers.signedIn("admin").get("/redress/access").body();

        assertThat(body).contains("<td>Redress</td><td>made an account</td><td>kent-passer-by</td>").contains("<td>deleted an account</td>").doesNotContain(reference).doesNotContain("a task");
    }

    @Test
    void isForNobodyElse() {
        var refused = browsers.signedIn("kent-officer").get("/redress/access");

        assertThat(refused.statusCode()).isEqualTo(403);
        assertThat(refused.body()).doesNotContain(reference);
    }

    @Test
    void goesOnWithOlderLines() {
        var sequence = jdbc.queryForObject("select max(sequence) from audit where reference = ? and operation = 'access'", Long.class, reference);
        var supervisor = browsers.signedIn("kent-supervisor");

        assertThat(supervisor.get("/redress/access?before=" + sequence).body()).doesNotContain(reference);
        assertThat(supervisor.get("/redress/access?before=" + (sequence + 1)).body()).contains(reference);
        assertThat(supervisor.get("/redress/access?before=soon").statusCode()).isEqualTo(400);
    }
}
