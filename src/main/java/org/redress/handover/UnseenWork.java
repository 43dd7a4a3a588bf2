package org.redress.handover;

import java.util.List;
import org.redress.identity.Authority;
import org.redress.identity.Authority.Work;
import org.redress.identity.RestrictedCases;
import org.redress.identity.Role;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Lists of stuck work that nobody may see, because a case is about every supervisor of its council, or there is none: administrators are told, who can give somebody the role. They learn the
 * council and nothing else.
 */
@Component
public class UnseenWork {
    private static final String TENANTS = "select distinct t.TENANT_ID_ from ACT_RU_TASK t join ACT_RE_PROCDEF d on d.ID_ = t.PROC_DEF_ID_ where d.KEY_ = :list and t.TENANT_ID_ is not null";

    private final JdbcClient database;
    private final Authority authority;

    UnseenWork(JdbcClient database, Authority authority) {
        this.database = database;
        this.authority = authority;
    }

    /** The councils that have such a list, each once. */
    public List<String> councils() {
        return database.sql(TENANTS).param("list", StuckWork.LIST).query(String.class).list().stream()
                .filter(tenant -> !authority.anyone(new Work(tenant, List.of(Role.SUPERVISORS.group()), null, 0, null)))
                .map(RestrictedCases::council).distinct().sorted().toList();
    }
}
