package org.redress.notices;

import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.redress.casefile.Appointed;
import org.redress.casefile.Appointments;
import org.redress.casefile.LetterWatch;
import org.redress.gate.WorkListener;
import org.redress.identity.AddressWatch;
import org.redress.identity.Authority;
import org.redress.identity.Reader;
import org.redress.identity.Role;
import org.redress.mail.MailAddress;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** Writes into the outbox what happens in a step, for those who chose to be told; nothing while notices are off, and nothing of what somebody does themselves. */
@Component
class TellOfWork implements WorkListener, LetterWatch, AddressWatch {
    private final NoticeSettings settings;
    private final NoticeChoices choices;
    private final Outbox outbox;
    private final Appointments appointments;
    private final Authority authority;
    private final Reader reader;
    private final Clock clock;

    TellOfWork(NoticeSettings settings, NoticeChoices choices, Outbox outbox, @Lazy Appointments appointments, @Lazy Authority authority, Reader reader, Clock clock) {
        this.settings = settings;
        this.choices = choices;
        this.outbox = outbox;
        this.appointments = appointments;
        this.authority = authority;
        this.reader = reader;
        this.clock = clock;
    }

    @Override
    public void given(String task, @Nullable String to, @Nullable String by) {
        if (to != null && !to.equals(by) && settings.enabled()) {
            var when = when(to, NoticeKind.ASSIGNED);
            if (when != When.NEVER) {
                outbox.ofTask(NoticeKind.ASSIGNED, to, when, task, null);
            }
        }
    }

    /** Those who have the case now, and at a council its link officers. */
    @Override
    public void arrived(String reference, String council, boolean ombudsmans) {
        if (!settings.enabled()) {
            return;
        }
        var today = LocalDate.now(clock);
        var people = new LinkedHashSet<>(appointments.of(reference).stream().filter(one -> one.on(today)).map(Appointed::person).toList());
        if (!ombudsmans) {
            people.addAll(authority.members(List.of(Role.LINK_OFFICERS.group()), council));
        }
        reader.user().ifPresent(people::remove);
        people.forEach(person -> {
            var when = when(person, NoticeKind.LETTER);
            if (when != When.NEVER) {
                outbox.ofLetter(person, when, reference);
            }
        });
    }

    @Override
    public void addressChanged(String person, @Nullable String before, @Nullable String after) {
        var choice = choices.of(person);
        if (choice.isEmpty()) {
            return;
        }
        boolean known = before != null && before.equals(choice.get().confirmed());
        choices.addressChanged(person, known ? before : null);
        if (settings.enabled()) {
            if (known) {
                outbox.ofAddress(Outbox.ADDRESS_CHANGED, person);
            }
            if (MailAddress.read(after).filter(address -> address.in(settings.domains())).isPresent()) {
                outbox.ofAddress(Outbox.CONFIRM_ADDRESS, person);
            }
        }
    }

    private When when(String person, NoticeKind kind) {
        return choices.of(person).map(choice -> choice.when().get(kind)).orElse(When.NEVER);
    }

    @Override
    public void forgotten(String person) {
        choices.forget(person);
        outbox.forget(person);
    }
}
