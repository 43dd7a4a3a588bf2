package org.redress.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.redress.casefile.CaseParts;
import org.redress.identity.Sight.Content;
import org.redress.testing.Answers;
import org.redress.testing.Casework;
import org.redress.testing.Office;
import org.redress.testing.OmbudsmanCasework;
import org.redress.testing.ProductTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.SmartLifecycle;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Which cases there are for whom, and what of them: each cell of the table in docs/security.md. */
@ProductTest
class SightTests {
    private static final Path DOCUMENTATION = Path.of("docs/security.md");
    private static final Set<Role> ALL_OF_THEM = Set.of(Role.COMPLAINTS_TEAM, Role.SUPERVISORS, Role.OMBUDSMAN_INTAKE, Role.OMBUDSMAN_APPROVERS);

    @Autowired
    private Sight sight;

    @Autowired
    private CaseParts parts;

    @Autowired
    private PartsFromBefore fromBefore;

    @Autowired
    private TransactionTemplate transaction;

    @Autowired
    private JdbcClient database;

    @Autowired
    private Office office;

    @Autowired
    private Casework casework;

    @Autowired
    private OmbudsmanCasework ombudsman;

    private String council;
    private String ombudsmans;

    @BeforeEach
    void thereIsACaseOfEachSide() {
        office.on(LocalDate.of(2026, 6, 1));
        council = office.receive("kent", Map.of());
        ombudsmans = ombudsman.receive("Croydon", Map.of());
    }

    @Test
    void isWhatTheTableInTheDocumentationSays() throws IOException {
        var table = Files.readAllLines(DOCUMENTATION).stream().dropWhile(line -> !line.startsWith("| Who | Of which cases |")).takeWhile(line -> line.startsWith("|")).toList();
        var documented = table.stream().skip(2).map(SightTests::cells).toList();

        assertThat(cells(table.get(0))).containsExactlyElementsOf(Stream.concat(Stream.of("Who", "Of which cases"), Arrays.stream(Content.values()).map(Content::title)).toList());
        assertThat(documented).hasSize(17).containsExactlyInAnyOrderElementsOf(Stream.concat(Arrays.stream(Role.values()).filter(role -> role != Role.SUPERVISORS)
                .map(role -> asked(role.title(), role, ofOmbudsman(role))), Stream.of(asked("Supervisors (council)", Role.SUPERVISORS, false),
                asked("Supervisors (Ombudsman)", Role.SUPERVISORS, true))).toList());
    }

    /** What somebody new with the role is answered, before and after they had a part. */
    private List<String> asked(String title, Role role, boolean ombudsmansSide) {
        var where = ombudsmansSide ? "ombudsman" : "kent";
        var reference = ombudsmansSide ? ombudsmans : council;
        var person = office.hires(where, "reads-" + role.group(), role.group());
        var withoutPart = sight.contents(person, where, reference);
        transaction.executeWithoutResult(open -> parts.took(reference, person, CaseParts.TASK));
        var withPart = sight.contents(person, where, reference);

        assertThat(withoutPart).as(title + " without a part").isEqualTo(ALL_OF_THEM.contains(role) ? withPart : Set.of());
        assertThat(sight.sees(person, where, reference)).as(title).isEqualTo(!withPart.isEmpty());
        assertThat(references(person, where)).as(title).contains(withPart.isEmpty() ? new String[0] : new String[] {reference})
                .allMatch(one -> sight.sees(person, where, one));
        var which = ALL_OF_THEM.contains(role) ? ombudsmansSide ? "all of the Ombudsman’s" : "all of the council"
                : role == Role.OMBUDSMAN_COMPLIANCE ? "with actions" : withPart.isEmpty() ? "none" : "with a part";
        return Stream.concat(Stream.of(title, which), Arrays.stream(Content.values()).map(content -> withPart.contains(content) ? "yes" : "–")).toList();
    }

    @Test
    void letsAPartBeginWithATaskAndStayWhenItIsOver() {
        // a service of its own, so that nothing else waits for these people
        var approver = office.hires("kent", "approves", "approvers");
        var responder = office.hires("kent", "responds", "responders");
        assertThat(sight.sees(responder, "kent", council)).isFalse();

        office.complete(council, "Acknowledge complaint", Answers.acknowledge(office.today()));
        office.complete(council, "Assess complaint", Answers.accept(office.today(), Map.of()));
        assertThat(sight.sees(responder, "kent", council)).as("who answers is not decided").isFalse();
        office.complete(council, "Decide who answers", Answers.responder(responder));
        assertThat(sight.sees(responder, "kent", council)).isTrue();
        assertThat(sight.contents(responder, "kent", council)).contains(Content.DRAFTS).doesNotContain(Content.OPENINGS);
        assertThat(sight.sees(responder, "leicestershire", council)).as("another council").isFalse();
        assertThat(sight.sees(responder, "kent", ombudsmans)).isFalse();
        office.complete(council, "Investigate complaint", Answers.investigate());
        office.tasks(council, "Answer issue").forEach(task -> office.complete(task, Answers.issue(Map.of())));
        assertThat(sight.sees(approver, "kent", council)).as("nothing waits for approvers").isFalse();
        office.complete(council, "Draft response", Answers.draft());
        assertThat(sight.sees(approver, "kent", council)).as("a task waits for the group").isTrue();
        var another = office.hires("kent", "approves-too", "approvers");
        office.completeAs(approver, office.task(council, "Approve response"), Answers.approve());
        assertThat(sight.sees(another, "kent", council)).as("it waits no more, and they had no part").isFalse();
        assertThat(sight.sees(approver, "kent", council)).as("they had one").isTrue();

        // a row that was written while the rest was not worked out yet
        database.sql("delete from case_part where not (reference = :reference and person = :person)").param("reference", council).param("person", responder).update();
        database.sql("update done_once set done = false").update();
        fromBefore.run();
        var parts = database.sql("select person || ' ' || part from case_part where reference = ?").param(council).query(String.class).list();
        assertThat(parts).doesNotHaveDuplicates().anyMatch(part -> part.startsWith(approver + " ")).anyMatch(part -> part.startsWith(responder + " "));
        database.sql("delete from case_part where person = ?").param(approver).update();
        fromBefore.run();
        assertThat(sight.sees(approver, "kent", council)).as("it is done once").isFalse();
        database.sql("update done_once set done = false").update();
        fromBefore.run();
        assertThat(List.of(sight.sees(approver, "kent", council), sight.sees(responder, "kent", council), sight.sees(another, "kent", council)))
                .as("worked out for a database of an earlier version").containsExactly(true, true, false);
    }

    @Test
    void isWorkedOutBeforeAnybodyIsLetIn() {
        assertThat(fromBefore.isRunning()).isTrue();
        assertThat(fromBefore.getPhase()).as("the web server starts in a later phase").isLessThan(SmartLifecycle.DEFAULT_PHASE - 2048);
    }

    @Test
    void keepsACaseFromWhoeverItIsAboutAndFromWhoeverHasNoCases() {
        office.on(LocalDate.of(2026, 6, 2));
        var about = office.receive("kent", Map.of("otherPeople", "kent-supervisor – officer"));

        assertThat(sight.sees("kent-supervisor", "kent", about)).isFalse();
        assertThat(references("kent-supervisor", "kent")).contains(council).doesNotContain(about);
        assertThat(sight.sees("kent-supervisor-two", "kent", about)).isTrue();
        assertThat(Stream.of("nobody", "process-owner", "leicestershire-supervisor", "ombudsman-intake", "there-is-none").filter(person -> sight.sees(person, "kent", about))).isEmpty();
        assertThat(sight.seesAllOfTheCouncil("kent-officer", "kent")).isTrue();
        assertThat(sight.seesAllOfTheCouncil("kent-manager", "kent")).isFalse();
    }

    private List<String> references(String person, String where) {
        var rows = sight.rows(person, where, "x");
        return database.sql("select x.reference from complaint x where " + rows.condition()).params(rows.parameters()).query(String.class).list();
    }

    private static boolean ofOmbudsman(Role role) {
        return role.name().startsWith("OMBUDSMAN");
    }

    private static List<String> cells(String line) {
        return Arrays.stream(line.substring(1).split("\\|")).map(String::strip).collect(Collectors.toList());
    }
}
