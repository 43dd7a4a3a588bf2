package org.redress.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Date;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.redress.api.Browsers;
import org.redress.api.HttpTest;
import org.redress.deadline.CalendarEnd;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.DefaultApplicationArguments;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.junit.jupiter.api.extension.ExtendWith;

/** A year before the bank holidays end, those who can add the next hear of it: in the log, in health and on their pages. */
@HttpTest
@ExtendWith(OutputCaptureExtension.class)
class CalendarWarningTests {
    private static final String SENTENCE = "The bank holidays are known to the end of 2028 only: a deadline in working days that reaches 2029 is refused."
            + " Add the bank holidays of 2029 to a file of your own and name it as redress.bank-holidays.";
    private static final String HEALTH = "/actuator/health";

    @Autowired private Browsers browsers;
    @Autowired private CalendarEnd end;

    @AfterEach
    void backToTheRealTime() {
        ClockUtil.reset();
    }

    @ParameterizedTest
    @CsvSource({"2027-12-30, false", "2027-12-31, true", "2028-06-01, true", "2030-01-01, true"})
    void beginsAYearBeforeTheEnd(LocalDate today, boolean warns) {
        on(today);

        assertThat(end.warning().isPresent()).isEqualTo(warns);
    }

    @Test
    void isOneLineInTheLogAtTheStart(CapturedOutput log) {
        end.run(new DefaultApplicationArguments());
        assertThat(log.getAll()).doesNotContain("bank holidays are known");

        on(LocalDate.of(2028, 1, 10));
        end.run(new DefaultApplicationArguments());

        assertThat(log.getAll().lines().filter(line -> line.contains("bank holidays are known"))).singleElement().asString()
                .contains(" WARN ").endsWith(SENTENCE);
    }

    @ParameterizedTest
    @CsvSource({"2026-06-01, UP", "2028-01-10, WARNING"})
    void isAPlaceOfItsOwnInHealthAndStopsNobodyFromAskingThisNode(LocalDate today, String calendar) {
        on(today);

        assertThat(browsers.fresh().get(HEALTH)).satisfies(answer -> {
            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(Browsers.json(answer).get("status").asText()).isEqualTo("UP");
        });
        assertThat(browsers.fresh().get(HEALTH + "/calendar")).satisfies(answer -> {
            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.body()).isEqualTo("{\"status\":\"" + calendar + "\"}");
        });
    }

    @ParameterizedTest
    @CsvSource({"kent-supervisor, cockpit, true", "kent-supervisor, tasklist, true", "admin, admin, true", "admin, welcome, true", "kent-officer, tasklist, false"})
    void standsOnThePagesOfSupervisorsAndAdministrators(String user, String app, boolean told) {
        var page = "/camunda/app/" + app + "/default/";
        assertThat(browsers.signedIn(user).get(page, "text/html").body()).contains("<body").doesNotContain("redress-warning");

        on(LocalDate.of(2028, 1, 10));
        var body = browsers.signedIn(user).get(page, "text/html").body();

        assertThat(body.contains("<p class=\"redress-warning\" role=\"status\">" + SENTENCE + "</p>")).isEqualTo(told);
        assertThat(browsers.signedIn(user).get("/redress/deadlines", "text/html").body().contains(SENTENCE)).as("also where days are looked at").isEqualTo(user.endsWith("-supervisor"));
        assertThat(browsers.fresh().get("/sign-in", "text/html").body()).doesNotContain("bank holidays");
    }

    private static void on(LocalDate day) {
        ClockUtil.setCurrentTime(Date.from(day.atTime(9, 30).atZone(ZoneId.of("Europe/London")).toInstant()));
    }
}
