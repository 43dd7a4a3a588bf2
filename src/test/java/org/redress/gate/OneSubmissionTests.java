package org.redress.gate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.camunda.bpm.engine.FormService;
import org.camunda.bpm.engine.RepositoryService;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.redress.casefile.CaseFiles;
import org.redress.testing.Answers;
import org.redress.testing.Casework;
import org.redress.testing.Office;
import org.redress.testing.OmbudsmanAnswers;
import org.redress.testing.OmbudsmanCasework;
import org.redress.testing.ProductTest;
import org.springframework.beans.factory.annotation.Autowired;

/** One submission makes one case, however often it comes, and from however many places at once. */
@ProductTest
class OneSubmissionTests {
    private static final LocalDate MON_2026_06_01 = LocalDate.of(2026, 6, 1);
    private static final int THREADS = 3;

    /** A start form that changes something. */
    enum Start {
        COMPLAINT("complaint", "kent-officer") {
            @Override
            Map<String, Object> answers(OneSubmissionTests test) {
                return Answers.complaint(MON_2026_06_01, Map.of("complaintText", test.text, "complainant", test.text));
            }
        },
        WITHDRAWAL("case-event", "kent-officer") {
            @Override
            Map<String, Object> answers(OneSubmissionTests test) {
                return Answers.event(test.office.receive("kent", Map.of()), "withdrawal", MON_2026_06_01, Map.of());
            }
        },
        ISSUE("case-event", "kent-officer") {
            @Override
            Map<String, Object> answers(OneSubmissionTests test) {
                return Answers.event(test.casework.accepted("kent"), "issue", MON_2026_06_01, Map.of("details", test.text));
            }
        },
        LEGAL_HOLD("legal-hold", "kent-supervisor") {
            @Override
            Map<String, Object> answers(OneSubmissionTests test) {
                return Map.of("caseReference", test.office.receive("kent", Map.of()), "hold", "place", "decidedOn", MON_2026_06_01.toString(), "reason", "An inquiry.");
            }
        },
        OMBUDSMAN_LETTER("ombudsman-letter", "kent-link-officer") {
            @Override
            Map<String, Object> answers(OneSubmissionTests test) {
                return OmbudsmanAnswers.letter("notice", MON_2026_06_01, Map.of("ombudsmanReference", "X " + test.text, "complainant", test.text, "letterText", test.text));
            }
        },
        OMBUDSMAN_CASE("ombudsman-case", "ombudsman-intake") {
            @Override
            Map<String, Object> answers(OneSubmissionTests test) {
                return OmbudsmanAnswers.complaint(MON_2026_06_01, "Kent County Council", Map.of("complainant", test.text, "complaintText", test.text));
            }
        },
        OMBUDSMAN_EVENT("ombudsman-event", "ombudsman-investigator") {
            @Override
            Map<String, Object> answers(OneSubmissionTests test) {
                return OmbudsmanAnswers.event(test.ombudsman.receive("Kent County Council", Map.of()), "note", MON_2026_06_01, Map.of());
            }
        };

        private final String process;
        private final String user;

        Start(String process, String user) {
            this.process = process;
            this.user = user;
        }

        abstract Map<String, Object> answers(OneSubmissionTests test);
    }

    @Autowired
    private Office office;

    @Autowired
    private Casework casework;

    @Autowired
    private OmbudsmanCasework ombudsman;

    @Autowired
    private CaseFiles cases;

    @Autowired
    private FormService forms;

    @Autowired
    private RepositoryService repository;

    /** What only one test's cases say. */
    private String text;

    private String key;

    @BeforeEach
    void aFormIsOpened() {
        office.on(MON_2026_06_01);
        text = UUID.randomUUID().toString();
        key = UUID.randomUUID().toString();
    }

    @ParameterizedTest
    @EnumSource
    void makesOneCaseOfOneFormAtTheSameMoment(Start start) throws Exception {
        var answers = Answers.with(start.answers(this), Map.of("submissionKey", key));

        var made = atTheSameMoment(Collections.nCopies(THREADS, () -> office.as(start.user).send(start.process, answers)));

        assertThat(made).as("none is an error page, and all say the same case").hasSize(THREADS).containsOnly(made.get(0)).doesNotContainNull();
        var title = cases.chronology(made.get(0)).stream().filter(entry -> entry.who().equals(start.user)).reduce((earlier, later) -> later).orElseThrow().what();
        assertThat(office.chronology(made.get(0), title)).as("recorded once").hasSize(1);
        assertThat(cases.all().stream().filter(file -> file.complainedOf().contains(text))).hasSizeLessThanOrEqualTo(1);
    }

    @Test
    void answersWithTheCaseThatTheSameFormMadeBefore() {
        var answers = Answers.complaint(MON_2026_06_01, Map.of("complaintText", text, "complainant", text, "submissionKey", key));
        var definition = repository.createProcessDefinitionQuery().processDefinitionKey("complaint").latestVersion().singleResult().getId();
        office.as("kent-officer");
        var first = forms.submitStartForm(definition, answers);

        var again = forms.submitStartForm(definition, answers);

        assertThat(again.getBusinessKey()).isEqualTo(first.getBusinessKey());
        assertThat(again.getId()).isEqualTo(first.getId()).isEqualTo(again.getProcessInstanceId()).isEqualTo(again.getRootProcessInstanceId());
        assertThat(again.getProcessDefinitionId()).isEqualTo(definition);
        assertThat(again.getProcessDefinitionKey()).isEqualTo("complaint");
        assertThat(again.getTenantId()).isEqualTo("kent");
        assertThat(again.isEnded()).isFalse();
        assertThat(again.isSuspended()).isFalse();
        assertThat(again.getCaseInstanceId()).isNull();
    }

    @Test
    void saysSoWhenWhatItStartedHasEnded() {
        var reference = office.receive("kent", Map.of());
        var definition = repository.createProcessDefinitionQuery().processDefinitionKey("case-event").latestVersion().singleResult().getId();
        var note = Answers.event(reference, "note", MON_2026_06_01, Map.of("submissionKey", key));
        office.as("kent-officer");
        forms.submitStartForm(definition, note);

        var again = forms.submitStartForm(definition, note);

        assertThat(again.isEnded()).isTrue();
        assertThat(again.getBusinessKey()).isEqualTo(reference);
        assertThat(office.chronology(reference, "A contact to note")).hasSize(1);
    }

    @Test
    void losesNoAnswersThatWereChangedAfterwards() {
        office.as("kent-officer");
        var made = office.send("complaint", Answers.complaint(MON_2026_06_01, Map.of("complaintText", text, "complainant", text, "submissionKey", key)));

        assertThatThrownBy(() -> office.send("complaint", Answers.complaint(MON_2026_06_01, Map.of("complaintText", text + "!", "complainant", text, "submissionKey", key))))
                .isExactlyInstanceOf(AnswersRefused.class)
                .hasMessage("This form was sent at 09:30 with other answers (case " + made + "). Open a new form for what is different.");
        assertThatThrownBy(() -> office.send("case-event", Answers.event(made, "note", MON_2026_06_01, Map.of("submissionKey", key))))
                .isExactlyInstanceOf(AnswersRefused.class).hasMessageContaining("with other answers");
    }

    @Test
    void letsARefusedFormBeSentAgain() {
        office.as("kent-officer");
        assertThatThrownBy(() -> office.send("complaint", Answers.complaint(MON_2026_06_01.plusDays(1), Map.of("complaintText", text, "complainant", text, "submissionKey", key))))
                .isInstanceOf(AnswersRefused.class);

        assertThat(office.send("complaint", Answers.complaint(MON_2026_06_01, Map.of("complaintText", text, "complainant", text, "submissionKey", key)))).startsWith("KENT-");
    }

    @ParameterizedTest
    @ValueSource(strings = {"kent-supervisor", "leicestershire-officer"})
    void givesNothingAwayForTheKeyOfAnotherPerson(String stranger) {
        office.as("kent-officer");
        var made = office.send("complaint", Answers.complaint(MON_2026_06_01, Map.of("complaintText", text, "complainant", text, "submissionKey", key)));
        office.as(stranger);

        var other = office.start("complaint", Answers.complaint(MON_2026_06_01, Map.of("complaintText", text, "complainant", text, "submissionKey", key)));

        assertThat(other).isNotEqualTo(made);
        assertThatThrownBy(() -> office.send("complaint", Answers.complaint(MON_2026_06_01, Map.of("complaintText", "else", "submissionKey", key))))
                .hasMessageContaining(other).hasMessageNotContaining(made);
    }

    @Test
    void asksBackAboutTheSameAnswersWithoutAKey() {
        var reference = office.receive("kent", Map.of());
        var note = Answers.event(reference, "note", MON_2026_06_01, Map.of());
        office.as("kent-officer").send("case-event", note);
        office.at(MON_2026_06_01.atTime(9, 35));

        var back = catchThrowableOfType(AskedBack.class, () -> office.send("case-event", note));

        assertThat(back).hasMessage("You sent exactly the same at 09:30 (case " + reference + "). Confirm it only if it is to be recorded twice.");
        assertThat(office.chronology(reference, "A contact to note")).hasSize(1);
        var confirmed = Answers.with(note, Map.of("confirmed", back.questions().get(0).code()));
        office.send("case-event", confirmed);
        assertThat(office.chronology(reference, "A contact to note")).hasSize(2);
        assertThat(catchThrowableOfType(AskedBack.class, () -> office.send("case-event", confirmed))).as("a third needs a confirmation of its own")
                .hasMessageContaining("at 09:35");
    }

    @Test
    void asksNothingAboutOtherAnswersOrAnotherPersonsOrLongAfterwards() {
        var reference = office.receive("kent", Map.of());
        var note = Answers.event(reference, "note", MON_2026_06_01, Map.of());
        office.as("kent-officer").send("case-event", note);

        office.send("case-event", Answers.with(note, Map.of("details", "Something else.")));
        office.as("kent-supervisor").send("case-event", note);
        office.at(MON_2026_06_01.atTime(9, 41));
        office.as("kent-officer").send("case-event", note);

        assertThat(office.chronology(reference, "A contact to note")).hasSize(4);
    }

    @Test
    void makesOneCaseOfTheSameAnswersWithoutAKeyAtTheSameMoment() throws Exception {
        var answers = Answers.complaint(MON_2026_06_01, Map.of("complaintText", text, "complainant", text));

        var made = atTheSameMoment(Collections.nCopies(THREADS, () -> {
            try {
                return office.as("kent-officer").send("complaint", answers);
            } catch (AskedBack back) {
                return "asked back: " + back.getMessage();
            }
        }));

        assertThat(made).filteredOn(said -> said.startsWith("KENT-")).hasSize(1);
        assertThat(made).filteredOn(said -> said.startsWith("asked back: You sent exactly the same at 09:30")).hasSize(THREADS - 1);
        assertThat(cases.all().stream().filter(file -> file.complainedOf().equals(text))).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"short", "with a blank in it, long enough", "same answers 0123456789abcdef 0", "'; drop table submission; --"})
    void refusesWhatIsNoKey(String noKey) {
        office.as("kent-officer");

        assertThatThrownBy(() -> office.send("complaint", Answers.complaint(MON_2026_06_01, Map.of("submissionKey", noKey))))
                .isExactlyInstanceOf(AnswersRefused.class).hasMessageStartingWith("The submissionKey has 16 to 64 letters, digits and hyphens");
    }

    static List<String> atTheSameMoment(List<Callable<String>> work) throws Exception {
        var together = new CyclicBarrier(work.size());
        var threads = Executors.newFixedThreadPool(work.size());
        try {
            Stream<Callable<String>> ready = work.stream().map(one -> () -> {
                together.await();
                return one.call();
            });
            var said = new ArrayList<String>();
            for (Future<String> one : threads.invokeAll(ready.toList())) {
                said.add(one.get());
            }
            return said;
        } finally {
            threads.shutdown();
        }
    }
}
