package org.redress.api;

import java.util.List;
import java.util.stream.Stream;
import org.redress.api.CaseDocument.Contact;
import org.redress.casefile.CaseSummary;
import org.redress.council.Councils;
import org.redress.council.Profile;
import org.springframework.stereotype.Component;

/**
 * How a council and an Ombudsman are reached, for whoever writes a letter of the case: the Ombudsman writes to the council, and the
 * council's letters name itself and the Ombudsman (CORP-18, CORP-22, CORP-33, CHD-56).
 */
@Component
class CaseContacts {
    private final Councils councils;

    CaseContacts(Councils councils) {
        this.councils = councils;
    }

    List<Contact> of(CaseSummary file) {
        var other = file.counterpart() == null ? Stream.<Profile>empty() : councils.find(file.counterpart()).stream();
        var named = file.ombudsmans() ? other
                : Stream.concat(councils.find(file.council()).stream(), file.counterpart() == null ? councils.ombudsmen().stream() : other);
        return named.filter(profile -> !profile.contact().equals(Profile.Contact.UNKNOWN)).map(CaseContacts::contact).toList();
    }

    private static Contact contact(Profile profile) {
        var contact = profile.contact();
        return new Contact(profile.name(), contact.address(), contact.email(), contact.telephone(), contact.web());
    }
}
