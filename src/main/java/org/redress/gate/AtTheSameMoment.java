package org.redress.gate;

import java.util.List;

/** Nothing is wrong with what was sent, and it was not recorded: somebody else was at work on the same at the same moment, also when it was done again. The REST API answers 409. */
public final class AtTheSameMoment extends AnswersRefused {
    AtTheSameMoment(String sentence) {
        super(List.of(sentence));
    }
}
