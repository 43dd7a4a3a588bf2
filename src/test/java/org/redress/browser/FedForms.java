package org.redress.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.camunda.bpm.engine.FormService;
import org.redress.gate.AnswersRefused;
import org.redress.gate.AskedBack;
import org.springframework.transaction.support.TransactionTemplate;

/** The form service as seen by people who write payloads into every field for text; it keeps count of the fields. */
final class FedForms {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Path FOLDER = Path.of("forms");
    private static final Set<String> FOR_TEXT = Set.of("textfield", "textarea");

    /** Fields of which the product reads references, numbers, a period or colleagues: payloads are turned down there, and then come the right answers. */
    private static final Set<String> READ = Set.of("caseReference", "ombudsmanReference", "councilReference", "within", "excludedIssues",
            "affectedIssues", "refusedIssues", "earlierReference", "otherReference", "requestReference", "otherCaseReference", "period", "issue", "otherIssue", "otherIssues", "onlyIssues", "findingCode", "readers", "about", "takenOut", "areas");

    /**
     * Fields of steps that need what this walk has not: a file of a person in several cases, a channel by which letters leave, an approved letter that is given back, a version in Easy Read. BundleTests, SendingTests,
     * ApprovedLettersTests and EasyReadTests write into them.
     */
    private static final Set<String> ELSEWHERE = Set.of("disclosure.heldAbout", "disclosure.heldIn", "see-to-letter.nowWhatNote", "check-disclosure.looked", "draft-response.easyReadText", "send-adjudication.giveBackReason",
            "send-draft.giveBackReason", "send-panel-answer.giveBackReason", "send-response.giveBackReason");
    private static final String COPY = "prepare-publication-copy";
    private static final String REPLACEMENTS = "replacements";

    private final FormService forms;
    private final TransactionTemplate transaction;
    private final Map<String, Map<String, JsonNode>> fields = new HashMap<>();
    private final Payloads payloads = new Payloads();
    private final Set<String> fed = new TreeSet<>();
    private final Set<String> taken = new TreeSet<>();

    FedForms(FormService forms, TransactionTemplate transaction) {
        this.forms = forms;
        this.transaction = transaction;
    }

    FormService service() {
        return (FormService) Proxy.newProxyInstance(FormService.class.getClassLoader(), new Class<?>[] {FormService.class}, (self, method, arguments) ->
                switch (method.getName()) {
                    case "submitStartForm" -> feed(method, arguments, forms.getStartFormData((String) arguments[0]).getCamundaFormRef().getKey());
                    case "submitTaskForm" -> feed(method, arguments, forms.getTaskFormData((String) arguments[0]).getCamundaFormRef().getKey());
                    default -> call(method, arguments);
                });
    }

    /** Every field for text of every form, "form.field", that nobody has written a payload into. */
    Set<String> hungry() throws IOException {
        var all = new TreeSet<String>();
        try (var files = Files.list(FOLDER)) {
            files.map(file -> file.getFileName().toString()).filter(name -> name.endsWith(".form")).map(name -> name.replace(".form", ""))
                    .forEach(form -> fields(form).values().stream().filter(field -> !field.path("readonly").asBoolean())
                            .forEach(field -> all.add(form + "." + field.path("key").asText())));
        }
        assertThat(all).hasSizeGreaterThan(60);
        assertThat(all).containsAll(ELSEWHERE);
        all.removeAll(ELSEWHERE);
        all.removeAll(fed);
        return all;
    }

    /** The fields of those that the product reads that took a payload. */
    Set<String> taken() {
        return taken;
    }

    private Object feed(Method method, Object[] arguments, String form) {
        @SuppressWarnings("unchecked")
        var given = unpublished(method, arguments, form, (Map<String, Object>) arguments[arguments.length - 1]);
        var answers = new HashMap<>(given);
        for (var field : fields(form).values()) {
            var key = field.path("key").asText();
            if (given.get(key) instanceof String text && !field.path("readonly").asBoolean() && !READ.contains(key) && !text.contains(Payloads.MARK)) {
                answers.put(key, payload(field, text));
            }
        }
        for (var key : READ) {
            if (fields(form).containsKey(key) && given.containsKey(key) && !String.valueOf(given.get(key)).contains(Payloads.MARK) && fed.add(form + "." + key)) {
                turnDown(method, arguments, with(answers, key, payloads.one(Math.max(maxLength(fields(form).get(key)), Payloads.shortest()))), form + "." + key);
            }
        }
        var result = confirming(method, arguments, answers);
        fields(form).keySet().stream().filter(key -> answers.get(key) instanceof String text && text.contains(Payloads.MARK))
                .forEach(key -> fed.add(form + "." + key));
        return result;
    }

    /** People whose names are payloads are in every text, so that no copy of a decision can be without them: it is tried, and not published. */
    private Map<String, Object> unpublished(Method method, Object[] arguments, String form, Map<String, Object> given) {
        if (form.equals(COPY) && "made".equals(given.get("copyMade"))) {
            turnDown(method, arguments, with(given, REPLACEMENTS, payloads.asLongAs(maxLength(fields(form).get(REPLACEMENTS)))), COPY + "." + REPLACEMENTS);
            fed.add(COPY + "." + REPLACEMENTS);
            return Map.of("copyMade", "not-to-be-published");
        }
        if (!form.equals("publish-decision")) {
            return given;
        }
        var said = catchThrowable(() -> transaction.executeWithoutResult(undone -> {
            undone.setRollbackOnly();
            call(method, with(arguments, given));
        }));
        // what a script wants to be turned down is turned down for another reason
        return said instanceof AnswersRefused && String.valueOf(said.getMessage()).contains("(DAT-06)") ? Map.of("publication", "no", "publicationException", "consent", "exceptionReason", "The child would be known.") : given;
    }

    /** Payloads look alike: what is asked back because of that is confirmed. */
    private Object confirming(Method method, Object[] arguments, Map<String, Object> answers) {
        var codes = new TreeSet<String>();
        while (true) {
            try {
                return call(method, with(arguments, codes.isEmpty() ? answers : with(answers, "confirmed", String.join(",", codes))));
            } catch (AskedBack back) {
                if (!codes.addAll(back.questions().stream().map(AskedBack.Question::code).toList())) {
                    throw back;
                }
            }
        }
    }

    /** Whatever the product says to a payload, the walk goes on as if it had not been sent. */
    private void turnDown(Method method, Object[] arguments, Map<String, Object> answers, String field) {
        var said = catchThrowable(() -> transaction.executeWithoutResult(undone -> {
            undone.setRollbackOnly();
            call(method, with(arguments, answers));
        }));
        if (said == null) {
            taken.add(field);
        } else {
            assertThat(said).as(field).isInstanceOf(AnswersRefused.class);
        }
    }

    private String payload(JsonNode field, String text) {
        int most = maxLength(field);
        return switch (field.path("key").asText()) {
            case "issues", "comments" -> lines(text, line -> Payloads.inOneLine());
            case "otherPeople" -> lines(text, line -> line.replaceFirst("^(.*?)(\\s+[–-]\\s+.*)?$", "$1 " + quoted(payloads.one(60)) + "$2"));
            case "documents" -> lines(text, line -> line + " " + payloads.one(100));
            default -> payloads.asLongAs(most);
        };
    }

    private static String quoted(String text) {
        return text.replaceAll("[\\\\$]", "\\\\$0");
    }

    private static String lines(String text, Function<String, String> change) {
        return text.lines().map(String::strip).filter(line -> !line.isEmpty()).map(change).collect(Collectors.joining("\n"));
    }

    private static int maxLength(JsonNode field) {
        return field.path("validate").path("maxLength").asInt();
    }

    private static Map<String, Object> with(Map<String, Object> answers, String key, Object value) {
        var changed = new HashMap<>(answers);
        changed.put(key, value);
        return changed;
    }

    private static Object[] with(Object[] arguments, Map<String, Object> answers) {
        var changed = arguments.clone();
        changed[changed.length - 1] = answers;
        return changed;
    }

    private Object call(Method method, Object[] arguments) {
        try {
            return method.invoke(forms, arguments);
        } catch (InvocationTargetException e) {
            throw (RuntimeException) e.getCause();
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(e);
        }
    }

    private Map<String, JsonNode> fields(String form) {
        return fields.computeIfAbsent(form, name -> {
            try {
                return components(JSON.readTree(FOLDER.resolve(name + ".form").toFile())).filter(field -> FOR_TEXT.contains(field.path("type").asText()))
                        .collect(Collectors.toMap(field -> field.path("key").asText(), Function.identity()));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    private static Stream<JsonNode> components(JsonNode parent) {
        return StreamSupport.stream(parent.path("components").spliterator(), false).flatMap(child -> Stream.concat(Stream.of(child), components(child)));
    }
}
