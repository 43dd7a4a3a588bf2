package org.redress.sending;

import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Has letters sent every minute, by the server and by no command. */
@Component
@ConditionalOnWebApplication
@EnableScheduling
class SendingTimes {
    private final SendLetters letters;

    SendingTimes(SendLetters letters) {
        this.letters = letters;
    }

    @Scheduled(cron = "${redress.sending.send}")
    void send() {
        letters.round();
    }
}
