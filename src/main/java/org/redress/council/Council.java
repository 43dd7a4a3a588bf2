package org.redress.council;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Version;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A council, or an Ombudsman, as a row; its changes are in the record of changes. */
@Entity
class Council {
    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "council_id")
    @SequenceGenerator(name = "council_id", sequenceName = "council_id", allocationSize = 1)
    private @Nullable Long id;

    @Version
    private int version;

    private String tenant;
    private boolean ombudsman;
    private String name;
    private @Nullable String prefix;
    private String calendar;
    private @Nullable String address;
    private @Nullable String email;
    private @Nullable String telephone;
    private @Nullable String web;

    @SuppressWarnings("NullAway.Init")
    protected Council() {}

    @SuppressWarnings("NullAway.Init")
    Council(Profile profile) {
        this.tenant = profile.id();
        this.ombudsman = profile.ombudsman();
        say(profile);
    }

    /** What is said of it from now on; it stays the same council, and an Ombudsman stays one. */
    final void say(Profile profile) {
        name = profile.name();
        prefix = profile.prefix();
        calendar = profile.calendar();
        address = profile.contact().address();
        email = profile.contact().email();
        telephone = profile.contact().telephone();
        web = profile.contact().web();
    }

    Profile profile(List<Profile.Service> services, List<Profile.Procedure> procedures) {
        return new Profile(tenant, ombudsman, name, prefix, calendar, new Profile.Contact(address, email, telephone, web), services, procedures);
    }

    String tenant() {
        return tenant;
    }
}
