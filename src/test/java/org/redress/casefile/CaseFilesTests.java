package org.redress.casefile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.persistence.EntityManager;
import java.lang.reflect.Method;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.hibernate.annotations.Immutable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;
import org.junit.jupiter.params.provider.ValueSource;
import org.redress.casefile.Happening.Given;
import org.redress.casefile.Registration.Person;
import org.redress.testing.Office;
import org.redress.testing.ProductTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.util.ReflectionTestUtils;
import org.springframework.transaction.IllegalTransactionStateException;
import org.springframework.transaction.support.TransactionTemplate;

/** The case file: what it keeps, and what it refuses to keep. */
@ProductTest
class CaseFilesTests {
    private static final LocalDate MON_2026_06_01 = LocalDate.of(2026, 6, 1);
    private static final LocalDate TUE_2026_06_02 = LocalDate.of(2026, 6, 2);

    @Autowired
    private CaseFiles cases;

    @Autowired
    private Office office;

    @Autowired
    private TransactionTemplate transaction;

    @Autowired
    private EntityManager entities;

    @Autowired
    private JdbcTemplate database;

    @Test
    void namesACaseByCouncilAndYearOfReceiptAndByNobody() {
        var reference = open("kent", LocalDateTime.of(2019, 12, 31, 23, 59));

        assertThat(reference).matches("KENT-2019-\\d{5}");
        assertThat(cases.get(reference)).satisfies(complaint -> {
            assertThat(complaint.council()).isEqualTo("kent");
            assertThat(complaint.status()).isEqualTo(CaseStatus.OPEN);
            assertThat(complaint.statusSince()).isEqualTo(LocalDate.of(2019, 12, 31));
            assertThat(complaint.complainedOf()).isEqualTo("The bins.");
            assertThat(complaint.stage()).isZero();
            assertThat(complaint.procedure()).isNull();
        });
        assertThat(cases.people(reference)).containsExactly(new Person("Ms T", "resident"), new Person("Mr U", "neighbour"));
    }

    @Test
    void givesEachCaseItsOwnReferenceWhenTwoOfficersOpenCasesAtOnce() throws Exception {
        var together = new CyclicBarrier(2);
        Callable<List<String>> officer = () -> {
            together.await();
            return IntStream.range(0, 20).mapToObj(i -> open("kent", MON_2026_06_01.atTime(9, 0))).toList();
        };

        var two = Executors.newFixedThreadPool(2);
        try {
            var references = two.invokeAll(List.of(officer, officer)).stream().flatMap(CaseFilesTests::all).toList();

            assertThat(references).hasSize(40).doesNotHaveDuplicates();
        } finally {
            two.shutdown();
        }
    }

    @Test
    void changesNothingOutsideATransaction() {
        var reference = open("kent", MON_2026_06_01.atTime(9, 0));

        assertThatThrownBy(() -> cases.record(reference, "Noted", null)).isInstanceOf(IllegalTransactionStateException.class);
        assertThatThrownBy(() -> cases.become(reference, CaseStatus.CLOSED, null, MON_2026_06_01)).isInstanceOf(IllegalTransactionStateException.class);
        assertThat(cases.chronology(reference)).isEmpty();
    }

    @Test
    void tellsTheStoryInTheOrderInWhichItHappened() {
        office.on(TUE_2026_06_02);
        var reference = open("kent", MON_2026_06_01.atTime(9, 0));
        in(() -> {
            cases.record(reference, TUE_2026_06_02, "kent-officer", "Second", null, List.of());
            cases.record(reference, MON_2026_06_01, "kent-officer", "First", "late", List.of(new Given("form", "field", "Label", "Content")));
            cases.record(reference, "Third", null);
        });

        var story = cases.chronology(reference);

        assertThat(story).extracting(Happening::what).containsExactly("First", "Second", "Third");
        assertThat(story).extracting(Happening::recordedAt).containsOnly(TUE_2026_06_02.atTime(9, 30));
        assertThat(story.get(0)).isEqualTo(new Happening(MON_2026_06_01, TUE_2026_06_02.atTime(9, 30), "kent-officer", "First", "late",
                List.of(new Given("form", "field", "Label", "Content"))));
        assertThat(story.get(2).who()).isEqualTo("Redress");
    }

    @ParameterizedTest
    @ValueSource(classes = {EntryRepository.class, CaseFiles.class})
    void hasNothingToChangeOrDeleteTheChronologyWith(Class<?> way) {
        var methods = Arrays.stream(way.getMethods()).filter(method -> !method.getDeclaringClass().equals(Object.class)).map(Method::getName)
                .collect(Collectors.toSet());

        assertThat(methods).isNotEmpty().noneMatch(name -> name.matches("(?i)(delete|remove|update|set|change|clear|flush).*"));
        assertThat(List.of(Entry.class, Answer.class)).allMatch(entity -> entity.isAnnotationPresent(Immutable.class));
    }

    @Test
    void keepsALineEvenIfSomebodyChangesItInMemory() {
        var reference = open("kent", MON_2026_06_01.atTime(9, 0));
        in(() -> cases.record(reference, MON_2026_06_01, "kent-officer", "Written", null, List.of(new Given("f", "f", "L", "As given"))));

        in(() -> {
            var line = entities.createQuery("from Entry where complaint.reference = :r", Entry.class).setParameter("r", reference).getSingleResult();
            ReflectionTestUtils.setField(line, "what", "Rewritten");
        });

        assertThat(cases.chronology(reference)).extracting(Happening::what).containsExactly("Written");
    }

    @Test
    void keepsTextAsItWasWritten() {
        var text = "=1+1 ${execution} <script>alert(1)</script>\r\n\t**é 😀** ".repeat(1000);
        var reference = open("kent", MON_2026_06_01.atTime(9, 0));

        in(() -> cases.record(reference, MON_2026_06_01, "kent-officer", "Written", text, List.of(new Given("f", "f", "L", text))));

        assertThat(cases.chronology(reference)).singleElement().satisfies(line -> {
            assertThat(line.detail()).isEqualTo(text);
            assertThat(line.answers().get(0).content()).isEqualTo(text);
        });
        assertThat(cases.lastAnswer(reference, "f", "f")).contains(text);
    }

    @Test
    void goesOnNumberingIssues() {
        var reference = open("kent", MON_2026_06_01.atTime(9, 0));

        var first = in(() -> cases.addIssues(reference, List.of("One", "Two"), MON_2026_06_01));
        var second = in(() -> cases.addIssues(reference, List.of("Three"), TUE_2026_06_02));

        assertThat(first).containsExactly(1, 2);
        assertThat(second).containsExactly(3);
        assertThat(cases.issues(reference)).extracting(issue -> issue.number() + " " + issue.text()).containsExactly("1 One", "2 Two", "3 Three");
    }

    @Test
    void refusesASecondAnswerToAnIssueAtTheSameStage() {
        var reference = withTwoIssues();
        in(() -> cases.answer(reference, 1, answer(1)));

        assertThatThrownBy(() -> in(() -> cases.answer(reference, 1, answer(1)))).hasMessage("Issue 1 has been answered at stage 1.");
        in(() -> cases.answer(reference, 1, answer(2)));

        assertThat(cases.issues(reference).get(0).answers()).extracting(IssueView.Answer::stage).containsExactly(1, 2);
    }

    @Test
    void refusesTheSecondOfTwoAnswersThatComeAtTheSameMoment() {
        var reference = withTwoIssues();

        assertThatThrownBy(() -> in(() -> {
            cases.answer(reference, 1, answer(1));
            entities.flush();
            database.update("insert into issue_answer (id, issue_id, stage, finding, reasons, given_by, given_on)"
                    + " select -1, issue_id, stage, finding, reasons, given_by, given_on from issue_answer where issue_id ="
                    + " (select i.id from issue i join complaint c on c.id = i.complaint_id where c.reference = ? and i.number = 1)", reference);
        })).hasMessageContaining("ONE_ANSWER_A_STAGE");

        assertThat(cases.issues(reference).get(0).answers()).isEmpty();
    }

    @Test
    void refusesAnAnswerToAnIssueThatDoesNotExistOrIsLeftOut() {
        var reference = withTwoIssues();
        in(() -> cases.leaveOut(reference, List.of(2), "court-proceedings"));

        assertThatThrownBy(() -> in(() -> cases.answer(reference, 3, answer(1)))).hasMessage("Case " + reference + " has no issue 3.");
        assertThatThrownBy(() -> in(() -> cases.answer(reference, 2, answer(1)))).hasMessage("Issue 2 is not considered: court-proceedings.");
        assertThat(cases.unanswered(reference)).containsExactly(1);
    }

    @Test
    void leavesOutAllOfTheIssuesOrNone() {
        var reference = withTwoIssues();

        assertThatThrownBy(() -> in(() -> cases.leaveOut(reference, List.of(1, 7), "court-proceedings")))
                .hasMessage("Case " + reference + " has no issue 7.");

        assertThat(cases.issues(reference)).extracting(IssueView::notConsidered).containsOnlyNulls();
    }

    @Test
    void refusesALetterThatWasReceivedBeforeItWasSent() {
        var reference = open("kent", MON_2026_06_01.atTime(9, 0));
        in(() -> cases.send(reference, new LetterView(1, "response", "Ms T", "We uphold it.", "letter", TUE_2026_06_02, null)));

        assertThatThrownBy(() -> in(() -> cases.received(reference, "response", MON_2026_06_01)))
                .hasMessage("It was sent on Tue 2 Jun 2026, so it cannot have been received on Mon 1 Jun 2026.");
        assertThatThrownBy(() -> in(() -> cases.send(reference,
                new LetterView(1, "response", "Ms T", "We uphold it.", "letter", TUE_2026_06_02, MON_2026_06_01))))
                .hasMessage("It was sent on Tue 2 Jun 2026, so it cannot have been received on Mon 1 Jun 2026.");
        assertThatThrownBy(() -> in(() -> cases.received(reference, "refusal", TUE_2026_06_02)))
                .hasMessage("No refusal letter was sent in case " + reference + ".");

        in(() -> cases.received(reference, "response", TUE_2026_06_02));
        assertThat(cases.letters(reference)).extracting(LetterView::receivedOn).containsExactly(TUE_2026_06_02);
    }

    @Test
    void notesTheReceiptOfTheNewestLetterOfAKind() {
        var reference = open("kent", MON_2026_06_01.atTime(9, 0));
        in(() -> {
            cases.send(reference, new LetterView(1, "response", "Ms T", "First", null, MON_2026_06_01, null));
            cases.send(reference, new LetterView(2, "response", "Ms T", "Second", null, TUE_2026_06_02, null));
            cases.received(reference, "response", TUE_2026_06_02);
        });

        assertThat(cases.letters(reference)).extracting(LetterView::receivedOn).containsExactly(null, TUE_2026_06_02);
    }

    @Test
    void canBePausedAndGoOn() {
        var reference = open("kent", MON_2026_06_01.atTime(9, 0));

        in(() -> cases.become(reference, CaseStatus.PAUSED, null, MON_2026_06_01));
        in(() -> cases.become(reference, CaseStatus.OPEN, null, TUE_2026_06_02));

        assertThat(cases.get(reference).status()).isEqualTo(CaseStatus.OPEN);
        assertThat(cases.get(reference).statusSince()).isEqualTo(TUE_2026_06_02);
    }

    @ParameterizedTest
    @EnumSource(mode = Mode.EXCLUDE, names = {"OPEN", "PAUSED", "WITH_OMBUDSMAN", "DECIDED"})
    void staysOverWhenItIsOver(CaseStatus over) {
        var reference = open("kent", MON_2026_06_01.atTime(9, 0));
        in(() -> cases.become(reference, over, "because", MON_2026_06_01));

        for (var next : CaseStatus.values()) {
            assertThatThrownBy(() -> in(() -> cases.become(reference, next, null, TUE_2026_06_02))).isInstanceOf(CaseIsOver.class)
                    .hasMessage("Case %s is over: %s since Mon 1 Jun 2026. Start a new complaint if there is something new.",
                            reference, over.text().toLowerCase(Locale.ROOT));
        }
        assertThat(cases.get(reference).status()).isEqualTo(over);
        assertThat(cases.get(reference).statusBecause()).isEqualTo("because");
    }

    @Test
    void letsOnlyOneOfTwoChangesAtTheSameMomentThrough() {
        var reference = open("kent", MON_2026_06_01.atTime(9, 0));

        assertThatThrownBy(() -> in(() -> {
            cases.become(reference, CaseStatus.WITHDRAWN, null, MON_2026_06_01);
            database.update("update complaint set version = version + 1 where reference = ?", reference);
        })).isInstanceOf(OptimisticLockingFailureException.class);

        assertThat(cases.get(reference).status()).isEqualTo(CaseStatus.OPEN);
    }

    @Test
    void recordsTheCivilTimeInLondonWhateverTheSeason() {
        var reference = open("kent", MON_2026_06_01.atTime(9, 0));
        office.at(LocalDateTime.of(2026, 10, 24, 12, 0));
        in(() -> cases.record(reference, "Summer", null));
        office.at(LocalDateTime.of(2026, 10, 26, 12, 0));
        in(() -> cases.record(reference, "Winter", null));

        assertThat(cases.chronology(reference)).extracting(Happening::recordedAt)
                .containsExactly(LocalDateTime.of(2026, 10, 24, 12, 0), LocalDateTime.of(2026, 10, 26, 12, 0));
        assertThat(ClockUtil.getCurrentTime().toInstant()).isEqualTo("2026-10-26T12:00:00Z");
    }

    @Test
    void keepsATimeOfDayThatTheClocksSkipAsItWasWritten() {
        var reference = open("kent", LocalDateTime.of(2026, 3, 29, 1, 30));
        entities.clear();

        assertThat(cases.get(reference).receivedAt()).isEqualTo(LocalDateTime.of(2026, 3, 29, 1, 30));
    }

    @Test
    void refusesACaseThatDoesNotExist() {
        assertThatThrownBy(() -> cases.get("KENT-2026-99999")).hasMessage("There is no case KENT-2026-99999.");
        assertThat(cases.find("KENT-2026-99999")).isEmpty();
    }

    private String open(String council, LocalDateTime receivedAt) {
        return in(() -> cases.open(new Registration(council, receivedAt, "email", "resident",
                List.of(new Person("Ms T", "resident"), new Person("Mr U", "neighbour")), "The bins.", null)));
    }

    private String withTwoIssues() {
        var reference = open("kent", MON_2026_06_01.atTime(9, 0));
        in(() -> {
            cases.follow(reference, "code", 1);
            cases.addIssues(reference, List.of("One", "Two"), MON_2026_06_01);
        });
        return reference;
    }

    private static IssueView.Answer answer(int stage) {
        return new IssueView.Answer(stage, "upheld", "It was missed.", null, null, "kent-manager", TUE_2026_06_02);
    }

    private <T> T in(Callable<T> change) {
        return transaction.execute(status -> {
            try {
                return change.call();
            } catch (RuntimeException e) {
                throw e;
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        });
    }

    private void in(Runnable change) {
        transaction.executeWithoutResult(status -> change.run());
    }

    private static Stream<String> all(Future<List<String>> opened) {
        try {
            return opened.get().stream();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
