package org.redress.feed;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.redress.identity.AccessChange.Kind;
import org.redress.identity.AccessNews;
import org.redress.identity.Turns;
import org.springframework.core.env.Environment;
import org.springframework.dao.PessimisticLockingFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The addresses under which calendar programs read deadlines: each is made by its owner, shown once, and good until its last day, until it is revoked, or until the account is gone. */
@Component
public class Feeds {
    /** For how many days one is made at most. */
    public static final int LONGEST_DAYS = 366;
    /** How many somebody has at the same time: a desk, a telephone, one to spare. */
    static final int MOST = 3;
    private static final int BYTES = 32;
    private static final String COLUMNS = "select id, person, made_at, last_day, revoked_at from feed";
    private static final SecureRandom RANDOM = new SecureRandom();

    private final JdbcClient database;
    private final Turns turns;
    private final AccessNews news;
    private final Environment settings;
    private final Clock clock;

    Feeds(JdbcClient database, Turns turns, AccessNews news, Environment settings, Clock clock) {
        this.database = database;
        this.turns = turns;
        this.news = news;
        this.settings = settings;
        this.clock = clock;
    }

    /** What is known of an address; the address itself is not. */
    public record Feed(long id, String person, LocalDateTime madeAt, LocalDate lastDay, @Nullable LocalDateTime revokedAt) {}

    /** An address is not made like that; the message says why. */
    public static class FeedRefused extends RuntimeException {
        FeedRefused(String sentence) {
            super(sentence);
        }
    }

    /** Whether there are such addresses at all. */
    public boolean enabled() {
        return settings.getProperty("redress.feeds.enabled", Boolean.class, false);
    }

    /** Makes an address for a person's calendar and gives what is secret of it, this once. */
    @Transactional
    public String make(String person, LocalDate lastDay) {
        takeTurn();
        var today = LocalDate.now(clock);
        if (!lastDay.isAfter(today) || lastDay.isAfter(today.plusDays(LONGEST_DAYS))) {
            throw new FeedRefused("The last day is after today, and at most " + LONGEST_DAYS + " days away.");
        }
        if (of(person).size() >= MOST) {
            throw new FeedRefused("You have " + MOST + " addresses already. Revoke one that you do not need any more.");
        }
        var random = new byte[BYTES];
        RANDOM.nextBytes(random);
        var token = Base64.getUrlEncoder().withoutPadding().encodeToString(random);
        database.sql("insert into feed (person, digest, made_at, last_day) values (?, ?, ?, ?)").params(person, digest(token), LocalDateTime.now(clock), lastDay).update();
        news.ofAccount(Kind.FEED_MADE, person, null);
        return token;
    }

    /** An account that is deleted meanwhile would leave its address behind. */
    private void takeTurn() {
        try {
            turns.take(Turns.ACCOUNTS);
        } catch (PessimisticLockingFailureException e) {
            throw new FeedRefused("Somebody is changing accounts at this moment; do it again.");
        }
    }

    /** The good addresses of a person. */
    public List<Feed> of(String person) {
        return database.sql(COLUMNS + " where person = ? and revoked_at is null and last_day >= ? order by id").params(person, LocalDate.now(clock)).query(Feed.class).list();
    }

    /** All good addresses, for administrators. */
    public List<Feed> all() {
        return database.sql(COLUMNS + " where revoked_at is null and last_day >= ? order by person, id").params(LocalDate.now(clock)).query(Feed.class).list();
    }

    /** The address that belongs to this secret, if it is good today. */
    Optional<Feed> find(String token) {
        return database.sql(COLUMNS + " where digest = ? and revoked_at is null and last_day >= ?").params(digest(token), LocalDate.now(clock)).query(Feed.class).optional();
    }

    /** Ends an address at once: one's own, or for an administrator that of anybody (no owner named). */
    @Transactional
    public void revoke(long id, @Nullable String owner) {
        database.sql(COLUMNS + " where id = ? and revoked_at is null").param(id).query(Feed.class).optional().filter(feed -> owner == null || owner.equals(feed.person())).ifPresent(feed -> {
            database.sql("update feed set revoked_at = ? where id = ?").params(LocalDateTime.now(clock), id).update();
            news.ofAccount(Kind.FEED_REVOKED, feed.person(), null);
        });
    }

    /** An account is gone; whoever gets one with the same id later has no address. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void gone(String person) {
        database.sql("delete from feed where person = ?").param(person).update();
    }

    private static String digest(String token) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
