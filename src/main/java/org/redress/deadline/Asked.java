package org.redress.deadline;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What the allowance table was asked with beside kind, stage and council, so that it can be asked again when a fact or the table changes. */
@Embeddable
record Asked(
        @Column(name = "asked_procedure") @Nullable String procedure,
        @Column(name = "asked_oral") @Nullable Boolean oral,
        @Column(name = "asked_received_at") @Nullable String receivedAt,
        @Column(name = "asked_within") @Nullable String agreedWithin,
        @Column(name = "asked_council") @Nullable String council) {

    static Asked of(Map<String, @Nullable Object> facts) {
        return new Asked((String) facts.get("procedure"), facts.get("oral") instanceof Boolean oral ? oral : null, (String) facts.get("receivedAt"),
                (String) facts.get("agreedWithin"), (String) facts.get("council"));
    }
}
