package org.redress.notices;

import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The notices that wait, and what became of the others. A row is written in the transaction of what it tells of, and never twice under the same key. */
@Component
class Outbox {
    static final String DIGEST = "digest";
    static final String CONFIRM_ADDRESS = "confirm-address";
    static final String ADDRESS_CHANGED = "address-changed";
    /** What is older is no news any more, whatever kept it. */
    private static final int STALE_DAYS = 7;
    /** After which a sent row goes; what it told of is over long before. */
    private static final int KEEP_DAYS = 400;
    private static final String ROW = """
            select n.id, n.notice_key, n.kind, n.person, (select c.reference from complaint c where c.id = n.complaint_id) as reference,
              (select c.council from complaint c where c.id = n.complaint_id) as council, n.task, n.due_on, n.made_at, n.attempts from notice n where n.state = 'waiting'
            """;

    private final JdbcClient database;
    private final Clock clock;

    Outbox(JdbcClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** One notice that waits: about a task, a case or the person's own address. */
    record Row(long id, String noticeKey, String kind, String person, @Nullable String reference, @Nullable String council, @Nullable String task, @Nullable LocalDate dueOn, LocalDateTime madeAt, int attempts) {}

    /** A notice that could not be sent, and why. */
    record GivenUp(String person, String kind, LocalDateTime madeAt, LocalDateTime endedAt, String because) {}

    /** Of a task, with the day on which it is due where that is what it is about. */
    void ofTask(NoticeKind kind, String person, When when, String task, @Nullable LocalDate due) {
        var key = due == null ? kind.code() + "/" + task + "/" + person + "/" + now() : kind.code() + "/" + task + "/" + person + "/" + due;
        put(key, kind.code(), person, null, task, due, when == When.DIGEST);
    }

    /** Of a letter that arrived in a case. */
    void ofLetter(String person, When when, String reference) {
        put(NoticeKind.LETTER.code() + "/" + reference + "/" + person + "/" + now(), NoticeKind.LETTER.code(), person, reference, null, null, when == When.DIGEST);
    }

    /** The digest of a morning, if there is something to say in it. */
    void digest(String person, LocalDate morning) {
        if (!ofDigest(person).isEmpty()) {
            put(DIGEST + "/" + person + "/" + morning, DIGEST, person, null, null, null, false);
        }
    }

    /** About the person's own address. */
    void ofAddress(String kind, String person) {
        database.sql("update notice set state = 'dropped', ended_at = ? where state = 'waiting' and kind = ? and person = ?").params(now(), kind, person).update();
        // several in one moment are several
        put(kind + "/" + person + "/" + UUID.randomUUID(), kind, person, null, null, null, false);
    }

    private void put(String key, String kind, String person, @Nullable String reference, @Nullable String task, @Nullable LocalDate due, boolean digest) {
        var now = now();
        if (database.sql("select count(*) from notice where notice_key = ?").param(key).query(Long.class).single() == 0) {
            database.sql("""
                    insert into notice (notice_key, kind, person, complaint_id, task, due_on, digest, state, attempts, made_at, next_at)
                    values (?, ?, ?, (select id from complaint where reference = ?), ?, ?, ?, 'waiting', 0, ?, ?)""")
                    .params(Arrays.asList(key, kind, person, reference, task, due, digest, now, now)).update();
        }
    }

    /** Those that are to be sent now, the oldest first. */
    List<Row> due(int most) {
        return database.sql(ROW + " and n.digest = false and n.next_at <= ? order by n.id fetch first " + most + " rows only").param(now()).query(Row.class).list();
    }

    /** What waits for a person's next digest. */
    List<Row> ofDigest(String person) {
        return database.sql(ROW + " and n.digest = true and n.person = ? order by n.id").param(person).query(Row.class).list();
    }

    /** Takes a row for one attempt; on one node only. Unless something comes of it, the next attempt is at {@code next}. */
    boolean take(Row row, LocalDateTime next) {
        return database.sql("update notice set attempts = attempts + 1, next_at = ? where id = ? and state = 'waiting' and attempts = ?").params(next, row.id(), row.attempts()).update() == 1;
    }

    void sent(Collection<Row> rows) {
        end(rows, "sent", null);
    }

    /** There is nothing to tell any more. */
    void drop(Collection<Row> rows) {
        end(rows, "dropped", null);
    }

    void giveUp(Row row, String because) {
        end(List.of(row), "given-up", because);
    }

    private void end(Collection<Row> rows, String state, @Nullable String because) {
        rows.forEach(row -> database.sql("update notice set state = ?, ended_at = ?, because = ? where id = ? and state = 'waiting'").params(Arrays.asList(state, now(), because, row.id())).update());
    }

    /** Those that were given up, the newest first: of everybody, or of the people of a council. */
    List<GivenUp> givenUp(@Nullable String council, int most) {
        return database.sql("select person, kind, made_at, ended_at, because from notice where state = 'given-up'"
                + (council == null ? "" : " and person in (select USER_ID_ from ACT_ID_TENANT_MEMBER where TENANT_ID_ = :council)") + " order by id desc fetch first " + most + " rows only")
                .param("council", council).query(GivenUp.class).list();
    }

    /** What is no news any more is not sent, and what was long ago goes. */
    void tidy() {
        database.sql("update notice set state = 'dropped', ended_at = ? where state = 'waiting' and made_at < ?").params(now(), now().minusDays(STALE_DAYS)).update();
        database.sql("delete from notice where state <> 'waiting' and made_at < ?").param(now().minusDays(KEEP_DAYS)).update();
    }

    void forget(String person) {
        database.sql("delete from notice where person = ?").param(person).update();
    }

    private LocalDateTime now() {
        return LocalDateTime.now(clock);
    }
}
