package org.redress.gate;

import java.util.function.Supplier;
import org.springframework.stereotype.Component;

/**
 * Whether the work of this thread takes a case of another system over. That its days are long past is expected then, and recorded as such: nobody was asked.
 * Whatever else is a likely slip is asked back as ever, and confirmed by whoever takes the case over.
 */
@Component
public class TakingOver {
    private final ThreadLocal<Boolean> now = ThreadLocal.withInitial(() -> false);

    /** Does the work as part of a take-over. */
    public <T> T during(Supplier<T> work) {
        now.set(true);
        try {
            return work.get();
        } finally {
            now.remove();
        }
    }

    boolean now() {
        return now.get();
    }
}
