package org.redress.parties;

import java.util.HashMap;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.redress.casefile.Consent;
import org.redress.casefile.Dates;
import org.redress.casefile.Parties;
import org.redress.decision.Tables;
import org.redress.gate.Submission;
import org.redress.gate.SubmissionHandler;
import org.springframework.stereotype.Component;

/** The person for whom somebody speaks was asked for consent, or need not be: the table "consent-ground" says when (ACC-02, CHD-72, LGA-06, LGA-09). */
@Component
class AskConsent implements SubmissionHandler {
    private final Parties parties;
    private final Tables tables;

    AskConsent(Parties parties, Tables tables) {
        this.parties = parties;
        this.tables = tables;
    }

    @Override
    public String form() {
        return "ask-for-consent";
    }

    @Override
    public void accept(Submission asked) {
        int number = (Integer) asked.variable("personNumber").orElseThrow();
        var person = parties.find(asked.reference(), number).orElseThrow();
        var before = Objects.requireNonNullElse(person.consent(), Consent.MISSING);
        boolean drops = asked.text("consent").equals("dropped");
        if (!drops && !person.present()) {
            throw asked.refuse("consent", "their part in the case ended on " + Dates.text(Objects.requireNonNull(person.until())) + ", so it is not asked for any more.");
        }
        var now = switch (asked.text("consent")) {
            case "asked" -> Consent.asked(asked.date("consentAskedOn"));
            case "given" -> before.given(asked.date("consentSettledOn"));
            case "refused" -> before.refused(asked.date("consentSettledOn"));
            case "not-needed" -> before.notNeeded(ground(asked), asked.date("consentSettledOn"));
            default -> before.dropped(asked.today());
        };
        parties.agree(asked.reference(), number, now);
    }

    private String ground(Submission asked) {
        var facts = new HashMap<String, @Nullable Object>();
        facts.put("consentGround", asked.text("consentGround"));
        facts.put("side", asked.variable("side").orElse(null));
        var row = tables.rows("consent-ground", asked.processDefinitionId().orElse(null), facts).get(0);
        if (!"not needed".equals(row.get("consent"))) {
            throw asked.refuse("consentGround", "consent is needed all the same: " + row.get("clause") + ".");
        }
        return asked.text("consentGround");
    }
}
