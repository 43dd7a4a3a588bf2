package org.redress.sending;

import java.io.ByteArrayInputStream;
import java.util.Objects;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** By post through GOV.UK Notify: the letter as it is stored, with its address in the window of the envelope. */
@Component
class NotifyLetterChannel implements Channel {
    private final SendingSettings settings;
    private final Notify notify;

    NotifyLetterChannel(SendingSettings settings, Notify notify) {
        this.settings = settings;
        this.notify = notify;
    }

    @Override
    public SendingBy by() {
        return SendingBy.NOTIFY_LETTER;
    }

    @Override
    public boolean on() {
        return settings.notifyOn() && settings.notifyLetters();
    }

    @Override
    public Outcome send(Outgoing letter) {
        var pdf = Objects.requireNonNull(letter.pdf(), "a letter by post is a PDF");
        return notify.send(client -> Outcome.accepted(client.sendPrecompiledLetterWithInputStream(letter.ourReference(), new ByteArrayInputStream(pdf), settings.notifyPostage())
                .getNotificationId().toString()));
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
