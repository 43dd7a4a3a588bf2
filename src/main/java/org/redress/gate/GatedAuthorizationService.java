package org.redress.gate;

import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.impl.AuthorizationServiceImpl;
import org.camunda.bpm.engine.impl.cmd.DeleteAuthorizationCmd;
import org.camunda.bpm.engine.impl.cmd.SaveAuthorizationCmd;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.jspecify.annotations.NullUnmarked;

/** The engine's authorization service: people share filters with it, and nobody gives other rights by hand. */
@NullUnmarked
class GatedAuthorizationService extends AuthorizationServiceImpl {
    @Override
    public Authorization saveAuthorization(Authorization authorization) {
        return commandExecutor.execute(context -> {
            AccountRules.refuseAnythingButFilters(context, authorization);
            if (authorization.getId() != null) {
                AccountRules.refuseAnythingButFilters(context, stored(context, authorization.getId()));
            }
            return new SaveAuthorizationCmd(authorization).execute(context);
        });
    }

    @Override
    public void deleteAuthorization(String authorizationId) {
        commandExecutor.execute(context -> {
            AccountRules.refuseAnythingButFilters(context, stored(context, authorizationId));
            return new DeleteAuthorizationCmd(authorizationId).execute(context);
        });
    }

    private Authorization stored(CommandContext context, String id) {
        return context.runWithoutAuthorization(() -> createAuthorizationQuery().authorizationId(id).singleResult());
    }
}
