package org.redress.council;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDateTime;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * All that is known of a council, or of an Ombudsman.
 *
 * @param id the tenant; it never changes
 * @param ombudsman whether it is an Ombudsman, who has no prefix, no services and no procedures of a council
 * @param prefix what the references of its cases begin with, such as KENT
 * @param calendar the working calendar, by name
 */
public record Profile(String id, boolean ombudsman, String name, @Nullable String prefix, String calendar, Contact contact, List<Service> services,
        List<Procedure> procedures) {
    public Profile {
        services = List.copyOf(services);
        procedures = List.copyOf(procedures);
    }

    /** How the public reaches it; what is not known is not there. */
    public record Contact(@Nullable String address, @Nullable String email, @Nullable String telephone, @Nullable String web) {
        /** Of which nothing is known. */
        public static final Contact UNKNOWN = new Contact(null, null, null, null);
    }

    /** A service that cases can be given to. */
    public record Service(String code, String name) {}

    /** Which procedure it has for a kind of complaint, for those received from a moment on until the next one. */
    public record Procedure(String kind, String procedure, LocalDateTime from) {}

    /** The same in the order in which it is kept. */
    Profile inOrder() {
        return new Profile(id, ombudsman, name, prefix, calendar, contact,
                services.stream().sorted(Comparator.comparing(Service::name).thenComparing(Service::code)).toList(),
                procedures.stream().sorted(Comparator.comparing(Procedure::kind).thenComparing(Procedure::from)).toList());
    }

    /** Tells whether somebody has changed anything since it was shown. */
    public String stand() {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(inOrder().toString().getBytes(StandardCharsets.UTF_8));
            return new BigInteger(1, digest).toString(Character.MAX_RADIX);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
