package org.redress.sending;

import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.redress.identity.StartRefused;
import org.redress.mail.MailAddress;
import org.redress.mail.MailServer;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/** What {@code redress.sending} says; refuses a start with which nothing could be sent, or not safely. */
@Component
class SendingSettings {
    private static final Set<String> POSTAGE = Set.of("first", "second");
    /** Less than what counts as a crash (Dispatches). */
    private static final Duration LONGEST = Duration.ofMinutes(2);
    private static final String LIVE = "https://api.notifications.service.gov.uk";
    /** A key of Notify ends with the ids of the service and of the key. */
    private static final int TWO_IDS = 73;
    private static final String LOOPBACK = "127\\.0\\.0\\.1|localhost|\\[::1]";

    private final Environment settings;

    SendingSettings(Environment settings, MailServer server) {
        this.settings = settings;
        if (email()) {
            refuseUnless(server.named(), "redress.sending.email is true, and spring.mail.host names no mail server.");
            refuseUnless(MailAddress.read(from()).isPresent(), "redress.sending.email is true, and redress.sending.from is no e-mail address.");
            server.unchecked().ifPresent(setting -> {
                throw new StartRefused("redress.sending.email is true, and " + setting + " would send letters to a server whose certificate nobody checks. Take it out; a certificate of your own"
                        + " authority is trusted when it is in the trust store of Java (-Djavax.net.ssl.trustStore=FILE).");
            });
        }
        if (notifyOn()) {
            refuseUnless(hasTwoIds(notifyKey()), "redress.sending.notify.key is no key of GOV.UK Notify: a name, the id of the service and the secret, with hyphens between them.");
            refuseUnless(encrypted(notifyAddress()), "redress.sending.notify.address has to begin with https://.");
            refuseUnless(notifyTemplate().isPresent() || notifyLetters(),
                    "redress.sending.notify.key is set, and neither redress.sending.notify.email-template nor redress.sending.notify.letters says what to send through it.");
            refuseUnless(POSTAGE.contains(notifyPostage()), "redress.sending.notify.postage is neither first nor second.");
            refuseUnless(!notifyWithin().isNegative() && !notifyWithin().isZero() && notifyWithin().compareTo(LONGEST) <= 0, "redress.sending.notify.within is no time of at most two minutes, such as 30s.");
            notifyTemplate().ifPresent(id -> refuseUnless(isId(id), "redress.sending.notify.email-template is no id of a template, such as f33517ff-2a88-4f6e-b855-c550268ce08a."));
        }
    }

    /** Whether letters go out by our own mail server. */
    boolean email() {
        return settings.getProperty("redress.sending.email", Boolean.class, false);
    }

    /** Who letters by our own mail server are from. */
    String from() {
        return text("from");
    }

    boolean notifyOn() {
        return !notifyKey().isBlank();
    }

    String notifyKey() {
        return text("notify.key");
    }

    String notifyAddress() {
        var own = text("notify.address").replaceFirst("/+$", "");
        return own.isBlank() ? LIVE : own;
    }

    /** The template for e-mails. */
    Optional<String> notifyTemplate() {
        return Optional.of(text("notify.email-template")).filter(id -> !id.isBlank());
    }

    /** Whether the template has a place for the letter as a PDF. */
    boolean notifyDocument() {
        return settings.getProperty("redress.sending.notify.document", Boolean.class, false);
    }

    /** Whether letters are printed and posted by it. */
    boolean notifyLetters() {
        return settings.getProperty("redress.sending.notify.letters", Boolean.class, false);
    }

    /** First or second class. */
    String notifyPostage() {
        return text("notify.postage").isBlank() ? "second" : text("notify.postage");
    }

    /** How long it is waited for. */
    Duration notifyWithin() {
        return settings.getProperty("redress.sending.notify.within", Duration.class, Duration.ofSeconds(30));
    }

    private static boolean hasTwoIds(String key) {
        return key.length() > TWO_IDS && isId(key.substring(key.length() - 36)) && isId(key.substring(key.length() - TWO_IDS, key.length() - 37));
    }

    private static boolean isId(String text) {
        try {
            return UUID.fromString(text).toString().equalsIgnoreCase(text);
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    /** To this machine nobody listens on the way. */
    private static boolean encrypted(String address) {
        try {
            var where = URI.create(address);
            return where.getHost() != null && ("https".equals(where.getScheme()) || "http".equals(where.getScheme()) && where.getHost().matches(LOOPBACK));
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private static void refuseUnless(boolean right, String sentence) {
        if (!right) {
            throw new StartRefused(sentence);
        }
    }

    private String text(String name) {
        return settings.getProperty("redress.sending." + name, "").strip();
    }
}
