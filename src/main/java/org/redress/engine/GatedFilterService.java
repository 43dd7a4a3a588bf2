package org.redress.engine;

import java.util.List;
import java.util.function.Supplier;
import org.camunda.bpm.engine.filter.Filter;
import org.camunda.bpm.engine.impl.FilterServiceImpl;
import org.camunda.bpm.engine.impl.cmd.DeleteFilterCmd;
import org.camunda.bpm.engine.impl.cmd.SaveFilterCmd;
import org.camunda.bpm.engine.query.Query;
import org.jspecify.annotations.NullUnmarked;

/** The engine's filter service: everybody uses filters, administrators save them, and what they compute is on a list. */
@NullUnmarked
class GatedFilterService extends FilterServiceImpl {
    private final AccountGate gate;

    GatedFilterService(AccountGate gate) {
        this.gate = gate;
    }

    @Override
    public Filter saveFilter(Filter filter) {
        return commandExecutor.execute(context -> {
            gate.saveFilter(new Inside(context), filter, () -> new SaveFilterCmd(filter).execute(context));
            return filter;
        });
    }

    @Override
    public void deleteFilter(String filterId) {
        commandExecutor.execute(context -> {
            gate.deleteFilter(new Inside(context), filterId, () -> new DeleteFilterCmd(filterId).execute(context));
            return null;
        });
    }

    @Override
    public <T, Q extends Query<?, T>> List<T> list(String filterId, Q extendingQuery) {
        return narrowed(extendingQuery, () -> super.list(filterId, extendingQuery));
    }

    @Override
    public <T, Q extends Query<?, T>> List<T> listPage(String filterId, Q extendingQuery, int firstResult, int maxResults) {
        return narrowed(extendingQuery, () -> super.listPage(filterId, extendingQuery, firstResult, maxResults));
    }

    @Override
    public <T, Q extends Query<?, T>> T singleResult(String filterId, Q extendingQuery) {
        return narrowed(extendingQuery, () -> super.singleResult(filterId, extendingQuery));
    }

    @Override
    public Long count(String filterId, Query<?, ?> extendingQuery) {
        return narrowed(extendingQuery, () -> super.count(filterId, extendingQuery));
    }

    /** Inside a command, so that the guard notes a refusal as it notes every other. */
    private <T> T narrowed(Query<?, ?> extendingQuery, Supplier<T> ask) {
        return commandExecutor.execute(context -> {
            QueryExpressions.refuse(extendingQuery);
            return ask.get();
        });
    }
}
