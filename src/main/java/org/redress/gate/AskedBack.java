package org.redress.gate;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What was sent may be right and is more likely a slip: it is asked back once, and nothing is kept until the person confirms each
 * question with its code. Whoever does not know of codes sees a refusal.
 */
public final class AskedBack extends AnswersRefused {
    private static final int DIGITS = 16;

    private final transient List<Question> questions;

    AskedBack(List<Question> questions) {
        super(questions.stream().map(Question::sentence).toList());
        this.questions = List.copyOf(questions);
    }

    /** What is asked back, and the codes that confirm it. */
    public List<Question> questions() {
        return questions;
    }

    /**
     * One question.
     *
     * @param code confirms exactly this sentence of this form and nothing else
     * @param about the case that gave rise to it, where it is another one
     * @param letter what is to be read before, where it is a letter: the whole of it
     */
    public record Question(String code, String sentence, @Nullable String about, @Nullable String letter) {
        static Question of(String form, String topic, String sentence, @Nullable String about) {
            return new Question(topic + "-" + Digest.of(form + "\n" + topic + "\n" + sentence).substring(0, DIGITS), sentence, about, null);
        }

        /** Nothing of a letter may stand in a log. */
        @Override
        public String toString() {
            return "Question[" + code + "]";
        }
    }
}
