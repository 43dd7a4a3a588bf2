package org.redress.testing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.stream.StreamSupport;
import org.redress.casefile.CannotBeKept;
import org.redress.gate.AnswersRefused;
import org.springframework.transaction.support.TransactionTemplate;

/** Tries things on a case one after the other, each from where the case stands, and says what each did to it: nothing of it stays. */
public class Attempts {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final TransactionTemplate transaction;
    private final Supplier<String> state;

    /** @param state all that can change in the case, as text */
    public Attempts(TransactionTemplate transaction, Supplier<String> state) {
        this.transaction = transaction;
        this.state = state;
    }

    /** What became of something that was tried. */
    public record Outcome(boolean changed, String refusal) {
        /** Neither did it change the case nor was it refused with a sentence. */
        public boolean nothing() {
            return !changed && !refusal.endsWith(".");
        }
    }

    /** The outcome; whatever was changed is taken back. */
    public Outcome of(Runnable work) {
        return transaction.execute(status -> {
            status.setRollbackOnly();
            var before = state.get();
            try {
                work.run();
            } catch (AnswersRefused | CannotBeKept e) {
                return new Outcome(false, String.valueOf(e.getMessage()));
            }
            return new Outcome(!state.get().equals(before), "");
        });
    }

    /**
     * What came of everything that was tried wherever a case can stand.
     *
     * @param nothing what neither changed the case nor was refused, with where it stood
     * @param effective kinds that changed a case somewhere, {@code tried} all kinds, {@code refused} the sentences of refusals
     */
    public record Tried(List<String> nothing, Set<String> effective, Set<String> tried, Set<String> refused) {}

    /**
     * Tries every kind of happening wherever a case can stand.
     *
     * @param stands how to reach each of the places, giving the case
     * @param kinds what can be tried on a case
     * @param state all that can change in a case, as text
     */
    public static Tried everywhere(Map<String, Supplier<String>> stands, Function<String, Map<String, Runnable>> kinds, TransactionTemplate transaction,
            UnaryOperator<String> state) {
        var all = new Tried(new ArrayList<>(), new TreeSet<>(), new TreeSet<>(), new TreeSet<>());
        stands.forEach((standing, reach) -> {
            var reference = reach.get();
            var attempts = new Attempts(transaction, () -> state.apply(reference));
            kinds.apply(reference).forEach((kind, work) -> {
                var outcome = attempts.of(work);
                all.tried.add(kind);
                if (outcome.changed()) {
                    all.effective.add(kind);
                } else if (outcome.nothing()) {
                    all.nothing.add(standing + ": " + kind + " " + outcome.refusal());
                } else {
                    all.refused.add(outcome.refusal());
                }
            });
        });
        return all;
    }

    /** The values of a choice of a form, as process owners see and change them. */
    public static List<String> choices(String form, String field) {
        try {
            var components = JSON.readTree(Path.of("forms", form + ".form").toFile()).get("components");
            return stream(components).filter(component -> component.path("key").asText().equals(field))
                    .flatMap(component -> stream(component.get("values"))).map(option -> option.get("value").asText()).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static java.util.stream.Stream<JsonNode> stream(JsonNode nodes) {
        return StreamSupport.stream(nodes.spliterator(), false);
    }
}
