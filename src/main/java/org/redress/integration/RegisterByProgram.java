package org.redress.integration;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.net.URI;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;
import org.camunda.bpm.engine.FormService;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.RepositoryService;
import org.jspecify.annotations.Nullable;
import org.redress.casefile.Submissions;
import org.redress.gate.AnswersRefused;
import org.redress.gate.AskedBack;
import org.redress.gate.AtTheSameMoment;
import org.redress.identity.Reader;
import org.redress.integration.Problems.Problem;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;

/** A complaint that came in somewhere else, such as an online form, goes through the same gate as the form in Tasklist; sent twice with one key it is registered once (CORP-11, ACC-02). */
@RestController
@ConditionalOnWebApplication
@ConditionalOnProperty("redress.api.enabled")
class RegisterByProgram {
    private static final String PROCESS = "complaint";
    private static final String KEY = "[A-Za-z0-9-]{16,64}";

    private final Reader reader;
    private final FormService forms;
    private final RepositoryService repository;
    private final Submissions submissions;
    private final TransactionTemplate transaction;

    RegisterByProgram(Reader reader, FormService forms, RepositoryService repository, Submissions submissions, TransactionTemplate transaction) {
        this.reader = reader;
        this.forms = forms;
        this.repository = repository;
        this.submissions = submissions;
        this.transaction = transaction;
    }

    /**
     * A complaint as it came in; what the form in Tasklist asks, under the same names.
     *
     * @param confirmed codes of questions that were asked back and are answered with yes
     */
    record NewComplaint(
            @Schema(requiredMode = Schema.RequiredMode.REQUIRED) @Nullable LocalDate receivedOn,
            @Nullable LocalTime receivedTime,
            @Schema(requiredMode = Schema.RequiredMode.REQUIRED, allowableValues = {"letter", "email", "phone", "in-person", "online", "third-party"}) @Nullable String channel,
            @Schema(requiredMode = Schema.RequiredMode.REQUIRED, description = "Who complains, by name or as the council calls them") @Nullable String complainant,
            @Schema(description = "How they are reached: postal address with its postcode, e-mail, telephone, one a line; letters go there") @Nullable String contact,
            @Schema(requiredMode = Schema.RequiredMode.REQUIRED,
                    allowableValues = {"child", "parent", "parental-responsibility", "foster-carer", "care-leaver", "other-person", "resident"}) @Nullable String complainantRole,
            @Schema(allowableValues = {"adult-care", "public-health"}) @Nullable String careService,
            @Schema(description = "Other people in the matter, each as name – role") @Nullable List<String> otherPeople,
            @Schema(requiredMode = Schema.RequiredMode.REQUIRED) @Nullable String complaintText,
            @Nullable String outcomeWanted,
            @Nullable List<String> confirmed) {}

    /** A complaint that is registered. */
    record Registered(String reference) {}

    @Operation(summary = "Register a complaint", description = "Needs the scope complaints:write. The same key with the same complaint answers with the case that it made before.")
    @ApiResponse(responseCode = "201", description = "Registered")
    @ApiResponse(responseCode = "200", description = "Registered before, with the same key")
    @ApiResponse(responseCode = "409", description = "The key was used for another complaint, or a case like this one is here already and has to be confirmed")
    @ApiResponse(responseCode = "422", description = "Something is missing or is no answer")
    @PostMapping(Api.PATH + "/complaints")
    ResponseEntity<Registered> register(@RequestHeader("Idempotency-Key") String key, @RequestBody NewComplaint complaint) {
        var council = Api.council(reader);
        var person = reader.user().orElseThrow();
        if (!key.matches(KEY)) {
            throw new Problem(HttpStatus.BAD_REQUEST, "An Idempotency-Key has 16 to 64 letters, digits and hyphens, made at random for each complaint.");
        }
        var before = Objects.requireNonNull(transaction.execute(status -> submissions.of(council, person, key)));
        try {
            var started = forms.submitStartForm(repository.createProcessDefinitionQuery().processDefinitionKey(PROCESS).latestVersion().singleResult().getId(), answers(complaint, key));
            var registered = new Registered(Objects.requireNonNull(started.getBusinessKey()));
            return before.isPresent() ? ResponseEntity.ok(registered) : ResponseEntity.created(URI.create(Api.PATH + "/cases/" + registered.reference())).body(registered);
        } catch (AskedBack asked) {
            throw askedBack(asked);
        } catch (AtTheSameMoment again) {
            throw new Problem(HttpStatus.CONFLICT, "This complaint is being registered at this moment. Send it again with the same key.");
        } catch (AnswersRefused refused) {
            throw refused(refused, before);
        } catch (ProcessEngineException e) {
            if (e.getCause() instanceof AskedBack asked) {
                throw askedBack(asked);
            }
            if (e.getCause() instanceof AnswersRefused refused) {
                throw refused(refused, before);
            }
            throw e;
        }
    }

    private static RuntimeException refused(AnswersRefused refused, Optional<Submissions.Made> before) {
        return before.isPresent() ? new Problem(HttpStatus.CONFLICT, "This Idempotency-Key was used for another complaint. Make a new key for what is different.") : refused;
    }

    /** What looks like it is named by its number only. */
    private static Problem askedBack(AskedBack asked) {
        var codes = new TreeSet<String>();
        var cases = new TreeSet<String>();
        asked.questions().forEach(question -> {
            codes.add(question.code());
            if (question.about() != null) {
                cases.add(question.about());
            }
        });
        return new Problem(HttpStatus.CONFLICT, "This may be here already. If it is not, send it again with these codes as \"confirmed\".",
                Map.of("confirm", List.copyOf(codes), "cases", List.copyOf(cases)));
    }

    private static Map<String, Object> answers(NewComplaint complaint, String key) {
        var answers = new HashMap<String, Object>();
        put(answers, "receivedOn", complaint.receivedOn());
        put(answers, "receivedTime", complaint.receivedTime());
        put(answers, "channel", complaint.channel());
        put(answers, "complainant", complaint.complainant());
        put(answers, "contact", complaint.contact());
        put(answers, "complainantRole", complaint.complainantRole());
        put(answers, "careService", complaint.careService());
        put(answers, "complaintText", complaint.complaintText());
        put(answers, "outcomeWanted", complaint.outcomeWanted());
        if (complaint.otherPeople() != null && !complaint.otherPeople().isEmpty()) {
            answers.put("otherPeople", String.join("\n", complaint.otherPeople()));
        }
        if (complaint.confirmed() != null && !complaint.confirmed().isEmpty()) {
            answers.put("confirmed", String.join(",", complaint.confirmed()));
        }
        answers.put("submissionKey", key);
        return answers;
    }

    private static void put(Map<String, Object> answers, String key, @Nullable Object value) {
        if (value != null) {
            answers.put(key, value.toString());
        }
    }
}
