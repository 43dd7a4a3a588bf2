package org.redress.reading;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One action that a decision names, as it was read (REM-05, REM-06).
 *
 * @param kind as in the form "Propose action": apology, payment, provision, reconsideration, record, training, procedure, explanation or other
 * @param beneficiary for whom, as the decision names them; none where that could not be read
 * @param amount what is to be paid; none where no sum is named
 * @param period by when; none where nothing is said
 * @param council who has to act, where the decision tells several apart
 * @param wording what is to be done, in the decision's words
 * @param passage the words from which it was read
 * @param under the words that stand over the list in which it is, such as "Within one month the Council will:"
 * @param place where it stands among all that was read as an action, in the order of the text, from 1; what was taken back or is refused counts too, so there are gaps
 * @param due the last day, counted from the decision's day where it counts from it or does not say; none where that cannot be known
 * @param notes what a person should look at
 */
public record ReadAction(
        String kind,
        @Nullable String beneficiary,
        @Nullable Amount amount,
        @Nullable Period period,
        @Nullable String council,
        String wording,
        Passage passage,
        @Nullable Passage under,
        int place,
        @Nullable LocalDate due,
        List<String> notes) {

    public ReadAction {
        notes = List.copyOf(notes);
    }

    ReadAction due(@Nullable LocalDate day) {
        return new ReadAction(kind, beneficiary, amount, period, council, wording, passage, under, place, day, notes);
    }
}
