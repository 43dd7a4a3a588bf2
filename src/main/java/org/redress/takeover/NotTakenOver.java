package org.redress.takeover;

import java.util.List;

/** A case is not taken over; the findings say why. */
final class NotTakenOver extends RuntimeException {
    private final transient List<Finding> findings;

    NotTakenOver(List<Finding> findings) {
        this.findings = List.copyOf(findings);
    }

    List<Finding> findings() {
        return findings;
    }
}
