package org.redress.gate;

/**
 * What a feature does with the checked answers of one form: refuse what the rules refuse, and write the record. It runs in the
 * transaction of the completion, before the engine goes on.
 */
public interface SubmissionHandler {
    /** The id of the form that it is for. */
    String form();

    /** Refuses by {@link Submission#refuse}; anything else that it throws is a technical failure. */
    void accept(Submission submission);
}
