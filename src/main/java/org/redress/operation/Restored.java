package org.redress.operation;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.redress.audit.AfterRestore;

/**
 * What a restored backup must not do: give a number of a case twice, let somebody in whose session, token or address has ended since, send a notice again, show a draft
 * that was sent long ago.
 */
final class Restored {
    /** More than any council receives between a backup and its restore. */
    static final long NUMBERS_LEFT_OUT = 10_000;
    /** Of ids, which nobody reads but addresses have. */
    private static final long IDS_LEFT_OUT = 1_000_000;
    private static final long CERTIFICATES_LEFT_OUT = 1_000;
    private static final Pattern LAST_DIGITS = Pattern.compile("(\\d{1,9})\\D*$");
    private static final int OMBUDSMANS_DIGITS = 1_000_000;

    private final Connection connection;
    private final Clock clock;

    Restored(Connection connection, Clock clock) {
        this.connection = connection;
        this.clock = clock;
    }

    /**
     * Does all of it but the removing; gives what was done, in sentences.
     *
     * @param last the last number of a case that is known to have gone out, if somebody knows one
     */
    List<String> take(@Nullable String last) throws SQLException {
        var done = new ArrayList<String>();
        long from = Math.max(Counts.count(connection, "select nextval('complaint_number')"), last == null ? 0 : number(last)) + NUMBERS_LEFT_OUT;
        move("complaint_number", from);
        move("case_file_id", Counts.count(connection, "select nextval('case_file_id')") + IDS_LEFT_OUT);
        execute("alter table removal alter column id restart with " + (Counts.count(connection, "select coalesce(max(id), 0) from removal") + CERTIFICATES_LEFT_OUT));
        done.add("The next case gets the number %,d; those before it may have gone out since the backup.".formatted(from));
        done.add("%,d sessions of the backup have ended.".formatted(execute("delete from spring_session")));
        done.add("%,d addresses of calendars have ended.".formatted(execute("update feed set revoked_at = current_timestamp where revoked_at is null")));
        done.add("%,d tokens of programs have ended; make new ones.".formatted(
                AfterRestore.change(connection, clock, "api_token", "revoked_at is null", "revoked_at = current_timestamp, revoked_by = 'Redress'")));
        done.add("%,d drafts were thrown away.".formatted(execute("delete from draft")));
        execute("delete from draft_loss");
        done.add("%,d notices are not sent.".formatted(execute("update notice set state = 'dropped', ended_at = current_timestamp, because = 'restored from a backup' where state = 'waiting'")));
        done.add("%,d letters that waited in the backup may have gone out since: GOV.UK Notify is asked, and of those by e-mail a person is (\"See to letter\").".formatted(
                AfterRestore.change(connection, clock, "dispatch", "state = 'WAITING'", "unsure = true")));
        execute("update notice_choice set asked = null, code = null, code_until = null where code is not null");
        AfterRestore.say(connection, clock, "of a backup; the next case gets the number " + from);
        return done;
    }

    /** The number of a case as people write it: KENT-2026-00421, or the Ombudsman's 26 001 234. */
    static long number(String reference) {
        var council = LAST_DIGITS.matcher(reference.strip());
        if (reference.matches("[\\d ]+")) {
            return Long.parseLong(reference.replace(" ", "")) % OMBUDSMANS_DIGITS;
        }
        if (!council.find()) {
            throw new IllegalArgumentException("\"" + reference + "\" is no number of a case, such as KENT-2026-00421 or 26 001 234.");
        }
        return Long.parseLong(council.group(1));
    }

    private void move(String sequence, long to) throws SQLException {
        execute("alter sequence " + sequence + " restart with " + to);
    }

    private int execute(String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            return statement.executeUpdate(sql);
        }
    }
}
