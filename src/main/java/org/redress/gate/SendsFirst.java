package org.redress.gate;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Sends letters. Where the answer to a step asks for that, the step is not done with it but with the day on which the letter was accepted: it stays open, and what runs on it runs on.
 */
public interface SendsFirst {
    /** The field that asks who sends the letter of a step. */
    String WHO_SENDS = "whoSends";

    /** The value of that field for a letter that the person has sent, or sends, themselves; the same as no answer. */
    String BY_HAND = "by-hand";

    /**
     * A step whose letter is to be sent.
     *
     * @param person who asks for it and answers for it
     * @param by the value of the field {@link #WHO_SENDS}
     * @param answers the others, as they came
     * @param dayKey the field for the day on which it was sent, {@code channelKey} for how
     * @param addressee the number of the person of the case to whom it goes, where the step is about one
     */
    record Asked(String task, String instance, String form, String title, int stage, String reference, String council, String person, String by, Map<String, Object> answers, String dayKey,
            String channelKey, @Nullable Integer addressee) {
        /** Refuses it with one sentence. */
        public AnswersRefused refuse(String sentence) {
            return new AnswersRefused(List.of(sentence));
        }

        /** Nothing of the answers may stand in a log. */
        @Override
        public String toString() {
            return "Asked[" + form + " of " + reference + "]";
        }
    }

    /** What the product can send now: values of the field {@link #WHO_SENDS}. */
    Set<String> offered();

    /**
     * Begins to send.
     *
     * @param complete completes the step with answers, or refuses them
     */
    void send(Asked asked, Consumer<Map<String, Object>> complete);

    /** What whoever asked for it is told of a task whose letter is on its way. */
    Optional<Waiting> waiting(String task, String person);

    /** A letter that is on its way: of which case and council, and a sentence. */
    record Waiting(String reference, String council, String sentence) {}
}
