package org.redress.notices;

import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import jakarta.mail.internet.MimeMessage;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import org.redress.notices.Outbox.Row;
import org.redress.notices.Writing.Mail;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.mail.MailAuthenticationException;
import org.springframework.mail.MailException;
import org.springframework.mail.MailSendException;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.mail.javamail.MimeMessageHelper;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Sends what waits, every minute, apart from the steps that it tells of. What the mail server does not take is tried again after minutes and then hours, and
 * given up after a day and a half; each row is taken by one node at a time, and its mail has the same number at every attempt, so that a mail server can tell.
 */
@Component
@ConditionalOnWebApplication
@EnableScheduling
public class SendNotices {
    /** How long after each attempt the next one is. */
    private static final List<Duration> WAITS = List.of(Duration.ofMinutes(1), Duration.ofMinutes(5), Duration.ofMinutes(20), Duration.ofHours(1), Duration.ofHours(3), Duration.ofHours(6),
            Duration.ofHours(12), Duration.ofHours(12));
    private static final int MOST = 100;
    private static final Logger LOG = LoggerFactory.getLogger(SendNotices.class);

    private final NoticeSettings settings;
    private final Outbox outbox;
    private final NoticeChoices choices;
    private final Writing writing;
    private final Clock clock;

    SendNotices(NoticeSettings settings, Outbox outbox, NoticeChoices choices, Writing writing, Clock clock) {
        this.settings = settings;
        this.outbox = outbox;
        this.choices = choices;
        this.writing = writing;
        this.clock = clock;
    }

    /** Sends what waits; nothing while notices are off. */
    @Scheduled(cron = "${redress.notices.send}")
    public void send() {
        if (!settings.enabled()) {
            return;
        }
        var server = settings.server();
        for (var row : outbox.due(MOST)) {
            if (row.attempts() >= WAITS.size()) {
                // the process ended during the last attempt, so nobody knows what came of it
                giveUp(row, row.attempts(), "Redress stopped while it was sent for the last time.");
            } else if (outbox.take(row, LocalDateTime.now(clock).plus(WAITS.get(row.attempts()))) && !tried(server, row)) {
                // the server is not there: the others wait too
                return;
            }
        }
    }

    /** Whether it makes sense to go on with the next. */
    private boolean tried(JavaMailSenderImpl server, Row row) {
        try {
            var mail = writing.of(row);
            if (mail.isEmpty()) {
                outbox.drop(row.kind().equals(Outbox.DIGEST) ? all(row) : List.of(row));
                return true;
            }
            server.send(message(server, row, mail.get()));
            outbox.sent(mail.get().rows());
            if (row.kind().equals(Outbox.ADDRESS_CHANGED)) {
                choices.formerIsTold(row.person());
            }
            return true;
        } catch (MailSendException e) {
            boolean refused = e.getFailedMessages().values().stream().anyMatch(SendFailedException.class::isInstance);
            later(row, refused ? "The mail server does not take it for this address." : "The mail server cannot be reached.");
            return refused;
        } catch (MailAuthenticationException e) {
            later(row, "The mail server does not take our user name and password.");
            return false;
        } catch (MailException | MessagingException e) {
            later(row, "The mail server did not take it.");
            return true;
        } catch (RuntimeException e) {
            // no message of it: it might say more than a log may
            LOG.warn("A notice could not be written: {}", e.getClass().getName());
            later(row, "It could not be written.");
            return true;
        }
    }

    private List<Row> all(Row digest) {
        var rows = new ArrayList<>(outbox.ofDigest(digest.person()));
        rows.add(digest);
        return rows;
    }

    private void later(Row row, String because) {
        if (row.attempts() + 1 >= WAITS.size()) {
            giveUp(row, row.attempts() + 1, because);
        }
    }

    private void giveUp(Row row, int attempts, String because) {
        outbox.giveUp(row, because);
        LOG.warn("A notice ({}) to {} was given up after {} attempts: {}", row.kind(), row.person(), attempts, because);
    }

    private MimeMessage message(JavaMailSenderImpl server, Row row, Mail mail) throws MessagingException {
        var message = server.createMimeMessage();
        var helper = new MimeMessageHelper(message, false, StandardCharsets.UTF_8.name());
        helper.setFrom(settings.from());
        helper.setTo(mail.to().text());
        helper.setSubject(mail.content().subject());
        helper.setText(mail.content().text());
        message.setHeader("Auto-Submitted", "auto-generated");
        message.setHeader("Message-ID", "<" + Codes.digest(row.noticeKey()) + "@" + settings.from().substring(settings.from().indexOf('@') + 1) + ">");
        return message;
    }
}
