package org.redress.casefile;

import java.time.LocalDate;

/** Something was to be done on a case that has ended. */
public final class CaseIsOver extends RuntimeException {
    CaseIsOver(String reference, CaseStatus status, LocalDate since) {
        super("Case " + reference + " is over: " + status.text().toLowerCase(java.util.Locale.ROOT) + " since " + Dates.text(since)
                + ". Start a new complaint if there is something new.");
    }
}
