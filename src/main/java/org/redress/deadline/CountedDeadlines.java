package org.redress.deadline;

import jakarta.persistence.PostLoad;
import jakarta.persistence.PostPersist;
import jakarta.persistence.PostUpdate;
import org.jspecify.annotations.Nullable;
import org.redress.deadline.Deadline.Counted;
import org.redress.tally.Tally;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Counts deadlines that are closed as met or missed; what is put right later is counted anew. */
@Component
class CountedDeadlines {
    private final ObjectProvider<Tally> tally;

    CountedDeadlines(ObjectProvider<Tally> tally) {
        this.tally = tally;
    }

    @PostLoad
    void loaded(Deadline deadline) {
        deadline.countedAs(deadline.counts());
    }

    @PostPersist
    @PostUpdate
    void written(Deadline deadline) {
        var before = deadline.counted();
        var now = deadline.counts();
        if (now == null ? before != null : !now.equals(before)) {
            count(deadline, before, -1);
            count(deadline, now, 1);
            deadline.countedAs(now);
        }
    }

    private void count(Deadline deadline, @Nullable Counted counted, int times) {
        if (counted != null) {
            var definition = deadline.definitionId();
            tally.getObject().deadline(definition == null ? null : definition.replaceFirst(":.*", ""), deadline.kind(), deadline.stage(), deadline.reference(),
                    counted.missed() ? Tally.Figure.MISSED : Tally.Figure.MET, counted.on(), times);
        }
    }
}
