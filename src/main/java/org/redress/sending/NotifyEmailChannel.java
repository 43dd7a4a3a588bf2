package org.redress.sending;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import uk.gov.service.notify.NotificationClient;
import uk.gov.service.notify.NotificationClientException;

/** By e-mail through GOV.UK Notify: a template of the council's with the fields subject, reference and letter, and document, the letter as a PDF that Notify keeps behind a link, where the template has it. */
@Component
class NotifyEmailChannel implements Channel {
    private final SendingSettings settings;
    private final Notify notify;

    NotifyEmailChannel(SendingSettings settings, Notify notify) {
        this.settings = settings;
        this.notify = notify;
    }

    @Override
    public SendingBy by() {
        return SendingBy.NOTIFY_EMAIL;
    }

    @Override
    public boolean on() {
        return settings.notifyOn() && settings.notifyTemplate().isPresent();
    }

    @Override
    public Outcome send(Outgoing letter) {
        return notify.send(client -> Outcome.accepted(client.sendEmail(settings.notifyTemplate().orElseThrow(), letter.address(), fields(letter), letter.ourReference()).getNotificationId().toString()));
    }

    private Map<String, Object> fields(Outgoing letter) throws NotificationClientException {
        var fields = new HashMap<String, Object>(Map.of("subject", letter.subject(), "reference", letter.caseReference(), "letter", letter.text()));
        if (letter.pdf() != null && settings.notifyDocument()) {
            // whoever opens it confirms the address first
            fields.put("document", NotificationClient.prepareUpload(letter.pdf(), letter.caseReference() + ".pdf", true, "26 weeks"));
        }
        return fields;
    }

    @Override
    public Optional<Outcome> asked(String ourReference) {
        return notify.asked(ourReference);
    }

    @Override
    public Receipt receipt(String provider) {
        return notify.receipt(provider);
    }
}
