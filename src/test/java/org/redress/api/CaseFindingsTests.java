package org.redress.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.redress.testing.Answers;
import org.redress.testing.Casework;
import org.redress.testing.Office;
import org.redress.testing.OmbudsmanAnswers;
import org.redress.testing.OmbudsmanCasework;
import org.redress.testing.ProductTest;
import org.springframework.beans.factory.annotation.Autowired;

/** Whoever works on a case file sees what does not fit in it, and nothing where everything fits (DQ-1 to DQ-9). */
@ProductTest
class CaseFindingsTests {
    private static final LocalDate MON_2026_06_01 = LocalDate.of(2026, 6, 1);
    private static final LocalDate WED_2026_06_03 = LocalDate.of(2026, 6, 3);
    private static final LocalDate SAT_2026_06_06 = LocalDate.of(2026, 6, 6);
    private static final LocalDate MON_2026_06_08 = LocalDate.of(2026, 6, 8);
    private static final Map<String, Object> FAMILY = Map.of("complainant", "Mr X", "complainantRole", "parent", "otherPeople", "Mrs Z – mother of Y\nY – child");

    @Autowired
    private Office office;

    @Autowired
    private Casework casework;

    @Autowired
    private OmbudsmanCasework ombudsman;

    @Autowired
    private CaseDocuments documents;

    @Autowired
    private CaseReader reader;

    private List<String> findings(String reference) {
        return findingsFor(reference.startsWith("KENT") ? "kent-supervisor" : "ombudsman-supervisor", reference);
    }

    private List<String> findingsFor(String person, String reference) {
        office.as(person);
        try {
            return documents.of(reader.open(reference, "test").orElseThrow()).findings().stream().map(finding -> finding.rule() + " " + finding.sentence()).toList();
        } finally {
            office.signOut();
        }
    }

    @Test
    void findsNothingInAnOrdinaryCaseOnBothSidesToTheLastAction() {
        office.on(MON_2026_06_01);
        var council = ombudsman.signposted("kent");
        var reference = ombudsman.decided("Kent County Council", Map.of("councilReference", council, "complainant", "Ms T"),
                OmbudsmanAnswers.action("apology", "1 month", Map.of("beneficiary", "Ms T")));
        office.on(MON_2026_06_08);
        ombudsman.show(council, 1, Map.of("whatWasDone", "Wrote to Ms T."));
        ombudsman.judge(reference, 1, "accepted", Map.of());

        assertThat(findingsFor("kent-link-officer", council)).isEmpty();
        assertThat(findings(reference)).isEmpty();
    }

    @Test
    void findsNothingInAStatutoryCaseThroughThePanel() {
        office.on(MON_2026_06_01);
        var reference = casework.panelRequested("kent");
        casework.holdPanel(reference, "kent");

        assertThat(findings(reference)).isEmpty();
    }

    @Test
    void findsAPersonWhomNobodyHasIntroduced() {
        office.on(MON_2026_06_01);
        var reference = casework.acknowledged("kent", FAMILY);
        office.event(reference, "note", Map.of("details", "Mr Z called, and Mr J Smith of the school; Mr X knows."));

        assertThat(findings(reference)).singleElement().asString()
                .startsWith("DQ-5 Mr Z is not in the register of people, which has Mrs Z (mother of Y): ");
    }

    @ParameterizedTest
    @CsvSource({"alias, 2, Mr Z", "add, , Mr Z"})
    void findsThemNoMoreWhenTheyAreNamed(String change, Integer person, String name) {
        office.on(MON_2026_06_01);
        var reference = casework.acknowledged("kent", FAMILY);
        office.event(reference, "note", Map.of("details", "Mr Z called."));
        var before = findings(reference);

        office.people("kent-officer", reference, change, person == null ? Map.of("personName", name, "part", "other") : Map.of("personNumber", person, "personName", name));

        assertThat(before).hasSize(1);
        assertThat(findings(reference)).isEmpty();
        assertThat(office.chronology(reference, "Somebody is a")).hasSize(1);
    }

    @Test
    void findsALetterOfASaturdayAndOneThatTellsOfALaterDay() {
        office.on(MON_2026_06_01);
        var reference = casework.accepted("kent");
        office.on(SAT_2026_06_06);
        casework.answerIssues(reference, "kent-manager");
        office.complete(reference, "Draft response", Map.of("letterText", "Our letter dated 9 June 2026 says more. You can answer until 9 July 2026."));
        office.complete(reference, "Approve response", Answers.approve());
        office.complete(reference, "Send response", Answers.send(office.today()));

        assertThat(findings(reference)).containsExactly(
                "DQ-3 What is dated Sat 6 Jun 2026 tells of Tue 9 Jun 2026, which is after it: response to Ms T.",
                "DQ-6 Sat 6 Jun 2026 is no working day, and the day of a letter: response to Ms T.");
    }

    @Test
    void findsEvidenceThatCameAfterTheDayOfTheDecision() {
        office.on(MON_2026_06_01);
        var reference = ombudsman.investigated("Kent County Council", Map.of());
        ombudsman.draft(reference, OmbudsmanAnswers.action("apology", "1 month", Map.of("countsFrom", "not-stated")));

        assertThat(findings(reference)).containsExactly("DQ-9 Action 1 does not say from which day it counts; the day of the decision is assumed.");

        office.complete(reference, "Send draft", OmbudsmanAnswers.sendDraft(office.today()));
        office.on(MON_2026_06_08);
        office.complete(reference, "Record complainant’s comments", OmbudsmanAnswers.complainantComments(WED_2026_06_03, null));
        office.complete(reference, "Record council’s comments", OmbudsmanAnswers.councilComments(WED_2026_06_03, null));
        ombudsman.event(reference, "evidence", Map.of("marking", "both"));
        office.at(MON_2026_06_08.atTime(10, 0));
        office.complete(reference, "Decide on draft", OmbudsmanAnswers.draftStands());
        office.complete(reference, "Issue decision", OmbudsmanAnswers.issue(WED_2026_06_03, Map.of()));

        assertThat(findings(reference)).first().isEqualTo(
                "DQ-1 Mon 8 Jun 2026 is after the decision of Wed 3 Jun 2026: Evidence registered.");
    }

    @Test
    void tellsNobodyOfADraftByWhatItFindsThere() {
        office.on(MON_2026_06_01);
        var council = casework.acknowledged("kent", FAMILY);
        ombudsman.letter("kent", "draft-decision", Map.of("caseReference", council, "complainant", "Mr X", "letterText", "We find that Mrs K was not heard."));

        assertThat(findingsFor("kent-link-officer", council)).singleElement().asString().startsWith("DQ-5 Mrs K is not in the register of people");
        assertThat(findingsFor("kent-officer", council)).isEmpty();
    }
}
