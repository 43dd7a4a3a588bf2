package org.redress.engine;

import java.util.HashMap;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.db.CompositePermissionCheck;
import org.camunda.bpm.engine.impl.db.PermissionCheck;
import org.camunda.bpm.engine.impl.persistence.entity.AuthorizationManager;
import org.jspecify.annotations.NullUnmarked;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.util.function.SingletonSupplier;

/**
 * How the engine asks whether somebody has a right. It asks with all groups of a person: by itself it reads first, with each question, which groups have any right at all, from the rights of everybody to
 * every open task, to leave out the groups that have none; that grows with the work of all councils, and gives nobody more or less. And where one of several rights is enough and none is taken away, which
 * is what a step asks, it reads the rows that there are instead of putting together a statement with a branch for each right, for a person, for groups and for everybody.
 */
@Component
@NullUnmarked
class GroupsAsked extends AbstractProcessEnginePlugin {
    @Override
    public void preInit(ProcessEngineConfigurationImpl configuration) {
        // one for all, which keeps what it has read of its statements
        var database = SingletonSupplier.of(() -> new NamedParameterJdbcTemplate(configuration.getDataSource()));
        InPlaceOf.take(configuration, AuthorizationManager.class, () -> new AllGroups(database.obtain()));
    }

    private static final class AllGroups extends AuthorizationManager {
        private static final String ROWS = "select A.RESOURCE_TYPE_, A.RESOURCE_ID_, A.PERMS_ from ACT_RU_AUTHORIZATION A where (A.TYPE_ = " + Authorization.AUTH_TYPE_GRANT
                + " and (A.USER_ID_ = :person or A.GROUP_ID_ in (:groups)) or A.TYPE_ = " + Authorization.AUTH_TYPE_GLOBAL + " and A.USER_ID_ = '" + Authorization.ANY
                + "') and A.RESOURCE_TYPE_ in (:kinds) and A.RESOURCE_ID_ in (:ids)";

        private final NamedParameterJdbcTemplate database;

        private AllGroups(NamedParameterJdbcTemplate database) {
            this.database = database;
        }

        /** A right that somebody has, to one thing or to all of a kind. */
        private record Right(int kind, String of, int permissions) {
            boolean is(PermissionCheck asked) {
                return kind == asked.getResourceType() && (of.equals(Authorization.ANY) || of.equals(asked.getResourceId())) && (permissions & asked.getPerms()) == asked.getPerms();
            }
        }

        @Override
        public List<String> filterAuthenticatedGroupIds(List<String> groups) {
            return groups == null ? List.of() : groups;
        }

        @Override
        public boolean isAuthorized(String person, List<String> groups, CompositePermissionCheck asked) {
            boolean oneIsEnough = asked.isDisjunctive() && asked.getCompositeChecks().isEmpty() && !asked.getAtomicChecks().isEmpty();
            return oneIsEnough && arePlain(person, groups, asked.getAtomicChecks()) ? hasOne(person, groups, asked.getAtomicChecks()) : super.isAuthorized(person, groups, asked);
        }

        @Override
        public boolean isAuthorized(String person, List<String> groups, PermissionCheck asked) {
            return isAuthorizationEnabled() && arePlain(person, groups, List.of(asked)) ? hasOne(person, groups, List.of(asked)) : super.isAuthorized(person, groups, asked);
        }

        private boolean arePlain(String person, List<String> groups, List<PermissionCheck> asked) {
            return asked.stream().allMatch(right -> right.getResourceIdQueryParam() == null && right.getAuthorizationNotFoundReturnValue() == null && isResourceValidForPermission(right))
                    && !isRevokeAuthCheckEnabled(person, groups);
        }

        private boolean hasOne(String person, List<String> groups, List<PermissionCheck> asked) {
            var values = new HashMap<String, Object>();
            values.put("person", person);
            values.put("groups", groups == null || groups.isEmpty() ? List.of("") : groups);
            values.put("kinds", asked.stream().map(PermissionCheck::getResourceType).distinct().toList());
            values.put("ids", Stream.concat(Stream.of(Authorization.ANY), asked.stream().map(PermissionCheck::getResourceId).filter(Objects::nonNull)).distinct().toList());
            return database.query(ROWS, values, (row, number) -> new Right(row.getInt(1), row.getString(2), row.getInt(3))).stream().anyMatch(right -> asked.stream().anyMatch(right::is));
        }
    }
}
