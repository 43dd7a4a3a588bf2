package org.redress.mail;

import java.util.Collection;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** An e-mail address as offices write them: one name, one domain, and nothing that a mail server or a header could read in another way. */
public record MailAddress(String text) {
    private static final int LONGEST = 254;
    private static final Pattern FORM = Pattern.compile("[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+(\\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+)*@([A-Za-z0-9]([A-Za-z0-9-]*[A-Za-z0-9])?)(\\.[A-Za-z0-9]([A-Za-z0-9-]*[A-Za-z0-9])?)+");

    /** An address, if it is one. */
    public static Optional<MailAddress> read(@Nullable String text) {
        return text == null || text.length() > LONGEST || !FORM.matcher(text).matches() ? Optional.empty() : Optional.of(new MailAddress(text));
    }

    /** Whether it is one of these domains; a domain below one of them is another. */
    public boolean in(Collection<String> domains) {
        return domains.contains(text.substring(text.indexOf('@') + 1).toLowerCase(Locale.ROOT));
    }
}
