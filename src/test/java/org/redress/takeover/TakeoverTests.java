package org.redress.takeover;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.redress.casefile.CaseFiles;
import org.redress.casefile.CaseSummary;
import org.redress.casefile.CommentView;
import org.redress.casefile.CommentsToConsider;
import org.redress.casefile.Happening;
import org.redress.casefile.PartyView;
import org.redress.casefile.Parties;
import org.redress.deadline.DeadlineState;
import org.redress.deadline.DeadlineView;
import org.redress.deadline.Deadlines;
import org.redress.find.CaseSearch;
import org.redress.find.FoundCase;
import org.redress.find.Wanted;
import org.redress.takeover.Takeover.Order;
import org.redress.takeover.Takeover.Outcome;
import org.redress.testing.Office;
import org.redress.testing.ProductTest;
import org.springframework.beans.factory.annotation.Autowired;

/** Open cases of another system come in where they stand, with their days, once; what is wrong is said line by line. */
@ProductTest
class TakeoverTests {
    private static final LocalDateTime MON_2026_05_04 = LocalDateTime.of(2026, 5, 4, 9, 0);
    private static final Order KENT = new Order("kent", "kent-officer", false);
    private static final Order OMBUDSMAN = new Order("ombudsman", "ombudsman-intake", false);

    @Autowired
    private Takeover takeover;

    @Autowired
    private Office office;

    @Autowired
    private CaseFiles cases;

    @Autowired
    private CommentsToConsider comments;

    @Autowired
    private Parties parties;

    @Autowired
    private CaseSearch search;

    @Autowired
    private Deadlines deadlines;

    private final List<String> said = new ArrayList<>();

    /** The sample of the documentation. */
    @Test
    void bringsEachCaseToWhereItStandsOnce() throws IOException {
        office.at(MON_2026_05_04);
        var file = Files.readString(Path.of("docs/going-live.csv"));
        int before = cases.all().size();

        assertThat(take(file, new Order("kent", "kent-officer", true))).as("%s", said).isEqualTo(new Outcome(4, 0, 0));
        assertThat(said).allMatch(line -> line.contains("would be taken over"));
        assertThat(cases.all()).hasSize(before);

        assertThat(take(file, KENT)).as("%s", said).isEqualTo(new Outcome(4, 0, 0));
        var received = of("CRM-1001");
        assertThat(office.openTasks(received.reference())).containsExactly("Acknowledge complaint");
        assertThat(parties.of(received.reference())).first().extracting(PartyView::contact).isEqualTo("ms.a@example.org");
        assertThat(deadline(received, "acknowledgement", 0)).satisfies(owed -> {
            assertThat(owed.state()).isEqualTo(DeadlineState.OPEN);
            assertThat(owed.triggerOn()).isEqualTo("2026-04-30");
        });

        var given = of("CRM-1002");
        assertThat(given.receivedAt().toLocalDate()).isEqualTo("2026-04-23");
        assertThat(office.task(given.reference(), "Investigate complaint").getAssignee()).isEqualTo("kent-manager");
        assertThat(cases.issues(given.reference())).hasSize(2);

        var extended = of("CRM-1003");
        assertThat(deadline(extended, "response", 1)).satisfies(owed -> {
            assertThat(owed.dueOn()).isEqualTo("2026-05-11");
            assertThat(owed.extensions()).singleElement().extracting(DeadlineView.Extended::on).isEqualTo(LocalDate.of(2026, 4, 22));
        });

        var second = of("CRM-1004");
        assertThat(second.stage()).isEqualTo(2);
        assertThat(office.task(second.reference(), "Investigate complaint").getAssignee()).isEqualTo("kent-assistant-director");
        assertThat(deadline(second, "response", 1).state()).isEqualTo(DeadlineState.MET);
        assertThat(deadline(second, "response", 1).closedOn()).isEqualTo("2026-02-24");
        assertThat(deadline(second, "response", 2).state()).isEqualTo(DeadlineState.OPEN);
        assertThat(office.openTasks(second.reference())).as("what is long done is explained by nobody").containsExactly("Investigate complaint");
        assertThat(cases.chronology(second.reference())).filteredOn(line -> line.what().equals("Taken over from another system")).singleElement()
                .extracting(Happening::detail).asString().contains("CRM-1004");

        office.as("kent-supervisor");
        assertThat(search.find(Wanted.words("CRM-1004")).cases()).extracting(FoundCase::reference).containsExactly(second.reference());
        assertThat(take(file, KENT)).isEqualTo(new Outcome(0, 4, 0));
        assertThat(said).allMatch(line -> line.contains("it stays as it is"));
    }

    /** The Ombudsman's sample: at intake, assessed, in investigation, with its draft out, and decided. */
    @Test
    void bringsEachCaseOfTheOmbudsmanToWhereItStandsOnce() throws IOException {
        office.at(MON_2026_05_04);
        assertThat(take("old number,received on,channel,complainant,complainant role,complaint,acknowledged on,subject,known on,stage 1 answered on,stage 1 findings,stage 1 answered by,stage 1 approved by\n"
                + "CRM-3001,2025-11-10,online,Mr Elder,resident,Nobody mends the handrail at the ferry stairs.,2025-11-12,other-service,2025-11-01,2026-02-02,upheld,kent-manager,kent-approver\n", KENT))
                .as("%s", said).isEqualTo(new Outcome(1, 0, 0));
        var file = Files.readString(Path.of("docs/going-live-ombudsman.csv"));
        int before = cases.all().size();

        assertThat(take(file, new Order("ombudsman", "ombudsman-intake", true))).as("%s", said).isEqualTo(new Outcome(5, 0, 0));
        assertThat(cases.all()).hasSize(before);
        assertThat(take(file.replace(",yes\n", ",\n"), new Order("ombudsman", "ombudsman-intake", true))).isEqualTo(new Outcome(4, 0, 1));
        assertThat(said).anyMatch(line -> line.contains("Line 6, column draft sent on, \"2026-03-02\": Mon 2 Mar 2026 is 119 days after the complaint was received on Mon 3 Nov 2025. Is it right?"));
        assertThat(take(file, OMBUDSMAN)).as("%s", said).isEqualTo(new Outcome(5, 0, 0));

        assertThat(office.openTasks(ofOmbudsman("ECHO-4001").reference())).containsExactly("Assess jurisdiction");
        assertThat(parties.of(ofOmbudsman("ECHO-4001").reference())).first().extracting(PartyView::contact).isEqualTo("ms.alder@example.org");
        assertThat(office.openTasks(ofOmbudsman("ECHO-4002").reference())).containsExactly("Decide on intake");
        var investigated = ofOmbudsman("ECHO-4003");
        assertThat(office.openTasks(investigated.reference())).containsExactly("Record reply to enquiry");
        assertThat(investigated.counterpartReference()).as("found by its old number").isEqualTo(of("CRM-3001").reference());
        assertThat(deadline(investigated, "enquiry-reply", 0)).satisfies(owed -> assertThat(List.of(owed.state(), owed.triggerOn())).containsExactly(DeadlineState.OPEN, LocalDate.of(2026, 4, 14)));
        assertThat(office.openTasks(of("CRM-3001").reference())).as("the council has the letter").contains("Reply to enquiry");
        var drafted = ofOmbudsman("ECHO-4004");
        assertThat(office.openTasks(drafted.reference())).contains("Record council’s comments").doesNotContain("Record complainant’s comments", "Issue decision");
        assertThat(deadline(drafted, "council-comments", 0).dueOn()).isEqualTo("2026-05-15");
        var decided = ofOmbudsman("ECHO-4005");
        assertThat(decided.status().text()).isEqualTo("Decided");
        assertThat(deadlines.of(decided.reference())).filteredOn(owed -> owed.state() == DeadlineState.OPEN).extracting(DeadlineView::kind).contains("agreed-action", "publication");
        assertThat(comments.all(decided.reference())).as("the council said nothing").extracting(CommentView::by, CommentView::receivedOn).containsExactly(tuple("complainant", LocalDate.of(2026, 3, 10)));
        assertThat(deadline(decided, "council-comments", 0).closedOn()).isEqualTo("2026-03-23");
        assertThat(office.openTasks(decided.reference())).doesNotContain("Explain the delay to the complainant", "Draft decision");

        assertThat(take(file, OMBUDSMAN)).isEqualTo(new Outcome(0, 5, 0));
        assertThat(take("""
                old number,received on,channel,complainant,standing,authority,complaint,known on,forwarded on,category,allocated on,with,findings,draft sent on,agreed actions,subject,stage,decided on
                E-1,2026-04-28,online,Ms Fir,affected,,x,,,,,,,,,,,
                E-2,2026-04-28,online,Ms Fir,affected,Borough of Somewhere,x,,,,,,,,,other-service,,
                E-3,2026-04-28,online,Ms Fir,affected,Borough of Somewhere,x,2026-01-02,,,2026-04-30,,bad,2026-05-01,apology,,,2026-05-02
                E-4,2026-04-28,online,Ms Fir,affected,Borough of Somewhere,Nobody cut the hedge at the old mill.,2026-01-02,,,,,,,,,draft,
                E-5,2026-04-28,online,Ms Gorse,affected,Borough of Somewhere,Nobody painted the gate of the churchyard.,2026-01-02,2026-04-30,nonsense,,,,,,,,
                """, OMBUDSMAN)).isEqualTo(new Outcome(0, 0, 5));
        assertThat(said).anyMatch(line -> line.contains("Line 2, column authority: an answer is needed.")).anyMatch(line -> line.contains("Line 3, column subject") && line.contains("a council’s cases"))
                .anyMatch(line -> line.contains("Line 4, column forwarded on: an answer is needed")).anyMatch(line -> line.contains("Line 4, column findings, \"bad\": write one of"))
                .anyMatch(line -> line.contains("Line 4, column comments by: an answer is needed"))
                .anyMatch(line -> line.contains("Line 4, column agreed actions, \"apology\": write each as")).anyMatch(line -> line.contains("Line 5, column stage, \"draft\": by its days it stands at stage assessment"))
                .anyMatch(line -> line.contains("Line 6, column category, \"nonsense\": write one of"));
    }

    @Test
    void saysOfEveryLineWhatIsWrongAndTakesNothingOfIt() {
        office.at(MON_2026_05_04);
        int before = cases.all().size();
        var file = """
                old number,received on,channel,complainant,complainant role,complaint,acknowledged on,subject,with,stage 1 answered on,stage
                X-1,2026-31-04,email,Ms A,resident,x,,,,,
                X-2,2026-04-30,e-post,Ms A,somebody,x,,,,,
                X-3,2026-04-30,email,Ms A,resident,x,2026-04-29,,,,
                X-4,2026-04-13,email,Ms D,resident,Leaves block the drain in our street.,2026-04-14,other-service,kent-nobody,,
                X-5,2026-04-13,email,Ms E,resident,Lights are out at the crossing by the mill.,2026-04-14,,kent-manager,2026-04-20,
                X-6,2026-04-13,email,Ms F,resident,Snow was not cleared before the library.,2026-04-14,other-service,,,2
                X-6,2026-04-13,email,,resident,,,,,,
                """;

        assertThat(take(file, KENT)).isEqualTo(new Outcome(0, 0, 7));

        assertThat(said).anyMatch(line -> line.contains("Line 2, column received on, \"2026-31-04\": a day is written as 2026-04-01 or 01/04/2026."))
                .anyMatch(line -> line.contains("Line 3, column channel, \"e-post\": write one of letter (Letter)")).anyMatch(line -> line.contains("Line 3, column complainant role"))
                .anyMatch(line -> line.contains("Line 4, column acknowledged on")).anyMatch(line -> line.contains("Line 5") && line.contains("with"))
                .anyMatch(line -> line.contains("Line 6, column subject: an answer is needed, because there is one in the column with."))
                .anyMatch(line -> line.contains("Line 7, column stage, \"2\": by its days it stands at stage 1"))
                .anyMatch(line -> line.contains("Line 8, column complainant: an answer is needed."));
        assertThat(cases.all()).hasSize(before);
    }

    /** That a day is long past is expected of an old case; a day that does not fit the step before it is a slip, until the file says that it is right. */
    @Test
    void confirmsNoSlipUnasked() {
        office.at(MON_2026_05_04);
        var head = "old number,received on,channel,complainant,complainant role,complaint,acknowledged on,confirmed,another matter\n";
        assertThat(take(head + """
                D-1,2025-03-30,email,Mr Sorrel,resident,The weathercock of the market hall fell down.,2026-04-01,,
                D-2,2024-12-20,email,Ms Tansy,resident,The bandstand in the park is full of wasps.,2025-01-06,no,
                D-3,2026-04-20,email,Ms Tansy,resident,The ferry bell rings at midnight.,,perhaps,
                """, KENT)).isEqualTo(new Outcome(0, 0, 3));
        assertThat(said).anyMatch(line -> line.contains("Line 2, column acknowledged on, \"2026-04-01\": Wed 1 Apr 2026 is 367 days after the complaint was received on Sun 30 Mar 2025. Is it right? If it is, write yes in the column confirmed."))
                .anyMatch(line -> line.contains("Line 3, column acknowledged on, \"2025-01-06\": Mon 6 Jan 2025 lies in another year. Is it right?"))
                .anyMatch(line -> line.contains("Line 4, column confirmed, \"perhaps\": write yes, or leave it empty."));

        assertThat(take(head + """
                D-1,2025-03-30,email,Mr Sorrel,resident,The weathercock of the market hall fell down.,2026-04-01,yes,
                D-2,2024-12-20,email,Ms Tansy,resident,The bandstand in the park is full of wasps.,2024-12-23,,
                """, KENT)).as("%s", said).isEqualTo(new Outcome(2, 0, 0));
        assertThat(said).anyMatch(line -> line.contains("D-1 is KENT-") && line.contains("Asked back and confirmed by the file: ") && line.contains("is 367 days after")).anyMatch(line -> line.contains("D-2 is KENT-") && !line.contains("confirmed"));
        assertThat(cases.chronology(of("D-1").reference()).stream().flatMap(line -> line.answers().stream()).map(answer -> answer.label() + ": " + answer.content()))
                .contains("Not asked back, because the case was taken over: Received on: Sun 30 Mar 2025 is 400 days before today.")
                .anyMatch(answer -> answer.startsWith("Asked back, and confirmed by whoever took the case over: ") && answer.contains("367 days after")).noneMatch(answer -> answer.startsWith("Asked back and confirmed"));

        var again = "D-4,2025-03-30,email,Mr Sorrel,resident,The weathercock of the market hall fell down.,,,";
        assertThat(take(head + again + "\n", KENT)).isEqualTo(new Outcome(0, 0, 1));
        assertThat(said).anyMatch(line -> line.contains("Line 2, column another matter: You sent exactly the same") && line.contains(of("D-1").reference()) && line.contains("If it is another matter, write yes."));
        assertThat(take(head + again + "yes\n", KENT)).as("%s", said).isEqualTo(new Outcome(1, 0, 0));
    }

    @Test
    void takesACaseOverFromAScriptAsItIs() {
        office.at(MON_2026_05_04);
        var script = """
                case: CRM-2001
                council: kent
                title: A case with more to tell
                source: the system before
                steps:
                  - on: 2026-04-20
                    start: complaint
                    answers: { receivedOn: 2026-04-20, channel: letter, complainant: Ms S, complainantRole: resident, complaintText: "The playground has been shut since March." }
                  - on: 2026-04-21
                    task: Acknowledge complaint
                    answers: { acknowledgedOn: 2026-04-21, letterChannel: letter, understanding: The playground is shut., namedContact: Complaints team }
                """;
        var out = new ByteArrayOutputStream();

        int code = TakeoverCommand.run(takeover, script, true, KENT, new PrintStream(out, true, StandardCharsets.UTF_8), new PrintStream(out, true, StandardCharsets.UTF_8));

        assertThat(code).as(out.toString(StandardCharsets.UTF_8)).isZero();
        assertThat(out.toString(StandardCharsets.UTF_8)).contains("[1/1] CRM-2001 is KENT-").contains("1 taken over, 0 here already, 0 with findings.");
        assertThat(office.openTasks(of("CRM-2001").reference())).containsExactly("Assess complaint");

        var slip = script.replace("CRM-2001", "CRM-2002").replace("Ms S,", "Ms Vetch,").replace("The playground has been shut since March.", "The clock of the library is late.").replace("2026-04-20", "2025-04-20");
        assertThat(takeover.take(slip, true, KENT, said::add)).isEqualTo(new Outcome(0, 0, 1));
        assertThat(said).anyMatch(line -> line.contains("is 366 days after the complaint was received on Sun 20 Apr 2025. Is it right? If it is, write confirmed: true at this step."));
        assertThat(takeover.take(slip.replace("    task: Acknowledge complaint", "    task: Acknowledge complaint\n    confirmed: true"), true, KENT, said::add)).as("%s", said).isEqualTo(new Outcome(1, 0, 0));
    }

    @Test
    void refusesAFileThatIsNone() {
        var err = new ByteArrayOutputStream();
        var print = new PrintStream(err, true, StandardCharsets.UTF_8);

        assertThat(TakeoverCommand.run(takeover, "number;day\n1;2", false, KENT, print, print)).isEqualTo(2);
        assertThat(TakeoverCommand.run(List.of("cases.csv"), print, print)).isEqualTo(2);
        assertThat(TakeoverCommand.run(List.of("target/there-is-none.csv", "--as=kent-officer"), print, print)).isEqualTo(2);

        assertThat(err.toString(StandardCharsets.UTF_8)).contains("there is no column \"number\"", "the column old number is missing", "Say: redress takeover", "There is no file");
    }

    private Outcome take(String file, Order order) {
        said.clear();
        office.signOut();
        return takeover.take(file, false, order, said::add);
    }

    private CaseSummary of(String oldNumber) {
        return cases.takenOver("kent", oldNumber).orElseThrow();
    }

    private CaseSummary ofOmbudsman(String oldNumber) {
        return cases.takenOver("ombudsman", oldNumber).orElseThrow();
    }

    private DeadlineView deadline(CaseSummary file, String kind, int stage) {
        return deadlines.of(file.reference()).stream().filter(owed -> owed.kind().equals(kind) && owed.stage() == stage).findFirst().orElseThrow();
    }
}
