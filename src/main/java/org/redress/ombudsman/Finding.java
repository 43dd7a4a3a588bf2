package org.redress.ombudsman;

/** The findings on an issue as the case file keeps them (LGA-05, rule book 3.3). */
final class Finding {
    static final String FAULT_WITH_INJUSTICE = "fault-with-injustice";
    static final String FAULT_WITHOUT_INJUSTICE = "fault-without-injustice";
    static final String FAULT_INJUSTICE_UNCERTAIN = "fault-injustice-uncertain";
    static final String NO_FAULT = "no-fault";
    static final String NO_FINDING = "no-finding";

    private Finding() {}

    static boolean isFault(String finding) {
        return finding.startsWith("fault");
    }
}
