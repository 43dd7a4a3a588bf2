package org.redress.identity;

import java.time.Clock;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.redress.casefile.CaseFiles;
import org.springframework.context.annotation.Lazy;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Who belongs to which service, since when and by whom. An administrator puts people into the engine's group of a service; what counts are
 * these rows, which follow the groups, are part of the record of changes, and remember who once belonged to one (CORP-26).
 */
@Component
public class ServiceMembers {
    private static final String TABLE = "service_member";

    private final JdbcClient database;
    private final RecordedRows record;
    private final Reader reader;
    private final Clock clock;

    ServiceMembers(JdbcClient database, @Lazy RecordedRows record, Reader reader, Clock clock) {
        this.database = database;
        this.record = record;
        this.reader = reader;
        this.clock = clock;
    }

    /**
     * The services of a person.
     *
     * @param codes to which they belong now
     * @param ever whether they ever belonged to one
     */
    record Membership(List<String> codes, boolean ever) {}

    Membership of(String person) {
        record Row(String code, boolean now) {}
        var rows = database.sql("select code, case when left_at is null then true else false end as now from service_member where person = ? and not account_gone order by id")
                .param(person).query((found, number) -> new Row(found.getString(1), found.getBoolean(2))).list();
        return new Membership(rows.stream().filter(Row::now).map(Row::code).distinct().toList(), !rows.isEmpty());
    }

    /** A person was put into the group, if it is that of a service. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void joined(String person, String group) {
        code(group).filter(code -> !of(person).codes().contains(code)).ifPresent(code -> {
            var key = new GeneratedKeyHolder();
            database.sql("insert into service_member (person, code, joined_at, joined_by) values (?, ?, ?, ?)")
                    .params(person, code, LocalDateTime.now(clock), who()).update(key, "id");
            record.added(TABLE, Objects.requireNonNull(key.getKey()).longValue());
        });
    }

    /** A person was taken out of the group, if it is that of a service. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void left(String person, String group) {
        code(group).ifPresent(code -> open("person = ? and code = ? and left_at is null", person, code).forEach(this::close));
    }

    /** An account is gone; whoever gets one with the same id later has never belonged to a service. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void gone(String person) {
        open("person = ? and left_at is null", person).forEach(this::close);
        open("person = ? and not account_gone", person).forEach(row -> {
            database.sql("update service_member set account_gone = ? where id = ?").params(true, row).update();
            record.changed(TABLE, row, "account_gone");
        });
    }

    /** Whether nobody has ever belonged to a service. */
    boolean none() {
        return database.sql("select count(*) from service_member").query(Long.class).single() == 0;
    }

    private List<Long> open(String which, Object... values) {
        return database.sql("select id from service_member where " + which + " order by id").params(List.of(values)).query(Long.class).list();
    }

    private void close(long row) {
        database.sql("update service_member set left_at = ?, left_by = ? where id = ?").params(LocalDateTime.now(clock), who(), row).update();
        record.changed(TABLE, row, "left_at", "left_by");
    }

    private String who() {
        return reader.user().orElse(CaseFiles.PRODUCT);
    }

    private static Optional<String> code(String group) {
        return Services.isGroup(group) ? Optional.of(group.substring(Services.GROUP.length())) : Optional.empty();
    }
}
