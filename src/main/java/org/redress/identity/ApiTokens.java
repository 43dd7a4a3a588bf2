package org.redress.identity;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.camunda.bpm.engine.IdentityService;
import org.jspecify.annotations.Nullable;
import org.redress.casefile.CaseFiles;
import org.redress.identity.AccessChange.Kind;
import org.springframework.context.annotation.Lazy;
import org.springframework.dao.PessimisticLockingFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * The tokens with which programs call the API instead of a password: made by an administrator for the account of a program, shown once,
 * and good until their last day, until they are revoked, or until the account is gone. Each is in the record of changes.
 */
@Component
public class ApiTokens {
    /** What every token begins with, so that it is told apart from those of an OpenID Connect server, and found where it should not lie. */
    public static final String PREFIX = "redress_";
    /** For how many days one is made at most. */
    public static final int LONGEST_DAYS = 366;

    private static final String TABLE = "api_token";
    private static final int BYTES = 32;
    private static final int LONGEST_NAME = 100;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final JdbcClient database;
    private final RecordedRows record;
    private final Reader reader;
    private final IdentityService identity;
    private final Turns turns;
    private final AccessNews news;
    private final Clock clock;

    ApiTokens(JdbcClient database, @Lazy RecordedRows record, Reader reader, @Lazy IdentityService identity, Turns turns, AccessNews news, Clock clock) {
        this.database = database;
        this.record = record;
        this.reader = reader;
        this.identity = identity;
        this.turns = turns;
        this.news = news;
        this.clock = clock;
    }

    /**
     * What is known of a token; the token itself is not.
     *
     * @param account for whom its program works
     * @param program which program has it
     * @param lastDay on which it is taken
     * @param scopes what it may be used for at /redress/api/v1; without any it is for the other calls of the account
     * @param revokedAt when somebody ended it before that
     */
    public record Token(long id, String account, String program, LocalDateTime madeAt, String madeBy, LocalDate lastDay, @Nullable LocalDateTime revokedAt,
            @Nullable String revokedBy, Set<TokenScope> scopes) {}

    /** For whom a token stands, and what it may be used for. */
    public record Pass(String account, Set<TokenScope> scopes) {}

    /** A token is not made like that; the message says why. */
    public static class TokenRefused extends RuntimeException {
        TokenRefused(String sentence) {
            super(sentence);
        }
    }

    /** Makes a token for the other calls of an account and gives it, this once. */
    @Transactional
    public String make(String account, String program, LocalDate lastDay) {
        return make(account, program, lastDay, Set.of());
    }

    /** Makes a token and gives it, this once. */
    @Transactional
    public String make(String account, String program, LocalDate lastDay, Set<TokenScope> scopes) {
        takeTurn();
        refuseUnlessRight(account, program, lastDay);
        var random = new byte[BYTES];
        RANDOM.nextBytes(random);
        var token = PREFIX + Base64.getUrlEncoder().withoutPadding().encodeToString(random);
        var key = new GeneratedKeyHolder();
        database.sql("insert into api_token (account, program, digest, made_at, made_by, last_day, scopes) values (?, ?, ?, ?, ?, ?, ?)")
                .params(account, program, digest(token), LocalDateTime.now(clock), who(), lastDay, TokenScope.written(scopes)).update(key, "id");
        record.added(TABLE, Objects.requireNonNull(key.getKey()).longValue());
        news.ofAccount(Kind.TOKEN_MADE, account);
        return token;
    }

    /** An account that is deleted meanwhile would leave its token behind. */
    private void takeTurn() {
        try {
            turns.take(Turns.ACCOUNTS);
        } catch (PessimisticLockingFailureException e) {
            throw new TokenRefused("Somebody else is changing accounts at this moment; do it again.");
        }
    }

    private void refuseUnlessRight(String account, String program, LocalDate lastDay) {
        var today = LocalDate.now(clock);
        if (!Accounts.isName(account) || identity.createUserQuery().userId(account).count() == 0) {
            throw new TokenRefused("There is no account " + account + ".");
        }
        if (reader.user().filter(account::equals).isPresent()) {
            throw new TokenRefused("Nobody makes a token for themselves; another administrator does.");
        }
        if (program.isBlank() || program.length() > LONGEST_NAME || program.chars().anyMatch(Character::isISOControl)) {
            throw new TokenRefused("Say which program gets it, in at most " + LONGEST_NAME + " characters.");
        }
        if (!lastDay.isAfter(today) || lastDay.isAfter(today.plusDays(LONGEST_DAYS))) {
            throw new TokenRefused("A token's last day is after today, and at most " + LONGEST_DAYS + " days away.");
        }
    }

    /** For whom a token stands, if it is good today. */
    public Optional<Pass> pass(String token) {
        return database.sql("select account, scopes from api_token where digest = ? and revoked_at is null and last_day >= ?").params(digest(token), LocalDate.now(clock))
                .query((found, number) -> new Pass(found.getString(1), TokenScope.read(found.getString(2)))).optional();
    }

    /** All tokens, the newest first. */
    public List<Token> all() {
        return database.sql("select id, account, program, made_at, made_by, last_day, revoked_at, revoked_by, scopes from api_token order by id desc")
                .query(ApiTokens::token).list();
    }

    private static Token token(ResultSet found, int number) throws SQLException {
        return new Token(found.getLong("id"), found.getString("account"), found.getString("program"), found.getObject("made_at", LocalDateTime.class), found.getString("made_by"),
                found.getObject("last_day", LocalDate.class), found.getObject("revoked_at", LocalDateTime.class), found.getString("revoked_by"), TokenScope.read(found.getString("scopes")));
    }

    /** Ends a token at once. */
    @Transactional
    public void revoke(long id) {
        var account = database.sql("select account from api_token where revoked_at is null and id = ?").param(id).query(String.class).optional();
        end("id = ?", id);
        account.ifPresent(whose -> news.ofAccount(Kind.TOKEN_REVOKED, whose));
    }

    /** An account is gone; whoever gets one with the same id later has no program. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void gone(String account) {
        end("account = ?", account);
    }

    private void end(String which, Object value) {
        database.sql("select id from api_token where revoked_at is null and " + which).param(value).query(Long.class).list().forEach(row -> {
            database.sql("update api_token set revoked_at = ?, revoked_by = ? where id = ?").params(LocalDateTime.now(clock), who(), row).update();
            record.changed(TABLE, row, "revoked_at", "revoked_by");
        });
    }

    private String who() {
        return reader.user().orElse(CaseFiles.PRODUCT);
    }

    private static String digest(String token) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
