package org.redress.letters;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.redress.casefile.CaseFiles;
import org.redress.casefile.LetterView;
import org.redress.gate.SubmissionHandler;
import org.redress.gate.WrittenLetter;

/** Every letter is sent in a step, by a person who is shown the whole of it there: approved in its form, or asked to read it before the step is done. */
@AnalyzeClasses(packages = "org.redress", importOptions = DoNotIncludeTests.class)
class SentLettersConventionTests {
    /** Sends what nobody writes: words that are the same for everybody, to the other side, in no template. */
    private static final Set<String> BY_ITSELF = Set.of("org.redress.liaison.AnswerSender");
    private static final Path FORMS = Path.of("forms");
    private static final ObjectMapper JSON = new ObjectMapper();

    @ArchTest
    static void areSentInStepsOnly(JavaClasses classes) {
        var senders = callers(classes.get(CaseFiles.class).getMethod("send", String.class, LetterView.class)).collect(Collectors.toSet());

        assertThat(senders).as("what sends letters").hasSizeGreaterThan(15);
        for (var sender : senders) {
            assertThat(begunBy(sender)).as("%s sends a letter: only steps that somebody does may lead there, so that they are asked to read it", sender.getFullName())
                    .isNotEmpty().allSatisfy(first -> assertThat(first.isAssignableTo(JavaDelegate.class) && !BY_ITSELF.contains(first.getName())).isFalse());
        }
        assertThat(senders.stream().map(sender -> sender.getOwner().getName())).containsAll(BY_ITSELF);
    }

    /** The handlers of steps and the delegates of models from which something is reached, through helpers. */
    private static Set<JavaClass> begunBy(JavaCodeUnit reached) {
        var found = new HashSet<JavaClass>();
        look(reached, found, new HashSet<>());
        return found;
    }

    private static void look(JavaCodeUnit one, Set<JavaClass> found, Set<JavaCodeUnit> seen) {
        if (!seen.add(one)) {
            return;
        }
        if (one.getOwner().isAssignableTo(SubmissionHandler.class) || one.getOwner().isAssignableTo(JavaDelegate.class)) {
            found.add(one.getOwner());
            return;
        }
        callers(one).forEach(caller -> look(caller, found, seen));
    }

    private static Stream<JavaCodeUnit> callers(JavaCodeUnit called) {
        return called.getAccessesToSelf().stream().map(access -> access.getOrigin());
    }

    @ArchTest
    static void areShownWholeWhereTheyAreApprovedAndSent(JavaClasses classes) throws IOException {
        var whole = new TreeMap<String, Boolean>();
        try (var forms = Files.list(FORMS)) {
            forms.sorted().forEach(form -> {
                var fields = fields(form);
                if (fields.contains("approval") || fields.contains("giveBack")) {
                    whole.put(form.getFileName().toString(), fields.contains("ofRecord=draft-to-approve"));
                }
            });
        }

        assertThat(whole.keySet()).containsExactly("approve-response.form", "send-adjudication.form", "send-draft.form", "send-panel-answer.form", "send-response.form");
        assertThat(whole.values()).as("each shows every letter as it goes out").containsOnly(true);
        assertThat(classes.stream().filter(one -> one.isAssignableTo(WrittenLetter.class) && !one.isInterface()).map(JavaClass::getSimpleName).sorted().toList())
                .as("what is written in one step and sent in another").containsExactly("WrittenDraft", "WrittenPanelAnswer", "WrittenResponse");
    }

    private static Set<String> fields(Path form) {
        try {
            return StreamSupport.stream(JSON.readTree(Files.readString(form)).path("components").spliterator(), false).flatMap(SentLettersConventionTests::says).collect(Collectors.toSet());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Stream<String> says(JsonNode field) {
        var shown = field.path("readonly").asBoolean() ? field.path("properties").path("ofRecord").asText("") : "";
        return Stream.of(field.path("key").asText(), "ofRecord=" + shown);
    }
}
