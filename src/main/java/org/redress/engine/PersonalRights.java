package org.redress.engine;

import static org.camunda.bpm.engine.authorization.Permissions.READ;
import static org.camunda.bpm.engine.authorization.Permissions.UPDATE;

import org.camunda.bpm.engine.authorization.Resource;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.filter.Filter;
import org.camunda.bpm.engine.identity.User;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.cfg.auth.DefaultAuthorizationProvider;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.db.entitymanager.cache.DbEntityState;
import org.camunda.bpm.engine.impl.persistence.entity.AuthorizationEntity;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.engine.task.Task;
import org.jspecify.annotations.NullUnmarked;
import org.springframework.stereotype.Component;

/**
 * What the engine gives people in person: the engine's own provider gives all on one's account and on a filter that one has saved,
 * and leaves somebody who gave a task away the right to it.
 */
@Component
@NullUnmarked
class PersonalRights extends AbstractProcessEnginePlugin {
    @Override
    public void preInit(ProcessEngineConfigurationImpl configuration) {
        configuration.setResourceAuthorizationProvider(new Least());
    }

    private static final class Least extends DefaultAuthorizationProvider {
        @Override
        public AuthorizationEntity[] newUser(User user) {
            return new AuthorizationEntity[] {createGrantAuthorization(user.getId(), null, Resources.USER, user.getId(), READ, UPDATE)};
        }

        @Override
        public AuthorizationEntity[] newFilter(Filter filter) {
            return null;
        }

        /** Whoever's group no longer does a task cannot read it any more; the engine would leave them the right. */
        @Override
        public AuthorizationEntity[] deleteTaskGroupIdentityLink(Task task, String group, String type) {
            // with a task that goes, all rights to it go at once
            if (!(task instanceof TaskEntity gone && gone.isDeleted())) {
                Context.getCommandContext().getAuthorizationManager().deleteAuthorizationsByResourceIdAndGroupId(Resources.TASK, task.getId(), group);
            }
            return null;
        }

        @Override
        public AuthorizationEntity[] newTaskAssignee(Task task, String before, String now) {
            if (before != null && !before.equals(now)) {
                Context.getCommandContext().getAuthorizationManager()
                        .deleteAuthorizationsByResourceIdAndUserId(Resources.TASK, task.getId(), before);
            }
            return super.newTaskAssignee(task, before, now);
        }

        /** The engine looks for a right before it gives one; to a task that is not written yet the database can know none. */
        @Override
        protected AuthorizationEntity getGrantAuthorization(String task, String person, String group, Resource resource) {
            return isNew(task) ? null : super.getGrantAuthorization(task, person, group, resource);
        }

        private static boolean isNew(String task) {
            var entities = Context.getCommandContext().getDbEntityManager();
            var known = entities.getCachedEntity(TaskEntity.class, task);
            var kept = known == null ? null : entities.getDbEntityCache().getCachedEntity(known);
            return kept != null && kept.getEntityState() == DbEntityState.TRANSIENT;
        }
    }
}
