package org.redress.remedy;

import org.redress.gate.Submission;

/** The number of the action that a task is about. */
final class Numbers {
    private Numbers() {}

    static int of(Submission form, String variable) {
        return ((Number) form.variable(variable).orElseThrow()).intValue();
    }
}
