package org.redress.find;

import java.util.List;
import org.redress.gate.KeptApart;
import org.redress.identity.BeforeTraffic;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Makes the rows of cases that a database of an earlier version has, some at a time; a start that was cut off goes on at the next. It is done before anybody is let in: the
 * rows say as well whom a case is about, who never reads it.
 */
@Component
class CasesFromBefore extends BeforeTraffic {
    private static final Logger LOG = LoggerFactory.getLogger(CasesFromBefore.class);
    private static final int AT_ONCE = 500;

    private final JdbcClient database;
    private final SearchRows rows;
    private final KeptApart apart;
    private final TransactionTemplate transaction;

    CasesFromBefore(JdbcClient database, SearchRows rows, KeptApart apart, TransactionTemplate transaction) {
        this.database = database;
        this.rows = rows;
        this.apart = apart;
        this.transaction = transaction;
    }

    @Override
    protected void run() {
        int all = 0;
        for (var some = next(); !some.isEmpty(); some = next()) {
            var these = some;
            try {
                transaction.executeWithoutResult(open -> rows.write(these));
            } catch (DuplicateKeyException e) {
                // another node that starts has just made them
                continue;
            }
            all += these.size();
            LOG.info("Made {} cases ready to be found.", all);
        }
        while (!setApart()) {
            LOG.info("Another node that starts has just set cases apart; looking again.");
        }
    }

    private boolean setApart() {
        try {
            transaction.executeWithoutResult(open -> apart.lookAtAll());
            return true;
        } catch (DuplicateKeyException e) {
            return false;
        }
    }

    private List<String> next() {
        return database.sql("select c.reference from complaint c where not exists (select 1 from case_search s where s.complaint_id = c.id) fetch first " + AT_ONCE + " rows only")
                .query(String.class).list();
    }
}
