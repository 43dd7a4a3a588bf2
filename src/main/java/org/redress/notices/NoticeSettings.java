package org.redress.notices;

import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.redress.identity.StartRefused;
import org.redress.mail.MailAddress;
import org.redress.mail.MailServer;
import org.springframework.core.env.Environment;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.stereotype.Component;

/** What {@code redress.notices} and {@code spring.mail} say; refuses a start with which nothing could be sent. */
@Component
public class NoticeSettings {
    private final Environment settings;
    private final MailServer server;

    NoticeSettings(Environment settings, MailServer server) {
        this.settings = settings;
        this.server = server;
        if (enabled()) {
            check();
        }
    }

    /** Whether notices are sent at all. */
    public boolean enabled() {
        return settings.getProperty("redress.notices.enabled", Boolean.class, false);
    }

    /** The domains to whose addresses notices go. */
    public List<String> domains() {
        return Stream.of(text("domains").split("[,\\s]+")).filter(domain -> !domain.isBlank()).map(domain -> domain.toLowerCase(Locale.ROOT)).toList();
    }

    /** Who the notices are from. */
    String from() {
        return text("from");
    }

    /** Where people reach the product, without a slash at the end. */
    public String product() {
        return text("address").replaceFirst("/+$", "");
    }

    /** The mail server, as it is set now. */
    JavaMailSenderImpl server() {
        return server.asSet();
    }

    private void check() {
        refuseUnless(server.named(), "spring.mail.host names no mail server");
        refuseUnless(MailAddress.read(from()).isPresent(), "redress.notices.from is no e-mail address");
        refuseUnless(!domains().isEmpty(), "redress.notices.domains names no domain to which they may go");
        refuseUnless(isAddress(product()), "redress.notices.address is not where people reach the product, such as https://redress.example.gov.uk");
    }

    private static boolean isAddress(String product) {
        try {
            var address = URI.create(product);
            return address.getHost() != null && address.getScheme() != null && address.getScheme().matches("https?");
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private static void refuseUnless(boolean right, String what) {
        if (!right) {
            throw new StartRefused("redress.notices.enabled is true, and " + what + ".");
        }
    }

    private String text(String name) {
        return settings.getProperty("redress.notices." + name, "").strip();
    }
}
