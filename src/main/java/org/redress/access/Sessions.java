package org.redress.access;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.redress.identity.AccessChange;
import org.redress.identity.AccessWatch;
import org.redress.identity.Accounts;
import org.redress.identity.Accounts.Account;
import org.redress.identity.Standing;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/**
 * Which sessions go on and which end (S6). One ends when nobody was there for a while, after a working day, when its owner has
 * signed in too often since, and with what it rests on: the account, the password, the roles and the councils. No list of what an open page asks
 * for by itself would ever be complete: so no request says that somebody is there but the one that a page sends when a person presses a
 * key, clicks, scrolls or opens it.
 */
@Component
class Sessions implements AccessWatch {
    static final String PRESENT = "/redress/present";

    private static final Set<AccessChange.Kind> ENDING = Set.of(AccessChange.Kind.ACCOUNT_MADE, AccessChange.Kind.ACCOUNT_DELETED, AccessChange.Kind.PASSWORD_SET,
            AccessChange.Kind.ROLE_TAKEN, AccessChange.Kind.COUNCIL_LEFT);
    private static final List<String> GO_ON = List.of(KeptSession.PERSON, KeptSession.MEANS, KeptSession.WITH_CODE, KeptSession.ADDRESS, KeptSession.BROWSER, KeptSession.WEBAPPS_TOKEN);
    private static final Logger LOG = LoggerFactory.getLogger(Sessions.class);

    private final Accounts accounts;
    private final JdbcTemplate database;
    private final int most;

    Sessions(Accounts accounts, JdbcTemplate database, @Value("${redress.session.most}") int most) {
        this.accounts = accounts;
        this.database = database;
        this.most = most;
    }

    /** Somebody is there. */
    static void isHere(HttpSession session) {
        session.setAttribute(KeptSession.PRESENCE, true);
    }

    /** Ends the session of a request and what it knows of a person. */
    static void end(HttpServletRequest request) {
        var session = request.getSession(false);
        if (session != null) {
            session.invalidate();
        }
        SecurityContextHolder.clearContext();
    }

    /** Whether what the session of a request rests on is still there; what has come to it since, it rests on from now on. A program uses none. */
    boolean stands(HttpServletRequest request, Account account) {
        var session = request.getSession(false);
        if (session == null || !account.id().equals(session.getAttribute(KeptSession.PERSON))) {
            return true;
        }
        var before = Standing.read((String) session.getAttribute(KeptSession.STANDING));
        if (before.filter(standing -> standing.holdsWith(account.standing())).isEmpty()) {
            LOG.info("A session of {} ended: their account, password, roles or councils have changed.", account.id());
            return false;
        }
        session.setAttribute(KeptSession.STANDING, account.standing().text());
        return true;
    }

    /** Of too many sessions of a person those end in which nobody was there for the longest time, and never the new one. */
    void signedIn(String person, String session) {
        signedIn(person, session, most);
    }

    void signedIn(String person, String session, int allowed) {
        var others = database.queryForList("select primary_id from spring_session where principal_name = ? and session_id <> ? order by last_access_time desc",
                String.class, person, session);
        var tooMany = others.subList(Math.min(allowed - 1, others.size()), others.size());
        tooMany.forEach(other -> database.update("delete from spring_session where primary_id = ?", other));
        if (!tooMany.isEmpty()) {
            LOG.info("{} of {} ended: they have signed in more than {} times.", tooMany.size() == 1 ? "A session" : tooMany.size() + " sessions", person, allowed);
        }
    }

    /** A new account begins without any session, also where an earlier one of its id has left some behind. */
    @Override
    public void changed(AccessChange change) {
        if (change.concerns() != null && ENDING.contains(change.kind())) {
            if (change.kind() == AccessChange.Kind.PASSWORD_SET) {
                goOnAfterwards(change.concerns());
            }
            end(change.concerns());
        }
    }

    void end(String person) {
        int ended = database.update("delete from spring_session where principal_name = ?", person);
        if (ended > 0) {
            LOG.info("{} of {} ended: their account, password, roles or councils have changed.", ended == 1 ? "A session" : ended + " sessions", person);
        }
    }

    /** Ends every session of a person but this one. */
    int endOthers(String person, String session) {
        int ended = database.update("delete from spring_session where principal_name = ? and session_id <> ?", person, session);
        LOG.info("{} signed out everywhere else: {}.", person, ended);
        return ended;
    }

    /** Who changes their own password goes on, as soon as that is certain. */
    private void goOnAfterwards(String person) {
        current().filter(session -> person.equals(session.getAttribute(KeptSession.PERSON))).ifPresent(own ->
                TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
                    private String mark = "";

                    @Override
                    public void beforeCommit(boolean readOnly) {
                        // of this password, and of none that somebody sets a moment later
                        mark = accounts.mark(person);
                    }

                    @Override
                    public void afterCommit() {
                        goOnInAnother(own, mark);
                    }
                }));
    }

    /** With another id and in another row: a request that is under way with the one before, by whoever has it too, would write its id into the same row again. */
    private static void goOnInAnother(HttpSession before, String mark) {
        var kept = GO_ON.stream().map(before::getAttribute).toList();
        var standing = Standing.read((String) before.getAttribute(KeptSession.STANDING));
        before.invalidate();
        var next = currentRequest().orElseThrow().getSession();
        for (int i = 0; i < GO_ON.size(); i++) {
            next.setAttribute(GO_ON.get(i), kept.get(i));
        }
        standing.ifPresent(rested -> next.setAttribute(KeptSession.STANDING, rested.marked(mark).text()));
    }

    private static Optional<HttpSession> current() {
        return currentRequest().map(request -> request.getSession(false));
    }

    private static Optional<HttpServletRequest> currentRequest() {
        return Optional.ofNullable(RequestContextHolder.getRequestAttributes()).filter(ServletRequestAttributes.class::isInstance)
                .map(attributes -> ((ServletRequestAttributes) attributes).getRequest());
    }
}
