package org.redress.replay;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.redress.quality.Finding;

/** What a replay shows: what happened, the deadlines with their outcome, and what the product would not have let happen. */
record Timeline(
        String caseReference,
        String council,
        String title,
        String source,
        List<Line> timeline,
        List<Due> deadlines,
        @Nullable Decision decision,
        List<Excluded> excluded,
        List<Action> actions,
        List<Recommended> recommended,
        List<Action> promises,
        List<TurnedDown> turnedDown,
        List<Remark> remarks,
        List<Finding> findings,
        List<Checked> expectations) {

    /** The name of the Ombudsman's file beside the council's. */
    static final String OMBUDSMAN = "Ombudsman";
    static final String COUNCIL = "council";

    /** A day and what happened on it, by whom; {@code file} is whose record has it, the council's or the Ombudsman's. */
    record Line(LocalDate on, String file, String what, String who, @Nullable String detail) {}

    /** The Ombudsman's decision, what it rests on, when a review set it aside, and from when it may be published and on which day the last action is due (CMP-01). */
    record Decision(LocalDate on, String decision, String reason, @Nullable String powers, @Nullable LocalDate setAsideOn, @Nullable LocalDate publishedNotBefore,
            @Nullable LocalDate remedyDue) {}

    /** An issue that was not investigated. */
    record Excluded(int issue, String ground) {}

    /** An agreed action, or one that the council promised by itself, with its outcome; {@code fromAssumed} if the decision does not say from when it counts; without days where it states no period. */
    record Action(int number, String kind, String beneficiary, @Nullable BigDecimal amount, boolean amountOpen, String within, LocalDate from,
            boolean fromAssumed, @Nullable LocalDate due, @Nullable LocalDate target, @Nullable LocalDate done, String state, String outcome) {}

    /** What the Ombudsman recommends and the council has not agreed; nothing of it is due (REM-05). */
    record Recommended(int number, String kind, String beneficiary, @Nullable BigDecimal amount, String wording) {}

    /** A deadline as it stood at the end; without days where no period is stated. */
    record Due(String deadline, int stage, @Nullable Integer item, String file, String owedBy, LocalDate triggerOn, String allowance, @Nullable LocalDate due,
            @Nullable LocalDate target,
            @Nullable LocalDate overdueSince, @Nullable LocalDate done, @Nullable Integer workingDaysLate, String outcome, String rule,
            List<String> steps) {}

    /** What was tried, and the sentence with which it was refused. */
    record TurnedDown(LocalDate on, String what, String sentence) {}

    /** What is assumed, or written differently in the source. */
    record Remark(LocalDate on, String what, String kind, Map<String, String> about) {}

    /** Something that had to come out, and whether it did. */
    record Checked(String expected, boolean met, String found) {}

    boolean asExpected() {
        return expectations.stream().allMatch(Checked::met);
    }
}
