package org.redress.gate;

/** Something that looks at every accepted submission of a case, whatever its form, before the engine goes on. */
public interface SubmissionListener {
    /** Is called after the form's own handler, when the answers are in the case file. */
    void accepted(Submission submission);
}
