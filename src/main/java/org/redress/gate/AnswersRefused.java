package org.redress.gate;

import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.ProcessEngineException;
import org.redress.database.Competition;
import org.redress.engine.NotAccepted;

/**
 * Answers were not accepted; nothing was saved. Tasklist shows the message and the REST API answers 400, because the engine
 * treats it as a failed form validation.
 */
public sealed class AnswersRefused extends NotAccepted permits AskedBack, AtTheSameMoment {
    private final transient List<String> sentences;

    AnswersRefused(List<String> sentences) {
        super(String.join(" ", sentences));
        this.sentences = List.copyOf(sentences);
    }

    /** One sentence for each thing that is wrong; a field's sentence begins with its label. */
    public List<String> sentences() {
        return sentences;
    }

    /**
     * Runs what may be refused: the engine packs a refusal from inside a listener into an exception of its own, and of two people who
     * change one case at the same moment, again and again, the second is told so.
     */
    static <T> T unpacked(Supplier<T> attempt) {
        try {
            return attempt.get();
        } catch (ProcessEngineException e) {
            throw e.getCause() instanceof AnswersRefused refused ? refused : unless(e);
        } catch (RuntimeException e) {
            throw unless(e);
        }
    }

    private static RuntimeException unless(RuntimeException fault) {
        return Competition.isCertain(fault) ? new AtTheSameMoment("Somebody else changed this case at the same moment; look at it again before you repeat it.") : fault;
    }

    static AnswersRefused of(Map<Field, String> wrong) {
        return new AnswersRefused(wrong.entrySet().stream()
                .map(e -> e.getKey().label() + ": " + e.getValue() + ".")
                .collect(Collectors.toList()));
    }
}
