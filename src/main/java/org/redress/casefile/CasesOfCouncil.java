package org.redress.casefile;

import java.time.LocalDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Limit;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What cases say against a change of their council. */
@Component
@Transactional(readOnly = true)
public class CasesOfCouncil {
    /** Of a time that does not end. */
    private static final LocalDateTime FOR_EVER = LocalDateTime.of(9999, 12, 31, 0, 0);

    private final ComplaintRepository complaints;

    CasesOfCouncil(ComplaintRepository complaints) {
        this.complaints = complaints;
    }

    /** Whether it has cases of its own. */
    public boolean any(String council) {
        return complaints.existsByCouncil(council);
    }

    /** Whether cases of others are about it. */
    public boolean named(String council) {
        return complaints.existsByCounterpart(council);
    }

    /**
     * The first cases received in a time that follow a procedure, or will when they are assessed; with them the change of what was in
     * force at their receipt would be a change of the past (rule book 1.6).
     */
    public List<String> following(String council, String procedure, LocalDateTime from, @Nullable LocalDateTime until, int most) {
        return complaints.findFollowing(council, procedure, from, until == null ? FOR_EVER : until,
                List.of(CaseStatus.values()).stream().filter(status -> !status.over()).toList(), Limit.of(most));
    }
}
