package org.redress.sending;

import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.MessagingException;
import jakarta.mail.NoSuchProviderException;
import jakarta.mail.SendFailedException;
import jakarta.mail.Transport;
import jakarta.mail.internet.MimeMessage;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Date;
import java.util.Optional;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.jspecify.annotations.Nullable;
import org.redress.mail.MailServer;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.mail.javamail.MimeMessageHelper;
import org.springframework.stereotype.Component;

/** By our own mail server, encrypted. It knows nothing of a letter afterwards: what it does not answer is for a person to decide. */
@Component
class SmtpChannel implements Channel {
    /** Answers from here on are for good (RFC 5321, 4.2.1). */
    private static final int FOR_GOOD = 500;
    /** Answers from here on, and below those for good, are for now. */
    private static final int FOR_NOW = 400;
    /** The server wants us to sign in (RFC 4954, 6). */
    private static final int SIGN_IN = 530;
    /** The mail is too large (RFC 1870, 6.1). */
    private static final int TOO_LARGE = 552;
    /** What ends a mail; the server answers whether it has taken it. */
    private static final String END = ".";

    private final SendingSettings settings;
    private final MailServer mailServer;
    private final Clock clock;

    SmtpChannel(SendingSettings settings, MailServer mailServer, Clock clock) {
        this.settings = settings;
        this.mailServer = mailServer;
        this.clock = clock;
    }

    @Override
    public SendingBy by() {
        return SendingBy.EMAIL;
    }

    @Override
    public boolean on() {
        return settings.email();
    }

    @Override
    public Outcome send(Outgoing letter) {
        var server = mailServer.encrypted();
        try {
            var message = message(server, letter);
            return sent(server, server.getSession().getTransport(server.getProtocol() == null ? "smtp" : server.getProtocol()), message);
        } catch (NoSuchProviderException e) {
            return Outcome.wronglySet("spring.mail.protocol is neither smtp nor smtps.");
        } catch (MessagingException e) {
            return Outcome.refused("The letter cannot be written as an e-mail.");
        }
    }

    private static Outcome sent(JavaMailSenderImpl server, Transport transport, MimeMessage message) {
        try {
            transport.connect(server.getHost(), server.getPort(), server.getUsername(), server.getPassword());
        } catch (AuthenticationFailedException e) {
            return Outcome.wronglySet("The mail server does not take our user name and password.");
        } catch (MessagingException e) {
            return Outcome.notThere("The mail server cannot be reached safely.");
        }
        try {
            transport.sendMessage(message, message.getAllRecipients());
            return Outcome.accepted(null);
        } catch (SendFailedException e) {
            return answered(e);
        } catch (MessagingException e) {
            return Outcome.unknown("The connection to the mail server ended before its answer.");
        } finally {
            close(transport);
        }
    }

    /** The server has said no; or, after the end of the mail, nothing that says whether it has taken it. */
    private static Outcome answered(SendFailedException e) {
        int code = 0;
        var command = END;
        for (@Nullable Exception next = e; next != null; next = next instanceof MessagingException several ? several.getNextException() : null) {
            if (next instanceof SMTPAddressFailedException address) {
                code = address.getReturnCode();
                command = address.getCommand();
            } else if (next instanceof SMTPSendFailedException sending && code == 0) {
                code = sending.getReturnCode();
                command = sending.getCommand();
            }
        }
        return answered(code, command);
    }

    private static Outcome answered(int code, String command) {
        if (code == SIGN_IN || code >= FOR_GOOD && code != TOO_LARGE && command.startsWith("MAIL ")) {
            return Outcome.wronglySet("The mail server does not take letters from our address (" + code + ").");
        }
        if (code >= FOR_GOOD) {
            return Outcome.refused("The mail server does not take it for this address (" + code + ").");
        }
        return code < FOR_NOW && command.equals(END) ? Outcome.unknown("The mail server did not say whether it took it.") : Outcome.later("The mail server did not take it now (" + code + ").");
    }

    /** Whatever came of it is known by now. */
    private static void close(Transport transport) {
        try {
            transport.close();
        } catch (MessagingException e) {
            // the connection is gone already
        }
    }

    private MimeMessage message(JavaMailSenderImpl server, Outgoing letter) throws MessagingException {
        var message = server.createMimeMessage();
        var helper = new MimeMessageHelper(message, letter.pdf() != null, StandardCharsets.UTF_8.name());
        helper.setFrom(settings.from());
        helper.setTo(letter.address());
        helper.setSubject(letter.subject());
        helper.setText(letter.text());
        helper.setSentDate(Date.from(clock.instant()));
        if (letter.pdf() != null) {
            helper.addAttachment(letter.caseReference() + ".pdf", new ByteArrayResource(letter.pdf()), "application/pdf");
        }
        message.saveChanges();
        // the same at every attempt, so that a mail server can tell
        message.setHeader("Message-ID", "<" + letter.ourReference() + "@" + settings.from().substring(settings.from().indexOf('@') + 1) + ">");
        return message;
    }

    @Override
    public Optional<Outcome> asked(String ourReference) {
        return Optional.of(Outcome.unknown("Redress stopped while it was sent, or the mail server did not answer."));
    }

    @Override
    public Receipt receipt(String provider) {
        return Receipt.NOT_YET;
    }
}
