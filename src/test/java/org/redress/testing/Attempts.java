package org.redress.testing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Supplier;
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
