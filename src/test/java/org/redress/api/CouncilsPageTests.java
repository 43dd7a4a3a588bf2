package org.redress.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.redress.council.Councils;
import org.redress.testing.Answers;
import org.redress.testing.Office;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

/** The page on which an administrator adds and changes councils, without a restart; nobody else reaches it. */
@HttpTest
class CouncilsPageTests {
    private static final String PAGE = "/redress/councils";

    @Autowired
    private Browsers browsers;

    @Autowired
    private Councils councils;

    @Autowired
    private JdbcTemplate database;

    @Test
    void addsACouncilWhosePeopleWorkAtOnce() {
        var admin = browsers.signedIn("admin");

        var added = admin.submit(PAGE + "/new", form("rutland", Map.of("procedures.1.procedure", "children/statutory", "procedures.1.from", "2015-01-01",
                "services.2.code", "highways", "services.2.name", "Highways")));

        assertThat(added.statusCode()).isEqualTo(303);
        assertThat(added.headers().firstValue("Location")).contains(PAGE + "/of/rutland?said=added");
        assertThat(admin.get(PAGE + "/of/rutland?said=added").body()).contains("Added. People can now be added").contains("value=\"RUTLAND\"").contains("value=\"highways\"");
        assertThat(database.queryForList("select distinct who from audit where table_name = 'council' and row_id = (select id from council where tenant = 'rutland')", String.class))
                .containsExactly("admin");

        var account = Map.of("profile", Map.of("id", "rutland-clerk", "firstName", "Rutland", "lastName", "Clerk", "email", ""), "credentials", Map.of("password", Office.PASSWORD));
        assertThat(List.of(admin.post("/user/create", account), admin.put("/group/complaints-team/members/rutland-clerk", Map.of()),
                admin.put("/tenant/rutland/user-members/rutland-clerk", Map.of()))).allMatch(answer -> answer.statusCode() == 204);
        var started = browsers.signedIn("rutland-clerk").start("complaint", Answers.complaint(LocalDate.now(java.time.ZoneId.of("Europe/London")), Map.of()));

        assertThat(started.statusCode()).as(started.body()).isEqualTo(200);
        assertThat(Browsers.json(started).path("businessKey").asText()).startsWith("RUTLAND-");
        assertThat(admin.get(PAGE + "/of/rutland").body()).contains("readonly").contains("It stays: letters have gone out with it.");
        var changed = fields(admin.get(PAGE + "/of/rutland").body());
        changed.put("prefix", "RUT");
        assertThat(admin.submit(PAGE + "/of/rutland", changed).body()).contains("RUTLAND stays: letters have gone out with it.");
        assertThat(admin.submit(PAGE + "/of/rutland/remove", Map.of()).body()).contains("Rutland Council has cases, so it stays.", "1 person belongs to Rutland Council");
    }

    @Test
    void changesAndRemovesACouncilThatWasAddedByMistake() {
        var admin = browsers.signedIn("admin");
        admin.submit(PAGE + "/new", form("borset", Map.of()));
        var shown = fields(admin.get(PAGE + "/of/borset").body());
        shown.put("telephone", "0300 061 0614");
        shown.put("procedures.1.procedure", "corporate/three-stage");
        shown.put("procedures.1.from", "2030-04-01");
        shown.put("procedures.1.time", "17:00");

        assertThat(admin.submit(PAGE + "/of/borset", shown).headers().firstValue("Location")).contains(PAGE + "/of/borset?said=changed");
        assertThat(admin.submit(PAGE + "/of/borset", shown).headers().firstValue("Location")).contains(PAGE + "/of/borset?said=unchanged");
        var later = new HashMap<>(shown);
        later.put("telephone", "0300 061 0615");
        assertThat(admin.submit(PAGE + "/of/borset", later).body()).contains("Somebody else has changed it meanwhile");
        assertThat(admin.get(PAGE + "/of/borset").body()).contains("value=\"0300 061 0614\"", "value=\"01/04/2030\"", "value=\"17:00\"");

        assertThat(admin.submit(PAGE + "/of/borset/remove", Map.of()).statusCode()).isEqualTo(303);
        assertThat(councils.find("borset")).isEmpty();
        assertThat(admin.get(PAGE + "/of/borset").statusCode()).isEqualTo(404);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            prefix                 | KENT                 | prefix                 | KENT is the prefix of Kent County Council; choose another one.
            prefix                 | kent 2               | prefix                 | Write capital letters
            id                     | kent                 | id                     | There is a council kent already.
            id                     | ../kent              | id                     | Write small letters, digits and hyphens
            name                   | ''                   | name                   | Write the name.
            web                    | javascript:alert(1)  | web                    | Write an address that begins with https://.
            calendar               | scotland             | calendar               | There is no calendar scotland
            procedures.0.procedure | corporate/five-stage | procedures.0.procedure | The deployed tables know no procedure five-stage
            procedures.0.procedure | ''                   | procedures.0.procedure | Choose the procedure that begins then, or clear the day.
            procedures.0.from      | ''                   | procedures.0.from      | Say from which day of receipt on.
            procedures.0.from      | 31/02/2026           | procedures.0.from      | Write the day as 01/04/2026
            services.1.code        | high ways            | services.1.code        | Write small letters, digits and hyphens
            """)
    void saysBesideTheFieldWhatIsWrongAndKeepsWhatWasTyped(String field, String typed, String place, String sentence) {
        var answer = browsers.signedIn("admin").submit(PAGE + "/new", form("borset", Map.of(field, typed)));

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("Not taken. Nothing was changed:").contains("<a href=\"#" + place + "\">" + sentence)
                .contains("<p class=\"wrong\" id=\"" + place + "-wrong\">" + sentence).containsPattern("aria-describedby=\"[^\"]*" + place.replace(".", "\\.") + "-wrong\" aria-invalid=\"true\"");
        assertThat(fields(answer.body())).containsEntry(field.equals("email") ? "name" : "email", "complaints@example.gov.uk");
        assertThat(councils.find("borset")).isEmpty();
    }

    @Test
    void showsWhatWasTypedAsText() {
        var answer = browsers.signedIn("admin").submit(PAGE + "/new", form("borset", Map.of("name", "\"><script>alert(1)</script>", "prefix", "1", "address", "</textarea><b>")));

        assertThat(answer.body()).contains("&lt;script&gt;", "&lt;/textarea&gt;").doesNotContain("<script", "<b>");
    }

    @ParameterizedTest
    @ValueSource(strings = {"kent-officer", "kent-supervisor", "process-owner", "ombudsman-manager"})
    void isForAdministrators(String user) {
        var browser = browsers.signedIn(user);

        for (var page : List.of(PAGE, PAGE + "/new", PAGE + "/of/kent", PAGE + "/of/kent/remove")) {
            var answer = browser.get(page);
            assertThat(answer.statusCode()).isEqualTo(403);
            assertThat(answer.body()).contains("Administrators keep the councils.").doesNotContain("KENT");
        }
        var token = browser.get("/sign-out").body();
        for (var page : List.of(PAGE + "/new", PAGE + "/of/kent", PAGE + "/of/kent/remove")) {
            assertThat(browser.send(browser.form(page, token, form("borset", Map.of()))).statusCode()).isEqualTo(403);
        }
        assertThat(councils.find("borset")).isEmpty();
    }

    @Test
    void standsInTheMenuOfAdministratorsAlone() {
        assertThat(browsers.signedIn("admin").get("/camunda/app/admin/default/").body()).contains("<a href=\"/redress/councils\" target=\"_self\">Councils</a>");
        assertThat(browsers.signedIn("kent-supervisor").get("/camunda/app/cockpit/default/").body()).doesNotContain("/redress/councils");
    }

    @Test
    void takesNothingWithoutThePagesToken() {
        var admin = browsers.signedIn("admin");

        assertThat(admin.send(admin.form(PAGE + "/new", "", form("borset", Map.of()))).statusCode()).isEqualTo(403);
        assertThat(councils.find("borset")).isEmpty();
    }

    private static Map<String, String> form(String id, Map<String, String> different) {
        var form = new HashMap<>(Map.of("id", id, "name", id.substring(0, 1).toUpperCase(java.util.Locale.ROOT) + id.substring(1) + " Council",
                "prefix", id.toUpperCase(java.util.Locale.ROOT), "email", "complaints@example.gov.uk", "address", "1 High Street\r\nOakham",
                "procedures.0.procedure", "corporate/code", "procedures.0.from", "2015-01-01", "services.1.code", "housing", "services.1.name", "Housing"));
        form.putAll(different);
        return form;
    }

    /** What the fields of a page hold. */
    private static Map<String, String> fields(String page) {
        var fields = new HashMap<String, String>();
        java.util.regex.Pattern.compile("<input (?:type=\"hidden\" |id=\"[^\"]*\" )name=\"([^\"]*)\" value=\"([^\"]*)\"").matcher(page).results()
                .filter(field -> !field.group(1).equals("_csrf")).forEach(field -> fields.put(field.group(1), field.group(2)));
        java.util.regex.Pattern.compile("<select id=\"[^\"]*\" name=\"([^\"]*)\".*?</select>", java.util.regex.Pattern.DOTALL).matcher(page).results().forEach(select ->
                java.util.regex.Pattern.compile("<option value=\"([^\"]*)\" selected").matcher(select.group()).results().forEach(option -> fields.put(select.group(1), option.group(1))));
        return fields;
    }
}
