package org.redress.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.redress.api.CaseDocument.Finding;
import org.redress.testing.Casework;
import org.redress.testing.Office;
import org.redress.testing.OmbudsmanCasework;
import org.redress.testing.ProductTest;
import org.springframework.beans.factory.annotation.Autowired;

/** What does not fit is answered, and a changed record asks again (DQ-1 to DQ-18). */
@ProductTest
class AnswerFindingTests {
    private static final LocalDate MON_2026_06_01 = LocalDate.of(2026, 6, 1);

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

    @BeforeEach
    void theOfficeIsOpen() {
        office.on(MON_2026_06_01);
    }

    @Test
    void showsWhyAFindingIsKeptAndAsksAgainWhenTheRecordChanges() {
        var reference = casework.acknowledged("kent", Map.of("complainant", "Mr X", "complainantRole", "parent", "otherPeople", "Mrs P – teacher"));
        office.event(reference, "note", Map.of("details", "Mr Z rang."));
        var found = findings(reference).get(0);
        office.as("kent-officer").start("answer-finding", answer(reference, found.code().toUpperCase(Locale.ROOT), "kept"));
        office.signOut();

        assertThat(findings(reference)).singleElement().satisfies(kept -> {
            assertThat(kept.sentence()).isEqualTo(found.sentence());
            assertThat(kept.answered()).isEqualTo(new CaseDocument.Answered(true, "He is the postman.", "Complaints officer (Kent)", MON_2026_06_01));
        });
        office.event(reference, "note", Map.of("details", "Mr Q rang too."));
        assertThat(findings(reference)).extracting(one -> one.answered() == null).containsExactlyInAnyOrder(false, true);

        office.as("kent-supervisor").start("answer-finding", answer(reference, found.code(), "corrected"));
        office.signOut();
        assertThat(findings(reference)).filteredOn(one -> one.code().equals(found.code())).singleElement().satisfies(one -> assertThat(one.answered().kept()).as("the newest answer counts").isFalse());
    }

    @Test
    void refusesWhatIsNoFindingOfTheCase() {
        var reference = casework.accepted("kent");

        assertThatThrownBy(() -> office.as("kent-officer").start("answer-finding", answer(reference, "abc123", "kept"))).hasMessage(
                "Finding: nothing with this sign does not fit in " + reference + ". If the record has been corrected, the finding has gone by itself.");
        assertThatThrownBy(() -> office.as("cambridgeshire-officer").start("answer-finding", answer(reference, "abc123", "kept")))
                .hasMessage("Case: there is no case " + reference + " here.");
        office.signOut();
    }

    @Test
    void isAnsweredByTheOmbudsmansPeopleInTheirOwnFile() {
        var reference = ombudsman.forwarded("Kent County Council", Map.of("complainant", "Mr X"));
        ombudsman.event(reference, "note", Map.of("details", "Mr Z rang."));
        var found = findings(reference).get(0);
        office.as("ombudsman-investigator").start("answer-finding", answer(reference, found.code(), "kept"));
        office.signOut();

        assertThat(findings(reference)).filteredOn(one -> one.code().equals(found.code())).allSatisfy(one -> assertThat(one.answered().by()).isEqualTo("Investigator (Ombudsman)"));
    }

    private List<Finding> findings(String reference) {
        office.as(reference.startsWith("KENT") ? "kent-supervisor" : "ombudsman-supervisor");
        try {
            return documents.of(reader.open(reference, "test").orElseThrow()).findings();
        } finally {
            office.signOut();
        }
    }

    private static Map<String, Object> answer(String reference, String code, String answer) {
        return Map.of("caseReference", reference, "findingCode", code, "findingAnswer", answer, "findingReason", "He is the postman.");
    }
}
