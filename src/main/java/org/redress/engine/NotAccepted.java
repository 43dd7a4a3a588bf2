package org.redress.engine;

import org.camunda.bpm.engine.impl.form.validator.FormFieldValidationException;

/** Answers were not accepted: the engine treats it as a failed form validation, so the REST API answers 400 and the webapps show the sentence. */
public abstract class NotAccepted extends FormFieldValidationException {
    protected NotAccepted(String sentence) {
        super(null, sentence);
    }
}
