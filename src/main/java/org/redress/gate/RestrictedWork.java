package org.redress.gate;

import java.util.List;
import java.util.Map;
import org.redress.identity.RestrictedCases;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Moves what the engine runs for a case into the tenant that only the people have for whom the case is there, and back. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
public class RestrictedWork {
    /**
     * What the engine keeps of running instances, each row with a tenant and a revision. The instance comes first: whoever is at work on it at the same moment is waited for, or refused.
     * It comes once more at the end, with what they have left in it.
     */
    private static final List<String> OF_INSTANCES = List.of("ACT_RU_EXECUTION", "ACT_RU_TASK", "ACT_RU_VARIABLE", "ACT_RU_EVENT_SUBSCR", "ACT_RU_INCIDENT", "ACT_RU_EXECUTION");
    private static final String OF_CASE = "(select p.ID_ from ACT_RU_EXECUTION p where p.BUSINESS_KEY_ = :reference)";

    private final NamedParameterJdbcTemplate database;
    private final RestrictedCases restricted;

    RestrictedWork(NamedParameterJdbcTemplate database, RestrictedCases restricted) {
        this.database = database;
        this.restricted = restricted;
    }

    /** From now on only the named people are shown it. */
    public void hide(String council, String reference, long caseId) {
        move(reference, RestrictedCases.tenant(council, caseId));
    }

    /** It is the council's again. */
    public void show(String council, String reference) {
        move(reference, council);
    }

    /** What came from another case is where the work of this one is. */
    public void join(String reference) {
        beforeCommit(() -> restricted.misplaced(reference).forEach(this::moveNow));
    }

    /** The same for what an earlier version left where it came from. */
    void joinAll() {
        restricted.misplaced().forEach(this::moveNow);
    }

    /** Before the transaction ends, when the engine has written what it changed: what it holds of these rows has the revision of before, so that others at work on them are refused. */
    private void move(String reference, String tenant) {
        beforeCommit(() -> moveNow(reference, tenant));
    }

    private static void beforeCommit(Runnable moving) {
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void beforeCommit(boolean readOnly) {
                moving.run();
            }
        });
    }

    /** When the engine has written what it changed. */
    void moveNow(String reference, String tenant) {
        var what = Map.of("reference", reference, "tenant", tenant);
        OF_INSTANCES.forEach(table -> database.update("update " + table + " set TENANT_ID_ = :tenant, REV_ = REV_ + 1 where PROC_INST_ID_ in " + OF_CASE, what));
        // the engine keeps no revision of a link
        database.update("update ACT_RU_IDENTITYLINK set TENANT_ID_ = :tenant where TASK_ID_ in (select t.ID_ from ACT_RU_TASK t where t.PROC_INST_ID_ in " + OF_CASE + ")", what);
        database.update("update ACT_RU_JOB set TENANT_ID_ = :tenant, REV_ = REV_ + 1 where PROCESS_INSTANCE_ID_ in " + OF_CASE, what);
    }
}
