package org.redress.access;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.redress.database.Competition;
import org.redress.database.Outage;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.session.FindByIndexNameSessionRepository;
import org.springframework.session.Session;

/**
 * The sessions of all nodes, in the database by Spring Session. Nothing is kept of who has not signed in, and a row that
 * this version would not write is no session.
 *
 * @param <S> what Spring Session keeps one in
 */
final class KeptSessions<S extends Session> implements FindByIndexNameSessionRepository<KeptSession<S>> {
    private static final Pattern ID = Pattern.compile("[0-9a-f-]{36}");
    private static final Logger LOG = LoggerFactory.getLogger(KeptSessions.class);

    private final FindByIndexNameSessionRepository<S> rows;
    private final Duration idle;
    private final Duration longest;
    private final BiConsumer<String, String> signedIn;

    /**
     * Sessions over rows.
     *
     * @param signedIn hears of each session that is written for the first time, with person and id
     */
    KeptSessions(FindByIndexNameSessionRepository<S> rows, Duration idle, Duration longest, BiConsumer<String, String> signedIn) {
        this.rows = rows;
        this.idle = idle;
        this.longest = longest;
        this.signedIn = signedIn;
    }

    @Override
    public KeptSession<S> createSession() {
        return new KeptSession<>(rows.createSession(), idle, longest, true);
    }

    @Override
    public void save(KeptSession<S> session) {
        if (!session.isOfSomebody()) {
            if (!session.isNew()) {
                rows.deleteById(session.getId());
            }
        } else if (session.isChanged()) {
            boolean isNew = session.isNew();
            try {
                rows.save(session.row());
            } catch (RuntimeException e) {
                if (isNew || !Outage.is(e) && !Competition.isCertain(e) && rows.findById(session.getId()) != null) {
                    throw e;
                }
                // what was done is done, whether or not it can be noted that somebody was there, and also where that ended their session
                return;
            }
            session.isWritten();
            String person = session.getAttribute(KeptSession.PERSON);
            if (isNew && person != null) {
                signedIn.accept(person, session.getId());
            }
        }
    }

    @Override
    public @Nullable KeptSession<S> findById(String id) {
        // what a browser sends is not always an id, and not always something that a database takes
        var row = ID.matcher(id).matches() ? rows.findById(id) : null;
        return row == null ? null : readable(row);
    }

    @Override
    public void deleteById(String id) {
        rows.deleteById(id);
    }

    @Override
    public Map<String, KeptSession<S>> findByIndexNameAndIndexValue(String name, String value) {
        var found = new HashMap<String, KeptSession<S>>();
        rows.findByIndexNameAndIndexValue(name, value).forEach((id, row) -> {
            var session = row.isExpired() ? null : readable(row);
            if (session != null) {
                found.put(id, session);
            }
        });
        return found;
    }

    private @Nullable KeptSession<S> readable(S row) {
        var session = new KeptSession<>(row, idle, longest, false);
        if (session.isReadable()) {
            return session;
        }
        LOG.warn("A session was dropped: it holds what this version does not write.");
        rows.deleteById(row.getId());
        return null;
    }
}
