package org.redress.handover;

import java.util.Comparator;
import java.util.List;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.jspecify.annotations.Nullable;
import org.redress.identity.Reader;
import org.springframework.context.annotation.Lazy;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The list of work that nobody can do, as the look for it last left it to the supervisors of a council; to be read by whoever may read its process. */
@Component
public class ListedWork {
    private static final int MOST = 100;
    /** Along the process: the engine's own question would read all that runs at the council. There is one for a council and one for each restricted case with such work; of more than a hundred the first are shown. */
    private static final String LISTS = "select e.ID_ from ACT_RU_EXECUTION e where e.PROC_DEF_ID_ in (select p.ID_ from ACT_RE_PROCDEF p where p.KEY_ = :process)"
            + " and e.TENANT_ID_ in (:tenants) and e.PARENT_ID_ is null order by e.ID_ fetch first " + MOST + " rows only";

    private final RuntimeService runtime;
    private final TaskService tasks;
    private final JdbcClient database;
    private final Reader reader;

    ListedWork(@Lazy RuntimeService runtime, @Lazy TaskService tasks, JdbcClient database, Reader reader) {
        this.runtime = runtime;
        this.tasks = tasks;
        this.database = database;
        this.reader = reader;
    }

    /**
     * A line: the case, if it is of one, the task, and why nobody can do it.
     *
     * @param reference the case; none where the work belongs to no case
     */
    public record Line(@Nullable String reference, String text) {
        static Line of(String line) {
            int comma = line.indexOf(", ");
            return new Line(comma < 0 || line.startsWith(StuckWork.NO_CASE) ? null : line.substring(0, comma), line);
        }
    }

    /** A list, and the task with which a supervisor gives it to others. */
    public record Listed(@Nullable String task, List<Line> lines) {}

    /** The list of a council, if it has one, and those of cases whose work is kept apart and that are there for whoever is signed in. */
    public List<Listed> of(String council) {
        var lists = database.sql(LISTS).param("process", StuckWork.LIST).param("tenants", reader.tenants(council)).query(String.class).set();
        return lists.isEmpty() ? List.of() : runtime.createProcessInstanceQuery().processInstanceIds(lists).listPage(0, MOST).stream()
                .sorted(Comparator.comparing(ProcessInstance::getTenantId)).map(this::listed).toList();
    }

    private Listed listed(ProcessInstance list) {
        var text = runtime.getVariable(list.getId(), "stuckWork") instanceof String lines ? lines : "";
        var task = tasks.createTaskQuery().processInstanceId(list.getId()).listPage(0, 1).stream().findFirst().map(found -> found.getId()).orElse(null);
        return new Listed(task, text.lines().filter(line -> !line.isBlank()).map(Line::of).toList());
    }
}
