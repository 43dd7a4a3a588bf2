package org.redress.load;

import java.util.Set;

/** How much of a template is copied. */
enum Part {
    /** All that lists, searches, board, case page and timers read. */
    IN_WORK,
    /** All rows, with the history of the engine and the record of changes. */
    WHOLE,
    /** What is found, counted and listed of a closed case, and one row of history. */
    KEPT;

    private static final Set<String> NOT_IN_WORK = Set.of("audit", "audit_key", "act_hi_varinst", "act_hi_detail", "act_hi_op_log", "act_hi_job_log", "act_hi_decinst", "act_hi_dec_in",
            "act_hi_dec_out", "act_hi_incident", "act_hi_comment", "act_hi_attachment", "act_hi_ext_task_log");
    private static final Set<String> OF_KEPT = Set.of("complaint", "party", "issue", "deadline", "appointment", "agreed_action", "case_part", "case_search", "case_words", "case_staff", "case_figure", "case_due", "act_hi_procinst");

    boolean has(String table) {
        return this == WHOLE || this == IN_WORK && !NOT_IN_WORK.contains(table) || this == KEPT && OF_KEPT.contains(table);
    }
}
