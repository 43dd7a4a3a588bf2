package org.redress.gate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;
import static org.redress.gate.FormTests.only;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Date;
import java.util.Map;
import java.util.stream.Stream;
import org.camunda.bpm.engine.variable.Variables;
import org.camunda.spin.Spin;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.redress.gate.Field.NotAnAnswer;

/** What counts as an answer to a field, and the sentence for what does not. */
class FieldTests {
    private static final LocalDate FRI_2026_06_12 = LocalDate.of(2026, 6, 12);
    private static final String CHOICE = "\"type\": \"select\", \"values\": [{\"label\": \"Letter\", \"value\": \"letter\"}, {\"label\": \"E-mail\", \"value\": \"email\"}]";
    private static final String DATE = "\"type\": \"datetime\", \"subtype\": \"date\"";
    private static final String POUNDS = "\"type\": \"number\", \"decimalDigits\": 2";
    private static final String COUNT = "\"type\": \"number\", \"decimalDigits\": 0";
    private static final String TWO_WAYS = " can be read in two ways; write a comma before three digits (1,000) and a point before one or two (1000.50)";
    private static final String TIME = "\"type\": \"datetime\", \"subtype\": \"time\"";

    /** The same file is read to the page's own reader, which shows the day that will be kept. */
    @ParameterizedTest
    @CsvFileSource(files = "src/test/resources/days-as-written.csv", delimiter = '|', numLinesToSkip = 1)
    void readsADayAsItIsWrittenOrSaysWhatIsWrongWithIt(String written, LocalDate day, String why) throws NotAnAnswer {
        var field = only(DATE);

        if (why == null) {
            assertThat(field.answer(written, Map.of(), FRI_2026_06_12)).isEqualTo(day);
        } else {
            assertThatThrownBy(() -> field.answer(written, Map.of(), FRI_2026_06_12)).isInstanceOf(NotAnAnswer.class).hasMessage(why);
        }
    }

    @ParameterizedTest
    @MethodSource
    void takes(String settings, Object given, Object answer) throws NotAnAnswer {
        var field = only(settings);

        var taken = field.answer(given, field.options(), FRI_2026_06_12);

        assertThat(taken).isEqualTo(answer);
    }

    static Stream<Arguments> takes() {
        return Stream.of(
                arguments(text("maxLength", 3), "abc", "abc"),
                arguments(text("maxLength", 3), " abc  \n", "abc"),
                arguments(text("minLength", 3), "abc", "abc"),
                arguments(text("minLength", 3), "", null),
                arguments(text("pattern", "\"^[0-9]+$\""), "12", "12"),
                arguments(text("pattern", "\"^[0-9]+$\""), "", null),
                arguments(text("validationType", "\"email\""), "a.b@example.org", "a.b@example.org"),
                arguments(text("validationType", "\"phone\""), "+44 (0)20 7946 0000", "+44 (0)20 7946 0000"),
                arguments(text("validationType", "\"phone\""), "0300 061 0614", "0300 061 0614"),
                arguments("\"type\": \"textarea\"", "two\nlines\t\r\n", "two\nlines\t\r\n"),
                arguments("\"type\": \"textarea\"", "by hand\u000Bnext page\u000Cold\u0085older\u2028oldest\u2029", "by hand\nnext page\nold\nolder\noldest\n"),
                arguments("\"type\": \"textarea\"", "Wi\u00ADder\u200Bspruch \uFEFF\u202Egnp.exe\u202C \u2067x\u2069", "Widerspruch gnp.exe x"),
                arguments("\"type\": \"textarea\"", "£5\u00A0000 👩\u200D👧 \u05D0\u200E", "£5\u00A0000 👩\u200D👧 \u05D0\u200E"),
                arguments("\"type\": \"textfield\"", "\u200EMs\u00A0T\u000Bof\tKent\u200F\u00AD\r\nand\u2003others\u200B ", "Ms T of Kent and others"),
                arguments("\"type\": \"textfield\"", "\u00A0", null),
                arguments("\"type\": \"textarea\"", "\u200B\u200D\uFEFF \u00AD\u3164\u2800\n\u0085\u000B\u2060\u200E", null),
                arguments("\"type\": \"textarea\"", "=1+1 ${x} <b>😀</b>", "=1+1 ${x} <b>😀</b>"),
                arguments("\"type\": \"textfield\"", "   ", null),
                arguments(CHOICE, "email", "email"),
                arguments(CHOICE, null, null),
                arguments("\"type\": \"checkbox\"", true, true),
                arguments("\"type\": \"checkbox\"", false, false),
                arguments("\"type\": \"checkbox\"", null, false),
                arguments("\"type\": \"number\"", 3, 3L),
                arguments("\"type\": \"number\"", 3.0, 3L),
                arguments("\"type\": \"number\"", 3.5, 3.5),
                arguments(number("\"min\": 1, \"max\": 3"), 1, 1L),
                arguments(number("\"min\": 1, \"max\": 3"), 3, 3L),
                arguments("\"type\": \"number\", \"decimalDigits\": 1", 3.5, 3.5),
                arguments(POUNDS, "1000", 1000L),
                arguments(POUNDS, "1,000", 1000L),
                arguments(POUNDS, "£1,000.50", 1000.5),
                arguments(POUNDS, " 1 000 ", 1000L),
                arguments(POUNDS, "1\u00A0234\u202F567.05", 1234567.05),
                arguments(POUNDS, "1000.5", 1000.5),
                arguments(POUNDS, "1000.50", 1000.5),
                arguments(POUNDS, ".50", 0.5),
                arguments(POUNDS, "\u2212£5", -5L),
                arguments(POUNDS, "0", 0L),
                arguments(COUNT, "12", 12L),
                arguments(COUNT, "1,200", 1200L),
                arguments(DATE, "2026-06-13", LocalDate.of(2026, 6, 13)),
                arguments(DATE, "", null),
                arguments(TIME, "16:30", LocalTime.of(16, 30)),
                arguments(TIME, "16.30", LocalTime.of(16, 30)),
                arguments(TIME, "4.30 pm", LocalTime.of(16, 30)),
                arguments(TIME, "4:30 P.M.", LocalTime.of(16, 30)),
                arguments(TIME, "12 am", LocalTime.MIDNIGHT),
                arguments(TIME, "12pm", LocalTime.NOON),
                arguments(TIME, "09:05:30", LocalTime.of(9, 5, 30)));
    }

    @ParameterizedTest
    @MethodSource
    void refuses(String settings, Object given, String why) {
        var field = only(settings);

        assertThatThrownBy(() -> field.answer(given, field.options(), FRI_2026_06_12)).isInstanceOf(NotAnAnswer.class).hasMessage(why);
    }

    static Stream<Arguments> refuses() {
        return Stream.of(
                arguments(required("\"type\": \"textfield\""), null, "an answer is needed"),
                arguments(required("\"type\": \"textfield\""), " \n", "an answer is needed"),
                arguments(required("\"type\": \"textarea\""), "\u00A0\u200B", "an answer is needed"),
                arguments(required(CHOICE), "", "an answer is needed"),
                arguments(required("\"type\": \"checkbox\""), false, "must be confirmed"),
                arguments(required(DATE), null, "an answer is needed"),
                arguments("\"type\": \"textfield\"", 3, "write text"),
                arguments("\"type\": \"textfield\"", new Object(), "write text"),
                arguments("\"type\": \"textfield\"", "a\u0000b", "control characters are not text; there is one after “a”"),
                arguments("\"type\": \"textarea\"", "\u0002They wrote", "control characters are not text; there is one at the beginning"),
                arguments("\"type\": \"textarea\"", "The letter of 3 March 2026 says\nthat non\u001Ebreaking", "control characters are not text; there is one after “h 2026 says that non”"),
                arguments("\"type\": \"textfield\"", "a\u001bb", "control characters are not text; there is one after “a”"),
                arguments("\"type\": \"textfield\"", "a\u007fb", "control characters are not text; there is one after “a”"),
                arguments("\"type\": \"textfield\"", "a\u009b31mb", "control characters are not text; there is one after “a”"),
                arguments("\"type\": \"textfield\"", "half \ud83d", "control characters are not text; there is one after “half”"),
                arguments("\"type\": \"textarea\"", "x".repeat(50_001), "at most 50000 characters, these are 50001"),
                arguments(text("maxLength", 60_000), "x".repeat(50_001), "at most 50000 characters, these are 50001"),
                arguments(text("maxLength", 3), "abcd", "at most 3 characters, these are 4"),
                arguments(text("minLength", 3), "ab ", "at least 3 characters"),
                arguments(text("pattern", "\"^[0-9]+$\""), "12a", "is not written as the form asks"),
                arguments(text("validationType", "\"email\""), "nobody", "is not written as the form asks"),
                arguments(CHOICE, "fax", "choose one of Letter, E-mail"),
                arguments(CHOICE, "Letter", "choose one of Letter, E-mail"),
                arguments(CHOICE, true, "choose one of the options"),
                arguments("\"type\": \"checkbox\"", "true", "answer yes or no"),
                arguments("\"type\": \"number\"", true, "write a number"),
                arguments(POUNDS, "1,00", "1,00" + TWO_WAYS),
                arguments(POUNDS, "1.000,50", "1.000,50" + TWO_WAYS),
                arguments(POUNDS, "1,000,50", "1,000,50" + TWO_WAYS),
                arguments(POUNDS, "1.000", "1.000" + TWO_WAYS),
                arguments(POUNDS, "0,500", "0,500" + TWO_WAYS),
                arguments(POUNDS, "£1 00", "1 00" + TWO_WAYS),
                arguments(POUNDS, "1000,5", "1000,5" + TWO_WAYS),
                arguments(POUNDS, "1.0000", "at most 2 digits after the point"),
                arguments(POUNDS, "about 1000", "write a number, for example 1000 or 1,000.50"),
                arguments(POUNDS, "1e3", "write a number, for example 1000 or 1,000.50"),
                arguments(POUNDS, "١٢٣", "write a number, for example 1000 or 1,000.50"),
                arguments(POUNDS, "£", "write a number, for example 1000 or 1,000.50"),
                arguments(POUNDS, ".", "write a number, for example 1000 or 1,000.50"),
                arguments(POUNDS, "99999999999999999999999999999999", "the number is too large"),
                arguments(number("\"max\": 1000000"), "1,000,000.01", "at most 1,000,000"),
                arguments(COUNT, "£3", "write a number, for example 12"),
                arguments(COUNT, "3.0", "write a whole number"),
                arguments("\"type\": \"number\"", Double.NaN, "write a number"),
                arguments("\"type\": \"number\"", Double.NEGATIVE_INFINITY, "write a number"),
                arguments("\"type\": \"number\"", 1e300, "the number is too large"),
                arguments(number("\"min\": 1, \"max\": 3"), 0.5, "at least 1"),
                arguments(number("\"min\": 1, \"max\": 3"), 4, "at most 3"),
                arguments("\"type\": \"number\", \"decimalDigits\": 0", 3.5, "write a whole number"),
                arguments("\"type\": \"number\", \"decimalDigits\": 2", 3.555, "at most 2 digits after the point"),
                arguments(DATE, "2026-02-30", "there is no 30 February 2026"),
                arguments(DATE, new Date(0), "write a date"),
                arguments(DATE, "0026-06-12", "the year 26 cannot be right"),
                arguments(DATE, "12/06/0026", "the year 26 cannot be right"),
                arguments(DATE, "12/06/2201", "the year 2201 cannot be right"),
                arguments(TIME, "25:00", "write a time, for example 16:30"),
                arguments(TIME, "16:60", "write a time, for example 16:30"),
                arguments(TIME, "16:30 pm", "write a time, for example 16:30"),
                arguments(TIME, "16", "write a time, for example 16:30"),
                arguments(TIME, "in the evening", "write a time, for example 16:30"),
                arguments(TIME, 1630, "write a time"));
    }

    @Test
    void refusesADayInTheFutureOnlyWhereTheKeySaysThatItHappened() throws NotAnAnswer {
        var happened = keyed("sentOn", DATE);
        var planned = keyed("newDate", DATE);

        assertThat(happened.answer("2026-06-12", Map.of(), FRI_2026_06_12)).isEqualTo(FRI_2026_06_12);
        assertThat(planned.answer("2026-06-13", Map.of(), FRI_2026_06_12)).isEqualTo(LocalDate.of(2026, 6, 13));
        assertThatThrownBy(() -> happened.answer("2026-06-13", Map.of(), FRI_2026_06_12)).isInstanceOf(NotAnAnswer.class)
                .hasMessage("is in the future");
    }

    @ParameterizedTest
    @MethodSource
    void letsAFieldThatOnlyShowsComeBackAsItWas(String settings, Object given, Object current, Object shown) throws NotAnAnswer {
        var field = only(settings + ", \"readonly\": true");

        assertThat(field.unchanged(given, current)).isEqualTo(shown);
    }

    static Stream<Arguments> letsAFieldThatOnlyShowsComeBackAsItWas() {
        return Stream.of(
                arguments("\"type\": \"number\"", 3, 3, 3),
                arguments("\"type\": \"number\"", null, 3, 3),
                arguments("\"type\": \"textfield\"", "", null, null),
                arguments("\"type\": \"checkbox\"", false, null, null),
                arguments(CHOICE, "email", "email", "email"),
                arguments(DATE, "2026-06-12", "2026-06-12", FRI_2026_06_12),
                arguments(DATE, "12/06/2026", "2026-06-12", FRI_2026_06_12),
                arguments(DATE, "", new Date(0), null),
                arguments(DATE, "soon", "soon", null),
                arguments(TIME, "16:30", "16:30", LocalTime.of(16, 30)));
    }

    @Test
    void refusesAnotherValueOfAFieldThatOnlyShows() {
        var field = only("\"type\": \"number\", \"readonly\": true");

        assertThatThrownBy(() -> field.unchanged(4, 3)).isInstanceOf(NotAnAnswer.class).hasMessage("cannot be changed");
        assertThatThrownBy(() -> only(DATE + ", \"readonly\": true").unchanged("13/06/2026", "2026-06-12")).isInstanceOf(NotAnAnswer.class);
        assertThatThrownBy(() -> field.unchanged(4, null)).isInstanceOf(NotAnAnswer.class).hasMessage("cannot be changed");
    }

    @ParameterizedTest
    @MethodSource
    void saysAnAnswerInWords(String settings, Object answer, String words) {
        var field = only(settings);

        assertThat(field.words(answer, field.options())).isEqualTo(words);
    }

    static Stream<Arguments> saysAnAnswerInWords() {
        return Stream.of(
                arguments("\"type\": \"checkbox\"", true, "Yes"),
                arguments("\"type\": \"checkbox\"", false, "No"),
                arguments(CHOICE, "email", "E-mail"),
                arguments(DATE, FRI_2026_06_12, "Fri 12 Jun 2026"),
                arguments(TIME, LocalTime.of(9, 5), "09:05"),
                arguments("\"type\": \"number\"", 3L, "3"),
                arguments("\"type\": \"number\"", 1000L, "1,000"),
                arguments("\"type\": \"number\"", 1234567.5, "1,234,567.50"),
                arguments("\"type\": \"number\", \"decimalDigits\": 3", 0.125, "0.125"),
                arguments("\"type\": \"textfield\"", " as written ", " as written "),
                arguments("\"type\": \"textfield\"", null, null));
    }

    @Test
    void readsOptionsThatTheProcessGives() {
        var people = Spin.JSON("[{\"label\": \"Manager\", \"value\": \"kent-manager\"}, {\"value\": 3}, \"plain\"]");

        assertThat(Options.read(people)).containsExactly(Map.entry("kent-manager", "Manager"), Map.entry("3", "3"), Map.entry("plain", "plain"));
        assertThat(Options.read(null)).isEmpty();
        assertThat(Options.read("people")).isEmpty();
    }

    @Test
    void leavesWhatIsNoPlainValueClosed() {
        var field = only("\"type\": \"textfield\"");
        var object = Variables.serializedObjectValue("{}").objectTypeName("java.util.HashMap").serializationDataFormat("application/json").create();

        var sent = Sent.plain(Variables.createVariables().putValueTyped("x", object).putValue("y", Map.of()).putValue("z", "text"));

        assertThat(sent.get("z")).isEqualTo("text");
        assertThatThrownBy(() -> field.answer(sent.get("x"), Map.of(), FRI_2026_06_12)).isInstanceOf(NotAnAnswer.class);
        assertThatThrownBy(() -> field.answer(sent.get("y"), Map.of(), FRI_2026_06_12)).isInstanceOf(NotAnAnswer.class);
    }

    private static Field keyed(String key, String settings) {
        return FormReader.read("{\"id\": \"f\", \"components\": [{\"key\": \"" + key + "\", " + settings + "}]}").fields().get(0);
    }

    private static String text(String rule, Object value) {
        return "\"type\": \"textfield\", \"validate\": {\"" + rule + "\": " + value + "}";
    }

    private static String number(String rules) {
        return "\"type\": \"number\", \"validate\": {" + rules + "}";
    }

    private static String required(String settings) {
        return settings + ", \"validate\": {\"required\": true}";
    }
}
