package org.redress.identity;

import com.eatthepath.otp.TimeBasedOneTimePasswordGenerator;
import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import javax.crypto.spec.SecretKeySpec;
import org.redress.identity.AccessChange.Kind;
import org.springframework.context.annotation.Lazy;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * The second factor of those who sign in with a password: codes that a device shows for half a minute each (RFC 6238), and recovery codes
 * for the day on which the device is lost. Each is taken once, on whatever node. Who has one, since when, and each recovery code that was
 * used, is in the record of changes.
 */
@Component
public class SecondFactors {
    private static final String TABLE = "second_factor";
    private static final String CODES = "recovery_code";
    private static final int SECRET_BYTES = 20;
    private static final int RECOVERY_CODES = 8;
    private static final int RECOVERY_LENGTH = 16;
    /** Without letters and figures that look alike. */
    private static final String RECOVERY_LETTERS = "abcdefghjkmnpqrstuvwxyz23456789";
    private static final SecureRandom RANDOM = new SecureRandom();

    private final JdbcClient database;
    private final RecordedRows record;
    private final Reader reader;
    private final Seal seal;
    private final Turns turns;
    private final AccessNews news;
    private final Clock clock;
    private final TimeBasedOneTimePasswordGenerator generator = new TimeBasedOneTimePasswordGenerator();

    SecondFactors(JdbcClient database, @Lazy RecordedRows record, Reader reader, Seal seal, Turns turns, AccessNews news, Clock clock) {
        this.database = database;
        this.record = record;
        this.reader = reader;
        this.seal = seal;
        this.turns = turns;
        this.news = news;
        this.clock = clock;
    }

    /**
     * What somebody is shown who sets one up, and nobody ever again.
     *
     * @param secret in base 32, as devices take it
     */
    public record Offer(String secret, List<String> recoveryCodes) {
        /** As one text. */
        public String text() {
            return secret + " " + String.join(" ", recoveryCodes);
        }

        /** From its text. */
        public static Offer read(String text) {
            var parts = List.of(text.split(" "));
            return new Offer(parts.get(0), parts.subList(1, parts.size()));
        }
    }

    /** Who has one, since when, with how many recovery codes left. */
    public record Known(String account, LocalDateTime madeAt, long recoveryCodes) {}

    /** Whether a person has one. */
    public boolean has(String account) {
        return database.sql("select count(*) from second_factor where account = ?").param(account).query(Long.class).single() > 0;
    }

    /** Everybody who has one. */
    public List<Known> all() {
        return database.sql("select account, made_at, (select count(*) from recovery_code c where c.second_factor_id = f.id) as recovery_codes from second_factor f order by account")
                .query(Known.class).list();
    }

    /** A new secret with recovery codes; it counts when it is set up. */
    public Offer offer() {
        var secret = new byte[SECRET_BYTES];
        RANDOM.nextBytes(secret);
        return new Offer(Base32.encode(secret), Stream.generate(SecondFactors::recoveryCode).limit(RECOVERY_CODES).toList());
    }

    /**
     * Sets one up, if the code shows that the device has the secret and the person has none yet.
     *
     * @throws org.springframework.dao.PessimisticLockingFailureException when others change accounts for too long
     */
    @Transactional
    public boolean setUp(String account, Offer offer, String code) {
        var step = step(offer.secret(), code);
        if (step.isEmpty()) {
            return false;
        }
        turns.take(Turns.ACCOUNTS);
        if (has(account) || !isThere(account)) {
            return false;
        }
        var key = new GeneratedKeyHolder();
        database.sql("insert into second_factor (account, sealed, made_at) values (?, ?, ?)").params(account, seal.close(purpose(account), offer.secret()), LocalDateTime.now(clock))
                .update(key, "id");
        long row = Objects.requireNonNull(key.getKey()).longValue();
        record.added(TABLE, row);
        offer.recoveryCodes().forEach(recovery -> {
            var one = new GeneratedKeyHolder();
            database.sql("insert into recovery_code (second_factor_id, digest) values (?, ?)").params(row, digest(plain(recovery))).update(one, "id");
            record.added(CODES, Objects.requireNonNull(one.getKey()).longValue());
        });
        database.sql("insert into second_factor_step (account, last_step) values (?, ?)").params(account, step.getAsLong()).update();
        news.ofAccount(Kind.SECOND_FACTOR_SET_UP, account);
        return true;
    }

    /** It may have been deleted since the password was given, and whoever gets its id later sets up one of their own. */
    private boolean isThere(String account) {
        return database.sql("select count(*) from ACT_ID_USER where ID_ = ?").param(account).query(Long.class).single() > 0;
    }

    /** Takes a code of the device, or a recovery code, if it is right and was never taken before. */
    @Transactional
    public boolean takes(String account, String typed) {
        var sealed = database.sql("select sealed from second_factor where account = ?").param(account).query(String.class).optional();
        var secret = sealed.flatMap(text -> seal.open(purpose(account), text));
        var step = secret.map(known -> step(known, typed)).orElseGet(OptionalLong::empty);
        if (step.isPresent()) {
            // on another node, or in another thread, it may have been taken a moment ago
            return database.sql("update second_factor_step set last_step = ? where account = ? and last_step < ?").params(step.getAsLong(), account, step.getAsLong()).update() == 1;
        }
        return sealed.isPresent() && takesRecovery(account, plain(typed));
    }

    private boolean takesRecovery(String account, String code) {
        return database.sql("select c.id from recovery_code c join second_factor f on f.id = c.second_factor_id where f.account = ? and c.digest = ?").params(account, digest(code))
                .query(Long.class).optional().filter(this::remove).isPresent();
    }

    private boolean remove(long recoveryCode) {
        boolean removed = database.sql("delete from recovery_code where id = ?").param(recoveryCode).update() == 1;
        if (removed) {
            record.removed(CODES, recoveryCode);
        }
        return removed;
    }

    /** Takes a person's second factor away, so that they set up another one; nobody does so for themselves. */
    @Transactional
    public boolean reset(String account) {
        boolean reset = Accounts.isName(account) && reader.user().filter(account::equals).isEmpty() && forget(account);
        if (reset) {
            news.ofAccount(Kind.SECOND_FACTOR_RESET, account);
        }
        return reset;
    }

    /** An account is gone. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void gone(String account) {
        forget(account);
    }

    private boolean forget(String account) {
        var row = database.sql("select id from second_factor where account = ?").param(account).query(Long.class).optional();
        row.ifPresent(id -> {
            database.sql("select id from recovery_code where second_factor_id = ?").param(id).query(Long.class).list().forEach(this::remove);
            database.sql("delete from second_factor where id = ?").param(id).update();
            record.removed(TABLE, id);
        });
        database.sql("delete from second_factor_step where account = ?").param(account).update();
        return row.isPresent();
    }

    /** The step whose code this is: the present one, the one before or the next, because no two clocks agree. */
    private OptionalLong step(String secret, String typed) {
        var code = plain(typed);
        long now = clock.instant().getEpochSecond() / generator.getTimeStep().toSeconds();
        return LongStream.rangeClosed(now - 1, now + 1).filter(step -> MessageDigest.isEqual(bytes(code(secret, step)), bytes(code))).findFirst();
    }

    /** The code that a device with this secret shows in a step. */
    String code(String secret, long step) {
        try {
            return generator.generateOneTimePasswordString(new SecretKeySpec(Base32.decode(secret), generator.getAlgorithm()),
                    Instant.ofEpochSecond(step * generator.getTimeStep().toSeconds()), Locale.ROOT);
        } catch (InvalidKeyException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String recoveryCode() {
        var code = new StringBuilder();
        IntStream.range(0, RECOVERY_LENGTH).forEach(i -> code.append(i > 0 && i % 4 == 0 ? "-" : "").append(RECOVERY_LETTERS.charAt(RANDOM.nextInt(RECOVERY_LETTERS.length()))));
        return code.toString();
    }

    /** As it is compared: people type blanks and capitals. */
    private static String plain(String typed) {
        return typed.replaceAll("[\\s-]", "").toLowerCase(Locale.ROOT);
    }

    private static String purpose(String account) {
        return "second factor of " + account;
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static String digest(String code) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes(code)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
