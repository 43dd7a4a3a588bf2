package org.redress.attachments;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.scheduling.annotation.Scheduled;

/** Has what waits looked at, again and again, until the scanner has. */
@Configuration
@EnableScheduling
class Scans {
    private static final Logger LOG = LoggerFactory.getLogger(Scans.class);

    private final Scanner scanner;
    private final Attachments attachments;

    Scans(Scanner scanner, Attachments attachments) {
        this.scanner = scanner;
        this.attachments = attachments;
    }

    @Scheduled(fixedDelayString = "${redress.attachments.scan-again}")
    void lookAgain() {
        if (!scanner.isOn()) {
            return;
        }
        if (!scanner.isThere()) {
            LOG.warn("The scanner of attachments does not answer. What is added waits, and nobody can open it.");
            return;
        }
        int waiting = attachments.lookAgain();
        if (waiting > 0) {
            LOG.warn("{} attachments wait, because nothing scanned them.", waiting);
        }
    }
}
