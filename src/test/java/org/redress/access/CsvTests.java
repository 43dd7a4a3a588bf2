package org.redress.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Lists as files for spreadsheets. */
class CsvTests {
    @ParameterizedTest
    @ValueSource(strings = {"=1+1", "+441234", "-2+3", "@SUM(A1)", "\t=1", "\r=1", "\n=1", " =1", "＝1", "=HYPERLINK(\"https://example.org\";\"a\")"})
    void makesATextOfWhatASpreadsheetWouldTakeForAFormula(String cell) {
        assertThat(Csv.text(List.of("What"), List.of(List.of(cell)))).contains("'" + cell.replace("\"", "\"\""));
    }

    @Test
    void quotesMarksAndLeavesNumbersAndNothingAsTheyAre() {
        assertThat(Csv.text(List.of("Who", "How many"), List.of(List.of("Zoë, \"Z\"", -3), Arrays.asList(null, 0), List.of("a = b", 2)))).isEqualTo(
                "\uFEFFWho,How many\r\n\"Zoë, \"\"Z\"\"\",-3\r\n\"\",0\r\na = b,2\r\n");
    }

    @Test
    void saysInTheLastLineThatTheListGoesOn() {
        assertThat(Csv.text(List.of("Case"), Csv.first(List.of("one", "two", "three"), 2, List::of))).isEqualTo(
                "\uFEFFCase\r\none\r\ntwo\r\n\"The list goes on: a file has the first 2 lines of it. Narrow the list, and take the rest as another file.\"\r\n");
        assertThat(Csv.first(List.of("one", "two"), 2, List::of)).hasSize(2);
    }
}
