package org.redress.identity;

import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Works out once, for a database of an earlier version, who has or had a part in which case: from the roles of cases, the duties done, and the tasks that people have or had. */
@Component
@Order(16)
class PartsFromBefore implements ApplicationRunner {
    private static final String INTO = "insert into case_part (complaint_id, council, reference, person, part, since) ";
    private static final String NAMED = INTO + """
            select c.id, c.council, c.reference, a.person, a.case_role, min(a.from_day) from appointment a join complaint c on c.id = a.complaint_id
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
            ) did group by did.id, did.council, did.reference, did.person
            """;

    private final JdbcClient database;

    PartsFromBefore(JdbcClient database) {
        this.database = database;
    }

    @Override
    @Transactional
    public void run(ApplicationArguments arguments) {
        boolean none = database.sql("select id from case_part fetch first 1 rows only").query(Long.class).optional().isEmpty();
        boolean cases = none && database.sql("select id from complaint fetch first 1 rows only").query(Long.class).optional().isPresent();
        if (cases) {
            database.sql(NAMED).update();
            database.sql(HAD_TASKS).update();
        }
    }
}
