package org.redress.complaint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.redress.calendar.Day;
import org.redress.casefile.CaseFiles;
import org.redress.council.OwnProcedure;
import org.redress.decision.TableRefused;
import org.redress.decision.Tables;
import org.redress.gate.AnswersRefused;
import org.redress.testing.Answers;
import org.redress.testing.Casework;
import org.redress.testing.Office;
import org.redress.testing.ProductTest;
import org.springframework.beans.factory.annotation.Autowired;

/** Which procedure a complaint follows: by subject and person, and by what the council had at the moment of receipt, for as long as it lasts. */
@ProductTest
class ProcedureTests {
    private static final LocalDate TUE_2026_03_31 = LocalDate.of(2026, 3, 31);
    private static final LocalDate MON_2026_06_01 = LocalDate.of(2026, 6, 1);

    @Autowired
    private Office office;

    @Autowired
    private Casework casework;

    @Autowired
    private CaseFiles cases;

    @Autowired
    private Tables tables;

    @Autowired
    private OwnProcedure ownProcedure;

    @ParameterizedTest
    @CsvSource(textBlock = """
            kent,           Fri 2019-08-09, 09:00, kent-one-stage
            kent,           Tue 2019-12-31, 23:59, kent-one-stage
            kent,           Wed 2020-01-01, 00:00, kent-two-stage
            kent,           Mon 2021-11-01, 09:00, kent-two-stage
            kent,           Wed 2025-06-04, 09:00, kent-two-stage
            kent,           Tue 2026-03-31, 23:59, kent-two-stage
            kent,           Wed 2026-04-01, 00:00, code
            leicestershire, Mon 2020-10-12, 09:00, general
            leicestershire, Tue 2026-03-31, 23:59, general
            leicestershire, Wed 2026-04-01, 00:00, code
            cheshire-east,  Thu 2018-08-02, 09:00, general
            cambridgeshire, Tue 2023-08-29, 09:00, three-stage
            cambridgeshire, Fri 2026-01-16, 16:59, three-stage
            cambridgeshire, Fri 2026-01-16, 17:00, code
            cambridgeshire, Wed 2026-04-01, 09:00, code
            """)
    void dependsOnTheCouncilAndTheMomentOfReceipt(String council, String received, String at, String procedure) {
        var day = Day.day(received);
        office.at(day.atTime(23, 59));

        var reference = casework.accepted(council, Map.of("receivedTime", at), Map.of());

        assertThat(cases.get(reference).procedure()).isEqualTo(procedure);
        assertThat(cases.get(reference).stage()).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource(nullValues = "-", textBlock = """
            child-in-need,         child,                   -,   statutory
            care-and-supervision,  parent,                  -,   statutory
            adoption,              parental-responsibility, -,   statutory
            special-guardianship,  foster-carer,            -,   statutory
            child-in-need,         care-leaver,             -,   statutory
            child-in-need,         other-person,            yes, statutory
            child-in-need,         other-person,            no,  code
            child-in-need,         resident,                -,   code
            child-protection,      parent,                  -,   code
            child-protection,      other-person,            yes, code
            other-service,         parent,                  -,   code
            """)
    void isStatutoryForAQualifyingFunctionAndPersonOnly(String subject, String role, String interest, String procedure) {
        office.on(MON_2026_06_01);
        var assessment = new HashMap<String, Object>(Map.of("subject", subject));
        assessment.put("sufficientInterest", interest);

        var reference = casework.accepted("kent", Map.of("complainantRole", role), assessment);

        assertThat(cases.get(reference).procedure()).isEqualTo(procedure);
    }

    @Test
    void isStatutoryForChildProtectionIfTheCouncilChoosesSo() {
        office.on(MON_2026_06_01);

        var reference = casework.accepted("cheshire-east", Map.of("complainantRole", "parent"),
                Map.of("subject", "child-protection", "voluntaryStatutory", true));

        assertThat(cases.get(reference).procedure()).isEqualTo("statutory");
    }

    @Test
    void staysTheSameForLife() {
        office.on(TUE_2026_03_31);
        var reference = casework.accepted("kent");
        office.on(MON_2026_06_01);
        casework.respond(reference, "kent-manager");
        casework.wish(reference, "next-stage");
        office.complete(reference, "Acknowledge complaint", Answers.acknowledge(MON_2026_06_01));

        assertThat(cases.get(reference).procedure()).isEqualTo("kent-two-stage");
        assertThat(cases.get(reference).stage()).isEqualTo(2);
        assertThat(office.deadline(reference, "acknowledgement").allowance()).isEqualTo("3 working days");
        assertThat(office.deadline(reference, "response").clause()).startsWith("Kent, Assistant Director");
    }

    @Test
    void stopsWithASentenceForAComplaintOfATimeOfWhichNothingIsKnown() {
        assertThatThrownBy(() -> ownProcedure.of("leicestershire", "corporate", "2014-12-31T23:59:00")).isInstanceOf(TableRefused.class)
                .hasMessage("Leicestershire County Council has no procedure for complaints of the kind Corporate that were received on Wed 31 Dec 2014;"
                        + " an administrator adds it on the page Councils. Nothing was saved.");
        assertThat(ownProcedure.of("leicestershire", "corporate", "2015-01-01T00:00:00")).isEqualTo("general");
    }

    @Test
    void stopsWithASentenceForAProcedureThatTheLawDoesNotKnowForTheKind() {
        assertThatThrownBy(() -> tables.rows("procedure", null, Map.of("complaintKind", "children", "ownProcedure", "code"))).isInstanceOf(TableRefused.class)
                .hasMessageContaining("has no row for").hasMessageContaining("children");
    }

    @Test
    void takesNoComplaintOfAYearWithoutKnownBankHolidays() {
        office.at(LocalDateTime.of(2014, 12, 31, 9, 30));

        assertThatThrownBy(() -> office.receive("leicestershire", Map.of())).isInstanceOf(AnswersRefused.class)
                .hasMessageContaining("2014");
    }
}
