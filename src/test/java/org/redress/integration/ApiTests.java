package org.redress.integration;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.redress.api.Browsers;
import org.redress.api.HttpTest;
import org.redress.casefile.Parties;
import org.redress.casefile.PartyView;
import org.redress.identity.ApiTokens;
import org.redress.identity.TokenScope;
import org.redress.testing.Office;
import org.redress.testing.OmbudsmanAnswers;
import org.redress.testing.OmbudsmanCasework;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.JdbcTemplate;

/** What programs may do with a token that has the scope for it, as the account of the token, and what they are told when they may not (RFC 9457, DAT-01). */
@HttpTest
class ApiTests {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String API = "/redress/api/v1";

    @Autowired
    private ApiTokens tokens;

    @Autowired
    private Parties parties;

    @Autowired
    private Office office;

    @Autowired
    private OmbudsmanCasework ombudsmans;

    @Autowired
    private Browsers browsers;

    @Autowired
    private JdbcTemplate database;

    @Value("${local.server.port}")
    private int port;

    private final HttpClient client = HttpClient.newHttpClient();

    @Test
    void registersAComplaintOnceForEachKey() throws Exception {
        var token = token("kent-officer", TokenScope.COMPLAINTS_WRITE);
        var key = UUID.randomUUID().toString();
        var complaint = complaint("The library at the harbour shuts at noon, " + key);

        var first = post(token, key, complaint);
        var again = post(token, key, complaint);

        assertThat(first.statusCode()).as(first.body()).isEqualTo(201);
        var reference = JSON.readTree(first.body()).get("reference").asText();
        assertThat(first.headers().firstValue("Location")).contains(API + "/cases/" + reference);
        assertThat(office.openTasks(reference)).containsExactly("Acknowledge complaint");
        assertThat(parties.find(reference, 1)).map(PartyView::contact).contains("By post: 12 Mill Lane, Maidstone ME14 1XX");
        assertThat(again.statusCode()).isEqualTo(200);
        assertThat(JSON.readTree(again.body()).get("reference").asText()).isEqualTo(reference);

        var other = post(token, key, complaint("Something else, " + key));
        assertThat(problem(other, 409).get("detail").asText()).contains("was used for another complaint");
        assertThat(problem(post(token, UUID.randomUUID().toString(), complaint), 409).get("confirm").toString()).as("the same once more, with another key").contains("sent-again");
        var like = new HashMap<>(complaint);
        like.put("complaintText", "The reading room by the quay is cold.");
        var next = UUID.randomUUID().toString();
        var asked = problem(post(token, next, like), 409);
        assertThat(asked.get("cases").toString()).contains(reference);
        assertThat(asked.toString()).contains("same-matter").doesNotContain(complaint.get("complainant").toString());
        like.put("confirmed", JSON.convertValue(asked.get("confirm"), List.class));
        assertThat(post(token, next, like).statusCode()).isEqualTo(201);
        assertThat(problem(post(token, "short", complaint), 400).get("detail").asText()).contains("16 to 64");
        assertThat(problem(send(token, request("/complaints").header("Content-Type", "application/json").POST(BodyPublishers.ofString(JSON.writeValueAsString(complaint)))), 400).get("detail").asText())
                .contains("Idempotency-Key");
        var wrong = new HashMap<>(complaint);
        wrong.put("channel", "pigeon");
        wrong.remove("complainant");
        assertThat(problem(post(token, UUID.randomUUID().toString(), wrong), 422).get("errors")).hasSize(2);
        assertThat(problem(send(token, request("/complaints").header("Idempotency-Key", key).header("Content-Type", "application/json").POST(BodyPublishers.ofString("{\"receivedOn\": \"Ms Q\"}"))), 400).toString()).doesNotContain("Ms Q");
    }

    @Test
    void readsACaseAndListsDeadlinesAsTheAccountMay() throws Exception {
        var reference = JSON.readTree(post(token("kent-officer", TokenScope.COMPLAINTS_WRITE), UUID.randomUUID().toString(), complaint("The pavement by the old mill is broken, " + UUID.randomUUID())).body())
                .get("reference").asText();
        var reading = token("kent-supervisor", TokenScope.CASES_READ, TokenScope.DEADLINES_READ);

        var file = JSON.readTree(get(reading, "/cases/" + reference).body());
        assertThat(file.get("status").asText()).isEqualTo("Open");
        assertThat(file.get("people").get(0).get("name").asText()).startsWith("Ms ");
        assertThat(file.get("deadlines").get(0).get("kind").asText()).isEqualTo("acknowledgement");
        assertThat(database.queryForObject("select count(*) from audit where reference = ? and operation = 'open' and who = 'kent-supervisor' and task = 'api v1'", Integer.class, reference)).isEqualTo(1);

        var listed = StreamSupport.stream(all(reading).spliterator(), false).filter(owed -> owed.get("reference").asText().equals(reference)).toList();
        assertThat(listed).hasSize(1);
        assertThat(listed.get(0).get("kind").asText()).isEqualTo("acknowledgement");
        assertThat(get(reading, "/deadlines?dueBy=2000-01-01").body()).doesNotContain(reference);

        var stranger = token("leicestershire-supervisor", TokenScope.CASES_READ, TokenScope.DEADLINES_READ);
        var hidden = problem(get(stranger, "/cases/" + reference), 404).get("detail").asText();
        assertThat(hidden).isEqualTo(problem(get(stranger, "/cases/KENT-1999-00001"), 404).get("detail").asText());
        assertThat(database.queryForObject("select count(*) from audit where reference = ? and operation = 'refuse' and who = 'leicestershire-supervisor' and task = 'api v1'", Integer.class, reference)).isEqualTo(1);
        assertThat(all(stranger).toString()).doesNotContain(reference);
        assertThat(problem(get(token("kent-approver", TokenScope.CASES_READ), "/cases/" + reference), 404).get("detail").asText()).as("no part in it").isEqualTo(hidden);
    }

    @Test
    void listsTheOmbudsmansDraftAndTheCommentsOnItForThoseAloneWhoReadSuchDrafts() throws Exception {
        var reference = ombudsmans.letter("kent", "draft-decision", Map.of());
        office.complete(reference, "Comment on draft", OmbudsmanAnswers.councilComments(office.today(), "The date is wrong"));
        office.signOut();

        var supervisors = JSON.readTree(get(token("kent-supervisor", TokenScope.CASES_READ), "/cases/" + reference).body());
        var linkOfficers = JSON.readTree(get(token("kent-link-officer", TokenScope.CASES_READ), "/cases/" + reference).body());

        assertThat(supervisors.get("letters").findValuesAsText("kind")).doesNotContain("draft-decision", "draft-comments");
        assertThat(linkOfficers.get("letters").findValuesAsText("kind")).contains("draft-decision", "draft-comments");
    }

    @Test
    void addsAnAttachment() throws Exception {
        var reference = JSON.readTree(post(token("kent-officer", TokenScope.COMPLAINTS_WRITE), UUID.randomUUID().toString(), complaint("The lift at the market is stuck, " + UUID.randomUUID())).body())
                .get("reference").asText();
        var token = token("kent-officer", TokenScope.ATTACHMENTS_WRITE);
        var form = "--x\r\nContent-Disposition: form-data; name=\"kind\"\r\n\r\nevidence\r\n--x\r\nContent-Disposition: form-data; name=\"file\"; filename=\"note.txt\"\r\nContent-Type: text/plain\r\n\r\nIt is stuck.\r\n--x--\r\n";

        var added = send(token, request("/cases/" + reference + "/attachments").header("Content-Type", "multipart/form-data; boundary=x").POST(BodyPublishers.ofString(form)));

        assertThat(added.statusCode()).as(added.body()).isEqualTo(201);
        assertThat(JSON.readTree(added.body()).get("number").asInt()).isEqualTo(1);
        problem(send(token, request("/cases/KENT-1999-00001/attachments").header("Content-Type", "multipart/form-data; boundary=x").POST(BodyPublishers.ofString(form))), 404);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "POST | /redress/api/v1/complaints                          | cases:read",
        "GET  | /redress/api/v1/cases/KENT-1999-00001               | complaints:write",
        "GET  | /redress/api/v1/deadlines                           | cases:read attachments:write",
        "POST | /redress/api/v1/cases/KENT-1999-00001/attachments   | cases:read",
        "GET  | /redress/api/v1/anything                            | cases:read",
        "GET  | /redress/api/v1/deadlines                           | ''",
        "GET  | /redress/api/cases/KENT-1999-00001                  | cases:read",
    })
    void isGoodForItsScopesAndNothingElse(String method, String path, String scopes) throws Exception {
        var token = tokens.make("kent-officer", "a program", LocalDate.now().plusDays(1), TokenScope.read(scopes));

        var answer = send(token, HttpRequest.newBuilder(URI.create("http://localhost:" + port + path)).method(method, BodyPublishers.noBody()));

        assertThat(answer.statusCode()).isEqualTo(403);
        if (path.startsWith(API)) {
            assertThat(problem(answer, 403).get("detail").asText()).isEqualTo("The token has not the scope for this.");
        }
    }

    @Test
    void isForProgramsWithATokenOnly() throws Exception {
        assertThat(problem(send("", request("/deadlines").GET()), 401).get("detail").asText()).isEqualTo("Sign in first.");
        assertThat(browsers.signedIn("kent-supervisor").get(API + "/deadlines").statusCode()).isEqualTo(403);
    }

    @Test
    void describesItselfToWhoeverIsSignedIn() throws Exception {
        assertThat(browsers.fresh().get(API + "/openapi", "application/json").statusCode()).isEqualTo(401);

        var description = JSON.readTree(get(token("kent-officer", TokenScope.CASES_READ), "/openapi").body());

        assertThat(description.get("openapi").asText()).startsWith("3.");
        assertThat(description.get("paths").fieldNames()).toIterable().containsExactlyInAnyOrder(API + "/complaints", API + "/cases/{reference}", API + "/cases/{reference}/attachments", API + "/deadlines");
        assertThat(description.get("components").get("securitySchemes").get("token").get("scheme").asText()).isEqualTo("bearer");
    }

    private List<JsonNode> all(String token) throws Exception {
        var found = new java.util.ArrayList<JsonNode>();
        for (long after = 0; after >= 0;) {
            var page = JSON.readTree(get(token, "/deadlines?after=" + after).body());
            page.get("deadlines").forEach(found::add);
            after = page.has("next") ? page.get("next").asLong() : -1;
        }
        return found;
    }

    private Map<String, Object> complaint(String text) {
        return Map.of("receivedOn", office.today().toString(), "channel", "online", "complainant", "Ms " + UUID.randomUUID().toString().substring(0, 8), "complainantRole", "resident", "complaintText", text, "contact", "By post: 12 Mill Lane, Maidstone ME14 1XX");
    }

    private String token(String account, TokenScope first, TokenScope... more) {
        return tokens.make(account, "a program", LocalDate.now().plusDays(1), Set.copyOf(EnumSet.of(first, more)));
    }

    private HttpResponse<String> post(String token, String key, Map<String, Object> body) throws IOException, InterruptedException {
        return send(token, request("/complaints").header("Idempotency-Key", key).header("Content-Type", "application/json").POST(BodyPublishers.ofString(JSON.writeValueAsString(body))));
    }

    private HttpResponse<String> get(String token, String path) throws IOException, InterruptedException {
        return send(token, request(path).GET());
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://localhost:" + port + API + path));
    }

    private HttpResponse<String> send(String token, HttpRequest.Builder request) throws IOException, InterruptedException {
        var asked = token.isEmpty() ? request : request.header("Authorization", "Bearer " + token);
        return client.send(asked.build(), BodyHandlers.ofString());
    }

    /** A problem as RFC 9457 has it. */
    private static JsonNode problem(HttpResponse<String> answer, int status) throws IOException {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith("application/problem+json");
        var problem = JSON.readTree(answer.body());
        assertThat(problem.get("status").asInt()).isEqualTo(status);
        assertThat(problem.has("title")).isTrue();
        return problem;
    }
}
