package org.redress.retention;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.camunda.bpm.engine.RuntimeService;
import org.redress.casefile.CaseFiles;
import org.redress.casefile.CaseSummary;
import org.redress.retention.Retention.OldCase;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Cases that a restored backup brought back although they had been removed: they go again, with a certificate of their own (DAT-09). */
@Component
public class RemovedAgain {
    private final Retention retention;
    private final Certificates certificates;
    private final RuntimeService runtime;
    private final TransactionTemplate transaction;
    private final Clock clock;

    RemovedAgain(Retention retention, Certificates certificates, @Lazy RuntimeService runtime, TransactionTemplate transaction, Clock clock) {
        this.retention = retention;
        this.certificates = certificates;
        this.runtime = runtime;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** Removes those that are there, each in a transaction of its own; gives how many. */
    public int remove(List<String> references) {
        var there = new ArrayList<CaseSummary>();
        references.forEach(reference -> retention.known(reference).ifPresent(there::add));
        there.forEach(one -> transaction.executeWithoutResult(status -> {
            // in the backup something may still have run for it, with processes that it called
            runtime.createProcessInstanceQuery().processInstanceBusinessKey(one.reference()).rootProcessInstances().list()
                    .forEach(instance -> runtime.deleteProcessInstanceIfExists(instance.getId(), "removed again after a restore", true, true, true, false));
            var today = LocalDate.now(clock);
            long certificate = certificates.begin(one.council(), today, CaseFiles.PRODUCT, CaseFiles.PRODUCT, 0);
            certificates.remove(certificate, new OldCase(one.reference(), one.statusSince(), today, today, false));
        }));
        return there.size();
    }
}
