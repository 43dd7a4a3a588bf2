package org.redress.gate;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.redress.engine.DeployedForm;

/** Forms as they were deployed with a process, read once: what belongs to a deployment never changes. */
final class DeployedForms {
    /** More than a council deploys in years; a process owner who tries one change after the other makes as many. */
    private static final int MOST = 2000;

    private static final Map<List<String>, Form> READ = new ConcurrentHashMap<>();

    private DeployedForms() {}

    static Form of(DeployedForm form, Supplier<Form> read) {
        var lasting = form.lasting();
        if (lasting.isEmpty()) {
            return read.get();
        }
        var key = lasting.get();
        var known = READ.get(key);
        if (known != null) {
            return known;
        }
        var now = read.get();
        if (READ.size() >= MOST) {
            READ.clear();
        }
        READ.put(key, now);
        return now;
    }
}
