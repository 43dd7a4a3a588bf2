package org.redress.notices;

import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.stream.Stream;
import org.redress.identity.StartRefused;
import org.springframework.boot.autoconfigure.mail.MailProperties;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.core.env.Environment;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.stereotype.Component;

/** What {@code redress.notices} and {@code spring.mail} say; refuses a start with which nothing could be sent. */
@Component
public class NoticeSettings {
    private static final String SECONDS = "10000";
    private static final List<String> WAITS = List.of("mail.smtp.connectiontimeout", "mail.smtp.timeout", "mail.smtp.writetimeout");

    private final Environment settings;

    NoticeSettings(Environment settings) {
        this.settings = settings;
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

    /** The mail server, as it is set now; it is not waited for without end. */
    JavaMailSenderImpl server() {
        var said = Binder.get(settings).bind("spring.mail", MailProperties.class).orElseGet(MailProperties::new);
        var server = new JavaMailSenderImpl();
        server.setHost(said.getHost());
        if (said.getPort() != null) {
            server.setPort(said.getPort());
        }
        server.setUsername(said.getUsername());
        server.setPassword(said.getPassword());
        server.setProtocol(said.getProtocol());
        server.setDefaultEncoding(said.getDefaultEncoding().name());
        var properties = new Properties();
        WAITS.forEach(wait -> properties.setProperty(wait, SECONDS));
        properties.putAll(new HashMap<>(said.getProperties()));
        server.setJavaMailProperties(properties);
        return server;
    }

    private void check() {
        refuseUnless(!settings.getProperty("spring.mail.host", "").isBlank(), "spring.mail.host names no mail server");
        refuseUnless(Address.read(from()).isPresent(), "redress.notices.from is no e-mail address");
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
