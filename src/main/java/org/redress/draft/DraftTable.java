package org.redress.draft;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.redress.casefile.ReadOnce;
import org.redress.gate.Work;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** The rows of drafts. Every statement that gives or changes content names the person whose it is. */
@Component
class DraftTable {
    private final JdbcTemplate jdbc;

    DraftTable(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** A draft as it is kept. */
    record Row(long id, int version, String writer, String person, String council, @Nullable String task, @Nullable String process, String about, String title,
            String content, int bytes, LocalDateTime keptAt) {}

    /** How much a person has kept already. */
    record Room(int drafts, long bytes) {}

    Optional<Row> find(Work.Item item) {
        if (item.task() != null) {
            return rows("person = ? and council = ? and task = ?", item.person(), item.council(), item.task()).stream().findFirst();
        }
        return rows("person = ? and council = ? and process = ? and about = ?", item.person(), item.council(), item.process(), about(item)).stream().findFirst();
    }

    /** The case for which a start form was opened; of a task's draft the task says enough. */
    private static String about(Work.Item item) {
        return item.task() != null || item.reference() == null ? "" : item.reference();
    }

    List<Row> ofTask(String task) {
        return ReadOnce.get(DraftTable.class, task, () -> rows("task = ?", task));
    }

    List<Row> ofPerson(String person) {
        return rows("person = ?", person);
    }

    /** Start forms that nobody touched since a moment. */
    List<Row> startsBefore(LocalDateTime moment) {
        return rows("process is not null and kept_at < ?", moment);
    }

    /** Drafts for tasks that are not there any more. */
    List<Row> withoutTask() {
        return rows("task is not null and not exists (select 1 from ACT_RU_TASK t where t.ID_ = draft.task)");
    }

    private List<Row> rows(String which, @Nullable Object... values) {
        return jdbc.query("select id, version, writer, person, council, task, process, about, title, content, bytes, kept_at from draft where " + which,
                (found, number) -> row(found), values);
    }

    private static Row row(ResultSet found) throws SQLException {
        return new Row(found.getLong("id"), found.getInt("version"), found.getString("writer"), found.getString("person"), found.getString("council"),
                found.getString("task"), found.getString("process"), found.getString("about"), found.getString("title"), found.getString("content"), found.getInt("bytes"),
                found.getObject("kept_at", LocalDateTime.class));
    }

    Room room(String person) {
        return jdbc.queryForObject("select count(*), coalesce(sum(bytes), 0) from draft where person = ?", (found, number) ->
                new Room(found.getInt(1), found.getLong(2)), person);
    }

    void insert(Work.Item item, Typed typed, int bytes, LocalDateTime now) {
        ReadOnce.forget(DraftTable.class);
        jdbc.update("insert into draft (version, writer, person, council, task, process, about, complaint_id, title, content, bytes, kept_at)"
                        + " values (?, ?, ?, ?, ?, ?, ?, (select id from complaint where reference = ?), ?, ?, ?, ?)",
                typed.version(), typed.writer(), item.person(), item.council(), item.task(), item.process(), about(item), item.reference(), item.title(),
                typed.content(), bytes, now);
    }

    /** Keeps the newer text, if nobody has kept another one meanwhile; tells whether it did. */
    boolean update(Row row, Typed typed, int bytes, LocalDateTime now) {
        ReadOnce.forget(DraftTable.class);
        return jdbc.update("update draft set version = ?, writer = ?, content = ?, bytes = ?, kept_at = ? where id = ? and person = ? and version = ?",
                typed.version(), typed.writer(), typed.content(), bytes, now, row.id(), row.person(), row.version()) == 1;
    }

    /** Tells whether it was still there. */
    boolean delete(Row row) {
        ReadOnce.forget(DraftTable.class);
        return jdbc.update("delete from draft where id = ? and version = ?", row.id(), row.version()) == 1;
    }

    List<Row> ofStart(String person, String council, String process) {
        return rows("person = ? and council = ? and process = ?", person, council, process);
    }

    void deleteOf(String person) {
        ReadOnce.forget(DraftTable.class);
        jdbc.update("delete from draft where person = ?", person);
        jdbc.update("delete from draft_loss where person = ?", person);
    }

    void lose(Row row, String because, LocalDateTime now) {
        ReadOnce.forget(DraftTable.class);
        jdbc.update("insert into draft_loss (person, complaint_id, title, because, lost_at) select person, complaint_id, title, ?, ? from draft where id = ?",
                because, now, row.id());
        jdbc.update("delete from draft where id = ?", row.id());
    }

    List<Drafts.Loss> losses(String person) {
        return jdbc.query("select l.id, l.title, c.reference, l.because from draft_loss l left join complaint c on c.id = l.complaint_id where l.person = ?"
                + " order by l.id", (found, number) -> new Drafts.Loss(found.getLong(1), Drafts.sentence(found.getString(2), found.getString(3), found.getString(4))), person);
    }

    void forgetLoss(String person, long id) {
        jdbc.update("delete from draft_loss where person = ? and id = ?", person, id);
    }

    void forgetLossesBefore(LocalDateTime moment) {
        jdbc.update("delete from draft_loss where lost_at < ?", moment);
    }
}
