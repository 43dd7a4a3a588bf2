package org.redress.casefile;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** References are read as people write and paste them. */
class ReferenceTests {

    @ParameterizedTest
    @ValueSource(strings = {
        "KENT-2026-00021", "kent-2026-00021", " KENT-2026-00021 ", "\tKENT-2026-00021\r\n", "\u00A0KENT-2026-00021\u00A0", "\u2003KENT-2026-00021",
        "KENT–2026–00021", "KENT—2026—00021", "KENT‑2026‑00021", "KENT‐2026‐00021", "KENT−2026−00021", "KENT﹣2026－00021", "KENT 2026 00021",
        "KENT  2026  00021", "KENT--2026--00021", "KENT - 2026 - 00021", "KENT202600021", "KENT_2026_00021",
        "KENT-2026-21", "Kent 2026 21", "ref: KENT-2026-00021", "Ref KENT-2026-00021", "Our ref: KENT-2026-00021", "OUR REF. KENT-2026-00021",
        "Your reference: KENT-2026-00021", "Case KENT-2026-00021", "case no. KENT-2026-00021", "Our ref – KENT-2026-00021", "Complaint reference: KENT-2026-00021",
        "(KENT-2026-00021)", "KENT-2026-00021.", "KENT-2026-00021,", "‘KENT-2026-00021’", "“KENT-2026-00021”", "#KENT-2026-00021", "[Ref: KENT-2026-00021]",
        "\u200BKENT-2026-00021", "\uFEFFKENT-2026-00021", "KENT-\u00AD2026-00021", "KENT-2026-000\u200D21", "ＫＥＮＴ-２０２６-００021", "KENT\u000B2026\f00021"})
    void readsACouncils(String written) {
        assertThat(Reference.read(written).text()).isEqualTo("KENT-2026-00021");
        assertThat(Reference.read("KENT-2026-00021").same(written)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "26 001 234", "26001234", "26-001-234", "26  001  234", "26\u00A0001\u00A0234", "26\u2009001\u2009234", "26–001–234", "26‑001‑234", "26.001.234",
        "26/001/234", " 26 001 234.", "(26 001 234)", "Our ref: 26 001 234", "Ombudsman’s reference 26 001 234", "Ref 26001234", "26 001234", "２６ 001 234"})
    void readsTheOmbudsmans(String written) {
        assertThat(Reference.read(written).text()).isEqualTo("26 001 234");
        assertThat(Reference.read(written).ofOmbudsman()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "cheshire east 2016 7,      CHESHIRE-EAST-2016-00007",
        "Cheshire–East–2016–00007,  CHESHIRE-EAST-2016-00007",
        "KENT-2026-123456,          KENT-2026-123456",
        "kent2026120201,            KENT-2026-120201",
        "area52-2026-00001,         AREA52-2026-00001"})
    void readsEveryCouncils(String written, String text) {
        assertThat(Reference.read(written).text()).isEqualTo(text);
        assertThat(Reference.read(text).text()).isEqualTo(text);
    }

    @Test
    void knowsACouncilOfTwoWordsWithoutItsHyphen() {
        assertThat(Reference.read("CHESHIRE-EAST-2016-00007").same("CheshireEast 2016 00007")).isTrue();
    }

    @Test
    void takesNoOtherCouncilsForItsOwnInAText() {
        assertThat(Reference.ofCouncilIn("KENT", "As in WEST-KENT-2026-00007, West Kent-2026-00008 and (ref KENT-2026-00009)."))
                .extracting(Reference::text).containsExactly("KENT-2026-00008", "KENT-2026-00009");
    }

    @ParameterizedTest
    @CsvSource({
        "HO/2026/0042,         HO/2026/0042",
        " HO / 2026 / 0042 ,   HO / 2026 / 0042",
        "ref: ho-2026-0042a,   ho-2026-0042a",
        "Ombudsman,            Ombudsman",
        "123,                  123"})
    void leavesThoseOfOthersAsTheyAreWritten(String written, String text) {
        assertThat(Reference.read(written).text()).isEqualTo(text);
        assertThat(Reference.read(written).ofOmbudsman()).isFalse();
    }

    @Test
    void comparesThoseOfOthersByWhatCounts() {
        assertThat(Reference.read("HO-2026-42 A").same("our ref: ho/2026/42a")).isTrue();
        assertThat(Reference.read("KENT-2026-00021").same("KENT/2026/21")).isTrue();
        assertThat(Reference.read("HO-2026-42").same("HO-2026-43")).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "   ", "\u00A0", "–", "...", "(-)"})
    void readsNothingWhereNothingIs(String written) {
        assertThat(Reference.read(written).text()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"KENT-2026-00021, KENT-2026-00022", "KENT-2026-00021, KENT-2025-00021", "26 001 234, 26 001 235", "KENT-2026-00021, KENT-2026-100021"})
    void tellsDifferentOnesApart(String one, String other) {
        assertThat(Reference.read(one).same(other)).isFalse();
    }

    @Test
    void readsALongTextQuickly() {
        var text = "KENT 2026 ".repeat(5_000) + "x";

        assertThat(Reference.read(text).text()).isNotEmpty();
    }

    @Test
    void readsWhatItWrites() {
        assertThat(Reference.ofCouncil("CHESHIRE-EAST", 2026, 7)).isEqualTo(Reference.read("CHESHIRE-EAST-2026-00007"));
        assertThat(Reference.ofOmbudsman(2026, 1_234)).isEqualTo(Reference.read("26 001 234"));
    }
}
