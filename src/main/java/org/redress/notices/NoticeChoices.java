package org.redress.notices;

import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What each person chose to be told of, and the address that they have confirmed. */
@Component
class NoticeChoices {
    private static final String COLUMNS = Arrays.stream(NoticeKind.values()).map(NoticeKind::column).collect(Collectors.joining(", "));
    private static final String WANTS_SOMETHING = Arrays.stream(NoticeKind.values()).map(kind -> kind.column() + " <> 'never'").collect(Collectors.joining(" or "));
    private static final RowMapper<Choice> MAPPER = (row, number) -> {
        var when = new EnumMap<NoticeKind, When>(NoticeKind.class);
        for (var kind : NoticeKind.values()) {
            when.put(kind, When.of(row.getString(kind.column())).orElse(When.NEVER));
        }
        var until = row.getTimestamp("code_until");
        return new Choice(row.getString("person"), when, row.getString("confirmed"), row.getString("asked"), row.getString("code"), until == null ? null : until.toLocalDateTime(), row.getString("former"));
    };

    private final JdbcClient database;

    NoticeChoices(JdbcClient database) {
        this.database = database;
    }

    /** What one person chose; the code is a digest. */
    record Choice(String person, Map<NoticeKind, When> when, @Nullable String confirmed, @Nullable String asked, @Nullable String code, @Nullable LocalDateTime codeUntil,
            @Nullable String former) {}

    Optional<Choice> of(String person) {
        return database.sql("select * from notice_choice where person = ?").param(person).query(MAPPER).optional();
    }

    /** Everybody who wants to be told of something and has an address for it. */
    List<Choice> wanting() {
        return database.sql("select * from notice_choice where confirmed is not null and (" + WANTS_SOMETHING + ") order by person").query(MAPPER).list();
    }

    /** Chooses some kinds; the others stay as they are. */
    void choose(String person, Map<NoticeKind, When> when) {
        make(person);
        if (when.isEmpty()) {
            return;
        }
        var values = new HashMap<String, Object>(Map.of("person", person));
        when.forEach((kind, how) -> values.put(kind.column(), how.code()));
        database.sql("update notice_choice set " + when.keySet().stream().map(kind -> kind.column() + " = :" + kind.column()).collect(Collectors.joining(", ")) + " where person = :person")
                .params(values).update();
    }

    /** A code was made for an address. */
    void ask(String person, String address, String digest, LocalDateTime until) {
        make(person);
        database.sql("update notice_choice set asked = ?, code = ?, code_until = ? where person = ?").params(address, digest, until, person).update();
    }

    /** The address is theirs: they have typed what was sent there. */
    void confirm(String person, String address) {
        database.sql("update notice_choice set confirmed = ?, asked = null, code = null, code_until = null where person = ?").params(address, person).update();
    }

    /** The account has another address; the one before, if it was confirmed, will be told. */
    void addressChanged(String person, @Nullable String former) {
        database.sql("update notice_choice set confirmed = null, asked = null, code = null, code_until = null, former = coalesce(?, former) where person = ?")
                .params(Arrays.asList(former, person)).update();
    }

    void formerIsTold(String person) {
        database.sql("update notice_choice set former = null where person = ?").param(person).update();
    }

    void forget(String person) {
        database.sql("delete from notice_choice where person = ?").param(person).update();
    }

    private void make(String person) {
        database.sql("insert into notice_choice (person, " + COLUMNS + ") select :person, 'never', 'never', 'never', 'never' where not exists (select 1 from notice_choice where person = :person)")
                .param("person", person).update();
    }
}
