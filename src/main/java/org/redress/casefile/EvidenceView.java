package org.redress.casefile;

import java.time.LocalDate;

/** A piece of evidence: what it is, from whom, and with whom it may be shared ({@code marking}; DAT-04, DAT-05). */
public record EvidenceView(int number, String what, String from, String marking, LocalDate receivedOn) {
    /** Withheld from everybody by a notice under section 32(3) (LGA-28). */
    public static final String WITHHELD = "withheld";
    /** Complainant and council may see it (LGS-11). */
    public static final String BOTH = "both";
}
