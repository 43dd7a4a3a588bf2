package org.redress.retention;

import org.springframework.context.ApplicationContext;
import org.springframework.transaction.support.TransactionTemplate;

/** The list with which a retention review begins. */
public final class OldCasesListed {
    private static final int MOST = 35;

    private OldCasesListed() {}

    /** Looks, as the start of a review does, in one transaction; tells how many are on the list. */
    public static int firstPage(ApplicationContext application, String council) {
        var retention = application.getBean(Retention.class);
        return application.getBean(TransactionTemplate.class).execute(open -> retention.due(council, MOST).size());
    }
}
