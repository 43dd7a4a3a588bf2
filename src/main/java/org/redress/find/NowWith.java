package org.redress.find;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.redress.find.FoundCase.Now;
import org.redress.identity.Authority;
import org.redress.identity.Role;
import org.redress.identity.Services;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** With whom cases are now: their open tasks, read for a page of cases at once. Whoever asks has asked {@link org.redress.identity.Sight} which cases there are. */
@Component
public class NowWith {
    private static final ZoneId LONDON = ZoneId.of("Europe/London");
    /** The process instances of a case carry its reference; the card of a task says if it went to another. */
    private static final String TASKS = """
            select coalesce(v.TEXT_, e.BUSINESS_KEY_) as reference, t.ID_ as id, t.NAME_ as name, t.ASSIGNEE_ as person, t.CREATE_TIME_ as since, t.DUE_DATE_ as due
                from ACT_RU_EXECUTION e join ACT_RU_TASK t on t.PROC_INST_ID_ = e.ID_ left join ACT_RU_VARIABLE v on v.TASK_ID_ = t.ID_ and v.NAME_ = 'caseReference'
                where e.BUSINESS_KEY_ in (:references) order by t.CREATE_TIME_, t.ID_
            """;
    private static final String GROUPS = "select TASK_ID_, GROUP_ID_ from ACT_RU_IDENTITYLINK where TASK_ID_ in (:tasks) and TYPE_ = 'candidate' and GROUP_ID_ is not null order by GROUP_ID_";

    private final JdbcClient database;
    private final Authority authority;
    private final Services services;

    NowWith(JdbcClient database, Authority authority, Services services) {
        this.database = database;
        this.authority = authority;
        this.services = services;
    }

    private record Task(String reference, String id, String name, @Nullable String person, LocalDate since, @Nullable LocalDate due) {}

    /** The open tasks of these cases of a council, by reference. */
    public Map<String, List<Now>> of(String council, Collection<String> references) {
        if (references.isEmpty()) {
            return Map.of();
        }
        var tasks = database.sql(TASKS).param("references", references).query(NowWith::read).list();
        if (tasks.isEmpty()) {
            return Map.of();
        }
        var names = authority.names(tasks.stream().map(Task::person).filter(Objects::nonNull).distinct().toList());
        var groups = groups(tasks.stream().filter(task -> task.person() == null).map(Task::id).toList());
        var services = groups.values().stream().flatMap(List::stream).anyMatch(group -> Services.service(group).isPresent()) ? this.services.names(council) : Map.<String, String>of();
        var now = new HashMap<String, List<Now>>();
        tasks.forEach(task -> now.computeIfAbsent(task.reference(), reference -> new ArrayList<>()).add(new Now(task.name(),
                task.person() != null ? names.getOrDefault(task.person(), task.person()) : words(services, groups.getOrDefault(task.id(), List.of())),
                task.person(), task.since(), task.due())));
        return now;
    }

    private static Task read(ResultSet found, int number) throws SQLException {
        var due = found.getTimestamp("due");
        return new Task(found.getString("reference"), found.getString("id"), found.getString("name"), found.getString("person"), day(found.getTimestamp("since")), due == null ? null : day(due));
    }

    private static LocalDate day(Timestamp moment) {
        return LocalDate.ofInstant(moment.toInstant(), LONDON);
    }

    private Map<String, List<String>> groups(List<String> tasks) {
        var groups = new HashMap<String, List<String>>();
        if (!tasks.isEmpty()) {
            database.sql(GROUPS).param("tasks", tasks).query(found -> { groups.computeIfAbsent(found.getString(1), task -> new ArrayList<>()).add(found.getString(2)); });
        }
        return groups;
    }

    /** "Responders of Housing, Approvers". */
    private static String words(Map<String, String> services, List<String> groups) {
        return groups.isEmpty() ? "nobody" : new LinkedHashSet<>(groups).stream().map(group -> title(Services.role(group))
                + Services.service(group).map(code -> " of " + services.getOrDefault(code, code)).orElse("")).collect(Collectors.joining(", "));
    }

    private static String title(String group) {
        return Arrays.stream(Role.values()).filter(role -> role.group().equals(group)).map(Role::title).findFirst().orElse(group);
    }
}
