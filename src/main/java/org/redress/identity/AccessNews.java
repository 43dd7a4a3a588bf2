package org.redress.identity;

import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Tells those who keep who was given what. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
public class AccessNews {
    private final JdbcClient database;
    private final ObjectProvider<AccessWatch> watches;

    AccessNews(JdbcClient database, ListableBeanFactory features) {
        this.database = database;
        // which these are is kept by Spring
        this.watches = features.getBeanProvider(AccessWatch.class);
    }

    /** Something about an account, at each of its councils as they are now. */
    void ofAccount(AccessChange.Kind kind, String account) {
        ofAccount(kind, account, null);
    }

    /**
     * Something about an account, at each of its councils as they are now.
     *
     * @param what the group that was given or taken away
     */
    public void ofAccount(AccessChange.Kind kind, String account, @Nullable String what) {
        var councils = database.sql("select TENANT_ID_ from ACT_ID_TENANT_MEMBER where USER_ID_ = ? order by TENANT_ID_").param(account).query(String.class).list();
        if (councils.isEmpty()) {
            tell(AccessChange.ofAccount(kind, account, what, null));
        }
        councils.forEach(council -> tell(AccessChange.ofAccount(kind, account, what, council)));
    }

    /** Any other change. */
    public void tell(AccessChange change) {
        watches.forEach(watch -> watch.changed(change));
    }
}
