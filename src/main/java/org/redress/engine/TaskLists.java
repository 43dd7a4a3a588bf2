package org.redress.engine;

import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.sql.Timestamp;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.impl.Direction;
import org.camunda.bpm.engine.impl.QueryOrderingProperty;
import org.camunda.bpm.engine.impl.TaskQueryImpl;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.camunda.bpm.engine.impl.persistence.entity.SuspensionState;
import org.camunda.bpm.engine.impl.persistence.entity.TaskManager;
import org.camunda.bpm.engine.task.Task;
import org.jspecify.annotations.NullUnmarked;
import org.redress.casefile.ReadOnce;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.util.function.SingletonSupplier;

/**
 * Lists of tasks as Tasklist's filters and the start page ask for them, read along the council's tasks. The engine's own statement joins each task with the rights of all groups at all councils and then
 * takes out what came twice, so that it grows with everybody's work. Here each task of the council that meets all the other criteria is asked for the same rights, and a page is read as a page. What asks for anything else is left to
 * the engine.
 */
@Component
@NullUnmarked
class TaskLists extends AbstractProcessEnginePlugin {
    @Override
    public void preInit(ProcessEngineConfigurationImpl configuration) {
        // one for all, which keeps what it has read of its statements
        var database = SingletonSupplier.of(() -> new NamedParameterJdbcTemplate(configuration.getDataSource()));
        InPlaceOf.take(configuration, TaskManager.class, () -> new Listed(database.obtain()));
    }

    /** In place of the engine's. */
    private static final class Listed extends TaskManager {
        private static final String ALL = "selectTaskByQueryCriteria";
        private static final String COUNT = "selectTaskCountByQueryCriteria";
        /** The criteria that are read here; a query with any other one, of this version of the engine or a later, is the engine's. */
        private static final Set<String> KNOWN = Set.of("assignee", "candidateGroup", "candidateGroups", "includeAssignedTasks", "dueBefore", "dueAfter", "isWithoutDueDate", "followUpBefore", "followUpAfter",
                "followUpNullAccepted", "suspensionState", "tenantIds");
        /** What is no criterion. */
        private static final Set<String> ASIDE = Set.of("queries", "cachedCandidateGroups", "cachedUserGroups", "initializeFormKeys", "withCommentAttachmentInfo", "variableNamesIgnoreCase",
                "variableValuesIgnoreCase");
        private static final List<Field> OTHERS = Arrays.stream(TaskQueryImpl.class.getDeclaredFields())
                .filter(field -> !Modifier.isStatic(field.getModifiers()) && !KNOWN.contains(field.getName()) && !ASIDE.contains(field.getName())).peek(field -> field.setAccessible(true)).toList();
        private static final TaskQueryImpl NOTHING_ASKED = new TaskQueryImpl();

        private static final String TO_THEM = "(A.USER_ID_ in (:person, '*') or A.GROUP_ID_ in (:groups))";
        private static final String TO_READ = " from ACT_RU_AUTHORIZATION A where A.TYPE_ in (0, 1) and A.RESOURCE_TYPE_ = " + Resources.TASK.resourceType() + " and mod(A.PERMS_ / " + Permissions.READ.getValue()
                + ", 2) = 1 and " + TO_THEM;
        private static final String BY_PROCESS = "exists (select 1 from ACT_RU_AUTHORIZATION A where A.TYPE_ in (0, 1) and A.RESOURCE_TYPE_ = " + Resources.PROCESS_DEFINITION.resourceType() + " and mod(A.PERMS_ / "
                + Permissions.READ_TASK.getValue() + ", 2) = 1 and ";
        /** Whether rights are given otherwise than with each task: to all tasks, to those of a process; and whether there are tasks of no council. */
        private static final String OTHERWISE = "select case when exists (select 1" + TO_READ + " and A.RESOURCE_ID_ = '*') then 1 else 0 end as all_tasks, case when " + BY_PROCESS
                + "A.USER_ID_ in (:person, '*')) or " + BY_PROCESS + "A.GROUP_ID_ in (:groups)) or exists (select 1 from ACT_RU_TASK T where T.TENANT_ID_ is null) then 1 else 0 end as others";
        /** Where a database takes no question apart to begin with another part of it. */
        private static final String AS_IT_IS = " offset 0 rows";
        /** Asked of each task that is left after everything else: as one question with the rest a database may begin with all rights of the groups at all councils, or ask for those of tasks that nobody wants. */
        private static final String WITH_THE_TASK = " where exists (select 1" + TO_READ + " and A.RESOURCE_ID_ = RES.ID_" + AS_IT_IS + ")";
        /** A link has the tenant of its task (gate/RestrictedWork moves both), so those of the council are read and no others. */
        private static final String CANDIDATE = "RES.ID_ in (select I.TASK_ID_ from ACT_RU_IDENTITYLINK I where I.TENANT_ID_ in (:councils) and I.TYPE_ = 'candidate' and I.GROUP_ID_ in (:%s))";
        /**
         * Only these can be read by a right that was given with a task: a group has it with its link, and loses it with that ({@code PersonalRights}; nobody gives one by hand, {@code gate/AccountRules}). A right has no
         * council and a link has one, so few tasks are left to be asked for their rights, which decide.
         */
        private static final String PERHAPS = "(" + CANDIDATE.formatted("groups") + " or RES.ID_ in (select A.RESOURCE_ID_ from ACT_RU_AUTHORIZATION A where A.RESOURCE_TYPE_ = " + Resources.TASK.resourceType()
                + " and A.USER_ID_ in (:person, '*')))";

        private final NamedParameterJdbcTemplate database;

        Listed(NamedParameterJdbcTemplate database) {
            this.database = database;
        }

        /** The conditions on the table of tasks, none if there can be no such task; whether the rights that were given with each are to be asked, too; and the values of both. */
        private record Which(String where, boolean asksRights, Map<String, Object> values) {
            static final Which NOTHING = new Which("", false, Map.of());

            /** Those tasks, with the columns that an order needs, in that order. */
            String from(List<String> columns, String order) {
                return asksRights ? " from (select " + String.join(", ", columns) + where + order + AS_IT_IS + ") RES" + WITH_THE_TASK : where;
            }
        }

        @Override
        @SuppressWarnings("unchecked")
        public List<Task> findTasksByQueryCriteria(TaskQueryImpl query) {
            if (!known(query)) {
                return super.findTasksByQueryCriteria(query);
            }
            configureQuery(query);
            return which(query).map(which -> page(query, which)).orElseGet(() -> (List<Task>) getDbEntityManager().selectList(ALL, query));
        }

        @Override
        public long findTaskCountByQueryCriteria(TaskQueryImpl query) {
            if (!known(query)) {
                return super.findTaskCountByQueryCriteria(query);
            }
            configureQuery(query);
            return which(query).map(which -> which.where().isEmpty() ? 0L : Objects.requireNonNull(database.queryForObject("select count(*)" + which.from(List.of("RES.ID_"), ""), which.values(), Long.class)))
                    .orElseGet(() -> (Long) getDbEntityManager().selectOne(COUNT, query));
        }

        /** With each task that ends the engine looks for those that belong to it; nobody can make such ones: every task comes from a model. */
        @Override
        public List<Task> findTasksByParentTaskId(String task) {
            return List.of();
        }

        private boolean known(TaskQueryImpl query) {
            return getCurrentAuthentication() != null && query.getQueries().size() == 1 && !query.isOrQueryActive() && OTHERS.stream().allMatch(field -> asksNothing(value(field, query), value(field, NOTHING_ASKED)))
                    && (query.getSuspensionState() == null || query.getSuspensionState() == SuspensionState.ACTIVE)
                    && query.getOrderingProperties().stream().allMatch(one -> one.getClass() == QueryOrderingProperty.class && one.getRelation() == null && one.getQueryProperty().getName().matches("[A-Z_]+_"));
        }

        /** As if it had not been asked for; an empty list is left when two queries are joined. */
        private static boolean asksNothing(Object value, Object none) {
            return Objects.deepEquals(value, none) || value instanceof Object[] list && list.length == 0;
        }

        private static Object value(Field field, TaskQueryImpl query) {
            try {
                return field.get(query);
            } catch (IllegalAccessException e) {
                throw new IllegalStateException(e);
            }
        }

        /** Nothing if the engine has to be asked; an empty condition if there can be no such task. */
        private Optional<Which> which(TaskQueryImpl query) {
            var rights = query.getAuthCheck();
            var tenants = query.getTenantCheck();
            if (!rights.isAuthorizationCheckEnabled() || rights.isRevokeAuthorizationCheckEnabled() || !tenants.isTenantCheckEnabled()) {
                return Optional.empty();
            }
            Authentication person = getCurrentAuthentication();
            var values = new HashMap<String, Object>(Map.of("person", person.getUserId(), "groups", orNobody(person.getGroupIds())));
            var otherwise = TransactionSynchronizationManager.isCurrentTransactionReadOnly() ? ReadOnce.get(Listed.class, List.of(person.getUserId(), orNobody(person.getGroupIds())),
                    () -> database.queryForMap(OTHERWISE, values)) : database.queryForMap(OTHERWISE, values);
            if (number(otherwise.get("others")) != 0) {
                return Optional.empty();
            }
            var councils = Stream.ofNullable(tenants.getAuthTenantIds()).flatMap(List::stream).filter(tenant -> query.getTenantIds() == null || query.getTenantIds().length == 0 || List.of(query.getTenantIds()).contains(tenant)).toList();
            if (councils.isEmpty() || query.getCandidateGroups() != null && query.getCandidateGroups().isEmpty()) {
                return Optional.of(Which.NOTHING);
            }
            var where = new ArrayList<String>();
            and(where, values, "RES.TENANT_ID_ in (:councils)", "councils", councils);
            and(where, values, "RES.ASSIGNEE_ = :assignee", "assignee", query.getAssignee());
            if (query.getCandidateGroups() != null) {
                and(where, values, CANDIDATE.formatted("candidates"), "candidates", query.getCandidateGroups());
                if (!query.isIncludeAssignedTasks()) {
                    where.add("RES.ASSIGNEE_ is null");
                }
            }
            and(where, values, "RES.DUE_DATE_ < :dueBefore", "dueBefore", moment(query.getDueBefore()));
            and(where, values, "RES.DUE_DATE_ > :dueAfter", "dueAfter", moment(query.getDueAfter()));
            if (query.isWithoutDueDate()) {
                where.add("RES.DUE_DATE_ is null");
            }
            and(where, values, query.isFollowUpNullAccepted() ? "(RES.FOLLOW_UP_DATE_ is null or RES.FOLLOW_UP_DATE_ < :followUpBefore)" : "RES.FOLLOW_UP_DATE_ < :followUpBefore", "followUpBefore",
                    moment(query.getFollowUpBefore()));
            and(where, values, "RES.FOLLOW_UP_DATE_ > :followUpAfter", "followUpAfter", moment(query.getFollowUpAfter()));
            if (query.getSuspensionState() != null) {
                where.add("RES.SUSPENSION_STATE_ = " + SuspensionState.ACTIVE.getStateCode());
            }
            boolean asksRights = number(otherwise.get("all_tasks")) == 0;
            // what waits for their own groups has such a link already
            if (asksRights && (query.getCandidateGroups() == null || !orNobody(person.getGroupIds()).containsAll(query.getCandidateGroups()))) {
                where.add(PERHAPS);
            }
            return Optional.of(new Which(" from ACT_RU_TASK RES where " + String.join(" and ", where), asksRights, values));
        }

        private static void and(List<String> where, Map<String, Object> values, String condition, String name, Object value) {
            if (value != null) {
                where.add(condition);
                values.put(name, value);
            }
        }

        private static int number(Object value) {
            return ((Number) value).intValue();
        }

        private static Timestamp moment(Date date) {
            return date == null ? null : new Timestamp(date.getTime());
        }

        private static Collection<String> orNobody(List<String> groups) {
            return groups == null || groups.isEmpty() ? List.of("") : groups;
        }

        /** "Task name" is put in order whatever its capitals. */
        private static String ordered(QueryOrderingProperty one) {
            var function = one.getQueryProperty().getFunction();
            return function == null ? column(one) : function + "(" + column(one) + ")";
        }

        private static String column(QueryOrderingProperty one) {
            return "RES." + one.getQueryProperty().getName();
        }

        @SuppressWarnings("unchecked")
        private List<Task> page(TaskQueryImpl query, Which which) {
            if (which.where().isEmpty()) {
                return new ArrayList<>();
            }
            var order = Stream.concat(query.getOrderingProperties().stream().map(one -> ordered(one) + (Direction.DESCENDING.equals(one.getDirection()) ? " desc" : " asc")), Stream.of("RES.ID_"))
                    .collect(Collectors.joining(", ", " order by ", ""));
            var columns = Stream.concat(query.getOrderingProperties().stream().map(Listed::column), Stream.of("RES.ID_")).distinct().toList();
            var values = new HashMap<>(which.values());
            values.put("first", query.getFirstResult());
            values.put("most", query.getMaxResults());
            var ids = database.queryForList("select RES.ID_" + which.from(columns, order) + order + " offset :first rows fetch next :most rows only", values, String.class);
            if (ids.isEmpty()) {
                return new ArrayList<>();
            }
            var place = IntStream.range(0, ids.size()).boxed().collect(Collectors.toMap(ids::get, each -> each));
            // these are the person's to see, so nobody has to be asked again
            var these = new TaskQueryImpl();
            these.taskIdIn(ids.toArray(String[]::new));
            these.getTenantCheck().setTenantCheckEnabled(false);
            var found = new ArrayList<>((List<Task>) getDbEntityManager().selectList(ALL, these));
            found.sort(Comparator.comparing(task -> place.get(task.getId())));
            return found;
        }
    }
}
