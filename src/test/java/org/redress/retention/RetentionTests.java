package org.redress.retention;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.UncheckedIOException;
import java.io.IOException;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.FormService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.redress.attachments.MadeFiles;
import org.redress.audit.Verifications;
import org.redress.casefile.ActionState;
import org.redress.casefile.ActionView;
import org.redress.attachments.Attachments;
import org.redress.attachments.Details;
import org.redress.casefile.AgreedActions;
import org.redress.casefile.CaseFiles;
import org.redress.casefile.CaseStatus;
import org.redress.casefile.Happening;
import org.redress.casefile.LetterView;
import org.redress.casefile.ProofView;
import org.redress.casefile.Proofs;
import org.redress.casefile.Registration;
import org.redress.find.CaseSearch;
import org.redress.find.FoundCase;
import org.redress.find.Wanted;
import org.redress.gate.AnswersRefused;
import org.redress.identity.Turns;
import org.redress.retention.Retention.OldCase;
import org.redress.sending.PostRoom;
import org.redress.testing.Answers;
import org.redress.testing.AtOnce;
import org.redress.testing.Casework;
import org.redress.testing.Office;
import org.redress.testing.ProductTest;
import org.redress.testing.ReadsEverything;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

/** Cases go when their time is over, nothing holds them and two supervisors agree; then nothing is left of them but numbers (DAT-09). */
@ProductTest
@Order(ReadsEverything.FIRST)
class RetentionTests {
    /** As people would look for who complained and who was named, and for what; words that stand in no other test, because one database is for all of them. */
    private static final List<String> PEOPLE = List.of("Ms Hollingberry", "hollingb", "Zwetschke", "zebra crossing", "vermilion");
    /** Columns of these types hold no text, whoever wrote it. */
    private static final Set<String> NO_TEXT = Set.of("BIGINT", "INTEGER", "SMALLINT", "BOOLEAN", "DATE", "TIMESTAMP", "DOUBLE PRECISION");
    private static final LocalDate MON_2015_06_01 = LocalDate.of(2015, 6, 1);
    private static final LocalDate TUE_2016_03_01 = LocalDate.of(2016, 3, 1);
    private static final LocalDate WED_2021_06_02 = LocalDate.of(2021, 6, 2);
    private static final LocalDate WED_2022_03_02 = LocalDate.of(2022, 3, 2);
    private static final LocalDate MON_2026_06_01 = LocalDate.of(2026, 6, 1);
    private static final LocalDate TUE_2026_06_02 = LocalDate.of(2026, 6, 2);

    private static final ActionView APOLOGY = new ActionView(1, ActionState.AGREED, "apology", null, null, "4 weeks", MON_2015_06_01, false, "Apologise.",
            null, null, null, null, null, null, null, null, null, false);

    @Autowired private Office office;
    @Autowired private Casework casework;
    @Autowired private CaseFiles cases;
    @Autowired private AgreedActions actions;
    @Autowired private TaskService tasks;
    @Autowired private FormService forms;
    @Autowired private RepositoryService repository;
    @Autowired private TransactionTemplate transaction;
    @Autowired private JdbcTemplate jdbc;
    @Autowired private CaseSearch search;
    @Autowired private Turns turns;
    @Autowired private Attachments attachments;
    @Autowired private IdentityService identity;
    @Autowired private Retention retention;
    @Autowired private ApplicationContext product;
    @Autowired private Proofs proofs;
    @Autowired private MadeFiles files;

    @BeforeEach
    void begin() {
        office.on(MON_2015_06_01);
        office.joins("kent-director", "supervisors");
    }

    @Test
    void listsACaseFromTheDayAfterItsTime() {
        isDueFrom(closed(Map.of()), WED_2021_06_02);
    }

    @Test
    void countsFromTheLastVerdictOfTheOmbudsmanInAClosedCase() {
        var reference = closed(Map.of());
        transaction.executeWithoutResult(status -> {
            actions.take(reference, List.of(APOLOGY));
            actions.judge(reference, 1, "accepted", null, TUE_2016_03_01, ActionState.COMPLETE);
        });
        office.on(WED_2021_06_02);

        assertThat(due("kent")).doesNotContain(reference);
        isDueFrom(reference, WED_2022_03_02);
    }

    @Test
    void countsFromTheLastLetterOfTheOmbudsmanInAClosedCase() {
        var reference = closed(Map.of());
        transaction.executeWithoutResult(status -> cases.send(reference,
                new LetterView(0, "decision", "Kent County Council", "Nothing more.", null, MON_2015_06_01, TUE_2016_03_01)));

        isDueFrom(reference, WED_2022_03_02);
    }

    @Test
    void takesThePeriodOfTheProcedure() {
        var reference = casework.accepted("kent", Map.of("complainantRole", "parent"), Map.of("subject", "child-in-need"));
        withdraw(reference);
        assertThat(cases.get(reference).procedure()).isEqualTo("statutory");
        office.on(WED_2021_06_02);

        assertThat(due("kent")).contains(reference);
    }

    @Test
    void leavesNoTraceOfLookingInTheHistoryOfDecisions() {
        closed(Map.of());
        office.on(WED_2021_06_02);
        var before = jdbc.queryForObject("select count(*) from ACT_HI_DECINST", Integer.class);

        review();
        confirm("remove");

        assertThat(jdbc.queryForObject("select count(*) from ACT_HI_DECINST", Integer.class)).isLessThanOrEqualTo(before);
    }

    @Test
    void keepsWhatIsStillOpenHoweverOld() {
        var reference = office.receive("kent", Map.of());
        office.on(WED_2021_06_02);

        assertThat(due("kent")).doesNotContain(reference);
    }

    @Test
    void leavesNothingOfAPersonInAnyTable() {
        var reference = office.receive("kent", Map.of("complainant", "Ms Hollingberry", "otherPeople", "Mr Zwetschke – neighbour",
                "complaintText", "The zebra crossing faded. ".repeat(400), "outcomeWanted", "Vermilion paint."));
        acknowledgeByEMail(reference);
        withdraw(reference);
        typeAndSendNothing(reference);
        attach(reference);
        keepLetters(reference);
        stopAReview();
        office.on(WED_2021_06_02);
        var words = List.of("Hollingberry", "Zwetschke", "zebra crossing", "Vermilion", "hollingberry@home.example", "Ultramarine", "Aubergine", "Heliotrope", "Magenta", "Turquoise");
        var instances = jdbc.queryForList("select PROC_INST_ID_ from ACT_HI_PROCINST where BUSINESS_KEY_ = ?", String.class, reference);
        var everything = Stream.of(words, instances, List.of(reference)).flatMap(List::stream).toList();
        var before = tablesWith(everything);
        assertThat(words).allSatisfy(word -> assertThat(before.get(word)).as(word).isNotEmpty());
        assertThat(before.get(reference)).contains("COMPLAINT", "DISPATCH", "ACT_HI_PROCINST", "ACT_HI_VARINST", "AUDIT", "AUDIT_KEY");
        assertThat(before.get("hollingberry@home.example")).contains("DISPATCH", "PARTY");
        assertThat(before.get("Magenta")).contains("PROOF");
        assertThat(before.get("Turquoise")).contains("ATTACHMENT_SOURCE");
        assertThat(found(PEOPLE)).allMatch(cases -> cases.contains(reference));

        review();
        assertThat(jdbc.queryForList("select text_ from act_ru_variable where text_ is not null", String.class)).anyMatch(text -> text.contains(reference));
        confirm("remove");

        var after = tablesWith(everything);
        assertThat(words).allSatisfy(word -> assertThat(after.get(word)).as(word).isEmpty());
        assertThat(found(PEOPLE)).as("searched for as they were found before").allMatch(List::isEmpty);
        assertThat(instances.stream().flatMap(instance -> before.get(instance).stream())).contains("ACT_HI_DECINST", "ACT_HI_DEC_OUT");
        assertThat(instances).as("nor of its processes, such as what tables answered").allSatisfy(instance -> assertThat(after.get(instance)).isEmpty());
        assertThat(after.get(reference)).as("only the audit says that there was such a case").containsExactly("AUDIT");
        assertThat(cases.find(reference)).isEmpty();
        assertThat(jdbc.queryForObject("select count(*) from attachment_piece p where not exists (select 1 from attachment a where a.id = p.attachment_id)", Integer.class)).as("bytes of its files").isZero();
    }

    /** What a supervisor finds who looks for each of these. */
    private List<List<String>> found(List<String> typed) {
        office.as("kent-supervisor");
        var found = typed.stream().map(words -> search.find(Wanted.words(words)).cases().stream().map(FoundCase::reference).toList()).toList();
        office.signOut();
        return found;
    }

    /** The product sends it, so that the case has rows of sending. */
    private void acknowledgeByEMail(String reference) {
        office.people("kent-officer", reference, "contact", Map.of("personNumber", 1, "details", "hollingberry@home.example"));
        var answers = new HashMap<>(Answers.acknowledge(MON_2015_06_01));
        answers.keySet().removeAll(List.of("acknowledgedOn", "letterChannel"));
        answers.putAll(Map.of("whoSends", "redress-email", "sendingConfirmed", true));
        try (var post = new PostRoom(product)) {
            office.complete(reference, "Acknowledge complaint", answers);
            post.round();
            assertThat(post.taken()).hasSize(1);
        }
    }

    /** A draft goes with its task already; one that was left all the same goes with the case. */
    private void typeAndSendNothing(String reference) {
        jdbc.update("insert into draft (version, writer, person, council, task, complaint_id, title, content, bytes, kept_at) select 1, 'w', 'kent-officer', 'kent',"
                + " 'gone', id, 'Draft response', '{\"letterText\":\"Ultramarine\"}', 30, timestamp '2015-06-01 09:30:00' from complaint where reference = ?", reference);
        jdbc.update("insert into draft_loss (person, complaint_id, title, because, lost_at) select 'kent-officer', id, 'Send response', 'of Ultramarine',"
                + " timestamp '2021-06-02 09:30:00' from complaint where reference = ?", reference);
    }

    /** Its name and its bytes. */
    private void attach(String reference) {
        office.as("kent-officer");
        try {
            attachments.add(reference, Details.named("Aubergine.txt"), new ByteArrayInputStream("A letter of Ms Heliotrope.".getBytes(StandardCharsets.UTF_8)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            office.signOut();
        }
    }

    /** A letter as it was approved, and as it was sent. */
    private void keepLetters(String reference) {
        transaction.executeWithoutResult(status -> {
            proofs.keep(reference, List.of(new ProofView(ProofView.Because.APPROVED, "response", 1, 1, TUE_2016_03_01, "0".repeat(64), "Magenta lines.", "kent-approver", TUE_2016_03_01.atTime(9, 0))));
            var letter = cases.lettersById(reference).keySet().iterator().next();
            files.keepSent(reference, "Confirmation.pdf", "complainant", TUE_2016_03_01, letter, "%PDF".getBytes(StandardCharsets.UTF_8), "{\"title\":\"Turquoise\"}");
        });
    }

    /** An earlier review that was stopped names cases too. */
    private void stopAReview() {
        office.on(WED_2021_06_02);
        look();
        office.completeAs("kent-supervisor", task("Review old cases"), Map.of("proposal", "stop"));
    }

    @Test
    void leavesACertificateOfNumbers() {
        var reference = closed(Map.of("complainant", "Ms Xylander"));
        office.on(WED_2021_06_02);
        review();
        confirm("remove");

        var certificate = (String) tasks.getVariable(task("File certificate").getId(), "certificate");
        assertThat(certificate).containsPattern("Certificate \\d+, Kent County Council\n\\d+ cases? removed on Wed 2 Jun 2021, reviewed by kent-supervisor, "
                + "confirmed by kent-director\\.").containsPattern("2015 complaint \\d+").containsPattern("2015 party \\d+").containsPattern("2015 engine \\d+")
                .doesNotContain(reference).doesNotContain("Xylander");
        assertThat(jdbc.queryForList("select closed_in from removal_count where table_name = 'complaint'", Integer.class)).contains(2015);
        office.completeAs("kent-supervisor", task("File certificate"), Map.of("certificateFiled", true));
        assertThat(tasks.createTaskQuery().processDefinitionKey("retention-review").count()).isZero();
    }

    @Test
    void leavesTheRecordOfChangesWholeAndForgetsTheKey() {
        var reference = closed(Map.of());
        office.on(WED_2021_06_02);
        review();
        confirm("remove");

        assertThat(jdbc.queryForList("select operation || ' ' || who from audit where reference = ? order by sequence desc", String.class, reference).get(0))
                .isEqualTo("remove kent-director");
        assertThat(jdbc.queryForObject("select count(*) from audit_key where reference = ?", Integer.class, reference)).isZero();
        assertThat(Verifications.findings(jdbc)).isEmpty();
    }

    @Test
    void needsASecondSupervisor() {
        var reference = closed(Map.of());
        office.on(WED_2021_06_02);
        review();

        assertThatThrownBy(() -> office.completeAs("kent-supervisor", task("Confirm removal"), Map.of("removal", "remove")))
                .hasMessage("Supervisor (Kent) has decided on this already; a second person does it.");
        assertThat(cases.find(reference)).isPresent();
    }

    /** Whoever proposed the list is still asked for when it goes: a role that was taken away removes nothing. */
    @Test
    void needsTwoWhoAreSupervisorsAtTheMomentOfRemoving() {
        var reference = closed(Map.of());
        office.on(WED_2021_06_02);
        review();
        identity.deleteMembership("kent-supervisor", "supervisors");
        try {
            assertThatThrownBy(() -> confirm("remove")).isInstanceOf(AnswersRefused.class).hasMessageContaining("Supervisor (Kent) is not one of your supervisors at this moment");
        } finally {
            office.signOut();
            identity.createMembership("kent-supervisor", "supervisors");
        }
        assertThat(cases.find(reference)).isPresent();
        confirm("refuse");
    }

    @ParameterizedTest
    @CsvSource({"stop, ", "propose, refuse"})
    void removesNothingWhereOneOfThemSaysNo(String first, String second) {
        var reference = closed(Map.of());
        office.on(WED_2021_06_02);
        look();
        office.completeAs("kent-supervisor", task("Review old cases"), Map.of("proposal", first));
        if (second != null) {
            confirm(second);
        }

        assertThat(cases.find(reference)).isPresent();
        assertThat(tasks.createTaskQuery().processDefinitionKey("retention-review").count()).isZero();
    }

    @Test
    void keepsWhatIsHeldUntilTheHoldIsLifted() {
        var reference = closed(Map.of());
        hold(reference, "place");
        office.on(WED_2021_06_02);
        assertThat(due("kent")).doesNotContain(reference);

        hold(reference, "lift");

        assertThat(due("kent")).contains(reference);
        assertThat(cases.chronology(reference)).extracting(h -> h.who() + ": " + h.what())
                .contains("kent-supervisor: A legal hold is placed", "kent-supervisor: The legal hold is lifted");
    }

    @Test
    void leavesOutWhatComesToBeHeldWhileTheReviewGoesOn() {
        var beforeProposal = closed(Map.of());
        var beforeRemoval = closed(Map.of());
        var going = closed(Map.of());
        office.on(WED_2021_06_02);
        look();
        hold(beforeProposal, "place");
        office.completeAs("kent-supervisor", task("Review old cases"), Map.of("proposal", "propose"));
        assertThat((String) tasks.getVariable(task("Confirm removal").getId(), "casesDue")).contains(going, beforeRemoval).doesNotContain(beforeProposal);
        hold(beforeRemoval, "place");
        confirm("remove");

        assertThat(cases.find(beforeProposal)).isPresent();
        assertThat(cases.find(beforeRemoval)).isPresent();
        assertThat(cases.find(going)).isEmpty();
    }

    @Test
    void stopsWhereEverythingCameToBeHeld() {
        var reference = office.receive("cheshire-east", Map.of());
        withdraw(reference);
        office.on(WED_2021_06_02);
        office.as("cheshire-east-supervisor").start("retention-review", Map.of("holdsAsked", true));
        office.as("cheshire-east-supervisor").start("legal-hold", holding(reference, "place"));

        assertThatThrownBy(() -> office.completeAs("cheshire-east-supervisor", task("Review old cases"), Map.of("proposal", "propose")))
                .isInstanceOf(AnswersRefused.class).hasMessageContaining("every case on the list is held now, was written in since");
    }

    @ParameterizedTest
    @CsvSource({"place, place, the case is held since Mon 1 Jun 2015.", "lift, , the case is not held."})
    void refusesAHoldThatChangesNothing(String first, String second, String why) {
        var reference = closed(Map.of());
        if (second != null) {
            hold(reference, first);
        }

        assertThatThrownBy(() -> hold(reference, first)).isInstanceOf(AnswersRefused.class).hasMessageContaining(why);
    }

    @Test
    void keepsACaseOnWhichWorkGoesOn() {
        var reference = office.receive("kent", Map.of());
        transaction.executeWithoutResult(status -> cases.become(reference, CaseStatus.CLOSED, null, MON_2015_06_01));
        office.on(WED_2021_06_02);

        assertThat(office.running(reference)).isTrue();
        assertThat(due("kent")).doesNotContain(reference);
    }

    @Test
    void keepsACaseWithAnActionThatWasNotDone() {
        var kept = Stream.of(ActionState.AGREED, ActionState.UNDER_WAY, ActionState.SHOWN, ActionState.NOT_COMPLETE).map(this::closedWithAnAction).toList();
        var going = Stream.of(ActionState.COMPLETE, ActionState.COMPLETE_LATE).map(this::closedWithAnAction).toList();
        office.on(WED_2021_06_02);

        assertThat(due("kent")).contains(going).doesNotContain(kept);
    }

    private String closedWithAnAction(ActionState state) {
        var reference = closed(Map.of());
        transaction.executeWithoutResult(status -> {
            actions.take(reference, List.of(APOLOGY));
            actions.judge(reference, 1, "done", null, MON_2015_06_01, state);
        });
        return reference;
    }

    @Test
    void keepsACaseWhileTheOtherSidesIsOpen() {
        var kept = Stream.of(CaseStatus.OPEN, CaseStatus.DECIDED).map(this::closedWithAnOtherSide).toList();
        var going = closedWithAnOtherSide(CaseStatus.COMPLETED);
        office.on(WED_2021_06_02);

        assertThat(due("kent")).contains(going).doesNotContain(kept);
    }

    private String closedWithAnOtherSide(CaseStatus others) {
        var reference = closed(Map.of());
        transaction.executeWithoutResult(status -> {
            var theirs = "15 000 " + cases.nextNumber();
            cases.openForOmbudsman(theirs, new Registration("ombudsman", MON_2015_06_01.atTime(9, 0), "form", "resident",
                    List.of(new Registration.Person("Ms T", "complainant")), "Bins.", null));
            if (others != CaseStatus.OPEN) {
                cases.become(theirs, others, null, MON_2015_06_01);
            }
            cases.link(reference, "ombudsman", theirs);
        });
        return reference;
    }

    @Test
    void listsApartWithBothDaysWhatWasRecordedLongAfterItsClosing() {
        var prompt = closed(Map.of());
        var late = recordedLate(MON_2026_06_01);
        office.on(TUE_2026_06_02);

        look();

        var review = task("Review old cases").getId();
        assertThat(lines(review, "casesDue")).contains(prompt + ", closed on Mon 1 Jun 2015, kept until Tue 1 Jun 2021").noneMatch(line -> line.startsWith(late));
        assertThat(lines(review, "casesRecordedLate")).contains(late + ", closed on Tue 1 Mar 2016, recorded on Mon 1 Jun 2026, kept until Tue 1 Mar 2022")
                .noneMatch(line -> line.startsWith(prompt));
    }

    /** Those that closed first are late ones here, and nobody is sure of their days, this time and the next. */
    @Test
    void letsOthersGoHoweverManyWereRecordedLate() {
        for (int late = 0; late < 3; late++) {
            recordedLate(MON_2026_06_01);
        }
        office.on(TUE_2016_03_01.plusDays(1));
        var prompt = closed(Map.of());
        office.on(TUE_2026_06_02);

        transaction.executeWithoutResult(status -> {
            int late = (int) retention.due("kent", Integer.MAX_VALUE).stream().filter(OldCase::late).count();
            assertThat(retention.due("kent", late)).hasSizeLessThanOrEqualTo(late).anyMatch(OldCase::late).anyMatch(old -> !old.late());
            assertThat(retention.due("kent", Integer.MAX_VALUE)).anyMatch(old -> old.reference().equals(prompt));
        });
    }

    @ParameterizedTest
    @CsvSource({"confirm, confirm, true", "confirm, leave, false", "leave, , false"})
    void removesWhatWasRecordedLateWhenBothFindTheClosingDayRight(String first, String second, boolean goes) {
        var prompt = closed(Map.of());
        var late = recordedLate(MON_2026_06_01);
        office.on(TUE_2026_06_02);
        look();
        office.completeAs("kent-supervisor", task("Review old cases"), Map.of("proposal", "propose", "closingDays", first));
        office.completeAs("kent-director", task("Confirm removal"), second == null ? Map.of("removal", "remove")
                : Map.of("removal", "remove", "closingDaysAgain", second));

        assertThat(cases.find(late).isEmpty()).isEqualTo(goes);
        assertThat(cases.find(prompt)).isEmpty();
        var certificate = (String) tasks.getVariable(task("File certificate").getId(), "certificate");
        assertThat(certificate.contains("recorded long after the closing day, which both confirmed.")).isEqualTo(goes);
    }

    @Test
    void asksForTheClosingDaysWhereThereAreSome() {
        recordedLate(MON_2026_06_01);
        office.on(TUE_2026_06_02);
        look();

        assertThatThrownBy(() -> office.completeAs("kent-supervisor", task("Review old cases"), Map.of("proposal", "propose")))
                .isInstanceOf(AnswersRefused.class).hasMessage("Are these closing days right?: an answer is needed.");
        office.completeAs("kent-supervisor", task("Review old cases"), Map.of("proposal", "propose", "closingDays", "confirm"));
        assertThatThrownBy(() -> confirm("remove")).isInstanceOf(AnswersRefused.class).hasMessage("Are these closing days right?: an answer is needed.");
        confirm("refuse");
    }

    @Test
    void removesOnNobodysWordWhatWasRecordedToday() {
        var prompt = closed(Map.of());
        office.on(MON_2026_06_01);
        var late = recordedLate(MON_2026_06_01);

        for (var two : List.of(List.of("kent-supervisor", "kent-director"), List.of("kent-director", "kent-supervisor"))) {
            office.as(two.get(0)).start("retention-review", Map.of("holdsAsked", true));
            var review = task("Review old cases");
            assertThat(lines(review.getId(), "casesRecordedLate")).noneMatch(line -> line.startsWith(late));
            assertThat(lines(review.getId(), "casesDue")).noneMatch(line -> line.startsWith(late));
            var older = lines(review.getId(), "casesRecordedLate").isEmpty() ? Map.<String, Object>of() : Map.<String, Object>of("closingDays", "leave");
            office.completeAs(two.get(0), review, Answers.with(older, Map.of("proposal", "propose")));
            assertThatThrownBy(() -> office.completeAs(two.get(0), task("Confirm removal"), Map.of("removal", "remove"))).isInstanceOf(AnswersRefused.class);
            tasks.setAssignee(task("Confirm removal").getId(), null);
            office.completeAs(two.get(1), task("Confirm removal"), Map.of("removal", "remove"));
            office.completeAs(two.get(0), task("File certificate"), Map.of("certificateFiled", true));
            closedLongAgo();
        }

        assertThat(cases.find(prompt)).isEmpty();
        assertThat(cases.find(late)).isPresent();
    }

    @ParameterizedTest
    @CsvSource({"proposal", "removal"})
    void takesOffTheReviewWhatIsWrittenInMeanwhile(String before) {
        var written = closed(Map.of());
        var going = closed(Map.of());
        office.on(WED_2021_06_02);
        look();
        office.at(WED_2021_06_02.atTime(10, 0));
        if (before.equals("proposal")) {
            putRight(written);
        }
        office.completeAs("kent-supervisor", task("Review old cases"), Map.of("proposal", "propose"));
        if (before.equals("removal")) {
            putRight(written);
        }
        confirm("remove");

        assertThat(cases.find(written)).isPresent();
        assertThat(cases.find(going)).isEmpty();
    }

    @Test
    void beginsTheTimeAnewWithWorkOnACaseThatIsOver() {
        var reference = closed(Map.of());
        office.on(WED_2021_06_02);
        putRight(reference);
        office.on(WED_2021_06_02.plusYears(1));

        assertThat(due("kent")).doesNotContain(reference);
        isDueFrom(reference, LocalDate.of(2027, 6, 3));
    }

    @ParameterizedTest
    @CsvSource({"2001-05-01, , 2022-03-01, false", "2001-05-01, , 2022-03-02, true", "2001-05-01, 2016-05-02, 2022-05-02, false", "2001-05-01, 2016-05-02, 2022-05-03, true",
        "2016-06-01, 2016-05-02, 2022-06-01, false", "2016-06-01, 2016-05-02, 2022-06-02, true", "2016-06-01, 2061-05-02, 2022-06-02, true"})
    void countsFromTheLatestOfTheDaysThatTheFileShows(LocalDate closing, LocalDate letter, LocalDate day, boolean listed) {
        office.on(LocalDate.of(2016, 6, 1));
        var reference = transaction.execute(status -> {
            var number = "16 000 " + cases.nextNumber();
            cases.openForOmbudsman(number, new Registration("ombudsman", TUE_2016_03_01.atTime(9, 0), "form", "resident",
                    List.of(new Registration.Person("Ms T", "complainant")), "Bins.", null));
            if (letter != null) {
                cases.record(number, LocalDate.of(2016, 6, 1), "ombudsman-assessor", "Letter sent", null,
                        List.of(new Happening.Given("letter", "sentOn", "Sent on", "A day", letter.toString())));
            }
            cases.become(number, CaseStatus.NOT_INVESTIGATED, null, closing);
            return number;
        });
        office.on(day);

        assertThat(due("ombudsman").contains(reference)).isEqualTo(listed);
    }

    @Test
    void isNobodyElsesBusiness() {
        var reference = closed(Map.of());
        office.on(WED_2021_06_02);

        assertThatThrownBy(() -> office.as("leicestershire-supervisor").start("retention-review", Map.of("holdsAsked", true)))
                .isInstanceOf(AnswersRefused.class).hasMessageContaining("No case of your council");
        assertThatThrownBy(() -> office.as("leicestershire-supervisor").start("legal-hold", holding(reference, "place")))
                .isInstanceOf(AnswersRefused.class).hasMessageContaining("there is no case");
        for (var process : List.of("retention-review", "legal-hold")) {
            office.signOut();
            var definition = repository.createProcessDefinitionQuery().processDefinitionKey(process).latestVersion().singleResult().getId();
            office.as("kent-officer");
            assertThatThrownBy(() -> forms.submitStartForm(definition, Map.of())).as(process).isInstanceOf(AuthorizationException.class);
        }
        look();
        for (var user : List.of("leicestershire-supervisor", "kent-officer")) {
            assertThatThrownBy(() -> office.completeAs(user, task("Review old cases"), Map.of("proposal", "propose"))).as(user)
                    .isInstanceOf(AuthorizationException.class);
        }
    }

    @Test
    void goesOnOneAtATime() {
        closed(Map.of());
        office.on(WED_2021_06_02);
        look();

        assertThatThrownBy(this::look).isInstanceOf(AnswersRefused.class).hasMessageContaining("A review of your council is under way");
    }

    @Test
    void goesOnOneAtATimeWhenTwoBeginAtOnce() {
        closed(Map.of());
        office.on(WED_2021_06_02);

        var said = AtOnce.released(transaction, jdbc, () -> turns.take(Turns.RETENTION_REVIEW), this::look, this::look);

        assertThat(said.get(0)).isEmpty();
        // on a busy machine the second does not wait until the first has finished
        assertThat(said.get(1)).containsAnyOf("A review of your council is under way", "Somebody else starts a review at this moment");
        assertThat(tasks.createTaskQuery().processDefinitionKey("retention-review").count()).isEqualTo(1);
    }

    /** It is on the list of that day, and was not on the one of the day before. */
    private void isDueFrom(String reference, LocalDate day) {
        office.on(day.minusDays(1));
        assertThat(due("kent")).doesNotContain(reference);
        office.on(day);
        assertThat(due("kent")).contains(reference);
    }

    /** A complaint that was received and withdrawn today. */
    private String closed(Map<String, Object> complaint) {
        var reference = office.receive("kent", complaint);
        withdraw(reference);
        return reference;
    }

    /** A complaint of 1 March 2016 that somebody records with that day as the day of its end. */
    private String recordedLate(LocalDate on) {
        office.on(on);
        return transaction.execute(status -> {
            var reference = cases.open(new Registration("kent", TUE_2016_03_01.atTime(9, 0), "form", "resident",
                    List.of(new Registration.Person("Ms T", "complainant")), "Bins.", null));
            cases.record(reference, TUE_2016_03_01, "kent-officer", "Complaint received", null,
                    List.of(new Happening.Given("complaint", "receivedOn", "Received on", "1 March 2016", "2016-03-01")));
            cases.become(reference, CaseStatus.RESOLVED, null, TUE_2016_03_01);
            return reference;
        });
    }

    /** Another case for a review, which needs one. */
    private void closedLongAgo() {
        var today = office.today();
        office.on(MON_2015_06_01);
        closed(Map.of());
        office.on(today);
    }

    private void putRight(String reference) {
        transaction.executeWithoutResult(status -> cases.record(reference, MON_2015_06_01, "kent-officer", "Put right: Received on", "A day less.", List.of()));
    }

    private List<String> lines(String task, String list) {
        return tasks.getVariable(task, list) instanceof String lines ? lines.lines().toList() : List.of();
    }

    private void withdraw(String reference) {
        office.event(reference, "withdrawal", Map.of());
        office.complete(reference, "Confirm withdrawal", Answers.confirmWithdrawal(office.today()));
        assertThat(office.running(reference)).isFalse();
    }

    private void hold(String reference, String hold) {
        // as it was pasted from a letter
        office.as("kent-supervisor").start("legal-hold", holding("Ref.: " + reference.toLowerCase(Locale.ROOT).replace('-', ' ') + "\u00A0", hold));
        office.signOut();
    }

    private Map<String, Object> holding(String reference, String hold) {
        return Map.of("caseReference", reference, "hold", hold, "decidedOn", office.today().toString(), "reason", "An inquiry asks for it.");
    }

    private void look() {
        office.as("kent-supervisor").start("retention-review", Map.of("holdsAsked", true));
        office.signOut();
    }

    private void review() {
        look();
        office.completeAs("kent-supervisor", task("Review old cases"), Map.of("proposal", "propose"));
    }

    private void confirm(String removal) {
        office.completeAs("kent-director", task("Confirm removal"), Map.of("removal", removal));
    }

    private Task task(String name) {
        office.signOut();
        return tasks.createTaskQuery().processDefinitionKey("retention-review").taskName(name).singleResult();
    }

    /** What a supervisor of a council finds on the list; none if there is nothing to review. */
    private String due(String council) {
        try {
            office.as(council + "-supervisor").start("retention-review", Map.of("holdsAsked", true));
        } catch (AnswersRefused nothing) {
            assertThat(nothing).hasMessageContaining("No case of your council");
            return "";
        }
        var open = task("Review old cases");
        var list = tasks.getVariable(open.getId(), "casesDue") + "\n" + tasks.getVariable(open.getId(), "casesRecordedLate");
        office.completeAs(council + "-supervisor", open, Map.of("proposal", "stop"));
        return list;
    }

    /** For each text the tables, ours and the engine's, that have it in any column. */
    private Map<String, Set<String>> tablesWith(List<String> texts) {
        return jdbc.execute((ConnectionCallback<Map<String, Set<String>>>) connection -> {
            var found = new HashMap<String, Set<String>>();
            texts.forEach(text -> found.put(text, new TreeSet<>()));
            var tables = new TreeSet<String>();
            try (var all = connection.getMetaData().getTables(null, connection.getSchema(), null, new String[] {"TABLE", "BASE TABLE"})) {
                while (all.next()) {
                    tables.add(all.getString("TABLE_NAME"));
                }
            }
            assertThat(tables).hasSizeGreaterThan(50);
            for (var table : tables) {
                try (var statement = connection.createStatement(); var rows = statement.executeQuery("select * from \"" + table + "\"")) {
                    read(rows, texts, text -> found.get(text).add(table));
                }
            }
            return found;
        });
    }

    private static void read(ResultSet rows, List<String> texts, Consumer<String> found) throws SQLException {
        var bytes = new TreeMap<Integer, Boolean>();
        for (int column = 1; column <= rows.getMetaData().getColumnCount(); column++) {
            var type = rows.getMetaData().getColumnTypeName(column);
            if (!NO_TEXT.contains(type)) {
                bytes.put(column, type.contains("BINARY"));
            }
        }
        while (rows.next()) {
            for (var column : bytes.entrySet()) {
                var content = text(rows, column.getKey(), column.getValue());
                texts.stream().filter(content::contains).forEach(found);
            }
        }
    }

    private static String text(ResultSet rows, int column, boolean bytes) throws SQLException {
        var content = bytes ? rows.getBytes(column) : null;
        var text = bytes ? (content == null ? null : new String(content, StandardCharsets.UTF_8)) : rows.getString(column);
        return text == null ? "" : text;
    }
}
