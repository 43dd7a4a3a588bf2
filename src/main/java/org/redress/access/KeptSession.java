package org.redress.access;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.session.FindByIndexNameSessionRepository;
import org.springframework.session.Session;

/**
 * A session as it is kept in the database: a few short texts, and nothing else. It is written when somebody signs in, is there or signs out;
 * an open page asks for this and that without end, and no request of it extends a session or writes one.
 *
 * @param <S> what Spring Session keeps it in
 */
final class KeptSession<S extends Session> implements Session {
    /** Who has signed in; Spring Session finds the sessions of a person by it. */
    static final String PERSON = FindByIndexNameSessionRepository.PRINCIPAL_NAME_INDEX_NAME;
    /** With which means: empty for a password, otherwise the name of the server. */
    static final String MEANS = "redress.means";
    /** There if a code followed the password. */
    static final String WITH_CODE = "redress.with-code";
    /** What the sign-in rests on. */
    static final String STANDING = "redress.standing";
    static final String ADDRESS = "redress.address";
    static final String BROWSER = "redress.browser";
    /** What another server was asked, until it answers. */
    static final String ASKED = "redress.asked";
    /** The token that the webapps compare with the header of a change. */
    static final String WEBAPPS_TOKEN = "CAMUNDA_CSRF_TOKEN";
    /** Not kept, but a message: somebody is there. */
    static final String PRESENCE = "redress.presence";

    private static final Set<String> KEPT = Set.of(PERSON, MEANS, WITH_CODE, STANDING, ADDRESS, BROWSER, ASKED, WEBAPPS_TOKEN);
    /** What the webapps know of a person; it is made anew with every request (access.EnginePerson). */
    private static final Set<String> OF_THIS_REQUEST = Set.of("authenticatedUser");
    private static final int LONGEST_TEXT = 20_000;
    /** Who was there a moment ago is there. */
    private static final Duration A_MOMENT = Duration.ofSeconds(20);

    private static final Logger LOG = LoggerFactory.getLogger(KeptSession.class);

    private final S row;
    private final Duration idle;
    private final Duration longest;
    private final Map<String, Object> ofThisRequest = new HashMap<>();
    private @Nullable Instant now;
    private boolean isNew;
    private boolean changed;

    KeptSession(S row, Duration idle, Duration longest, boolean isNew) {
        this.row = row;
        this.idle = idle;
        this.longest = longest;
        this.isNew = isNew;
    }

    S row() {
        return row;
    }

    boolean isNew() {
        return isNew;
    }

    boolean isChanged() {
        return isNew || changed;
    }

    void isWritten() {
        isNew = false;
        changed = false;
    }

    /** Whether somebody has signed in, or is about to with another server; nothing is kept of anybody else. */
    boolean isOfSomebody() {
        return row.getAttribute(PERSON) != null || row.getAttribute(ASKED) != null;
    }

    /** Whether it is what this version writes, all of it. */
    boolean isReadable() {
        return row.getAttributeNames().stream().allMatch(name -> KEPT.contains(name) && row.getAttribute(name) != null)
                && (row.getAttribute(PERSON) == null ? row.getAttribute(ASKED) != null : row.getAttribute(STANDING) != null);
    }

    @Override
    @SuppressWarnings("unchecked")
    public <T> @Nullable T getAttribute(String name) {
        return OF_THIS_REQUEST.contains(name) ? (T) ofThisRequest.get(name) : row.getAttribute(name);
    }

    @Override
    public void setAttribute(String name, @Nullable Object value) {
        if (value == null) {
            removeAttribute(name);
        } else if (PRESENCE.equals(name)) {
            isHere();
        } else if (OF_THIS_REQUEST.contains(name)) {
            ofThisRequest.put(name, value);
        } else if (KEPT.contains(name) && value instanceof String text && text.length() <= LONGEST_TEXT) {
            keep(name, text);
        } else {
            LOG.error("Refused to keep a {} in a session.", value.getClass().getName());
            throw new IllegalArgumentException("A session keeps a few short texts only.");
        }
    }

    private void keep(String name, String text) {
        if (!text.equals(row.getAttribute(name))) {
            row.setAttribute(name, text);
            changed = true;
            if (PERSON.equals(name)) {
                row.setMaxInactiveInterval(idle);
            }
        }
    }

    private void isHere() {
        var last = getLastAccessedTime();
        if (now != null && last.plus(A_MOMENT).isBefore(now)) {
            var left = Duration.between(now, getCreationTime().plus(longest));
            row.setLastAccessedTime(now);
            // a negative one would be without end
            row.setMaxInactiveInterval(left.isNegative() ? Duration.ZERO : left.compareTo(idle) < 0 ? left : idle);
            changed = true;
        }
    }

    @Override
    public void removeAttribute(String name) {
        ofThisRequest.remove(name);
        if (row.getAttributeNames().contains(name)) {
            row.removeAttribute(name);
            changed = true;
        }
    }

    @Override
    public Set<String> getAttributeNames() {
        var names = new HashSet<>(row.getAttributeNames());
        names.addAll(ofThisRequest.keySet());
        return names;
    }

    /** Every request says so; it is the time of the request, and nobody need be there. */
    @Override
    public void setLastAccessedTime(Instant time) {
        now = time;
    }

    @Override
    public Instant getLastAccessedTime() {
        return row.getLastAccessedTime();
    }

    @Override
    public String getId() {
        return row.getId();
    }

    @Override
    public String changeSessionId() {
        changed = true;
        return row.changeSessionId();
    }

    @Override
    public Instant getCreationTime() {
        return row.getCreationTime();
    }

    /** How long it lasts is a setting, and nobody else's to say. */
    @Override
    public void setMaxInactiveInterval(Duration interval) {}

    @Override
    public Duration getMaxInactiveInterval() {
        return row.getMaxInactiveInterval();
    }

    @Override
    public boolean isExpired() {
        return row.isExpired();
    }
}
