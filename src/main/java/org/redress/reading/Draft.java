package org.redress.reading;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An action while it is being read. */
final class Draft {
    final @Nullable String beneficiary;
    final @Nullable Amount amount;
    final @Nullable String council;
    final Passage passage;
    final @Nullable Passage under;
    /** What a person should look at, besides its time. */
    final List<String> notes = new ArrayList<>();
    @Nullable Period period;
    /** What stands in front of the verb and says when or beside what it is done: "at once, ". */
    String front = "";
    String wording;
    String kind;
    Mode mode;
    /** Whether it is said as something that the Ombudsman asks for. */
    boolean asked;
    boolean replaced;
    /** Whether a verb names it that stands behind another deed in the same words, which is more than an apology or a payment. */
    boolean further;
    /** Whether its sum stands behind another in the same words, which nothing joins to it as one more. */
    boolean secondSum;
    /** Whether it stands in a sentence behind the first of its paragraph. */
    boolean behind;
    /** Where the actions of the statement with its list begin in which it stands, and whether one of them stands before it. */
    int group;
    boolean afterAnother;

    Draft(Mode mode, String kind, @Nullable String beneficiary, @Nullable Amount amount, @Nullable String council, Passage passage, @Nullable Passage under, @Nullable Period period, String wording) {
        this.mode = mode;
        this.kind = kind;
        this.beneficiary = beneficiary;
        this.amount = amount;
        this.council = council;
        this.passage = passage;
        this.under = under;
        this.period = period;
        this.wording = wording;
    }

    /** Whether the time is in its own words: not that of the list in which it stands. */
    boolean hasOwnTime() {
        var time = period;
        return time != null && passage.from() <= time.passage().from() && time.passage().to() <= passage.to();
    }

    /** What was read, when all that says more of it has been read. */
    ReadAction action(int place, @Nullable String doubt) {
        var all = new ArrayList<>(notes);
        if (doubt != null) {
            all.add(0, doubt);
        }
        if (period == null && !Doubts.UNTIMED.equals(doubt)) {
            all.add("No time is named.");
        } else if (period != null && period.from() == Period.From.OTHER) {
            all.add("It counts from something else: " + period.fromWords() + ".");
        }
        return new ReadAction(kind, beneficiary, amount, period, council, front + wording, passage, under, place, null, all);
    }
}
