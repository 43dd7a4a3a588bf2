package org.redress.casefile;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** How a case belongs to another of its council, and whether that still holds. */
public record LinkView(Kind kind, String other, LocalDate on, String by, String reason, @Nullable LocalDate undoneOn, @Nullable String undoneBecause) {

    /** A link that holds. */
    public LinkView(Kind kind, String other, LocalDate on, String by, String reason) {
        this(kind, other, on, by, reason, null, null);
    }

    /** How two cases belong together, as the one of them says it. */
    public enum Kind {
        DUPLICATE("Duplicate of"),
        HAS_DUPLICATE("Its duplicate is"),
        RELATED("Related to"),
        ONE_ANSWER("Answered in the letter of"),
        ANSWERS_TOO("Its letter also answers"),
        /** Each keeps its council, people, findings, actions and statement; what is common stands in every statement (LGA-18). */
        JOINTLY("Decided jointly with");

        private final String text;

        Kind(String text) {
            this.text = text;
        }

        /** In words that go on with the reference of the other case. */
        public String text() {
            return text;
        }

        /** What the other case says. */
        Kind seenFromTheOther() {
            return switch (this) {
                case DUPLICATE -> HAS_DUPLICATE;
                case HAS_DUPLICATE -> DUPLICATE;
                case RELATED -> RELATED;
                case JOINTLY -> JOINTLY;
                case ONE_ANSWER -> ANSWERS_TOO;
                case ANSWERS_TOO -> ONE_ANSWER;
            };
        }
    }
}
