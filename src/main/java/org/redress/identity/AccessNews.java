package org.redress.identity;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Tells those who keep who was given what of the means with which an account signs in: its second factor and the tokens of its program. */
@Component
class AccessNews {
    private final JdbcClient database;
    private final ObjectProvider<AccessWatch> watches;

    AccessNews(JdbcClient database, ObjectProvider<AccessWatch> watches) {
        this.database = database;
        this.watches = watches;
    }

    /** Something about an account, at each of its councils as they are now. */
    @Transactional(propagation = Propagation.MANDATORY)
    void ofAccount(AccessChange.Kind kind, String account) {
        var councils = database.sql("select TENANT_ID_ from ACT_ID_TENANT_MEMBER where USER_ID_ = ? order by TENANT_ID_").param(account).query(String.class).list();
        if (councils.isEmpty()) {
            tell(AccessChange.ofAccount(kind, account, null, null));
        }
        councils.forEach(council -> tell(AccessChange.ofAccount(kind, account, null, council)));
    }

    private void tell(AccessChange change) {
        watches.forEach(watch -> watch.changed(change));
    }
}
