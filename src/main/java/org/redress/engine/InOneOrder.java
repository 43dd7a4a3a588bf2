package org.redress.engine;

import java.util.function.Supplier;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.interceptor.CommandContextListener;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;
import org.jspecify.annotations.NullUnmarked;
import org.redress.database.CaseFileFirst;

/** Has the case file written before the engine writes, at the end of every command of people and of every job. */
@NullUnmarked
class InOneOrder extends CommandInterceptor implements CommandContextListener {
    private final Supplier<CaseFileFirst> caseFile;

    InOneOrder(Supplier<CaseFileFirst> caseFile) {
        this.caseFile = caseFile;
    }

    @Override
    public <T> T execute(Command<T> command) {
        // once for the whole, however many commands run within it
        Context.getCommandContext().registerCommandContextListener(this);
        return next.execute(command);
    }

    @Override
    public void onCommandContextClose(CommandContext context) {
        caseFile.get().write();
    }

    @Override
    public void onCommandFailed(CommandContext context, Throwable thrown) {
        // nothing is written
    }
}
