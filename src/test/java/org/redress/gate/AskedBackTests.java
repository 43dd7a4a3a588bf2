package org.redress.gate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.redress.casefile.CaseFiles;
import org.redress.casefile.Happening;
import org.redress.testing.Answers;
import org.redress.testing.Office;
import org.redress.testing.ProductTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.support.DefaultListableBeanFactory;
import org.springframework.jdbc.core.JdbcTemplate;

/** What may be right and is more likely a slip is asked back: nothing is kept until exactly that is confirmed, and the file says so. */
@ProductTest
class AskedBackTests {
    private static final LocalDate MON_2026_06_01 = LocalDate.of(2026, 6, 1);
    private static final String ASKS = "whoAsksInThisTest";
    private static final String FIRST = "The day is a year ago.";
    private static final String SECOND = "The contact is nobody’s name.";

    @Autowired
    private Office office;

    @Autowired
    private CaseFiles cases;

    @Autowired
    private DefaultListableBeanFactory beans;

    @Autowired
    private JdbcTemplate database;

    private String reference;

    @BeforeEach
    void isReceived() {
        office.on(MON_2026_06_01);
        reference = office.receive("kent", Map.of());
    }

    @AfterEach
    void nobodyAsks() {
        if (beans.containsSingleton(ASKS)) {
            beans.destroySingleton(ASKS);
        }
    }

    @Test
    void keepsNothingUntilItIsConfirmed() {
        asks(acknowledged -> acknowledged.askBack("day", FIRST));
        askedBack(Map.of()); // which claims the task
        var before = Tables.all(database);

        var back = askedBack(Map.of());

        assertThat(back).hasMessage(FIRST);
        assertThat(back.questions()).singleElement().satisfies(question -> assertThat(question.code()).startsWith("day-"));
        assertThat(Tables.changed(database, before)).isEmpty();
    }

    @Test
    void keepsWhatWasConfirmedWithTheAnswer() {
        asks(acknowledged -> acknowledged.askBack("day", FIRST));

        acknowledge(Map.of("confirmed", code(0)));

        assertThat(cases.chronology(reference)).filteredOn(entry -> entry.what().equals("Acknowledge complaint")).singleElement().satisfies(entry -> {
            assertThat(entry.who()).isEqualTo("kent-officer");
            assertThat(entry.answers()).extracting(Happening.Given::label, Happening.Given::content)
                    .contains(tuple("Asked back and confirmed", FIRST));
        });
    }

    @Test
    void asksEverythingAtOnceAndTakesTheCodesAsTextOrAsAList() {
        asks(acknowledged -> {
            acknowledged.askBack("day", FIRST);
            acknowledged.askBack("name", SECOND);
        });
        var codes = askedBack(Map.of()).questions().stream().map(AskedBack.Question::code).toList();

        assertThat(askedBack(Map.of("confirmed", codes.get(0))).questions()).extracting(AskedBack.Question::sentence).containsExactly(SECOND);
        assertThat(askedBack(Map.of("confirmed", List.of(codes.get(1)))).questions()).extracting(AskedBack.Question::sentence).containsExactly(FIRST);

        acknowledge(Map.of("confirmed", codes.get(1) + ", " + codes.get(0)));

        assertThat(office.openTasks(reference)).containsExactly("Assess complaint");
    }

    @Test
    void takesNoConfirmationOfSomethingElse() {
        asks(acknowledged -> acknowledged.askBack("day", FIRST));
        var code = code(0);
        nobodyAsks();
        asks(acknowledged -> acknowledged.askBack("day", "The day is two years ago."));

        assertThat(askedBack(Map.of("confirmed", code))).hasMessage("The day is two years ago.");
        assertThat(askedBack(Map.of("confirmed", "day, day-0000000000000000, true"))).hasMessage("The day is two years ago.");
    }

    @Test
    void takesNoBlankConfirmation() {
        asks(acknowledged -> acknowledged.askBack("day", FIRST));

        assertThatThrownBy(() -> acknowledge(Map.of("confirmed", true))).isInstanceOf(AnswersRefused.class)
                .hasMessage("What is confirmed is named by its codes, separated by commas.");
    }

    @Test
    void asksNothingWhereSomethingIsRefused() {
        asks(acknowledged -> {
            acknowledged.askBack("day", FIRST);
            throw acknowledged.refuse("This cannot be.");
        });

        assertThatThrownBy(() -> acknowledge(Map.of())).isExactlyInstanceOf(AnswersRefused.class).hasMessage("This cannot be.");
    }

    @Test
    void askWhoStartsSomethingToo() {
        beans.registerSingleton(ASKS, handler("case-event", event -> event.askBack("again", FIRST)));
        office.as("kent-officer");
        var note = Answers.event(reference, "note", MON_2026_06_01, Map.of());
        var back = catchThrowableOfType(AskedBack.class, () -> office.start("case-event", note));

        office.start("case-event", Answers.with(note, Map.of("confirmed", back.questions().get(0).code())));

        assertThat(cases.chronology(reference)).last().satisfies(entry -> assertThat(entry.answers()).extracting(Happening.Given::content).contains(FIRST));
    }

    @Test
    void forgetsAConfirmationThatNobodyAskedFor() {
        acknowledge(Map.of("confirmed", "day-0000000000000000"));

        assertThat(cases.chronology(reference)).last().satisfies(entry -> assertThat(entry.answers()).extracting(Happening.Given::label)
                .doesNotContain("Asked back and confirmed"));
    }

    private String code(int question) {
        return askedBack(Map.of()).questions().get(question).code();
    }

    private AskedBack askedBack(Map<String, Object> more) {
        return catchThrowableOfType(AskedBack.class, () -> acknowledge(more));
    }

    private void acknowledge(Map<String, Object> more) {
        office.complete(reference, "Acknowledge complaint", Answers.with(Answers.acknowledge(MON_2026_06_01), more));
    }

    private void asks(Consumer<Submission> question) {
        beans.registerSingleton(ASKS, handler("acknowledge", question));
    }

    /** The features are asked for again at every submission, so a test can join them. */
    private static SubmissionHandler handler(String form, Consumer<Submission> question) {
        return new SubmissionHandler() {
            @Override
            public String form() {
                return form;
            }

            @Override
            public void accept(Submission submission) {
                question.accept(submission);
            }
        };
    }
}
