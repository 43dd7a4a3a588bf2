package org.redress.gate;

import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.impl.AuthorizationServiceImpl;
import org.camunda.bpm.engine.impl.cmd.DeleteAuthorizationCmd;
import org.camunda.bpm.engine.impl.cmd.SaveAuthorizationCmd;
import org.jspecify.annotations.NullUnmarked;

/** The engine's authorization service: people share filters with it, and nobody gives other rights by hand. */
@NullUnmarked
class GatedAuthorizationService extends AuthorizationServiceImpl {
    @Override
    public Authorization saveAuthorization(Authorization authorization) {
        return commandExecutor.execute(context -> {
            AccountRules.refuseAnythingButFilters(context, authorization);
            return new SaveAuthorizationCmd(authorization).execute(context);
        });
    }

    @Override
    public void deleteAuthorization(String authorizationId) {
        commandExecutor.execute(context -> {
            AccountRules.refuseAnythingButFilters(context, context.runWithoutAuthorization(
                    () -> createAuthorizationQuery().authorizationId(authorizationId).singleResult()));
            return new DeleteAuthorizationCmd(authorizationId).execute(context);
        });
    }
}
