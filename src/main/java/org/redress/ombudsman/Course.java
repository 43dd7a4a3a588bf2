package org.redress.ombudsman;

import java.util.Locale;
import org.redress.casefile.CaseStatus;
import org.redress.gate.Submission;

/** How a complaint came to its decision, as the table outcome names it, and what the case is after a decision that does not uphold it (LGA-02, LGA-18). */
enum Course {
    INTAKE(CaseStatus.NOT_INVESTIGATED),
    INVESTIGATION(CaseStatus.DECIDED),
    DISCONTINUED(CaseStatus.DISCONTINUED),
    WITHDRAWN(CaseStatus.WITHDRAWN),
    /** The only one who complained has died. */
    NOBODY_CARRIES_ON(CaseStatus.CLOSED_AFTER_DEATH);

    /** The variable of the models. */
    static final String VARIABLE = "course";

    private final CaseStatus status;

    Course(CaseStatus status) {
        this.status = status;
    }

    /** The course of the case of a form; cases from before there was more than one were investigated. */
    static Course of(Submission form) {
        return form.variable(VARIABLE).map(name -> named(name.toString())).orElse(INVESTIGATION);
    }

    static Course named(String slug) {
        return valueOf(slug.toUpperCase(Locale.ROOT).replace('-', '_'));
    }

    CaseStatus status() {
        return status;
    }

    /** Whether there was an investigation, to which an unsound decision goes back (LGS-22). */
    boolean investigated() {
        return this == INVESTIGATION || this == DISCONTINUED;
    }

    /** As models and tables name it. */
    String slug() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
