package org.redress.mail;

import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import org.springframework.boot.autoconfigure.mail.MailProperties;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.core.env.Environment;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.stereotype.Component;

/** The mail server that {@code spring.mail} names, as it is set now; it is not waited for without end. */
@Component
public class MailServer {
    private static final String MILLISECONDS = "10000";
    private static final List<String> PROTOCOLS = List.of("mail.smtp.", "mail.smtps.");
    private static final List<String> WAITS = List.of("connectiontimeout", "timeout", "writetimeout");
    /** With these a certificate counts as good without being checked. */
    private static final List<String> UNCHECKED = List.of("ssl.trust", "ssl.checkserveridentity");

    private final Environment settings;

    MailServer(Environment settings) {
        this.settings = settings;
    }

    /** Whether one is named. */
    public boolean named() {
        return !settings.getProperty("spring.mail.host", "").isBlank();
    }

    /** A way to it as {@code spring.mail} says, encrypted or not: for what says nothing about anybody. */
    public JavaMailSenderImpl asSet() {
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
        PROTOCOLS.forEach(protocol -> WAITS.forEach(wait -> properties.setProperty(protocol + wait, MILLISECONDS)));
        properties.putAll(new HashMap<>(said.getProperties()));
        server.setJavaMailProperties(properties);
        return server;
    }

    /** A way to it for letters: nothing is said before the connection is encrypted and the server has shown a certificate for its name. */
    public JavaMailSenderImpl encrypted() {
        var server = asSet();
        var properties = server.getJavaMailProperties();
        PROTOCOLS.forEach(protocol -> {
            UNCHECKED.forEach(setting -> properties.remove(protocol + setting));
            properties.setProperty(protocol + "starttls.enable", "true");
            properties.setProperty(protocol + "starttls.required", "true");
            properties.setProperty(protocol + "ssl.checkserveridentity", "true");
        });
        return server;
    }

    /** Which setting would have letters go to a server whose certificate nobody checks, if one does. */
    public Optional<String> unchecked() {
        return PROTOCOLS.stream().flatMap(protocol -> UNCHECKED.stream().map(setting -> protocol + setting)).filter(name -> {
            var value = settings.getProperty("spring.mail.properties." + name);
            return value != null && !(name.endsWith("checkserveridentity") && value.equals("true"));
        }).findFirst().map(name -> "spring.mail.properties." + name);
    }
}
