package org.redress.identity;

import org.camunda.bpm.engine.HistoryService;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Works out once, for a database of an earlier version, who has or had a part in which case: from the roles of cases, the duties done, and the tasks that people have
 * or had. What is there already stays.
 */
@Component
class PartsFromBefore extends BeforeTraffic {
    private static final String DONE = "parts-from-before";
    private static final String INTO = "insert into case_part (complaint_id, council, reference, person, part, since) ";
    private static final String NAMED = INTO + """
            select c.id, c.council, c.reference, a.person, a.case_role, min(a.from_day) from appointment a join complaint c on c.id = a.complaint_id
                where not exists (select 1 from case_part p where p.complaint_id = c.id and p.person = a.person and p.part = a.case_role)
                group by c.id, c.council, c.reference, a.person, a.case_role
            """;
    private static final String HAD_TASKS = INTO + """
            select did.id, did.council, did.reference, did.person, 'task', min(did.since) from (
                select c.id, c.council, c.reference, d.person, d.done_on as since from duty d join complaint c on c.id = d.complaint_id
                union all
                select c.id, c.council, c.reference, t.ASSIGNEE_, cast(t.START_TIME_ as date) from ACT_HI_TASKINST t
                    join ACT_HI_PROCINST p on p.ID_ = t.PROC_INST_ID_ join complaint c on c.reference = p.BUSINESS_KEY_ and c.council = t.TENANT_ID_ where t.ASSIGNEE_ is not null
                union all
                select c.id, c.council, c.reference, t.ASSIGNEE_, cast(t.CREATE_TIME_ as date) from ACT_RU_TASK t
                    join ACT_RU_VARIABLE v on v.TASK_ID_ = t.ID_ and v.NAME_ = 'caseReference' join complaint c on c.reference = v.TEXT_ and c.council = t.TENANT_ID_ where t.ASSIGNEE_ is not null
            ) did where not exists (select 1 from case_part p where p.complaint_id = did.id and p.person = did.person and p.part = 'task')
                group by did.id, did.council, did.reference, did.person
            """;

    private final JdbcClient database;
    private final TransactionTemplate transaction;

    /** @param engine whose tables are there when this is */
    PartsFromBefore(JdbcClient database, TransactionTemplate transaction, HistoryService engine) {
        this.database = database;
        this.transaction = transaction;
    }

    @Override
    protected void run() {
        transaction.executeWithoutResult(open -> {
            // another node that starts waits here, and finds it done
            boolean toDo = database.sql("update done_once set done = true where name = ? and done = false").param(DONE).update() == 1;
            if (toDo) {
                database.sql(NAMED).update();
                database.sql(HAD_TASKS).update();
            }
        });
    }
}
