package org.redress.gate;

import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.impl.AuthorizationServiceImpl;
import org.camunda.bpm.engine.impl.cmd.DeleteAuthorizationCmd;
import org.camunda.bpm.engine.impl.cmd.SaveAuthorizationCmd;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.persistence.entity.AuthorizationEntity;
import org.jspecify.annotations.NullUnmarked;
import org.redress.identity.AccessChange.Kind;

/** The engine's authorization service: people share filters with it, and nobody gives other rights by hand. */
@NullUnmarked
class GatedAuthorizationService extends AuthorizationServiceImpl {
    private final AccountChanges changes;

    GatedAuthorizationService(AccountChanges changes) {
        this.changes = changes;
    }

    @Override
    public Authorization saveAuthorization(Authorization authorization) {
        return commandExecutor.execute(context -> {
            AccountRules.refuseAnythingButFilters(context, authorization);
            if (authorization.getId() != null) {
                AccountRules.refuseAnythingButFilters(context, stored(context, authorization.getId()));
            }
            var saved = new SaveAuthorizationCmd(authorization).execute(context);
            noteSharing(Kind.FILTER_SHARED, saved);
            return saved;
        });
    }

    @Override
    public void deleteAuthorization(String authorizationId) {
        commandExecutor.execute(context -> {
            var right = stored(context, authorizationId);
            AccountRules.refuseAnythingButFilters(context, right);
            var nothing = new DeleteAuthorizationCmd(authorizationId).execute(context);
            noteSharing(Kind.FILTER_UNSHARED, right);
            return nothing;
        });
    }

    /** Rights of roles are a list of the product, and corrected by it. */
    private void noteSharing(Kind kind, Authorization right) {
        if (right instanceof AuthorizationEntity shared && shared.getResourceType() == Resources.FILTER.resourceType()) {
            changes.ofSharing(kind, shared);
        }
    }

    private Authorization stored(CommandContext context, String id) {
        return context.runWithoutAuthorization(() -> createAuthorizationQuery().authorizationId(id).singleResult());
    }
}
