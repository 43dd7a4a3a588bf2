package org.redress.engine;

import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.impl.AuthorizationServiceImpl;
import org.camunda.bpm.engine.impl.cmd.DeleteAuthorizationCmd;
import org.camunda.bpm.engine.impl.cmd.SaveAuthorizationCmd;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.jspecify.annotations.NullUnmarked;

/** The engine's authorization service: people share filters with it, and nobody gives other rights by hand. */
@NullUnmarked
class GatedAuthorizationService extends AuthorizationServiceImpl {
    private final AccountGate gate;

    GatedAuthorizationService(AccountGate gate) {
        this.gate = gate;
    }

    @Override
    public Authorization saveAuthorization(Authorization authorization) {
        return commandExecutor.execute(context -> {
            var before = authorization.getId() == null ? null : stored(context, authorization.getId());
            gate.saveRight(new Inside(context), authorization, before, () -> new SaveAuthorizationCmd(authorization).execute(context));
            return authorization;
        });
    }

    @Override
    public void deleteAuthorization(String authorizationId) {
        commandExecutor.execute(context -> {
            gate.deleteRight(new Inside(context), stored(context, authorizationId), () -> new DeleteAuthorizationCmd(authorizationId).execute(context));
            return null;
        });
    }

    private Authorization stored(CommandContext context, String id) {
        return context.runWithoutAuthorization(() -> createAuthorizationQuery().authorizationId(id).singleResult());
    }
}
