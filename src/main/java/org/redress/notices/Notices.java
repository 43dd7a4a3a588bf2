package org.redress.notices;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.camunda.bpm.engine.BadUserRequestException;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.User;
import org.jspecify.annotations.Nullable;
import org.redress.identity.Throttle;
import org.redress.identity.Throttles;
import org.redress.mail.MailAddress;
import org.redress.notices.NoticeChoices.Choice;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What somebody chooses about their own notices: which, how, and to which address; and which notices were given up. */
@Component
public class Notices {
    /** How many of those that were given up a list shows. */
    public static final int MOST_SHOWN = 50;
    private static final int TRIES = 5;
    private static final Duration ONE_MORE_TRY = Duration.ofMinutes(1);
    private static final int CODES = 3;
    private static final Duration ONE_MORE_CODE = Duration.ofMinutes(10);

    private final NoticeSettings settings;
    private final NoticeChoices choices;
    private final Outbox outbox;
    private final Recipients recipients;
    private final IdentityService identity;
    private final Clock clock;
    private final Throttle tries;
    private final Throttle codes;

    Notices(NoticeSettings settings, NoticeChoices choices, Outbox outbox, Recipients recipients, @Lazy IdentityService identity, Throttles throttles, Clock clock) {
        this.settings = settings;
        this.choices = choices;
        this.outbox = outbox;
        this.recipients = recipients;
        this.identity = identity;
        this.clock = clock;
        this.tries = throttles.named("confirmations", TRIES, ONE_MORE_TRY);
        this.codes = throttles.named("confirmations asked", CODES, ONE_MORE_CODE);
    }

    /**
     * How it stands for a person.
     *
     * @param address of the account
     * @param allowed whether it is within the domains to which notices go
     * @param confirmed whether its owner has typed what was sent there
     * @param asked whether a code is on its way to it
     */
    public record Own(@Nullable String address, boolean allowed, boolean confirmed, boolean asked, Map<NoticeKind, When> when) {}

    /** A notice that could not be sent. */
    public record GivenUp(String person, String kind, LocalDateTime madeAt, String because) {}

    /** Something is not taken like that; the message says why. */
    public static class NoticesRefused extends RuntimeException {
        /** With a sentence for whoever asked. */
        public NoticesRefused(String sentence) {
            super(sentence);
        }
    }

    /** How it stands for a person. */
    public Own of(String person) {
        var choice = choices.of(person);
        var address = Optional.ofNullable(identity.createUserQuery().userId(person).singleResult()).map(User::getEmail).filter(text -> !text.isBlank()).orElse(null);
        var when = new EnumMap<NoticeKind, When>(NoticeKind.class);
        for (var kind : NoticeKind.values()) {
            when.put(kind, choice.map(Choice::when).map(chosen -> chosen.get(kind)).orElse(When.NEVER));
        }
        return new Own(address, MailAddress.read(address).filter(recipients::within).isPresent(), address != null && choice.filter(one -> address.equals(one.confirmed())).isPresent(),
                address != null && choice.filter(one -> address.equals(one.asked()) && open(one)).isPresent(), when);
    }

    /** Chooses which notices a person gets, and how. */
    @Transactional
    public void choose(String person, Map<NoticeKind, When> when) {
        choices.choose(person, when);
    }

    /** Gives the account of a person this address, and sends a code there; the one before is told. Refuses one that is none, or outside the domains. */
    @Transactional
    public void use(String person, String text) {
        var address = MailAddress.read(text).orElseThrow(() -> new NoticesRefused("This is no e-mail address."));
        if (!recipients.within(address)) {
            throw new NoticesRefused("Notices go to addresses of these domains only: " + String.join(", ", settings.domains()) + ".");
        }
        codes.take(person).ifPresent(wait -> {
            throw new NoticesRefused("Several codes were sent already. Ask for another in " + minutes(wait) + ".");
        });
        var user = identity.createUserQuery().userId(person).singleResult();
        choices.choose(person, Map.of());
        if (!address.text().equals(user.getEmail())) {
            user.setEmail(address.text());
            save(user);
        } else {
            outbox.ofAddress(Outbox.CONFIRM_ADDRESS, person);
        }
    }

    private void save(User user) {
        try {
            identity.saveUser(user);
        } catch (BadUserRequestException e) {
            throw new NoticesRefused(String.valueOf(e.getMessage()));
        }
    }

    /** The code that was sent to the address of the account; from now on notices go there. */
    @Transactional
    public void confirm(String person, String code) {
        tries.take(person).ifPresent(wait -> {
            throw new NoticesRefused("Too many codes were tried. Try again in " + minutes(wait) + ".");
        });
        var choice = choices.of(person).filter(this::open);
        var address = recipients.address(person).filter(one -> choice.filter(asked -> one.text().equals(asked.asked())).isPresent());
        var typed = Codes.digest(code.replaceAll("\\s", "").toUpperCase(Locale.ROOT));
        if (choice.isEmpty() || address.isEmpty() || !typed.equals(choice.get().code())) {
            throw new NoticesRefused("This is not the code that was sent, or its time is over.");
        }
        choices.confirm(person, address.get().text());
    }

    private boolean open(Choice choice) {
        return choice.code() != null && choice.codeUntil() != null && LocalDateTime.now(clock).isBefore(choice.codeUntil());
    }

    /** Those that were given up, the newest first: of everybody, or of the people of a council. */
    public List<GivenUp> givenUp(@Nullable String council) {
        return outbox.givenUp(council, MOST_SHOWN).stream().map(row -> new GivenUp(row.person(), row.kind(), row.madeAt(), row.because())).toList();
    }

    private static String minutes(Duration wait) {
        long minutes = wait.toMinutes() + 1;
        return minutes == 1 ? "a minute" : minutes + " minutes";
    }
}
