package org.redress.sending;

import jakarta.mail.internet.MimeMessage;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.context.ApplicationContext;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;

/** Where the letters of a product under test go out: a real mail server with TLS, and the round in which they are sent, which the test calls for. */
public final class PostRoom implements AutoCloseable {
    private static final String SOURCE = "post-room";
    private static final int NOBODY_LISTENS = 1;

    private final MailWithCertificate mail = new MailWithCertificate();
    private final ConfigurableEnvironment settings;
    private final SendLetters sender;

    public PostRoom(ApplicationContext product) {
        settings = (ConfigurableEnvironment) product.getEnvironment();
        sender = product.getBean(SendLetters.class);
        set(mail.settings());
    }

    /** The mail server cannot be reached from now on. */
    public void serverIsGone() {
        set(Map.of("spring.mail.host", "localhost", "spring.mail.port", NOBODY_LISTENS, "spring.mail.protocol", "smtps"));
    }

    /** It can be reached again. */
    public void serverIsBack() {
        set(mail.settings());
    }

    /** One round of sending, recording and asking. */
    public void round() {
        sender.round();
    }

    /** The mails that the server has taken. */
    public List<MimeMessage> taken() {
        return List.of(mail.server().getReceivedMessages());
    }

    private void set(Map<String, Object> server) {
        var all = new HashMap<String, Object>(Map.of("redress.sending.email", true, "redress.sending.from", "complaints@kent.example"));
        all.putAll(server);
        settings.getPropertySources().remove(SOURCE);
        settings.getPropertySources().addFirst(new MapPropertySource(SOURCE, all));
    }

    @Override
    public void close() {
        settings.getPropertySources().remove(SOURCE);
        mail.close();
    }
}
