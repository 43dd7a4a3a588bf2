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
import org.junit.jupiter.params.provider.MethodSource;
import org.redress.gate.Field.NotAnAnswer;

/** What counts as an answer to a field, and the sentence for what does not. */
class FieldTests {
    private static final LocalDate FRI_2026_06_12 = LocalDate.of(2026, 6, 12);
    private static final String CHOICE = "\"type\": \"select\", \"values\": [{\"label\": \"Letter\", \"value\": \"letter\"}, {\"label\": \"E-mail\", \"value\": \"email\"}]";
    private static final String DATE = "\"type\": \"datetime\", \"subtype\": \"date\"";
    private static final String TIME = "\"type\": \"datetime\", \"subtype\": \"time\"";

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
                arguments(text("maxLength", 3), "abc  \n", "abc  \n"),
                arguments(text("minLength", 3), "abc", "abc"),
                arguments(text("minLength", 3), "", null),
                arguments(text("pattern", "\"^[0-9]+$\""), "12", "12"),
                arguments(text("pattern", "\"^[0-9]+$\""), "", null),
                arguments(text("validationType", "\"email\""), "a.b@example.org", "a.b@example.org"),
                arguments(text("validationType", "\"phone\""), "+44 (0)20 7946 0000", "+44 (0)20 7946 0000"),
                arguments("\"type\": \"textarea\"", "two\nlines\t\r\n", "two\nlines\t\r\n"),
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
                arguments(DATE, "2026-06-13", LocalDate.of(2026, 6, 13)),
                arguments(DATE, "", null),
                arguments(TIME, "16:30", LocalTime.of(16, 30)));
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
                arguments(required(CHOICE), "", "an answer is needed"),
                arguments(required("\"type\": \"checkbox\""), false, "must be confirmed"),
                arguments(required(DATE), null, "an answer is needed"),
                arguments("\"type\": \"textfield\"", 3, "write text"),
                arguments("\"type\": \"textfield\"", new Object(), "write text"),
                arguments("\"type\": \"textfield\"", "a\u0000b", "control characters are not text"),
                arguments("\"type\": \"textfield\"", "a\u001bb", "control characters are not text"),
                arguments("\"type\": \"textfield\"", "a\u007fb", "control characters are not text"),
                arguments("\"type\": \"textfield\"", "a\u009b31mb", "control characters are not text"),
                arguments("\"type\": \"textfield\"", "half \ud83d", "control characters are not text"),
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
                arguments("\"type\": \"number\"", "3", "write a number"),
                arguments("\"type\": \"number\"", Double.NaN, "write a number"),
                arguments("\"type\": \"number\"", Double.NEGATIVE_INFINITY, "write a number"),
                arguments("\"type\": \"number\"", 1e300, "the number is too large"),
                arguments(number("\"min\": 1, \"max\": 3"), 0.5, "at least 1"),
                arguments(number("\"min\": 1, \"max\": 3"), 4, "at most 3"),
                arguments("\"type\": \"number\", \"decimalDigits\": 0", 3.5, "write a whole number"),
                arguments("\"type\": \"number\", \"decimalDigits\": 2", 3.555, "at most 2 digits after the point"),
                arguments(DATE, "12/06/2026", "write a date, for example 2026-02-03"),
                arguments(DATE, "2026-02-30", "write a date, for example 2026-02-03"),
                arguments(DATE, new Date(0), "write a date"),
                arguments(DATE, "0026-06-12", "the year 26 cannot be right"),
                arguments(DATE, "+12026-06-12", "the year 12026 cannot be right"),
                arguments(TIME, "25:00", "write a time, for example 16:30"),
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
                arguments(DATE, "", new Date(0), null),
                arguments(DATE, "soon", "soon", null),
                arguments(TIME, "16:30", "16:30", LocalTime.of(16, 30)));
    }

    @Test
    void refusesAnotherValueOfAFieldThatOnlyShows() {
        var field = only("\"type\": \"number\", \"readonly\": true");

        assertThatThrownBy(() -> field.unchanged(4, 3)).isInstanceOf(NotAnAnswer.class).hasMessage("cannot be changed");
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
