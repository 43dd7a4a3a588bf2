package org.redress.decision;

import org.redress.engine.NoRowWatch;
import org.springframework.stereotype.Component;

/** A table that has to decide and has no row for the facts stops the step with a sentence. */
@Component
class Refusal implements NoRowWatch {
    @Override
    public RuntimeException noRow(String table, String facts) {
        return TableRefused.noRow(table, facts);
    }
}
