package org.redress.identity;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.interceptor.Session;
import org.camunda.bpm.engine.impl.interceptor.SessionFactory;
import org.camunda.bpm.engine.impl.persistence.entity.AuthorizationManager;
import org.jspecify.annotations.NullUnmarked;
import org.springframework.stereotype.Component;

/**
 * The engine asks with all groups of a person. By itself it reads first, with each question, which groups have any right at all, from the rights of everybody to every open task, to leave out the
 * groups that have none; that grows with the work of all councils, and gives nobody more or less.
 */
@Component
@NullUnmarked
class GroupsAsked extends AbstractProcessEnginePlugin {
    @Override
    public void preInit(ProcessEngineConfigurationImpl configuration) {
        var own = new ArrayList<>(Optional.ofNullable(configuration.getCustomSessionFactories()).orElse(List.of()));
        own.add(new Rights());
        configuration.setCustomSessionFactories(own);
    }

    private static final class Rights implements SessionFactory {
        @Override
        public Class<?> getSessionType() {
            return AuthorizationManager.class;
        }

        @Override
        public Session openSession() {
            return new AllGroups();
        }
    }

    private static final class AllGroups extends AuthorizationManager {
        @Override
        public List<String> filterAuthenticatedGroupIds(List<String> groups) {
            return groups == null ? List.of() : groups;
        }
    }
}
