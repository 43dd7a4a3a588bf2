package org.redress.parties;

import java.util.Objects;
import org.redress.casefile.Consent;
import org.redress.casefile.Parties;
import org.redress.gate.Submission;
import org.redress.gate.SubmissionHandler;
import org.springframework.stereotype.Component;

/** The person for whom somebody speaks has answered (ACC-02, CHD-72). */
@Component
class RecordConsent implements SubmissionHandler {
    private final Parties parties;

    RecordConsent(Parties parties) {
        this.parties = parties;
    }

    @Override
    public String form() {
        return "record-consent";
    }

    @Override
    public void accept(Submission answered) {
        int number = (Integer) answered.variable("personNumber").orElseThrow();
        var asked = Objects.requireNonNullElse(parties.find(answered.reference(), number).orElseThrow().consent(), Consent.MISSING);
        var on = answered.date("consentAnsweredOn");
        parties.agree(answered.reference(), number, answered.text("consentAnswer").equals("given") ? asked.given(on) : asked.refused(on));
    }
}
