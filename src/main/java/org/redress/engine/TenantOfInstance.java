package org.redress.engine;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Says to which tenant what begins belongs; the models themselves are shared by all. */
public interface TenantOfInstance {
    /** The tenant of a process instance that begins by itself with these variables; what another calls has that one's. */
    @Nullable String tenant(Map<String, Object> variables);
}
