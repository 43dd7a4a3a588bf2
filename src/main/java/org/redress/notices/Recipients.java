package org.redress.notices;

import java.util.Optional;
import org.camunda.bpm.engine.IdentityService;
import org.redress.identity.Accounts;
import org.redress.identity.RestrictedCases;
import org.redress.identity.Sight;
import org.redress.mail.MailAddress;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** To whom something goes at this moment: the account stands, the case is there for its person, the address is confirmed and within the domains. */
@Component
class Recipients {
    private final Accounts accounts;
    private final IdentityService identity;
    private final NoticeChoices choices;
    private final NoticeSettings settings;
    private final Sight sight;

    Recipients(@Lazy Accounts accounts, @Lazy IdentityService identity, NoticeChoices choices, NoticeSettings settings, @Lazy Sight sight) {
        this.accounts = accounts;
        this.identity = identity;
        this.choices = choices;
        this.settings = settings;
        this.sight = sight;
    }

    /** Where notices of a person go now, if they go anywhere. */
    Optional<MailAddress> of(String person) {
        return choices.of(person).flatMap(choice -> address(person).filter(address -> address.text().equals(choice.confirmed())));
    }

    /** The address of the account, confirmed or not, if it is within the domains. */
    Optional<MailAddress> address(String person) {
        return Optional.ofNullable(identity.createUserQuery().userId(person).singleResult()).flatMap(user -> MailAddress.read(user.getEmail())).filter(this::within);
    }

    boolean within(MailAddress address) {
        return address.in(settings.domains());
    }

    /** Whether the person may be told of a case of a council, or of a task there that belongs to none. */
    boolean mayKnow(String person, String tenant, Optional<String> reference) {
        // a task of a restricted case is its council's too
        var council = RestrictedCases.council(tenant);
        return accounts.find(person).filter(account -> account.councils().contains(council)).isPresent() && reference.map(one -> sight.sees(person, council, one)).orElse(true);
    }
}
