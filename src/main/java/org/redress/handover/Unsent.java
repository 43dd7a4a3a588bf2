package org.redress.handover;

import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.redress.draft.Drafts;
import org.redress.gate.OpenWork.OpenTask;
import org.springframework.stereotype.Component;

/** Says of work that passes to somebody else that unsent text of others goes with it, so that nobody loses any without a word; never what it says. */
@Component
class Unsent {
    private final Drafts drafts;

    Unsent(Drafts drafts) {
        this.drafts = drafts;
    }

    /** Who has typed something for a task and not sent it, as a warning before it passes to somebody; nothing if nobody has; {@code name} says who that is. */
    String wouldGo(OpenTask task, UnaryOperator<String> name) {
        var writers = drafts.writers(task.id()).stream().map(name).toList();
        return writers.isEmpty() ? "" : " (unsent text of " + String.join(", ", writers) + " goes when somebody else gets it)";
    }

    /** The same as what happens with it now, if it goes to this person; they keep their own, and everybody does while it is nobody's. The record has accounts, people read names. */
    String goesUnlessOf(OpenTask task, @Nullable String to, UnaryOperator<String> name) {
        List<String> writers = to == null ? List.of() : drafts.writers(task.id()).stream().filter(writer -> !writer.equals(to)).map(name).toList();
        return writers.isEmpty() ? "" : "; unsent text of " + String.join(", ", writers) + " was thrown away";
    }
}
