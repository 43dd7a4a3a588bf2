package org.redress.identity;

import java.util.List;
import org.redress.database.LongWork;
import org.redress.database.Postgres;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/**
 * What the lists of tasks, the board and the case page read along in the engine's tables ({@code engine.TaskLists}), and what is known of them, on PostgreSQL: the engine has indexes for a task and for a person, and none for a council. Its tables are its own, made before or
 * after ours by the user who works, so the indexes come when both are there. An upgrade makes those that are new while no node serves ({@code docs/operations.md}): one that is made beside others' work
 * ({@code concurrently}) may stay behind unfinished, which nobody would see.
 */
@Component
class EngineIndexes extends BeforeTraffic {
    private static final Logger LOG = LoggerFactory.getLogger(EngineIndexes.class);
    private static final List<String> INDEXES = List.of(
            "redress_task_at_council on ACT_RU_TASK (TENANT_ID_, DUE_DATE_, ID_) include (ASSIGNEE_, PROC_INST_ID_, SUSPENSION_STATE_, FOLLOW_UP_DATE_, CREATE_TIME_)",
            "redress_link_council on ACT_RU_IDENTITYLINK (TENANT_ID_, GROUP_ID_, TYPE_, TASK_ID_)",
            // what waits for somebody else is a small part of what is open
            "redress_task_that_waits on ACT_RU_TASK (TENANT_ID_, FOLLOW_UP_DATE_) include (DUE_DATE_, ID_) where FOLLOW_UP_DATE_ is not null",
            // what somebody did recently
            "redress_task_done on ACT_HI_TASKINST (ASSIGNEE_, END_TIME_)",
            // the cases that went through a process, and those of them that were apart
            "redress_ran on ACT_HI_PROCINST (TENANT_ID_, PROC_DEF_KEY_, BUSINESS_KEY_)",
            "redress_ran_apart on ACT_HI_PROCINST (PROC_DEF_KEY_, BUSINESS_KEY_) where TENANT_ID_ like '%#%'",
            // rights to whole processes are few among those to each task
            "redress_right_process on ACT_RU_AUTHORIZATION (GROUP_ID_, USER_ID_) where RESOURCE_TYPE_ = 6",
            // whether somebody may read a task is asked of each that is counted
            "redress_right_task on ACT_RU_AUTHORIZATION (RESOURCE_ID_) include (GROUP_ID_, USER_ID_, PERMS_, TYPE_) where RESOURCE_TYPE_ = 7",
            // the tasks that somebody may read in person
            "redress_right_person on ACT_RU_AUTHORIZATION (USER_ID_, RESOURCE_ID_) where RESOURCE_TYPE_ = 7 and USER_ID_ is not null",
            // the card of what was done recently
            "redress_variable_task on ACT_HI_VARINST (TASK_ID_) where TASK_ID_ is not null",
            // a list of work that nobody can do is one instance among all that run at a council
            "redress_instance on ACT_RU_EXECUTION (PROC_DEF_ID_, TENANT_ID_) where PARENT_ID_ is null");
    /** What others have taken the place of. */
    private static final List<String> NO_MORE = List.of("redress_task_council", "redress_task_waiting", "redress_task_of_council");
    /** Which groups have tasks depends on the council: taken for themselves, each would be guessed to have hardly any there, and each task be looked for by itself. */
    private static final String STATISTICS = "redress_link_groups";

    private final JdbcTemplate database;

    EngineIndexes(JdbcTemplate database) {
        this.database = database;
    }

    @Override
    protected void run() {
        if (Postgres.is(database)) {
            INDEXES.stream().filter(index -> !there(index)).forEach(index -> {
                try {
                    make("create index " + index);
                } catch (DataAccessException e) {
                    // a start that was ended in the midst of it leaves the database at work, which goes on to the end
                    if (!there(index)) {
                        throw e;
                    }
                }
            });
            NO_MORE.stream().filter(this::there).forEach(index -> {
                try {
                    make("drop index if exists " + index);
                } catch (DataAccessException e) {
                    // a backup or a report reads the table: nobody has to wait for what only takes room
                    LOG.warn("The index {} is not needed any more and could not be removed, because others are at its table; that is tried again at the next start.", index);
                }
            });
            if (Boolean.FALSE.equals(database.queryForObject("select exists (select 1 from pg_statistic_ext where stxname = ? and stxrelid = to_regclass('ACT_RU_IDENTITYLINK'))", Boolean.class, STATISTICS))) {
                // both or none: without figures the database would go on to guess
                make("create statistics if not exists " + STATISTICS + " (mcv) on TENANT_ID_, GROUP_ID_, TYPE_ from ACT_RU_IDENTITYLINK; analyze ACT_RU_IDENTITYLINK");
            }
        }
    }

    /** Asked first: even one that is there is made only when nobody writes, and a node that starts beside others would wait for them, and they for it. */
    private boolean there(String index) {
        var name = index.replaceFirst(" .*", "");
        return Boolean.TRUE.equals(database.queryForObject("select to_regclass(?) is not null", Boolean.class, name));
    }

    /** It takes as long as it takes, as a migration does. */
    private void make(String sql) {
        database.execute((ConnectionCallback<Boolean>) connection -> {
            LongWork.on(connection);
            try (var statement = connection.createStatement()) {
                return statement.execute(sql);
            }
        });
    }
}
