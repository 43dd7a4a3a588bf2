package org.redress.quality;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** People whom nobody has introduced are found, by label and by who they are said to be (DQ-5). */
class UnknownPeopleTests {
    private static final LocalDate WED_2026_06_10 = LocalDate.of(2026, 6, 10);

    private final Told told = new Told();

    @BeforeEach
    void introducesAFamily() {
        told.person("Mr X", "parent").person("Mrs Z", "mother of Y").person("Y", "child").person("Mr S", "adult son").person("Dr Q", "therapist paid by the mother");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Mrs Y | which has Y (child)
            Mr Z  | which has Mrs Z (mother of Y)
            Ms Z  | which has Mrs Z (mother of Y)
            Ms X  | which has Mr X (parent)
            X     | which has Mr X (parent)
            """)
    void findsALetterWithAnotherTitle(String name, String likely) {
        told.naming(WED_2026_06_10, name);

        assertThat(told.findings()).containsExactly("DQ-5 " + name + " is not in the register of people, " + likely + ": The answer, Wed 10 Jun 2026.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Mrs K", "K", "the aunt", "Mr Xavier"})
    void findsSomebodyUnknown(String name) {
        told.naming(WED_2026_06_10, name);

        assertThat(told.findings()).containsExactly("DQ-5 " + name + " is not in the register of people: The answer, Wed 10 Jun 2026.");
    }

    @Test
    void findsEverybodyOnce() {
        told.naming(WED_2026_06_10, "Ms X", "Mr X", "Ms X").naming(WED_2026_06_10, "Ms X");

        assertThat(told.findings()).hasSize(1);
    }

    @Test
    void findsSomebodyWhoIsSaidToBeSomebodyElse() {
        told.naming(WED_2026_06_10, "Mr X – adult son");

        assertThat(told.findings()).containsExactly("DQ-5 Mr X stands for adult son; in the register of people this is Mr X (parent), and adult son is Mr S: "
                + "The answer, Wed 10 Jun 2026.");
    }

    @ParameterizedTest
    @CsvSource({"Dr Q – school nurse", "Mrs Z – father", "Y – mother"})
    void findsARoleThatDoesNotFit(String name) {
        told.naming(WED_2026_06_10, name);

        assertThat(told.findings()).singleElement().asString().startsWith("DQ-5 " + name.split(" – ")[0] + " stands for ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Mr X", "mr x", "Mrs Z", "Y", "Dr Q", "Mr X – father", "Mr X - father of Y", "Y – daughter", "Mr S – son", "Dr Q – therapist", "Mr X – complainant"})
    void findsNothingInPeopleWhoWereIntroduced(String name) {
        told.naming(WED_2026_06_10, name);

        assertThat(told.findings()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"Mr A, mother of D", "Mrs A, father of D", "Ms A, uncle", "Miss A, son", "Mr A, the child's grandmother"})
    void findsATitleThatDoesNotFitTheRole(String label, String role) {
        told.person(label, role);

        assertThat(told.findings()).containsExactly("DQ-5 " + label + " is in the register of people as " + role + ", and title and role do not fit.");
    }

    @ParameterizedTest
    @CsvSource({"Mr A, father of D", "Mrs A, mother of the son", "Mr A, social worker of the mother", "Ms A, friend of her husband", "Dr A, mother", "Mx A, father", "A, mother",
        "Mr A, parent", "Ms A, ''", "Mr A, mother and father", "his former partner, mother of the son", "the children, children", "Mr A, sonographer"})
    void findsNothingInATitleThatFits(String label, String role) {
        told.person(label, role);

        assertThat(told.findings()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Mrs Y rang us.                                        | Mrs Y
            We told Mr. Z, twice, what Ms X's school said.        | Mr Z; Ms X
            Mr and Mrs X separated                                | Mr X; Mrs X
            (Dr Q) wrote to Miss O’s mother                       | Dr Q; Miss O
            """)
    void readsLabelsInAText(String text, String labels) {
        assertThat(Label.in(text)).containsExactly(labels.split("; "));
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "", "Mr J Smith and Mrs J. Smith", "Mr J. R. Smith", "Mr J R Smith", "Mr J R. Smith", "Mr D'Souza", "Ms O’Brien", "Dr A-M Jones", "Mr Smith", "Mr X2", "Mrs A&E",
        "Y and Z", "A parent said: I agree.", "Plan B, option C", "Mr x", "mr. Y", "MRS Y", "Ms  Y", "the Mrs", "Dr", "Dr.\nY went home", "DMr X",
    })
    void readsNoLabelsInOrdinaryEnglish(String text) {
        assertThat(Label.in(text)).isEqualTo(List.of());
    }

    @Test
    void readsNothingWhereThereIsNoText() {
        assertThat(Label.in(null)).isEmpty();
    }
}
