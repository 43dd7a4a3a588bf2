package org.redress.ombudsman;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.Map;
import org.camunda.bpm.engine.TaskService;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.redress.casefile.ActionView;
import org.redress.casefile.AgreedActions;
import org.redress.casefile.CaseFiles;
import org.redress.casefile.LetterView;
import org.redress.gate.AnswersRefused;
import org.redress.testing.Answers;
import org.redress.testing.Office;
import org.redress.testing.OmbudsmanAnswers;
import org.redress.testing.OmbudsmanCasework;
import org.redress.testing.ProductTest;
import org.springframework.beans.factory.annotation.Autowired;

/** Two councils, or two complainants, in one decision: each reads its own part and what is common to all, and nothing of the other's. */
@ProductTest
class JointDecisionTests {
    private static final LocalDate MON_2026_06_01 = LocalDate.of(2026, 6, 1);
    private static final String COMMON = "Where somebody lives is not for us to decide.";

    @Autowired
    private Office office;

    @Autowired
    private OmbudsmanCasework ombudsman;

    @Autowired
    private CaseFiles cases;

    @Autowired
    private AgreedActions actions;

    @Autowired
    private TaskService tasks;

    private String kent;
    private String leicestershire;

    @BeforeEach
    void twoCouncilsInOneMatter() {
        office.on(MON_2026_06_01);
        kent = ombudsman.investigated("Kent County Council", Map.of("complainant", "Mr B", "confirmed", "same-matter"));
        leicestershire = ombudsman.investigated("Leicestershire County Council", Map.of("complainant", "Mr B", "confirmed", "same-matter"));
    }

    @Test
    void givesEachCouncilItsOwnPartAndWhatIsCommon() {
        link(kent, leicestershire);

        decide(kent, "Kent met her needs.", Map.of("commonPart", COMMON));
        decide(leicestershire, "Leicestershire waited too long.", Map.of(), OmbudsmanAnswers.action("apology", "1 month", Map.of()));

        var ofKent = council("kent", kent);
        var ofLeicestershire = council("leicestershire", leicestershire);
        for (var kind : new String[] {"draft-decision", "decision"}) {
            assertThat(cases.lastLetter(ofKent, kind).orElseThrow().text()).contains("Kent met her needs.", COMMON).doesNotContain("waited too long");
            assertThat(cases.lastLetter(ofLeicestershire, kind).orElseThrow().text()).contains("Leicestershire waited too long.", COMMON).doesNotContain("met her needs");
        }
        assertThat(cases.letters(kent)).filteredOn(letter -> letter.kind().equals("decision")).extracting(LetterView::to).contains("Mr B", "Kent County Council")
                .doesNotContain("Leicestershire County Council");
        assertThat(actions.agreed(ofKent)).isEmpty();
        assertThat(actions.agreed(ofLeicestershire)).extracting(ActionView::kind).containsExactly("apology");
    }

    /** Whatever a council's people can read of their case says nothing of the other's. */
    @Test
    void letsNobodyReadAcross() {
        link(kent, leicestershire);
        decide(kent, "Kent met her needs.", Map.of("commonPart", COMMON));
        decide(leicestershire, "Leicestershire waited too long.", Map.of(), OmbudsmanAnswers.action("apology", "1 month", Map.of()));
        var ofKent = council("kent", kent);

        var all = String.join("\n", cases.letters(ofKent).toString(), cases.chronology(ofKent).toString(), cases.issues(ofKent).toString(), actions.views(ofKent).toString());
        assertThat(all).doesNotContain("waited too long", leicestershire, "Leicestershire", council("leicestershire", leicestershire));
        for (var user : new String[] {"kent-link-officer", "kent-supervisor", "kent-officer"}) {
            office.as(user);
            assertThat(tasks.createTaskQuery().processInstanceBusinessKey(leicestershire).count()).as(user).isZero();
            assertThat(tasks.createTaskQuery().processInstanceBusinessKey(council("leicestershire", leicestershire)).count()).as(user).isZero();
            office.signOut();
        }
        office.as("kent-officer");
        assertThatThrownBy(() -> office.start("link-cases", joint(ofKent, council("leicestershire", leicestershire)))).hasMessageContaining("there is no case");
        office.signOut();
    }

    @Test
    void keepsTheWordsThatOneOfThemHasBeenTold() {
        link(kent, leicestershire);
        decide(kent, "Kent met her needs.", Map.of("commonPart", COMMON));

        drafted(leicestershire, Map.of());
        office.complete(leicestershire, "Send draft", OmbudsmanAnswers.sendDraft(office.today()));
        heard(leicestershire);
        assertThatThrownBy(() -> office.complete(leicestershire, "Issue decision", OmbudsmanAnswers.issue(office.today(), Map.of("commonPart", "Something else."))))
                .isInstanceOf(AnswersRefused.class).hasMessageContaining("has been issued with another common part");
        office.complete(leicestershire, "Issue decision", OmbudsmanAnswers.issue(office.today(), Map.of()));

        assertThat(cases.lastLetter(leicestershire, "decision").orElseThrow().text()).endsWith(COMMON);
    }

    @Test
    void namesNobodyInTheCommonPartWhomTheOtherDoesNotKnow() {
        var neighbour = ombudsman.investigated("Kent County Council", Map.of("complainant", "Mrs N", "complaintText", "My own story of it.", "confirmed", "same-matter"));
        link(kent, neighbour);
        office.tasks(kent, "Find on issue").forEach(task -> office.complete(task, OmbudsmanAnswers.finding("no", null)));

        assertThatThrownBy(() -> office.complete(kent, "Draft decision", OmbudsmanAnswers.draft(0, Map.of("commonPart", "Mrs N and others were affected."))))
                .isInstanceOf(AnswersRefused.class).hasMessageContaining("whom " + kent + " does not know");
    }

    @Test
    void asksForNoCommonPartOfACaseThatIsDecidedByItself() {
        office.tasks(kent, "Find on issue").forEach(task -> office.complete(task, OmbudsmanAnswers.finding("no", null)));

        assertThatThrownBy(() -> office.complete(kent, "Draft decision", OmbudsmanAnswers.draft(0, Map.of("commonPart", COMMON))))
                .isInstanceOf(AnswersRefused.class).hasMessageContaining("is not asked here");
    }

    @Test
    void joinsOnlyComplaintsToTheOmbudsmanThatAreNotDecidedYet() {
        var one = office.receive("kent", Map.of());
        var other = office.receive("kent", Map.of("complainant", "Mrs O", "confirmed", "same-matter"));
        office.as("kent-officer");
        assertThatThrownBy(() -> office.start("link-cases", joint(one, other))).isInstanceOf(AnswersRefused.class).hasMessageContaining("only the Ombudsman decides complaints jointly");
        office.signOut();
        decide(kent, "Kent met her needs.", Map.of());

        assertThatThrownBy(() -> link(kent, leicestershire)).isInstanceOf(AnswersRefused.class).hasMessageContaining("cannot be decided with another");
        office.signOut();
    }

    @SafeVarargs
    private void decide(String reference, String text, Map<String, Object> common, Map<String, Object>... proposed) {
        drafted(reference, Answers.with(Map.of("letterText", text), common), proposed);
        office.complete(reference, "Send draft", OmbudsmanAnswers.sendDraft(office.today()));
        heard(reference);
        office.complete(reference, "Issue decision", OmbudsmanAnswers.issue(office.today(), Map.of("letterText", text)));
    }

    @SafeVarargs
    private void drafted(String reference, Map<String, Object> different, Map<String, Object>... proposed) {
        office.tasks(reference, "Find on issue").forEach(task -> office.complete(task, OmbudsmanAnswers.finding("yes", "yes")));
        office.complete(reference, "Draft decision", OmbudsmanAnswers.draft(proposed.length, different));
        for (int number = 1; number <= proposed.length; number++) {
            office.complete(office.taskOf(reference, "Propose action", "actionNumber", number), proposed[number - 1]);
        }
        office.complete(reference, "Approve draft", Answers.approve());
    }

    private void heard(String reference) {
        office.complete(reference, "Record complainant’s comments", OmbudsmanAnswers.complainantComments(office.today(), null));
        office.complete(reference, "Record council’s comments", OmbudsmanAnswers.councilComments(office.today(), null));
        office.complete(reference, "Decide on draft", OmbudsmanAnswers.draftStands());
    }

    private void link(String one, String other) {
        office.as("ombudsman-intake");
        office.start("link-cases", joint(one, other));
        office.signOut();
    }

    private Map<String, Object> joint(String one, String other) {
        return Map.of("caseReference", one, "link", "jointly", "otherReference", other, "linkedOn", office.today().toString(), "reason", "One matter.");
    }

    private String council(String tenant, String reference) {
        return cases.linked(tenant, "ombudsman", reference).orElseThrow().reference();
    }
}
