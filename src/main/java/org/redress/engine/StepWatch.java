package org.redress.engine;

import java.util.Date;
import org.jspecify.annotations.Nullable;

/** Is told of each step that was completed, in its transaction; of none that was interrupted. */
public interface StepWatch {
    void completed(Completed step);

    /**
     * A step of a process.
     *
     * @param process the key of the process
     * @param activity its id in the model
     * @param type its kind, by the engine's name for it
     * @param began none if the engine does not know it any more
     */
    record Completed(String process, String activity, String type, @Nullable String tenant, @Nullable Date began, Date ended) {}
}
