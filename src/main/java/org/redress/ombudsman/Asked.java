package org.redress.ombudsman;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a letter of the Ombudsman asks of the council, as the council's model reads it. */
final class Asked {
    private Asked() {}

    static Map<String, @Nullable Object> nothing() {
        return facts("nothing", false);
    }

    static Map<String, @Nullable Object> reply(int enquiry, String sentOn, @Nullable String by) {
        var facts = facts("reply", false);
        facts.put("enquiryNumber", enquiry);
        facts.put("enquirySentOn", sentOn);
        facts.put("enquiryReplyBy", by);
        return facts;
    }

    static Map<String, @Nullable Object> comments(String sentOn, @Nullable String by) {
        var facts = facts("comments", false);
        facts.put("draftSentOn", sentOn);
        facts.put("councilCommentsBy", by);
        return facts;
    }

    static Map<String, @Nullable Object> actions(String decidedOn) {
        var facts = facts("action", true);
        facts.put("decidedOn", decidedOn);
        return facts;
    }

    static Map<String, @Nullable Object> response(String receivedOn) {
        var facts = facts("response", true);
        facts.put("reportReceivedOn", receivedOn);
        return facts;
    }

    static Map<String, @Nullable Object> confirmation(String periodEndsOn) {
        var facts = facts("confirmation", false);
        facts.put("reportPeriodEndsOn", periodEndsOn);
        return facts;
    }

    private static Map<String, @Nullable Object> facts(String asksFor, boolean decision) {
        var facts = new HashMap<String, @Nullable Object>();
        facts.put("asksFor", asksFor);
        facts.put("decision", decision);
        return facts;
    }
}
