package org.redress.replay;

import java.util.List;
import org.redress.quality.Chronicle;

/** A script as its source tells it, slips and all, for the checks of data quality (DQ-10). */
final class Chronicles {
    private Chronicles() {}

    static Chronicle of(CaseScript script, Outcome outcome) {
        return new Chronicle(List.of(), List.of(), null, List.of(), null);
    }
}
